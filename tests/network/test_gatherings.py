"""Gatherings: planned, invited, held, and what came of them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from network.models import ContactMoment, Gathering, Promise, Signal, VindplaatsContact
from tests.network.conftest import words
from tests.page import check_page
from wijkteam.models import OutboxMessage

URL = "/netwerk/bijeenkomsten/"


@pytest.fixture
def held(cafe) -> Gathering:
    cafe.starts_at = timezone.now() - timedelta(hours=2)
    cafe.ends_at = timezone.now() - timedelta(hours=1)
    cafe.save()
    return cafe


def test_plan_one(as_user, professional, team):
    client, day = as_user(professional), timezone.localdate() + timedelta(days=10)
    assert check_page(words(client.get(f"{URL}nieuw/"))) == []
    data = {
        "title": "Buurtlunch", "on_0": day.day, "on_1": day.month, "on_2": day.year,
        "starts": "12.30", "ends": "14u", "where": "Lindeplein 6", "team": team.pk,
        "key": "7d1f6c1e-8c8f-4d2a-9a59-2f6f0c5b7a11",
    }  # fmt: skip
    for _twice in range(2):
        assert client.post(f"{URL}nieuw/", data).status_code == 302
    lunch = Gathering.objects.get()
    local = timezone.localtime(lunch.starts_at)
    assert (local.date(), local.hour, local.minute) == (day, 12, 30)
    wrong = words(client.post(f"{URL}nieuw/", data | {"ends": "12", "key": ""}))
    assert "Dit is eerder dan het begin." in wrong
    assert "Schrijf de tijd zo" in words(client.post(f"{URL}nieuw/", data | {"starts": "laat"}))
    assert "Buurtlunch" in words(client.get(URL))


def test_invite_by_mail_or_by_hand_once(as_user, professional, cafe, ria, els):
    client, url = as_user(professional), f"{URL}{cafe.pk}/gasten/"
    assert check_page(words(client.get(url))) == []
    for _twice in range(2):
        client.post(url, {"wie": [ria.pk, els.pk, "onzin"], "deed": "vraag"})
    assert cafe.guests.count() == 2
    assert OutboxMessage.objects.filter(kind="mail", to=ria.email).count() == 1
    assert OutboxMessage.objects.filter(kind="call", to__contains="Els").count() == 1
    assert "uitgenodigd" in words(client.get(f"{URL}{cafe.pk}/"))


def test_the_calendar_of_the_guest(stranger, as_user, resident, contact, cafe, ria):
    cafe.invite(ria)
    link = OutboxMessage.objects.get(to=ria.email).body.split("agenda: ")[1].split()[0]
    response = stranger.get(
        link.split("8000")[-1] if "8000" in link else "/" + link.split("/", 3)[3]
    )
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event["SUMMARY"] == "Sociaal café"
    assert event["LOCATION"] == "Lindeplein 6"
    assert stranger.get("/bijeenkomst/een-andere.ics").status_code == 404
    for who in (resident, contact):
        assert as_user(who).get(f"/bijeenkomst/{cafe.key}.ics").status_code == 200
    cafe.cancel()
    assert b"METHOD:CANCEL" in stranger.get(f"/bijeenkomst/{cafe.key}.ics").content
    assert OutboxMessage.objects.filter(to=ria.email, subject__startswith="Gaat niet").count() == 1


def test_who_came_counts_as_a_contact_once(as_user, professional, held, ria, library):
    client, url = as_user(professional), f"{URL}{held.pk}/gasten/"
    for _twice in range(2):
        client.post(url, {"wie": [ria.pk], "deed": "was er"})
    assert ContactMoment.objects.get().kind == "gathering"
    library.refresh_from_db()
    assert library.last_contact_on == timezone.localdate(held.starts_at)


def test_somebody_new_came(as_user, professional, held, library):
    client, url = as_user(professional), f"{URL}{held.pk}/nieuwe-gast/"
    data = {"name": "Hans", "place": "bibliotheek", "phone": "020 1234567"}
    assert client.post(url, data).status_code == 302
    assert VindplaatsContact.objects.get(name="Hans").vindplaats == library
    assert "Voeg de plek eerst toe" in words(client.post(url, data | {"place": "Nergens"}))


def test_a_promise_has_one_owner_and_is_kept(as_user, professional, held, ria):
    held.was_there(ria, professional)
    client, url = as_user(professional), f"{URL}{held.pk}/afspraak/"
    assert check_page(words(client.get(url))) == []
    client.post(url, {"words": "Flyers in het Pools", "who": f"c{ria.pk}"})
    client.post(url, {"words": "Zaal regelen", "who": f"u{professional.pk}"})
    assert "Kies" in words(client.post(url, {"words": "Iets", "who": ""}))
    assert Promise.objects.get(owner=None).owner_there == ria
    page = words(client.get(URL))
    assert "Zaal regelen" in page
    promise = Promise.objects.get(owner=professional)
    for _twice in range(2):
        client.post(f"/netwerk/afspraken/{promise.pk}/klaar/")
    promise.refresh_from_db()
    assert promise.done_at


def test_signals_from_there_and_the_wall(as_user, professional, held, ria, team):
    held.was_there(ria, professional)
    client, url = as_user(professional), f"{URL}{held.pk}/signaal/"
    wijk = team.neighbourhoods.get().code
    area = {"contact": ria.pk, "words": "Veel leegstand", "life_domain": "housing",
            "neighbourhood": wijk}  # fmt: skip
    worry = {"contact": ria.pk, "words": "Meneer De Boer is erg mager", "knows": "no"}
    client.post(f"{url}buurt/", area)
    client.post(f"{url}persoon/", worry)
    assert {signal.route for signal in Signal.objects.all()} == {"gathering"}
    client.post(f"{URL}{held.pk}/verslag/", {"notes": "Iedereen wil een buurtkrant."})
    page, wall = words(client.get(f"{URL}{held.pk}/")), words(client.get(f"{URL}{held.pk}/scherm/"))
    assert "Veel leegstand" in wall
    assert "buurtkrant" in wall
    for one in (page, wall):
        assert "De Boer" not in one
        assert check_page(one) == []


def test_a_change_is_told(as_user, professional, cafe, ria):
    cafe.invite(ria)
    client, url = as_user(professional), f"{URL}{cafe.pk}/bewerken/"
    start = timezone.localtime(cafe.starts_at)
    data = {
        "title": cafe.title, "on_0": start.day, "on_1": start.month, "on_2": start.year,
        "starts": "9.00", "ends": "10.00", "where": "Kade 3", "team": cafe.team_id,
    }  # fmt: skip
    assert client.post(url, data).status_code == 302
    cafe.refresh_from_db()
    assert (cafe.sequence, cafe.where) == (1, "Kade 3")
    assert OutboxMessage.objects.filter(to=ria.email, subject__startswith="Veranderd").exists()


def test_other_teams_read_and_do_not_write(as_user, outsider, partner, contact, cafe):
    client = as_user(outsider)
    assert client.get(f"{URL}{cafe.pk}/").status_code == 200
    for address in ("gasten/", "afspraak/", "bewerken/", "gaat-niet-door/"):
        assert client.get(f"{URL}{cafe.pk}/{address}").status_code == 404
    for who in (partner, contact):
        assert as_user(who).get(URL).status_code == 403
    assert Client().get(URL).headers["Location"].startswith("/inloggen/")
