"""Someone moves out of the house: nothing of its plan is theirs from that moment."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from casework.models import HouseholdMember, Seat, SharingGround
from tests.casework.browser import send, words
from tests.casework.test_home import MODELS, agree, seen
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog


@pytest.fixture
def url(linda) -> str:
    return f"/werk/plekken/{linda.pk}/uit-huis/"


def test_who_moved_out_reads_nothing_more(
    family, linda, url, as_user, professional, partner, resident
):
    user = linda.person.user
    ground = SharingGround(
        case_file=family.case_file, kind="consent", organisation=partner.organisation,
        domains=["health"], purpose="haar knie", about=linda.person, given_by=linda.person,
        recorded_by=professional,
    )  # fmt: skip
    ground.give()
    client = as_user(professional)
    assert url in words(client.get(f"{family.url}tafel/"))
    assert "Zet een vinkje als het klopt." in words(send(client, url))
    assert as_user(user).get(family.own_url).status_code == 200
    assert send(client, url, sure="on").url == f"{family.url}tafel/"
    assert as_user(user).get(family.own_url).status_code == 404
    assert as_user(user).get("/mijn/plan/").status_code == 200  # a kind word, and no way back in
    assert as_user(user).get(family.own_url).status_code == 404
    assert seen(user) == {model: set() for model in MODELS}
    agree(user)
    agree(resident)
    assert as_user(resident).get(family.own_url).status_code == 200
    assert HouseholdMember.objects.get(person=linda.person).until is not None
    ground.refresh_from_db()
    assert ground.withdrawn_at is not None
    family.ground.refresh_from_db()
    assert family.ground.withdrawn_at is None
    assert AccessLog.objects.filter(user=professional, act="veranderd", part="huisgenoten").exists()
    again = client.post(url, {"sure": "on"})  # a second click, or a page of before
    assert again.url == f"{family.url}tafel/"
    assert "Het staat er al: Linda Jansen woont hier niet meer." in words(client.get(again.url))


def test_only_the_coordinator_says_so(url, as_user, colleague, outsider, partner, stranger):
    for user in (colleague, outsider):
        assert as_user(user).get(url).status_code == 404
        assert as_user(user).post(url, {"sure": "on"}).status_code == 404
    assert as_user(partner).post(url, {"sure": "on"}).status_code == 404
    assert stranger.get(url).url.startswith("/inloggen/")
    assert not HouseholdMember.objects.filter(until__isnull=False).exists()


def test_the_database_lets_only_the_coordinator_end_it_once(linda, professional, colleague):
    here = HouseholdMember.objects.filter(person=linda.person)
    today = timezone.localdate()
    for user, ended in ((colleague, 0), (professional, 1), (professional, 0)):
        with app_login(), database.role("professional", user.pk):
            assert here.update(until=today) == ended
    with (
        app_login(), database.role("professional", professional.pk),
        pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(),
    ):  # fmt: skip
        HouseholdMember.objects.filter(until=None).update(until=today - timedelta(days=9))


def test_the_last_one_does_not_move_out_of_a_file(family, linda, url, as_user, professional):
    people = HouseholdMember.objects.filter(household=family.case_file.household)
    people.exclude(person=linda.person).delete()
    page = words(send(as_user(professional), url, sure="on"))
    assert "Dan woont hier niemand meer. Sluit het dossier af." in page
    assert Seat.objects.get(pk=linda.pk).until is None
