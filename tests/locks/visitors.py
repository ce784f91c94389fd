"""Who knocks in the permission matrix, and on what: one family with everything in it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.models import (
    Action,
    ActionLink,
    CaseFile,
    Document,
    Emergency,
    Export,
    Goal,
    LeaveRequest,
    Meldcode,
    NetworkPerson,
    RightsRequest,
    Seat,
    SharingQuestion,
    TeamHandover,
    TimelineEntry,
)
from intake.models import Addition, Complaint, Conversation, Proposal
from network.models import (
    Gathering,
    Guest,
    Promise,
    RegisterImport,
    Signal,
    SignalLink,
    Vindplaats,
    VindplaatsContact,
)
from network.models.links import hashed
from tests import factories
from tests.locks import friction, voices
from wijkteam import files
from wijkteam.choices import LifeDomain, MessageKind, Role
from wijkteam.models import AccessLog, AccessQuestion, Neighbourhood, OutboxMessage, User


@dataclass
class Family:
    """Everything that a URL of the portal can point at. Keys: see `kwargs`."""

    users: dict[str, User] = field(default_factory=dict)
    pks: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.team = factories.team("Wijkteam Zonnewijk", "1311AB", is_default=True)
        self.other_team = factories.team("Wijkteam Oude Haven", "1321AB")
        self._people()
        self._request()
        self._case_file()
        self._table()
        self.pks |= friction.make(self.file, self.users)
        self._places()
        self._looks()
        self.pks |= voices.make(self.users, self.team)
        self._complaint()
        self.pks |= voices.releases(self.users["team_lead"])

    def _people(self) -> None:
        school = factories.organisation("De Regenboog", "school")
        debt = factories.organisation("Schuldhulp", "debt")
        of = {
            "resident": ("Mark", Role.RESIDENT, None, {}),
            "other_resident": ("Noor", Role.RESIDENT, None, {}),
            "coordinator": ("Sanne", Role.PROFESSIONAL, self.team, {}),
            "at_table": ("Youssef", Role.PROFESSIONAL, self.team, {}),
            "team": ("Bram", Role.PROFESSIONAL, self.team, {}),
            "elsewhere": ("Iris", Role.PROFESSIONAL, self.other_team, {}),
            "seat_ended": ("Omar", Role.PROFESSIONAL, self.other_team, {}),
            "partner": ("Femke", Role.PARTNER, None, {"organisation": school}),
            "withdrawn": ("Hugo", Role.PARTNER, None, {"organisation": debt}),
            "contact": ("Ria", Role.CONTACT, None, {}),
            "team_lead": ("Lotte", Role.TEAM_LEAD, self.team, {}),
            "municipality": ("Wouter", Role.MUNICIPALITY, None, {}),
            "privacy": ("Karim", Role.PRIVACY_OFFICER, None, {}),
            "manager": ("Anouk", Role.MANAGER, None, {"is_staff": True}),
        }
        for key, (name, role, team, fields) in of.items():
            self.users[key] = factories.user(name, role, team=team, **fields)

    def _request(self) -> None:
        sanne = self.users["coordinator"]
        request = factories.request(
            self.team, name="Mark", words="Ik maak mij zorgen", requester=self.users["resident"]
        )
        request.take(sanne)
        talk = Conversation(request=request, professional=sanne, planned_at=timezone.now())
        talk.save(force_insert=True)
        talk.held_at = talk.sent_at = timezone.now()
        talk.save()
        OutboxMessage.objects.post(
            kind=MessageKind.CALL, to="0612345678", subject="Bel Mark", body="Bel Mark",
            team_id=self.team.pk, request_id=request.pk,
        )  # fmt: skip
        self.request = request
        made = Addition(request=request, kind="letter", name="brief.txt", content_type=files.TEXT)
        made.file.save("brief.txt", ContentFile(b"Geachte heer,"))
        self.pks |= {
            "addition": made.pk,
            "request": request.pk,
            "talk": talk.pk,
            "message": OutboxMessage.objects.get().pk,
        }

    def _case_file(self) -> None:
        sanne = self.users["coordinator"]
        self.file: CaseFile = factories.case_file(sanne, self.team, resident=self.users["resident"])
        self.pks["file"] = self.file.pk
        self.pks["own_seat"] = self.file.seats.get(person__isnull=False).pk
        self.pks["member"] = self.file.household.members.get().pk
        seat = self.file.seats.get(is_coordinator=True)
        own = self.file.seats.get(person__isnull=False)
        for domain in [LifeDomain.PARENTING, LifeDomain.MONEY]:
            goal = Goal(case_file=self.file, life_domain=domain, words="doel", created_by=seat)
            goal.add()
            action = Action(
                case_file=self.file, goal=goal, words="doen", owner=seat, created_by=seat
            )
            action.add()
            mine = Action(case_file=self.file, goal=goal, words="zelf", owner=own, created_by=seat)
            mine.add()
            entry = TimelineEntry(case_file=self.file, by=seat, words="iets", audience="domain",
                                  life_domain=domain)  # fmt: skip
            entry.write()
            document = Document(case_file=self.file, by=seat, title="brief", life_domain=domain)
            document.add(SimpleUploadedFile("b.txt", b"brief", "text/plain; charset=utf-8"))
            self.pks[f"document_{domain}"] = document.pk
            self.pks |= {f"goal_{domain}": goal.pk, f"action_{domain}": action.pk,
                         f"entry_{domain}": entry.pk, "own_action": mine.pk}  # fmt: skip

    def _table(self) -> None:
        sanne = self.users["coordinator"]
        for key in ["partner", "withdrawn"]:
            user = self.users[key]
            ground = factories.consent(self.file, user.organisation, [LifeDomain.PARENTING], sanne)
            factories.says_yes(Seat.invite(self.file, user, sanne, "", [LifeDomain.PARENTING]))
            if key == "withdrawn":
                ground.withdraw()
            else:
                self.pks["ground"] = ground.pk
        factories.says_yes(Seat.invite(self.file, self.users["at_table"], sanne, "", None))
        ground = factories.consent(self.file, factories.organisation("X", "gp"), ["money"], sanne)
        ended = factories.says_yes(
            Seat.invite(self.file, self.users["seat_ended"], sanne, "", None)
        )
        ended.leave(self.users["seat_ended"])
        neighbour = NetworkPerson(household=self.file.household, name="Els", relation="buurvrouw")
        Seat.for_network(self.file, neighbour, "helpt met de post", sanne)
        asked = SharingQuestion(
            case_file=self.file, organisation=self.users["partner"].organisation,
            domains=[LifeDomain.MONEY], asked_by=self.file.seats.get(is_coordinator=True),
        )  # fmt: skip
        asked.put()
        seat = self.file.seats.get(user=self.users["partner"])
        self.pks |= {"question_to": asked.pk, "partner_seat": seat.pk}
        emergency = Emergency.objects.create(
            case_file=self.file, household_id=self.file.household_id, user=self.users["team"],
            reason="geschreeuw en niemand neemt op", until=timezone.now(),
        )  # fmt: skip
        self.pks |= {"emergency": emergency.pk, "household": self.file.household_id,
                     "colleague": self.users["team"].pk,
                     "school": self.users["partner"].organisation_id}  # fmt: skip
        els = self.file.seats.get(network_person__isnull=False)
        helps = Action(case_file=self.file, words="helpt", owner=els, created_by=els)
        helps.add()
        ActionLink.send(helps, sanne, "els@voorbeeld.example")
        asked = LeaveRequest(case_file=self.file, seat=els,
                             asked_by=self.file.seats.get(person__isnull=False))  # fmt: skip
        asked.ask()
        self.pks |= {"seat": els.pk, "helper_action": helps.pk, "leave_request": asked.pk}
        ActionLink.send(helps, sanne, "")
        self.pks["letter"] = OutboxMessage.objects.get(kind=MessageKind.LETTER).pk
        over = TeamHandover(case_file=self.file, to_team=self.other_team, words="verhuisd")
        over.ask(sanne)
        self.pks["handover"] = over.pk

    def _places(self) -> None:
        wijk = Neighbourhood.objects.filter(team=self.team).first()
        place = Vindplaats.objects.create(name="Bibliotheek", kind="library", formality="formal")
        place.neighbourhoods.add(wijk)
        person = VindplaatsContact.objects.create(
            vindplaats=place, name="Ria", user=self.users["contact"]
        )
        signal = Signal.objects.create(
            vindplaats=place, contact=person, kind="collective", neighbourhood=wijk,
            life_domain="money", words="veel schulden", team=self.team,
        )  # fmt: skip
        self.pks |= {"place": place.pk, "place_person": person.pk, "signal": signal.pk}
        self._gathering(place, person)

    def _gathering(self, place: Vindplaats, person: VindplaatsContact) -> None:
        sanne = self.users["coordinator"]
        gathering = Gathering.objects.create(
            team=self.team, title="Sociaal café", place=place, by=sanne, key="een-sleutel",
            starts_at=timezone.now(), ends_at=timezone.now() + timedelta(hours=2),
        )  # fmt: skip
        Guest.objects.create(gathering=gathering, contact=person)
        promise = Promise.objects.create(gathering=gathering, words="bellen", owner=sanne)
        SignalLink.objects.create(contact=person, made_by=sanne, token_hash=hashed("een-link"))
        self.pks["call"] = self._by_hand(MessageKind.CALL, gathering.pk, self.team.pk)
        made = RegisterImport.objects.create(by=sanne, file_name="lijst.csv")
        self.pks |= {"gathering": gathering.pk, "promise": promise.pk, "import": made.pk}

    def _by_hand(self, kind: str, about: UUID, team: int | None = None) -> UUID:
        OutboxMessage.objects.post(
            kind=kind, to="Mark", subject="Dag", body="Dag", about_id=about, team_id=team
        )
        return OutboxMessage.objects.get(about_id=about, kind=kind).pk

    def _looks(self) -> None:
        sanne, mark = self.users["coordinator"], self.users["resident"]
        rows = [
            AccessLog.objects.create(
                user=sanne,
                user_name=sanne.name,
                household_id=self.file.household_id,
                act="bekeken",
                part="plan",
                correlation=self.file.pk,
            )  # fmt: skip
            for _time in range(2)
        ]
        right = RightsRequest.ask(mark, "correct", "Dit klopt niet", self.file, uuid4())
        self.pks["right_letter"] = self._by_hand(MessageKind.LETTER, right.pk)
        concern = Meldcode.begin(self.file, self.file.seats.get(is_coordinator=True), "x", uuid4())
        export = Export(user=mark, status="ready")
        export.file.save("x", ContentFile(b"PK"))
        self.pks |= {"right": right.pk, "meldcode": concern.pk, "export": export.pk}
        question = AccessQuestion.objects.create(row=rows[0], asked_by=mark, name=mark.name)
        self.pks |= {"look": rows[1].pk, "question": question.pk}

    def _complaint(self) -> None:
        """About Sanne's work; Iris of the other team looks into it."""
        made = Complaint(team=self.team, request=self.request, about="person", words="te laat",
                         name="Mark", phone="0612345678")  # fmt: skip
        made.arrive()
        made.assign(self.users["elsewhere"])
        made.give_answer(self.users["elsewhere"], "Het kan beter.", "partly")
        made.reopen("Dat is niet alles.")
        self.pks["complaint"] = made.pk
        soon = timezone.localtime() + timedelta(days=3)
        proposal = Proposal(request=self.request, professional=self.users["coordinator"],
                            moments=[soon, soon + timedelta(days=1)])  # fmt: skip
        proposal.offer(self.users["coordinator"])
        self.pks["proposal"] = proposal.pk
