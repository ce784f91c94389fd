"""The locks of steps, links, gatherings and lists, met as each role, past every view."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.utils import timezone

from network.models import (
    Gathering,
    Guest,
    Promise,
    RegisterImport,
    Signal,
    SignalLink,
    SignalStep,
    Vindplaats,
)
from network.models.links import hashed
from wijkteam import database
from wijkteam.models import User

MODELS = [SignalStep, SignalLink, Gathering, Guest, Promise, RegisterImport]


@pytest.fixture
def world(professional, team, ria, els, damp):
    """One row of each; the list is the professional's own, the step about a signal of Els."""
    SignalStep(signal=damp, by=professional, words="Wij bellen.").take()
    SignalLink.objects.create(contact=els, made_by=professional, token_hash=hashed("sleutel"))
    start = timezone.now()
    gathering = Gathering.objects.create(
        team=team, title="Café", by=professional, starts_at=start, key="agenda",
        ends_at=start + timedelta(hours=1),
    )  # fmt: skip
    Guest.objects.create(gathering=gathering, contact=ria)
    Promise.objects.create(gathering=gathering, words="Bellen", owner=professional)
    RegisterImport.objects.create(by=professional, file_name="lijst.csv")


def count(role: str, user: User | None, model: type) -> int | None:
    """How many rows this role reads; None when the table is closed."""
    try:
        with database.role(role, user.pk if user else None):
            return len(model.objects.values_list("pk", flat=True))
    except ProgrammingError:
        return None


def counts(role: str, user: User | None) -> list[int | None]:
    return [count(role, user, model) for model in MODELS]


def test_who_reads_what(world, professional, colleague, partner, contact, teamless):
    assert counts("professional", colleague) == [1, 1, 1, 1, 1, 0]
    assert counts("professional", partner) == [0, 0, 0, 0, 0, 0]
    assert counts("contact", contact) == [0, None, None, None, None, None]


def test_the_own_list_is_read_by_whoever_brought_it(world, professional):
    assert counts("professional", professional) == [1, 1, 1, 1, 1, 1]


def test_a_contact_reads_what_is_done_about_the_own_signal(world, contact, ria, damp):
    Signal.objects.filter(pk=damp.pk).update(contact=ria)
    assert count("contact", contact, SignalStep) == 1


def test_django_shows_what_the_database_shows(world, professional, colleague, partner, contact):
    for user in (professional, colleague, partner, contact):
        role = "professional" if user == partner else user.role
        for model in MODELS:
            shown = model.objects.visible_to(user).count()
            assert shown == (count(role, user, model) or 0), (user, model)


@pytest.mark.parametrize("role", ["municipality", "privacy_officer", "manager", "resident"])
def test_others_find_every_table_closed(world, role):
    assert counts(role, None) == [None] * 6


def as_stranger(secret: str, deed):
    with transaction.atomic(), database.role("public"):
        database.secret(secret)
        return deed()


def test_a_stranger_opens_one_row_with_its_key_and_nothing_else(world, els):
    links = lambda: SignalLink.objects.count()  # noqa: E731
    assert as_stranger(hashed("sleutel"), links) == 1
    assert as_stranger(hashed("iets anders"), links) == 0
    titles = lambda: list(Gathering.objects.values_list("title", flat=True))  # noqa: E731
    assert as_stranger("agenda", titles) == ["Café"]
    assert as_stranger(hashed("sleutel"), titles) == []
    for closed in (Guest, Promise, SignalStep):
        with pytest.raises(ProgrammingError):
            as_stranger(hashed("sleutel"), lambda model=closed: list(model.objects.all()))


def test_a_link_speaks_for_nobody_else(world, els, ria, team):
    def send(contact) -> None:
        Signal(
            vindplaats_id=contact.vindplaats_id, contact_id=contact.pk, kind="individual",
            person_knows=False, words="x", route="link", team=team,
        ).save(force_insert=True)  # fmt: skip

    with pytest.raises(DatabaseError):
        as_stranger(hashed("sleutel"), lambda: send(ria))
    with pytest.raises(DatabaseError):
        as_stranger(hashed("niets"), lambda: send(els))
    as_stranger(hashed("sleutel"), lambda: send(els))
    SignalLink.objects.update(expires_at=timezone.localtime() - timedelta(days=1))
    with pytest.raises(DatabaseError):
        as_stranger(hashed("sleutel"), lambda: send(els))


def test_nobody_moves_places_but_through_the_leaving(world, professional, colleague):
    def call() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM network_leave_places(%s, NULL, NULL)", [colleague.pk])

    for role, user in (("professional", professional), ("worker", None), ("contact", None)):
        with pytest.raises(DatabaseError), database.role(role, user.pk if user else None):
            call()
    assert Vindplaats.objects.filter(holder=professional).exists()
