"""Documents of a case file: the list, handing in, and the file itself after the check of the row.

Professionals and residents use the same pages, each by their own door.
"""

import uuid
from collections.abc import Callable
from typing import IO, cast

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Act, Part
from casework.forms.documents import DocumentForm, FileForm, OwnDocumentForm, VersionForm
from casework.models import CaseFile, Document
from casework.standing import Standing
from casework.views.doors import form_page, noted, reads, reads_own, writes, writes_own
from wijkteam import files, scanner
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


def _list(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Of every document the last version, and the older ones under it."""
    found = CaseFile.objects.visible_to(request.user).select_related("household")
    one = get_object_or_404(found, pk=pk)
    noted(request, one, Part.DOCUMENTS)
    standing = Standing.of(request.user, one)
    context = {"case_file": one, "standing": standing, "documents": _with_older(standing)}
    return render(request, "casework/documents.html", context)


def _with_older(standing: Standing) -> list[tuple[Document, list[Document]]]:
    """Newest first; the versions before it, newest first as well."""
    every = list(Document.objects.seen_from(standing).select_related("by"))
    known = {document.pk: document for document in every}
    replaced = {document.previous_id for document in every}
    rows = []
    for document in every:
        if document.pk in replaced:
            continue
        older, step = [], document
        while step.previous_id in known:
            step = known[step.previous_id]
            older.append(step)
        rows.append((document, older))
    return rows


def _done(words: str) -> str:
    waits = _("Openen kan na de controle op virussen.")
    return f"{words} {waits}" if scanner.is_on() else words


def _add(form_class: type[FileForm], door: str) -> Callable[..., HttpResponse]:
    def document_add(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
        one = get_object_or_404(CaseFile.objects.visible_to(request.user), pk=pk)
        standing = Standing.of(request.user, one)
        form = form_class(
            request.POST or None, request.FILES or None, case_file=one, standing=standing
        )
        return form_page(
            request,
            form,
            heading=_("Een document erbij"),
            button=_("Erbij zetten"),
            done=_done(_("Het document staat erbij.")),
            part=Part.DOCUMENTS,
            to=reverse(door, args=[one.pk]),
        )

    return document_add


def _version(door: str) -> Callable[..., HttpResponse]:
    def document_version(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
        """A newer text of the same document, for the same readers."""
        visible = Document.objects.visible_to(request.user).writable_by(request.user)
        theirs = visible.not_of_household().select_related("case_file")
        document = get_object_or_404(theirs, pk=pk)
        standing = Standing.of(request.user, document.case_file)
        form = VersionForm(
            request.POST or None,
            request.FILES or None,
            document=document,
            case_file=document.case_file,
            standing=standing,
        )
        return form_page(
            request,
            form,
            heading=_("Nieuwe versie van: %(title)s") % {"title": document.title},
            button=_("Nieuwe versie bewaren"),
            done=_done(_("De nieuwe versie staat erbij. De oude blijft te lezen.")),
            part=Part.DOCUMENTS,
            to=reverse(door, args=[document.case_file_id]),
        )

    return document_version


def _send(inline: bool) -> Callable[..., FileResponse]:
    def document_send(request: SignedInRequest, pk: uuid.UUID) -> FileResponse:
        """The file itself: looked at in a window of its own, or taken along with one's name."""
        from casework.watermark import with_name  # reads PDFs and pictures: heavy, and seldom

        visible = Document.objects.visible_to(request.user).ready().select_related("case_file")
        document = get_object_or_404(visible, pk=pk)
        noted(request, document.case_file, Part.DOCUMENTS, Act.LOOKED if inline else Act.DOWNLOADED)
        try:
            file = cast(IO[bytes], document.file.open("rb"))
        except FileNotFoundError as error:
            raise Http404(_("Dit bestand is er niet meer.")) from error
        file = with_name(file, document.kind, request.user)
        return files.send(file, document.name, document.kind, inline=inline)

    return document_send


documents = reads(require_safe(_list))
document_add = writes(require_http_methods(FORM)(_add(DocumentForm, "documents")))
document_version = writes(require_http_methods(FORM)(_version("documents")))
document_show = reads(require_safe(_send(inline=True)))
document_download = reads(require_safe(_send(inline=False)))
own_documents = reads_own(require_safe(_list))
own_document_add = writes_own(require_http_methods(FORM)(_add(OwnDocumentForm, "own_documents")))
own_document_show = reads_own(require_safe(_send(inline=True)))
own_document_download = reads_own(require_safe(_send(inline=False)))
