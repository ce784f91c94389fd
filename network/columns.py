"""The columns of a list of places: what they are called, what they hold, in both directions."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from phonenumber_field.phonenumber import to_python

from network.alike import key
from network.choices import Formality, SpokenLanguage, VindplaatsKind
from network.reading import Dated
from wijkteam.choices import LifeDomain, Weekday

POSTCODE = re.compile(r"^[1-9][0-9]{3}[A-Z]{2}$")
SHORT_DAYS = dict(zip(["ma", "di", "wo", "do", "vr", "za", "zo"], Weekday.values, strict=True))
NOBODY = "nog niemand"  # held by nobody: an empty cell is for whoever reads the list in
# Day 0 of a spreadsheet (Excel counts 1900 as a leap year, so this works from March 1900 on).
DAY_ZERO = date(1899, 12, 30)


class Wrong(Exception):
    """What is wrong in one cell, in words for whoever made the list."""


@dataclass(frozen=True)
class Column:
    """One column: the heading that we write, others that we know, and how a cell is read."""

    name: str
    heading: str
    also: tuple[str, ...]
    read: Callable[[str], Any]
    longest: int = 0


def text(cell: str) -> str:
    """Free text. What our own export put before a sign comes off again; a formula is refused."""
    words = cell.strip()
    if words[:1] == "'" and words[1:2] in set("=+-@＝＋－＠"):  # noqa: RUF001 see exporting
        return words[1:]
    if words.startswith("="):
        raise Wrong(_("begint met '=': dat is een formule. Typ de tekst zelf."))
    if "\x00" in words:
        raise Wrong(_("er staat een teken in dat wij niet kunnen bewaren."))
    if isinstance(cell, Dated):
        raise Wrong(_("Excel maakte hier een datum van (%s). Zet de cel op 'tekst'.") % cell)
    return words


def one_of(choices: type[TextChoices], **others: str) -> Callable[[str], str]:
    """The value of a label or a value, in any way of writing."""
    known = {key(value): value for value in choices.values}
    known |= {key(str(label)): value for value, label in choices.choices}
    known |= others

    def read(cell: str) -> str:
        words = text(cell)
        if words and key(words) not in known:
            raise Wrong(_("kennen wij niet: %s.") % words[:60])
        return known.get(key(words), "")

    return read


def many_of(choices: type[TextChoices], **others: str) -> Callable[[str], list[str]]:
    one = one_of(choices, **others)

    def read(cell: str) -> list[str]:
        parts = [part for part in re.split(r"[;,\n]", text(cell)) if part.strip()]
        return list(dict.fromkeys(one(part) for part in parts))

    return read


def postcode(cell: str) -> str:
    code = re.sub(r"[\s.-]", "", text(cell)).upper()
    if code and not POSTCODE.match(code):
        raise Wrong(_("is geen postcode: %s. Schrijf het als 1311 AB.") % cell.strip()[:20])
    return code


def phone(cell: str) -> str:
    """In any way of writing. A number that Excel took the nought off is read as well."""
    words = text(cell)
    found = to_python(words)
    if words and not (found and found.is_valid()):
        raise Wrong(_("is geen telefoonnummer: %s.") % words[:20])
    return found.as_e164 if found else ""


def website(cell: str) -> str:
    """With or without https:// before it."""
    words = text(cell)
    if not words:
        return ""
    address = words if "://" in words else f"https://{words}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        raise Wrong(_("is geen adres van een website: %s.") % words[:60]) from None
    return address


def number(lowest: float, highest: float, whole: bool = False) -> Callable[[str], float | None]:
    def read(cell: str) -> float | None:
        words = text(cell).replace(",", ".")
        if not words:
            return None
        try:
            found = float(words)
        except ValueError:
            raise Wrong(_("is geen getal: %s.") % words[:20]) from None
        if not lowest <= found <= highest or whole and not found.is_integer():
            raise Wrong(
                _("ligt niet tussen %(low)g en %(high)g.") % {"low": lowest, "high": highest}
            )
        return found

    return read


def day(cell: str) -> str:
    """A date in any of the ways in which it stands in a list: 3-2-2026, 2026-02-03, 46056."""
    words = cell.strip()
    if not words:
        return ""
    numbers = [int(part) for part in re.split(r"\D+", words) if part.isascii() and part]
    try:
        if len(numbers) == 1 and 20_000 < numbers[0] < 80_000:
            found = DAY_ZERO + timedelta(days=numbers[0])
        elif numbers[0] > 31:
            found = date(*numbers[:3])
        else:
            found = date(numbers[2], numbers[1], numbers[0])
    except (ValueError, IndexError, TypeError):
        raise Wrong(_("is geen datum: %s. Schrijf het als 6-3-2026.") % words[:20]) from None
    if not date(2000, 1, 1) <= found <= timezone.localdate():
        raise Wrong(_("ligt in de toekomst, of te lang geleden: %s.") % words[:20])
    return found.isoformat()


COLUMNS = [
    Column("name", "naam", ("name", "plek", "vindplaats", "titel"), text, 120),
    Column("kind", "soort", ("type", "soort plek", "categorie"), one_of(VindplaatsKind)),
    Column("formality", "formeel of informeel", ("formaliteit",), one_of(Formality)),
    Column("organisation", "organisatie", ("hoort bij organisatie",), text, 120),
    Column("wijken", "wijk", ("wijken", "buurt", "gebied"), text, 500),
    Column("address", "adres", ("straat", "straat en huisnummer"), text, 160),
    Column("postcode", "postcode", ("pc", "pc6", "zip"), postcode),
    Column("phone", "telefoon", ("tel", "telefoonnummer", "phone"), phone),
    Column("website", "website", ("site", "url", "internet"), website, 200),
    Column("life_domains", "leefgebieden", ("leefgebied", "wat ze zien"), many_of(LifeDomain)),
    Column("languages", "talen", ("taal",), many_of(SpokenLanguage)),
    Column("reaches", "wie er komen", ("doelgroep", "bereik"), text, 300),
    Column("opening_hours", "wanneer open", ("openingstijden", "open"), text, 500),
    Column("open_days", "op welke dagen open", ("dagen", "open op", "openingsdagen"),
           many_of(Weekday, **SHORT_DAYS)),
    Column("offers", "kan bieden", ("biedt", "aanbod"), text, 1000),
    Column("asks", "zoekt", ("vraagt", "vraag"), text, 1000),
    Column("notes", "goed om te weten", ("notitie", "opmerking", "opmerkingen"), text, 2000),
    Column("rhythm_days", "om de hoeveel dagen contact", ("ritme",), number(7, 365, whole=True)),
    Column("holder", "wie houdt contact", ("contact", "houder", "wie van ons"), text, 254),
    Column("substitute", "wie valt in", ("vervanger",), text, 254),
    Column("last_contact_on", "laatste contact", ("laatst gesproken",), day),
    Column("latitude", "breedtegraad", ("latitude", "lat"), number(-90, 90)),
    Column("longitude", "lengtegraad", ("longitude", "lon", "lng"), number(-180, 180)),
]  # fmt: skip
_HEADINGS = {key(name): one for one in COLUMNS for name in (one.heading, one.name, *one.also)}


def column_of(heading: str) -> Column | None:
    """The column with this heading, in any way of writing."""
    return _HEADINGS.get(key(heading))
