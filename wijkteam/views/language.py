"""Choosing a language: for the pages in this browser, and for the mail of whoever signed in."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.i18n import set_language

from wijkteam.models import User


@login_not_required
def choose_language(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = set_language(request)
    if request.method == "POST" and isinstance(request.user, User):
        request.user.reads_in(request.POST.get("language", ""))
    return response
