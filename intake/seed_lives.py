"""One request of the made-up town, from arriving to where it is now.

Each lives through its events (taken, spoken, planned, held, sent, closed); what lies after now has
not happened yet. So its state follows from the calendar, as in a real town.
"""

import random
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from casework.models import CaseFile
from intake import seed_words
from intake.choices import (
    ClockKind,
    DayPart,
    Delivery,
    ForWhom,
    Knows,
    MeetingPlace,
    Outcome,
    ReachBy,
    Reaction,
    RequestStatus,
    Route,
)
from intake.models import Clock, Conversation, ConversationRequest, OwnWords, StatusMove
from intake.seed_town import Life, Town
from wijkteam import references
from wijkteam.models import Neighbourhood, User
from wijkteam.seed import made_up_phone, new_id
from wijkteam.workdays import add_working_days

DAYS = 690  # so that last year is whole
ROUTES = [Route.WEB] * 6 + [Route.PHONE] * 5 + [Route.WALK_IN] * 3 + [Route.PAPER] + (
    [Route.VINDPLAATS] * 3 + [Route.HOUSE_VISIT]
)  # fmt: skip
OUTCOMES = [Outcome.ANSWERED] * 8 + [Outcome.ARRANGED] * 5 + [Outcome.REFERRED] * 3
MET = {
    "taken": ClockKind.ACKNOWLEDGE,
    "spoken": ClockKind.CONTACT,
    "held": ClockKind.CONVERSATION,
    "closed": ClockKind.LEGAL,
}


class Maker:
    """Makes one life; the number decides what kind of life it is."""

    def __init__(self, town: Town, rng: random.Random, now: datetime, number: int) -> None:
        self.town, self.rng, self.now, self.number = town, rng, now, number

    def life(self, files: list[tuple[CaseFile, str]]) -> Life:
        case_file, name = files.pop() if files and self.number % 5 == 0 else (None, "")
        wijk = self.rng.choice(self.town.wijken)
        arrived = self._arrival(case_file)
        request = self._request(wijk, arrived, name)
        if case_file:
            request.team = case_file.team
        holder = self.rng.choice(self.town.staff[request.team_id])
        outcome = Outcome.CASE_FILE if case_file else self.rng.choice(OUTCOMES)
        events = self._events(arrived, case_file.opened_at if case_file else None)
        life = Life(request, holder, events, self.rng.choice(seed_words.STORIES))
        return self._lived(life, outcome, case_file)

    def life_of_mark(self) -> Life | None:
        """Who tries the demo as a resident finds a report, and the plan that came of it."""
        mark = User.objects.filter(email="mark@demo.example").first()
        sanne = User.objects.filter(email="sanne@demo.example").first()
        if not mark or not sanne:
            return None
        found = CaseFile.objects.filter(household__members__person__user=mark)
        case_file = found.select_related("team").first()
        opened = case_file.opened_at if case_file else self.now - timedelta(days=60)
        request = self._request(self.town.wijken[0], opened - timedelta(days=9), mark.name)
        request.team = sanne.teams.get()
        request.route, request.reach_by, request.for_whom = Route.WEB, ReachBy.CALL, ForWhom.SELF
        request.relation = request.knows = request.sender_name = request.via = ""
        request.phone, request.email = "+31201234999", mark.email or ""
        request.requester, request.own_page_email = mark, mark.email or ""
        events = self._events(request.arrived_at, opened)
        words = (seed_words.MARK_WORDS, "", seed_words.MARK_REPORT)
        outcome = Outcome.CASE_FILE if case_file else Outcome.ARRANGED
        life = self._lived(Life(request, sanne, events, words), outcome, case_file)
        life.words = OwnWords(request=request, words=seed_words.MARK_WORDS)
        if life.talk:
            life.talk.reaction, life.talk.reaction_words = Reaction.ADDS, seed_words.MARK_ADDS
            life.talk.reacted_at = life.events["sent"] + timedelta(days=1)
        return life

    def _arrival(self, case_file: CaseFile | None) -> datetime:
        if case_file:
            return case_file.opened_at - timedelta(days=self.rng.randint(4, 12))
        recent = self.number % 6 == 0
        days = self.rng.uniform(0, 14) if recent else self.rng.triangular(0, DAYS, 60)
        moment = timezone.localtime(self.now - timedelta(days=days))
        return min(moment.replace(hour=self.rng.randint(8, 21)), self.now)

    def _events(self, arrived: datetime, opened: datetime | None) -> dict[str, datetime]:
        """When what happens. One in fifteen waits too long; one in nine is never spoken."""
        rng = self.rng
        if not opened and self.number % 24 == 18:
            return {}  # of the last two weeks, and nobody took it yet
        slow = not opened and self.number % 15 == 4
        taken = self._working(arrived, rng.randint(0, 1) + 5 * slow, 9, 12)
        if not opened and self.number % 24 == 6:
            return {"taken": taken}  # somebody has it, and nobody called yet
        spoken = self._working(taken, rng.randint(0, 1), 13, 17)
        if not opened and self.number % 9 == 2:
            return {"taken": taken, "closed": self._working(taken, rng.randint(2, 15), 9, 17)}
        held = self._working(spoken, rng.randint(2, 8) + 9 * slow, 10, 16)
        if opened:
            held = opened - timedelta(hours=3)
            taken, spoken = min(taken, held), min(spoken, held)
        sent = self._working(held, rng.randint(0, 3), 9, 17)
        closed = opened or self._working(sent, rng.randint(0, 6), 9, 17)
        return {"taken": taken, "spoken": spoken, "planned": spoken, "held": held} | {
            "sent": min(sent, closed),
            "closed": closed,
        }

    def _working(self, after: datetime, days: int, first: int, last: int) -> datetime:
        day = add_working_days(timezone.localdate(after) - timedelta(days=1), days + 1)
        hour, minute = self.rng.randint(first, last), self.rng.choice([0, 15, 30, 45])
        moment = timezone.make_aware(datetime.combine(day, time(hour, minute)))  # noqa: DTZ001
        return max(moment, after + timedelta(minutes=10))

    def _request(self, wijk: Neighbourhood, arrived: datetime, name: str) -> ConversationRequest:
        rng = self.rng
        name = name or f"{rng.choice(seed_words.NAMES)} {rng.choice(seed_words.LETTERS)}."
        known = {"neighbourhood": wijk, "postcode": rng.choice(wijk.postcodes.all()).code}
        request = ConversationRequest(
            id=new_id(self.rng),
            reference=self.town.reference(rng),
            submission=new_id(self.rng),
            arrived_at=arrived,
            route=rng.choice(ROUTES),
            team=wijk.team,
            name=name,
            may_leave_message=rng.choice([True, False, None]),
            day_parts=rng.choice([[], [], [DayPart.MORNING], [DayPart.AFTERNOON]]),
            place=rng.choice([*MeetingPlace.values, MeetingPlace.HOME, ""]),
            spoken_language=rng.choice(seed_words.LANGUAGES),
            client_supporter=rng.random() < 0.1,
            **known,
            **self._contact(name),
        )
        request.interpreter = bool(request.spoken_language) and rng.random() < 0.5
        return request

    def _contact(self, name: str) -> dict[str, Any]:
        rng = self.rng
        way = rng.choice([ReachBy.CALL] * 6 + [ReachBy.TEXT, ReachBy.MAIL, ReachBy.VISIT])
        street = f"{rng.choice(seed_words.STREETS)} {rng.randint(1, 99)}"
        fields: dict[str, Any] = {"reach_by": way, "for_whom": ForWhom.SELF}
        if way in (ReachBy.CALL, ReachBy.TEXT):
            fields["phone"] = made_up_phone(rng)
        if way == ReachBy.VISIT or rng.random() < 0.3:
            fields["address"] = street
        if way == ReachBy.MAIL or rng.random() < 0.3:
            fields["email"] = f"{name.split()[0].lower()}{self.number}@bewoner.example"
        if rng.random() < 0.12:
            fields |= {"for_whom": ForWhom.OTHER, "relation": rng.choice(seed_words.RELATIONS)}
            fields |= {
                "knows": rng.choice(Knows.values),
                "sender_name": rng.choice(seed_words.NAMES),
            }
        return fields

    def _lived(self, life: Life, outcome: str, case_file: CaseFile | None) -> Life:
        """Let happen what lies before now."""
        request = life.request
        life.planned_at = life.events.get("held")
        life.events = {name: at for name, at in life.events.items() if at <= self.now}
        request.lookup_keys = self._keys(request)
        words, own_plan, _report = life.story
        if request.route in (Route.WEB, Route.PAPER) and self.rng.random() < 0.75:
            life.words = OwnWords(request=request, words=words, own_plan=own_plan)
        self._walk(life, outcome, case_file)
        self._wind_clocks(life)
        if "planned" in life.events:
            self._talk(life)
        return life

    def _keys(self, request: ConversationRequest) -> list[str]:
        facts = [request.phone.as_e164 if request.phone else "", request.email, request.postcode]
        return [references.key(request.reference, fact.lower()) for fact in facts if fact]

    def _walk(self, life: Life, outcome: str, case_file: CaseFile | None) -> None:
        request, steps = life.request, life.events
        road = [("", RequestStatus.RECEIVED, request.arrived_at)]
        for event, status in [
            ("taken", RequestStatus.ACKNOWLEDGED),
            ("planned", RequestStatus.PLANNED),
            ("held", RequestStatus.HELD),
            ("closed", RequestStatus.CLOSED),
        ]:
            if event in steps:
                road.append((road[-1][1], status, steps[event]))
        request.status = road[-1][1]
        request.holder = life.holder if "taken" in steps else None
        if "closed" in steps:
            self._close(life, outcome, case_file)
        life.moves = [self._move(life, *step) for step in road]

    def _move(self, life: Life, old: str, new: str, at: datetime) -> StatusMove:
        who = life.holder if old else None
        return StatusMove(
            id=new_id(self.rng), request=life.request, old=old, new=new, at=at, by=who, holder=who
        )

    def _close(self, life: Life, outcome: str, case_file: CaseFile | None) -> None:
        request = life.request
        if "held" not in life.events:
            outcome = self.rng.choice([Outcome.WITHDRAWN, Outcome.NOT_REACHED, Outcome.ANSWERED])
        request.outcome, request.closed_at = outcome, life.events["closed"]
        request.outcome_words = life.story[2][-1] if "held" in life.events else ""
        request.case_file = case_file
        if outcome == Outcome.REFERRED:
            to, phone = self.rng.choice(seed_words.HANDED_TO)
            request.handover_to, request.handover_phone = to, phone
            request.handover_on = timezone.localdate(request.closed_at) + timedelta(days=5)

    def _wind_clocks(self, life: Life) -> None:
        met = {str(kind): life.events[name] for name, kind in MET.items() if name in life.events}
        closed = life.events.get("closed")
        if life.request.outcome in (Outcome.WITHDRAWN, Outcome.NOT_REACHED):
            met.pop(ClockKind.LEGAL, None)
        for kind, due in self.town.dues(life.request.team, life.request.arrived_at).items():
            stopped = closed if closed and kind not in met else None
            clock = Clock(id=new_id(self.rng), request=life.request, kind=kind, due=due)
            clock.met_at, clock.stopped_at = met.get(kind), stopped
            life.clocks.append(clock)

    def _talk(self, life: Life) -> None:
        """A date ahead, or a report with, mostly, the resident's answer beside it."""
        request, events, rng = life.request, life.events, self.rng
        talk = Conversation(id=new_id(self.rng), request=request, professional=life.holder)
        talk.planned_at = life.planned_at
        talk.place = request.place or MeetingPlace.HOME
        talk.address = request.address or "Lindeplein 4"
        if "held" in events:
            talk.held_at = talk.saved_at = events["held"]
            talk.saved_by, talk.version = life.holder, 2
            for name, text in zip(Conversation.SECTIONS, life.story[2], strict=True):
                setattr(talk, name, text)
        if "sent" in events:
            talk.sent_at = events["sent"]
            talk.sent_how = Delivery.MAIL if request.email else rng.choice(["letter", "hand"])
            answered = events["sent"] + timedelta(days=rng.randint(0, 5), hours=2)
            if rng.random() < 0.7 and answered < self.now:
                talk.reacted_at = answered
                talk.reaction = rng.choice([Reaction.AGREES, Reaction.AGREES, Reaction.ADDS])
            if talk.reaction == Reaction.ADDS:
                talk.reaction_words = rng.choice(seed_words.ADDED)
        life.talk = talk
