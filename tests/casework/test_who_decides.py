"""Who of one house says yes and no about whom: on the page, and the database the same."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.consent import Deciding
from casework.models import HouseholdMember, Person, Seat, SharingGround, SharingQuestion
from casework.models.case_files import NewPerson
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_own_sharing import domains_of
from tests.conftest import app_login
from wijkteam import database


@pytest.fixture
def share_url(family):
    return f"/mijn/plekken/{family.partner.pk}/delen/"


@pytest.fixture
def house(family, professional) -> dict[str, Person]:
    """Mark with Karin, Lisa of 14 and Tim of 17, each with an account; Noor is a child."""
    for name, role, born in [("Karin", "adult", 1985), ("Lisa", "young", None),
                             ("Tim", "young", None), ("Opa", "other", 1950)]:  # fmt: skip
        user = factories.user(name, "resident")
        family.case_file.add_person(NewPerson(name, role, born, user, has_seat=True), professional)
    year = Deciding.of(family.case_file.household).on.year
    Person.objects.filter(name="Lisa").update(birth_year=year - 14)
    Person.objects.filter(name="Tim").update(birth_year=year - 17)
    people = Person.objects.select_related("user")
    return {person.name.split()[0]: person for person in people}


MAY = {
    # about: who has a say
    None: {"Mark", "Karin", "Opa"},
    "Mark": {"Mark"},
    "Karin": {"Karin"},
    "Noor": {"Mark", "Karin"},
    "Lisa": {"Mark", "Karin", "Lisa"},
    "Tim": {"Tim"},
    "Opa": {"Opa"},
}


@pytest.mark.parametrize("about", list(MAY))
def test_who_decides_about_whom_in_screen_and_database(family, house, as_user, partner, about):
    whom = house[about] if about else None
    ground = SharingGround.objects.create(
        case_file=family.case_file, kind="consent", organisation=partner.organisation,
        domains=["money"], given_by=house["Mark"], about=whom,
        recorded_by=family.coordinator.user,
    )  # fmt: skip
    deciding = Deciding.of(family.case_file.household)
    for name, person in house.items():
        if person.user is None:
            continue
        may = name in MAY[about]
        assert deciding.may(person, whom) == may, name
        url = f"/mijn/delen/{ground.pk}/stoppen/"
        assert as_user(person.user).get(url).status_code == (200 if may else 404), name
        assert ended_in_sql(person.user, ground) == may, name


def ended_in_sql(user, ground) -> bool:
    with transaction.atomic(), app_login(), database.role("wijkteam_resident", user.pk):
        rows = SharingGround.objects.filter(pk=ground.pk).update(withdrawn_at=timezone.now())
        transaction.set_rollback(True)
    return bool(rows)


def test_from_twelve_both_say_yes(family, house, as_user, partner, share_url):
    lisa, mark = house["Lisa"], house["Mark"]
    send(as_user(lisa.user), share_url, domains=["money"], about=str(lisa.pk))
    assert domains_of(partner) == ["parenting"]
    question = SharingQuestion.objects.get()
    page = words(as_user(mark.user).get(family.own_url))
    assert "<bdi>Lisa</bdi> zei al ja." in page
    assert "Wacht op antwoord van:" in words(as_user(lisa.user).get(family.own_url))
    url = f"/mijn/vragen/{question.pk}/"
    assert as_user(house["Tim"].user).get(url).status_code == 404
    send(as_user(mark.user), url, answer="ja")
    assert domains_of(partner) == ["money", "parenting"]
    ground = SharingGround.objects.get(about=lisa)
    assert {ground.given_by, ground.also_given_by} == {lisa, mark}


def test_a_yes_of_both_that_waits_ends_when_one_decides_alone(
    family, house, as_user, partner, share_url
):
    """Lisa said yes and waited for a parent; in the year in which she turns 17 she decides."""
    lisa, mark = house["Lisa"], house["Mark"]
    send(as_user(lisa.user), share_url, domains=["money"], about=str(lisa.pk))
    year = Deciding.of(family.case_file.household).on.year
    Person.objects.filter(pk=lisa.pk).update(birth_year=year - 17)
    page = words(as_user(mark.user).get(f"{family.own_url}delen/"))
    assert "Wacht op antwoord van: <bdi>Lisa</bdi>" in page
    url = f"/mijn/vragen/{SharingQuestion.objects.get().pk}/"
    page = words(as_user(lisa.user).get(f"{family.own_url}delen/"))
    assert url in page
    assert "U zei al ja." in page
    send(as_user(lisa.user), url, answer="ja")
    assert domains_of(partner) == ["money", "parenting"]


def test_who_decides_about_nothing_does_not_read_that_they_do(family, house, as_user):
    lead = "Gaat het alleen over u? Dan beslist u"
    lisa, year = house["Lisa"], Deciding.of(family.case_file.household).on.year
    for age, decides in [(11, False), (12, True), (16, True), (17, True)]:
        Person.objects.filter(pk=lisa.pk).update(birth_year=year - age)
        page = words(as_user(lisa.user).get(f"{family.own_url}delen/"))
        assert (lead in page) == decides, age
        assert ("Een volwassene in uw huis beslist" in page) != decides, age


def test_a_young_person_reads_over_what_they_decide_and_with_whom(
    family, house, as_user, share_url
):
    lisa, year = as_user(house["Lisa"].user), Deciding.of(family.case_file.household).on.year
    page = words(lisa.get(f"{family.own_url}delen/"))
    assert "Gaat het alleen over u? Dan beslist u samen met een ouder." in page
    assert "Over uw hele gezin beslist een volwassene." in page
    form = words(lisa.get(share_url))
    assert "Dit gaat alleen over u. Een ouder moet ook ja zeggen." in form
    Person.objects.filter(name="Lisa").update(birth_year=year - 17)
    page = words(lisa.get(f"{family.own_url}delen/"))
    assert "Gaat het alleen over u? Dan beslist u zelf." in page
    form = words(lisa.get(share_url))
    assert "Dit gaat alleen over u." in form
    assert "Een ouder moet ook ja zeggen." not in form
    assert "Dit gaat alleen over u." not in words(as_user(house["Mark"].user).get(share_url))


def test_two_parents_are_not_the_young_person(family, house, as_user, partner, share_url):
    lisa = house["Lisa"]
    send(as_user(house["Mark"].user), share_url, domains=["money"], about=str(lisa.pk))
    question = SharingQuestion.objects.get()
    karin, url = as_user(house["Karin"].user), f"/mijn/vragen/{question.pk}/"
    told = "Mark Jansen zei al ja. Nu wacht het alleen nog op Lisa. U kunt nog wel nee zeggen."
    page = words(karin.get(url))
    assert told in page
    assert "nee, liever niet" in page
    assert "ja, dat mag" not in page
    assert told in words(send(karin, url, answer="ja"))  # the page was of before
    with pytest.raises(NotAllowed, match="alleen nog op Lisa"):
        question.say_yes(
            house["Karin"], house["Karin"].user, Deciding.of(family.case_file.household)
        )
    assert domains_of(partner) == ["parenting"]
    send(as_user(lisa.user), f"/mijn/vragen/{question.pk}/", answer="ja")
    assert domains_of(partner) == ["money", "parenting"]


def test_the_database_takes_no_yes_for_another(family, house, partner):
    """Karin writes past our own code that Mark said yes about himself."""
    karin, mark = house["Karin"], house["Mark"]
    seat = Seat.objects.get(person=karin)
    fields = {"case_file": family.case_file, "organisation": partner.organisation,
              "domains": ["money"], "about": mark}  # fmt: skip
    ask = SharingQuestion(asked_by=family.coordinator, **fields)
    ask.save(force_insert=True)
    yes = {"kind": "consent", "given_how": "portal", "recorded_by": karin.user}
    tries = [
        SharingGround(given_by=mark, **yes, **fields),
        SharingGround(given_by=karin, also_given_by=mark, **yes, **fields),
        SharingQuestion(asked_by=seat, **fields),
    ]
    for row in tries:
        with (
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(), app_login(), database.role("wijkteam_resident", karin.user.pk),
        ):  # fmt: skip
            row.save(force_insert=True)


def test_a_house_kept_apart_keeps_what_is_shared_about_an_adult(
    family, house, professional, partner, as_user
):
    family.case_file.keep_apart(professional, True)
    SharingGround.objects.create(
        case_file=family.case_file, kind="consent", organisation=partner.organisation,
        domains=["safety"], given_by=house["Karin"], about=house["Karin"], purpose="haar eigen",
        recorded_by=professional,
    )  # fmt: skip
    assert "haar eigen" not in words(as_user(house["Mark"].user).get(family.own_url))
    assert "haar eigen" in words(as_user(house["Karin"].user).get(family.own_url))


def test_who_moved_out_decides_no_more(family, house):
    HouseholdMember.objects.filter(person=house["Karin"]).update(until="2020-01-01")
    assert not Deciding.of(family.case_file.household).may(house["Karin"], house["Noor"])
