"""What the made-up requests know of their town, and what one of them is made of."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from casework.models import CaseFile, HouseholdMember
from intake.models import Clock, Conversation, ConversationRequest, OwnWords, StatusMove
from intake.models.clocks import dues
from wijkteam import references
from wijkteam.choices import Role
from wijkteam.models import Neighbourhood, Team, User


@dataclass
class Life:
    """One request and all that happened to it until now."""

    request: ConversationRequest
    holder: User
    events: dict[str, datetime]
    story: tuple[str, str, tuple[str, ...]]
    planned_at: datetime | None = None
    words: OwnWords | None = None
    clocks: list[Clock] = field(default_factory=list)
    moves: list[StatusMove] = field(default_factory=list)
    talk: Conversation | None = None


class Town:
    """What every request needs to know of the town, fetched once."""

    def __init__(self) -> None:
        wijken = Neighbourhood.objects.select_related("team").prefetch_related("postcodes")
        self.wijken = list(wijken.order_by("code"))
        self.staff = {
            team.pk: list(team.members.filter(role=Role.PROFESSIONAL).order_by("pk"))
            for team in Team.objects.all()
        }
        self.references: set[str] = set()
        self.promised: dict[tuple[int, date], dict[str, date]] = {}

    def files(self, most: int) -> list[tuple[CaseFile, str]]:
        """Case files with the name of an adult, oldest first; not that of an account."""
        files = CaseFile.objects.select_related("team").order_by("opened_at", "pk")
        files = files.exclude(household__members__person__user__isnull=False)[:most]
        adults = HouseholdMember.objects.filter(role="adult").order_by("-pk")
        names = dict(adults.values_list("household_id", "person__name"))
        return [(one, names.get(one.household_id, "Jo")) for one in files]

    def reference(self, rng: random.Random) -> str:
        while True:
            body = "".join(rng.choices(references.ALPHABET, k=references.LENGTH - 1))
            reference = references.with_check(body)
            if reference not in self.references:
                self.references.add(reference)
                return reference

    def dues(self, team: Team, day: datetime) -> dict[str, date]:
        key = (team.pk, timezone.localdate(day))
        if key not in self.promised:
            self.promised[key] = dues(team, day)
        return self.promised[key]
