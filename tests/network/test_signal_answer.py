"""The team sees a signal, picks it up, and cannot be done with it without an answer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from network.models import Signal
from tests.network.conftest import words
from tests.page import check_page
from wijkteam.models import AccessLog, OutboxMessage

LIST = "/netwerk/signalen/"
DONE = {"feedback": "We zijn bij haar langs geweest."}


def url(signal: Signal, deed: str = "") -> str:
    return f"{LIST}{signal.pk}/{deed}"


def test_the_list_shows_no_names_and_no_stories(as_user, professional, worry, damp):
    page = words(as_user(professional).get(LIST))
    assert "Bibliotheek" in page
    assert "Voedselbank" in page
    for secret in ("Mevrouw Bakari", "post niet te openen", "Schimmel"):
        assert secret not in page
    assert check_page(page) == []


def test_late_ones_stand_on_top(as_user, professional, worry, damp):
    Signal.objects.filter(pk=damp.pk).update(due=timezone.localdate() - timedelta(days=1))
    page = words(as_user(professional).get(LIST))
    assert page.index("Voedselbank") < page.index("Bibliotheek")
    assert "te laat" in page


@pytest.mark.parametrize(
    ("query", "person", "area"),
    [
        ("", True, True),
        ("soort=individual", True, False),
        ("soort=collective", False, True),
        ("stand=answered", False, False),
        ("stand=new", True, True),
        ("stand=x", True, True),
    ],
)
def test_filters_stand_in_the_address(as_user, professional, worry, damp, query, person, area):
    page = words(as_user(professional).get(f"{LIST}?{query}"))
    assert ("<bdi>Bibliotheek</bdi>" in page) is person
    assert ("<bdi>Voedselbank</bdi>" in page) is area


def test_picking_up_says_who_and_when_and_logs(as_user, professional, worry):
    client = as_user(professional)
    page = words(client.get(url(worry)))
    assert "Mevrouw Bakari" in page
    assert check_page(page) == []
    client.post(url(worry, "oppakken/"))
    worry.refresh_from_db()
    assert (worry.status, worry.picked_up_by) == ("picked_up", professional)
    assert worry.picked_up_at
    looks = AccessLog.objects.filter(user=professional, request_id=worry.pk, part="signaal")
    assert list(looks.order_by("at").values_list("act", flat=True)) == ["bekeken", "gewijzigd"]


def test_a_signal_about_the_neighbourhood_is_no_look_at_a_family(as_user, professional, damp):
    as_user(professional).get(url(damp))
    assert not AccessLog.objects.filter(request_id=damp.pk).exists()


def test_the_second_of_two_hears_so(as_user, professional, colleague, worry):
    as_user(professional).post(url(worry, "oppakken/"))
    page = words(as_user(colleague).post(url(worry, "oppakken/"), follow=True))
    assert "Een collega pakte dit signaal al op." in page
    worry.refresh_from_db()
    assert worry.picked_up_by == professional


def test_who_has_an_account_reads_the_answer_there(as_user, professional, contact, worry):
    worry.pick_up(professional)
    OutboxMessage.objects.all().delete()
    page = words(as_user(professional).post(url(worry), DONE, follow=True))
    assert "De afzender hoort ervan." in page
    assert check_page(page) == []
    mail = OutboxMessage.objects.get()
    assert (mail.kind, mail.to) == ("mail", contact.email)
    assert "langs geweest" not in mail.body
    assert "/signaal/" in mail.body
    assert "We zijn bij haar langs geweest." in words(as_user(contact).get("/signaal/"))


def test_who_has_only_a_number_is_called(as_user, professional, team, damp):
    damp.pick_up(professional)
    as_user(professional).post(url(damp), {"feedback": "De corporatie komt dinsdag."})
    call = OutboxMessage.objects.get()
    assert (call.kind, call.team) == ("call", team)
    assert "Els Hendriks" in call.to
    assert "020 130 0001" in call.to
    assert "De corporatie komt dinsdag." in call.body


def test_who_has_only_an_address_gets_the_answer_itself(professional, els, damp):
    els.email = "els@voedselbank.example"
    els.save()
    damp.refresh_from_db()
    damp.pick_up(professional)
    damp.answer(professional, "De corporatie komt dinsdag.")
    assert "De corporatie komt dinsdag." in OutboxMessage.objects.get(kind="mail").body


def test_without_an_answer_it_stays_open(as_user, professional, worry):
    worry.pick_up(professional)
    for nothing in ("", "   "):
        page = words(as_user(professional).post(url(worry), {"feedback": nothing}))
        assert "Zonder antwoord blijft het open." in page
        assert check_page(page) == []
    worry.refresh_from_db()
    assert worry.status == "picked_up"


def test_answering_twice_tells_once(as_user, professional, worry):
    worry.pick_up(professional)
    OutboxMessage.objects.all().delete()
    as_user(professional).post(url(worry), DONE)
    page = words(as_user(professional).post(url(worry), {"feedback": "Nog eens"}))
    assert "Nog eens</textarea>" in page
    assert check_page(page) == []
    assert "Uw antwoord is niet verstuurd." in page
    worry.refresh_from_db()
    assert worry.feedback == DONE["feedback"]
    assert OutboxMessage.objects.count() == 1


def test_a_signal_that_nobody_picked_up_is_not_answered(as_user, professional, worry):
    page = words(as_user(professional).post(url(worry), DONE))
    assert "Uw antwoord is niet verstuurd." in page
    worry.refresh_from_db()
    assert (worry.status, worry.feedback) == ("new", "")


def test_who_does_not_know_is_not_called(as_user, professional, worry):
    Signal.objects.filter(pk=worry.pk).update(person_knows=False, about_name="", about_reach="")
    page = words(as_user(professional).get(url(worry)))
    assert "Zoek niet zelf contact. Bel <bdi>Ria van der Berg" in page


def test_another_team_sees_the_neighbourhood_and_no_person(as_user, outsider, worry, damp):
    client = as_user(outsider)
    assert client.get(url(worry)).status_code == 404
    assert client.post(url(worry, "oppakken/")).status_code == 404
    assert client.get(url(damp)).status_code == 200
    assert "Voedselbank" not in words(client.get(LIST))
    assert "Voedselbank" in words(client.get(f"{LIST}?waar=overal"))


def test_needs_the_permission_and_a_team(as_user, partner, contact, teamless, worry):
    for who in (partner, contact, teamless):
        client = as_user(who)
        assert client.get(LIST).status_code == 403
        assert client.get(url(worry)).status_code == 403
        assert client.post(url(worry, "oppakken/")).status_code == 403


def test_sends_strangers_to_sign_in(worry):
    for address in (LIST, url(worry), url(worry, "oppakken/")):
        assert Client().post(address).headers["Location"].startswith("/inloggen/")
