"""A list as Excel saves it: dates, numbers, formulas, and a first sheet that is empty."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest

from network.models import RegisterImport, Vindplaats
from tests.network.conftest import words
from tests.network.test_import import put_in, upload
from tests.page import check_page

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DAY_ZERO = date(1899, 12, 30)


class Formula(str):
    """A cell that counts; its outcome is what was counted last."""


def cell(value: object) -> str:
    if isinstance(value, date):
        return f'<c s="1"><v>{(value - DAY_ZERO).days}</v></c>'
    if isinstance(value, Formula):
        return f'<c t="str"><f>{escape(value)}</f><v>uitkomst</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def sheet(rows: list[list]) -> str:
    lines = "".join(f"<row>{''.join(cell(one) for one in row)}</row>" for row in rows)
    return f'<worksheet xmlns="{SHEET}"><sheetData>{lines}</sheetData></worksheet>'


def workbook(*sheets: list[list]) -> bytes:
    """As little as a workbook can be: sheets, one style for dates, and what points at what."""
    numbers = range(1, len(sheets) + 1)
    names = "".join(f'<sheet name="Blad{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": sheet(sheets[n - 1]) for n in numbers}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


HEAD = ["Naam", "Soort", "Postcode", "Laatste contact", "Ritme", "Wanneer open", "Biedt"]


def test_dates_numbers_and_formulas_of_excel(as_user, professional, team):
    rows = [
        HEAD,
        ["Tuin", "buurthuis", "1311 AB", date(2026, 2, 3), 30, "ma t/m vr", "Koffie & thee"],
        ["Snackbar", "winkel of markt", "", "", 30.0, date(2026, 12, 9), ""],
        ["=1+1", "school", "", "", "", "", ""],
        [Formula("UPPER(A2)"), "school", "", "", "", "", ""],
        ["Bieb", "bibliotheek", "1311AB", 46000, 60, "'-s morgens'", "=2+5"],
        ["Tuin", "buurthuis", "1311AB", "", "", "", ""],
    ]
    client = as_user(professional)
    page = words(upload(client, workbook([], rows), "lijst.xlsx"))
    assert check_page(page) == []
    assert "Excel maakte hier een datum van (2026-12-09)" in page
    assert "Zet 2 plekken in het register" in page
    assert "<dd>3</dd>" in page.replace("\n", "")
    put_in(client)
    tuin = Vindplaats.objects.get(name="Tuin")
    assert (tuin.last_contact_on, tuin.rhythm_days) == (date(2026, 2, 3), 30)
    assert tuin.offers == "Koffie & thee"
    # Of a cell that counts, the outcome is read: the same as whoever made the list saw.
    assert {one.name for one in Vindplaats.objects.all()} == {"Tuin", "uitkomst"}
    upload(client, workbook([], rows), "lijst.xlsx")
    put_in(client)
    assert Vindplaats.objects.count() == 2


@pytest.mark.parametrize("content", [workbook(), workbook([]), workbook([[]])])
def test_a_workbook_without_a_list_says_why(as_user, professional, content):
    page = words(upload(as_user(professional), content, "lijst.xlsx"))
    assert "koppen &#x27;naam&#x27; en &#x27;soort&#x27;" in page or "kunnen dit bestand" in page
    assert check_page(page) == []
    assert not RegisterImport.objects.exists()
