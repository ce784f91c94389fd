"""Asking for a code to sign in with (named in the settings as allauth's form)."""

from allauth.account.forms import RequestLoginCodeForm
from django.db import connection
from django.utils.translation import get_language


class CodeForm(RequestLoginCodeForm):
    def clean_email(self) -> str:
        """Who has a chair that waits for this address gets the account that goes with it: the code
        proves the address, and only then the chair is theirs (see `CaseFile.welcome`)."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT casework_expect(%s, %s)", [self.cleaned_data["email"], get_language()]
            )
        return str(super().clean_email())
