"""What comes in is checked by its content; what goes out runs nothing."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from wijkteam import files
from wijkteam.forms import Form

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, words in members.items():
            made.writestr(name.replace("__", "/").replace("_DOT_", "."), words)
    return out.getvalue()


DOCX = archive(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})
ODT = archive(mimetype=files.ODT, **{"content.xml": "<x/>"})
MACROS = archive(
    **{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>", "word/vbaProject.bin": "x"}
)


class OneFile(Form):
    file = files.DocumentField(label="Bestand")


def sent(content: bytes, name: str = "brief.pdf", claims: str = "application/pdf") -> OneFile:
    return OneFile({}, {"file": SimpleUploadedFile(name, content, claims)})


@pytest.mark.parametrize(
    ("content", "kind", "ending"),
    [
        (PDF, files.PDF, "pdf"),
        (PNG, "image/png", "png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "image/jpeg", "jpg"),
        (DOCX, files.DOCX, "docx"),
        (ODT, files.ODT, "odt"),
        ("Beste Mark, bedankt voor uw brief. € 25".encode(), files.TEXT, "txt"),
    ],
)
def test_the_content_says_what_it_is(content, kind, ending):
    form = sent(content, "C:\\brieven\\Brief <van> Mark.exe", "text/html")
    assert form.is_valid(), form.errors
    file = form.cleaned_data["file"]
    assert (file.content_type, file.name) == (kind, f"Brief  van  Mark.{ending}")
    assert file.read() == content


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0" + b"\0" * 400,
        MACROS,
        archive(a="b"),
        b"PK\x03\x04 no archive",
        b"\x7fELF" + b"\0" * 60,
        "tekst in een andere code: é".encode("latin-1"),
        b"bijna tekst\0",
    ],
)
def test_the_rest_is_refused_in_words(content):
    form = sent(content, "onschuldig.pdf")
    assert "Dit soort bestand kunnen wij niet aannemen" in form.errors["file"][0]


def test_a_photo_of_an_iphone_is_refused_with_a_way_out():
    form = sent(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400, "IMG_1.HEIC", "image/heic")
    assert "Maak er een jpg van." in form.errors["file"][0]
    # The phone makes one by itself for a page that asks for JPEG and not for HEIC.
    assert 'accept="image/jpeg,' in str(form["file"])
    assert "heic" not in str(form["file"])


def test_a_page_of_a_browser_is_only_text():
    form = sent(b"<html><script>alert(1)</script></html>", "x.html", "text/html")
    assert form.is_valid()
    answer = files.send(io.BytesIO(b"x"), form.cleaned_data["file"].name, files.TEXT, inline=True)
    assert answer["Content-Type"] == files.TEXT
    assert answer["Content-Disposition"].startswith("attachment")


def test_too_large_and_empty_say_so(settings):
    settings.MAX_DOCUMENT_BYTES = 1024 * 1024
    assert "Het mag 1 MB zijn" in sent(PDF + b" " * 1024 * 1024).errors["file"][0]
    assert sent(b"").errors["file"] == ["Dit bestand is leeg. Kies een ander bestand."]
    assert OneFile({}, {}).errors["file"] == ["Kies een bestand."]


def test_it_leaves_with_a_policy_of_its_own():
    answer = files.send(io.BytesIO(PNG), "foto.png", "image/png", inline=True)
    assert answer["Content-Disposition"] == 'inline; filename="foto.png"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["Cache-Control"] == "private, no-store"
    assert files.send(io.BytesIO(PDF), "b.pdf", files.PDF)["Content-Disposition"] == (
        'attachment; filename="b.pdf"'
    )
    odd = files.send(io.BytesIO(b""), "x.html", "text/html", inline=True)
    assert odd["Content-Type"] == "application/octet-stream"


def test_the_place_tells_nothing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    place = files.random_name(None, "Mark Jansen.pdf")
    assert "Mark" not in place
    assert files.random_name(None, "x") != place
    saved = files.store().save(place, SimpleUploadedFile("x", PDF))
    assert (tmp_path / saved).stat().st_mode & 0o777 == 0o600
