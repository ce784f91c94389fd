"""A colleague stops, or hands places on: whom a place knows is never lost without a word.

The manager who ends an account sees no register: the database moves the places by itself
(`network_leave_places` in locks_house.sql) and tells only who got how many.
"""

from django.db import connection

from network import letters
from wijkteam.models import Team, User


def leave_places(user: User, team: Team | None = None, successor: User | None = None) -> None:
    """Places go to the successor, else to their substitute, else they stand open for the team.

    A signal in hand goes along, or back to the team. Runs in the transaction of the leaving.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT next_holder, number FROM network_leave_places(%s, %s, %s)",
            [user.pk, team.pk if team else None, successor.pk if successor else None],
        )
        numbers = dict(cursor.fetchall())
    for holder in User.objects.filter(pk__in=[pk for pk in numbers if pk], email__isnull=False):
        letters.tell_next_holder(holder, numbers[holder.pk])
