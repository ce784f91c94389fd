"""Makes the download of one resident: JSON, a PDF to read, and the documents, in one zip.

What goes in is read as that resident, with the resident's role in the database: the download can
never hold more than the person may see.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from casework.models import Document, Export
from wijkteam import database, files, pdf
from wijkteam.export import Chapter, readable
from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE

PAPER = "casework/export_paper.html"


def make(export: Export) -> None:
    """Fill one export that was taken; says on the way how far it is."""
    with database.role("none"):  # accounts and permissions are the app's own to read
        user = User.objects.get(pk=export.user_id)
        user.get_all_permissions()
    parts = [import_string(f"{name}.chapters") for name in settings.EXPORT_PARTS]
    with translation.override(user.language):
        found = _read(user, parts, export)
        paper = _paper(found, user)
        _step(export, len(parts) + 1, len(parts) + 2)
        content = _zipped(user, found, paper)
    export.file.save("gegevens", ContentFile(content), save=False)
    with database.role("worker"):
        export.ready(has_pdf=paper is not None)


def _read(
    user: User, parts: list[Callable[[User], Iterable[Chapter]]], export: Export
) -> list[Chapter]:
    found: list[Chapter] = []
    for number, part in enumerate(parts):
        _step(export, number, len(parts) + 2)
        with database.role(DATABASE_ROLE[user.role], user.pk):
            found += list(part(user))
    return found


def _step(export: Export, done: int, total: int) -> None:
    with database.role("worker"):
        export.step(done, total)


def _paper(found: list[Chapter], user: User) -> bytes | None:
    """None where no PDF can be made; the page to read is in the zip all the same."""
    try:
        return pdf.pdf_bytes(PAPER, {"chapters": readable(found), "person": user})
    except pdf.NoPango:
        return None


def _zipped(user: User, found: list[Chapter], paper: bytes | None) -> bytes:
    out = io.BytesIO()
    data = {
        "gemaakt": timezone.localtime().isoformat(timespec="minutes"),
        "voor": user.name,
        "hoofdstukken": [{"titel": str(one.title), "regels": one.lines} for one in found],
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("gegevens.json", json.dumps(data, ensure_ascii=False, indent=1))
        if paper:
            archive.writestr("gegevens.pdf", paper)
        else:
            context = {"chapters": readable(found), "person": user, "is_pdf": True}
            archive.writestr("gegevens.html", render_to_string(PAPER, context))
            archive.writestr("lees-mij.txt", _("Hier kon geen PDF worden gemaakt. Open het bestand "
                                               "gegevens.html in uw browser."))  # fmt: skip
        with database.role(DATABASE_ROLE[user.role], user.pk):
            documents = list(Document.objects.visible_to(user).order_by("at"))
        for number, document in enumerate(documents, 1):
            _add(archive, f"documenten/{number:03d} {document.name}", document)
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, document: Document) -> None:
    if not document.is_ready:  # nobody opens it, and nobody misses it without a word
        archive.writestr(f"{name}.txt", _("Dit bestand was nog niet gecontroleerd op virussen, of "
                                          "het was niet veilig."))  # fmt: skip
        return
    try:
        with files.store().open(str(document.file.name)) as file:
            archive.writestr(name, file.read())
    except FileNotFoundError:
        archive.writestr(f"{name}.txt", _("Dit bestand is er niet meer."))
