"""Documents: handed in, read by whoever may read them, every version kept, with a name on it."""

import io
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader, PdfWriter

from casework.models import Document
from casework.tasks import scan_documents
from casework.workflow import NotAllowed
from tests.casework.browser import fields, words
from tests.conftest import app_login
from wijkteam import database, files
from wijkteam.models import AccessLog

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def pdf(pages: int = 1) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    for _page in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.write(out)
    return out.getvalue()


def hand_in(client, url, content=None, name="brief.pdf", **answers):
    data = fields(client.get(url)) | {"title": "Brief over de huur"} | answers
    return client.post(url, data | {"file": SimpleUploadedFile(name, content or pdf())})


def make(seat, domain="", title="Brief", content=None, **more) -> Document:
    document = Document(case_file=seat.case_file, by=seat, title=title, life_domain=domain, **more)
    upload = SimpleUploadedFile("b.pdf", content or pdf(), files.PDF)
    document.add(upload)
    return document


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_it_stands_there_and_is_written_down(family, as_user, professional):
    client = as_user(professional)
    response = hand_in(client, f"{family.url}documenten/erbij/")
    assert response.url == f"{family.url}documenten/"
    assert "Brief over de huur" in words(client.get(response.url))
    document = Document.objects.get()
    assert (document.name, document.kind, document.version) == ("brief.pdf", files.PDF, 1)
    assert "brief" not in document.file.name
    assert AccessLog.objects.filter(part="documenten", act="veranderd").count() == 1


def test_wrong_input_keeps_what_was_typed(family, as_user, professional):
    url = f"{family.url}documenten/erbij/"
    page = words(hand_in(as_user(professional), url, b"MZ\x90\0\0", life_domain="money"))
    assert "Dit soort bestand kunnen wij niet aannemen" in page
    assert 'value="Brief over de huur"' in page
    assert '<option value="money" selected' in page
    assert not Document.objects.exists()


def test_without_a_title_it_is_called_as_the_file_is(family, as_user, professional):
    url = f"{family.url}documenten/erbij/"
    hand_in(as_user(professional), url, PNG, "brief-huur.png", title="")
    assert Document.objects.get().title == "brief-huur"


def test_sent_twice_stands_there_once(family, as_user, professional):
    client, url = as_user(professional), f"{family.url}documenten/erbij/"
    data = fields(client.get(url)) | {"title": "Brief"}
    for _thumb in range(2):
        response = client.post(url, data | {"file": SimpleUploadedFile("b.pdf", pdf())})
        assert response.status_code == 302
    assert Document.objects.count() == 1


def test_who_takes_it_along_reads_the_own_name_on_it(family, as_user, professional):
    document = make(family.coordinator, content=pdf(2))
    client = as_user(professional)
    response = client.get(f"/werk/documenten/{document.pk}/download/")
    assert response["Content-Disposition"] == 'attachment; filename="b.pdf"'
    taken = PdfReader(io.BytesIO(body(response)))
    assert all("Gedownload door Sanne de Wit" in page.extract_text() for page in taken.pages)
    shown = client.get(f"/werk/documenten/{document.pk}/")
    assert shown["Content-Disposition"].startswith("inline")
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "script-src" not in shown["Content-Security-Policy"]
    acts = AccessLog.objects.filter(part="documenten").values_list("act", flat=True)
    assert sorted(acts) == ["bekeken", "gedownload"]


@pytest.mark.parametrize(("form", "size"), [("JPEG", (900, 600)), ("PNG", (40, 30))])
def test_a_picture_too_and_it_no_longer_says_where_it_was_taken(
    family, as_user, professional, form, size
):
    telephone = Image.Exif()
    telephone[271] = "Telefoon van Mark"
    taken = io.BytesIO()
    Image.new("RGB", size, "red").save(taken, form, exif=telephone)
    document = make(family.coordinator, content=taken.getvalue())
    Document.objects.filter(pk=document.pk).update(kind=f"image/{form.lower()}")
    response = as_user(professional).get(f"/werk/documenten/{document.pk}/download/")
    picture = Image.open(io.BytesIO(body(response)))
    assert picture.format == form
    assert not picture.getexif()
    assert picture.height > size[1]
    strip = picture.convert("L").crop((0, size[1] + 2, picture.width, picture.height))
    assert strip.getextrema()[0] < 120  # something is written there
    assert picture.convert("RGB").getpixel((5, 5))[0] > 240


def test_a_damaged_pdf_leaves_as_it_is(family, as_user, professional):
    document = make(family.coordinator, content=b"%PDF-1.4 stuk")
    response = as_user(professional).get(f"/werk/documenten/{document.pk}/download/")
    assert body(response) == b"%PDF-1.4 stuk"


def test_others_do_not_find_it(family, as_user, partner, outsider, resident, municipality):
    money, school = make(family.colleague, "money"), make(family.partner, "parenting")
    client = as_user(partner)
    assert client.get(f"/werk/documenten/{money.pk}/").status_code == 404
    assert client.get(f"/werk/documenten/{school.pk}/").status_code == 200
    assert client.get(f"/werk/documenten/{money.pk}/nieuwe-versie/").status_code == 404
    assert as_user(outsider).get(f"/werk/documenten/{school.pk}/").status_code == 404
    assert as_user(municipality).get(f"/werk/documenten/{school.pk}/").status_code == 403
    assert as_user(resident).get(f"/werk/documenten/{school.pk}/").status_code == 403
    with app_login(), database.role("professional", partner.pk):
        assert set(Document.objects.values_list("pk", flat=True)) == {school.pk}


def test_a_stranger_is_asked_to_sign_in(family, stranger):
    document = make(family.coordinator)
    response = stranger.get(f"/werk/documenten/{document.pk}/download/")
    assert response.url.startswith("/inloggen/login/")


def test_a_new_version_keeps_the_old_one(family, as_user, colleague):
    first = make(family.coordinator)
    client = as_user(colleague)
    response = hand_in(client, f"/werk/documenten/{first.pk}/nieuwe-versie/", PNG, "foto.png")
    assert response.status_code == 302
    newer = Document.objects.newest().get()
    assert (newer.version, newer.previous, newer.title) == (2, first, "Brief")
    page = words(client.get(f"{family.url}documenten/"))
    assert "versie 2" in page
    assert "1 oudere versie" in page
    assert client.get(f"/werk/documenten/{first.pk}/download/").status_code == 200
    refused = words(hand_in(client, f"/werk/documenten/{first.pk}/nieuwe-versie/"))
    assert "Er staat al een nieuwere versie" in refused
    assert Document.objects.count() == 2


def test_a_new_version_is_only_offered_where_it_is_taken(family, as_user, partner, professional):
    """Not of the shared part to a partner, and of what a resident handed in to nobody."""
    shared, own, theirs = (make(one) for one in (family.coordinator, family.partner,
                                                 family.resident))  # fmt: skip
    Document.objects.filter(pk=own.pk).update(life_domain="parenting")
    for user, document, offered in [
        (partner, shared, False), (partner, own, True),
        (professional, shared, True), (professional, theirs, False),
    ]:  # fmt: skip
        url = f"/werk/documenten/{document.pk}/nieuwe-versie/"
        assert (url in words(as_user(user).get(f"{family.url}documenten/"))) is offered
        assert as_user(user).get(url).status_code == (200 if offered else 404)
    with pytest.raises(NotAllowed):
        theirs.add_version(family.coordinator, SimpleUploadedFile("a.pdf", b"%PDF-1.4"), uuid4())


def test_the_resident_reads_and_hands_in(family, as_user, resident, partner):
    make(family.coordinator, title="Beschikking")
    client, url = as_user(resident), f"{family.own_url}documenten/"
    page = words(client.get(url))
    assert "Beschikking" in page
    assert f"{url}erbij/" in page
    assert hand_in(client, f"{url}erbij/", PNG, "foto.png", title="Mijn brief").url == url
    own = Document.objects.get(title="Mijn brief")
    shown = client.get(f"/mijn/documenten/{own.pk}/")
    assert shown["Content-Type"] == "image/png"
    assert body(shown) == PNG
    # For the whole table, or for whoever is there for one part of life.
    hand_in(client, f"{url}erbij/", PNG, "pas.png", title="Mijn bankpas", life_domain="money")
    school = words(as_user(partner).get(f"{family.url}documenten/"))
    assert "Mijn brief" in school
    assert "Mijn bankpas" not in school


def test_in_a_closed_file_nothing_comes_in(family, professional, resident, as_user):
    document = make(family.coordinator)
    family.case_file.close(professional, "Klaar.")
    family.coordinator.refresh_from_db()
    with pytest.raises(NotAllowed):
        make(family.coordinator)
    client = as_user(resident)
    page = words(client.get(f"{family.own_url}documenten/"))
    assert f"/mijn/documenten/{document.pk}/" in page
    assert "erbij/" not in page


def test_with_a_scanner_it_waits(family, as_user, professional, settings):
    settings.SCANNER = f"{__name__}.scan"
    good, bad = make(family.coordinator), make(family.coordinator, content=pdf() + b"EICAR")
    client = as_user(professional)
    assert "wordt nog gecontroleerd op virussen" in words(client.get(f"{family.url}documenten/"))
    assert client.get(f"/werk/documenten/{good.pk}/").status_code == 404
    with app_login():
        assert scan_documents() == 2
        assert scan_documents() == 0
    assert client.get(f"/werk/documenten/{good.pk}/").status_code == 200
    assert client.get(f"/werk/documenten/{bad.pk}/").status_code == 404
    assert "niet veilig, daarom weggegooid" in words(client.get(f"{family.url}documenten/"))
    assert not files.store().exists(bad.file.name)


def scan(file) -> bool:
    return b"EICAR" not in file.read()


def broken_on_one(file) -> bool:
    if b"stuk" in file.read():
        raise OSError("the scanner said 'INSTREAM size limit exceeded. ERROR'")
    return True


def down(file) -> bool:
    raise ConnectionRefusedError


def test_what_the_scanner_cannot_read_holds_up_nothing_else(
    family, as_user, professional, settings
):
    settings.SCANNER = f"{__name__}.broken_on_one"
    make(family.coordinator, title="Eerst", content=pdf() + b"stuk")
    make(family.coordinator, title="Daarna")
    with app_login():
        for _minute in range(3):
            scan_documents()
    assert {one.title: one.scan for one in Document.objects.all()} == {
        "Eerst": "waiting",
        "Daarna": "clean",
    }


def test_while_the_scanner_is_down_the_page_says_so(
    family, as_user, professional, resident, settings
):
    settings.SCANNER = f"{__name__}.down"
    client = as_user(professional)
    response = hand_in(client, f"{family.url}documenten/erbij/")
    page = words(client.get(response.url))
    assert "Openen kan na de controle op virussen." in page
    assert "wordt nog gecontroleerd op virussen" in page
    Document.objects.update(for_household=True)
    with app_login():
        assert scan_documents() == 0
    for user, url in [(professional, f"{family.url}documenten/"),
                      (resident, f"{family.own_url}documenten/")]:  # fmt: skip
        page = words(as_user(user).get(url))
        assert "de controle op virussen lukt nu niet" in page
        assert "wordt nog gecontroleerd" not in page
    assert Document.objects.get().scan == "waiting"
    settings.SCANNER = f"{__name__}.scan"
    with app_login():
        scan_documents()
    assert "Downloaden" in words(client.get(f"{family.url}documenten/"))


def test_what_waits_when_the_scanner_is_taken_away_keeps_waiting_and_says_so(
    family, as_user, professional, settings
):
    settings.SCANNER = f"{__name__}.scan"
    make(family.coordinator)
    settings.SCANNER = ""
    with app_login():
        assert scan_documents() == 0
    page = words(as_user(professional).get(f"{family.url}documenten/"))
    assert "de controle op virussen lukt nu niet" in page
