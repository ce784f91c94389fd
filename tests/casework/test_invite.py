"""Giving someone a chair: from the own network first, a colleague, a vindplaats, the household."""

import pytest

from casework.models import CaseFile, NetworkPerson, Person, Seat
from network.models import Vindplaats, VindplaatsContact
from tests import factories
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.choices import Role
from wijkteam.models import OutboxMessage


@pytest.fixture
def ask(family, as_user, professional):
    """Send one of the invitations as the coordinator."""
    client = as_user(professional)

    def invite(whom: str, **answers):
        return send(client, f"{family.url}tafel/vragen/{whom}/", **answers)

    return invite


def test_the_own_network_stands_first(family, as_user, professional):
    page = words(as_user(professional).get(f"{family.url}tafel/vragen/"))
    assert page.index("Iemand uit het eigen netwerk") < page.index("Een collega van ons wijkteam")


def test_someone_of_the_own_network_needs_no_account(family, ask):
    response = ask("eigen-netwerk", twice=True, name="Opa Cor", relation="opa",
                   phone="06 12345678", role="haalt de kinderen op")  # fmt: skip
    assert response.status_code == 302
    seat = Seat.objects.get(network_person__isnull=False, name="Opa Cor")
    assert (seat.from_whom, seat.role) == ("opa", "haalt de kinderen op")
    assert NetworkPerson.objects.filter(name="Opa Cor").count() == 1


@pytest.mark.parametrize("answers", [{"name": ""}, {"phone": "0"}, {"email": "x"},
                                     {"name": "x" * 121}])  # fmt: skip
def test_a_mistake_is_said_in_words(family, ask, answers):
    response = ask("eigen-netwerk", **{"name": "Opa Cor", **answers})
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    assert not NetworkPerson.objects.filter(name="Opa Cor").exists()


def test_a_colleague_reads_the_whole_file_and_hears_of_it(family, ask, as_user, team):
    ruben = factories.user("Ruben Isaacs", Role.PROFESSIONAL, team=team)
    response = ask("collega", twice=True, user=str(ruben.pk), domains=["money"])
    assert response.status_code == 302
    seat = Seat.objects.get(user=ruben)
    assert seat.domains == ["money"]
    assert as_user(ruben).get(family.url).status_code == 404
    factories.says_yes(seat)
    assert "over Noor" in words(as_user(ruben).get(family.url))
    mail = OutboxMessage.objects.get(to=ruben.email)
    assert f"/werk/plekken/{seat.pk}/" in mail.body
    assert "Jansen" not in mail.body + mail.subject


def test_only_colleagues_of_this_team_who_do_not_sit_here_yet(
    family, ask, outsider, partner, colleague
):
    for user in [outsider, partner, colleague]:
        assert ask("collega", user=str(user.pk)).status_code == 200
    assert not Seat.objects.filter(user=outsider).exists()


def test_someone_known_from_a_vindplaats_helps_and_reads_nothing(
    family, ask, as_user, contact, professional
):
    place = Vindplaats.objects.create(name="Buurtkeuken", kind="other", formality="informal")
    ria = VindplaatsContact.objects.create(vindplaats=place, name="Ria", user=contact)
    assert ask("vindplaats", twice=True, contact=str(ria.pk)).status_code == 302
    seat = Seat.objects.get(contact=ria)
    assert (seat.name, seat.from_whom) == ("Ria", "Buurtkeuken")
    assert CaseFile.objects.visible_to(contact).count() == 0
    again = ask("vindplaats", contact=str(ria.pk))
    assert "Deze persoon zit al aan tafel." in words(again)


def test_someone_of_the_household_who_was_written_down(family, ask):
    noor = Person.objects.get(name="Noor Jansen")
    assert ask("gezin", person=str(noor.pk)).status_code == 302
    assert Seat.objects.get(person=noor).from_whom == "gezin"
    assert Person.objects.filter(name__contains="Noor").count() == 1


def test_someone_new_of_the_household_who_finds_the_plan_by_mail_address(family, ask, as_user):
    lisa = factories.user("Lisa Jansen", Role.RESIDENT)
    assert ask("gezin", person="ander", name="").status_code == 200
    response = ask("gezin", person="ander", name="Lisa", role="adult", email=lisa.email.upper())
    assert response.status_code == 302
    client = as_user(lisa)
    assert not CaseFile.objects.visible_to(lisa).exists()
    assert client.get(family.own_url).status_code == 200, "straight from the link in a mail"
    assert client.get("/mijn/plan/").url == family.own_url


def test_someone_known_finds_the_plan_by_the_address_that_was_filled_in(family, ask, as_user):
    noor, account = Person.objects.get(name="Noor Jansen"), factories.user("Noor", Role.RESIDENT)
    assert ask("gezin", person=str(noor.pk), email=account.email).status_code == 302
    assert as_user(account).get("/mijn/plan/").url == family.own_url


def test_another_mail_address_finds_no_plan(family, ask, as_user, resident):
    ask("gezin", person="ander", name="Lisa", role="adult", email="lisa@elders.example")
    other = factories.user("Lisa Jansen", Role.RESIDENT)
    assert "U hebt nu geen plan" in words(as_user(other).get("/mijn/plan/"))
    assert CaseFile.objects.visible_to(other).count() == 0


def test_an_unknown_invitation_is_not_found(family, as_user, professional):
    client = as_user(professional)
    assert client.get(f"{family.url}tafel/vragen/iedereen/").status_code == 404
