"""The whole house moves: the same file, another address; or none, when that must stay secret."""

import pytest
from django.db import ProgrammingError, connection, transaction

from casework.models import CaseFile, Household, Signpost, TimelineEntry
from casework.models.households import Address, address_key
from casework.names import names_in
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_home import agree
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, Change

REFERENCE = {"wijkteam_postcode"}
NEW = {"street": "Dorpsstraat", "house_number": "3", "postcode": "1325 bc", "town": "Voorbeeldstad"}


@pytest.fixture
def url(family) -> str:
    return f"{family.url}verhuizen/"


def holding(words: str) -> set[str]:
    """The tables with a row in which this is written."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT FROM {table} t WHERE t::text ILIKE %s LIMIT 1", [f"%{words}%"])
            found |= {table} if cursor.rowcount else set()
    return found - REFERENCE


def key_of(family) -> str:
    return Signpost.objects.get(pk=family.case_file.household_id).address_key


def test_the_new_address_stands_everywhere_and_the_story_says_that_they_moved(
    family, url, as_user, professional, partner, resident
):
    client = as_user(professional)
    assert url in words(client.get(f"{family.url}tafel/"))
    assert "Zet een vinkje als het klopt." in words(send(client, url, **NEW))
    assert Household.objects.get().street == "Lindeplein"
    sent = send(client, url, twice=True, everyone="on", **NEW)
    assert sent.url == f"{family.url}tafel/"
    house = Household.objects.get()
    assert (house.address, house.postcode) == ("Dorpsstraat 3", "1325BC")
    assert key_of(family) == address_key("1325BC", "3")
    told = TimelineEntry.objects.filter(words__startswith="Het huishouden is verhuisd")
    assert told.count() == 1
    for user in (professional, partner):
        page = words(as_user(user).get(family.url))
        assert "Dorpsstraat 3" in page
        assert "Lindeplein 12" not in page
    assert "Het huishouden is verhuisd." in words(as_user(resident).get(family.own_url))
    agree(resident)
    agree(professional)
    assert AccessLog.objects.filter(user=professional, act="veranderd", part="huisgenoten").exists()
    both = "In het Lindeplein en de Dorpsstraat is geen lift."
    assert names_in(both, CaseFile.objects.get()) == ["dorpsstraat", "lindeplein"]


def test_an_address_of_another_team_says_so_and_the_file_stays(family, url, as_user, professional):
    factories.team("Sterrenwijk", "1325BC")
    page = send(as_user(professional), url, everyone="on", **NEW)
    said = words(as_user(professional).get(page.url))
    assert CaseFile.objects.get().team.name in TimelineEntry.objects.latest("at").words
    assert "Het nieuwe adres hoort bij Sterrenwijk." in TimelineEntry.objects.latest("at").words
    assert CaseFile.objects.get().team == family.case_file.team
    assert "De tafel" in said


def test_what_is_missing_is_said_and_what_was_typed_stays(family, url, as_user, professional):
    client = as_user(professional)
    page = words(send(client, url, everyone="on", street="Dorpsstraat", postcode="13"))
    assert "Schrijf de postcode als 1311 AB." in page
    assert 'value="Dorpsstraat"' in page
    assert "Vul straat en postcode in." in words(send(client, url, everyone="on"))
    assert send(client, url, everyone="on", **NEW | {"street": "x" * 121}).status_code == 200
    assert send(client, url, everyone="on", **NEW | {"postcode": "\x00"}).status_code == 200
    assert Household.objects.get().street == "Lindeplein"


def test_a_secret_address_is_written_down_nowhere(family, url, as_user, professional, resident):
    client = as_user(professional)
    CaseFile.objects.update(is_apart=True)
    assert "In dit huis lezen mensen elkaar niet." in words(client.get(url))
    send(client, url, twice=True, everyone="on", secret="on", **NEW)
    house = Household.objects.get()
    assert (house.street, house.house_number, house.postcode, house.town) == ("", "", "", "")
    assert key_of(family) == ""
    assert not Signpost.objects.at("")
    assert "Lindeplein 12" not in words(client.get(family.url))
    assert TimelineEntry.objects.filter(words__contains="Er staat nu geen adres").count() == 1
    agree(resident)


def test_a_secret_address_that_was_typed_first_is_taken_back_everywhere(
    family, url, as_user, professional, resident
):
    client = as_user(professional)
    send(client, url, everyone="on", **NEW)
    home = Change.objects.filter(table_name="casework_household")
    with app_login(), database.role("resident", resident.pk):
        assert "Dorpsstraat" in str(list(home.values("old", "new")))
    send(client, url, everyone="on", secret="on")
    for role, user in (("resident", resident), ("professional", professional)):
        with app_login(), database.role(role, user.pk):
            assert home.count() == 2, "that they moved"
            assert [*home.values_list("old", "new")] == [({}, {}), ({}, {})]
    assert holding("Dorpsstraat") == holding("1325") == set()


def test_another_household_that_lives_there_already_is_asked_about(
    family, url, as_user, professional, colleague, team
):
    other = factories.case_file(colleague, team, name="Gezin Bakker", number="44")
    there = {**NEW, "postcode": "1311AB", "house_number": "44"}
    client = as_user(professional)
    page = words(send(client, url, everyone="on", **there))
    assert f"met regisseur {colleague.name}" in page
    assert "Bakker" not in page
    assert "Op dit adres kennen wij al een huishouden." in page
    assert Household.objects.get(name="Gezin Jansen").street == "Lindeplein"
    assert client.post(url, {**there, "everyone": "on", "beside": "on"}).status_code == 302
    numbers = Signpost.objects.at(address_key("1311AB", "44")).order_by("number")
    assert [(one.pk, one.number) for one in numbers] == [
        (other.household_id, 1), (family.case_file.household_id, 2)
    ]  # fmt: skip
    # The first moves away, and a third comes: its number is free.
    other.moves_house(Address("Dorpsstraat", "9", "1325BC"), colleague)
    third = CaseFile.open(
        colleague, team=team, name="Gezin Post", persons=[], another_household=True,
        address=Address("Lindeplein", "44", "1311AB"),
    )  # fmt: skip
    assert third.household.signpost.number == 3


def test_only_the_coordinator_of_an_open_file(
    family, url, as_user, colleague, outsider, partner, resident, stranger, professional
):
    for user in (colleague, outsider, partner):
        assert as_user(user).get(url).status_code == 404
        assert as_user(user).post(url, {**NEW, "everyone": "on"}).status_code == 404
    assert as_user(resident).post(url, {**NEW, "everyone": "on"}).status_code == 403
    assert stranger.get(url).url.startswith("/inloggen/")
    family.case_file.close(professional, "Het gaat weer.")
    assert as_user(professional).get(url).status_code == 302
    assert Household.objects.get().street == "Lindeplein"


def test_the_database_lets_only_the_coordinator_write_where_they_live(
    family, professional, colleague, partner, resident
):
    here = Household.objects.filter(pk=family.case_file.household_id)
    for user, written in ((colleague, 0), (partner, 0), (professional, 1)):
        with app_login(), database.role("professional", user.pk):
            assert here.update(street="Dorpsstraat") == written
    for role, user, change in (
        ("resident", resident, {"street": "x"}), ("professional", professional, {"name": "x"})
    ):  # fmt: skip
        with (
            app_login(), database.role(role, user.pk),
            pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(),
        ):  # fmt: skip
            here.update(**change)
    signpost = Signpost.objects.filter(pk=family.case_file.household_id)
    with app_login(), database.role("professional", colleague.pk):
        assert signpost.update(address_key="x", number=1) == 0
