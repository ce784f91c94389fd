"""Who moved out and lives there again is the same person; the coordinator brings them back."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from casework.models import CaseFile, HouseholdMember, Person, Seat
from casework.models.households import Address, NewPerson
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_home import agree
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import AccessLog


@pytest.fixture
def linda(family, professional) -> Person:
    """She lived here, with a chair and an account, and moved out."""
    user = factories.user("Linda Jansen", Role.RESIDENT)
    new = NewPerson("Linda Jansen", user=user, has_seat=True)
    person = family.case_file.add_person(new, professional)
    family.case_file.moves_out(person, professional)
    return person


@pytest.fixture
def invite_url(family) -> str:
    return f"{family.url}tafel/vragen/gezin/"


def back_url(person: Person) -> str:
    last = HouseholdMember.objects.filter(person=person).order_by("since").first()
    return f"/werk/huisgenoten/{last.pk}/weer-thuis/"


def test_the_form_offers_who_left_and_makes_nobody_new(
    family, linda, invite_url, as_user, professional
):
    client = as_user(professional)
    page = words(client.get(invite_url))
    assert "Linda Jansen (woonde hier tot" in page
    assert "ook wat er intussen is opgeschreven" in page
    refused = words(send(client, invite_url, person="ander", name="linda jansen"))
    assert "linda jansen woonde hier eerder. Kies die naam in de lijst." in refused
    people = Person.objects.count()
    assert as_user(linda.user).get(family.own_url).status_code == 404
    send(client, invite_url, twice=True, person=str(linda.pk))
    assert Person.objects.count() == people
    assert HouseholdMember.objects.filter(person=linda, until=None).count() == 1
    assert HouseholdMember.objects.filter(person=linda).count() == 2
    assert Seat.objects.open().filter(person=linda).count() == 1
    assert as_user(linda.user).get(family.own_url).status_code == 200
    agree(linda.user)


def test_a_child_comes_back_without_a_chair(family, as_user, professional, resident):
    noor = Person.objects.get(name="Noor Jansen")
    family.case_file.moves_out(noor, professional)
    client, url = as_user(professional), back_url(noor)
    assert url in words(client.get(f"{family.url}tafel/"))
    assert send(client, url).url == f"{family.url}tafel/"
    again = client.post(url, {})
    assert "Het staat er al: Noor Jansen woont hier." in words(client.get(again.url))
    member = HouseholdMember.objects.get(person=noor, until=None)
    assert member.role == "child"
    assert not Seat.objects.filter(person=noor).exists()
    page = words(client.get(f"{family.url}tafel/"))
    assert url not in page
    assert f"/werk/huisgenoten/{member.pk}/uit-huis/" in page
    assert AccessLog.objects.filter(user=professional, act="veranderd", part="huisgenoten").exists()
    with pytest.raises(NotAllowed, match="woont hier al"):
        family.case_file.moves_back(noor, professional)
    family.case_file.moves_out(noor, professional)  # and away once more
    assert HouseholdMember.objects.filter(person=noor, until=None).count() == 0


def test_a_chair_comes_along_only_when_it_is_said(family, linda, as_user, professional):
    client, url = as_user(professional), back_url(linda)
    send(client, url)
    assert as_user(linda.user).get(family.own_url).status_code == 404
    family.case_file.moves_out(linda, professional)
    send(client, url, twice=True, chair="on")
    assert as_user(linda.user).get(family.own_url).status_code == 200
    assert Seat.objects.open().filter(person=linda).count() == 1


def test_a_colleague_brings_nobody_back(
    family, linda, invite_url, as_user, colleague, outsider, partner, resident, stranger
):
    url = back_url(linda)
    page = words(as_user(colleague).get(invite_url))
    assert "woonde hier tot" not in page
    refused = words(send(as_user(colleague), invite_url, person="ander", name="Linda Jansen"))
    assert "Linda Jansen woonde hier eerder. Vraag de regisseur." in refused
    assert as_user(colleague).post(invite_url, {"person": str(linda.pk)}).status_code == 200
    for user in (colleague, outsider, partner):
        assert as_user(user).get(url).status_code == 404
        assert as_user(user).post(url, {"chair": "on"}).status_code == 404
    for user in (resident, linda.user):
        assert as_user(user).post(url, {"chair": "on"}).status_code == 403
    assert stranger.get(url).url.startswith("/inloggen/")
    assert not linda.lives_there()


def test_the_database_says_so_too(family, linda, colleague, professional):
    def back() -> None:
        house = family.case_file.household_id
        HouseholdMember(household_id=house, person=linda, role="adult").save(force_insert=True)

    with (
        app_login(), database.role("professional", colleague.pk),
        pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(),
    ):  # fmt: skip
        back()
    with app_login(), database.role("professional", professional.pk):
        back()
    assert linda.lives_there()


def test_the_database_tells_a_stranger_not_who_lived_there(family, linda, colleague, outsider):
    asked = "SELECT casework_lived_there(%s, %s)"
    for user, told in ((colleague, True), (outsider, False)):
        with (
            app_login(), database.role("professional", user.pk), connection.cursor() as cursor,
        ):  # fmt: skip
            cursor.execute(asked, [family.case_file.household_id, linda.pk])
            assert cursor.fetchone()[0] is told


def test_a_new_file_for_the_family_finds_who_lives_there_again(family, linda, professional, team):
    one = family.case_file
    one.close(professional, "Het gaat weer.")
    CaseFile.objects.filter(pk=one.pk).update(closed_at=one.closed_at - timedelta(days=9))
    again = CaseFile.open(
        professional, team=team, name="Gezin Jansen", household_id=one.household_id,
        address=Address("Lindeplein", "12", "1311AB"),
        persons=[NewPerson("Linda Jansen", has_seat=True)],
    )  # fmt: skip
    assert again.seats.filter(person=linda, until=None).exists()
    assert linda.lives_there()
