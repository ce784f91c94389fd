"""The request as our views get it, for the type checker and the reader."""

from django.http import HttpRequest

from wijkteam.models import User


class SignedInRequest(HttpRequest):
    """It passed LoginRequiredMiddleware: the visitor is one of our users."""

    user: User
    # Whose time is counted when a form is saved (WritingTimeMiddleware); unset: the own team's.
    writes_for: int | None
