"""Where someone lands after signing in: the first page that the person's permissions open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wijkteam.context import NAV


def start(request: HttpRequest) -> HttpResponse:
    for _label, name, permission in NAV:
        if request.user.has_perm(permission):
            return redirect(name)
    return redirect("home")
