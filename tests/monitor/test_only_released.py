"""Whatever the municipality asks for, a thousand times: frozen figures, and nothing else."""

import csv
import io
import json
import random
import re

import pytest
from django.http import HttpResponse
from odf import teletype
from odf.opendocument import load
from odf.table import TableRow

from monitor.models import Publication, PublishedCell, PublishedMark
from monitor.over_time import SPOKEN_OF
from tests import factories
from wijkteam.choices import Role

REQUESTS = 1000
RELEASED = {
    "families": {"all": 15},
    "families_by_neighbourhood": {"all": 15, "West": 15, "Oost": 0, "Zuid": None},
    "requests_by_route": {"all": 15, "web": 10, "phone": 5, "paper": 0},
}
# What may stand where a figure stands, and nothing else.
FIGURES = {"15", "10", "5", "0", "0 (0 tot en met 4)", "niet gepubliceerd"}
MARKS = {"all": 7.5, "1": 8.0, "rest": 7.0}
FIGURES |= {"7,5", "8,0", "7,0", "– geen cijfer"}
STANDS = re.compile(
    r'<td class="wt-number">(.*?)</td>|wt-chart__number"[^>]*>(.*?)<|<dd>(.*?)</dd>'
    r"|</th><td>(.*?)</td>"
)
NONSENSE = ["", "'", "%00", "1 OR 1=1", "../../leiding", "<b>", "-1", "exact", "é", "0", "true"]
NAMES = ["tabel", "rij", "kolom", "wijk", "team", "jaar", "exact", "afronden", "page", "format"]


@pytest.fixture
def out(team, team_lead) -> Publication:
    """Seven families came in, two of them by telephone; what was published says otherwise."""
    for number in range(7):
        factories.request(team, name=f"Gezin{number}", route="phone" if number < 2 else "web")
    second = factories.user("Gerben Postma", Role.TEAM_LEAD)
    made = Publication.objects.create(
        year=2026, quarter=3, signed_by=team_lead, confirmed_by=second
    )
    PublishedCell.objects.bulk_create(
        PublishedCell(publication=made, indicator=table, row=row, row_key=row, value=value)
        for table, rows in RELEASED.items()
        for row, value in rows.items()
    )
    PublishedMark.objects.bulk_create(
        PublishedMark(year=2025, voice="resident", quality="trust", group=group, names="West",
                      whole=group == "all", about=10, mean=mean)
        for group, mean in MARKS.items()
    )  # fmt: skip
    return made


def address(rng: random.Random) -> str:
    release = "/monitor/2026/3/"
    return rng.choice(
        [release] * 4
        + [f"{release}cijfers.{kind}" for kind in ("csv", "csv", "json", "json", "ods", "exe")]
        + [f"{release}papier/", "/monitor/2026/2/", "/monitor/", "/monitor/cijfers/"]
        + [f"/monitor/cijfers/{rng.choice([*RELEASED, *SPOKEN_OF, 'quality_trust', 'exact'])}/"] * 3
        + ["/monitor/proeven/", "/monitor/gesprek/", "/monitor/vastlopers/", "/monitor/team/"]
    )


def asked(rng: random.Random) -> dict[str, str]:
    words = [*RELEASED, *RELEASED["requests_by_route"], *RELEASED["families_by_neighbourhood"]]
    return {name: rng.choice(words + NONSENSE) for name in rng.sample(NAMES, rng.randint(0, 3))}


def of_page(response: HttpResponse) -> list[str]:
    found = [next(filter(None, groups), "") for groups in STANDS.findall(words(response))]
    return [re.sub(r"<.*?>", "", text).strip() for text in found]


def of_file(response: HttpResponse) -> list[str]:
    """The column of figures, of each kind of file."""
    kind = response["Content-Disposition"].rpartition(".")[2].strip('"')
    if kind == "json":
        return [
            shown(row["aantal"]) for row in json.loads(response.content)["resources"][0]["data"]
        ]
    if kind == "csv":
        text = response.content.decode("utf-8-sig")
        return [shown(row["aantal"]) for row in csv.DictReader(io.StringIO(text), delimiter=";")]
    rows = load(io.BytesIO(response.content)).getElementsByType(TableRow)
    cells = [[teletype.extractText(cell) for cell in row.childNodes] for row in rows]
    at = next(row.index("aantal") for row in cells if "aantal" in row)
    return [row[at] or "niet gepubliceerd" for row in cells if len(row) > at and row[1] in RELEASED]


def shown(value: object) -> str:
    return "niet gepubliceerd" if value in (None, "") else str(value)


def words(response: HttpResponse) -> str:
    return response.content.decode(errors="replace")


def test_a_thousand_random_requests_give_released_figures_and_nothing_else(
    as_user, municipality, out
):
    client, rng = as_user(municipality), random.Random(20261126)
    figures = 0
    for _number in range(REQUESTS):
        url, query = address(rng), asked(rng)
        response = client.get(url, query)
        assert response.status_code in {200, 403, 404}, (url, query)
        is_file = response.status_code == 200 and response.has_header("Content-Disposition")
        found = of_file(response) if is_file else of_page(response)
        figures += len(found)
        assert set(found) <= FIGURES, (url, query, set(found) - FIGURES)
        assert "Gezin" not in words(response).replace("Gezinsdossier", ""), (url, query)
    assert figures > REQUESTS  # there was something to read
