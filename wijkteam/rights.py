"""Who signed in, with organisation and rights: one question to the database for every page."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from wijkteam.models import Organisation, User

BACKEND = "wijkteam.rights.RoleBackend"
# By hand, because every page asks it, and Django takes longer to write it than the answer takes.
SIGNED_IN = """
    SELECT u.*, o.name AS o_name, o.kind AS o_kind, o.phone AS o_phone, o.active AS o_active,
        ARRAY(
            SELECT t.app_label || '.' || p.codename
            FROM wijkteam_user_groups g
            JOIN auth_group_permissions r ON r.group_id = g.group_id
            JOIN auth_permission p ON p.id = r.permission_id
            JOIN django_content_type t ON t.id = p.content_type_id
            WHERE g.user_id = u.id
        ) AS rights
    FROM wijkteam_user u LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id
    WHERE u.id = %s
"""


class RoleBackend(AuthenticationBackend):
    """Rights come with the role (wijkteam/roles.py); nobody has a right of their own."""

    def get_user(self, user_id: Any) -> User | None:
        user: Any = next(iter(User.objects.raw(SIGNED_IN, [user_id])), None)
        if user is None or not self.user_can_authenticate(user):
            return None
        if user.organisation_id:
            user.organisation = Organisation(
                user.organisation_id, user.o_name, user.o_kind, user.o_phone, user.o_active
            )
        if not user.is_superuser:
            user._perm_cache = user._group_perm_cache = set(user.rights)
        return user

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
