"""Find schools, doctors and the like by name in words that are about to leave a file.

Few families share one: with two lines about a child the name of its school is often enough. Of the
ones at this table any part of the name that says something; of others what reads like such a name.
"Een school" or "de huisarts" may go, and so may large organisations: they are often what is stuck.
"""

import re
from typing import TYPE_CHECKING

from wijkteam.choices import OrganisationKind

if TYPE_CHECKING:
    from casework.models import CaseFile

FEW_FAMILIES = [OrganisationKind.SCHOOL, OrganisationKind.GP]
# Words in such names that say what it is, and not which one.
KIND = (
    r"(?:basis|middelbare\s|brede\s|brede|vak|hoge|muziek|zwem)?school|obs|rkbs|pcbs|college|lyceum"
    r"|gymnasium|scholengemeenschap|kinderdagverblijf|kdv|kinderopvang|peuterspeelzaal|crèche"
    r"|huisarts(?:en)?(?:praktijk|post)?|dokter|dr\.|tandarts(?:praktijk)?|gezondheidscentrum"
    r"|moskee|kerk|parochie"
)
SMALL = r"(?:[Dd]e|[Hh]et|'t|[Vv]an|[Dd]en|[Dd]er|[Ee]l|[Aa]l|[Ii]n|[Oo]p)"
NAMED = re.compile(rf"(?<!\w)(?i:{KIND})(?:\s+{SMALL})*\s+[A-ZÀ-Þ][a-zà-ÿ]+")
JOINED = re.compile(
    rf"(?<!\w){SMALL}\s+([A-ZÀ-Þ][\wà-ÿ]*?)-?(?:school|college|lyceum|praktijk)(?!\w)"
)
NO_NAME = {
    "basis", "hoge", "brede", "vak", "muziek", "zwem", "avond", "dag", "taal", "zomer", "weekend",
    "huisartsen", "huisarts", "tandarts", "jeugd", "montessori", "vrije", "jenaplan", "dalton",
    "praktijk",
}  # fmt: skip


def reads_like_a_place(words: str) -> list[str]:
    """A capital tells the name: on the words as they were written."""
    joined = [hit for hit in JOINED.finditer(words) if hit[1].casefold() not in NO_NAME]
    return [hit.group() for hit in [*NAMED.finditer(words), *joined]]


def places_of(case_file: "CaseFile") -> list[str]:
    """The names of the ones that sit or sat at this table, without what every one is called."""
    chairs = case_file.seats.filter(user__organisation__kind__in=FEW_FAMILIES)
    names = chairs.values_list("user__organisation__name", flat=True).distinct()
    return [re.sub(rf"(?i)\b(?:{KIND})\b", " ", name) for name in names]
