"""Moments that the team proposes, and the resident who picks one: by link, by number, by phone."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from intake.models import Conversation, ConversationRequest, Proposal
from intake.workflow import Refused
from tests.conftest import app_login
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam import database, references
from wijkteam.models import OutboxMessage


@pytest.fixture
def made(jo, professional) -> Proposal:
    start = timezone.now().replace(microsecond=0) + timedelta(days=3)
    proposal = Proposal(request=jo, professional=professional, place="home",
                        moments=[start, start + timedelta(days=1)])  # fmt: skip
    proposal.token = proposal.offer(professional)
    return proposal


def url(request) -> str:
    return f"/werk/verzoeken/{request.pk}/voorstellen/"


def typed(professional, *days: int) -> dict:
    data = {"place": "home", "professional": professional.pk}
    for number, ahead in enumerate(days, 1):
        day = timezone.localdate() + timedelta(days=ahead)
        data |= {f"day{number}_0": day.day, f"day{number}_1": day.month,
                 f"day{number}_2": day.year, f"time{number}": "10.30"}  # fmt: skip
    return data


def test_the_team_proposes_and_the_resident_gets_a_link(as_user, professional, jo):
    client = as_user(professional)
    assert check_page(words(client.get(url(jo)))) == []
    page = client.post(url(jo), typed(professional, 4, 5, 6), follow=True)
    assert "De bewoner koos nog niet." in words(page)
    assert check_page(words(page)) == []
    mail = OutboxMessage.objects.get()
    assert "/gesprek/moment/" in mail.body
    assert mail.body.count("10.30") == 3
    assert "momenten voorstellen" in looked(professional, jo)


@pytest.mark.parametrize(
    ("days", "change", "says"),
    [
        ((4,), {}, "ten minste twee verschillende momenten"),
        ((4, 4), {}, "ten minste twee verschillende momenten"),
        ((4, -1), {}, "Dit moment is geweest."),
        ((4, 500), {}, "Klopt het jaar?"),
        ((4, 5), {"time2": ""}, "allebei in"),
        ((4, 5), {"time2": "straks"}, "Deze tijd klopt niet."),
        ((4, 5), {"day2_1": "13"}, "Deze datum bestaat niet."),
    ],
)
def test_a_mistake_is_said_in_words(as_user, professional, jo, days, change, says):
    page = as_user(professional).post(
        url(jo), typed(professional, *days) | {"colleagues": "Blijf"} | change
    )
    assert says in words(page)
    assert "Blijf" in words(page)
    assert not jo.proposals.exists()


def test_the_link_opens_and_picking_puts_it_on_the_calendar(stranger, made, jo):
    page = stranger.get(f"/gesprek/moment/{made.token}/", follow=True)
    html = words(page)
    assert "Kies een moment voor het gesprek" in html
    assert check_page(html) == []
    assert not jo.conversations.exists()  # following a link picks nothing
    data = {"moment": made.moments[1].isoformat()}
    page = stranger.post("/gesprek/stand/moment/", data, follow=True)
    assert "Wij weten het nu." in words(page)
    jo.refresh_from_db()
    talk = jo.conversations.get()
    assert (jo.status, talk.planned_at) == ("planned", made.moments[1])
    assert jo.clocks.get(kind="contact").met_at
    mail = OutboxMessage.objects.get()
    assert "Sanne de Wit" in mail.body
    assert "BEGIN:VCALENDAR" in mail.calendar
    again = stranger.post("/gesprek/stand/moment/", data, follow=True)
    assert "niets meer te kiezen" in words(again)
    assert jo.conversations.count() == 1


def test_by_number_and_fact_too_and_none_may_fit(stranger, as_user, professional, made, jo):
    stranger.post("/gesprek/stand/", {"reference": jo.reference, "fact": "jo@voorbeeld.example"})
    stranger.post("/gesprek/stand/moment/", {"moment": "geen"})
    made.refresh_from_db()
    assert made.none_fits_at
    html = words(as_user(professional).get(f"/werk/verzoeken/{jo.pk}/"))
    assert "Geen van de momenten past." in html


@pytest.mark.parametrize("moment", ["", "straks", "2026-01-01T10:00:00+00:00"])
def test_a_moment_that_was_not_proposed_is_asked_again(stranger, made, jo, moment):
    stranger.get(f"/gesprek/moment/{made.token}/")
    page = stranger.post("/gesprek/stand/moment/", {"moment": moment})
    assert page.status_code == 200
    assert not jo.conversations.exists()


def test_a_wrong_link_opens_nothing_and_guessing_stops(stranger, made, jo):
    for _time in range(12):
        page = stranger.get("/gesprek/moment/geenechtelink/", follow=True)
    assert "Deze link werkt niet meer." in words(page)
    page = stranger.get(f"/gesprek/moment/{made.token}/", follow=True)
    assert "Kies een moment" not in words(page)


def test_over_the_phone(as_user, professional, made, jo):
    data = {"moment": made.moments[0].isoformat()}
    client = as_user(professional)
    client.post(f"/werk/voorstel/{made.pk}/gekozen/", data)
    client.post(f"/werk/voorstel/{made.pk}/gekozen/", data)
    assert jo.conversations.get().planned_at == made.moments[0]
    assert "moment gekozen" in looked(professional, jo)


def test_a_newer_proposal_takes_its_place(made, jo, professional):
    newer = Proposal(request=jo, professional=professional, moments=made.moments)
    newer.offer(professional)
    with pytest.raises(Refused):
        made.choose(made.moments[0])
    assert jo.proposals.open().get() == newer


def test_planned_meanwhile_so_the_pick_is_refused(made, jo, professional):
    Conversation(request=jo, planned_at=made.moments[0], professional=professional).plan(
        professional
    )
    with pytest.raises(Refused):
        made.choose(made.moments[1])
    made.refresh_from_db()
    assert made.chosen is None


def test_the_database_holds_the_moments_to_what_was_proposed(made):
    elsewhere = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=made.pk).update(chosen=elsewhere, chosen_at=elsewhere)


def as_stranger(token: str, deed) -> None:
    with transaction.atomic(), app_login(), database.role("public"):
        database.secret(references.key("moment", token))
        deed()


def test_a_stranger_plans_nothing_that_was_not_picked(made, jo, professional):
    talk = Conversation(request=jo, planned_at=made.moments[0], professional=professional)
    with pytest.raises(ProgrammingError, match="row-level security"):
        as_stranger(made.token, lambda: talk.save(force_insert=True))

    def skip() -> None:
        ConversationRequest.objects.filter(pk=jo.pk).update(status="planned")

    with pytest.raises(Exception, match="only withdraws"):
        as_stranger(made.token, skip)


def test_the_token_stands_nowhere(made, jo):
    row = str(ConversationRequest.objects.values().get(pk=jo.pk)) + str(
        Proposal.objects.values().get(pk=made.pk)
    )
    assert made.token not in row
    assert re.fullmatch(r"[\w-]{16}", made.token)


@pytest.mark.parametrize("page", ["voorstellen", "gekozen"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, made, jo, page):
    where = url(jo) if page == "voorstellen" else f"/werk/voorstel/{made.pk}/gekozen/"
    post = None if page == "voorstellen" else {"moment": "x"}
    check_doors(as_user, where, outsider=outsider, without=team_lead, post=post)
