"""How long writing things down takes: seconds per page, week and team. Never of one person.

The row has no colleague in it, so that nobody can be watched with it. The start stands in the form
(`{{ began }}` in its template), the end is when it is saved (`WritingTimeMiddleware`); who walked
away from a form is left out, and of residents and contacts nothing is counted. What the form brings
back is signed and counts once: only a form that was shown, and one click of two.
"""

import secrets
from datetime import date, timedelta

from django.core.cache import cache
from django.core.signing import BadSignature, Signer
from django.db import connection, models
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wijkteam.choices import Role
from wijkteam.models.people import TeamMembership, User
from wijkteam.models.places import Team

LONGEST = 30 * 60
FEWEST_COLLEAGUES = 5
SIGNER = Signer(salt="writing time")
COUNTED = (Role.PROFESSIONAL, Role.PARTNER, Role.TEAM_LEAD)
ADD = "SELECT wijkteam_add_writing(%s, %s, %s, %s)"


class WritingTime(models.Model):
    id = models.UUIDField(primary_key=True, editable=False)
    week = models.DateField()  # its Monday
    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    page = models.CharField(max_length=60)
    seconds = models.PositiveIntegerField()
    times = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["week", "team", "page"], name="writing_time_once")
        ]

    def __str__(self) -> str:
        return f"{self.page} {self.week}"

    @staticmethod
    def add(team_id: int, page: str, began: str) -> None:
        """One form was saved. `began` comes from the form: what makes no sense is left out."""
        now, start = timezone.now(), started(began)
        if start is None or not 0 < (seconds := int(now.timestamp()) - start) <= LONGEST:
            return
        # Forgotten when no form can be that old any more. Without Redis two clicks count twice.
        if not cache.add(f"began:{began}", 1, LONGEST):
            return
        with connection.cursor() as cursor:
            cursor.execute(ADD, [monday(timezone.localdate(now)), team_id, page, seconds])


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_counted(user: object) -> bool:
    return isinstance(user, User) and user.role in COUNTED


def began(ago: int = 0) -> str:
    """Now (or so many seconds ago), and something that no other form has; signed."""
    start = int(timezone.now().timestamp()) - ago
    return SIGNER.sign(f"{start}.{secrets.token_urlsafe(6)}")


def started(brought_back: str) -> int | None:
    """The second at which this form was shown; None for what we did not write ourselves."""
    try:
        return int(SIGNER.unsign(brought_back[:200]).split(".")[0])
    except (BadSignature, ValueError):
        return None


def began_field(posted: str = "") -> SafeString:
    """When the form was opened, for the form itself to bring back; a form that comes back because
    something was wrong goes on with the time that it had."""
    value = posted if started(posted) is not None else began()
    return format_html('<input type="hidden" name="began" value="{}">', value)


def own_team(user: User) -> int | None:
    """Of someone who works for more teams the first."""
    mine = TeamMembership.objects.filter(user=user, until__isnull=True).order_by("pk")
    return mine.values_list("team_id", flat=True).first()
