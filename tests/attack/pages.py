"""C and H: through the real addresses, and in the database, as the municipality."""

import csv
import io
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable

from django.test import Client
from odf import teletype
from odf.opendocument import load
from odf.table import Table as Sheet
from odf.table import TableRow

from monitor import qualities
from monitor.downloads import KINDS
from monitor.models import Publication
from monitor.release_catalogue import question_of
from tests.attack.report import Line, exactly
from tests.attack.town import Count, Town
from tests.monitor import test_distance as distance
from wijkteam.models import User

Cell = tuple[int, int, str, str, str]  # year, quarter, question, row, column
Seen = dict[Cell, list[int]]
TABLES = re.compile(r'<section class="wt-figure">(.*?)</section>', re.DOTALL)
PAPER = re.compile(r'<section class="paper__figure">(.*?)</section>', re.DOTALL)
BARS = re.compile(r'<text x="0" y="14">(.*?)</text>.*?wt-chart__number"[^>]*>(\d+)<', re.DOTALL)
NONSENSE = ["'", "%00", "all' OR 'a'='a", "../../", "<script>", "-1", "unknown", "é", "0"]


def random_requests(client: Client, town: Town, number: int, rng: random.Random) -> Line:
    """C: whatever is asked, only frozen figures come back; an average of them is no better."""
    frozen = dict(of_database())
    seen: Seen = defaultdict(list)
    foreign, read = 0, dict.fromkeys(READERS, 0)
    releases = list(Publication.objects.all())
    for _again in range(number):
        kind, found = ask(client, rng.choice(releases), rng)
        read[kind] += len(found)
        foreign += sum(frozen.get(cell, -1) != value for cell, value in found)
        for cell, value in found:
            seen[cell].append(value)
    hits, guess, tried = guessed(town, seen)
    text = f"{foreign} other figures, {hits} of {tried} small counts hit (a fixed guess: {guess})"
    passed = foreign == 0 and tried > 0 and hits <= guess and all(read.values())
    return Line("C", f"{number} random filters and downloads", text, "0, no better", passed)


def of_database() -> list[tuple[Cell, int | None]]:
    every = Publication.objects.prefetch_related("cells")
    found = [
        ((one.year, one.quarter, str(question_of(c.indicator)), c.row, c.column), c.value)
        for one in every
        for c in one.cells.all()
    ]
    years = [one.year for one in every if one.quarter == 4]
    found += [
        ((year, 4, question, row, column), about)
        for year in years
        for _p, _key, question, _r, row, _c, column, about, _mean in qualities.lines(year)
    ]
    return found


def ask(
    client: Client, release: Publication, rng: random.Random
) -> tuple[str, list[tuple[Cell, int]]]:
    """One page or download with random words in its filters: its kind, and what stood in it."""
    address = f"/monitor/{release.year}/{release.quarter}/"
    kind = rng.choice(["", "", "", "papier/", *(f"cijfers.{one}" for one in KINDS)])
    cells = release.cells.all()
    tables = [*{cell.indicator for cell in cells}, *NONSENSE]
    rows = [*{cell.row_key for cell in cells}, *NONSENSE]
    names = ["tabel", "rij", "kolom", "wijk", "jaar", "kwartaal", "exact", "afronden"]
    filters = {name: rng.choice(tables + rows) for name in rng.sample(names, rng.randint(0, 3))}
    if rng.random() < 0.7:
        filters["tabel"] = rng.choice(tables)
    response = client.get(address + kind, filters)
    assert response.status_code == 200, (address + kind, filters)
    return kind, READERS[kind](response.content, release)


def from_page(content: bytes, release: Publication) -> list[tuple[Cell, int]]:
    return in_sections(TABLES, content, release)


def from_paper(content: bytes, release: Publication) -> list[tuple[Cell, int]]:
    """What the council gets: the same figures, in tables and in the pictures beside them."""
    return in_sections(PAPER, content, release)


def in_sections(
    sections: re.Pattern[str], content: bytes, release: Publication
) -> list[tuple[Cell, int]]:
    """Every number of every table, and every number of a picture with one bar for each row."""
    found = []
    for section in sections.findall(content.decode()):
        title = plain(re.search(r"<h[23][^>]*>(.*?)</h", section, re.DOTALL)[1])
        columns = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', section)
        texts = [
            (row, column, text)
            for line in re.findall(r'<tr><th scope="row">(.*?)</tr>', section, re.DOTALL)
            for row, *cells in [re.split(r"</th>|</td>", re.sub(r"<td[^>]*>", "", line))]
            for column, text in zip(columns[-len(cells) + 1 :], cells, strict=False)
        ]
        texts += [(row, "aantal", text) for row, text in BARS.findall(section)]
        for row, column, text in texts:
            words = re.sub(r"<.*?>", "", text)
            number = re.search(r"ongeveer (\d+)", words) or re.match(r"(\d+)", words)
            if number:
                name = "" if column == "aantal" else plain(column)
                key = (release.year, release.quarter, title, plain(row), name)
                found.append((key, int(number[1])))
    return found


def plain(text: str) -> str:
    return text.replace("&#x27;", "'").replace("&amp;", "&").strip()


def from_lines(lines: list[dict], release: Publication) -> list[tuple[Cell, int]]:
    return [
        (
            (release.year, release.quarter, one["vraag"], one["rij"], one["kolom"]),
            int(one["aantal"]),
        )
        for one in lines
        if one["aantal"] not in (None, "")
    ]


def from_csv(content: bytes, release: Publication) -> list[tuple[Cell, int]]:
    text = io.StringIO(content.decode("utf-8-sig"))
    return from_lines(list(csv.DictReader(text, delimiter=";")), release)


def from_json(content: bytes, release: Publication) -> list[tuple[Cell, int]]:
    return from_lines(json.loads(content)["resources"][0]["data"], release)


def from_ods(content: bytes, release: Publication) -> list[tuple[Cell, int]]:
    """The sheet of figures: its first row names the columns."""
    sheet = load(io.BytesIO(content)).getElementsByType(Sheet)[-1]
    rows = [
        [teletype.extractText(cell) for cell in row.childNodes]
        for row in sheet.getElementsByType(TableRow)
    ]
    return from_lines([dict(zip(rows[0], row, strict=True)) for row in rows[1:]], release)


READERS: dict[str, Callable[[bytes, Publication], list[tuple[Cell, int]]]] = {
    "": from_page,
    "papier/": from_paper,
    "cijfers.csv": from_csv,
    "cijfers.json": from_json,
    "cijfers.ods": from_ods,
}


def guessed(town: Town, seen: Seen) -> tuple[int, int, int]:
    """Small counts that the average of all answers hits; and that one number for all would hit."""
    names = {
        (one.year, one.quarter, c.indicator, c.row_key, c.column_key): (c.row, c.column)
        for one in Publication.objects.prefetch_related("cells")
        for c in one.cells.all()
    }
    truth: dict[Cell, int] = {cell_of(count, names): town.counts[count] for count in town.small}
    tried = [cell for cell in truth if seen.get(cell)]
    hits = sum(round(sum(seen[cell]) / len(seen[cell])) == truth[cell] for cell in tried)
    guess = max((sum(truth[c] == fixed for c in tried) for fixed in range(1, 5)), default=0)
    return hits, guess, len(tried)


def cell_of(count: Count, names: dict) -> Cell:
    period, (table, row, column) = count
    words = names[period.year, period.quarter, table, row, column]
    return period.year, period.quarter, str(question_of(table)), *words


def as_its_role(user: User) -> Line:
    """H: every column of the database, and questions whose error would tell."""
    columns = distance.columns()
    opened = {
        (table, column)
        for table, column in columns
        if distance.opens(user, f"SELECT {column} FROM {table} LIMIT 1")
    }
    too_much = [one for one in opened if one[0] not in distance.READS]
    too_much += [one for one in opened if one == ("wijkteam_user", "password")]
    probes = distance.test_a_question_that_would_give_a_row_away_is_refused.pytestmark
    answered = [probe for probe in probes[0].args[1] if distance.opens(user, probe)]
    number = len(too_much) + len(answered)
    return exactly(
        "H", "the municipality's role in the database", number,
        f"opened, of {len(columns)} columns and {len(probes[0].args[1])} probes",
    )  # fmt: skip
