"""Looking after what is kept: scanning documents, making downloads, ending seats, destroying."""

import logging

from celery import shared_task
from django.utils import timezone

from casework import take_along
from casework.models import CaseFile, Destruction, Document, Export, RightsRequest
from wijkteam import database, files, scanner

log = logging.getLogger(__name__)


@shared_task(name="casework.scan_documents")
def scan_documents(most: int = 200) -> int:
    """Ask the scanner about what waits, one document per transaction. Returns how many."""
    for number in range(most):
        with database.role("worker"):
            waiting = Document.objects.to_scan().only("pk", "file", "scan")
            document = waiting.select_for_update(skip_locked=True).first()
            if document is None:
                return number
            try:
                with document.file.open("rb") as file:
                    document.scanned(scanner.is_clean(file))
            except FileNotFoundError:  # nothing is there to open, nor to hold up the others
                document.scanned(clean=False)
            except OSError as error:  # it keeps waiting: the next run asks again
                log.warning("The scanner does not answer: %s", error)
                document.asked_in_vain()
                return number
    return most


@shared_task(name="casework.make_exports")
def make_exports(most: int = 20) -> int:
    """Make the downloads that residents wait for, one by one. Returns how many."""
    for number in range(most):
        with database.role("worker"):
            waiting = Export.objects.to_make()
            export = waiting.select_for_update(skip_locked=True).first()
            if export is None:
                return number
            export.take()
        try:
            take_along.make(export)
        except Exception:
            log.exception("A download could not be made")
            with database.role("worker"):
                export.failed()
    return most


@shared_task(name="casework.end_exports")
def end_exports() -> int:
    """Downloads are kept some days; then the file and the row go."""
    with database.role("worker"):
        over = list(Export.objects.expired())
        for export in over:
            if export.file:
                files.store().delete(str(export.file.name))
            export.delete()
    return len(over)


@shared_task(name="casework.end_aftercare")
def end_aftercare() -> int:
    """Seats that stayed after the closing end. Returns how many."""
    with database.role("worker"):
        return CaseFile.end_aftercare()


@shared_task(name="casework.destroy_what_is_due")
def destroy_what_is_due(most: int = 500) -> int:
    """Destroy the files whose day has come, one per transaction, and what was stored with them.

    Answers about data that are no more, and of whoever never had a file, follow after two years."""
    with database.role("worker"):
        due = list(CaseFile.objects.to_destroy().values_list("pk", flat=True)[:most])
    for key in due:
        with database.role("worker"):
            stored = Destruction.run(key)
        for name in stored or []:
            files.store().delete(name)
    with database.role("worker"):
        RightsRequest.end_answers(timezone.localdate())
    return len(due)
