"""References and codes that can be read aloud, and the keys that open a row for a stranger.

The alphabet leaves out figures and letters that sound or look alike (0 O, 1 I L, 2 Z, 5 S, 8 B,
6, U V, M N). The last character is a Luhn mod N check character over that alphabet (python-stdnum).
"""

import hmac
import re
import secrets
from hashlib import sha256

from django.conf import settings
from phonenumber_field.phonenumber import to_python
from stdnum import luhn

ALPHABET = "3479ACDEFGHJKPQRTWXY"  # an even number of signs, as Luhn mod N needs
LENGTH = 8


def new_reference() -> str:
    """Eight characters, the last one a check character: 1.28 thousand million references."""
    return with_check("".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1)))


def with_check(body: str) -> str:
    """With its check character behind it."""
    return body + luhn.calc_check_digit(body, ALPHABET)


def readable(reference: str) -> str:
    """'ACDE-FGHJ', for on screen and over the phone."""
    return f"{reference[:4]}-{reference[4:]}"


def normal_reference(typed: str) -> str:
    """What someone typed without spaces and dashes; '' when it cannot be a reference."""
    reference = re.sub(r"[^0-9A-Z]", "", typed.upper())
    if len(reference) != LENGTH or not luhn.is_valid(reference, ALPHABET):
        return ""
    return reference


def normal_fact(typed: str) -> str:
    """A phone number, e-mail address, postcode or name in one spelling: '+316..' is '06 ..'."""
    fact = typed.strip().lower()
    if "@" in fact:
        return fact
    fact = re.sub(r"[\s()./-]", "", fact)
    number = to_python(fact)
    return number.as_e164 if number and number.is_valid() else fact


def key(*parts: str) -> str:
    """The keyed hash under which a row can be opened: it cannot be guessed or read back."""
    text = "\x1f".join(parts).encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, sha256).hexdigest()


def lookup_keys(reference: str, facts: list[str], name: str) -> list[str]:
    """One key per fact that someone may name beside the reference; the name when there is none."""
    return [key(reference, normal_fact(fact)) for fact in [f for f in facts if f] or [name]]


def draft_key(code: str) -> str:
    """The hash under which a draft is opened with its code."""
    return key("draft", code)
