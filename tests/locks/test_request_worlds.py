"""Requests in random worlds: what Django shows == what the database gives == the rules.

With what hangs on them: conversations, moments that were proposed, links between requests of one
household, and complaints.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest
from django.db import models, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from intake.models import Complaint, Conversation, ConversationRequest, Proposal, RequestLink
from intake.workflow import Refused
from tests import factories
from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import Team, TeamMembership, User
from wijkteam.roles import DATABASE_ROLE

READ_BY: dict[type[models.Model], set[str]] = {
    ConversationRequest: {Role.PROFESSIONAL, Role.TEAM_LEAD, Role.RESIDENT},
    Conversation: {Role.PROFESSIONAL, Role.TEAM_LEAD, Role.RESIDENT},
    Proposal: {Role.PROFESSIONAL, Role.RESIDENT},
    RequestLink: {Role.PROFESSIONAL},
    Complaint: {Role.PROFESSIONAL, Role.TEAM_LEAD, Role.RESIDENT},
}


@dataclass
class Desk:
    """Two teams with their leads, residents, and what a run of random steps did."""

    random: Random
    teams: list[Team] = field(default_factory=list)
    staff: list[User] = field(default_factory=list)
    others: list[User] = field(default_factory=list)

    STEPS = ("ask", "take", "propose", "choose", "none_fits", "talk", "report", "link", "unlink",
             "complain", "complain", "assign", "answer", "reopen", "change_team")  # fmt: skip

    def __post_init__(self) -> None:
        self.teams = [factories.team("A", "1311AA", is_default=True), factories.team("B", "1321AA")]
        for number, team in enumerate([*self.teams, *self.teams]):
            self.staff.append(factories.user(f"P{number}", Role.PROFESSIONAL, team=team))
        for name, team in zip(["Lotte Vos", "Vera Bos"], self.teams, strict=True):
            self.staff.append(factories.user(name, Role.TEAM_LEAD, team=team))
        school = factories.organisation("School", "school")
        self.others = [factories.user(f"R{n}", Role.RESIDENT) for n in range(2)]
        self.others.append(factories.user("Q", Role.PARTNER, organisation=school))
        self.others.append(factories.user("C", Role.CONTACT))

    def step(self, name: str) -> None:
        """Do one thing; what the house refuses simply does not happen."""
        with suppress(Refused):
            getattr(self, f"_{name}")()

    def _some(self, rows: models.QuerySet) -> models.Model | None:
        return self.random.choice(list(rows.order_by("pk")) or [None])

    def _request(self) -> ConversationRequest | None:
        return self._some(ConversationRequest.objects.open())

    def _helper(self) -> User:
        return self.random.choice(self.staff[:4])

    def _ask(self) -> None:
        requester = self.random.choice([None, *self.others[:2]])
        factories.request(self.random.choice(self.teams), requester=requester)

    def _take(self) -> None:
        if one := self._request():
            one.take(self._helper())

    def _moment(self):
        return timezone.localtime() + timedelta(days=1, hours=2 * self.random.randint(0, 200))

    def _propose(self) -> None:
        if one := self._request():
            moments = sorted({self._moment(), self._moment()})
            if len(moments) == 2:
                by = self._helper()
                Proposal(request=one, moments=moments, professional=by).offer(by)

    def _choose(self) -> None:
        made = self._some(Proposal.objects.open())
        if made:
            made.choose(made.moments[0], by=self.random.choice([None, made.professional]))

    def _none_fits(self) -> None:
        made = self._some(Proposal.objects.open())
        if made:
            made.none_fits()

    def _talk(self) -> None:
        if one := self._request():
            by = self._helper()
            Conversation(request=one, planned_at=self._moment(), professional=by).plan(by)

    def _report(self) -> None:
        """Held; and perhaps given to the resident."""
        talk = self._some(Conversation.objects.not_cancelled().filter(held_at=None))
        if talk:
            sent = timezone.now() if self.random.random() < 0.5 else None
            Conversation.objects.filter(pk=talk.pk).update(held_at=timezone.now(), sent_at=sent)

    def _link(self) -> None:
        one, other = self._request(), self._request()
        if one and other:
            one.link(other, self._helper())

    def _unlink(self) -> None:
        found = self._some(RequestLink.objects.filter(ended_at=None))
        if found:
            found.one.unlink(found.other, self._helper())

    def _complain(self) -> None:
        """Sometimes about a request, sometimes about a lead: by choice, or by name."""
        Complaint(
            request=self.random.choice([None, self._request()]), about="person", name="Jo",
            phone="0612345678", words=self.random.choice(["te laat", "door mevrouw Vos"]),
            of_the_team=self.random.choice(["", "lead"]), team=self.random.choice(self.teams),
        ).arrive()  # fmt: skip

    def _assign(self) -> None:
        made = self._some(Complaint.objects.open())
        if made:
            made.about_user = self.random.choice([None, *self.staff])
            made.assign(self.random.choice(self.staff))

    def _answer(self) -> None:
        made = self._some(Complaint.objects.open().filter(handler__isnull=False))
        if made:
            made.give_answer(made.handler, "Het kan beter.", "partly")

    def _reopen(self) -> None:
        made = self._some(Complaint.objects.answered())
        if made:
            made.reopen(self.random.choice(["Dat is niet alles.", "Vera zei iets anders."]))

    def _change_team(self) -> None:
        """Somebody goes to the other team, or works for both."""
        who, team = self.random.choice(self.staff), self.random.choice(self.teams)
        if self.random.random() < 0.5:
            TeamMembership.objects.filter(user=who, until=None).update(until=timezone.now())
        if not who.memberships.filter(team=team, until=None).exists():
            who.join_team(team)


def seen_in_sql(user: User) -> dict[type[models.Model], set]:
    """Keys that this user's connection gets from each bare table that the role may ask."""
    with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        return {
            model: set(model.objects.values_list("pk", flat=True)) if user.role in roles else set()
            for model, roles in READ_BY.items()
        }


def given_in_sql(user: User) -> set:
    """Keys of the requests and reports that this resident's connection reads whole."""
    with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        mine = list(ConversationRequest.objects.own(user))
        return {one.pk for one in [*mine, *Conversation.objects.given(mine)]}


def expected(user: User) -> dict[type[models.Model], set]:
    """From the rules alone."""
    teams = set(user.memberships.filter(until=None).values_list("team_id", flat=True))
    is_staff, is_lead = (
        user.role in {Role.PROFESSIONAL, Role.TEAM_LEAD},
        user.role == Role.TEAM_LEAD,
    )
    requests = {
        one.pk
        for one in ConversationRequest.objects.all()
        if (is_staff and one.team_id in teams) or one.requester_id == user.pk
    }
    is_ahead_or_sent = models.Q(held_at=None) | models.Q(sent_at__isnull=False)
    shown = models.Q() if is_staff else is_ahead_or_sent
    talks = Conversation.objects.filter(shown, request__in=requests)
    offers = Proposal.objects.none() if is_lead else Proposal.objects.filter(request__in=requests)
    links = {
        link.pk
        for link in RequestLink.objects.all()
        if user.role == Role.PROFESSIONAL and {link.one_id, link.other_id} <= requests
    }
    complaints = {
        made.pk
        for made in Complaint.objects.all()
        if (is_staff and made.handler_id == user.pk)
        or (is_lead and made.team_id in teams and user.pk not in made.kept_out)
    }
    return {
        ConversationRequest: requests,
        Conversation: {talk.pk for talk in talks},
        Proposal: {offer.pk for offer in offers},
        RequestLink: links,
        Complaint: complaints,
    }


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(seed=st.integers(0, 2**32), steps=st.lists(st.sampled_from(Desk.STEPS), max_size=24))
def test_screen_and_database_agree(seed, steps):
    with transaction.atomic():
        desk = Desk(random=Random(seed))
        for name in ["ask", "ask", "complain", *steps]:
            desk.step(name)
        for user in [*desk.staff, *desk.others]:
            seen, rules = seen_in_sql(user), expected(user)
            for model in READ_BY:
                through_django = {row.pk for row in model.objects.visible_to(user)}
                assert through_django == seen[model] == rules[model], (user, model)
            if user.role == Role.RESIDENT:
                sent = Conversation.objects.sent().filter(request__requester=user)
                reports = set(sent.values_list("pk", flat=True))
                assert given_in_sql(user) == rules[ConversationRequest] | reports
        transaction.set_rollback(True)
