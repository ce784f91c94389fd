"""The resident asks that someone leaves the own table: a question to the coordinator, with a clock
that both see."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import home, letters
from casework.models.case_files import CaseFile
from casework.models.seats import Seat
from casework.querysets import COORDINATE, VIEW, rights
from casework.workflow import NotAllowed, verb
from wijkteam.models import User
from wijkteam.rows import Row

if TYPE_CHECKING:
    from casework.standing import Standing

ANSWER_WITHIN = timedelta(days=7)


class LeaveRequestQuerySet(models.QuerySet["LeaveRequest"]):
    def visible_to(self, user: User) -> Self:
        """Who asked it, and who keeps the plan together; not the others in the house or at the
        table."""
        own = rights(user, VIEW).filter(domains__isnull=True, user__role="resident")
        files = own.values("content_object_id").union(
            rights(user, COORDINATE).values("content_object_id")
        )
        return self.filter(home.leave_requests(home.Reader(user)), case_file_id__in=files)

    def seen_from(self, standing: "Standing") -> Self:
        """What `visible_to` gives in one file."""
        own = standing.views and standing.domains is None and standing.reader.lives_there
        if not (standing.coordinates or own):
            return self.none()
        return self.filter(home.leave_requests(standing.reader), case_file=standing.case_file)

    def waiting(self) -> Self:
        return self.filter(answered_at__isnull=True)


class LeaveRequest(Row):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="leave_requests")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    words = models.TextField(_("waarom"), blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    due = models.DateField(_("antwoord uiterlijk"))
    answered_at = models.DateTimeField(_("beantwoord op"), null=True)
    # Nobody, when that person went without being told to (casework_leaving_answers).
    answered_by = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    leaves = models.BooleanField(null=True)
    answer_words = models.TextField(_("antwoord"), blank=True)

    objects = LeaveRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                # Per asker: that a housemate asked the same is not for the others in the house.
                fields=["seat", "asked_by"],
                condition=models.Q(answered_at__isnull=True),
                name="leave_request_once_at_a_time",
            ),
            models.CheckConstraint(
                name="leave_request_answer_says_what",
                condition=models.Q(answered_at__isnull=True, leaves__isnull=True)
                | models.Q(answered_at__isnull=False, leaves__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)

    @property
    def days_left(self) -> int:
        return (self.due - timezone.localdate()).days

    def ask(self) -> None:
        """The coordinator hears at once; the team lead when it is about the coordinator."""
        if self.seat.person_id or self.seat.until is not None:
            raise NotAllowed(__("Deze persoon zit niet (meer) als helper aan tafel."))
        self.due = timezone.localdate() + ANSWER_WITHIN
        with verb():
            self.case_file.touch()
            self.save(force_insert=True)
            letters.asked_to_leave(self)

    def answer(self, by: Seat, leaves: bool, words: str) -> None:
        """Yes: the seat ends now. No: with the reason, for the resident to read. Once."""
        if leaves and self.seat.is_coordinator:
            raise NotAllowed(__("Draag eerst de regie over. Daarna kunt u van tafel gaan."))
        with verb():
            self.case_file.touch()
            waiting = LeaveRequest.objects.waiting().filter(pk=self.pk)
            if not waiting.update(
                answered_at=timezone.now(), answered_by=by, leaves=leaves, answer_words=words
            ):
                raise NotAllowed(__("Deze vraag is al beantwoord."))
            if leaves and self.seat.until is None and by.user:
                self.seat.leave(by.user)
