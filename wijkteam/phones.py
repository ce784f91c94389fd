"""How a phone number is written: as people here do, and with its country when it is from elsewhere.

The library writes every number the national way, so that '+48 512 345 678' came out as '512 345
678': a number that nobody here can dial, or that rings at somebody else's.
"""

from phonenumber_field.phonenumber import PhoneNumber

HERE = 31


def written(number: PhoneNumber) -> str:
    """'06 12345678', '+48 512 345 678'; what is no number stays as it was typed."""
    if not number.is_valid():
        return str(number.raw_input or "")
    return str(number.as_national if number.country_code == HERE else number.as_international)


def write_them_so() -> None:
    """From here on, everywhere: on pages, in forms, in letters and behind `tel:`."""
    PhoneNumber.__str__ = written
