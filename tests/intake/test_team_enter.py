"""Taking down a request while someone is on the phone."""

import uuid

import pytest

from intake.choices import RequestStatus
from intake.models import ConversationRequest
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam.models import OutboxMessage

URL = "/werk/verzoeken/nieuw/"


@pytest.fixture
def typed() -> dict:
    """What the desk fills in at the least; the rest of the page stands as it opens."""
    return {
        "submission": str(uuid.uuid4()),
        "route": "phone",
        "name": "Jo",
        "reach_by": "call",
        "phone": "06 12 34 56 78",
        "for_whom": "self",
    }


def test_one_page_writes_it_down_and_gives_the_number(as_user, professional, team, typed):
    client = as_user(professional)
    done = client.post(URL, typed | {"words": "Ik kom er niet meer uit."}, follow=True)
    jo = ConversationRequest.objects.get()
    assert (jo.name, jo.team, jo.status, jo.route) == ("Jo", team, "received", "phone")
    assert jo.own_words.words == "Ik kom er niet meer uit."
    assert f"Lees het nummer voor: {jo.readable_reference}" in words(done)
    assert "verzoek" in looked(professional, jo)
    assert check_page(words(done)) == []


def test_at_most_four_questions_must_be_answered(as_user, professional):
    html = words(as_user(professional).get(URL))
    assert html.count('aria-required="true"') <= 4
    assert check_page(html) == []


def test_who_called_has_been_answered_by_a_human(as_user, professional, typed):
    as_user(professional).post(URL, typed)
    jo = ConversationRequest.objects.get()
    met = jo.clocks.filter(met_at__isnull=False).values_list("kind", flat=True)
    assert set(met) == {"acknowledge", "contact"}


@pytest.mark.parametrize("route", ["phone", "walk_in", "house_visit"])
def test_who_was_spoken_to_need_not_be_called_to_hear_that_it_arrived(
    as_user, professional, typed, route
):
    client = as_user(professional)
    client.post(URL, typed | {"route": route})
    assert not OutboxMessage.objects.exists()
    assert "Nog te bellen of te printen" not in words(client.get("/werk/"))
    client.post(URL, typed | {"route": route, "submission": str(uuid.uuid4()),
                              "email": "jo@voorbeeld.example"})  # fmt: skip
    assert OutboxMessage.objects.get().kind == "mail"


@pytest.mark.parametrize("route", ["paper", "vindplaats"])
def test_who_was_not_spoken_to_is_called(as_user, professional, typed, route):
    as_user(professional).post(URL, typed | {"route": route})
    assert OutboxMessage.objects.get().kind == "call"


def test_an_error_unfolds_only_where_it_is(as_user, professional, typed):
    client = as_user(professional)
    page = client.post(URL, typed | {"phone": ""}).content.decode()
    assert '<details class="wt-section">' in page
    page = client.post(URL, typed | {"accessibility": "x" * 2000}).content.decode()
    assert '<details class="wt-section" open>' in page


def test_sending_the_page_twice_makes_one_request(as_user, professional, typed):
    client = as_user(professional)
    typed["email"] = "jo@voorbeeld.example"
    first = client.post(URL, typed)
    second = client.post(URL, typed)
    assert ConversationRequest.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]
    assert OutboxMessage.objects.count() == 1


def test_can_be_taken_at_once(as_user, professional, typed):
    as_user(professional).post(URL, typed | {"take": "ja"})
    jo = ConversationRequest.objects.get()
    assert (jo.holder, jo.status) == (professional, RequestStatus.ACKNOWLEDGED)


def test_another_postcode_goes_to_its_own_team(as_user, professional, other_team, typed):
    client = as_user(professional)
    done = client.post(URL, typed | {"postcode": "1321 ab", "take": "ja"}, follow=True)
    jo = ConversationRequest.objects.get()
    assert (jo.team, jo.holder) == (other_team, None)
    assert jo.readable_reference in words(done)
    assert "Wijkteam Oude Haven" in words(done)
    again = client.post(URL, typed | {"postcode": "1321 ab"}, follow=True)
    assert ConversationRequest.objects.count() == 1
    assert "al opgeslagen" in words(again)


def test_an_unknown_postcode_is_no_obstacle(as_user, professional, team, typed):
    as_user(professional).post(URL, typed | {"postcode": "9999 ZZ"})
    assert ConversationRequest.objects.get().team == team


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": ""}, "Vul een naam in."),
        ({"phone": ""}, "Vul het telefoonnummer in, of kies een andere manier."),
        ({"phone": "zes"}, "Dit nummer klopt niet."),
        ({"reach_by": "via"}, "Vul in via wie, of kies een andere manier."),
        ({"reach_by": "duif"}, "Dit antwoord kennen we niet."),
        ({"for_whom": "other"}, "Kies of de bewoner weet dat dit gesprek gevraagd wordt."),
        ({"name": "Jo\x00"}, "Naam van de bewoner"),
        ({"submission": "x"}, "submission"),
    ],
)
def test_a_mistake_is_said_in_words_and_loses_nothing(as_user, professional, typed, change, says):
    page = as_user(professional).post(URL, typed | {"words": "Blijf staan"} | change)
    assert page.status_code == 200
    assert ConversationRequest.objects.count() == 0
    assert says in words(page)
    assert "Blijf staan" in words(page)


def test_keeps_out_who_may_not(as_user, team_lead):
    check_doors(as_user, URL, outsider=None, without=team_lead)
    check_doors(as_user, URL, outsider=None, without=team_lead, post={})
