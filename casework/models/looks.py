"""When someone last looked at a file: what changed since then stands out."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from casework.models.case_files import CaseFile
from wijkteam.models import User

# Pages opened within this time belong to one visit: what was new stays new until it is over.
ONE_VISIT = timedelta(hours=1)


class LastLook(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="last_looks")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # When the visit before this one ended; empty on the first.
    before = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case_file", "user"], name="last_look_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.at}"

    @classmethod
    def renew(cls, case_file: CaseFile, user: User) -> datetime | None:
        """Write down that the user looks now; answers since when things are new to this person."""
        now = timezone.now()
        look, is_first = cls.objects.get_or_create(
            case_file=case_file, user=user, defaults={"at": now}
        )
        if not is_first:
            if now - look.at > ONE_VISIT:
                look.before = look.at
            look.at = now
            look.save(update_fields=["at", "before"])
        return look.before
