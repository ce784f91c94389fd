"""Fill the groups from `wijkteam/roles.py`. Runs after every migrate; may run any time."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError

from wijkteam.roles import PERMISSIONS


def sync() -> None:
    """Each role's group holds exactly the codenames of the table."""
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for role, codenames in PERMISSIONS.items():
        missing = [codename for codename in codenames if codename not in known]
        if missing:
            raise CommandError(f"Onbekende rechten voor {role}: {', '.join(missing)}")
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set([known[codename] for codename in codenames])


class Command(BaseCommand):
    help = "Zet de rechten van elke rol gelijk aan wijkteam/roles.py."

    def handle(self, *args: Any, **options: Any) -> None:
        sync()
