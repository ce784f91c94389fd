"""A chair that was offered: asked by mail, answered with yes, or with standing up again."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.models.case_files import CaseFile
from casework.workflow import NotAllowed, verb
from wijkteam.models import User


class Invited(models.Model):
    """When they were asked and said yes; both empty for who was asked in person."""

    asked_at = models.DateTimeField(_("gevraagd op"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("zei ja op"), null=True, blank=True)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        user_id: int | None
        until: datetime | None
        case_file: models.ForeignKey[CaseFile, CaseFile]

    @property
    def awaits_answer(self) -> bool:
        """Was asked, and said neither yes nor no."""
        return self.until is None and self.asked_at is not None and self.accepted_at is None

    def accept(self, by: User) -> None:
        """Yes, I take part: only who was asked says so. Twice is once; saying no is leaving."""
        if self.user_id != by.pk:
            raise NotAllowed(__("Alleen wie gevraagd is, zegt ja."))
        from casework.models.seats import Seat

        with verb():
            self.case_file.touch()
            unanswered = Seat.objects.asked(by).unanswered()
            unanswered.filter(pk=self.pk).update(accepted_at=timezone.now())
