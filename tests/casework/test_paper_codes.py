"""Codes on paper for whoever has no e-mail: made at the table, each works once, and only there."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Seat
from tests.casework.browser import words
from wijkteam.models import AccessLog, PaperCode, User


@pytest.fixture
def seat(family) -> Seat:
    """Someone of the household who has neither account nor e-mail."""
    seat = family.case_file.seats.open().filter(person__isnull=False).first()
    seat.person.user = None
    seat.person.save()
    return seat


def codes_of(response) -> list[str]:
    return re.findall(r'wt-code"><bdi dir="ltr">([A-Z0-9-]{9})<', response.content.decode())


def test_a_sheet_opens_the_own_plan_and_each_code_works_once(
    family, seat, as_user, professional, stranger
):
    client = as_user(professional)
    url = f"/werk/plekken/{seat.pk}/codes/"
    assert "Codes maken" in words(client.get(url))
    codes = codes_of(client.post(url))
    assert len(set(codes)) == 6
    assert AccessLog.objects.filter(user=professional, act="veranderd").exists()
    assert not PaperCode.objects.filter(key__in=codes).exists()

    typed = codes[0].replace("-", " ").lower()
    assert stranger.post("/inloggen/papier/", {"code": typed}).url == "/start/"
    page = words(stranger.get(family.own_url))
    assert "post open durven" in page
    stranger.post("/inloggen/logout/")
    again = stranger.post("/inloggen/papier/", {"code": codes[0]})
    assert "Deze code werkt niet" in words(again)
    assert stranger.post("/inloggen/papier/", {"code": codes[1]}).url == "/start/"


def test_a_code_leads_to_the_page_that_was_asked_for_and_to_no_other_site(
    seat, as_user, professional, stranger
):
    codes = codes_of(as_user(professional).post(f"/werk/plekken/{seat.pk}/codes/"))
    for code, asked, expected in [
        (codes[0], "/mijn/gegevens/%3Fvraag%3D1", "/mijn/gegevens/?vraag=1"),
        (codes[1], "https://elders.example/", "/start/"),
        (codes[2], "//elders.example/", "/start/"),
    ]:
        answer = stranger.post(f"/inloggen/papier/?next={asked}", {"code": code})
        assert answer.url == expected
        stranger.post("/inloggen/logout/")


def test_a_new_sheet_ends_the_old_one_and_makes_no_second_account(
    seat, as_user, professional, stranger
):
    client = as_user(professional)
    url = f"/werk/plekken/{seat.pk}/codes/"
    old, new = codes_of(client.post(url)), codes_of(client.post(url))
    assert User.objects.filter(role="resident", email__isnull=True).count() == 1
    assert "werkt niet" in words(stranger.post("/inloggen/papier/", {"code": old[0]}))
    assert stranger.post("/inloggen/papier/", {"code": new[0]}).status_code == 302


def test_a_code_that_is_too_old_or_nonsense_opens_nothing(seat, as_user, professional, stranger):
    codes = codes_of(as_user(professional).post(f"/werk/plekken/{seat.pk}/codes/"))
    PaperCode.objects.update(expires_at=timezone.localtime() - timedelta(days=1))
    for typed in [codes[0], "x", "", "ACDE-FGHJ", "\x00"]:
        assert stranger.post("/inloggen/papier/", {"code": typed}).status_code == 200
    assert stranger.get("/mijn/").url.startswith("/inloggen/")


def test_nobody_takes_over_an_account_with_an_address(family, as_user, professional, resident):
    seat = family.case_file.seats.get(person__user=resident)
    response = as_user(professional).post(f"/werk/plekken/{seat.pk}/codes/")
    assert "logt in met een code per e-mail" in words(response)
    assert not PaperCode.objects.exists()


def test_only_who_runs_the_table_makes_a_sheet(seat, as_user, outsider, partner, team_lead):
    for user in (outsider, partner, team_lead):
        assert as_user(user).post(f"/werk/plekken/{seat.pk}/codes/").status_code == 404
    assert not PaperCode.objects.exists()


def test_guessing_is_slowed_down(stranger, team):
    answers = [
        stranger.post("/inloggen/papier/", {"code": "ACDEFGHJ"}, REMOTE_ADDR="10.1.1.1").status_code
        for _guess in range(12)
    ]
    assert answers[-1] == 429
    other = stranger.post("/inloggen/papier/", {"code": "ACDEFGHJ"}, REMOTE_ADDR="10.1.1.2")
    assert other.status_code == 200


def test_offered_only_to_who_has_no_e_mail(family, as_user, professional, colleague):
    """Mark's account has an address, which no professional may read: no sheet is offered."""
    url = f"{family.url}tafel/"
    assert "Codes op papier" not in words(as_user(professional).get(url))
    User.objects.filter(pk=family.resident.person.user_id).update(email=None)
    assert "Codes op papier" in words(as_user(professional).get(url))
