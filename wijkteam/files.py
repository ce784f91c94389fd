"""Files that people hand in: what they are says the content, never the name or the browser.

One field for every form (`DocumentField`), one place where they lie (`store`, outside the web
root, under names that tell nothing), one way out (`send`, after the check of the row).
"""

import re
import secrets
import unicodedata
import zipfile
from pathlib import Path
from typing import IO, Any

import filetype
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.utils.translation import gettext_lazy as _

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain; charset=utf-8"
PDF = "application/pdf"
IMAGES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}
# What is taken in, and how such a file is called when it leaves again.
KINDS: dict[str, str] = {PDF: "pdf", DOCX: "docx", ODT: "odt", TEXT: "txt", **IMAGES}
# A browser shows these by itself, without running anything.
SHOWN = {PDF, *IMAGES}
# An iPhone keeps photos as HEIC, and makes a JPEG of them where a page asks for that by its type.
ACCEPT = f"{','.join(IMAGES)},.pdf,.jpg,.jpeg,.png,.webp,.gif,.docx,.odt,.txt"
HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
LONGEST_NAME = 120
MOST_IN_A_ZIP = 2000
# The file is a page of its own: nothing in it runs, and nothing in it fetches anything. Browsers
# show a PDF in a viewer of their own, which `sandbox` would turn off.
POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def store() -> FileSystemStorage:
    """Where documents lie: under MEDIA_ROOT. Only the portal itself reads there, see `send`."""
    return FileSystemStorage(file_permissions_mode=0o600)


def random_name(_row: Any, _name: str) -> str:
    """A place that tells nothing about whose file it is or what is in it."""
    name = secrets.token_hex(20)
    return f"documents/{name[:2]}/{name[2:]}"


def kind_of(file: IO[bytes]) -> str | None:
    """The content type, by looking inside; None for what we do not take."""
    file.seek(0)
    head = file.read(8192)
    file.seek(0)
    found = filetype.guess_mime(head) if head else None
    if head.startswith(b"PK\x03\x04"):
        return _office(file)
    if found in KINDS:
        return found
    return TEXT if head and found is None and _is_text(file) else None


def is_heic(file: IO[bytes]) -> bool:
    """A photo as an iPhone keeps it."""
    file.seek(0)
    head = file.read(12)
    file.seek(0)
    return head[4:8] == b"ftyp" and head[8:] in HEIC


def _office(file: IO[bytes]) -> str | None:
    """A text of a word processor, without macros; any other archive is refused."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            is_odt = "mimetype" in names and archive.read("mimetype").strip() == ODT.encode()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return None
    finally:
        file.seek(0)
    if len(names) > MOST_IN_A_ZIP or any("vbaproject" in name.lower() for name in names):
        return None
    if "word/document.xml" in names and "[Content_Types].xml" in names:
        return DOCX
    is_odt = is_odt and "content.xml" in names
    return ODT if is_odt and not any(name.startswith("Basic/") for name in names) else None


def _is_text(file: IO[bytes]) -> bool:
    """Words in UTF-8, without signs that only machines read."""
    try:
        words = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return not any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n\f" for sign in words)


def clean_name(name: str, kind: str) -> str:
    """The name as the sender gave it, without folders and odd signs, and with the true ending."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    stem = re.sub(r'[<>:"|?*;%]', " ", Path(plain).stem).strip(" .")
    return f"{stem[:LONGEST_NAME] or 'document'}.{KINDS.get(kind, 'bin')}"


class DocumentField(forms.FileField):
    """A file of a kind that we take and not too large. The cleaned file has the `content_type` of
    its content and a clean `name`; wrong input leaves the other fields as they were typed."""

    widget = forms.ClearableFileInput
    default_error_messages = {
        "required": _("Kies een bestand."),
        "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        "large": _("Dit bestand is te groot. Het mag %(most)s MB zijn. Kies een kleiner bestand."),
        "heic": _(
            "Deze foto is een HEIC van een iPhone. Die kunnen wij niet lezen. Maak er een jpg van. "
            "Of maak een screenshot van de foto, en stuur die."
        ),
        "kind": _(
            "Dit soort bestand kunnen wij niet aannemen. Kies een pdf, een foto (jpg of png), "
            "een tekst uit Word of LibreOffice, of een gewone tekst (txt)."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.FileInput({"accept": ACCEPT}))
        kwargs.setdefault("help_text", _("Een pdf, foto of tekst, niet groter dan 20 MB."))
        super().__init__(**kwargs)

    def to_python(self, data: Any) -> UploadedFile | None:
        if super().to_python(data) is None:
            return None
        file: UploadedFile = data
        if (file.size or 0) > settings.MAX_DOCUMENT_BYTES:
            most = settings.MAX_DOCUMENT_BYTES // (1024 * 1024)
            raise ValidationError(self.error_messages["large"], code="large", params={"most": most})
        kind = kind_of(file)
        if kind is None:
            code = "heic" if is_heic(file) else "kind"
            raise ValidationError(self.error_messages[code], code=code)
        file.content_type, file.name = kind, clean_name(file.name or "", kind)
        return file


def send(file: IO[bytes], name: str, kind: str, *, inline: bool = False) -> FileResponse:
    """The file as an answer, not kept anywhere on the way. `inline` shows it in the browser, where
    its kind can be shown. Look at the row first (`visible_to`), and write down the look."""
    known = kind if kind in KINDS else "application/octet-stream"
    is_shown = inline and kind in SHOWN
    response = FileResponse(file, as_attachment=not is_shown, filename=name, content_type=known)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY if kind == PDF else f"{POLICY}; sandbox"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
