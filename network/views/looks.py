"""A signal about a person is a look at a family: who sees or changes it is written down."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest

from network.choices import SignalKind
from network.models import Signal
from wijkteam.access import looks


def log_signals(request: HttpRequest, signals: Iterable[Signal], act: str) -> None:
    """A line per person; the number of the signal stands where a request's would."""
    about: list[UUID | None] = [
        signal.pk for signal in signals if signal.kind == SignalKind.INDIVIDUAL
    ]
    looks(request, part="signaal", act=act, requests=about, ground="signaal aan het wijkteam")
