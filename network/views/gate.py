"""Who may change the register: the permission, and a team to do it for."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from network.querysets import works_in_team
from wijkteam.requests import SignedInRequest

View = Callable[..., HttpResponse]


def team_only(view: View) -> View:
    """403 for whoever lacks the permission, and for a colleague who left every team."""

    @permission_required("network.change_register", raise_exception=True)
    @wraps(view)
    def guarded(request: SignedInRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not works_in_team(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
