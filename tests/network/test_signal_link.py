"""A signal without an account: with a one-time link, by phone, and what is done about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.models import Signal, SignalLink, SignalStep
from network.models.links import hashed
from tests.network.conftest import words
from tests.page import check_page
from wijkteam.models import OutboxMessage

AREA = {"words": "Hoge energiekosten in de hele straat", "life_domain": "money"}


@pytest.fixture
def token(els, professional) -> str:
    return SignalLink.make(els, professional)


def test_the_link_is_shown_once_and_kept_as_a_hash(as_user, professional, els):
    page = words(as_user(professional).post(f"/netwerk/mensen/{els.pk}/link/"))
    token = page.split("/signaal/link/")[1].split("/")[0]
    assert SignalLink.objects.get().token_hash == hashed(token)
    assert not OutboxMessage.objects.exists()  # Els has no address
    assert check_page(page) == []


def test_who_has_an_address_gets_it_by_mail(as_user, professional, ria):
    type(ria.user).objects.filter(pk=ria.user_id).update(language="tr")
    as_user(professional).post(f"/netwerk/mensen/{ria.pk}/link/")
    mail = OutboxMessage.objects.get(to=ria.email)
    assert "/signaal/link/" in mail.body
    assert mail.language == "tr"


def test_one_signal_and_then_what_came_of_it(stranger, token, els, team, professional):
    els.vindplaats.holder = professional
    els.vindplaats.save()
    url = f"/signaal/link/{token}/"
    page = words(stranger.get(url))
    assert els.name in page
    assert check_page(page) == []
    form = words(stranger.get(f"{url}buurt/"))
    assert check_page(form) == []
    data = AREA | {"neighbourhood": team.neighbourhoods.get().code}
    assert stranger.post(f"{url}buurt/", data).status_code == 302
    signal = Signal.objects.get()
    assert (signal.route, signal.contact, signal.team) == ("link", els, team)
    assert OutboxMessage.objects.filter(to=professional.email).count() == 1
    page = words(stranger.get(url))
    assert "Bewaar deze link" in page
    assert signal.words not in page
    # A second signal with the same link is not there.
    assert stranger.post(f"{url}buurt/", data).status_code == 302
    assert Signal.objects.count() == 1
    signal.pick_up(professional)
    signal.answer(professional, "De woningbouw komt langs.")
    assert "De woningbouw komt langs." in words(stranger.get(url))


def test_a_worry_about_somebody_who_does_not_know(stranger, token):
    url = f"/signaal/link/{token}/persoon/"
    page = words(stranger.post(url, {"knows": "no", "words": "Slaapt slecht", "about_name": "Jo"}))
    assert "deze persoon weet het nog niet" in page
    assert stranger.post(url, {"knows": "no", "words": "Slaapt slecht"}).status_code == 302
    assert Signal.objects.get().person_knows is False


def test_a_link_that_is_wrong_old_or_of_who_left_opens_nothing(stranger, token, els):
    url = f"/signaal/link/{token}/"
    assert stranger.get("/signaal/link/iets-anders/").status_code == 404
    els.leave()
    assert stranger.get(url).status_code == 404
    els.left_at = None
    els.save()
    assert stranger.get(url).status_code == 200
    SignalLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert stranger.get(url).status_code == 404
    assert stranger.post(f"{url}buurt/", AREA).status_code in {302, 404}
    assert not Signal.objects.exists()


def test_told_by_phone(as_user, professional, els, team):
    url = f"/netwerk/{els.vindplaats_id}/signaal/buurt/"
    client = as_user(professional)
    assert check_page(words(client.get(url))) == []
    data = AREA | {"contact": els.pk, "neighbourhood": team.neighbourhoods.get().code}
    page = words(client.post(url, data, follow=True))
    signal = Signal.objects.get()
    assert (signal.route, signal.noted_by, signal.contact) == ("phone", professional, els)
    assert "opgeschreven door <bdi>Sanne de Wit" in page
    assert signal.pick_up_due < signal.due


def test_without_a_name_nobody_can_hear_back(as_user, professional, make_place, team):
    place = make_place("Snackbar", team)
    page = words(as_user(professional).get(f"/netwerk/{place.pk}/signaal/persoon/"))
    assert "Hier kennen wij nog niemand" in page


def test_the_board_and_the_place_that_reads_along(as_user, professional, contact, ria, damp, team):
    client = as_user(professional)
    assert "Schimmel in de flats" in words(client.get("/netwerk/bord/"))
    url = f"/netwerk/signalen/{damp.pk}/stap/"
    assert check_page(words(client.get(url))) == []
    assert "Schrijf in één of twee zinnen" in words(client.post(url, {"words": ""}))
    client.post(url, {"words": "Wij bellen de woningcorporatie."})
    assert "Wij bellen de woningcorporatie." in words(client.get("/netwerk/bord/"))
    assert "Wij bellen" not in words(as_user(contact).get("/signaal/"))
    Signal.objects.filter(pk=damp.pk).update(contact=ria)
    assert "Wij bellen de woningcorporatie." in words(as_user(contact).get("/signaal/"))


def test_nothing_about_one_person_comes_on_the_board(as_user, professional, worry):
    client = as_user(professional)
    assert "Bakari" not in words(client.get("/netwerk/bord/"))
    assert client.post(f"/netwerk/signalen/{worry.pk}/stap/", {"words": "x"}).status_code == 404
    assert not SignalStep.objects.exists()


def test_a_colleague_takes_over(as_user, professional, colleague, damp):
    damp.pick_up(professional)
    as_user(colleague).post(f"/netwerk/signalen/{damp.pk}/over/", follow=True)
    damp.refresh_from_db()
    assert damp.picked_up_by == colleague


def test_the_links_and_the_board_are_for_the_team(as_user, partner, contact, teamless, els, damp):
    for who in (partner, contact, teamless):
        client = as_user(who)
        assert client.post(f"/netwerk/mensen/{els.pk}/link/").status_code == 403
        for url in ("/netwerk/bord/", f"/netwerk/signalen/{damp.pk}/stap/"):
            assert client.get(url).status_code == 403


def test_who_is_signed_in_may_use_a_link_too(as_user, token, resident, professional, contact, team):
    url = f"/signaal/link/{token}/"
    for who in (resident, professional, contact):
        assert as_user(who).get(url).status_code == 200
    data = AREA | {"neighbourhood": team.neighbourhoods.get().code}
    assert as_user(resident).post(f"{url}buurt/", data).status_code == 302
    assert Signal.objects.get().route == "link"
    assert "Bewaar deze link" in words(as_user(resident).get(url))
