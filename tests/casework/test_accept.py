"""A chair at the table is offered: who was asked says yes, or stands up again with a word."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.models import Seat, TimelineEntry
from tests.casework.browser import send, words
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog

ASKED = "vroeg u aan deze tafel."


def url_of(seat: Seat) -> str:
    return f"/werk/plekken/{seat.pk}/meedoen/"


def test_who_was_asked_says_yes_once(family, as_user, partner, professional):
    client = as_user(partner)
    assert ASKED in words(client.get(family.url))
    assert "vraagt u aan tafel" in words(client.get("/werk/"))
    assert "gevraagd, nog geen antwoord" in words(as_user(professional).get(f"{family.url}tafel/"))

    for _click in range(2):
        assert client.post(url_of(family.partner)).url == family.url
    family.partner.refresh_from_db()
    first = family.partner.accepted_at
    assert first
    assert ASKED not in words(client.get(family.url))
    assert "vraagt u aan tafel" not in words(client.get("/werk/"))
    client.post(url_of(family.partner))
    family.partner.refresh_from_db()
    assert family.partner.accepted_at == first
    assert AccessLog.objects.filter(user_id=partner.pk, part="tafel", act="veranderd").exists()


def test_no_is_standing_up_with_a_word(family, as_user, partner):
    page = words(as_user(partner).get(f"/werk/plekken/{family.partner.pk}/van-tafel/"))
    assert "Ik doe niet mee" in page
    send(as_user(partner), f"/werk/plekken/{family.partner.pk}/van-tafel/", words="Bel de IB-er.")
    assert TimelineEntry.objects.get(kind="handover").words == "Bel de IB-er."
    assert as_user(partner).get(family.url).status_code == 404


def test_nobody_says_yes_for_another(family, as_user, professional, colleague, resident, outsider):
    for who in (professional, colleague, outsider):
        assert as_user(who).post(url_of(family.partner)).status_code == 404
    assert as_user(resident).post(url_of(family.partner)).status_code == 403
    family.partner.refresh_from_db()
    assert family.partner.accepted_at is None


def test_the_database_says_so_too(family, professional):
    as_professional = database.role("professional", professional.pk)
    denied = pytest.raises(ProgrammingError, match="only who was asked")
    with denied, transaction.atomic(), app_login(), as_professional:
        Seat.objects.filter(pk=family.partner.pk).update(accepted_at=timezone.now())


def test_who_was_asked_in_person_is_asked_nothing(family, as_user, professional):
    assert ASKED not in words(as_user(professional).get(family.url))
    assert not family.els.awaits_answer


def test_it_is_never_a_link_and_strangers_sign_in(family, as_user, stranger, partner):
    assert as_user(partner).get(url_of(family.partner)).status_code == 405
    assert "/inloggen/" in stranger.post(url_of(family.partner)).url
