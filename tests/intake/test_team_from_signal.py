"""A signal about someone who knows becomes a request, once, and the link stays."""

import uuid

import pytest

from intake.choices import ReachBy
from intake.models import ConversationRequest
from network.models import Signal, Vindplaats, VindplaatsContact
from tests.filling import visit
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam.models import Neighbourhood


@pytest.fixture
def signal(team, contact, professional) -> Signal:
    place = Vindplaats.objects.create(name="Bibliotheek", kind="library", formality="formal")
    place.neighbourhoods.add(Neighbourhood.objects.get(team=team))
    ria = VindplaatsContact.objects.create(vindplaats=place, name="Ria", user=contact)
    made = Signal(
        vindplaats=place, contact=ria, kind="individual", person_knows=True,
        words="Krijgt de post niet open.", about_name="Jo", about_reach="06 12 34 56 78",
    )  # fmt: skip
    made.send()
    made.pick_up(professional)
    return made


def url(signal: Signal) -> str:
    return f"/werk/verzoeken/nieuw/?signaal={signal.pk}"


def test_the_signal_offers_it_and_fills_it_in(as_user, professional, signal):
    client = as_user(professional)
    assert url(signal) in words(client.get(f"/netwerk/signalen/{signal.pk}/"))
    page = visit(client, url(signal))
    assert page.value("Naam van de bewoner") == "Jo"
    assert page.value("Telefoonnummer") == "06 12345678"
    assert page.value("Wat vertelt de bewoner?") == "Bibliotheek zegt: Krijgt de post niet open."
    assert check_page(page.text) == []
    done = page.press("Opslaan")
    jo = ConversationRequest.objects.get()
    assert (jo.signal, jo.route, jo.for_whom, jo.knows) == (signal, "vindplaats", "other", "yes")
    assert (jo.sender_name, jo.relation) == ("Ria", "Bibliotheek")
    assert f"/netwerk/signalen/{signal.pk}/" in done.text
    back = words(client.get(f"/netwerk/signalen/{signal.pk}/"))
    assert f"/werk/verzoeken/{jo.pk}/" in back
    assert url(signal) not in back
    assert "signaal" in looked(professional, signal)
    assert "verzoek" in looked(professional, jo)


@pytest.mark.parametrize(
    ("reach", "by", "field", "value"),
    [
        ("bel na vijf uur: 0612345678", ReachBy.CALL, "phone", "06 12345678"),
        ("jo@voorbeeld.example", ReachBy.MAIL, "email", "jo@voorbeeld.example"),
        ("komt elke woensdag", ReachBy.VIA, "via", "komt elke woensdag, Ria, Bibliotheek"),
        ("", ReachBy.VIA, "via", "Ria, Bibliotheek"),
        ("0" * 200, ReachBy.VIA, "via", "0" * 200),
    ],
)
def test_how_to_reach_the_person_in_any_words(
    as_user, professional, signal, reach, by, field, value
):
    Signal.objects.update(about_reach=reach)
    first = as_user(professional).get(url(signal)).context["form"].initial
    assert (first["reach_by"], first[field]) == (by, value)
    assert ("Bereikbaar: " + reach in first["words"]) is any(map(str.isalpha, reach))


def test_one_signal_becomes_one_request(as_user, professional, colleague, signal):
    mine, theirs = visit(as_user(professional), url(signal)), visit(as_user(colleague), url(signal))
    first, second = mine.press("Opslaan"), theirs.press("Opslaan")
    assert ConversationRequest.objects.count() == 1
    assert first.at == second.at


def test_a_mistake_keeps_the_signal(as_user, professional, signal):
    page = visit(as_user(professional), url(signal)).fill({"Naam van de bewoner": ""})
    wrong = page.press("Opslaan")
    assert "Vul een naam in." in wrong.text
    wrong.fill({"Naam van de bewoner": "Jo"}).press("Opslaan")
    assert ConversationRequest.objects.get().signal == signal


@pytest.mark.parametrize(
    "change",
    [
        {"person_knows": False, "about_name": "", "about_reach": ""},
        {"kind": "collective", "person_knows": None, "life_domain": "money",
         "about_name": "", "about_reach": ""},
    ],
)  # fmt: skip
def test_not_about_the_street_and_not_behind_someones_back(as_user, professional, signal, change):
    Signal.objects.update(**change)
    client = as_user(professional)
    assert client.get(url(signal)).status_code == 404
    assert url(signal) not in words(client.get(f"/netwerk/signalen/{signal.pk}/"))


@pytest.mark.parametrize("key", ["x", "' or 1=1", str(uuid.UUID(int=7))])
def test_an_address_that_points_at_nothing(as_user, professional, key):
    page = as_user(professional).get("/werk/verzoeken/nieuw/", {"signaal": key})
    assert page.status_code == 404


def test_keeps_out_who_may_not(as_user, signal, outsider, team_lead, contact):
    for post in (None, {"name": "Jo"}):
        check_doors(as_user, url(signal), outsider=outsider, without=team_lead, post=post)
        check_doors(as_user, url(signal), outsider=outsider, without=contact, post=post)
    assert ConversationRequest.objects.count() == 0
