"""One family of the demo with a concern about safety: a compartment that its own page hides."""

import uuid
from datetime import datetime

from casework.choices import Act
from casework.models import Meldcode, Seat
from casework.models.meldcode import MeldcodeStep
from casework.seed_family_days import ago, ahead
from casework.seed_rows import FileRows, Rows
from wijkteam.models import AccessLog, Team, User

# Weeks of talk and no deed yet: the file says so, and asks what can be done this week.
TALK = [
    (25, "contact", "De wachtlijst voor gezinshulp is vier maanden. Wendy staat erop."),
    (15, "meeting", "Met drie organisaties besproken wie er eerst gaat. Nog niets besloten."),
]
STEPS = [
    (19, "map", "Twee keer een blauwe plek bij de jongste. De school zag het ook. De moeder zegt: "
     "van de trap gevallen."),
    (17, "consult", "Overlegd met Veilig Thuis, zonder namen. Advies: eerst rustig met de moeder "
     "praten, en zien hoe het de kinderen gaat."),
    (12, "talk", "Met de moeder gesproken, zonder de kinderen. Ze is op. Haar broer slaat als hij "
     "drinkt. Ze wil dat het stopt."),
]  # fmt: skip


def seed_meldcode(rows: Rows) -> None:
    users = User.objects.in_bulk(["sanne@demo.example", "youssef@demo.example"], field_name="email")
    if len(users) == 2:
        sanne, youssef = users["sanne@demo.example"], users["youssef@demo.example"]
        meldcode(rows, family(rows, sanne, youssef), sanne, youssef)
        rows.save()


def family(rows: Rows, sanne: User, youssef: User) -> FileRows:
    """What everyone at the table sees: nothing of it."""
    file = FileRows(
        rows, Team.objects.get(memberships__user=sanne), sanne, ago(36, 10), name="Gezin Veenstra",
        street="Meidoornlaan", house_number="8", postcode="1312AC", town="Voorbeeldstad",
    )  # fmt: skip
    _person, home = file.person("Wendy Veenstra", "adult", ago(36, 10), birth_year=1991)
    assert home is not None
    file.person("Luca Veenstra", "child", ago(36, 10), seated=False, birth_year=2020)
    colleague: Seat = file.professional(youssef, ago(33, 9), role="denkt mee")
    goal = file.goal(
        "network", "Ik wil dat er eens iemand voor míj komt", ago(33, 9), start_mark=2,
        wished_mark=6, review_on=ahead(10),
    )  # fmt: skip
    file.action(goal, "Elke vrijdag koffie met Wendy", colleague, ago(33, 9), ahead(1),
                repeat="weekly")  # fmt: skip
    file.entry(file.coordinator, ago(36, 10), "visit",
               "Kennisgemaakt. Wendy maakt mooie taarten, en heeft weinig mensen om zich heen.",
               resident_present=True)  # fmt: skip
    for days, kind, words in TALK:
        file.entry(file.coordinator, ago(days, 14), kind, words, resident_present=False)
    return file


def meldcode(rows: Rows, file: FileRows, sanne: User, youssef: User) -> None:
    """Youssef began, so the database names him; Sanne reads it as the coordinator."""
    one: Meldcode = rows.add(
        Meldcode, case_file=file.file, opened_at=ago(STEPS[0][0], 16), opened_by=youssef
    )
    for days, kind, words in STEPS:
        rows.add(MeldcodeStep, meldcode=one, kind=kind, at=ago(days, 16), words=words,
                 by=youssef if kind == "map" else sanne)  # fmt: skip
    AccessLog.objects.bulk_create(
        look(rows, one, user, ago(days, 16, minute), act)
        for days, minute, user, act in [
            (19, 0, youssef, Act.CHANGED), (18, 30, sanne, Act.LOOKED), (17, 0, sanne, Act.CHANGED),
            (12, 0, sanne, Act.CHANGED), (11, 20, youssef, Act.LOOKED),
        ]
    )  # fmt: skip


def look(rows: Rows, one: Meldcode, user: User, at: datetime, act: Act) -> AccessLog:
    """Without the household: the family's own log does not tell of it."""
    return AccessLog(
        id=rows.new_id(), at=at, user=user, user_name=user.name, role=user.role,
        organisation=str(user.organisation or ""), act=act.value, part="meldcode",
        ground="meldcode", why=one.mark, correlation=uuid.UUID(int=rows.new_id().int),
    )  # fmt: skip
