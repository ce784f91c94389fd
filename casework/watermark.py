"""The name of who downloads, at the foot of every page of a PDF.

It stops nobody; it reminds whose words these are, and tells where a lost paper came from. A PDF
that cannot be read (locked, damaged) and very long ones leave as they are. Pictures do too: see
the handbook.
"""

import io
import logging
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from wijkteam.models import User

MOST_PAGES = 200
SIZE, MARGIN = 8, 14
log = logging.getLogger(__name__)


def watermarked(file: IO[bytes], user: User) -> IO[bytes]:
    """The same PDF with a line on every page; the file itself when that cannot be done."""
    moment = timezone.localtime().strftime("%d-%m-%Y %H.%M")
    line = _("Gedownload door %(name)s op %(moment)s") % {"name": user.name, "moment": moment}
    try:
        writer = PdfWriter(clone_from=PdfReader(file))
        if len(writer.pages) > MOST_PAGES:
            raise PyPdfError("too many pages")
        for page in writer.pages:
            _write(page, line)
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        log.warning("A document left without a name on it: %s", error)
        file.seek(0)
        return file
    out.seek(0)
    return out


def _write(page: PageObject, line: str) -> None:
    page.transfer_rotation_to_content()
    box = page.mediabox
    over = PageObject.create_blank_page(width=float(box.right), height=float(box.top))
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/WtName"): font})
    over[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    at = f"{float(box.left) + MARGIN:.1f} {float(box.bottom) + MARGIN:.1f}"
    content = DecodedStreamObject()
    content.set_data(
        f"q 0.35 g BT /WtName {SIZE} Tf 1 0 0 1 {at} Tm (".encode() + _string(line) + b") Tj ET Q"
    )
    over[NameObject("/Contents")] = content
    page.merge_page(over)


def _string(line: str) -> bytes:
    """As a string of a PDF; a sign that its letter does not know becomes a question mark."""
    text = line.encode("cp1252", "replace")
    return text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
