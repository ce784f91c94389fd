"""Actions: one owner, a date, done and not done after all."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Action
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.models import AccessLog


def three(day) -> dict[str, str]:
    return {"due_0": str(day.day), "due_1": str(day.month), "due_2": str(day.year)}


def test_words_are_enough(family, as_user, professional):
    assert send(as_user(professional), f"{family.url}afspraak/", words="Bellen").status_code == 302
    action = Action.objects.get(words="Bellen")
    assert (action.owner, action.kind, action.due) == (family.coordinator, "do", None)


def test_sent_twice_it_is_there_once(family, as_user, professional):
    send(as_user(professional), f"{family.url}afspraak/", twice=True, words="Bellen")
    assert Action.objects.filter(words="Bellen").count() == 1


def test_an_owner_from_the_own_network_a_date_and_a_goal(family, as_user, professional):
    day = timezone.localdate() + timedelta(days=9)
    url = f"{family.url}afspraak/?doel={family.parenting.pk}"
    send(as_user(professional), url, words="Uit school halen", owner=str(family.els.pk),
         kind="arrange", **three(day))  # fmt: skip
    action = Action.objects.get(words="Uit school halen")
    assert (action.owner, action.goal, action.due) == (family.els, family.parenting, day)
    assert action.life_domain == "parenting"


def test_waiting_on_purpose_gets_a_day_to_look_again(family, as_user, professional):
    client, url = as_user(professional), f"{family.url}afspraak/"
    send(client, url, words="Eerst niets", kind="wait")
    four_weeks = timezone.localdate() + timedelta(weeks=4)
    assert Action.objects.get(words="Eerst niets").due == four_weeks
    day = timezone.localdate() + timedelta(days=30)
    assert send(client, url, words="Even niets", kind="wait", **three(day)).status_code == 302
    assert "bewust even niets doen" in words(client.get(family.url))


@pytest.mark.parametrize("answers", [
    {"words": ""}, {"words": "x" * 301}, {"owner": "onzin"}, {"kind": "onzin"}, {"goal": "onzin"},
    {"owner": "00000000-0000-0000-0000-000000000000"}, {"due_0": "ja"}, {"key": "onzin"},
    {"due_0": "1", "due_1": "1", "due_2": "1999"},
])  # fmt: skip
def test_a_mistake_is_said_in_words(family, as_user, professional, answers):
    before = Action.objects.count()
    response = send(as_user(professional), f"{family.url}afspraak/", **{"words": "Iets", **answers})
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    assert Action.objects.count() == before


def test_a_link_with_a_strange_goal_still_opens(family, as_user, professional):
    for goal in ["onzin", "", "00000000-0000-0000-0000-000000000000"]:
        assert as_user(professional).get(f"{family.url}afspraak/?doel={goal}").status_code == 200


def test_a_partner_agrees_on_things_in_the_own_domain(family, as_user, partner):
    client, url = as_user(partner), f"{family.url}afspraak/"
    assert send(client, url, words="Over geld", life_domain="money").status_code == 200
    assert send(client, url, words="Geheim", goal=str(family.money.pk)).status_code == 200
    assert send(client, url, words="Voorlezen").status_code == 302
    assert Action.objects.get(words="Voorlezen").life_domain == "parenting"
    assert not Action.objects.filter(words__in=["Over geld", "Geheim"]).exists()


def test_done_and_not_done_after_all(family, as_user, professional):
    action, client = family.actions["late"], as_user(professional)
    for _thumb in range(2):
        response = client.post(f"/werk/afspraken/{action.pk}/klaar/")
        assert response.url == f"{family.url}#afspraak-{action.pk}"
    action.refresh_from_db()
    assert action.done_by == family.coordinator
    assert AccessLog.objects.filter(act="veranderd").count() == 2
    client.post(f"/werk/afspraken/{action.pk}/toch-niet/")
    action.refresh_from_db()
    assert (action.done_at, action.done_by) == (None, None)


def test_ticked_in_place_with_javascript(family, as_user, professional):
    action = family.actions["late"]
    response = as_user(professional).post(
        f"/werk/afspraken/{action.pk}/klaar/", headers={"HX-Request": "true"}
    )
    piece = words(response)
    assert piece.startswith('<li class="wt-deed wt-deed--done"')
    assert "Toch niet klaar: Bellen over de huur" in piece
    assert "afgevinkt door <bdi>Sanne de Wit" in piece
    assert check_page(response.content.decode()) == []


def test_what_one_does_oneself_one_ticks_off_also_outside_the_own_domain(family, as_user, partner):
    client = as_user(partner)
    assert client.post(f"/werk/afspraken/{family.actions['general'].pk}/klaar/").status_code == 302
    family.actions["general"].refresh_from_db()
    assert family.actions["general"].done_by == family.partner


def test_looking_does_not_tick(family, as_user, professional):
    assert as_user(professional).get(
        f"/werk/afspraken/{family.actions['late'].pk}/klaar/"
    ).status_code == 405  # fmt: skip


def test_in_a_closed_file_nothing_is_ticked(family, as_user, professional):
    family.case_file.close(professional, "Het gaat weer.")
    client = as_user(professional)
    response = client.post(f"/werk/afspraken/{family.actions['late'].pk}/klaar/", follow=True)
    assert "Dit dossier is afgesloten." in words(response)
    family.actions["late"].refresh_from_db()
    assert family.actions["late"].done_at is None
