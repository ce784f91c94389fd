"""From 16 a person of the house says who at home reads what is theirs alone: on the page, in the
mail and on paper, and the database the same."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.home import ReaderAtTable
from casework.models import (
    Action,
    Difference,
    Goal,
    GoalAnswer,
    GoalReview,
    LeaveRequest,
    Person,
    PersonContact,
    Seat,
    SharingGround,
    SharingQuestion,
    StuckPoint,
    TimelineEntry,
)
from casework.models.case_files import NewPerson
from casework.opening import seats_of
from casework.standing import Standing
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, Change, OutboxMessage

OWN_WORDS = "Op mezelf wonen"


@pytest.fixture
def tim(family, professional) -> Person:
    """Of 17, with a goal of his own that was reached, looked back on, and told about."""
    user = factories.user("Tim", "resident")
    born = timezone.localdate().year - 17
    tim = family.case_file.add_person(
        NewPerson("Tim", "young", born, user=user, has_seat=True), professional
    )
    goal = Goal(case_file=family.case_file, life_domain="housing", words=OWN_WORDS, whose=tim,
                created_by=family.coordinator)  # fmt: skip
    goal.add()
    goal.review(family.coordinator, 6, "van Tim")
    for owner in [family.colleague, family.resident]:
        Action(case_file=family.case_file, goal=goal, words=f"wonen met {owner.name}",
               owner=owner, created_by=family.coordinator).add()  # fmt: skip
    goal.move("reached", family.coordinator, "Hij heeft een kamer")
    return tim


def read_in_sql(user) -> set[str]:
    found: set[str] = set()
    with transaction.atomic(), app_login(), database.role("resident", user.pk):
        for model in [Goal, Action, GoalReview, TimelineEntry]:
            found |= set(model.objects.values_list("words", flat=True))
        found |= {str(new) for new in Change.objects.values_list("new", flat=True)}
    return found


@pytest.mark.parametrize("is_apart", [False, True])
def test_the_page_leaves_out_what_the_list_leaves_out(
    family, tim, resident, professional, is_apart
):
    """Both as the screen alone says it: here the database hides nothing."""
    TimelineEntry(case_file=family.case_file, by=family.resident, kind="message",
                  words="alleen van Mark").write()  # fmt: skip
    if is_apart:
        family.case_file.keep_apart(professional, True)
    everyone = seats_of(family.case_file)
    for user in [resident, tim.user]:
        standing = Standing.of(user, family.case_file, everyone)
        assert isinstance(standing.reader, ReaderAtTable)
        for model in [Goal, Action, GoalReview, GoalAnswer, TimelineEntry, Difference, StuckPoint,
                      SharingGround, SharingQuestion, LeaveRequest]:  # fmt: skip
            of_page, of_list = model.objects.seen_from(standing), model.objects.visible_to(user)
            assert set(of_page) == set(of_list), (user, model)
    assert Goal.objects.seen_from(standing).filter(words=OWN_WORDS).exists()


def test_nobody_at_home_reads_it_until_he_says_so(family, as_user, tim, resident, professional):
    mark = as_user(resident)
    for url in ["", "geschiedenis/", "papier/"]:
        page = words(mark.get(f"{family.own_url}{url}"))
        for hidden in [OWN_WORDS, "Hij heeft een kamer", "wonen met Youssef Amrani", "van Tim"]:
            assert hidden not in page, (url, hidden)
    said = " ".join(read_in_sql(resident))
    for hidden in [OWN_WORDS, "een kamer", "wonen met Youssef", "van Tim"]:
        assert hidden not in said, hidden
    assert "wonen met Mark" in words(mark.get(family.own_url))  # what he does himself
    assert OWN_WORDS in words(as_user(professional).get(family.url))
    assert OWN_WORDS in words(as_user(tim.user).get(family.own_url))
    assert OWN_WORDS in read_in_sql(tim.user)


def test_he_lets_one_of_them_read_it(family, as_user, tim, resident, professional):
    karin = factories.user("Karin", "resident")
    family.case_file.add_person(
        NewPerson("Karin", "adult", 1985, user=karin, has_seat=True), professional
    )
    client, url = as_user(tim.user), f"{family.own_url}thuis/"
    assert "leest niemand anders in uw huis" in words(client.get(f"{family.own_url}delen/"))
    page = client.get(url)
    assert check_page(page.content.decode()) == []
    mark = Person.objects.get(user=resident)
    assert send(client, url, readers=[str(mark.pk)]).url == f"{family.own_url}delen/"
    assert AccessLog.objects.filter(part="delen", act="veranderd", user=tim.user).exists()
    assert OWN_WORDS in words(as_user(resident).get(family.own_url))
    assert OWN_WORDS in read_in_sql(resident)
    assert OWN_WORDS not in words(as_user(karin).get(family.own_url))
    assert OWN_WORDS not in read_in_sql(karin)
    send(client, url, readers=[])
    assert OWN_WORDS not in words(as_user(resident).get(family.own_url))


def test_a_grown_up_may_keep_it_too_and_below_16_nobody(family, as_user, tim, resident):
    mark = Person.objects.get(user=resident)
    assert f"{family.own_url}thuis/" in words(as_user(resident).get(f"{family.own_url}delen/"))
    Person.objects.filter(pk=tim.pk).update(birth_year=timezone.localdate().year - 15)
    assert as_user(tim.user).get(f"{family.own_url}thuis/").status_code == 404
    assert OWN_WORDS in words(as_user(resident).get(family.own_url))
    assert OWN_WORDS in read_in_sql(resident)
    mark.show_goals_to([])
    mine = Goal(case_file=family.case_file, life_domain="money", words="Geen schulden",
                whose=mark, created_by=family.coordinator)  # fmt: skip
    mine.add()
    assert "Geen schulden" in read_in_sql(resident)
    assert "Geen schulden" not in read_in_sql(tim.user)


def test_nobody_says_it_for_another(family, tim, resident, professional):
    wish = Person.objects.filter(pk=tim.pk)
    with transaction.atomic(), app_login(), database.role("resident", resident.pk):
        assert wish.update(goals_shown_to=[]) == 0
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(), app_login(), database.role("professional", professional.pk),
    ):  # fmt: skip
        wish.update(goals_shown_to=[])


def test_a_text_about_him_alone(family, as_user, tim, resident, professional):
    url = f"{family.url}bericht/"
    assert "Gaat dit alleen over één van hen?" in words(as_user(professional).get(url))
    PersonContact.write_down(family.resident.person, "mark@elders.example")
    send(as_user(professional), url, words="Tim zoekt een kamer", about=str(tim.pk), urgent="on")
    assert "zoekt een kamer" not in words(as_user(resident).get(family.own_url))
    assert "zoekt een kamer" not in " ".join(read_in_sql(resident))
    assert not OutboxMessage.objects.filter(to="mark@elders.example").exists()
    send(as_user(professional), url, words="Hij belt zelf", about=str(tim.pk), for_household="on")
    assert "Hij belt zelf" in words(as_user(resident).get(family.own_url))


def test_the_sheet_for_the_kitchen_table_leaves_it_off(family, as_user, tim, professional):
    page = words(as_user(professional).get(f"{family.url}papier/"))
    assert family.money.words in page
    assert OWN_WORDS not in page
    assert "een kamer" not in page


def test_in_a_house_kept_apart_there_is_nothing_to_choose(family, as_user, tim, professional):
    family.case_file.keep_apart(professional, True)
    assert as_user(tim.user).get(f"{family.own_url}thuis/").status_code == 404
    assert Seat.objects.filter(person=tim).exists()
