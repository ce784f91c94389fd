"""Signing in on the municipality's own site."""

from typing import Any

from allauth.account.forms import LoginForm as PortalLoginForm
from django.utils.translation import gettext_lazy as _


class LoginForm(PortalLoginForm):
    """A forgotten password is renewed on the portal: this site sends no mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = _(
            "Wachtwoord vergeten? Vraag een nieuw wachtwoord op het portaal van het wijkteam."
        )
