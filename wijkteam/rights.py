"""Who signed in, with organisation and rights: one question to the database for every page."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet

from wijkteam.models import Organisation, User

BACKEND = "wijkteam.rights.RoleBackend"
# A number costs more to read than all the rest, and a page seldom shows the one of who asks for it.
LATER = {"phone"}
PERSON = [one.attname for one in User._meta.concrete_fields if one.attname not in LATER]
EMPLOYER = [one.attname for one in Organisation._meta.concrete_fields if one.attname not in LATER]
# By hand, since every page asks it, and Django takes longer to write it than the answer takes. The
# rights by a function, which remembers how it asks (wijkteam/locks.sql).
SIGNED_IN = f"""
    SELECT
        wijkteam_rights(u.id),
        {", ".join(f"u.{name}" for name in PERSON)},
        {", ".join(f"o.{name}" for name in EMPLOYER)}
    FROM wijkteam_user u LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id
    WHERE u.id = %s
"""  # noqa: S608 - names of our own columns


class RoleBackend(AuthenticationBackend):
    """Rights come with the role (wijkteam/roles.py); nobody has a right of their own."""

    def get_user(self, user_id: Any) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(SIGNED_IN, [user_id])
            found = cursor.fetchone()
        if found is None:
            return None
        rights, person, employer = found[0], found[1 : 1 + len(PERSON)], found[1 + len(PERSON) :]
        user: Any = User.from_db(DEFAULT_DB_ALIAS, PERSON, person)
        if not self.user_can_authenticate(user):
            return None
        if user.organisation_id:
            user.organisation = Organisation.from_db(DEFAULT_DB_ALIAS, EMPLOYER, employer)
        if not user.is_superuser:
            user._perm_cache = user._group_perm_cache = set(rights)
        return user

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
