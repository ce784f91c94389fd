"""Two ways of writing one name: what is left without capitals, accents, spaces and marks.

The database keeps the same key beside every name and address (a generated column), so that a
double entry is found while somebody types. There is no trigram extension to lean on.
"""

import string
from typing import Any

from django.db.models import F, Func, TextField

_PLAIN = {
    "a": "àáâãäåÀÁÂÃÄÅ", "c": "çćčÇĆČ", "e": "èéêëęÈÉÊËĘ", "g": "ğĞ", "i": "ìíîïıÌÍÎÏİ",
    "l": "łŁ", "n": "ñńÑŃ", "o": "òóôõöøÒÓÔÕÖØ", "s": "şśšŞŚŠ", "u": "ùúûüÙÚÛÜ", "y": "ýÿÝ",
    "z": "źżžŹŻŽ",
}  # fmt: skip
_MARKS = "’‘“”–—"
FROM = "".join(_PLAIN.values())
TO = "".join(letter * len(forms) for letter, forms in _PLAIN.items())
_TABLE = str.maketrans(FROM, TO, _MARKS + string.punctuation + string.whitespace)

# Words that half of the register has, and that tell no two places apart.
COMMON = {
    "stichting", "vereniging", "buurthuis", "wijkcentrum", "basisschool", "huisarts", "praktijk",
    "huisartsenpraktijk", "centrum", "kerk", "moskee", "school", "club", "winkel", "voor", "het",
    "huis", "groep", "team",
}  # fmt: skip
SHORTEST = 4


def key(words: str) -> str:
    """What is left of a name to compare it by."""
    return words.translate(_TABLE).lower()


def telling_words(words: str) -> list[str]:
    """The words that say which place it is; all of them when every one is common."""
    found = [key(word) for word in words.split()]
    long = [word for word in found if len(word) >= SHORTEST]
    return [word for word in long if word not in COMMON] or long[:1]


class Key(Func):
    """The same key, made by the database."""

    function = "regexp_replace"
    template = (
        "regexp_replace(translate(lower(translate(%(expressions)s, "
        f"'{FROM}', '{TO}')), '{_MARKS}', ''), '[[:space:][:punct:]]', '', 'g')"
    )
    output_field = TextField()

    def __init__(self, name: str, **extra: Any) -> None:
        super().__init__(F(name), **extra)
