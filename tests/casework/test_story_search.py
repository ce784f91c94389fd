"""Finding words in the story, in Dutch; and one visit to several people, written once."""

from casework.models import TimelineEntry
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.models import AccessLog


def found(client, url, asked: str) -> str:
    response = client.get(url, {"zoek": asked})
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    return words(response)


def write(family, text: str, **fields) -> TimelineEntry:
    entry = TimelineEntry(case_file=family.case_file, by=family.coordinator, words=text, **fields)
    entry.write()
    return entry


def test_dutch_forms_of_a_word_are_found_and_logged(family, as_user, professional):
    write(family, "De rekeningen liggen in de kast")
    page = found(as_user(professional), family.url, "rekening kast")
    assert "De rekeningen liggen in de kast" in page
    assert "voor de hele tafel" not in page
    assert AccessLog.objects.filter(act="gezocht", part="verhaal", user=professional).exists()


def test_a_correction_leads_to_what_it_corrects(family, as_user, professional):
    first = write(family, "Het is 35 per maand")
    first.correct(family.coordinator, "Vijfentwintig was het")
    page = found(as_user(professional), family.url, "vijfentwintig")
    assert "Het is 35 per maand" in page


def test_only_what_one_may_read_is_found(family, as_user, partner, colleague):
    assert "over geld" not in found(as_user(partner), family.url, "geld").split("Het verhaal")[1]
    assert "voor de regie" not in found(as_user(colleague), family.url, "regie")


def test_strange_questions_find_nothing_and_break_nothing(family, as_user, professional, resident):
    for asked in ["'; drop", '"', "& | !", "%", "\\", "de", "x" * 101]:
        found(as_user(professional), family.url, asked)
        found(as_user(resident), family.own_url, asked)


def test_one_visit_with_several_people_is_written_once(family, as_user, professional, resident):
    send(as_user(professional), f"{family.url}bericht/", words="Samen gegeten", kind="visit",
         resident_present="yes", with_whom=["Noor Jansen", "Els"])  # fmt: skip
    entry = TimelineEntry.objects.get(words="Samen gegeten")
    assert entry.with_whom == ["Noor Jansen", "Els"]
    page = words(as_user(resident).get(family.own_url))
    assert "erbij: <bdi>Noor Jansen</bdi>, <bdi>Els</bdi>" in page
    assert "u was erbij" not in page  # it names who of the house was there, and not Mark
    assert "erbij: <bdi>Noor Jansen</bdi>, <bdi>Els" in words(as_user(professional).get(family.url))
    response = send(as_user(professional), f"{family.url}bericht/", words="x", with_whom=["Onzin"])
    assert response.status_code == 200
