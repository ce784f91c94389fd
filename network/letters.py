"""The messages of the network. They are posted in the transaction of what they announce."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage

if TYPE_CHECKING:
    from network.models import Signal


def tell_holder(signal: "Signal") -> None:
    """A new signal; nothing about whom stands in a mail."""
    holder = signal.vindplaats.holder
    if holder is None or not holder.email:
        return
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL,
        to=holder.email,
        subject=_("Nieuw signaal van %(place)s") % {"place": signal.vindplaats},
        body=_("%(place)s geeft een signaal door.\nLees het en pak het op: %(url)s")
        % {"place": signal.vindplaats, "url": _page("signals")},
        team_id=signal.team_id,
    )


def tell_sender(signal: "Signal") -> None:
    """What came of it: by mail, or someone of the team calls.

    Who has an account reads the answer there, so that nothing about a person is in a mail box.
    """
    contact = signal.contact
    words = signal.feedback
    if contact.user_id:
        words = _("Lees het na inloggen: %(url)s") % {"url": _page("signal")}
    body = _("Hallo %(name)s,\n\nU gaf op %(day)s een signaal door. Er is antwoord.\n\n%(words)s")
    OutboxMessage.objects.post(
        kind=MessageKind.MAIL if contact.email else MessageKind.CALL,
        to=contact.email or str(contact.phone) or contact.name,
        subject=_("Wat er van uw signaal kwam"),
        body=body % {"name": contact.name, "day": f"{signal.sent_at:%d-%m-%Y}", "words": words},
        team_id=signal.team_id,
    )


def _page(name: str) -> str:
    return f"{settings.BASE_URL}{reverse(name)}"
