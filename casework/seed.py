"""Case files of the made-up town: one request in five becomes one. Lived-in, and never the same."""

import random
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from casework.choices import WITH_SOMEONE
from casework.models import Goal, Person, Seat
from casework.seed_apart import seed_apart
from casework.seed_family import seed_family
from casework.seed_friction import Elsewhere, MadeUpFriction, without_file
from casework.seed_meldcode import seed_meldcode
from casework.seed_rows import FileRows, Rows
from casework.seed_words import (
    ADULTS,
    CHILDREN,
    DOMAINS,
    GENERAL,
    NETWORK,
    OUTCOMES,
    STREETS,
    SURNAMES,
)
from wijkteam.choices import Role
from wijkteam.models import Postcode, Team, User
from wijkteam.retention import Kept
from wijkteam.seed_copies import split

SHARE = 5
AT_ONCE = 500
DAYS_BACK = 540


def seed(families: int, rng: random.Random) -> None:
    rows = Rows(rng)
    seed_family(rows)
    seed_meldcode(rows)
    town = Town()
    without_file(rows, town.elsewhere)
    first, _copies = split(families)
    for number in range(first // SHARE):
        MadeUpFile(rows, town, rng).fill()
        if number % AT_ONCE == AT_ONCE - 1:
            rows.save()
    seed_apart(rows)
    rows.save()


class Town:
    """Who works where, read once."""

    def __init__(self) -> None:
        self.now = timezone.now().replace(minute=0, second=0, microsecond=0)
        self.elsewhere = Elsewhere.of_now()
        self.teams = list(Team.objects.order_by("pk"))
        users = User.objects.select_related("organisation").order_by("pk")
        self.staff: dict[int, list[User]] = {
            team.pk: list(users.filter(role=Role.PROFESSIONAL, memberships__team=team))
            for team in self.teams
        }
        self.partners: dict[str, list[User]] = {}
        for user in users.filter(role=Role.PARTNER, organisation__isnull=False):
            assert user.organisation is not None
            self.partners.setdefault(user.organisation.kind, []).append(user)
        codes = Postcode.objects.order_by("code").values_list("code", "neighbourhood__team_id")
        self.postcodes: dict[int, list[str]] = {}
        for code, team in codes:
            self.postcodes.setdefault(team, []).append(code)


class MadeUpFile:
    """One family, its table, its plan and its story."""

    def __init__(self, rows: Rows, town: Town, rng: random.Random) -> None:
        self.rows, self.town, self.rng = rows, town, rng
        self.team = rng.choice(town.teams)
        self.opened = town.now - timedelta(days=rng.randint(3, DAYS_BACK), hours=rng.randint(0, 8))
        self.ends = town.now
        self.is_closed = (town.now - self.opened).days > 60 and rng.random() < 0.3
        if self.is_closed:
            self.ends = self.moment(self.opened + timedelta(days=40))
        self.surname = rng.choice(SURNAMES)
        self.has_children = rng.random() < 0.55
        adult = rng.choice(ADULTS)
        self.adult = f"{adult} {self.surname}"
        self.file = FileRows(
            rows,
            self.team,
            rng.choice(town.staff[self.team.pk]),
            self.opened,
            self.is_closed,
            name=f"Gezin {self.surname}" if self.has_children else self.adult,
            street=rng.choice(STREETS),
            house_number=str(rng.randint(1, 180)),
            postcode=rng.choice(town.postcodes[self.team.pk]),
            town="Voorbeeldstad",
        )

    def moment(self, after: datetime) -> datetime:
        """Some time between then and now, or the closing."""
        hours = max(1, int((self.ends - after).total_seconds() // 3600))
        return after + timedelta(hours=self.rng.randrange(hours))

    def fill(self) -> None:
        year = self.town.now.year
        self.person, home = self.file.person(
            self.adult, "adult", self.opened, birth_year=year - self.rng.randint(22, 70)
        )
        assert home is not None
        self.owners: dict[str, Seat] = {"home": home, "team": self.file.coordinator}
        if self.has_children:
            for name in self.rng.sample(CHILDREN, self.rng.randint(1, 3)):
                full, born = f"{name} {self.surname}", year - self.rng.randint(1, 15)
                role = "young" if year - born >= 12 else "child"
                self.file.person(full, role, self.opened, seated=False, birth_year=born)
        self.invite()
        domains = self.rng.sample(list(DOMAINS), self.rng.choice([1, 2, 2, 3, 4]))
        for domain in domains:
            self.plan(domain)
        for kind, words in self.rng.sample(GENERAL, self.rng.randint(1, 3)):
            self.entry(kind, words, "")
        friction = MadeUpFriction(self.file, self.owners, self.rng)
        friction.fill(self.opened, self.ends, self.town.elsewhere)
        if self.is_closed:
            kept = Kept.YOUTH if self.has_children else Kept.CASE_FILE
            self.file.close(self.ends, self.rng.choice(OUTCOMES), kept)

    def invite(self) -> None:
        if self.rng.random() < 0.6:
            name, relation = self.rng.choice(NETWORK)
            at = self.moment(self.opened)
            self.owners["network"] = self.file.network(name, relation, at)
        colleagues = [
            user for user in self.town.staff[self.team.pk] if user != self.file.coordinator.user
        ]
        if colleagues and self.rng.random() < 0.35:
            self.owners["colleague"] = self.file.professional(
                self.rng.choice(colleagues), self.moment(self.opened)
            )

    def plan(self, domain: str) -> None:
        kind, goals, actions, entries = DOMAINS[domain]
        owners = self.owners | self.partner(kind, domain)
        at = self.moment(self.opened)
        start = self.rng.randint(2, 6)
        goal: Goal = self.file.goal(
            domain,
            self.rng.choice(goals),
            at,
            start_mark=start,
            wished_mark=min(10, start + self.rng.randint(2, 4)),
            status=self.rng.choice(["running"] * 6 + ["reached", "let_go"]),
            review_on=(self.town.now + timedelta(days=self.rng.randint(5, 60))).date(),
        )
        for mark in self.marks(start):
            at_review = self.moment(at)
            self.file.mark(goal, mark, at_review, "", self.owners["home"])
        for words, action_kind, owner in self.rng.sample(
            actions, self.rng.randint(1, min(4, len(actions)))
        ):
            if owner in owners:
                self.action(goal, words, action_kind, owners[owner], at)
        for entry_kind, words in self.rng.sample(entries, self.rng.randint(1, len(entries))):
            self.entry(entry_kind, words, domain)

    def marks(self, start: int) -> list[int]:
        steps = [self.rng.choice([-1, 0, 1, 1, 2]) for _look in range(self.rng.randint(0, 2))]
        marks = []
        for step in steps:
            start = min(10, max(1, start + step))
            marks.append(start)
        return marks

    def partner(self, kind: str, domain: str) -> dict[str, Seat]:
        """Someone of an organisation that knows about this, at the table in half of the files."""
        known = self.town.partners.get(kind, [])
        seated = {key: seat for key, seat in self.owners.items() if key == f"partner {kind}"}
        if not known or seated or self.rng.random() < 0.5:
            return {}
        by = self.file.coordinator.user
        assert by is not None
        person: Person = self.person
        seat = self.file.partner(
            self.rng.choice(known), self.moment(self.opened), [domain], "samen aan het plan werken",
            person, by,
        )  # fmt: skip
        self.owners[f"partner {kind}"] = seat
        return {"partner": seat}

    def action(self, goal: Goal, words: str, kind: str, owner: Seat, at: datetime) -> None:
        due = (at + timedelta(days=self.rng.randint(3, 90))).date()
        today = self.town.now.date()
        done = due < today and self.rng.random() < 0.8
        # What is long past and not done was moved; only what is recent may still be late.
        if not done and (today - due).days > 21:
            due = (self.town.now + timedelta(days=self.rng.randint(1, 30))).date()
        done_at = self.moment(at) if done else None
        self.file.action(goal, words, owner, at, due, kind, done_at)

    def entry(self, kind: str, words: str, domain: str) -> None:
        with_resident: dict[str, Any] = {}
        if kind in WITH_SOMEONE:
            with_resident["resident_present"] = kind == "visit" or self.rng.random() < 0.75
        self.file.entry(
            self.file.coordinator, self.moment(self.opened), kind, words, domain, **with_resident
        )
