"""What the places told, and what was promised at a gathering, stand in my day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import Gathering, Promise, Signal
from tests.intake.team_doors import queries_of
from tests.network.conftest import words
from tests.page import check_page
from wijkteam.choices import LifeDomain

URL = "/werk/"


@pytest.fixture
def cafe(team, professional) -> Gathering:
    began = timezone.localtime() - timedelta(days=2)
    return Gathering.objects.create(
        team=team, title="Sociaal café", by=professional, starts_at=began,
        ends_at=began + timedelta(hours=2),
    )  # fmt: skip


def promise(cafe, owner, text: str, **fields) -> Promise:
    return Promise.objects.create(gathering=cafe, owner=owner, words=text, **fields)


def test_a_new_signal_waits_for_the_whole_team(
    as_user, professional, colleague, outsider, team_lead, damp, worry
):
    for who in (professional, colleague, team_lead):
        page = words(as_user(who).get(URL))
        assert "Voedselbank" in page
        assert page.count("Ik pak het op<") == 2
        assert check_page(page) == []
        assert "Bakari" not in page
        assert "post niet te openen" not in page
    assert "Voedselbank" not in words(as_user(outsider).get(URL))


def test_what_somebody_picked_up_stands_with_that_person_until_it_is_answered(
    as_user, professional, colleague, damp
):
    as_user(professional).post(f"/netwerk/signalen/{damp.pk}/oppakken/")
    assert "Geef antwoord" in words(as_user(professional).get(URL))
    assert "Voedselbank" not in words(as_user(colleague).get(URL))
    damp.refresh_from_db()
    damp.answer(professional, "De verhuurder komt kijken.")
    assert "Geef antwoord" not in words(as_user(professional).get(URL))


def test_a_promise_stands_with_its_owner_until_it_is_kept(
    as_user, professional, colleague, partner, cafe
):
    late = promise(cafe, professional, "De moskee bellen", due=timezone.localdate())
    Promise.objects.filter(pk=late.pk).update(due=timezone.localdate() - timedelta(days=1))
    promise(cafe, colleague, "Flyers drukken")
    page = words(as_user(professional).get(URL))
    assert "De moskee bellen" in page
    assert "te laat" in page
    assert "Flyers drukken" not in page
    assert check_page(page) == []
    assert '<input type="hidden" name="from" value="day">' in page
    kept = as_user(professional).post(f"/netwerk/afspraken/{late.pk}/klaar/", {"from": "day"})
    assert kept.url == URL
    assert "De moskee bellen" not in words(as_user(professional).get(URL))
    assert "Flyers drukken" not in words(as_user(partner).get(URL))


def test_however_many_the_page_asks_the_same(as_user, professional, team, els, cafe):
    client = as_user(professional)
    wijk = team.neighbourhoods.get()
    client.get(URL)
    counts = []
    for number in (2, 30):
        for at in range(number):
            Signal(
                vindplaats=els.vindplaats, contact=els, kind="collective", neighbourhood=wijk,
                life_domain=LifeDomain.MONEY, words=f"{at}",
            ).send()  # fmt: skip
            promise(cafe, professional, f"Afspraak {at}")
        counts.append(len(queries_of(lambda: client.get(URL))))
    assert counts[0] == counts[1] <= 27
