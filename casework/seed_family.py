"""Gezin Jansen of the demo, lived-in: the family that the handbook and the pictures show."""

import uuid
from datetime import datetime

from django.utils import timezone

from casework.choices import Act, Part
from casework.models import LastLook, LeaveRequest, Seat, SharingQuestion
from casework.seed_family_days import ago, ahead
from casework.seed_family_friction import seed_jansen
from casework.seed_family_house import seed_house
from casework.seed_papers import papers
from casework.seed_rows import FileRows, Rows
from wijkteam.models import AccessLog, Team, User

MAILS = ("mark", "sanne", "youssef", "school")


def seed_family(rows: Rows) -> None:
    users = User.objects.select_related("organisation").in_bulk(
        [f"{mail}@demo.example" for mail in MAILS], field_name="email"
    )
    if len(users) == len(MAILS):
        Jansen(rows, *(users[f"{mail}@demo.example"] for mail in MAILS)).fill()
        rows.save()


class Jansen:
    def __init__(self, rows: Rows, mark: User, sanne: User, youssef: User, school: User) -> None:
        self.rows, self.users = rows, {"mark": mark, "sanne": sanne, "youssef": youssef}
        self.school = school
        team = Team.objects.get(memberships__user=sanne)
        self.file = FileRows(
            rows, team, sanne, ago(71, 15), name="Gezin Jansen", street="Lindeplein",
            house_number="12", postcode="1310AB", town="Voorbeeldstad",
        )  # fmt: skip

    def fill(self) -> None:
        self.table()
        self.money()
        self.parenting()
        self.other_goals()
        self.story()
        self.question()
        seed_jansen(self.file, self.mark, self.els, self.youssef, self.ellen)
        self.looks()
        seed_house(self.file, self.mark)
        papers(self.rows, self.mark, self.youssef)

    def table(self) -> None:
        sanne = self.users["sanne"]
        mark, seat = self.file.person(
            "Mark Jansen", "adult", ago(71, 15), self.users["mark"], birth_year=1984
        )
        assert seat is not None
        noor, _no_seat = self.file.person(
            "Noor Jansen", "child", ago(71, 15), seated=False, birth_year=2017
        )
        self.mark, self.sanne = seat, self.file.coordinator
        self.els = self.file.network("Els", "buurvrouw", ago(64, 11), "kookt mee, past op Noor")
        self.youssef = self.file.professional(
            self.users["youssef"], ago(64, 11), ["money"], "denkt mee over geld"
        )
        self.ellen = self.file.partner(
            self.school, ago(50, 16), ["parenting"], "Noor samen helpen op school", mark, sanne
        )
        self.file.add(
            SharingQuestion, ago(2, 10), organisation=self.school.organisation, about=noor,
            domains=["health"], purpose="met de schoolarts meekijken naar de buikpijn",
            asked_by=self.sanne, asked_at=ago(2, 10),
        )  # fmt: skip

    def money(self) -> None:
        words = "Ik wil weer zelf mijn post open durven maken"
        goal = self.file.goal(
            "money", words, ago(64, 11), start_mark=3, wished_mark=7, review_on=ahead(12)
        )
        self.file.mark(goal, 2, ago(50, 14), "Er kwam een brief van de deurwaarder.", self.mark)
        self.file.mark(goal, 4, ago(34, 14), "De regeling is er.", self.mark)
        self.file.mark(goal, 5, ago(21, 14), "De stapel is weg. De brieven van nu durf ik.",
                       self.mark)  # fmt: skip
        action = self.file.action
        monday = 7 - timezone.localdate().weekday()
        action(goal, "Elke maandag de post openen, samen met buurvrouw Els", self.mark,
               ago(64, 11), ahead(monday), repeat="weekly")  # fmt: skip
        action(goal, "Een budgetmaatje zoekt met Mark een geschikt moment", self.youssef,
               ago(9, 9), ahead(4))  # fmt: skip
        action(goal, "Bellen over de huurtoeslag: wanneer komt de beslissing?", self.youssef,
               ago(20, 9), ahead(-3), "arrange")  # fmt: skip
        action(goal, "Even niets: eerst de verhuizing van de buren afwachten", self.sanne,
               ago(21, 14), ahead(26), "wait")  # fmt: skip
        action(goal, "De rekening van het water betalen", self.mark, ago(21, 14), ahead(-5),
               done_at=ago(2, 19))  # fmt: skip
        action(goal, "Alle brieven op één stapel leggen", self.mark, ago(64, 11), ahead(-50),
               done_at=ago(57, 20))  # fmt: skip
        action(goal, "Een regeling treffen met de woningstichting", self.youssef, ago(50, 9),
               ahead(-30), "arrange", ago(34, 11))  # fmt: skip

    def parenting(self) -> None:
        goal = self.file.goal(
            "parenting", "Noor gaat weer met plezier naar school", ago(50, 16), start_mark=4,
            wished_mark=8, review_on=ahead(19),
        )  # fmt: skip
        self.file.mark(goal, 6, ago(15, 16), "Noor huilt niet meer op maandag.", self.mark)
        action = self.file.action
        action(
            goal,
            "Op woensdag Noor uit school halen",
            self.els,
            ago(50, 16),
            ahead(2),
            repeat="weekly",
        )
        action(goal, "Gesprek met Noor en Mark: wat helpt in de klas?", self.ellen, ago(15, 16),
               ahead(8))  # fmt: skip
        action(goal, "Pannenkoeken, als Noor een hele week is geweest", self.mark, ago(15, 16),
               ahead(11), "celebrate")  # fmt: skip
        action(goal, "Noor kiest zelf naast wie ze zit", self.ellen, ago(50, 16), ahead(-38),
               done_at=ago(40, 15))  # fmt: skip

    def other_goals(self) -> None:
        self.file.goal(
            "housing", "Een eigen hoekje voor Noor om te lezen", ago(1, 16), start_mark=5,
            wished_mark=8,
        )  # fmt: skip
        self.file.goal(
            "network", "Ik wil weten wie er naast mij woont", ago(64, 11), start_mark=4,
            wished_mark=7, status="reached",
        )  # fmt: skip
        self.file.action(None, "Samen eten bij de buurttafel", self.els, ago(9, 12), ahead(5))

    def story(self) -> None:
        write = self.file.entry
        write(self.sanne, ago(71, 15), "visit",
              "Kennisgemaakt aan de keukentafel. Mark vertelt dat Noor en hij veel samen lachen. "
              "De post ligt al een half jaar in de kast.", resident_present=True,
              with_whom=["Mark Jansen"])  # fmt: skip
        write(self.sanne, ago(64, 11), "meeting",
              "Met Mark, Els en Youssef om tafel. Mark koos zelf waarmee we beginnen: de post.",
              resident_present=True,
              with_whom=["Mark Jansen", "Els", "Youssef Amrani"])  # fmt: skip
        write(self.mark, ago(57, 20), "message", "De stapel ligt er. Het zijn er 43.")
        write(self.youssef, ago(50, 9), "visit",
              "Samen alle brieven geopend. Er zijn drie brieven waar iets mee moet. De rest kon "
              "in de papierbak.", "money", resident_present=True,
              with_whom=["Mark Jansen"])  # fmt: skip
        wrong = write(self.youssef, ago(34, 11), "contact",
                      "Met de woningstichting: € 35 per maand.", "money",
                      resident_present=False)  # fmt: skip
        write(self.youssef, ago(33, 9), "contact", "Het is € 25 per maand. Ik las het verkeerd.",
              "money", corrects=wrong, resident_present=False)  # fmt: skip
        write(self.ellen, ago(40, 15), "contact",
              "Noor zit nu naast Emine. Ze koos het zelf en straalde.", "parenting")  # fmt: skip
        write(self.ellen, ago(29, 15), "meeting",
              "In het team gepraat over maandag. Mark was er niet bij; ik heb hem daarna gebeld "
              "en alles verteld.", "parenting", resident_present=False)  # fmt: skip
        write(self.sanne, ago(21, 14), "visit",
              "Samen teruggekeken op de post. Van een 3 naar een 5. Mark wil nu niets nieuws "
              "beginnen, en dat is goed.", resident_present=True,
              with_whom=["Mark Jansen"])  # fmt: skip
        write(self.sanne, ago(20, 17), "note",
              "Voor mijzelf: volgende keer vragen hoe het met zijn slapen gaat.",
              audience="coordinator")  # fmt: skip
        write(self.mark, ago(15, 21), "message", "Noor heeft vandaag gezongen op de fiets.")
        write(self.ellen, ago(2, 16), "contact",
              "Gesprek met Noor op het schoolplein. Ze wil graag voorlezen in groep 1.",
              "parenting", resident_present=True,
              with_whom=["Noor Jansen"])  # fmt: skip
        write(self.youssef, ago(1, 9), "note",
              "Het budgetmaatje heet Joke en kan op donderdag.", "money")  # fmt: skip

    def question(self) -> None:
        """Mark asked whether someone can leave the table; the clock runs."""
        self.rows.add(
            LeaveRequest, case_file=self.file.file, seat=self.ellen, asked_by=self.mark,
            words="Noor is nu gewend. Misschien hoeft school niet meer mee te lezen?",
            asked_at=ago(2, 20), due=ahead(5),
        )  # fmt: skip

    def looks(self) -> None:
        """Who looked, and when each was here for the last time."""
        seats: list[tuple[Seat, User, int]] = [
            (self.sanne, self.users["sanne"], 4),
            (self.youssef, self.users["youssef"], 8),
            (self.ellen, self.school, 15),
            (self.mark, self.users["mark"], 6),
        ]
        log = []
        for number, (_seat, user, days) in enumerate(seats):
            self.rows.add(LastLook, case_file=self.file.file, user=user, at=ago(days, 17))
            for past in range(number + 2):
                log.append(self.look(user, ago(days + past * 11, 17, 5 * number)))
        AccessLog.objects.bulk_create(log)

    def look(self, user: User, at: datetime) -> AccessLog:
        return AccessLog(
            id=self.rows.new_id(),
            at=at,
            user=user,
            user_name=user.name,
            role=user.role,
            organisation=str(user.organisation or ""),
            household_id=self.file.household.pk,
            act=Act.LOOKED.value,
            part=Part.PLAN.value,
            ground="plek aan tafel",
            correlation=uuid.UUID(int=self.rows.new_id().int),
        )
