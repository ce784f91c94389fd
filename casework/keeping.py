"""Looking after what is kept: scanning documents, making downloads, ending seats, destroying."""

import logging

from celery import shared_task

from casework.models import Document
from wijkteam import database, scanner

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
            except OSError as error:  # it keeps waiting: the next run asks again
                log.warning("The scanner does not answer: %s", error)
                return number
    return most
