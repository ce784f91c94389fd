"""Complaints are handled by whoever was not involved, answered in time, and never lost."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from intake import escalation_complaints
from intake.models import Complaint
from intake.workflow import Refused
from tests import factories
from tests.conftest import app_login
from tests.intake.complaints.words import url
from tests.intake.team_doors import check_doors, looked, queries_of, words
from tests.page import check_page
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import OutboxMessage
from wijkteam.roles import DATABASE_ROLE
from wijkteam.workdays import end_of_term


def test_the_lead_must_choose_who_handles_it(as_user, team_lead, colleague, made):
    html = words(as_user(team_lead).post(url(made, "verdelen/"), {"handler": ""}))
    assert "Kies wie de klacht behandelt." in html
    made.refresh_from_db()
    assert made.handler is None


def test_the_lead_assigns_and_the_handler_answers(as_user, team_lead, colleague, made, stranger):
    lead = as_user(team_lead)
    assert "Ze belde niet terug." in words(lead.get(url(made)))
    lead.post(url(made, "verdelen/"), {"handler": colleague.pk})
    client = as_user(colleague)
    html = words(client.get(url(made)))
    assert check_page(html) == []
    assert made.readable_reference in words(client.get("/werk/"))
    answer = {"judgement": "right", "words": "U hebt gelijk. Het spijt ons."}
    client.post(url(made, "antwoord/"), answer)
    client.post(url(made, "antwoord/"), answer | {"words": "Nog eens"})
    made.refresh_from_db()
    assert (made.answer, made.is_open) == (answer["words"], False)
    assert "klacht" in looked(colleague, made)
    to = list(OutboxMessage.objects.values_list("to", flat=True))
    assert to == [colleague.email, made.email]
    typed = {"reference": made.reference, "fact": made.email}
    assert answer["words"] in words(stranger.post("/klacht/stand/", typed, follow=True))
    assert "ombudsman" in words(client.get(url(made, "op-papier/")))


def test_who_had_a_hand_in_it_cannot_be_chosen(as_user, team_lead, professional, colleague, made):
    html = words(as_user(team_lead).get(url(made)))
    chooser = html.split('name="handler"')[1].split("</select>")[0]
    assert colleague.name in chooser
    assert professional.name not in chooser
    as_user(team_lead).post(url(made, "verdelen/"), {"handler": professional.pk})
    made.refresh_from_db()
    assert made.handler is None
    with pytest.raises(Refused):
        made.assign(professional)


def test_nor_who_it_is_about_even_when_just_named(as_user, team_lead, colleague, made):
    page = as_user(team_lead).post(
        url(made, "verdelen/"), {"handler": colleague.pk, "about_user": colleague.pk}, follow=True
    )
    assert "Kies iemand anders." in words(page)
    made.refresh_from_db()
    assert made.handler is None


@pytest.mark.parametrize("who", ["holder", "subject"])
def test_the_database_refuses_them_too(made, professional, colleague, who):
    chosen = professional if who == "holder" else colleague
    about = {"about_user": colleague}
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=made.pk).update(handler=chosen, **about)


def test_who_handles_it_does_not_come_to_hold_the_request(as_user, made, jo, colleague):
    made.assign(colleague)
    page = as_user(colleague).post(
        f"/werk/verzoeken/{jo.pk}/oppakken/", {"van": jo.holder_id}, follow=True
    )
    assert "Laat een collega het doen." in words(page)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(jo).objects.filter(pk=jo.pk).update(holder=colleague)
    made.give_answer(colleague, "Het kan beter.", "partly")
    jo.take(colleague, instead_of=jo.holder)
    assert jo.holder == colleague


def test_a_complaint_about_a_lead_goes_to_another_team(other_team, team, team_lead):
    factories.user("Els", Role.TEAM_LEAD, team=other_team)
    made = Complaint(team=team, about="person", about_user=team_lead, words="x", name="Jo",
                     phone="0612345678")  # fmt: skip
    made.arrive()
    assert made.team == other_team


def test_four_weeks_more_once_with_a_notice(as_user, team_lead, made):
    due = made.due
    client = as_user(team_lead)
    for why in ("De collega is ziek.", "Nog langer."):
        client.post(url(made, "langer/"), {"why": why})
    made.refresh_from_db()
    assert made.extended_why == "De collega is ziek."
    assert made.due == end_of_term(due, weeks=4)
    assert OutboxMessage.objects.count() == 1


def answered(made, colleague) -> None:
    made.assign(colleague)
    made.give_answer(colleague, "Het kan beter.", "partly")


def test_looked_at_once_more_and_the_first_answer_stays(stranger, as_user, made, colleague):
    answered(made, colleague)
    typed = {"reference": made.reference, "fact": made.email}
    stranger.post("/klacht/stand/", typed)
    for said in ("Dat is niet alles.", "En nog iets."):
        stranger.post("/klacht/stand/opnieuw/", {"words": said})
    made.refresh_from_db()
    assert (made.reopened_words, made.is_open) == ("Dat is niet alles.", True)
    client = as_user(colleague)
    client.post(url(made, "antwoord/"), {"judgement": "right", "words": "U had gelijk."})
    made.refresh_from_db()
    assert (made.answer, made.second_answer) == ("Het kan beter.", "U had gelijk.")
    assert not made.can_reopen


def test_only_the_handler_answers(made, team_lead, colleague):
    made.assign(colleague)
    with pytest.raises(Refused):
        made.give_answer(team_lead, "Zo.", "wrong")


def as_stranger(made, **change) -> None:
    with transaction.atomic(), app_login(), database.role("public"):
        database.secret(made.lookup_keys[0])
        Complaint.objects.filter(pk=made.pk).update(**change)


@pytest.mark.parametrize("change", [{"answer": "Ik kreeg gelijk"}, {"judgement": "right"}])
def test_a_stranger_changes_nothing_else(made, colleague, change):
    answered(made, colleague)
    with pytest.raises(ProgrammingError, match="permission denied"):
        as_stranger(made, **change)


def test_it_is_announced_and_told_when_late_once(made, team_lead, colleague, professional):
    def to() -> list[str]:
        escalation_complaints.escalate(made.due + timedelta(days=days))
        escalation_complaints.escalate(made.due + timedelta(days=days))
        found = list(OutboxMessage.objects.values_list("to", flat=True))
        OutboxMessage.objects.all().delete()
        return found

    days = 0
    assert to() == [team_lead.email]  # it arrived
    days = 1
    assert to() == [team_lead.email]  # late, and nobody has it
    made.assign(colleague)
    assert to() == [colleague.email]
    Complaint.objects.update(due=made.due + timedelta(days=30))
    made.refresh_from_db()
    assert to() == [colleague.email]
    days = 9
    assert to() == [team_lead.email]


def test_when_the_lead_handles_it_another_lead_hears(made, team_lead, other_team):
    els = factories.user("Els", Role.TEAM_LEAD, team=other_team)
    made.assign(team_lead)
    Complaint.objects.update(announced_at=timezone.now(), handler_told_for=made.due)
    escalation_complaints.escalate(made.due + timedelta(days=9))
    assert list(OutboxMessage.objects.values_list("to", flat=True)) == [els.email]


def test_the_list_has_few_queries(as_user, team_lead, made, team):
    client = as_user(team_lead)
    client.get("/leiding/klachten/")
    first = len(queries_of(lambda: client.get("/leiding/klachten/")))
    for _each in range(30):
        Complaint(team=team, about="team", words="x", name="Jo", phone="0612345678").arrive()
    assert len(queries_of(lambda: client.get("/leiding/klachten/"))) == first
    assert "Er is nog geen klacht" in words(client.get("/leiding/klachten/", {"klaar": ""}))


def test_screen_and_database_agree(made, team_lead, colleague, professional, outsider, team):
    made.assign(colleague)
    Complaint(team=team, about="team", words="x", name="Jo", phone="0612345678").arrive()
    for user in (team_lead, colleague, professional, outsider):
        with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            in_sql = set(Complaint.objects.values_list("pk", flat=True))
        assert in_sql == {one.pk for one in Complaint.objects.visible_to(user)}, user


@pytest.mark.parametrize("deed", ["", "verdelen/", "langer/", "antwoord/", "op-papier/"])
def test_keeps_out_who_may_not(as_user, outsider, partner, made, deed):
    post = {} if deed in ("verdelen/", "langer/", "antwoord/") else None
    other = None if deed == "verdelen/" else outsider
    check_doors(as_user, url(made, deed), outsider=other, without=partner, post=post)


def test_keeps_out_who_may_not_enter(as_user, team_lead):
    check_doors(as_user, "/werk/klachten/nieuw/", outsider=None, without=team_lead)
