"""Find what leads to a family in words that are about to leave its file.

Names of the household, of its own network and of who sits at the table, the address, and schools,
doctors and the like by name. Upper and lower case, accents, possessive and diminutive forms make
no difference. Rather one word too many: whoever writes can put it differently.
"""

import re
import unicodedata
from typing import TYPE_CHECKING

from casework.models.households import HouseholdMember, NetworkPerson
from casework.places_named import places_of, reads_like_a_place
from wijkteam.models import Change

if TYPE_CHECKING:
    from casework.models import CaseFile

# Parts of names that say nothing by themselves.
PARTICLES = {
    "aan", "af", "al", "ben", "bij", "da", "de", "den", "der", "di", "dos", "du", "el", "en",
    "familie", "fam", "gezin", "het", "huishouden", "in", "la", "le", "mevrouw", "mevr", "mw",
    "dhr", "meneer", "op", "over", "te", "ten", "ter", "tot", "uit", "uijt", "van", "vd", "von",
    "voor", "zum", "zur",
}  # fmt: skip
DIMINUTIVE = r"(?:s|tje|je|pje|kje|etje|ke|ken|ie|y|i|tjes|jes|pjes|etjes|kes|ies)?"
LEAST_OF_STREET = 6  # letters: more than "straat" or "singel" has; "Dam" is not in "dame"
NUMBERS = re.compile(
    r"\S+@\S+\.\S+"  # an e-mail address
    r"|\b[1-9]\d{3}\s?[a-z]{2}\b"  # a postcode
    r"|(?:\+31|\b0)[\d\s-]{8,}\d"  # a phone number
    r"|\b\d{8,9}\b"  # a number of a person
)


def plain(words: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def parts(name: str) -> list[str]:
    """The parts of a name that would give it away."""
    found = re.findall(r"\w+", plain(name))
    return [part for part in found if len(part) > 1 and part not in PARTICLES]


def pattern(part: str) -> re.Pattern[str]:
    """The name by itself, of someone ("Marks", "Mark's") or small ("Markje", "Brammetje")."""
    if len(part) < 3:
        return re.compile(rf"\b{re.escape(part)}s?\b")
    name, last = re.escape(part), re.escape(part[-1])
    return re.compile(rf"\b{name}(?:{DIMINUTIVE}|{last}(?:etje|ie|y|i)s?)\b")


def street_pattern(street: str) -> re.Pattern[str] | None:
    """The street, its last word alone ("Leeuwenstraat" of "Burgemeester van Leeuwenstraat"), and
    both shortened or longer: "Leeuwenstr.", "het Lindepleintje", "de Lindepleinflat"."""
    words = re.findall(r"\w+", plain(street))
    if not words:
        return None
    whole, last = " ".join(words), words[-1]
    known = [re.sub("straat$", "str(?:aat)?", one) + r"\w*"
             for one in (whole, last) if len(one) > LEAST_OF_STREET]  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(known) or whole})\b")


def place_pattern(part: str) -> re.Pattern[str]:
    """ "De Wilgen", "de Wilgenschool", "de wilgen-school"."""
    return re.compile(rf"\b{re.escape(part)}(?:s?-?(?:school|college|lyceum|praktijk))?\b")


def names_in(words: str, case_file: "CaseFile") -> list[str]:
    """What in these words leads to the family, as it was written there; empty when nothing does."""
    text = plain(words)
    found = [text[hit.start() : hit.end()] for hit in NUMBERS.finditer(text)]
    for name in _names(case_file):
        for part in parts(name):
            found += [hit.group() for hit in pattern(part).finditer(text)]
    for street in filter(None, map(street_pattern, _streets(case_file))):
        found += [hit.group() for hit in street.finditer(re.sub(r"\W+", " ", text))]
    for name in places_of(case_file):
        for part in parts(name):
            found += [hit.group() for hit in place_pattern(part).finditer(text)]
    return list(dict.fromkeys(hit.strip() for hit in [*found, *reads_like_a_place(words)]))


def _streets(case_file: "CaseFile") -> list[str]:
    """Where they live, and where they lived before they moved."""
    moves = Change.objects.filter(
        case_file_id=case_file.pk, table_name="casework_household", old__has_key="street"
    )
    return [case_file.household.street, *moves.values_list("old__street", flat=True)]


def _names(case_file: "CaseFile") -> list[str]:
    household = case_file.household
    members = HouseholdMember.objects.filter(household=household)
    network = NetworkPerson.objects.filter(household=household)
    return [
        household.name,
        *members.values_list("person__name", flat=True),
        *network.values_list("name", flat=True),
        *case_file.seats.values_list("name", flat=True),
    ]
