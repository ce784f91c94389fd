"""The request as our views get it, for the type checker and the reader."""

from django.http import HttpRequest
from django.urls import reverse

from wijkteam.models import User

MY_DAY = "day"
WORK = ("/werk/", "/netwerk/", "/leiding/", "/monitor/", "/toezicht/", "/beheer/", "/mensen/",
        "/organisaties/")  # fmt: skip


class SignedInRequest(HttpRequest):
    """It passed SignInMiddleware: the visitor is one of our users."""

    user: User
    # Whose time is counted when a form is saved (WritingTimeMiddleware); unset: the own team's.
    writes_for: int | None


def after(request: SignedInRequest, url: str) -> str:
    """Where a button leads: to this page, or back to my day when it was pressed there."""
    return reverse(MY_DAY) if request.POST.get("from") == MY_DAY else url


def is_work(request: HttpRequest) -> bool:
    """Whether this page is for colleagues, and so in Dutch alone."""
    return request.path.startswith(WORK)
