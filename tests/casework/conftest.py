"""A family with a plan, and who sits at its table."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import (
    Action,
    CaseFile,
    Difference,
    Goal,
    HouseholdMember,
    NetworkPerson,
    Person,
    Seat,
    SharingGround,
    TimelineEntry,
)
from casework.models.differences import View
from casework.models.households import NewPerson
from tests import factories
from wijkteam.choices import Role


@dataclass
class Family:
    """Gezin Jansen: Mark, Sanne who coordinates, Youssef, Femke of the school, neighbour Els."""

    case_file: CaseFile
    coordinator: Seat
    colleague: Seat
    partner: Seat
    resident: Seat
    els: Seat
    ground: SharingGround
    money: Goal
    parenting: Goal
    actions: dict[str, Action]
    entries: dict[str, TimelineEntry]

    @property
    def url(self) -> str:
        return f"/werk/dossiers/{self.case_file.pk}/"

    @property
    def own_url(self) -> str:
        return f"/mijn/plan/{self.case_file.pk}/"


@pytest.fixture
def family(professional, colleague, partner, resident, team) -> Family:
    case_file = factories.case_file(professional, team, resident=resident)
    child = Person.objects.create(name="Noor Jansen")
    HouseholdMember.objects.create(household=case_file.household, person=child, role="child")
    ground = factories.consent(case_file, partner.organisation, ["parenting"], professional)
    coordinator = case_file.seats.get(is_coordinator=True)
    home = case_file.seats.get(person__isnull=False)
    helper = factories.says_yes(
        Seat.invite(case_file, colleague, professional, "budgetmaatje", ["money"])
    )
    school = factories.says_yes(Seat.invite(case_file, partner, professional, "juf", ["parenting"]))
    els = Seat.for_network(
        case_file,
        NetworkPerson(household=case_file.household, name="Els", relation="buurvrouw"),
        "",
    )
    money = _goal(case_file, "money", "Ik wil weer zelf mijn post open durven maken", coordinator)
    parenting = _goal(case_file, "parenting", "Noor gaat met plezier naar school", coordinator)
    today = timezone.localdate()
    actions = {
        "own": _action(case_file, money, "Elke maandag de post openen", home, today),
        "late": _action(case_file, money, "Bellen over de huur", helper, today - timedelta(3)),
        "wait": _action(
            case_file, money, "Eerst de verhuizing", helper, today + timedelta(30), kind="wait"
        ),
        "school": _action(case_file, parenting, "Gesprek met Noor", school, today),
        "general": _action(case_file, None, "Samen eten", school, None),
    }
    entries = {
        "table": _entry(case_file, coordinator, "voor de hele tafel"),
        "money": _entry(case_file, coordinator, "over geld", life_domain="money"),
        "parenting": _entry(case_file, school, "over Noor", life_domain="parenting"),
        "secret": _entry(case_file, coordinator, "voor de regie", audience="coordinator"),
    }
    return Family(
        case_file,
        coordinator,
        helper,
        school,
        home,
        els,
        ground,
        money,
        parenting,
        actions,
        entries,
    )


@pytest.fixture
def difference(family) -> Difference:
    """Mark and Femke of the school see it differently: about Noor, so for whoever belongs there."""
    found = Difference(
        case_file=family.case_file, life_domain="parenting", subject="Wel of niet naar groep 4",
        about="work", review_on=timezone.localdate() + timedelta(days=14),
    )  # fmt: skip
    mark = View(family.resident, "Noor slaapt slecht", "Rust, geen nieuwe klas")
    femke = View(family.partner, "Noor verveelt zich", "Een hogere groep proberen")
    found.raise_it(family.coordinator, [mark, femke])
    return found


def _goal(case_file: CaseFile, domain: str, words: str, seat: Seat) -> Goal:
    goal = Goal(
        case_file=case_file, life_domain=domain, words=words, start_mark=3, wished_mark=7,
        created_by=seat,
    )  # fmt: skip
    goal.add()
    return goal


def _action(case_file, goal, words, owner, due, kind="do") -> Action:
    action = Action(
        case_file=case_file, goal=goal, words=words, owner=owner, due=due, kind=kind,
        created_by=owner,
    )  # fmt: skip
    action.add()
    return action


def _entry(case_file, seat, words, life_domain="", audience="") -> TimelineEntry:
    entry = TimelineEntry(
        case_file=case_file,
        by=seat,
        words=words,
        life_domain=life_domain,
        audience=audience or ("domain" if life_domain else "table"),
    )
    entry.write()
    return entry


@pytest.fixture
def linda(family, professional) -> Seat:
    """She lives there too, with a chair and an account."""
    user = factories.user("Linda Jansen", Role.RESIDENT)
    family.case_file.add_person(NewPerson("Linda Jansen", user=user, has_seat=True), professional)
    return Seat.objects.get(person__user=user)
