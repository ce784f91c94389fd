"""Who of us goes to a conversation, and that nobody of us is in two places at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intake.workflow import Refused
from wijkteam.models import User

USUALLY = timedelta(hours=1)  # what a conversation takes; `intake_clash` counts with the same hour


class Busy(Refused):
    """One of us is somewhere else at that hour, or may be: it was offered to another resident."""

    def __init__(self, name: str, at: datetime, proposed: bool, asked: datetime) -> None:
        local = timezone.localtime(at)
        said = {"name": name, "day": date_format(local, "l j E"), "time": f"{local:%H.%M}"}
        words = (
            _("%(day)s om %(time)s is al voorgesteld aan een ander, met %(name)s erbij.")
            if proposed
            else _("%(name)s heeft al een gesprek op %(day)s om %(time)s.")
        )
        super().__init__(f"{words % said} {_('Kies een andere tijd, of een andere collega.')}")
        self.asked = asked


class Going(models.Model):
    """The professional who goes, colleagues of the team who come along, and others by name."""

    colleagues = models.CharField(_("wie er nog meer komt"), max_length=200, blank=True)
    along = ArrayField(models.BigIntegerField(), default=list, blank=True)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        professional_id: int
        professional: User
        request_id: UUID
        us: list[str]

    @property
    def who_go(self) -> list[int]:
        """Accounts of ours, who goes first on top."""
        return list(dict.fromkeys([self.professional_id, *self.along]))

    def stands(self, *names: str) -> bool:
        """Whether these columns say the same in the database already."""
        asked = {name: getattr(self, name) for name in names}
        return type(self)._default_manager.filter(pk=self.pk, **asked).exists()

    def names(self) -> str:
        """Who of us come, as the resident hears it; who comes from elsewhere last."""
        found = User.objects.filter(pk__in=self.along).values_list("name", flat=True)
        along = list(found.order_by("name")) if self.along else []
        return ", ".join([self.professional.name, *along, *filter(None, [self.colleagues])])

    def check_free(self, moments: Sequence[datetime]) -> None:
        """Raises Busy. Until the transaction ends nobody else books these people."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT who, at, proposed, asked FROM intake_clash(%s, %s::timestamptz[], %s)",
                [self.who_go, list(moments), self.request_id],
            )
            clash = cursor.fetchone()
        if clash:
            who, at, proposed, asked = clash
            name = User.objects.values_list("name", flat=True).get(pk=who)
            raise Busy(name, at, proposed, asked)


def name_us(rows: Sequence[Going]) -> None:
    """Gives each `us`, the names of colleagues who come along, in one query for all of them."""
    keys = {pk for row in rows for pk in row.along}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}
    for row in rows:
        row.us = [names[pk] for pk in row.along if pk in names]
