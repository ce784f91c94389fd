"""What the network knows: places, people, visits, signals, gatherings."""

from network.models.gatherings import Gathering, Guest, Promise
from network.models.imports import RegisterImport
from network.models.links import SignalLink
from network.models.outlines import Outline
from network.models.people import ContactMoment, VindplaatsContact
from network.models.places import Vindplaats
from network.models.public import PublicPlace
from network.models.signal import Signal, SignalStep

__all__ = [
    "ContactMoment", "Gathering", "Guest", "Outline", "Promise", "PublicPlace", "RegisterImport",
    "Signal", "SignalLink", "SignalStep", "Vindplaats", "VindplaatsContact",
]  # fmt: skip
