"""The code with which a story is taken back, by whoever told it without an account."""

import hmac
import secrets
from hashlib import sha256

from django.conf import settings

ALPHABET = "ACDEFGHJKLMNPRTUVWXY3479"  # as in intake: nothing that looks like something else
LETTERS = 12  # of a code: 55 bits


def withdraw_code(token: str) -> str:
    """To take back what was told with this link: the same each time, so it can be shown twice."""
    made = hmac.new(settings.SECRET_KEY.encode(), f"verhaal\x1f{token}".encode(), sha256).digest()
    return written("".join(ALPHABET[byte % len(ALPHABET)] for byte in made[:LETTERS]))


def new_code() -> str:
    """For a sheet of paper, or to read out: of chance, and kept as a hash alone."""
    return written("".join(secrets.choice(ALPHABET) for _letter in range(LETTERS)))


def written(letters: str) -> str:
    """In groups of four, to read and type."""
    return "-".join(letters[at : at + 4] for at in range(0, LETTERS, 4))


def plain_code(code: str) -> str:
    """As it is kept, however it was typed; empty when it can be no code of ours."""
    plain = _letters_of(code)
    return plain if len(plain) == LETTERS else ""


def code_hash(code: str) -> str:
    """What is kept of it: the SHA-256 of its letters, in hexadecimals."""
    return sha256(_letters_of(code).encode()).hexdigest()


def _letters_of(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter in ALPHABET)
