"""Five thousand places in fifty neighbourhoods: every page stays small, and asks the same few."""

import csv
import io
import re
import zipfile

import pytest

from network.choices import PublicField
from network.models import Outline, Signal, Vindplaats, VindplaatsContact
from tests.intake.team_doors import queries_of
from tests.network.conftest import words
from tests.network.test_import import upload
from wijkteam.models import Neighbourhood, Team
from wijkteam.sheets import RISKY

EVIL = [f"{mark}HYPERLINK(1)" for mark in RISKY]
SIGNED_IN = [
    "/netwerk/", "/netwerk/?zoek=plek&page=90", "/netwerk/wie-waar/", "/netwerk/kaart/",
    "/netwerk/kaart/?postcode=1311AB&page=3", "/netwerk/kaart/wijken.json", "/netwerk/bord/",
    "/netwerk/signalen/", "/netwerk/nieuw/lijkt-op/?name=plek", "/werk/",
]  # fmt: skip
PUBLIC = [
    "/plekken/", "/plekken/?postcode=1311AB&page=9", "/plekken/gids/", "/plekken/wijken.json",
    *(
        f"/plekken/open-data/{path}"
        for path in (
            "services", "services?full=true&page=4", "services?minimal=true", "organizations",
            "locations?page=4", "services?search=plek",
        )
    ),
]  # fmt: skip


def fill(team: Team, places: int, wijken: int) -> None:
    """Places with everything agreed to, and for one in ten a contact and a signal."""
    start = Neighbourhood.objects.count()
    areas = Neighbourhood.objects.bulk_create(
        Neighbourhood(code=f"WK88{number:04d}", name=f"Wijk {number}", team=team)
        for number in range(start, start + wijken)
    )
    Outline.objects.bulk_create(
        Outline(
            neighbourhood=area, latitude=52.1, longitude=5.1,
            geometry={"type": "Polygon", "coordinates": [[[5.0, 52.0 + n / 999]] * 40]},
        )
        for n, area in enumerate(areas)
    )  # fmt: skip
    made = Vindplaats.objects.bulk_create(
        Vindplaats(
            name=f"Plek {number}", kind="school", formality=["formal", "informal"][number % 2],
            life_domains=["money", "housing", "work"], latitude=52 + number / 9999, longitude=5.1,
            holder=team.members.first(), is_public=True, public_fields=PublicField.values,
            address=f"Kade {number}, Stad", offers=EVIL[number % len(EVIL)] + " koffie" * 20,
            asks=EVIL[-number % len(EVIL)], reaches="Buren, jong en oud. " * 10,
            phone="+31201234567", languages=["nl"], postcode="1311AB",
        )
        for number in range(places)
    )  # fmt: skip
    through = Vindplaats.neighbourhoods.through
    through.objects.bulk_create(
        through(vindplaats=place, neighbourhood=areas[number % wijken])
        for number, place in enumerate(made)
    )
    people = VindplaatsContact.objects.bulk_create(
        VindplaatsContact(vindplaats=place, name=f"Ria {number}")
        for number, place in enumerate(made[::10])
    )
    Signal.objects.bulk_create(
        Signal(
            vindplaats=who.vindplaats, contact=who, kind="collective", team=team,
            neighbourhood=areas[number % wijken], life_domain="money", words="Schimmel. " * 30,
        )
        for number, who in enumerate(people)
    )  # fmt: skip


def test_every_page_asks_as_much_for_many_as_for_few(as_user, professional, team, stranger):
    client = as_user(professional)
    pages = [(client, url) for url in SIGNED_IN] + [(stranger, url) for url in PUBLIC]

    def asked() -> dict[str, int]:
        found = {url: queries_of(lambda who=who, url=url: who.get(url)) for who, url in pages}
        # A session is prolonged by the minute, on whichever page that happens to be.
        return {u: sum("django_session" not in q for q in found[u]) for u in found}

    fill(team, places=300, wijken=9)
    asked()  # what is kept for a while is kept now
    few = asked()
    fill(team, places=4700, wijken=40)
    assert asked() == few
    assert max(few.values()) <= 27
    for who, url in pages:
        response = who.get(url)
        assert response.status_code == 200, url
        assert len(response.content) <= 200_000, (url, len(response.content))
    check_files(client, stranger)


def check_files(client, stranger) -> None:
    """Five thousand rows go out harmless, and come in again as nothing new."""
    content = client.get("/netwerk/register.csv").content
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 5001
    assert sum(cell.startswith("'") for row in rows for cell in row) == 10_000
    assert not [cell for row in rows for cell in row if cell.startswith(RISKY)]
    package = stranger.get("/plekken/open-data/datapackage.zip").content
    archive = zipfile.ZipFile(io.BytesIO(package))
    for name in [name for name in archive.namelist() if name.endswith(".csv")]:
        table = csv.reader(io.StringIO(archive.read(name).decode()))
        assert not [cell for row in table for cell in row if cell.startswith(RISKY)], name
    page = words(upload(client, content))
    assert "in het register</button>" not in page
    assert Vindplaats.objects.count() == 5000


@pytest.mark.parametrize(
    "url", ["/netwerk/kaart/?soort=formal", "/plekken/", "/plekken/?postcode=1311AB"]
)
def test_no_page_shifts_while_places_are_added(as_user, professional, team, stranger, url):
    client = stranger if "plekken" in url else as_user(professional)
    fill(team, places=90, wijken=3)
    first = words(client.get(url))
    link = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = words(client.get(url.split("?")[0] + link))
    for latitude in (52.0045, 52.02):  # the middle, and nearest to the neighbourhood
        Vindplaats.objects.create(
            name="Aaa", kind="school", formality="formal", latitude=latitude, longitude=5.1,
            is_public=True, public_fields=PublicField.values, postcode="1311AB",
        )  # fmt: skip
    again = words(client.get(url.split("?")[0] + link))
    names = re.compile(r"<bdi>(Plek \d+|Aaa)</bdi>")
    assert names.findall(again) == names.findall(second) != []
    assert not set(names.findall(first)) & set(names.findall(again))
    assert "Aaa" in words(client.get(url))
