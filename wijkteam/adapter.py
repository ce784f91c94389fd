"""How allauth signs people in here: nobody signs up by themselves, mail leaves by the outbox."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.template.loader import render_to_string

from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage, User

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the manager, or for a resident from the own request."""
        return False

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Say in the log who came in and how; by number, so that no address stands there. And keep
        the language that was chosen on the way in."""
        super().login(request, user)
        if isinstance(user, User):
            user.reads_in(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
        ways = [record["method"] for record in get_authentication_records(request, user)]
        log.info("user %s signed in by %s", user.pk, ", ".join(ways) or "a code")

    def logout(self, request: HttpRequest) -> None:
        log.info("user %s signed out", request.user.pk)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Say that somebody tried; what they typed may be somebody else's, and stays out."""
        log.warning("a sign-in failed")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write allauth's mails (codes, password resets) to the outbox like every message."""
        context = {"email": email, **context}
        subject = render_to_string(f"{template_prefix}_subject.txt", context).strip()
        body = render_to_string(f"{template_prefix}_message.txt", context).strip()
        OutboxMessage.objects.post(kind=MessageKind.MAIL, to=email, subject=subject, body=body)


class OrganisationAdapter(DefaultSocialAccountAdapter):
    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """An organisation speaks for the addresses at its own domains, and for no other."""
        return bool(self.is_email_verified(login.provider, email))
