"""What lies about in a busy town: moments nobody picked yet, two requests of one household, an own
plan, ways that are not safe, a colleague who comes along, and one team that is far behind."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby

from django.utils import timezone

from intake import letters, seed_words
from intake.choices import (
    AdditionKind,
    ClockKind,
    Delivery,
    Outcome,
    ReachBy,
    RequestStatus,
    Route,
    Unsafe,
)
from intake.models import Addition, Proposal, RequestLink, StatusMove
from intake.models.agenda import USUALLY
from intake.seed_lives import Maker
from intake.seed_town import Life, Town
from wijkteam.choices import Language, MessageKind
from wijkteam.models import OutboxMessage
from wijkteam.seed import new_id
from wijkteam.workdays import add_working_days

LATE = 20  # requests that one colleague got behind with
FROM_FAMILIES = 100  # a small town has no such team
OPEN = {RequestStatus.ACKNOWLEDGED, RequestStatus.PLANNED, RequestStatus.HELD}


class BusyMaker(Maker):
    """Requests that wait too long, all at one team."""

    def late(self) -> Life:
        wijk = self.town.wijken[-1 - self.number % 3]
        arrived = timezone.localtime(self.now - timedelta(days=16 + self.number)).replace(hour=9)
        request = self._request(wijk, arrived, "")
        events = {} if self.number % 4 == 3 else {"taken": self._working(arrived, 2, 9, 12)}
        holder = self.town.staff[request.team_id][0]
        life = Life(request, holder, events, self.rng.choice(seed_words.STORIES))
        return self._lived(life, Outcome.ANSWERED, None)


class Waiting:
    """Adds to lives that are not saved yet, and what is saved after them."""

    def __init__(self, lives: Sequence[Life], town: Town, now: datetime) -> None:
        self.lives, self.town, self.now = lives, town, now
        self.rng = random.Random(len(lives))  # noqa: S311 - a draw of its own, the rest stays as it was
        self.taken: set[tuple[int, datetime]] = set()
        self.late: list[Life] = []
        if len(lives) >= FROM_FAMILIES:
            makers = (BusyMaker(town, self.rng, now, number) for number in range(LATE))
            self.late = [maker.late() for maker in makers]
        self._say_what_is_unsafe()
        self._bring_colleagues()
        self.proposals = list(self._proposals())
        self.additions = list(self._plans())
        self.links = list(self._links())
        self.messages = list(self._by_hand())

    def save(self) -> None:
        Proposal.objects.bulk_create(self.proposals, batch_size=2000)
        Addition.objects.bulk_create(self.additions, batch_size=2000)
        RequestLink.objects.bulk_create(self.links, batch_size=2000)
        OutboxMessage.objects.bulk_create(self.messages)

    def _say_what_is_unsafe(self) -> None:
        """At home somebody may pick up the phone, or open the post."""
        for life in [one for one in self.lives if one.request.email][::7]:
            one = life.request
            one.unsafe, one.reach_by = [Unsafe.CALL, Unsafe.LETTER], ReachBy.MAIL
            one.may_leave_message = False
            one.introduce_as = self.rng.choice(seed_words.INTRODUCED)
        for life in [one for one in self.lives if one.request.phone and not one.request.email][
            ::12
        ]:
            life.request.unsafe = [Unsafe.LETTER, Unsafe.VISIT]
            life.request.introduce_as = self.rng.choice(seed_words.INTRODUCED)

    def _bring_colleagues(self) -> None:
        """To every third conversation; an hour of which somebody is taken already moves on."""
        talks = [life.talk for life in self.lives if life.talk and life.talk.planned_at]
        for number, talk in enumerate(talks):
            others = [one for one in self.town.staff[talk.request.team_id]
                      if one.pk != talk.professional_id]  # fmt: skip
            if others and number % 3 == 1:
                talk.along = [self.rng.choice(others).pk]
            if talk.planned_at and talk.planned_at > self.now:
                talk.planned_at = self._free(talk.who_go, talk.planned_at)

    def _free(self, people: Sequence[int], moment: datetime) -> datetime:
        while any((who, moment + shift) in self.taken for who in people for shift in self._near()):
            moment += timedelta(minutes=15)
        self.taken |= {(who, moment) for who in people}
        return moment

    @staticmethod
    def _near() -> list[timedelta]:
        """All that is less than one conversation away, in quarters."""
        quarters = range(1 - USUALLY // timedelta(minutes=15), USUALLY // timedelta(minutes=15))
        return [timedelta(minutes=15) * number for number in quarters]

    def _proposals(self) -> Iterator[Proposal]:
        """Every second one that was picked up waits for the resident to choose."""
        free = [one for one in self.lives if one.request.status == RequestStatus.ACKNOWLEDGED]
        for number, life in enumerate(free[::2]):
            one, day = life.request, timezone.localdate(self.now)
            moments = []
            for ahead in (2, 3, 4)[: 2 + number % 2]:
                at = datetime.combine(add_working_days(day, ahead), time(9 + (number + ahead) % 7))
                moments.append(self._free([life.holder.pk], timezone.make_aware(at)))
            made_at = max(one.arrived_at, self.now - timedelta(hours=5 + number % 30))
            made_at = max(made_at, life.moves[-1].at + timedelta(seconds=1))
            life.moves.append(
                StatusMove(id=new_id(self.rng), request=one, old=one.status, new=one.status,
                           at=made_at, by=life.holder, holder=life.holder,
                           words="momenten voorgesteld")
            )  # fmt: skip
            yield Proposal(
                id=new_id(self.rng), request=one, professional=life.holder, moments=moments,
                place=one.place, address=one.address, made_at=made_at,
            )  # fmt: skip

    def _by_hand(self) -> Iterator[OutboxMessage]:
        """A few letters to print, and a few people to call: those without an address for mail."""
        met = [one for one in self.lives if one.talk and not one.request.email]
        sent = [one for one in met if one.talk and one.talk.sent_how == Delivery.LETTER]
        for life in sorted(sent, key=lambda one: one.events["sent"])[-12:]:
            yield self._message(life, MessageKind.LETTER, "report_letter")
        ahead = [one for one in met if one.request.status == RequestStatus.PLANNED]
        for life in ahead[:12]:
            yield self._message(life, MessageKind.CALL, "planned")

    def _message(self, life: Life, kind: str, name: str) -> OutboxMessage:
        one, talk = life.request, life.talk
        subject, body = letters.render_message(
            name, Language.NL, request=one, team=one.team, hello=one.sender_name or one.name,
            conversation=talk, going=life.holder.name,
        )  # fmt: skip
        to = letters.on_paper(one) if kind == MessageKind.LETTER else letters.by_hand(one)
        return OutboxMessage(
            id=new_id(self.rng), kind=kind, to=to, subject=subject, body=body, team=one.team,
            request_id=one.pk, created_at=self.now - timedelta(hours=self.rng.randint(1, 40)),
        )  # fmt: skip

    def _plans(self) -> Iterator[Addition]:
        """An own plan, handed in within the first days."""
        for life in [one for one in self.lives if one.request.status in OPEN][::5]:
            at = life.request.arrived_at + timedelta(days=self.rng.randint(1, 5), hours=1)
            clock = next(one for one in life.clocks if one.kind == ClockKind.OWN_PLAN)
            if at > self.now or clock.met_at:
                continue
            clock.met_at, clock.stopped_at = at, None
            yield Addition(
                id=new_id(self.rng), request=life.request, kind=AdditionKind.PLAN, at=at,
                words=self.rng.choice(seed_words.OWN_PLANS),
            )  # fmt: skip

    def _links(self) -> Iterator[RequestLink]:
        """Now and then two requests of one team turn out to be of one address."""
        rows = [one for one in self.lives if one.request.status in OPEN]
        rows.sort(key=lambda life: (life.request.team_id, life.request.arrived_at))
        for _team, group in groupby(rows, key=lambda life: life.request.team_id):
            of_team = list(group)
            for first, second in list(zip(of_team[::2], of_team[1::2], strict=False))[::3]:
                home = first.request.address or second.request.address or "Lindeplein 7"
                first.request.address = second.request.address = home
                second.request.route = Route.PHONE
                one, other = sorted([first.request.pk, second.request.pk])
                yield RequestLink(
                    id=new_id(self.rng), one_id=one, other_id=other, by=second.holder,
                    at=max(first.request.arrived_at, second.request.arrived_at),
                )  # fmt: skip
