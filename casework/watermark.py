"""The name of whoever downloads, at the foot of every page of a PDF and in a strip under a picture.

It stops nobody; it reminds whose words these are, and tells where a lost paper came from. What
cannot be read (locked, damaged), very long PDFs and moving pictures leave as they are. A picture
leaves without what the telephone wrote into it: where it was taken, and with what.
"""

import io
import logging
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont, ImageOps
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from wijkteam import files
from wijkteam.models import User

MOST_PAGES = 200
SIZE, MARGIN = 8, 14
log = logging.getLogger(__name__)


def with_name(file: IO[bytes], kind: str, user: User) -> IO[bytes]:
    """The document as it leaves: a PDF or a picture with a line on it, anything else as it is."""
    if kind == files.PDF:
        return watermarked(file, user)
    return marked_picture(file, user) if kind in files.IMAGES else file


def _line(user: User) -> str:
    moment = timezone.localtime().strftime("%d-%m-%Y %H.%M")
    return _("Gedownload door %(name)s op %(moment)s") % {"name": user.name, "moment": moment}


def marked_picture(file: IO[bytes], user: User) -> IO[bytes]:
    """The same picture, upright, with a strip under it; the file itself when that fails."""
    out = io.BytesIO()
    try:
        with Image.open(file) as found:
            if getattr(found, "n_frames", 1) > 1:
                raise ValueError("a moving picture")
            upright = ImageOps.exif_transpose(found)
            _with_strip(upright, _line(user)).save(out, format=found.format, quality=90)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        log.warning("A picture left without a name on it: %s", error)
        file.seek(0)
        return file
    out.seek(0)
    return out


def _with_strip(picture: Image.Image, line: str) -> Image.Image:
    """The words fit the width, however narrow the picture is; what the letter lacks becomes a ?."""
    text = line.encode("latin-1", "replace").decode("latin-1")
    size = max(picture.width // 40, 12)
    font = ImageFont.load_default(size)
    wide = max(picture.width, int(font.getlength(text)) + size)
    made = Image.new("RGB", (wide, picture.height + 2 * size), "white")
    made.paste(picture.convert("RGBA"), (0, 0), picture.convert("RGBA"))
    place = (size // 2, picture.height + size // 2)
    ImageDraw.Draw(made).text(place, text, fill=(70, 70, 70), font=font)
    return made


def watermarked(file: IO[bytes], user: User) -> IO[bytes]:
    """The same PDF with a line on every page; the file itself when that cannot be done."""
    line = _line(user)
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
