"""A house of the demo that is kept apart: two people at one address who do not read each other."""

from casework.models import Seat
from casework.seed_family_days import ago, ahead
from casework.seed_rows import FileRows, Rows
from wijkteam.models import Team, User

MAILS = ("fenna", "hennie", "cor")


def seed_apart(rows: Rows) -> None:
    users = User.objects.in_bulk([f"{mail}@demo.example" for mail in MAILS], field_name="email")
    if len(users) != len(MAILS):
        return
    fenna, hennie, cor = (users[f"{mail}@demo.example"] for mail in MAILS)
    file = FileRows(
        rows, Team.objects.get(memberships__user=fenna), fenna, ago(40, 10), name="Gezin Bakker",
        street="Rietvelden", house_number="31", postcode="1312AC", town="Voorbeeldstad",
    )  # fmt: skip
    file.file.is_apart = True
    first = own_part(file, hennie, 1961, "money", "Mijn eigen bankpas, en weten wat erop staat")
    second = own_part(file, cor, 1958, "addiction", "Een dag zonder, en dan nog een")
    file.entry(first, ago(20, 21), "message", "Ik heb de pas. Ik heb hem bij mijn zus gelegd.")
    file.entry(second, ago(19, 22), "message", "Het was weer een rotdag. Ik zeg het hier maar.")
    file.entry(file.coordinator, ago(18, 9), "visit",
               "Samen aan tafel over het huis: wie kookt wanneer. Dat lukte.",
               resident_present=True, for_household=True)  # fmt: skip
    file.entry(file.coordinator, ago(18, 10), "contact",
               "Hennie apart gesproken, op haar eigen verzoek.", resident_present=True)  # fmt: skip
    both = file.goal("housing", "Rust in huis na tien uur", ago(40, 10), start_mark=3,
                     wished_mark=7, review_on=ahead(9))  # fmt: skip
    file.action(both, "Elke zondag samen de week doornemen", file.coordinator, ago(18, 9),
                ahead(4), repeat="weekly")  # fmt: skip
    ask_along(file, fenna)


def ask_along(file: FileRows, fenna: User) -> None:
    """A colleague was asked to this table, and did not answer yet: nothing of it is to be read."""
    sanne = User.objects.filter(email="sanne@demo.example").first()
    if sanne:
        file.add(
            Seat, ago(2, 9), user=sanne, name=sanne.name, from_whom=str(sanne.organisation or ""),
            role="kent de buurt", invited_by=fenna, asked_at=ago(2, 9), since=ago(2, 9),
        )  # fmt: skip


def own_part(file: FileRows, user: User, born: int, domain: str, words: str) -> Seat:
    """One of the two: a goal of their own, and something to do."""
    person, seat = file.person(user.name, "adult", ago(40, 10), user, birth_year=born)
    assert seat is not None
    goal = file.goal(domain, words, ago(33, 10), start_mark=2, wished_mark=6, whose=person)
    file.action(goal, f"Volgende stap van {user.name.split()[0]}", seat, ago(33, 10), ahead(3))
    return seat
