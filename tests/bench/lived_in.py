"""One family with a long story, and a full inbox: made once, by the verbs, as the database's owner.

Run by pages.py in a process of its own: `python -m tests.bench.lived_in`. The file is the first
that Sanne coordinates besides the Jansens; it gets 10 goals, 60 actions, 15 chairs, 500 entries.
"""

import django

GOALS, ACTIONS, CHAIRS, ENTRIES, REQUESTS = 10, 60, 15, 500, 2000
WORDS = "lang verhaal"  # stands in the entries, and in no other file


def main() -> None:
    django.setup()
    from django.db import transaction

    from casework.models import CaseFile, TimelineEntry
    from wijkteam.models import User

    sanne = User.objects.get(email="sanne@demo.example")
    files = CaseFile.objects.coordinated_by(sanne).open().order_by("pk")
    one = next(file for file in files if file.household.name != "Gezin Jansen")
    if not TimelineEntry.objects.filter(case_file=one, words__startswith=WORDS).exists():
        with transaction.atomic():
            live(one, sanne)
            fill_inbox(sanne)
    print(one.pk)


def live(one, sanne) -> None:  # type: ignore[no-untyped-def]
    from casework.choices import ActionKind
    from casework.models import Action, Goal, NetworkPerson, Person, Seat, TimelineEntry
    from wijkteam.choices import LifeDomain, Role
    from wijkteam.models import User

    chair = one.seats.open().get(is_coordinator=True)
    for number in range(CHAIRS - one.seats.open().count()):
        neighbour = NetworkPerson(household=one.household, name=f"Buur {number}", relation="buur")
        Seat.for_network(one, neighbour, "helpt mee", sanne)
    for number in range(GOALS):
        domain = LifeDomain.values[number % len(LifeDomain.values)]
        goal = Goal(case_file=one, life_domain=domain, words=f"Doel {number}", start_mark=3,
                    wished_mark=7, created_by=chair)  # fmt: skip
        goal.add()
        for turn in range(ACTIONS // GOALS):
            Action(case_file=one, goal=goal, words=f"Afspraak {number} {turn}", owner=chair,
                   kind=ActionKind.DO, created_by=chair).add()  # fmt: skip
    for number in range(ENTRIES):
        TimelineEntry(case_file=one, by=chair, words=f"{WORDS} {number} " * 5).write()
    # Mark sits here too, so that the resident's page can be measured.
    mark = User.objects.get(email="mark@demo.example", role=Role.RESIDENT)
    person = Person.objects.create(name="Mark van de proef", user=mark)
    one.household.members.create(person=person, role="adult")
    Seat.for_person(one, person, sanne)


def fill_inbox(sanne) -> None:  # type: ignore[no-untyped-def]
    from intake.models import ConversationRequest
    from tests import factories

    team = sanne.teams.get()
    there = ConversationRequest.objects.filter(team=team).open().count()
    for number in range(REQUESTS - there):
        factories.request(team, name=f"Vol {number}")


if __name__ == "__main__":
    main()
