from network.models.people import ContactMoment, VindplaatsContact
from network.models.places import Vindplaats
from network.models.public import PublicPlace
from network.models.signal import Signal

__all__ = ["ContactMoment", "PublicPlace", "Signal", "Vindplaats", "VindplaatsContact"]
