"""The whole file goes to another team of this municipality: asked by the coordinator, told to the
family, and taken by somebody there who is its coordinator from that moment (locks_team.sql)."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import to_python

from casework import letters_of_teams
from casework.choices import EntryKind, TeamAnswer
from casework.models.case_files import CaseFile
from casework.models.lessons import check_nameless
from casework.models.seats import Seat
from casework.models.timeline import TimelineEntry
from casework.querysets import VIEW, rights
from casework.workflow import NotAllowed, verb
from wijkteam.models import Team, User

if TYPE_CHECKING:
    from casework.standing import Standing

MOST_WORDS = 300
SHOWN = timedelta(days=14)


class TeamHandoverQuerySet(models.QuerySet["TeamHandover"]):
    def visible_to(self, user: User) -> Self:
        """For the own team and the household; not for who reads along on a ground."""
        whole = rights(user, VIEW).filter(domains__isnull=True).values("content_object_id")
        return self.filter(case_file_id__in=whole)

    def seen_from(self, standing: "Standing") -> Self:
        """What `visible_to` gives in one file."""
        if not standing.views or standing.domains is not None:
            return self.none()
        return self.filter(case_file=standing.case_file)

    def waiting(self) -> Self:
        return self.filter(answer=TeamAnswer.WAITS)

    def to_show(self) -> Self:
        """What waits, and for two weeks that it came to nothing."""
        lately = models.Q(answered_at__gt=timezone.now() - SHOWN)
        ended = models.Q(answer__in=[TeamAnswer.DECLINED, TeamAnswer.OBJECTED])
        return self.filter(models.Q(answer=TeamAnswer.WAITS) | ended & lately)


class TeamHandover(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="team_handovers")
    to_team = models.ForeignKey(Team, models.PROTECT, related_name="+", verbose_name=_("wijkteam"))
    # Read by the other team before it says yes: so nobody is named in it.
    words = models.CharField(_("waarom"), max_length=MOST_WORDS)
    asked_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    answer = models.CharField(
        _("antwoord"), max_length=10, choices=TeamAnswer.choices, default=TeamAnswer.WAITS,
        blank=True,
    )  # fmt: skip
    answered_at = models.DateTimeField(_("beantwoord op"), null=True)
    answer_words = models.CharField(_("toelichting"), max_length=MOST_WORDS, blank=True)

    objects = TeamHandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case_file"],
                condition=models.Q(answer=""),
                name="team_handover_once_at_a_time",
            ),
            models.CheckConstraint(
                name="team_handover_answer_whole",
                condition=models.Q(answer="", answered_at__isnull=True, answer_words="")
                | ~models.Q(answer="") & models.Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.to_team)

    @property
    def waits(self) -> bool:
        return self.answer == TeamAnswer.WAITS

    def ask(self, by: User) -> None:
        """The family and the other team hear it. Until somebody there takes it, nothing changes."""
        check_nameless(self.words, self.case_file)
        with verb():
            self.case_file.touch()
            self.asked_by = self.case_file.seat_of_coordinator(by)
            if self.to_team_id == self.case_file.team_id:
                raise NotAllowed(__("Dit dossier is al van dit wijkteam."))
            self.save(force_insert=True)
            letters_of_teams.asked(self)

    def withdraw(self) -> None:
        with verb():
            self.case_file.touch()
            self._end(TeamAnswer.WITHDRAWN)

    def refuse(self, seat: Seat, words: str) -> None:
        """Somebody of the family does not want it: it stops. The own words are for the table."""
        # In Dutch, whatever the language of the page: this stands at the table.
        said = f"Ik wil niet dat mijn plan naar {self.to_team} gaat."
        with verb():
            self.case_file.touch()
            self._end(TeamAnswer.OBJECTED)
            TimelineEntry(
                case_file=self.case_file, by=seat, kind=EntryKind.MESSAGE,
                words=f"{said}\n\n{words}".strip(),
            ).save(force_insert=True)  # fmt: skip
            letters_of_teams.objected(self)

    def _end(self, answer: str) -> None:
        """Once; whoever was later reads what happened."""
        mine = TeamHandover.objects.waiting().filter(pk=self.pk)
        if not mine.update(answer=answer, answered_at=timezone.now()):
            self.refresh_from_db(fields=["answer"])
            raise NotAllowed(WAS_FIRST[TeamAnswer(self.answer)] % {"team": self.to_team})


# To who is later with the same question, at its own table and in the other team.
WAS_FIRST = {
    TeamAnswer.TAKEN: _("%(team)s nam dit dossier net over."),
    TeamAnswer.DECLINED: _("%(team)s zei net nee. Het dossier blijft waar het is."),
    TeamAnswer.WITHDRAWN: _("Deze vraag is al ingetrokken. Het dossier blijft waar het is."),
    TeamAnswer.OBJECTED: _("Iemand van het gezin wil dit niet. Het dossier blijft waar het is."),
    TeamAnswer.WAITS: _("Dit kan niet (meer) vanaf uw plek aan tafel. Vraag het de regisseur."),
}
OFFER_IS_OVER = {
    TeamAnswer.TAKEN: _("Een collega nam dit dossier al over."),
    TeamAnswer.DECLINED: _("Uw wijkteam zei hier al nee op."),
    TeamAnswer.WITHDRAWN: _("Deze vraag is ingetrokken. U hoeft niets te doen."),
    TeamAnswer.OBJECTED: _("Het gaat niet door. U hoeft niets te doen."),
    TeamAnswer.WAITS: _("Overnemen kan nu niet. Bel wie het vroeg."),
}


@dataclass(frozen=True)
class TeamOffer:
    """All that the other team gets to know before somebody there takes the file."""

    pk: uuid.UUID
    household_id: uuid.UUID
    from_team: str
    asked_by: str
    phone: str
    words: str
    asked_at: datetime

    @property
    def number(self) -> str:
        """The phone as one writes it."""
        return str(to_python(self.phone))

    @classmethod
    def waiting(cls) -> "list[TeamOffer]":
        """To the teams of the visitor, the oldest first."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_team_offers()")
            return [cls(*row) for row in cursor.fetchall()]

    @staticmethod
    def answer_to(wanted: uuid.UUID) -> str | None:
        """What became of it; None when it was never asked of a team of the visitor."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_team_answer(%s)", [wanted])
            answer: str | None = cursor.fetchone()[0]
        return answer

    def take(self, by: User) -> CaseFile | None:
        """The file is of this team, with `by` as coordinator; who was it stays for a while to hand
        over. None when it was answered or withdrawn meanwhile."""
        with verb():
            with connection.cursor() as cursor:
                cursor.execute("SELECT casework_take_file(%s)", [self.pk])
                taken: uuid.UUID | None = cursor.fetchone()[0]
            if taken is None:
                return None
            case_file = CaseFile.objects.select_related("household", "team").get(pk=taken)
            before = case_file.seats.open().filter(stays_until__isnull=False).first()
            self._tell(case_file, case_file.seat_of_coordinator(by), before)
        return case_file

    def _tell(self, case_file: CaseFile, seat: Seat, before: Seat | None) -> None:
        words = __("Dit dossier is nu van %(team)s. %(name)s is de regisseur.")
        told = words % {"team": case_file.team, "name": seat.name}
        if before and before.stays_until:
            words = __("%(name)s blijft nog meekijken tot %(day)s.")
            day = date_format(timezone.localtime(before.stays_until), "j E Y")
            told += " " + words % {"name": before.name, "day": day}
        TimelineEntry(
            case_file=case_file, by=seat, kind=EntryKind.HANDOVER, words=told, for_household=True
        ).save(force_insert=True)
        letters_of_teams.taken(case_file, before)

    def decline(self, words: str) -> bool:
        """False when it was answered or withdrawn meanwhile."""
        with verb():
            with connection.cursor() as cursor:
                cursor.execute("SELECT casework_decline_file(%s, %s)", [self.pk, words])
                asked_by: int | None = cursor.fetchone()[0]
            if asked_by is not None:
                letters_of_teams.declined(User.objects.get(pk=asked_by))
        return asked_by is not None
