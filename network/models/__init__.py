from network.models.people import ContactMoment, VindplaatsContact
from network.models.places import Vindplaats
from network.models.signal import Signal

__all__ = ["ContactMoment", "Signal", "Vindplaats", "VindplaatsContact"]
