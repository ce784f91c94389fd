"""In the download: what a correction sets right, and what was asked about sharing."""

import io
import json
import zipfile
from decimal import Decimal

import pytest
from django.utils import translation
from pypdf import PdfReader

from casework.keeping import make_exports
from casework.models import Document, Export, MandateQuestion, Person, SharingQuestion
from casework.models.case_files import NewPerson
from casework.take_along import PAPER
from tests import factories
from tests.casework.test_documents import body, make
from tests.conftest import app_login
from wijkteam.export import Chapter, readable
from wijkteam.models import User
from wijkteam.pdf import pdf_bytes

STORY, ASKED = "Wat er is opgeschreven", "Wat er gevraagd is over delen"


@pytest.fixture
def karin(family, professional) -> User:
    """The other adult of the house."""
    user = factories.user("Karin Jansen", "resident")
    family.case_file.add_person(NewPerson("Karin Jansen", user=user, has_seat=True), professional)
    return user


def taken(client) -> tuple[dict[str, list], str]:
    """The chapters of the download for a machine, and the words of the one to read."""
    client.post("/mijn/gegevens/download/")
    with app_login():
        assert make_exports() == 1
    export = Export.objects.latest("asked_at")
    response = client.get(f"/mijn/gegevens/download/{export.pk}/")
    archive = zipfile.ZipFile(io.BytesIO(body(response)))
    chapters = json.loads(archive.read("gegevens.json"))["hoofdstukken"]
    pages = PdfReader(io.BytesIO(archive.read("gegevens.pdf"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    return {one["titel"]: one["regels"] for one in chapters}, text


def line(lines: list[dict], **holds) -> dict:
    return next(one for one in lines if holds.items() <= one.items())


def test_a_correction_says_what_it_sets_right(family, as_user, resident):
    old = family.entries["table"]
    old.correct(family.colleague, "Het was dinsdag.")
    chapters, paper = taken(as_user(resident))
    better = line(chapters[STORY], **{"wat gebeurde er": "Het was dinsdag."})
    assert better["daar stond"] == old.words
    then = line(chapters[STORY], **{"wat gebeurde er": old.words})
    assert better["verbetert het bericht van"] == then["wanneer"]
    assert then["later verbeterd op"] == [better["wanneer"]]
    assert f"Daar stond {old.words}" in paper
    others = line(chapters[STORY], **{"wat gebeurde er": "over geld"})
    assert not {"daar stond", "later verbeterd op"} & others.keys()


def test_what_says_nothing_to_a_reader_is_for_the_machine(family, as_user, resident, team):
    """Who is no coordinator, what kind of file it is, and figures as a computer writes them."""
    request = factories.request(team, name="Mark", requester=resident)
    make(family.coordinator, title="Beschikking")
    MandateQuestion(case_file=family.case_file, asked_by=family.coordinator, words="Een bed",
                    holder=family.coordinator, amount=Decimal("1640.50"),
                    asked_to="gemeente").ask()  # fmt: skip
    chapters, paper = taken(as_user(resident))
    seats = chapters["Wie er aan tafel zit of zat"]
    assert {one["regisseur"] for one in seats} == {True, False}
    assert (paper.count("Regisseur ja"), paper.count("Regisseur nee")) == (1, 0)
    document, size = chapters["Documenten"][0], Document.objects.get().size
    assert (document["soort"], document["grootte"]) == ("application/pdf", size)
    assert "application/pdf" not in paper
    assert f"Grootte {size} bytes" in paper.replace("\xa0", " ")
    assert chapters["We wachten op"][0]["bedrag in euro"] == "1640.50"
    assert "Bedrag in euro 1640,50" in paper
    assert chapters["Mijn verzoeken om een gesprek"][0]["nummer"] == request.reference
    assert f"Nummer {request.readable_reference}" in paper


def test_yes_and_no_in_the_reader_s_own_language():
    line = {"erbij": True, "gelukt": False}
    with translation.override("en"):
        assert readable([Chapter("x", [line])])[0].lines == [{"erbij": "yes", "gelukt": "no"}]


def test_of_words_that_one_reads_no_more_it_says_nothing(family, as_user, professional, resident):
    """Since then the house is kept apart: what the team wrote is no longer for who lives there."""
    old = family.entries["table"]
    old.correct(family.resident, "Het was dinsdag.")
    family.case_file.keep_apart(professional, True)
    chapters, paper = taken(as_user(resident))
    better = line(chapters[STORY], **{"wat gebeurde er": "Het was dinsdag."})
    assert better["verbetert"] == "een bericht dat u nu niet kunt lezen"
    assert old.words not in json.dumps(chapters) + paper


def _ask(family, about=None, domains=("money",)) -> SharingQuestion:
    asked = SharingQuestion(
        case_file=family.case_file, organisation=family.partner.user.organisation, about=about,
        domains=list(domains), purpose="samen kijken", asked_by=family.coordinator,
    )  # fmt: skip
    asked.put()
    return asked


def test_what_was_asked_about_sharing_and_how_it_ended(family, as_user, resident, karin):
    mark = family.resident.person
    _ask(family)
    SharingQuestion.objects.filter(pk=_ask(family, mark, ["housing"]).pk).update(
        answered_at="2026-11-01T12:00Z", answered_by=mark, agreed=False
    )
    chapters, paper = taken(as_user(resident))
    waits = line(chapters[ASKED], leefgebieden=["geld"])
    assert waits["met wie"] == "De Regenboog"
    assert waits["waarvoor"] == "samen kijken"
    assert waits["over wie"] == "het hele gezin"
    assert waits["wie vroeg het"] == "Sanne de Wit"
    assert waits["antwoord"] == "nog niet"
    answered = line(chapters[ASKED], leefgebieden=["wonen"])
    assert answered["over wie"] == "Mark Jansen"
    assert answered["antwoord"] is False
    assert answered["beantwoord op"] == "2026-11-01T13:00+01:00"
    assert "Antwoord nee" in paper


def test_in_a_house_kept_apart_what_is_asked_about_another_is_theirs(
    family, as_user, professional, resident, karin
):
    noor = Person.objects.get(name="Noor Jansen")
    _ask(family, family.resident.person, ["housing"])
    _ask(family, noor, ["health"])
    family.case_file.keep_apart(professional, True)
    chapters, _paper = taken(as_user(karin))
    assert [one["over wie"] for one in chapters[ASKED]] == ["Noor Jansen"]
    assert "wonen" not in json.dumps(chapters[ASKED])
    chapters, _paper = taken(as_user(resident))
    assert [one["over wie"] for one in chapters[ASKED]] == ["Mark Jansen", "Noor Jansen"]


def test_who_else_said_yes_is_named_only_while_it_waits(family, as_user, resident, karin):
    asked = _ask(family)
    karin_herself = Person.objects.get(user=karin)
    one = SharingQuestion.objects.filter(pk=asked.pk)
    one.update(first_yes_by=karin_herself, first_yes_at="2026-11-01T12:00Z")
    chapters, _paper = taken(as_user(resident))
    assert chapters[ASKED][0]["zei al ja"] == "Karin Jansen"
    one.update(answered_at="2026-11-02T12:00Z", answered_by=karin_herself, agreed=False)
    chapters, _paper = taken(as_user(resident))
    assert "Karin" not in json.dumps(chapters[ASKED])
    chapters, _paper = taken(as_user(karin))
    assert chapters[ASKED][0]["zei al ja"] == "Karin Jansen"


def test_a_question_that_nobody_can_answer_any_more_says_so(family, as_user, resident):
    ended = {"ended_at": "2026-11-01T12:00Z", "ended_by_leaving": family.resident.person}
    SharingQuestion.objects.filter(pk=_ask(family).pk).update(**ended)
    chapters, _paper = taken(as_user(resident))
    assert chapters[ASKED][0]["antwoord"] == "gestopt"


def test_who_was_asked_nothing_reads_so(family, as_user, resident):
    chapters, _paper = taken(as_user(resident))
    assert chapters[ASKED] == []


def test_what_belongs_together_stands_on_one_sheet():
    line = {"Eerst": "Dit is er gezegd.", "Daarna": "En dit ook.", "Laatst": "Zo liep het af."}
    chapters = [{"title": "Het verhaal", "lines": [line] * 50}]
    made = pdf_bytes(PAPER, {"person": Person(name="Mark"), "chapters": chapters})
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(made)).pages]
    assert len(sheets) > 2
    for sheet in sheets:
        assert sheet.count("Eerst") == sheet.count("Laatst")
