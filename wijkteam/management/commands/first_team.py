"""See to it that there is a team, so that the first request of a new portal has somebody to go to.

Runs after every migrate; with a team it does nothing. The manager gives it its name and phone.
"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from wijkteam.models import Team


class Command(BaseCommand):
    help = "Maak een eerste wijkteam als er nog geen is."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            if not Team.objects.exists():
                Team.objects.create(
                    name=f"Wijkteam {settings.MUNICIPALITY_NAME}"[:80],
                    phone=settings.MUNICIPALITY_PHONE,
                    is_default=True,
                )
