"""At the table: sharing stops for one life domain, or with one organisation, at once and written
down; in the screen and in the database."""

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django.utils.formats import date_format

from casework.models import Seat, SharingGround
from tests import factories
from tests.casework.browser import send, words
from tests.casework.counting import queries
from tests.casework.test_own_sharing import domains_of
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, Change, OutboxMessage, User


@pytest.fixture
def wide(family, professional, partner) -> SharingGround:
    """The school reads along about money and safety too, on one more yes."""
    ground = factories.consent(
        family.case_file, partner.organisation, ["money", "safety"], professional
    )
    Seat.objects.filter(pk=family.partner.pk).update(domains=["money", "parenting", "safety"])
    Seat.objects.get(pk=family.partner.pk).settle_rights()
    assert domains_of(partner) == ["money", "parenting", "safety"]
    return ground


def asked(user: User, question: str, *values: object) -> list[tuple]:
    """What the database says to this professional, past our own code."""
    with (
        transaction.atomic(), app_login(), database.role("professional", user.pk),
        connection.cursor() as cursor,
    ):  # fmt: skip
        cursor.execute(question, values)
        return list(cursor.fetchall())


def url_of(ground: SharingGround) -> str:
    return f"/werk/delen/{ground.pk}/stoppen/"


def test_one_life_domain_stops_and_the_rest_goes_on(
    family, wide, as_user, professional, partner, resident
):
    client, theirs = as_user(professional), as_user(partner)
    assert family.money.words in words(theirs.get(family.url))
    page = client.get(url_of(wide))
    assert check_page(page.content.decode()) == []
    assert send(client, url_of(wide), domains=["money"]).url == f"{family.url}delen/"
    assert family.money.words not in words(theirs.get(family.url))
    assert domains_of(partner) == ["parenting", "safety"]
    kept = SharingGround.objects.valid().get(domains=["safety"])
    assert (kept.given_by, kept.since) == (wide.given_by, wide.since)
    assert "Gestopt op" in words(client.get(f"{family.url}delen/"))
    assert "geld" not in words(as_user(resident).get(f"{family.own_url}delen/"))
    assert AccessLog.objects.filter(part="delen", act="veranderd", user=professional).exists()
    ended = Change.objects.filter(table_name="casework_sharingground", row_id=wide.pk)
    assert ended.filter(act="UPDATE").get().user_id == professional.pk


def test_the_database_shows_it_to_them_no_more(family, wide, as_user, professional, partner):
    send(as_user(professional), url_of(wide), domains=["money"])
    assert asked(partner, "SELECT DISTINCT life_domain FROM casework_goal") == [("parenting",)]


def test_everything_with_one_organisation_stops_at_once(
    family, wide, as_user, professional, colleague, partner
):
    send(as_user(colleague), url_of(wide), domains=[], all_of_it="on")
    assert as_user(partner).get(family.url).status_code == 404
    assert domains_of(partner) == []
    assert not SharingGround.objects.valid().exists()
    assert OutboxMessage.objects.filter(to=professional.email, subject__contains="niet meer").get()


def test_one_is_ticked_at_least(wide, as_user, professional):
    page = words(send(as_user(professional), url_of(wide), domains=[]))
    assert "Kies ten minste één onderwerp." in page
    assert SharingGround.objects.valid().filter(pk=wide.pk).exists()


def test_not_twice_and_not_by_others(family, wide, as_user, professional, partner, outsider):
    assert as_user(partner).get(url_of(wide)).status_code == 404
    assert as_user(outsider).get(url_of(wide)).status_code == 404
    send(as_user(professional), url_of(wide), domains=["money"])
    assert as_user(professional).post(url_of(wide)).status_code == 404
    for user, may in [(partner, False), (outsider, False), (professional, True)]:
        ground = SharingGround.objects.valid().filter(case_file=family.case_file).first()
        both = factories.consent(
            family.case_file, ground.organisation, ["housing", "work"], professional
        )
        narrowed = asked(user, "SELECT casework_narrow_ground(%s, %s)", both.pk, ["housing"])
        assert narrowed == [(may,)], user


def test_nothing_stops_in_a_restricted_file(family, wide, as_user, professional):
    type(family.case_file).objects.update(restricted_at="2026-01-01T00:00Z")
    page = words(send(as_user(professional), url_of(wide), domains=["money"]))
    assert "tijdelijk afgeschermd" in page
    assert SharingGround.objects.valid().filter(pk=wide.pk).exists()


def test_a_stranger_is_asked_to_sign_in(wide, stranger):
    assert stranger.get(url_of(wide)).url.startswith("/inloggen/")


def test_the_table_says_that_the_family_stopped_and_what_is_possible_now(
    family, as_user, professional, resident
):
    table, ask = f"{family.url}tafel/", f"{family.url}delen/vragen/?wie={family.partner.pk}"
    assert "leest niets" not in words(as_user(professional).get(table))
    send(as_user(resident), f"/mijn/delen/{family.ground.pk}/stoppen/", domains=["parenting"])
    page = words(as_user(professional).get(table))
    today = date_format(timezone.localdate(), "j E Y")
    assert f"leest niets: het gezin stopte met delen op {today}" in page
    assert "nog niet bekend waarom" not in page
    assert ask in page
    assert f'value="{family.partner.pk}" selected' in words(as_user(professional).get(ask))


def test_stopped_by_a_colleague_it_does_not_say_that_the_family_did(family, as_user, professional):
    send(as_user(professional), url_of(family.ground), domains=["parenting"])
    page = words(as_user(professional).get(f"{family.url}tafel/"))
    assert "leest niets: het delen stopte op" in page
    assert "het gezin stopte" not in page


def test_whoever_else_reads_nothing_costs_no_question(family, as_user, professional, partner):
    other = factories.user("Piet Boom", "partner", organisation=partner.organisation)
    factories.says_yes(Seat.invite(family.case_file, other, professional, "intern begeleider", []))
    family.ground.withdraw(professional)
    client, table = as_user(professional), f"{family.url}tafel/"
    client.get(table)
    with queries() as with_two:
        assert words(client.get(table)).count("leest niets") == 2
    Seat.objects.filter(user=other).update(until=timezone.now())
    with queries() as with_one:
        assert words(client.get(table)).count("leest niets") == 1
    assert len(with_two) == len(with_one)


def test_what_who_reads_no_more_had_promised_comes_to_the_coordinator(
    family, as_user, professional, colleague, partner
):
    """Nobody else would see that it is late."""
    said = family.actions["school"].words
    client, theirs = as_user(professional), as_user(partner)
    assert said in words(theirs.get("/werk/"))
    assert said not in words(client.get("/werk/"))
    family.ground.withdraw(professional)
    page = words(client.get("/werk/"))
    assert said in page
    assert f"<bdi>{partner.name}</bdi> leest niet meer mee" in page
    assert said not in words(as_user(colleague).get("/werk/"))
    assert said not in words(theirs.get("/werk/"))
