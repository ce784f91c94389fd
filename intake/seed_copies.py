"""The rest of a large town: copies of the made-up requests and case files.

Families of which a member has an account are there once, and so is what hangs on one desk: the team
that is behind, complaints, letters to print.
"""

import random
from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Max, Q
from psycopg2.extras import execute_values

from casework import models as casework
from intake.models import (
    Addition,
    Clock,
    Conversation,
    ConversationRequest,
    OwnWords,
    Proposal,
    StatusMove,
)
from intake.seed_town import Town
from wijkteam import references
from wijkteam.seed_copies import Copies, ask_again, new, split, stop_asking

OF_HOUSEHOLD = [casework.HouseholdMember, casework.NetworkPerson]
OF_FILE = [
    casework.Seat,
    casework.Goal,
    casework.GoalReview,
    casework.Action,
    casework.TimelineEntry,
    casework.SharingGround,
    casework.Difference,
    casework.Position,
    casework.MandateQuestion,
    casework.StuckPoint,
]
OF_REQUEST = [OwnWords, Clock, StatusMove, Conversation, Proposal, Addition]


def seed(families: int, rng: random.Random) -> None:
    _first, number = split(families)
    if not number:
        return
    copies, names = Copies(), Names(rng)
    with_account = casework.HouseholdMember.objects.exclude(person__user=None)
    without_account = casework.Household.objects.exclude(members__in=with_account)
    files = casework.CaseFile.objects.filter(meldcodes=None, household__in=without_account)
    keys = list(files.values_list("pk", flat=True))
    take_files(copies, keys)
    take_requests(copies, names, keys)
    stop_asking()
    for one in range(1, number + 1):
        names.draw()
        copies.make(one)
    ask_again()


def take_files(copies: Copies, files: list[UUID]) -> None:
    households = casework.Household.objects.filter(case_files__in=files)
    copies.take(households)
    people = casework.Person.objects.filter(memberships__household__in=households).distinct()
    copies.take(people)
    copies.take(casework.PersonContact.objects.filter(person__in=people))
    for model in OF_HOUSEHOLD:
        copies.take(model._default_manager.filter(household__in=households))
    most = casework.Signpost.objects.aggregate(most=Max("number"))["most"]
    copies.take(
        casework.Signpost.objects.filter(household__in=households),
        number=f"row.number + %(number)s * {most}",
    )
    copies.take(casework.CaseFile.objects.filter(pk__in=files))
    copies.take(casework.CaseFileUserObjectPermission.objects.filter(content_object__in=files))
    stuck = casework.StuckPoint.objects.filter(case_file__in=files)
    copies.take(casework.ForwardedStuckPoint.objects.filter(pk__in=stuck.values("forwarded")))
    for model in OF_FILE:
        copies.take(model._default_manager.filter(case_file__in=files))


def take_requests(copies: Copies, names: "Names", files: Iterable[UUID]) -> None:
    in_file = Q(case_file=None) | Q(case_file__in=files)
    requests = ConversationRequest.objects.filter(in_file, requester=None)
    keys = list(requests.values_list("pk", flat=True))
    named = "(SELECT {} FROM new_names AS one WHERE one.id = row.id)"
    copies.take(
        requests, submission=new("row.submission"), reference=named.format("reference"),
        lookup_keys=named.format("keys"),
    )  # fmt: skip
    for model in OF_REQUEST:
        copies.take(model._default_manager.filter(request__in=keys))
    names.learn(requests)


class Names:
    """Every request has a number of its own, and the keys that open its page with that number."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.town = rng, Town()
        self.facts: dict[UUID, list[str]] = {}

    def learn(self, requests: Iterable[ConversationRequest]) -> None:
        for one in requests:
            self.town.references.add(one.reference)
            facts = [one.phone.as_e164 if one.phone else "", one.email, one.postcode]
            self.facts[one.pk] = [fact.lower() for fact in facts if fact]
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TEMP TABLE new_names (id uuid PRIMARY KEY, reference text, keys text[])"
                " ON COMMIT DROP"
            )

    def draw(self) -> None:
        """New ones for the next copy."""
        rows = []
        for key, facts in self.facts.items():
            reference = self.town.reference(self.rng)
            rows.append((str(key), reference, [references.key(reference, one) for one in facts]))
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM new_names")
            execute_values(
                cursor.cursor, "INSERT INTO new_names VALUES %s", rows, "(%s::uuid,%s,%s)"
            )
