"""Everything about oneself in one file: made by the worker, for nobody else, for some days."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from casework import take_along
from casework.keeping import end_exports, make_exports
from casework.models import Export, LeaveRequest, Person, PersonContact
from tests import factories
from tests.casework.browser import words
from tests.casework.test_documents import body, make
from tests.conftest import app_login
from wijkteam import files, pdf
from wijkteam.choices import Role
from wijkteam.models import AccessLog, AccessQuestion

URL = "/mijn/gegevens/"


@pytest.fixture
def ready(family, as_user, resident, professional, team, difference) -> Export:
    factories.request(team, name="Mark", words="Ik maak mij zorgen", requester=resident)
    make(family.coordinator, title="Beschikking")
    LeaveRequest(case_file=family.case_file, seat=family.colleague, asked_by=family.resident,
                 words="Hij praat over mijn hoofd heen.").ask()  # fmt: skip
    as_user(professional).get(family.url)
    AccessQuestion.objects.create(
        row=AccessLog.objects.filter(user=professional).first(),
        asked_by=resident,
        name="Mark",
        words="Waarom op zondag?",
    )
    for person in Person.objects.all():
        name = "mark" if person.user == resident else "noor"
        PersonContact.write_down(person, f"{name}@elders.example")
    for _thumb in range(2):
        assert as_user(resident).post(f"{URL}download/").status_code == 302
    assert Export.objects.count() == 1
    assert "Uw bestand wordt gemaakt" in words(as_user(resident).get(URL))
    with app_login():
        assert make_exports() == 1
        assert make_exports() == 0
    return Export.objects.get()


def test_it_holds_everything_and_no_more(ready, as_user, resident, difference):
    client = as_user(resident)
    assert "Downloaden" in words(client.get(URL))
    response = client.get(f"{URL}download/{ready.pk}/")
    assert response["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(body(response)))
    data = archive.read("gegevens.json").decode()
    for text in ["mijn post open", "Elke maandag de post", "over geld", "De Regenboog",
                 "Beschikking", "buurvrouw", difference.subject, "over mijn hoofd heen",
                 "Waarom op zondag?", "cijfer aan het begin",
                 difference.positions.first().measure]:  # fmt: skip
        assert text in data, text
    assert "voor de regie" not in data  # a note for the coordinator alone
    assert "Noor" in data
    assert "mark@elders.example" in data
    assert "noor@elders.example" not in data  # how to reach the others at home
    for name in ["at", "done at", "since", "language", "reaction"]:
        assert f'"{name}":' not in data, name
    titles = [chapter["titel"] for chapter in json.loads(data)["hoofdstukken"]]
    assert "Mijn verzoeken om een gesprek" in titles
    assert archive.read("documenten/001 b.pdf").startswith(b"%PDF")
    assert archive.read("gegevens.pdf").startswith(b"%PDF")
    assert AccessLog.objects.filter(part="alle gegevens", act="gedownload").exists()


def test_nobody_else_opens_it(ready, as_user, professional, stranger):
    url = f"{URL}download/{ready.pk}/"
    assert as_user(factories.user("Noor", Role.RESIDENT)).get(url).status_code == 404
    assert as_user(professional).get(url).status_code == 403
    assert stranger.get(url).url.startswith("/inloggen/")


def test_after_some_days_it_is_gone(ready, as_user, resident):
    name = ready.file.name
    with app_login():
        assert end_exports() == 0
    Export.objects.update(expires_on=timezone.localdate() - timedelta(1))
    with app_login():
        assert end_exports() == 1
    assert not files.store().exists(name)
    assert "Maak mijn bestand" in words(as_user(resident).get(URL))


def test_without_pango_there_is_a_page_to_read(family, as_user, resident, monkeypatch):
    def no_pango(*_args):
        raise pdf.NoPango("geen PDF")

    monkeypatch.setattr(take_along.pdf, "pdf_bytes", no_pango)
    as_user(resident).post(f"{URL}download/")
    with app_login():
        make_exports()
    page = words(as_user(resident).get(URL))
    assert "Er kon geen PDF worden gemaakt" in page
    response = as_user(resident).get(f"{URL}download/{Export.objects.get().pk}/")
    archive = zipfile.ZipFile(io.BytesIO(body(response)))
    assert "mijn post open" in archive.read("gegevens.html").decode()


def test_what_still_waits_for_the_scanner_is_named_and_stays_shut(
    family, as_user, resident, settings
):
    settings.SCANNER = "tests.casework.test_documents.scan"
    make(family.coordinator, title="Beschikking")
    as_user(resident).post(f"{URL}download/")
    with app_login():
        assert make_exports() == 1
    made = Export.objects.get()
    archive = zipfile.ZipFile(io.BytesIO(body(as_user(resident).get(f"{URL}download/{made.pk}/"))))
    assert "documenten/001 b.pdf" not in archive.namelist()
    assert "nog niet gecontroleerd" in archive.read("documenten/001 b.pdf.txt").decode()
