"""Who signed in, with organisation and rights: one question to the database for every page."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db import connection
from django.db.models import QuerySet

from wijkteam.models import Organisation, User
from wijkteam.rows import Columns

BACKEND = "wijkteam.rights.RoleBackend"
# A number costs more to read than all the rest, and a page seldom shows the one of who asks for it.
LATER = {"phone"}
PERSON, EMPLOYER = Columns(User, "u", LATER), Columns(Organisation, "o", LATER)
# The rights by a function, which remembers how it asks (wijkteam/locks.sql).
SIGNED_IN = """
    SELECT wijkteam_rights(u.id), {person}, {employer}
    FROM wijkteam_user u LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id
    WHERE u.id = %s
"""


class RoleBackend(AuthenticationBackend):
    """Rights come with the role (wijkteam/roles.py); nobody has a right of their own."""

    def get_user(self, user_id: Any) -> User | None:
        with connection.cursor() as cursor:
            asked = SIGNED_IN.format(person=PERSON, employer=EMPLOYER)
            cursor.execute(asked, [user_id])
            found = cursor.fetchone()
        if found is None:
            return None
        values = iter(found)
        rights = next(values)
        user: Any = PERSON.row(values)
        if not self.user_can_authenticate(user):
            return None
        if user.organisation_id:
            user.organisation = EMPLOYER.row(values)
        if not user.is_superuser:
            user._perm_cache = user._group_perm_cache = set(rights)
        return user

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
