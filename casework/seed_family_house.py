"""Who else lives with the Jansens, and helps: grandmother Riet, Sam of fifteen, three more
organisations. What each of them wants stands in the same plan."""

from django.utils import timezone

from casework.models import Goal, Person, Seat, SharingQuestion
from casework.seed_family_days import ago, ahead
from casework.seed_rows import FileRows
from wijkteam.models import User

MAILS = ("wonen", "zuster", "huisarts", "ruben")


def seed_house(file: FileRows, mark: Seat) -> None:
    users = User.objects.select_related("organisation").in_bulk(
        [f"{mail}@demo.example" for mail in MAILS], field_name="email"
    )
    if len(users) == len(MAILS):
        housing, nurse, doctor, ruben = (users[f"{mail}@demo.example"] for mail in MAILS)
        grandmother(file, nurse)
        fifteen(file, ruben)
        others(file, mark, housing, doctor)


def grandmother(file: FileRows, nurse: User) -> None:
    """Riet, who lives in the room downstairs."""
    person, riet = file.person("Riet Jansen", "adult", ago(71, 15), birth_year=1951)
    assert riet is not None
    riet.role = "oma, woont beneden"
    by = file.coordinator.user
    assert by is not None
    esther = file.partner(nurse, ago(43, 10), ["health"], "Riet weer op de been", person, by,
                          about=person)  # fmt: skip
    goal = file.goal(
        "health", "Ik wil zelf weer naar de bingo lopen", ago(43, 10), start_mark=4,
        wished_mark=7, review_on=ahead(19), whose=person,
    )  # fmt: skip
    file.mark(goal, 5, ago(16, 10), "Tot de brug ging het al.", riet)
    file.action(goal, "Elke dag een blokje om, met Noor", riet, ago(43, 10), ahead(1),
                repeat="weekly")  # fmt: skip
    file.action(goal, "Kijken of een rollator helpt", esther, ago(16, 10), ahead(6), "arrange")
    file.entry(esther, ago(16, 10), "visit",
               "Met Riet naar de brug gelopen. Ze wil geen hulp bij het wassen, wel gezelschap.",
               "health", resident_present=True, with_whom=["Riet Jansen"])  # fmt: skip


def fifteen(file: FileRows, ruben: User) -> None:
    """Sam, who reads the own part of the plan on the own phone."""
    born = timezone.localdate().year - 15
    account = User.objects.filter(email="sam@demo.example").first()
    person, sam = file.person("Sam Jansen", "young", ago(71, 15), account, birth_year=born)
    assert sam is not None
    sam.role = "15 jaar"
    helper = file.professional(ruben, ago(36, 15), ["work"], "jongerenwerker, voor Sam")
    goal = file.goal(
        "work", "Ik wil een bijbaan, niet weer een gesprek", ago(36, 15), start_mark=5,
        wished_mark=8, review_on=ahead(19), whose=person,
    )  # fmt: skip
    file.action(goal, "Vragen bij de fietsenmaker of Sam op zaterdag mag helpen", sam,
                ago(36, 15), ahead(-20), done_at=ago(24, 16))  # fmt: skip
    file.action(goal, "Eerste zaterdag bij de fietsenmaker", sam, ago(24, 16), ahead(3))
    file.action(goal, "Appen hoe het ging, en verder niets", helper, ago(24, 16), ahead(5))
    file.entry(helper, ago(22, 17), "contact", "Sam geappt: zaterdag ging goed, de baas lachte.",
               "work", resident_present=True, for_household=True,
               with_whom=["Sam Jansen"])  # fmt: skip
    file.entry(sam, ago(24, 16), "message", "Ik mag op proef. Hij heeft zelf ook geen diploma.",
               "work")  # fmt: skip


def others(file: FileRows, mark: Seat, housing: User, doctor: User) -> None:
    """The landlord and the family doctor, each for one part of life."""
    yes: Person | None = mark.person
    by = file.coordinator.user
    assert yes is not None
    assert by is not None
    anouk = file.partner(housing, ago(41, 9), ["housing"], "De huur, en een hoekje voor Noor",
                         yes, by)  # fmt: skip
    file.add(
        SharingQuestion, ago(3, 10), organisation=housing.organisation, domains=["money"],
        purpose="samen een oplossing zoeken voor de achterstand",
        asked_by=file.coordinator, asked_at=ago(3, 10),
    )  # fmt: skip
    corner = next(goal for goal in file.mine[Goal] if goal.life_domain == "housing")
    file.action(corner, "Kijken of het schot op zolder weg mag", anouk, ago(1, 16), ahead(13))
    naima = file.partner(doctor, ago(30, 9), ["mind"], "Mark slaapt slecht van de brieven",
                         yes, by, about=yes)  # fmt: skip
    goal = file.goal(
        "mind", "Een nacht doorslapen, ook op zondag", ago(30, 9), start_mark=3, wished_mark=6,
        review_on=ahead(12), whose=yes,
    )  # fmt: skip
    file.mark(goal, 4, ago(9, 9), "Vier goede nachten.", mark)
    file.action(goal, "Geen pillen: eerst een maand kijken wat de rust doet", naima, ago(30, 9),
                ahead(12), "wait")  # fmt: skip
