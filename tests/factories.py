"""Plain makers with fixed values, for laying out a small world."""

from itertools import count

from django.utils import timezone

from casework.choices import HouseholdRole
from casework.models import CaseFile, Seat, SharingGround
from casework.models.case_files import Address, NewPerson
from intake.choices import ReachBy, Route
from intake.models import ConversationRequest
from wijkteam.choices import HoursKind
from wijkteam.models import Neighbourhood, Organisation, Postcode, Team, TeamHours, User

_numbers = count(1)


def team(name: str, postcode: str, **fields) -> Team:
    """A team with one neighbourhood, one postcode and hours from 9 to 5 on working days."""
    made = Team.objects.create(name=name, phone="0201234500", address="Lindeplein 4", **fields)
    wijk = Neighbourhood.objects.create(
        code=f"WK{36300 + next(_numbers):06d}", name=f"Wijk van {name}", team=made
    )
    Postcode.objects.create(code=postcode, neighbourhood=wijk)
    TeamHours.objects.bulk_create(
        TeamHours(team=made, kind=HoursKind.PHONE, weekday=str(day), opens="09:00", closes="17:00")
        for day in range(5)
    )
    return made


def organisation(name: str, kind: str) -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def user(name: str, role: str, team: Team | None = None, **fields) -> User:
    email = f"{name.split()[0].lower()}{next(_numbers)}@voorbeeld.example"
    made = User.objects.create_user(email, name, role, password="een lange zin", **fields)
    if team:
        made.join_team(team)
    return made


def request(team: Team, name: str = "Jo", words: str = "", **fields) -> ConversationRequest:
    """A request that has arrived with its clocks."""
    values = {"route": Route.WEB, "reach_by": ReachBy.CALL, "phone": "0612345678"} | fields
    made = ConversationRequest(team=team, name=name, **values)
    made.arrive(words=words)
    return made


def case_file(
    by: User, team: Team, name: str = "Gezin Jansen", resident: User | None = None, number="12"
) -> CaseFile:
    """An open file with `by` as coordinator and one adult; with an account when given."""
    return CaseFile.open(
        by,
        team=team,
        name=name,
        address=Address("Lindeplein", number, "1311AB", "Voorbeeldstad"),
        persons=[
            NewPerson(
                name=resident.name if resident else "Mark Jansen",
                role=HouseholdRole.ADULT,
                user=resident,
                has_seat=True,
            )
        ],
    )


def says_yes(seat: Seat) -> Seat:
    """Whoever was asked takes the seat: the rights begin (casework_seat_begins)."""
    Seat.objects.filter(pk=seat.pk).update(accepted_at=timezone.now())
    seat.refresh_from_db()
    return seat


def consent(
    case_file: CaseFile, organisation: Organisation, domains: list[str], by: User, **fields
):
    """The adult of the household says yes to this organisation for these life domains."""
    ground = SharingGround(
        case_file=case_file,
        kind="consent",
        organisation=organisation,
        domains=domains,
        purpose="samen aan het plan werken",
        given_by=case_file.household.members.filter(role="adult").first().person,
        recorded_by=by,
        **fields,
    )
    ground.give()
    return ground
