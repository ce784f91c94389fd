"""A mark for a goal that is somebody's alone: theirs, or of a parent who decides about them."""

import pytest
from django.db import ProgrammingError
from django.utils import timezone

from casework.models import Goal, GoalReview, Person, Seat
from casework.models.case_files import NewPerson
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from wijkteam import database


def goal_of(family, whose: Person | None) -> Goal:
    goal = Goal(case_file=family.case_file, life_domain="health", words="Naar de bingo",
                whose=whose, start_mark=4, created_by=family.coordinator)  # fmt: skip
    goal.add()
    return goal


def mark_by_sql(goal: Goal, seat: Seat, user) -> None:
    row = GoalReview(case_file_id=goal.case_file_id, goal=goal, life_domain="health", mark=1,
                     by=seat)  # fmt: skip
    with app_login(), database.role("resident", user.pk):
        row.save(force_insert=True)


def test_not_by_another_adult_at_home(family, as_user, resident, linda):
    goal = goal_of(family, linda.person)
    client, url = as_user(resident), f"/mijn/doelen/{goal.pk}/cijfer/"
    page = words(client.get(family.own_url))
    assert goal.words in page
    assert url not in page
    assert client.get(url).status_code == 404
    assert client.post(url, {"mark": "1"}).status_code == 404
    with pytest.raises(ProgrammingError, match="row-level security"):
        mark_by_sql(goal, family.resident, resident)
    assert f"/mijn/doelen/{goal.pk}/eens/" in page  # whether one wants it too may be said


def test_by_the_one_whose_it_is(family, as_user, linda):
    goal = goal_of(family, linda.person)
    user = linda.person.user
    url = f"/mijn/doelen/{goal.pk}/cijfer/"
    assert url in words(as_user(user).get(family.own_url))
    assert send(as_user(user), url, mark="6").status_code == 302
    assert GoalReview.objects.get().mark == 6


@pytest.mark.parametrize(("age", "may"), [(9, True), (14, True), (17, False)])
def test_a_parent_until_sixteen(family, resident, professional, as_user, age, may):
    user = factories.user("Kim", "resident")
    new = NewPerson("Kim", "young", user=user, has_seat=True)
    family.case_file.add_person(new, professional)
    year = timezone.localdate().year - age
    Person.objects.filter(user=user).update(birth_year=year, goals_shown_to=[])
    goal = goal_of(family, Person.objects.get(user=user))
    status = as_user(resident).get(f"/mijn/doelen/{goal.pk}/cijfer/").status_code
    assert status == (200 if may else 404)
    if may:
        mark_by_sql(goal, family.resident, resident)
    else:
        with pytest.raises(ProgrammingError, match="row-level security"):
            mark_by_sql(goal, family.resident, resident)


def test_a_goal_of_the_whole_house_by_everyone_in_it(family, resident, linda):
    goal = goal_of(family, None)
    mark_by_sql(goal, family.resident, resident)
    mark_by_sql(goal, linda, linda.person.user)
    assert GoalReview.objects.count() == 2
