"""A moment at which somebody may be asked how it was: a key that leads nowhere by itself, no name.

Each app says which moments there were (`moments`), and sends the question itself (`ask`): it alone
knows to whom. Whoever asks (the monitor) knows the key and the place, and nothing more.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Moment:
    """`audience` and `occasion` say which list of questions fits."""

    key: str
    audience: str
    occasion: str
    team_id: int | None
    neighbourhood_id: int | None = None
    life_domain: str = ""
    language: str = "nl"
