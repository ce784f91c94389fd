"""The mail about what is new: how often each person wants it, and when the last one went."""

from typing import TYPE_CHECKING

from django.db import connection, models
from django.utils import timezone

from casework import letters
from casework.choices import News
from wijkteam.models import User

if TYPE_CHECKING:
    from datetime import datetime

# Only who was not written to in this turn: a second worker, or a second run, takes nothing.
TAKE = """
    INSERT INTO casework_newswish AS wish (user_id, how, sent_at) VALUES (%s, 'daily', %s)
    ON CONFLICT (user_id) DO UPDATE SET sent_at = excluded.sent_at
    WHERE wish.how <> 'never' AND (wish.sent_at IS NULL OR wish.sent_at < %s)
    RETURNING user_id
"""


class NewsWish(models.Model):
    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="+")
    how = models.CharField(max_length=6, choices=News.choices, default=News.DAILY)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.get_how_display()

    @classmethod
    def of(cls, user: User) -> str:
        found = cls.objects.filter(user=user).values_list("how", flat=True).first()
        return found or News.DAILY.value

    @classmethod
    def wish(cls, user: User, how: str) -> None:
        cls.objects.update_or_create(user=user, defaults={"how": how})

    @staticmethod
    def with_news(weekly: bool) -> list[tuple[int, int]]:
        """(user, number of tables) for everyone who gets a mail in this turn. The database counts
        (casework_news in locks_news.sql): the worker reads no family."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_news(%s)", [weekly])
            return cursor.fetchall()

    @staticmethod
    def tell(user_id: int, tables: int, turn: "datetime") -> bool:
        """One mail in one transaction; False when this person was written to in this turn."""
        with connection.cursor() as cursor:
            cursor.execute(TAKE, [user_id, timezone.now(), turn])
            if not cursor.fetchone():
                return False
        # An account that the database itself named above; the worker reads accounts, no family.
        letters.news(User.objects.get(pk=user_id), tables)
        return True
