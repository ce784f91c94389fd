"""What a session remembers of who signed in, so that no page has to ask it."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from wijkteam.choices import Role
from wijkteam.models import User

AT_WORK = (Role.PROFESSIONAL, Role.TEAM_LEAD)


@receiver(user_logged_in)
def whom_to_call(request: HttpRequest, user: User, **_signal: Any) -> None:
    """The own team, which stands at the foot of every page (`contact_team` in context.py). Of who
    works for several it is the one they began with."""
    if user.role in AT_WORK:
        own = user.memberships.filter(until=None).order_by("since", "pk")
        if team := own.values_list("team_id", flat=True).first():
            request.session["team"] = team
