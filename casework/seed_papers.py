"""Documents of gezin Jansen in the demo: letters that can really be opened."""

import io
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from pypdf import PageObject, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from casework.choices import RightKind
from casework.models import Document, RightsRequest, Seat
from casework.models.rights_requests import months_later
from casework.seed_rows import Rows
from wijkteam import files

LETTER = [
    "Voorbeeldstad, afdeling Toeslagen",
    "",
    "Beste meneer Jansen,",
    "",
    "U vroeg huurtoeslag aan. Wij hebben uw aanvraag ontvangen.",
    "U hoort binnen acht weken van ons.",
    "",
    "Hebt u vragen? Bel 14 0200.",
]
DEAL = [
    "Woningstichting Voorbeeldstad",
    "",
    "Beste meneer Jansen,",
    "",
    "We spraken af dat u elke maand 25 euro betaalt.",
    "De eerste keer is op de eerste van de maand.",
]
LIST = "Wat Mark meeneemt naar het gesprek:\n\n- de brief over de huur\n- een pen\n- Els\n"


def papers(rows: Rows, mark: Seat, youssef: Seat) -> None:
    """A letter in two versions, one for the life domain money, and a list of Mark himself; and
    what Mark asked about his data."""
    ask(rows, mark)
    now = timezone.localtime().replace(minute=20)
    first = _paper(rows, youssef, "Brief over de huurtoeslag", LETTER, now - timedelta(days=20),
                   life_domain="money")  # fmt: skip
    _paper(
        rows, youssef, "Brief over de huurtoeslag", [*LETTER, "", "Ontvangen op 3 november."],
        now - timedelta(days=6), version=2, previous=first, life_domain="money",
    )  # fmt: skip
    _paper(
        rows, youssef, "Afspraak met de woningstichting", DEAL, now - timedelta(days=33),
        life_domain="money",
    )  # fmt: skip
    document = Document(title="Wat ik meeneem naar het gesprek", name="lijstje.txt")
    document.file.save("lijstje", ContentFile(LIST.encode()), save=False)
    rows.add(
        Document, case_file=mark.case_file, by=mark, at=now - timedelta(days=22),
        title=document.title, name=document.name, kind=files.TEXT, size=len(LIST),
        file=document.file.name,
    )  # fmt: skip


def _paper(
    rows: Rows, by: Seat, title: str, lines: list[str], at: datetime, **more: object
) -> Document:
    content = _pdf(lines)
    holder = Document(title=title)
    holder.file.save("brief", ContentFile(content), save=False)
    document: Document = rows.add(
        Document, case_file=by.case_file, by=by, title=title, at=at, name="brief.pdf",
        kind=files.PDF, size=len(content), file=holder.file.name, **more,
    )  # fmt: skip
    return document


def _pdf(lines: list[str]) -> bytes:
    """A plain letter of one page."""
    page = PageObject.create_blank_page(width=595, height=842)
    kinds = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(kind) for key, kind in kinds.items()})
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    words = "".join(f"({line}) Tj T*\n" for line in lines)
    content.set_data(f"BT /F1 12 Tf 18 TL 72 760 Td\n{words}ET".encode("cp1252"))
    page[NameObject("/Contents")] = content
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_page(page)
    writer.write(out)
    return out.getvalue()


def ask(rows: Rows, mark: Seat) -> None:
    """One request that waits for an answer, nine days old."""
    person = mark.person
    user = person.user if person else None
    if user is None:
        return
    asked = timezone.localtime().replace(hour=19, minute=40) - timedelta(days=9)
    rows.add(
        RightsRequest, case_file=mark.case_file, household_id=mark.case_file.household_id,
        asked_by=user, name=user.name, email=user.email or "", kind=RightKind.CORRECT,
        words="In het bericht van de woningstichting staat nog 35 euro. Het is 25.",
        asked_at=asked, due=months_later(asked.date(), 1),
    )  # fmt: skip
