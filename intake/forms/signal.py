"""What a vindplaats told about someone, as the first answers of a request. Always to be checked."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from phonenumber_field.phonenumber import to_python

from intake.choices import ForWhom, Knows, ReachBy, Route
from network.models import Signal


def first_answers(signal: Signal) -> dict[str, Any]:
    """The sender asks for someone else, who knows."""
    return {
        "route": Route.VINDPLAATS,
        "for_whom": ForWhom.OTHER,
        "knows": Knows.YES,
        "name": signal.about_name,
        "sender_name": signal.contact.name,
        "relation": str(signal.vindplaats)[:80],
        "words": told(signal),
        **way_to_reach(signal),
    }


def told(signal: Signal) -> str:
    """In whose words it is; and what stood beside the number, such as when to call."""
    words = _("%(place)s zegt: %(words)s") % {"place": signal.vindplaats, "words": signal.words}
    reach = signal.about_reach
    if any(letter.isalpha() for letter in reach):
        words += "\n" + _("Bereikbaar: %(reach)s") % {"reach": reach}
    return words


def way_to_reach(signal: Signal) -> dict[str, Any]:
    """A number or an address when it is one; other words say through whom it goes."""
    reach = signal.about_reach.strip()
    phone = to_python(reach, region="NL")
    if phone and phone.is_valid():
        return {"reach_by": ReachBy.CALL, "phone": str(phone)}
    try:
        validate_email(reach)
    except ValidationError:
        through = [reach, signal.contact.name, str(signal.vindplaats)]
        via = ", ".join(part for part in through if part)
        return {"reach_by": ReachBy.VIA, "via": via[:200]}
    return {"reach_by": ReachBy.MAIL, "email": reach}
