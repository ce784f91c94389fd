"""A release to take along: CSV, ODS, and JSON as a Frictionless data package. Frozen rows only.

Format of the package: https://specs.frictionlessdata.io/data-package/ (version 1).
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from monitor import qualities
from monitor.models import Publication, PublishedMark
from monitor.over_time import QUALITIES
from monitor.release_catalogue import ABOUT, question_of
from monitor.released import RULE
from wijkteam import sheets
from wijkteam.sheets import harmless

LICENCE = {
    "name": "CC0-1.0",
    "title": "Creative Commons Zero 1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
}
FIELDS = [
    ("periode", "string", "kwartaal of jaar"),
    ("tabel", "string", "sleutel van de tabel"),
    ("vraag", "string", "waar de tabel antwoord op geeft"),
    ("rij_sleutel", "string", ""),
    ("rij", "string", ""),
    ("kolom_sleutel", "string", ""),
    ("kolom", "string", ""),
    (
        "aantal",
        "integer",
        "op vijftallen; 0 is 0 tot en met 4; leeg is niet gepubliceerd;"
        " bij een kwaliteit: hoeveel antwoorden, ongeveer",
    ),
    (
        "klasse",
        "string",
        "bij een middelste: de klasse waar die in valt; bij een kwaliteit: het gemiddelde cijfer",
    ),
]
Line = tuple[Any, ...]


def lines(release: Publication) -> Iterator[Line]:
    """One line per figure, in the order of FIELDS."""
    for cell in release.cells.all():
        yield (
            cell.period, cell.indicator, str(question_of(cell.indicator)), cell.row_key, cell.row,
            cell.column_key, cell.column, cell.value, cell.words,
        )  # fmt: skip
    if release.quarter == 4:  # the year that ended was set with it
        yield from map(tuple, qualities.lines(release.year))


def as_csv(release: Publication) -> bytes:
    names = [name for name, _type, _about in FIELDS]
    return sheets.as_csv([names, *([*map(harmless, line)] for line in lines(release))])


def as_json(release: Publication) -> bytes:
    """The package with its rows in it: rule, licence, catalogue and hash travel along."""
    names = [name for name, _type, _about in FIELDS]
    package = about(release) | {
        "licenses": [LICENCE],
        "resources": [
            {
                "name": "cijfers",
                "profile": "tabular-data-resource",
                "schema": {"fields": schema(), "missingValues": [""]},
                "data": [dict(zip(names, line, strict=True)) for line in lines(release)],
            }
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode()


def schema() -> list[dict[str, str]]:
    return [{"name": name, "type": kind, "description": about} for name, kind, about in FIELDS]


def about(release: Publication) -> dict[str, Any]:
    """What a reader must know to use the figures well."""
    keys = dict.fromkeys(release.cells.values_list("indicator", flat=True))
    year = {"quality_hash": PublishedMark.hash_of(release.year)} if release.quarter == 4 else {}
    return {
        "profile": "tabular-data-package",
        "name": f"wijkteam-{release.year}-{release.quarter}",
        "title": str(release),
        "description": RULE,
        "created": release.published_at.isoformat(),
        "version": "1",
        "rounding": {"base": 5, "most": release.most, "draws": release.draws},
        "insider": release.insider,
        "hash": release.hash,
        **year,
        "catalogue": [meaning(key) for key in [*keys, *(QUALITIES if year else ())]],
    }


def meaning(key: str) -> dict[str, str]:
    """What a table answers, how it is made, what it is held against and what it does not say."""
    words = ["question", "unit", "formula", "norm", "caveat"]
    one = ABOUT.get(key) or qualities.ABOUT.get(key)
    found = {name: str(getattr(one, name)) for name in words} if one else {"question": key}
    return {"table": key, **found}


def as_ods(release: Publication) -> bytes:
    """Two sheets: what one must know, and the figures."""
    known = [(key, value) for key, value in about(release).items() if isinstance(value, str | int)]
    known.append(("licentie", LICENCE["name"]))
    names = tuple(name for name, _type, _about in FIELDS)
    return sheets.as_ods({"Lees mij": known, "Cijfers": [names, *lines(release)]})


# extension -> how it is made, and what the browser is told
KINDS: dict[str, tuple[Callable[[Publication], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "ods": (as_ods, "application/vnd.oasis.opendocument.spreadsheet"),
    "json": (as_json, "application/json"),
}
