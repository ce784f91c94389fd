"""The made-up network: every state and warmth is there, the same every time."""

import random
from io import StringIO

import pytest
from django.core.management import call_command

from network import letters
from network import seed as network_seed
from network.choices import Formality, SignalStatus, Warmth
from network.models import (
    ContactMoment,
    Gathering,
    Guest,
    Promise,
    Signal,
    SignalStep,
    Vindplaats,
    VindplaatsContact,
)
from wijkteam import seed as ground_seed
from wijkteam.models import Organisation, OutboxMessage, Team, User
from wijkteam.views.demo import DEMO_ACCOUNTS


@pytest.fixture
def town(db) -> None:
    rng = random.Random(1)
    ground_seed.seed(0, rng)
    network_seed.seed(0, rng)


def test_the_ground_is_there(town):
    assert Organisation.objects.count() == 40
    assert Team.objects.filter(is_default=True).count() == 1
    emails = {email for email, _what in DEMO_ACCOUNTS.values()}
    assert set(User.objects.filter(email__in=emails).values_list("email", flat=True)) == emails
    assert User.objects.get(email="sanne@demo.example").check_password(ground_seed.PASSWORD)
    assert not User.objects.get(email="mark@demo.example").has_usable_password()


def test_every_state_and_warmth_is_there(town):
    places = Vindplaats.objects.all()
    assert places.count() == 41
    assert {place.warmth for place in places} == set(Warmth)
    assert {place.formality for place in places} == set(Formality.values)
    assert places.filter(holder=None).exists()
    assert set(Signal.objects.values_list("status", flat=True)) == set(SignalStatus.values)
    assert any(signal.is_late() for signal in Signal.objects.all())
    bieb = User.objects.get(email="bieb@demo.example")
    assert Signal.objects.visible_to(bieb).answered().exists()


def test_somebody_is_called_about_the_gathering_to_come(town):
    sanne = User.objects.get(email="sanne@demo.example")
    assert len(letters.for_somebody(sanne)) == 2


def test_the_last_moment_is_the_last_contact(town):
    for place in Vindplaats.objects.filter(last_contact_on__isnull=False):
        assert place.moments.first().at.date() == place.last_contact_on


def test_the_same_number_gives_the_same_town(town):
    before = facts()
    gatherings = (Promise, Guest, SignalStep, Signal, Gathering)
    for model in (*gatherings, ContactMoment, VindplaatsContact, Vindplaats):
        model.objects.all().delete()
    OutboxMessage.objects.all().delete()
    User.objects.all().delete()
    for team in Team.objects.all():
        team.neighbourhoods.all().delete()
    Team.objects.all().delete()
    Organisation.objects.all().delete()
    rng = random.Random(1)
    ground_seed.seed(0, rng)
    network_seed.seed(0, rng)
    assert facts() == before


def facts() -> list:
    rows = []
    for model in (Vindplaats, VindplaatsContact, ContactMoment, Signal, Gathering, Guest):
        rows += list(model.objects.order_by("pk").values_list("pk", flat=True))
    return rows


def test_a_filled_database_stays_as_it_is(team):
    said = StringIO()
    call_command("seed", families=5, seed=1, stdout=said)
    assert "al gevuld" in said.getvalue()
    assert not Vindplaats.objects.exists()
