"""Reading in a list of places: every good row, every bad one named, safe to do twice."""

import io
import random
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from network.models import RegisterImport, Vindplaats
from tests.network.conftest import words
from tests.page import check_page

URL = "/netwerk/inlezen/"
HEAD = "Naam;Soort;Postcode;Wijk;Leefgebieden;Laatste contact;Lievelingskleur"


def upload(client, content: str | bytes, name: str = "lijst.csv"):
    data = content.encode() if isinstance(content, str) else content
    return client.post(URL, {"file": SimpleUploadedFile(name, data)}, follow=True)


def put_in(client) -> str:
    made = RegisterImport.objects.latest("at")
    return words(client.post(f"{URL}{made.pk}/erin/", follow=True))


def messy(rows: int) -> tuple[str, int, int]:
    """A list with every seventh row wrong and every eleventh a repeat: (text, good, wrong)."""
    rng = random.Random(5)
    wrong = ["Plek {};buurthuis;13 AB;;;;", "Plek {};dansschool;;;;;", ";school;;;;;",
             "=HYPERLINK(\"x\");school;;;;;", "Plek {};school;;;;31-02-2026;",
             "Plek {};school;;Nergenshuizen;;;", "Plek {};school;;;slapen;;"]  # fmt: skip
    lines, good, bad, last = [HEAD], 0, 0, ""
    for number in range(rows):
        if number % 7 == 3:
            lines.append(rng.choice(wrong).format(number))
            bad += 1
        elif number % 11 == 5 and last:
            lines.append(last.upper())
        else:
            last = f"Plek {number};buurthuis;1311 ab;;Geld, wonen;46000;rood"
            lines.append(last)
            good += 1
    return "\n".join(lines), good, bad


def test_a_messy_list_of_five_thousand(as_user, professional, team, django_assert_max_num_queries):
    client = as_user(professional)
    text, good, bad = messy(5000)
    assert check_page(words(client.get(URL))) == []
    page = words(upload(client, text))
    assert Vindplaats.objects.count() == 0
    assert f"Zet {good} plekken in het register" in page
    assert f"<dd>{bad}</dd>" in page.replace("\n", "")
    assert "Lievelingskleur" in page
    assert check_page(page) == []
    assert len(page) < 200_000
    with django_assert_max_num_queries(80):
        put_in(client)
    assert Vindplaats.objects.count() == good
    place = Vindplaats.objects.get(name="Plek 0")
    assert (place.kind, place.formality, place.holder) == (
        "community_centre",
        "formal",
        professional,
    )
    assert place.postcode == "1311AB"
    assert place.life_domains == ["money", "housing"]
    assert place.last_contact_on == date(2025, 12, 9)
    assert list(place.neighbourhoods.all()) == list(team.neighbourhoods.all())
    # The same file once more, and the same button once more.
    put_in(client)
    assert "Stond er al" in words(upload(client, text))
    put_in(client)
    assert Vindplaats.objects.count() == good


def test_what_is_wrong_is_said_per_row_and_comes_back_as_a_file(as_user, professional, team):
    client = as_user(professional)
    tomorrow = timezone.localdate() + timedelta(days=1)
    lines = [
        HEAD, "Goed;school;;;;;", "Fout;school;99;;;;", "=1+1;school;;;;;",
        f"Morgen;school;;;;{tomorrow:%d-%m-%Y};", "Kort;school",
    ]  # fmt: skip
    page = words(upload(client, "\n".join(lines)))
    assert "postcode: is geen postcode: 99" in page
    assert "naam: begint met" in page
    assert "ligt in de toekomst" in page
    assert "Zet 2 plekken in het register" in page
    made = RegisterImport.objects.get()
    answer = client.get(f"{URL}{made.pk}/fout.csv").content.decode("utf-8-sig").splitlines()
    assert len(answer) == 4
    assert answer[0].endswith("wat er mis is")
    assert answer[2].startswith("'=1+1;school")


def spreadsheet(rows: list[list]) -> bytes:
    book, table = OpenDocumentSpreadsheet(), Table(name="Blad1")
    for row in rows:
        line = TableRow()
        for value in row:
            if isinstance(value, date):
                cell = TableCell(valuetype="date", datevalue=value.isoformat())
            elif isinstance(value, int):
                cell = TableCell(valuetype="float", value=value)
            else:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=value))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_spreadsheet_with_dates_and_numbers(as_user, professional, team):
    rows = [
        ["naam", "soort", "laatste contact", "ritme", "openingstijden"],
        ["Tuin", "initiatief van bewoners", date(2026, 2, 3), 30, "ma t/m vr"],
        ["Snackbar", "winkel of markt", "", 30, date(2026, 12, 9)],
    ]
    client = as_user(professional)
    page = words(upload(client, spreadsheet(rows), "lijst.ods"))
    assert "Excel maakte hier een datum van (2026-12-09)" in page
    put_in(client)
    place = Vindplaats.objects.get()
    assert (place.last_contact_on, place.rhythm_days) == (date(2026, 2, 3), 30)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Dit bestand is leeg."),
        (b"PK\x03\x04kapot", "Wij kunnen dit bestand niet lezen."),
        (b"\x00\x01\x02", "Dit is geen CSV, XLSX of ODS."),
        (b"adres;plaats\nKade 3;Hier", "koppen &#x27;naam&#x27; en &#x27;soort&#x27;"),
    ],
)
def test_a_file_that_is_no_list_says_why(as_user, professional, content, said):
    page = words(upload(as_user(professional), content))
    assert said in page
    assert check_page(page) == []
    assert not RegisterImport.objects.exists()


def test_a_place_added_by_hand_is_not_added_again(as_user, professional, library):
    client = as_user(professional)
    page = words(upload(client, "naam;soort;postcode\nBIBLIOTHEEK;bibliotheek;1311AB"))
    assert "Stond er al" in page
    assert "in het register</button>" not in page


def test_a_list_is_for_whoever_brought_it(as_user, professional, colleague, partner, contact):
    upload(as_user(professional), "naam;soort\nTuin;school")
    made = RegisterImport.objects.get()
    for address in ("", "fout.csv"):
        assert as_user(colleague).get(f"{URL}{made.pk}/{address}").status_code == 404
    assert as_user(colleague).post(f"{URL}{made.pk}/erin/").status_code == 404
    for who in (partner, contact):
        assert as_user(who).get(URL).status_code == 403


def test_phone_and_website_come_along(as_user, professional):
    client = as_user(professional)
    rows = [
        "naam;soort;telefoon;site", "Tuin;school;612345678;tuin.example", "Kas;school;bel maar;",
        "Schuur;school;;javascript:alert(1)",
    ]  # fmt: skip
    page = words(upload(client, "\n".join(rows)))
    assert "is geen telefoonnummer: bel maar." in page
    assert "is geen adres van een website: javascript:alert(1)." in page
    put_in(client)
    place = Vindplaats.objects.get()
    assert (place.phone.as_e164, place.website) == ("+31612345678", "https://tuin.example")
