"""Days around today, for the family of the demo."""

from datetime import date, datetime, timedelta

from django.utils import timezone


def ago(days: int, hour: int = 10, minute: int = 0) -> datetime:
    day = timezone.localtime() - timedelta(days=days)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def ahead(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
