"""Someone stops working here: every seat ends at once, coordinators hear, no file is left alone.

The manager who does this sees no family: the database moves seats and rights by itself
(`casework_leave_tables` in locks.sql) and tells only which coordinators should hear about it.
"""

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import letters
from casework.workflow import NotAllowed
from network.leaving import leave_places
from wijkteam.models import Organisation, Team, User


def coordinated(user: User, team: Team | None = None) -> int:
    """Of how many open files this person keeps the plan together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_coordinated(%s, %s)", [user.pk, team.pk if team else None])
        return cursor.fetchone()[0]


def leave_team(user: User, team: Team, successor: User | None = None) -> None:
    """Stop working for one team; a coordinator's files go to `successor` of the same team.

    Raises NotAllowed when there are files to coordinate and no fit successor.
    """
    with transaction.atomic():
        # First: the database moves nothing of whoever still works there (wijkteam_must_have_left).
        user.memberships.filter(team=team, until__isnull=True).update(until=timezone.now())
        _leave_tables(user, team, successor)
        leave_places(user, team, successor)


def end_account(user: User, successor: User | None = None) -> None:
    """Nothing is left open: no seat, no team, no way to sign in."""
    with transaction.atomic():
        user.memberships.filter(until__isnull=True).update(until=timezone.now())
        User.objects.filter(pk=user.pk).update(is_active=False)
        _leave_tables(user, None, successor)
        leave_places(user, None, successor)


def end_organisation(organisation: Organisation) -> None:
    """The organisation takes part no longer: all its people stand up from every table."""
    with transaction.atomic():
        for user in User.objects.filter(organisation=organisation, is_active=True):
            end_account(user)
        Organisation.objects.filter(pk=organisation.pk).update(active=False)


def _leave_tables(user: User, team: Team | None, successor: User | None) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT coordinator, household FROM casework_leave_tables(%s, %s, %s)",
                [user.pk, team.pk if team else None, successor.pk if successor else None],
            )
            tables = cursor.fetchall()
    except IntegrityError:
        words = _("%(name)s is nog regisseur. Kies een opvolger uit hetzelfde wijkteam.")
        raise NotAllowed(words % {"name": user.name}) from None
    coordinators = {pk: household for pk, household in tables if pk != user.pk}
    for coordinator in User.objects.filter(pk__in=coordinators):
        letters.somebody_left(coordinator, user)
