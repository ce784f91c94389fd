"""What people in one house read of each other, in the screen and in the database."""

import pytest

from casework.models import Action, Document, Goal, GoalReview, LeaveRequest, TimelineEntry
from casework.models.households import NewPerson
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_documents import make
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role

MODELS = [Action, Document, Goal, GoalReview, LeaveRequest, TimelineEntry]


@pytest.fixture
def other(family, professional):
    """Linda, who lives in the same house and has an account of her own."""
    user = factories.user("Linda Jansen", Role.RESIDENT)
    family.case_file.add_person(NewPerson("Linda Jansen", user=user, has_seat=True), professional)
    return user


def tell(client, family, text, **more):
    assert send(client, f"{family.own_url}bericht/", words=text, **more).status_code == 302


def seen(user) -> dict:
    with app_login(), database.role("resident", user.pk):
        return {model: set(model.objects.values_list("pk", flat=True)) for model in MODELS}


def agree(user) -> None:
    """Screen and database show the same rows."""
    rows = seen(user)
    for model in MODELS:
        assert {row.pk for row in model.objects.visible_to(user)} == rows[model], model


def test_own_words_are_not_for_the_others_in_the_house(family, other, as_user, resident):
    tell(as_user(resident), family, "Alleen voor de tafel")
    tell(as_user(resident), family, "Ook voor Linda", for_household="on")
    page = words(as_user(other).get(family.own_url))
    assert "Alleen voor de tafel" not in page
    assert "Ook voor Linda" in page
    assert "voor de hele tafel" in page
    assert "Alleen voor de tafel" in words(as_user(resident).get(family.own_url))
    family.money.review(family.resident, 6, "Het gaat beter met mij")
    make(family.resident, title="Mijn loonstrook")
    assert "Mijn loonstrook" not in words(as_user(other).get(f"{family.own_url}documenten/"))
    assert not GoalReview.objects.visible_to(other).exists()
    agree(other)
    agree(resident)


def test_the_table_reads_them(family, other, as_user, professional, resident):
    tell(as_user(resident), family, "Alleen voor de tafel")
    assert "Alleen voor de tafel" in words(as_user(professional).get(family.url))


def test_in_safe_mode_nobody_at_home_reads_another(family, other, as_user, professional, resident):
    tell(as_user(resident), family, "Ook voor Linda", for_household="on")
    Goal.objects.filter(pk=family.money.pk).update(whose=family.resident.person)
    make(family.coordinator, title="Beschikking")
    url = f"{family.url}huisgenoten/"
    close = f"{family.url}afsluiten/"
    assert "Iedereen in dit huis leest dit." not in words(as_user(professional).get(close))
    assert send(as_user(professional), url, apart="yes").url == family.url
    assert "Iedereen in dit huis leest dit." in words(as_user(professional).get(close))
    client = as_user(other)
    page = words(client.get(family.own_url))
    for secret in ["Ook voor Linda", "mijn post open", "Elke maandag de post", "over geld",
                   "voor de hele tafel", "Bellen over de huur"]:  # fmt: skip
        assert secret not in page
    assert "Noor gaat met plezier naar school" in page
    assert "Gesprek met Noor" in page
    assert "Beschikking" not in words(client.get(f"{family.own_url}documenten/"))
    own = words(as_user(resident).get(family.own_url))
    assert "Ook voor Linda" in own
    assert "mijn post open" in own
    agree(other)
    agree(resident)


def test_in_safe_mode_a_text_is_for_the_house_only_when_said(family, other, as_user, professional):
    send(as_user(professional), f"{family.url}huisgenoten/", apart="yes")
    for text, more in [("Niet voor thuis", {}), ("Wel voor thuis", {"for_household": "on"})]:
        assert send(as_user(professional), f"{family.url}bericht/", words=text, **more)
    page = words(as_user(other).get(family.own_url))
    assert "Niet voor thuis" not in page
    assert "Wel voor thuis" in page
    assert "huisgenoten lezen elkaar niet" in words(as_user(professional).get(family.url))
    assert "lezen elkaar niet" not in page
    agree(other)


def test_whom_somebody_wants_to_leave_is_not_for_the_others(family, other, as_user, professional):
    LeaveRequest(case_file=family.case_file, seat=family.colleague, asked_by=family.resident,
                 words="Hij praat over mijn hoofd heen.").ask()  # fmt: skip
    for user in [family.resident.person.user, professional]:
        assert LeaveRequest.objects.visible_to(user).exists()
    assert not LeaveRequest.objects.visible_to(other).exists()
    page = words(as_user(other).get(family.own_url))
    assert "Gevraagd om van tafel te gaan" not in page
    agree(other)
    agree(family.resident.person.user)


def test_only_the_coordinator_turns_it_on(family, as_user, colleague, resident, partner):
    url = f"{family.url}huisgenoten/"
    assert as_user(colleague).get(url).status_code == 404
    assert as_user(partner).get(url).status_code == 404
    assert as_user(resident).get(url).status_code == 403


def test_own_words_beside_theirs(family, as_user, resident, professional):
    entry = family.entries["table"]
    url = f"/mijn/berichten/{entry.pk}/ernaast/"
    assert "voor de hele tafel" in words(as_user(resident).get(url))
    assert send(as_user(resident), url, twice=True, words="Zo was het niet.").status_code == 302
    beside = TimelineEntry.objects.get(corrects=entry)
    assert (beside.words, beside.by) == ("Zo was het niet.", family.resident)
    assert "<bdi>Mark Jansen</bdi> ziet het zo" in words(as_user(professional).get(family.url))
    hidden = family.entries["secret"]
    assert as_user(resident).get(f"/mijn/berichten/{hidden.pk}/ernaast/").status_code == 404


def test_who_asks_somebody_to_the_table_reads_that_the_others_at_home_see_it(
    family, other, as_user, resident
):
    url = f"{family.own_url}iemand-erbij/"
    assert "ziet deze naam, ook anderen in uw huis" in words(as_user(resident).get(url))
    send(as_user(resident), url, name="Zus Truus")
    assert "Zus Truus" in words(as_user(other).get(family.own_url))
