"""What anyone may see of a place is a table of its own, kept by the database."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from network.choices import PublicField
from network.models import PublicPlace, Vindplaats, VindplaatsContact
from tests.conftest import app_login
from wijkteam import database

SECRETS = {
    "address": "Kade 31", "postcode": "1311AB", "phone": "+31201234567", "reaches": "Gezinnen",
    "website": "https://bieb.example/", "opening_hours": "elke dag", "offers": "Koffie",
    "asks": "Voorlezers", "latitude": 52.37, "longitude": 5.2,
}  # fmt: skip


@pytest.fixture
def open_place(team, professional) -> Vindplaats:
    place = Vindplaats.objects.create(
        name="Bibliotheek", kind="library", holder=professional, is_public=True,
        notes="Niet op dinsdag: dan is Henk er.", open_days=["0", "2"],
        life_domains=["money"], languages=["nl", "ar"], **SECRETS,
    )  # fmt: skip
    place.neighbourhoods.add(team.neighbourhoods.get())
    return place


def shown(place: Vindplaats) -> PublicPlace:
    return PublicPlace.objects.get(pk=place.pk)


def test_nothing_but_name_kind_and_wijk_without_a_choice(open_place, team):
    row = shown(open_place)
    assert (row.name, row.kind) == ("Bibliotheek", "library")
    assert row.neighbourhood_codes == [team.neighbourhoods.get().code]
    for name in SECRETS:
        assert getattr(row, name) in ("", None), name
    assert row.open_days == row.life_domains == row.languages == []


@pytest.mark.parametrize("field", PublicField.values)
def test_each_field_is_shown_by_its_own_choice(open_place, field):
    Vindplaats.objects.filter(pk=open_place.pk).update(public_fields=[field])
    row = shown(open_place)
    together = {
        "address": {"address", "postcode", "latitude", "longitude"},
        "opening_hours": {"opening_hours", "open_days"},
    }.get(field, {field})
    for name in [*SECRETS, "open_days", "life_domains", "languages"]:
        is_shown = getattr(row, name) not in ("", None, [])
        assert is_shown == (name in together), name


def test_it_goes_when_the_place_stops_or_says_no(open_place, professional):
    open_place.retire(professional, "verhuisd")
    assert not PublicPlace.objects.exists()
    open_place.bring_back()
    assert PublicPlace.objects.exists()
    Vindplaats.objects.update(is_public=False)
    assert not PublicPlace.objects.exists()


def test_it_follows_name_and_wijk_and_changes_only_then(open_place, other_team):
    before = shown(open_place).changed_at
    Vindplaats.objects.update(notes="Iets anders", rhythm_days=30)
    assert shown(open_place).changed_at == before
    open_place.neighbourhoods.set(other_team.neighbourhoods.all())
    row = shown(open_place)
    assert row.neighbourhood_codes == [other_team.neighbourhoods.get().code]
    assert row.changed_at > before
    Vindplaats.objects.filter(pk=open_place.pk).delete()
    assert not PublicPlace.objects.exists()


@pytest.mark.parametrize("kind", ["volunteer", "confidant"])
def test_a_place_that_is_one_person_is_never_public(team, kind):
    with pytest.raises(IntegrityError), transaction.atomic():
        Vindplaats.objects.create(name="Oom Winston", kind=kind, is_public=True)


def test_a_person_is_refused_in_the_form_too(as_user, professional, team, open_place):
    data = {
        "name": "Oom Winston", "kind": "confidant", "formality": "informal",
        "rhythm_days": "30", "version": "1", "is_public": "on",
    }  # fmt: skip
    page = as_user(professional).post(f"/netwerk/{open_place.pk}/bewerken/", data)
    assert "Een plek die één persoon is, komt niet op de website." in page.content.decode()


def test_the_choice_per_field_is_made_in_the_form(as_user, professional, team, open_place):
    data = {
        "name": "Bibliotheek", "kind": "library", "formality": "formal", "rhythm_days": "30",
        "version": "1", "is_public": "on", "phone": "020 123 4567", "reaches": "Gezinnen",
        "public_fields": ["phone"], "open_days": ["1", "4"],
    }  # fmt: skip
    assert (
        as_user(professional).post(f"/netwerk/{open_place.pk}/bewerken/", data).status_code == 302
    )
    row = shown(open_place)
    assert (str(row.phone), row.reaches, row.open_days) == ("020 123 4567", "", [])


def test_a_stranger_reads_this_table_and_no_other_of_the_network(open_place):
    with app_login(), database.role("public"):
        assert PublicPlace.objects.values_list("name", flat=True).get() == "Bibliotheek"
        for model in (Vindplaats, VindplaatsContact, Vindplaats.neighbourhoods.through):
            with pytest.raises(DatabaseError), transaction.atomic():
                model.objects.values("pk").first()
        for change in (
            lambda: PublicPlace.objects.update(name="x"),
            lambda: PublicPlace.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
