"""A child without a chair moves out; and what is somebody's own when they go."""

import pytest
from django.utils import timezone

from casework.choices import GoalStatus
from casework.models import Goal, HouseholdMember, Person, Seat, SharingGround, TimelineEntry
from casework.models.households import NewPerson, PersonContact
from casework.moments import moments
from casework.opening import seats_of
from casework.standing import Standing
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_home import agree
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role


@pytest.fixture
def noor(family) -> Person:
    return Person.objects.get(name="Noor Jansen")


@pytest.fixture
def url(noor) -> str:
    return out_of_house(noor)


def out_of_house(person: Person) -> str:
    return f"/werk/huisgenoten/{HouseholdMember.objects.get(person=person).pk}/uit-huis/"


def goal_of(family, person: Person | None, text: str) -> Goal:
    goal = Goal(case_file=family.case_file, life_domain="parenting", words=text, whose=person,
                created_by=family.coordinator)  # fmt: skip
    goal.add()
    return goal


def test_own_goals_stop_what_was_common_goes_on_and_sharing_ends(
    family, noor, url, as_user, professional, partner, resident
):
    swims, reads = goal_of(family, noor, "Noor wil zwemmen"), goal_of(family, noor, "Samen lezen")
    ground = SharingGround(
        case_file=family.case_file, kind="task", law="Jeugdwet 7.3.11", about=noor,
        domains=["health"], organisation=partner.organisation, purpose="de huisarts",
        recorded_by=professional,
    )  # fmt: skip
    ground.give()
    client = as_user(professional)
    assert url in words(client.get(f"{family.url}tafel/"))
    assert "Zet een vinkje als het klopt." in words(send(client, url, keep=[str(reads.pk)]))
    sent = send(client, url, twice=True, sure="on", keep=[str(reads.pk)])
    assert sent.url == f"{family.url}tafel/"
    for goal in (swims, reads, family.parenting):
        goal.refresh_from_db()
    assert (swims.status, swims.whose) == (GoalStatus.LET_GO, noor)
    assert (reads.status, reads.whose) == (GoalStatus.RUNNING, None)
    assert family.parenting.status == GoalStatus.RUNNING
    told = TimelineEntry.objects.get(words__startswith="Noor wil zwemmen")
    assert told.words.endswith("Noor Jansen woont hier niet meer.")
    assert told.about == noor
    ground.refresh_from_db()
    family.ground.refresh_from_db()
    assert ground.withdrawn_at is not None
    assert family.ground.withdrawn_at is None
    assert HouseholdMember.objects.get(person=noor).until == timezone.localdate()
    page = words(client.get(f"{family.url}tafel/"))
    assert url not in page
    assert "losgelaten" in words(as_user(resident).get(family.own_url))
    agree(resident)


def test_a_goal_of_who_left_runs_no_more_until_it_is_somebody_elses(family, noor, professional):
    swims = goal_of(family, noor, "Noor wil zwemmen")
    family.case_file.moves_out(noor, professional)
    swims.refresh_from_db()
    with pytest.raises(NotAllowed, match="woont hier niet meer"):
        swims.move(GoalStatus.RUNNING, family.coordinator)


def test_from_16_own_goals_are_handed_to_nobody(family, as_user, professional):
    born = timezone.localdate().year - 17
    sam = family.case_file.add_person(NewPerson("Sam", "young", birth_year=born), professional)
    alone = goal_of(family, sam, "Op mezelf wonen")
    client, url = as_user(professional), out_of_house(sam)
    page = words(client.get(url))
    assert "Deze doelen stoppen hier:" in page
    assert 'name="keep"' not in page
    client.post(url, {"sure": "on", "keep": [str(alone.pk)]})
    alone.refresh_from_db()
    assert (alone.status, alone.whose) == (GoalStatus.LET_GO, sam)


def test_what_a_grown_child_kept_at_home_stays_kept_after_leaving(family, professional, resident):
    born = timezone.localdate().year - 19
    sam = family.case_file.add_person(NewPerson("Sam", "young", birth_year=born), professional)
    alone = goal_of(family, sam, "Op mezelf wonen")
    for leaves in (False, True):
        if leaves:
            family.case_file.moves_out(sam, professional)
        agree(resident)
        assert not Goal.objects.visible_to(resident).filter(pk=alone.pk).exists()
        # And on a page that knows the chairs already.
        standing = Standing.of(resident, family.case_file, seats_of(family.case_file))
        assert alone not in Goal.objects.seen_from(standing)


def test_a_goal_of_who_left_stays_theirs_when_a_word_is_changed(family, as_user, professional):
    born = timezone.localdate().year - 17
    sam = family.case_file.add_person(NewPerson("Sam", "young", birth_year=born), professional)
    alone = goal_of(family, sam, "Op mezelf wonen")
    family.case_file.moves_out(sam, professional)
    client, change = as_user(professional), f"/werk/doelen/{alone.pk}/"
    refused = words(send(client, f"{change}oppakken/"))
    assert "Zet eerst erbij van wie het doel nu is." in refused
    assert f'href="{change}"' in client.get(family.url).content.decode()
    assert f'<option value="{sam.pk}" selected>' in client.get(change).content.decode()


def test_who_moved_out_is_not_asked_how_it_was_when_the_file_closes(family, professional):
    user = factories.user("Linda Jansen", Role.RESIDENT)
    family.case_file.add_person(NewPerson("Linda Jansen", user=user, has_seat=True), professional)
    linda = Seat.objects.get(person__user=user)
    PersonContact.write_down(linda.person, "linda@voorbeeld.example")
    family.case_file.moves_out(linda.person, professional)
    family.case_file.close(professional, "Het gaat weer.", may_be_asked=True)
    today = timezone.localdate()
    with app_login(), database.role("worker"):
        asked = [one.key.split(" ")[0] for one in moments(today, today)]
    assert asked == [str(family.resident.person_id)]


def test_only_the_coordinator_and_only_of_this_house(
    family, noor, url, as_user, colleague, outsider, partner, resident, stranger
):
    for user in (colleague, outsider, partner):
        assert as_user(user).get(url).status_code == 404
        assert as_user(user).post(url, {"sure": "on"}).status_code == 404
    assert as_user(resident).post(url, {"sure": "on"}).status_code == 403
    assert stranger.get(url).url.startswith("/inloggen/")
    assert not HouseholdMember.objects.filter(until__isnull=False).exists()
