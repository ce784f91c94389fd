"""Does a text name somebody? It cannot be known for sure; what looks like a name is pointed at.

A capital in the middle of a sentence is mostly a name in Dutch. Names of our own wijken, teams and
organisations are no secret, and abbreviations are no people. Whoever writes has the last word.
"""

import re
from collections.abc import Iterable

from wijkteam.models import Neighbourhood, Organisation, Team

REACHABLE = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+"  # an e-mail address
    r"|(?<!\d)0\d[\d\s-]{7,11}\d(?!\d)"  # a telephone number
    r"|\b[1-9]\d{3}\s?[A-Z]{2}\b"  # a postcode
    r"|\b[A-Z][\w-]+(?:straat|laan|plein|weg|kade|hof|gracht)\s+\d+"  # a street with a number
)
CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'-]*", re.UNICODE)
BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?:…\n\"“”‘(])[\s\"“‘(-]*$")
NO_PEOPLE = {
    "Wmo", "Jeugdwet", "Participatiewet", "Zorgverzekeringswet", "Nederland", "Nederlands",
    "Nederlandse", "Veilig", "Thuis", "Turks", "Arabisch", "Pools", "Oekraïens", "Engels",
    "Kerst", "Pasen", "Ramadan", "Belastingdienst", "U", "Uw", "Ik",
}  # fmt: skip


def names_in(text: str) -> list[str]:
    """What looks like a name, a number or an address, each once and in order."""
    found = REACHABLE.findall(text)
    known = NO_PEOPLE | our_words()
    for match in CAPITAL.finditer(text):
        word = match.group()
        starts = BEFORE_A_SENTENCE.search(text[: match.start()])
        if not starts and word not in known and not word.isupper():
            found.append(word)
    return list(dict.fromkeys(found))


def our_words() -> set[str]:
    """Words in the names of wijken, teams and organisations."""
    sources: Iterable[str] = [
        *Neighbourhood.objects.values_list("name", flat=True),
        *Team.objects.values_list("name", flat=True),
        *Organisation.objects.values_list("name", flat=True),
    ]
    return {word for name in sources for word in CAPITAL.findall(name)}
