"""What families and helpers of the demo see differently, wait for, and are stuck on."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from casework.models import (
    Difference,
    ForwardedStuckPoint,
    MandateQuestion,
    Position,
    Seat,
    StuckPoint,
)
from casework.seed_rows import FileRows, Rows
from casework.seed_words import DIFFERENCES, LESSONS, MANDATES, REPLIES, STUCK
from wijkteam.choices import Role
from wijkteam.models import User

Said = tuple[Seat, str, str, Seat]  # whose, the measure, the work, written down by


@dataclass
class Elsewhere:
    """Who sends stuck points on, and who answers them."""

    municipality: User | None
    leads: dict[int, User] = field(default_factory=dict)

    @classmethod
    def of_now(cls) -> "Elsewhere":
        leads = User.objects.filter(role=Role.TEAM_LEAD, memberships__until=None).order_by("-pk")
        by_team = {team: lead for lead in leads for team in lead.teams.values_list("pk", flat=True)}
        return cls(User.objects.filter(role=Role.MUNICIPALITY).order_by("pk").first(), by_team)


def differ(
    file: FileRows, at: datetime, said: list[Said], domain: str = "", **fields: Any
) -> Difference:
    one = file.add(
        Difference, at, life_domain=domain, created_at=at, created_by=file.coordinator, **fields
    )
    for seat, measure, work, by in said:
        file.add(Position, at, difference=one, life_domain=domain, seat=seat, measure=measure,
                 work=work, at=at, written_by=by)  # fmt: skip
    return one


def ask(
    file: FileRows, at: datetime, words: str, asked_to: str, holder: Seat, **fields: Any
) -> MandateQuestion:
    fields.setdefault("due", at.date() + timedelta(days=14))
    return file.add(MandateQuestion, at, words=words, asked_to=asked_to, holder=holder,
                    asked_at=at, written_at=at, asked_by=holder, **fields)  # fmt: skip


def get_stuck(
    file: FileRows, at: datetime, kind: str, words: str, second: Seat, others: Elsewhere,
    asked_to: str, replied_at: datetime | None = None, reply: str = "",
) -> None:  # fmt: skip
    """Written by the coordinator, read along by a colleague, sent on and perhaps answered."""
    team, sent = file.file.team, at + timedelta(days=2)
    lead, answers = others.leads.get(team.pk), others.municipality
    if lead is None or answers is None:
        return
    replied: dict[str, Any] = {}
    if replied_at:
        replied = {"reply": reply, "replied_at": replied_at, "replied_by": answers,
                   "replied_by_name": answers.name}  # fmt: skip
    left = file.rows.add(
        ForwardedStuckPoint, kind=kind, words=words, team=team, asked_to=asked_to,
        due=sent.date() + timedelta(days=28), forwarded_at=sent, forwarded_by=lead, **replied,
    )  # fmt: skip
    file.add(StuckPoint, at, kind=kind, words=words, written_at=at, written_by=file.coordinator,
             signed_at=at + timedelta(days=1), signed_by=second, forwarded=left)  # fmt: skip


def without_file(rows: Rows, others: Elsewhere) -> None:
    """Of every team one to send on, one that waits and one with an answer, of files elsewhere."""
    if others.municipality is None:
        return
    for number, (team, lead) in enumerate(sorted(others.leads.items())):
        for step, days in enumerate((0, 19, 45)):
            kind, words, asked_to = STUCK[(number + step) % len(STUCK)]
            fields: dict[str, Any] = {"kind": kind, "words": words, "team_id": team}
            if days:
                sent = timezone.now() - timedelta(days=days)
                fields |= {"asked_to": asked_to, "forwarded_at": sent, "forwarded_by": lead,
                           "due": sent.date() + timedelta(days=28)}  # fmt: skip
            if days > 28:
                fields |= {"reply": REPLIES[number % len(REPLIES)],
                           "replied_at": timezone.now() - timedelta(days=20 + number),
                           "replied_by": others.municipality,
                           "replied_by_name": others.municipality.name}  # fmt: skip
            rows.add(ForwardedStuckPoint, **fields)


class MadeUpFriction:
    """A little of it in one family in four. Most things people agree on."""

    def __init__(self, file: FileRows, owners: dict[str, Seat], rng: random.Random) -> None:
        self.file, self.owners, self.rng = file, owners, rng

    def fill(self, opened: datetime, ends: datetime, others: Elsewhere) -> None:
        hours = max(1, int((ends - opened).total_seconds() // 3600))
        at = opened + timedelta(hours=self.rng.randrange(hours))
        chance = self.rng.random()
        if chance < 0.12:
            self.differ(at, ends)
        elif chance < 0.2:
            self.ask(at, ends)
        elif chance < 0.26 and "colleague" in self.owners:
            self.stick(at, ends, others)

    def differ(self, at: datetime, ends: datetime) -> None:
        subject, about, home, team = self.rng.choice(DIFFERENCES)
        me, resident = self.file.coordinator, self.owners["home"]
        said = [(resident, *home, me), (me, *team, me)]
        if self.file.is_closed or self.rng.random() < 0.6:
            status = self.rng.choice(["decided", "dissolved"])
            ended = min(at + timedelta(days=self.rng.randint(5, 60)), ends)
            differ(self.file, at, said, subject=subject, about=about, status=status,
                   decider="de bewoner zelf", outcome="We zijn eruit.",
                   learned=self.rng.choice(LESSONS), ended_at=ended, ended_by=me)  # fmt: skip
            return
        again = _ahead(self.rng.randint(-4, 40))
        differ(self.file, at, said, subject=subject, about=about, review_on=again)

    def ask(self, at: datetime, ends: datetime) -> None:
        words, asked_to, amount = self.rng.choice(MANDATES)
        fields: dict[str, Any] = {"amount": amount}
        answered = at + timedelta(days=self.rng.randint(2, 70))
        if self.file.is_closed or answered < ends:
            fields |= {"answer": self.rng.choice(["yes", "yes", "partly", "no"]),
                       "answered_at": min(answered, ends),
                       "answered_by": self.file.coordinator}  # fmt: skip
        ask(self.file, at, words, asked_to, self.file.coordinator, **fields)

    def stick(self, at: datetime, ends: datetime, others: Elsewhere) -> None:
        kind, words, asked_to = self.rng.choice(STUCK)
        answered = at + timedelta(days=self.rng.randint(10, 50))
        replied = answered if answered < ends else None
        get_stuck(self.file, at, kind, words, self.owners["colleague"], others, asked_to, replied,
                  self.rng.choice(REPLIES) if replied else "")  # fmt: skip


def _ahead(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
