"""Names have a term, places have a holder: what happens when either ends."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from casework.leaving import end_account
from network import tasks
from network.models import Signal, Vindplaats, VindplaatsContact
from tests.conftest import app_login
from tests.network.conftest import words
from tests.page import check_page
from wijkteam.models import OutboxMessage, User


def mind() -> tuple[int, int]:
    with app_login():
        return tasks.mind_people()


def keep(person: VindplaatsContact, days: int) -> None:
    person.keep_until = timezone.localdate() + timedelta(days=days)
    person.save()


def test_the_holder_is_asked_once_and_again_for_a_new_day(ria, professional):
    keep(ria, 20)
    assert [mind(), mind()] == [(1, 0), (0, 0)]
    letter = OutboxMessage.objects.get(to=professional.email)
    assert ria.name in letter.body
    keep(ria, 25)
    assert mind() == (1, 0)


def test_a_name_without_a_holder_waits_for_one(els):
    keep(els, 20)
    assert mind() == (0, 0)


def test_the_page_of_the_letter(as_user, professional, colleague, ria):
    keep(ria, 20)
    page = words(as_user(professional).get("/netwerk/mensen/"))
    assert ria.name in page
    assert check_page(page) == []
    assert ria.name not in words(as_user(colleague).get("/netwerk/mensen/"))


def test_after_the_term_the_name_is_gone_and_the_signal_stays(ria, worry):
    keep(ria, 0)
    assert [mind()[1], mind()[1]] == [1, 0]
    ria.refresh_from_db()
    assert (ria.name, ria.email, str(ria.phone), ria.user) == (
        "naam niet meer bewaard",
        "",
        "",
        None,
    )
    assert ria.left_at
    assert Signal.objects.get(pk=worry.pk).contact == ria


def test_with_the_name_the_way_to_sign_in_ends(as_user, ria, contact, worry):
    inside = as_user(contact)
    assert inside.get("/signaal/").status_code == 200
    told = OutboxMessage.objects.count()
    keep(ria, 0)
    mind()
    contact.refresh_from_db()
    assert (contact.is_active, contact.name) == (False, "naam niet meer bewaard")
    assert contact.email.endswith(".invalid")
    assert not EmailAddress.objects.filter(user=contact).exists()
    assert "/inloggen/" in inside.get("/signaal/").headers["Location"]
    assert OutboxMessage.objects.count() == told


def test_an_account_with_another_role_stays(ria, contact):
    User.objects.filter(pk=contact.pk).update(role="partner")
    keep(ria, 0)
    mind()
    contact.refresh_from_db()
    assert contact.is_active
    assert contact.name == "Ria van der Berg"


@pytest.fixture
def places(make_place, team, professional, colleague) -> list[Vindplaats]:
    return [
        make_place("Met vervanger", team, holder=professional, substitute=colleague),
        make_place("Zonder", team, holder=professional),
    ]


def test_leaving_gives_places_to_the_substitute_and_signals_back(
    places, professional, colleague, damp, manager
):
    damp.pick_up(professional)
    end_account(professional)
    holders = {
        place.name: place.holder
        for place in Vindplaats.objects.filter(pk__in=[p.pk for p in places])
    }
    assert holders == {"Met vervanger": colleague, "Zonder": None}
    damp.refresh_from_db()
    assert (damp.status, damp.picked_up_by) == ("new", None)
    assert "1 plek" in OutboxMessage.objects.get(to=colleague.email).body


def test_a_successor_gets_all(places, professional, colleague, damp):
    damp.pick_up(professional)
    end_account(professional, colleague)
    assert set(Vindplaats.objects.values_list("holder", flat=True)) <= {colleague.pk, None}
    assert Vindplaats.objects.held_by(colleague).count() == 2
    assert not Vindplaats.objects.filter(substitute=colleague).exists()
    damp.refresh_from_db()
    assert (damp.status, damp.picked_up_by) == ("picked_up", colleague)


def test_the_manager_sees_no_register_and_still_ends_an_account(
    as_user, places, professional, colleague, manager
):
    response = as_user(manager).post(f"/mensen/{professional.pk}/stopt/", {})
    assert response.status_code == 302
    assert Vindplaats.objects.filter(holder=professional).count() == 0


def test_by_hand_from_one_colleague_to_another(as_user, places, professional, colleague, outsider):
    client = as_user(professional)
    page = words(client.get("/netwerk/overdragen/"))
    assert check_page(page) == []
    assert outsider.name not in page
    data = {"whose": professional.pk, "to": professional.pk}
    assert "Kies een andere collega." in words(client.post("/netwerk/overdragen/", data))
    client.post("/netwerk/overdragen/", data | {"to": colleague.pk})
    assert Vindplaats.objects.held_by(colleague).count() == 2


def test_a_cold_place_comes_to_the_substitute(as_user, make_place, team, professional, colleague):
    make_place("Koud", team, spoken=100, holder=professional, substitute=colleague)
    make_place("Lauw", team, spoken=40, holder=professional, substitute=colleague)
    page = words(as_user(colleague).get("/werk/"))
    assert "Koud" in page
    assert "Lauw" not in page


def test_what_they_told_us_by_life_domain(as_user, professional, library):
    for domain in ("money", "money", "mind"):
        library.log_contact(professional, kind="visit", life_domains=[domain])
    assert "geld (2×), psychische gezondheid (1×)" in words(
        as_user(professional).get(f"/netwerk/{library.pk}/")
    )


def test_alike_while_typing(as_user, professional, partner, make_place, team):
    make_place("Buurthuis De Lindeboom", team, kind="community_centre", address="Lindeplein 6")
    client = as_user(professional)

    def found(typed: str) -> bool:
        answer = client.get("/netwerk/nieuw/lijkt-op/", {"name": typed})
        return "De Lindeboom" in words(answer)

    for typed in ("lindeboom", "de Lindebóóm!", "lindeplein 6", "Buurthuis de Lindeboom"):
        assert "De Lindeboom" in words(client.get("/netwerk/nieuw/lijkt-op/", {"name": typed})), (
            typed
        )
    for typed in ("", "lin", "buurthuis de haven"):
        assert "Lindeboom" not in words(client.get("/netwerk/nieuw/lijkt-op/", {"name": typed})), (
            typed
        )
    assert as_user(partner).get("/netwerk/nieuw/lijkt-op/?name=lindeboom").status_code == 403


def test_a_late_signal_is_chased_once_per_promise(damp, professional, team):
    team.email = "team@voorbeeld.example"
    team.save()
    Signal.objects.update(pick_up_due=timezone.localdate() - timedelta(days=3))

    def chase() -> int:
        with app_login():
            return tasks.chase_signals()

    assert [chase(), chase()] == [1, 0]
    assert OutboxMessage.objects.get(to=team.email).subject == "Een signaal wacht op een naam"
    damp.pick_up(professional)
    assert chase() == 0
    Signal.objects.update(due=timezone.localdate() - timedelta(days=1))
    assert [chase(), chase()] == [1, 0]
    assert OutboxMessage.objects.filter(
        to=professional.email, subject__contains="antwoord"
    ).exists()
