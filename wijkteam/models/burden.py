"""How long writing things down takes: seconds per page, week and team. Never of one person.

The row has no colleague in it, so that nobody can be watched with it. The start stands in the form
(`{{ began }}` in its template), the end is when it is saved (`WritingTimeMiddleware`); who walked
away from a form is left out, and of residents and contacts nothing is counted.
"""

from datetime import date, timedelta

from django.db import connection, models
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wijkteam.choices import Role
from wijkteam.models.people import TeamMembership, User
from wijkteam.models.places import Team

LONGEST = 30 * 60
FEWEST_COLLEAGUES = 5
COUNTED = (Role.PROFESSIONAL, Role.PARTNER, Role.TEAM_LEAD)
ADD = """
    INSERT INTO wijkteam_writingtime AS old (id, week, team_id, page, seconds, times)
    VALUES (gen_random_uuid(), %s, %s, %s, %s, 1)
    ON CONFLICT (week, team_id, page) DO UPDATE
    SET seconds = old.seconds + excluded.seconds, times = old.times + 1
"""


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
        now = timezone.now()
        if not began.isdigit() or len(began) > 12:
            return
        seconds = int(now.timestamp()) - int(began)
        if not 0 < seconds <= LONGEST:
            return
        with connection.cursor() as cursor:
            cursor.execute(ADD, [monday(now.date()), team_id, page, seconds])


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_counted(user: object) -> bool:
    return isinstance(user, User) and user.role in COUNTED


def began() -> str:
    """Now, in whole seconds."""
    return str(int(timezone.now().timestamp()))


def began_field() -> SafeString:
    """When the form was opened, for the form itself to bring back."""
    return format_html('<input type="hidden" name="began" value="{}">', began())


def own_team(user: User) -> int | None:
    """Of someone who works for more teams the first."""
    mine = TeamMembership.objects.filter(user=user, until__isnull=True).order_by("pk")
    return mine.values_list("team_id", flat=True).first()
