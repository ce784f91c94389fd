"""The network's locks in the database, met as each role, past every view."""

import pytest
from django.db import DatabaseError, ProgrammingError, transaction

from network.models import ContactMoment, Signal, Vindplaats, VindplaatsContact
from wijkteam import database
from wijkteam.models import User

MODELS = [Vindplaats, VindplaatsContact, ContactMoment, Signal]
PLACES, PEOPLE, MOMENTS, SIGNALS = MODELS


@pytest.fixture
def world(professional, library, ria, els, worry, damp):
    library.log_contact(professional, kind="visit", told="Veel brieven.")


def seen(role: str, user: User | None) -> dict[type, set]:
    """The keys that this role reads of each table; None when the table itself is closed."""
    found: dict[type, set | None] = {}
    for model in MODELS:
        try:
            with database.role(role, user.pk if user else None):
                found[model] = set(model.objects.values_list("pk", flat=True))
        except ProgrammingError as error:
            found[model] = None if "permission denied" in str(error) else {str(error)}
    return found


def keys(*rows) -> set:
    return {row.pk for row in rows}


@pytest.mark.parametrize("who", ["professional", "team_lead"])
def test_a_team_reads_the_network(request, world, library, ria, els, worry, damp, who):
    user = request.getfixturevalue(who)
    rows = seen(user.role, user)
    assert rows[PLACES] == keys(library, els.vindplaats)
    assert rows[PEOPLE] == keys(ria, els)
    assert len(rows[MOMENTS]) == 1
    assert rows[SIGNALS] == keys(worry, damp)


def test_another_team_reads_no_signal_about_a_person(world, outsider, damp):
    assert seen("professional", outsider)[SIGNALS] == keys(damp)


@pytest.mark.parametrize("who", ["partner", "teamless"])
def test_without_a_team_there_are_places_only(request, world, library, els, who):
    rows = seen("professional", request.getfixturevalue(who))
    assert rows == {
        PLACES: keys(library, els.vindplaats), PEOPLE: set(), MOMENTS: set(), SIGNALS: set()
    }  # fmt: skip


def test_a_contact_reads_the_own_place_and_signals(world, contact, library, ria, worry):
    assert seen("contact", contact) == {
        PLACES: keys(library), PEOPLE: keys(ria), MOMENTS: None, SIGNALS: keys(worry)
    }  # fmt: skip
    notes = pytest.raises(ProgrammingError, match="permission denied")  # they are the team's own
    with notes, database.role("contact", contact.pk):
        list(Vindplaats.objects.values("notes"))


def test_a_contact_who_left_reads_nothing_but_the_own_name(world, contact, ria):
    ria.leave()
    rows = seen("contact", contact)
    assert (rows[PLACES], rows[SIGNALS]) == (set(), set())


@pytest.mark.parametrize("role", ["public", "municipality", "privacy_officer", "manager"])
def test_others_find_every_table_closed(world, role):
    assert not any(seen(role, None).values())


def test_what_django_shows_is_what_the_database_shows(
    world, professional, team_lead, outsider, partner, contact
):
    for user in (professional, team_lead, outsider, partner, contact):
        role = "professional" if user == partner else user.role
        rows = seen(role, user)
        for model in MODELS:
            shown = set(model.objects.visible_to(user).values_list("pk", flat=True))
            assert shown == (rows[model] or set()), (user, model)


def refused(role: str, user: User, deed) -> bool:
    try:
        with transaction.atomic(), database.role(role, user.pk):
            return deed() == 0
    except DatabaseError:
        return True


def test_what_was_sent_and_told_stays_as_it_was(world, professional, worry):
    forbidden = [
        lambda: Signal.objects.filter(pk=worry.pk).update(words="Iets anders"),
        lambda: Signal.objects.filter(pk=worry.pk).update(about_name="Iemand anders"),
        lambda: Signal.objects.filter(pk=worry.pk).delete()[0],
        lambda: ContactMoment.objects.update(told="Niets"),
        lambda: ContactMoment.objects.all().delete()[0],
        lambda: Vindplaats.objects.all().delete()[0],
        lambda: VindplaatsContact.objects.all().delete()[0],
    ]
    assert [refused("professional", professional, deed) for deed in forbidden] == [True] * 7


def test_without_a_team_nothing_is_changed(world, partner, library):
    forbidden = [
        lambda: Vindplaats.objects.filter(pk=library.pk).update(name="Van mij"),
        lambda: library.neighbourhoods.clear(),
        lambda: Vindplaats.objects.create(name="Nieuw", kind="shop") and 1,
        lambda: library.log_contact(partner, kind="visit"),
    ]
    assert all(refused("professional", partner, deed) for deed in forbidden[:1] + forbidden[2:])
    refused("professional", partner, forbidden[1])
    assert library.neighbourhoods.count() == 1
    assert ContactMoment.objects.count() == 1


def test_a_contact_speaks_for_nobody_else(world, contact, els, team):
    def send():
        Signal(vindplaats=els.vindplaats, contact=els, kind="individual", person_knows=False,
               words="Namens Els").send()  # fmt: skip

    assert refused("contact", contact, send)
    assert not Signal.objects.filter(words="Namens Els").exists()


def test_a_visit_is_written_in_the_own_name(world, professional, colleague, library):
    deed = lambda: library.log_contact(colleague, kind="visit")  # noqa: E731
    assert refused("professional", professional, deed)
    assert ContactMoment.objects.count() == 1
