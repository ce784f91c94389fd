"""The right people are asked at the right moment: once, and once again when they stay silent."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from casework.models import Goal, Seat
from intake.models import Clock
from monitor import asking
from monitor.models import Answer, Invitation
from monitor.tasks import ask, mix_answers
from network.models import Signal, Vindplaats, VindplaatsContact
from tests import factories
from tests.conftest import app_login
from wijkteam.models import OutboxMessage

QUIET = date(2026, 3, 18)  # no month of the half-yearly questions


def day(monkeypatch, to: date) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_given: to)


def noon(day_of_march: int):
    return timezone.now().replace(year=2026, month=3, day=day_of_march, hour=11, minute=0)


def run() -> int:
    with app_login():
        return ask()


@pytest.fixture
def held(team):
    """A conversation of four days ago, with someone who has e-mail."""
    asked = factories.request(team, email="jo@voorbeeld.example", language="tr", postcode="1311AB")
    at = noon(14)
    Clock.objects.filter(request=asked, kind="conversation").update(met_at=at)
    return asked


def test_asked_once_and_reminded_once(held, monkeypatch, stranger):
    day(monkeypatch, QUIET)
    assert run() == 1
    assert run() == 0
    message = OutboxMessage.objects.get()
    assert message.to == "jo@voorbeeld.example"
    link = re.search(r"/vragen/\w+/\?taal=tr", message.body)[0]
    day(monkeypatch, QUIET + timedelta(days=9))
    assert run() == 0
    day(monkeypatch, QUIET + timedelta(days=10))
    assert run() == 1
    day(monkeypatch, QUIET + timedelta(days=11))
    assert run() == 0
    assert OutboxMessage.objects.count() == 2
    assert all(link in one.body for one in OutboxMessage.objects.all())


def test_who_answered_hears_nothing_more(held, monkeypatch):
    day(monkeypatch, QUIET)
    run()
    Invitation.objects.update(answered=True)
    day(monkeypatch, QUIET + timedelta(days=12))
    assert run() == 0


def test_an_invitation_holds_no_name_and_no_key_of_the_request(held, monkeypatch):
    day(monkeypatch, QUIET)
    run()
    row = " ".join(str(value) for value in Invitation.objects.values_list().get())
    assert "jo@" not in row
    assert str(held.pk) not in row
    assert Invitation.objects.get().neighbourhood == held.neighbourhood


def test_who_asked_for_someone_else_or_withdrew_is_left_alone(team, held, monkeypatch):
    type(held).objects.filter(pk=held.pk).update(
        status="closed", outcome="withdrawn", closed_at=timezone.now()
    )
    day(monkeypatch, QUIET)
    assert run() == 0


@pytest.mark.parametrize("change", [{"email": ""}, {"unsafe": ["mail"]}])
def test_who_has_no_safe_mail_is_called_once(team, held, monkeypatch, change):
    type(held).objects.filter(pk=held.pk).update(phone="0612345678", **change)
    day(monkeypatch, QUIET)
    run()
    day(monkeypatch, QUIET + timedelta(days=10))
    run()
    assert [one.kind for one in OutboxMessage.objects.all()] == ["call"]


@pytest.mark.parametrize("said_yes", [True, False])
def test_at_closing_the_household_is_asked_if_it_said_so(
    team, professional, resident, monkeypatch, said_yes
):
    file = factories.case_file(professional, team, resident=resident)
    at = noon(15)
    file.close(professional, "Het gaat goed.", may_be_asked=said_yes)
    type(file).objects.filter(pk=file.pk).update(closed_at=at)
    OutboxMessage.objects.all().delete()
    day(monkeypatch, QUIET)
    assert run() == int(said_yes)
    assert [one.to for one in OutboxMessage.objects.all()] == [resident.email] * said_yes
    assert [one.questionnaire.occasion for one in Invitation.objects.all()] == [
        "closing"
    ] * said_yes


def test_an_answer_about_the_help_knows_its_wijk_and_a_wide_band(
    team, professional, resident, monkeypatch, stranger
):
    """What is asked at a look back and at closing is asked at no other moment: without a wijk
    no pilot could ever say anything about it."""
    file = factories.case_file(professional, team, resident=resident)
    seat = Seat.objects.earliest("pk")
    for domain, at in [("money", noon(1)), ("health", noon(2))]:
        goal = {"life_domain": domain, "words": "Rust", "created_at": at, "created_by": seat}
        Goal.objects.create(case_file=file, **goal)
    file.close(professional, "Het gaat goed.", may_be_asked=True)
    type(file).objects.filter(pk=file.pk).update(closed_at=noon(15))
    OutboxMessage.objects.all().delete()
    day(monkeypatch, QUIET)
    assert run() == 1
    asked = Invitation.objects.get()
    assert (asked.neighbourhood, asked.band) == (team.neighbourhoods.get(), "money")
    link = re.search(r"/vragen/\w+/", OutboxMessage.objects.get().body)[0]
    stranger.post(link, {"vraag_1": "8"})
    answer = Answer.objects.get()
    assert (answer.neighbourhood, answer.band) == (team.neighbourhoods.get(), "money")


def test_after_an_answered_signal_the_sender_is_asked(team, professional, monkeypatch):
    place = Vindplaats.objects.create(name="Bieb", kind="library", formality="formal")
    person = VindplaatsContact.objects.create(
        vindplaats=place, name="Ria", email="ria@voorbeeld.example"
    )
    at = noon(15)
    Signal.objects.create(
        vindplaats=place, contact=person, kind="collective", life_domain="money", words="veel",
        team=team, neighbourhood=team.neighbourhoods.get(), status="answered", feedback="gedaan",
        answered_at=at, picked_up_at=at, answered_by=professional, picked_up_by=professional,
    )  # fmt: skip
    day(monkeypatch, QUIET)
    assert run() == 1
    assert OutboxMessage.objects.get().to == "ria@voorbeeld.example"


def test_a_place_is_asked_once_a_year_and_its_own_team_reads_it(team, other_team, monkeypatch):
    for name, wijken in [("Bieb", [team]), ("Markt", [team, other_team])]:
        place = Vindplaats.objects.create(name=name, kind="library", formality="formal")
        place.neighbourhoods.set(one.neighbourhoods.get() for one in wijken)
        VindplaatsContact.objects.create(
            vindplaats=place, name="Ria", email=f"{name.lower()}@voorbeeld.example"
        )
    day(monkeypatch, date(2026, 10, 12))
    assert run() == 2
    assert run() == 0
    asked = Invitation.objects.filter(questionnaire__occasion="year")
    assert {one.team_id for one in asked} == {team.pk, None}


def test_who_works_is_asked_twice_a_year(professional, partner, municipality, monkeypatch):
    day(monkeypatch, QUIET)
    assert run() == 0
    day(monkeypatch, date(2026, 4, 10))
    assert run() == 3
    assert run() == 0
    audiences = Invitation.objects.values_list("questionnaire__audience", flat=True)
    assert sorted(audiences) == ["municipality", "partner", "professional"]


def test_mixing_at_night_is_safe_to_run_twice(db):
    with app_login():
        assert mix_answers() == 0
    assert not Answer.objects.exists()
    assert [source.name for source in asking.SOURCES] == [
        "intake", "casework", "network", "wijkteam"
    ]  # fmt: skip
