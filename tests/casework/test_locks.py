"""The case file in the database: who sees which rows, with Django's filters and without them."""

import pytest
from django.db import IntegrityError, connection, transaction

from casework.models import (
    Action,
    CaseFile,
    Goal,
    GoalReview,
    Household,
    Person,
    Seat,
    TimelineEntry,
)
from casework.models.case_files import Address
from casework.models.rights import give_right
from casework.opening import opened
from casework.standing import Standing
from casework.workflow import HouseholdHasFile, HouseholdKnown, NotAllowed
from tests import factories
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE


def counted(user: User, model) -> tuple[int, int]:
    """Rows the user sees through the policies alone, and through visible_to as well."""
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        bare = model.objects.count()
        visible = model.objects.visible_to(user).count() if hasattr(
            model.objects, "visible_to") else bare  # fmt: skip
    return bare, visible


@pytest.fixture
def plan(professional, team, resident):
    case_file = factories.case_file(professional, team, resident=resident)
    seat = case_file.seats.get(is_coordinator=True)
    for domain in ["money", "parenting"]:
        goal = Goal(case_file=case_file, life_domain=domain, words=domain, created_by=seat)
        goal.add()
        Action(case_file=case_file, goal=goal, words="doen", owner=seat, created_by=seat).add()
    TimelineEntry(case_file=case_file, by=seat, words="voor de tafel").write()
    TimelineEntry(
        case_file=case_file, by=seat, words="geld", audience="domain", life_domain="money"
    ).write()
    TimelineEntry(case_file=case_file, by=seat, words="regie", audience="coordinator").write()
    return case_file


def test_coordinator_opens_and_sees_all_under_the_locks(professional, team):
    with app_login(), database.role("professional", professional.pk):
        case_file = factories.case_file(professional, team)
    assert counted(professional, CaseFile) == (1, 1)
    assert counted(professional, Household) == (1, 1)
    assert counted(professional, Person) == (1, 1)
    assert counted(professional, Seat) == (2, 2)
    assert case_file.seats.get(is_coordinator=True).user == professional


def test_others_see_nothing(plan, colleague, outsider, partner, team_lead):
    for user in [colleague, outsider, partner, team_lead]:
        for model in [CaseFile, Household, Person, Seat, Goal, Action, TimelineEntry]:
            assert counted(user, model) == (0, 0), (user, model)


def test_partner_sees_the_shared_part_and_the_granted_domain(plan, partner, professional):
    with app_login(), database.role("professional", professional.pk):
        factories.consent(plan, partner.organisation, ["parenting"], professional)
        seat = Seat.invite(plan, partner, professional, "juf", ["parenting"])
    assert counted(partner, CaseFile) == (0, 0)
    factories.says_yes(seat)
    assert counted(partner, CaseFile) == (1, 1)
    assert counted(partner, Goal) == (1, 1)
    assert counted(partner, Action) == (1, 1)
    assert counted(partner, TimelineEntry) == (1, 1)


def test_withdrawn_consent_ends_in_both_lines_at_once(plan, partner, professional):
    ground = factories.consent(plan, partner.organisation, ["money"], professional)
    factories.says_yes(Seat.invite(plan, partner, professional, "juf", None))
    assert counted(partner, Goal) == (1, 1)
    with app_login(), database.role("professional", professional.pk):
        ground.withdraw()
    for model in [CaseFile, Goal, Action, TimelineEntry, Seat]:
        assert counted(partner, model) == (0, 0)


def test_seat_without_ground_gives_nothing(plan, partner, professional):
    factories.says_yes(Seat.invite(plan, partner, professional, "juf", ["money"]))
    assert counted(partner, CaseFile) == (0, 0)


def test_resident_sees_own_plan_without_the_coordinators_notes(plan, resident):
    assert counted(resident, CaseFile) == (1, 1)
    assert counted(resident, Goal) == (2, 2)
    assert counted(resident, TimelineEntry) == (2, 2)


def test_second_file_for_one_household_leads_to_the_coordinator(plan, outsider, other_team):
    with app_login(), database.role("professional", outsider.pk):
        with pytest.raises(HouseholdKnown) as known:
            factories.case_file(outsider, other_team)
        same = known.value.signposts[0].household_id
        with pytest.raises(HouseholdHasFile, match="Bel Sanne de Wit, 020 123 4501"):
            CaseFile.open(
                outsider, team=other_team, name="Gezin X", address=plan_address(), persons=[],
                household_id=same,
            )  # fmt: skip
    assert CaseFile.objects.count() == 1


def plan_address():
    from casework.models.case_files import Address

    return Address("Lindeplein", "12", "1311 ab")


def test_a_household_of_another_address_cannot_be_named(plan, outsider, other_team):
    with app_login(), database.role("professional", outsider.pk), pytest.raises(NotAllowed):
        CaseFile.open(
            outsider, team=other_team, name="X", address=Address("Dorpsweg", "9", "1321AB"),
            persons=[], household_id=plan.household_id,
        )  # fmt: skip
    assert CaseFile.objects.count() == 1


def test_another_household_at_the_same_address_is_allowed(plan, outsider, other_team):
    with app_login(), database.role("professional", outsider.pk):
        CaseFile.open(
            outsider, team=other_team, name="Buren", address=plan_address(), persons=[],
            another_household=True,
        )  # fmt: skip
    assert counted(outsider, CaseFile) == (1, 1)


def test_a_professional_cannot_make_themselves_coordinator(plan, outsider):
    for codename in ["coordinate_casefile", "view_casefile"]:
        with (
            pytest.raises(Exception, match="right_one_coordinator|row-level security"),
            app_login(),
            database.role("professional", outsider.pk),
            transaction.atomic(),
        ):
            give_right(plan, outsider, codename)
    assert counted(outsider, CaseFile) == (0, 0)


def test_database_refuses_a_file_without_coordinator(plan):
    def leave_it_to_nobody():
        with transaction.atomic(), connection.cursor() as cursor:
            Seat.objects.filter(case_file=plan, is_coordinator=True).update(is_coordinator=False)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match="exactly one coordinator"):
        leave_it_to_nobody()


def test_hand_over_moves_the_right(plan, professional, colleague):
    to = factories.says_yes(Seat.invite(plan, colleague, professional, "", None))
    with app_login(), database.role("professional", professional.pk):
        plan.seats.get(is_coordinator=True).hand_over(to, professional)
    # One more for both: who keeps the plan together from now on.
    assert counted(colleague, TimelineEntry) == (4, 4)
    assert counted(professional, TimelineEntry) == (3, 3)


@pytest.mark.parametrize("model", [Goal, Action, TimelineEntry, GoalReview])
def test_a_page_sees_what_visible_to_and_the_database_see(
    family, professional, colleague, partner, resident, outsider, model
):
    """One page reads the rights once and narrows by hand: to the same rows."""
    family.money.review(family.resident, 5)
    family.parenting.review(family.resident, 6)
    for user in [professional, colleague, partner, resident, outsider]:
        with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            found = opened(user, family.case_file.pk)
            assert bool(found) == CaseFile.objects.visible_to(user).exists() == (user != outsider)
            standing = Standing.of(user, family.case_file, domains=found[1] if found else None)
            assert standing == Standing.of(user, family.case_file)
            by_page = set(model.objects.seen_from(standing))
            assert by_page == set(model.objects.visible_to(user)) == set(model.objects.all())
            assert bool(by_page) == (user != outsider)
