"""The ground floor: settings, people, places, roles, the access log and the outbox."""

from wijkteam.celery import app as celery_app

__all__ = ["celery_app"]
