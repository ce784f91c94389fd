"""Choices of the network. Labels are what the screen says."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


def labels(choices: type[TextChoices], values: list[str]) -> list[str]:
    """What the screen says for each of the values."""
    return [str(choices(value).label) for value in values]


class Formality(TextChoices):
    FORMAL = "formal", _("formeel")
    INFORMAL = "informal", _("informeel")


class VindplaatsKind(TextChoices):
    SCHOOL = "school", _("school of kinderopvang")
    GP = "gp", _("huisarts of gezondheidscentrum")
    COMMUNITY_CENTRE = "community_centre", _("buurthuis")
    LIBRARY = "library", _("bibliotheek")
    FAITH = "faith", _("kerk, moskee of ander gebedshuis")
    HOUSING = "housing", _("woningcorporatie of huismeester")
    POLICE = "police", _("wijkagent")
    DISTRICT_NURSE = "district_nurse", _("wijkverpleging")
    YOUTH_HEALTH = "youth_health", _("jeugdgezondheidszorg")
    WORK_INCOME = "work_income", _("werk en inkomen")
    DEBT = "debt", _("schuldhulp")
    FOOD = "food", _("voedselbank of eettafel")
    SPORT = "sport", _("sport of vereniging")
    SHOP = "shop", _("winkel of markt")
    MEETING = "meeting", _("inloop of ontmoeting")
    INITIATIVE = "initiative", _("initiatief van bewoners")
    VOLUNTEER = "volunteer", _("vrijwilliger")
    CONFIDANT = "confidant", _("vertrouwenspersoon in de buurt")
    OTHER = "other", _("iets anders")


FORMAL_KINDS = {
    VindplaatsKind.SCHOOL,
    VindplaatsKind.GP,
    VindplaatsKind.COMMUNITY_CENTRE,
    VindplaatsKind.LIBRARY,
    VindplaatsKind.HOUSING,
    VindplaatsKind.POLICE,
    VindplaatsKind.DISTRICT_NURSE,
    VindplaatsKind.YOUTH_HEALTH,
    VindplaatsKind.WORK_INCOME,
    VindplaatsKind.DEBT,
}


# A place that is one person: named in the register, never on the website.
PEOPLE_KINDS = {VindplaatsKind.VOLUNTEER, VindplaatsKind.CONFIDANT}


class PublicField(TextChoices):
    """What a public place may show beside its name, kind and neighbourhoods: each by choice."""

    ADDRESS = "address", _("adres, en waar het ligt op de kaart")
    PHONE = "phone", _("telefoonnummer")
    WEBSITE = "website", _("website")
    OPENING_HOURS = "opening_hours", _("wanneer het open is")
    REACHES = "reaches", _("wie er komen")
    LIFE_DOMAINS = "life_domains", _("waarvoor u er terechtkunt")
    LANGUAGES = "languages", _("welke talen ze er spreken")
    OFFERS = "offers", _("wat er te doen is")
    ASKS = "asks", _("wat de plek zoekt")


class Warmth(TextChoices):
    """How long ago we spoke, against the rhythm of the place. Derived, never stored."""

    COLD = "cold", _("lang niet gesproken")
    DUE = "due", _("tijd om langs te gaan")
    WARM = "warm", _("nog warm")


class SpokenLanguage(TextChoices):
    """What people speak at a place: more than the pages of the portal are written in."""

    NL = "nl", _("Nederlands")
    EN = "en", _("Engels")
    AR = "ar", _("Arabisch")
    TR = "tr", _("Turks")
    PL = "pl", _("Pools")
    UK = "uk", _("Oekraïens")
    TI = "ti", _("Tigrinya")
    ZGH = "zgh", _("Berbers")
    SO = "so", _("Somalisch")
    FA = "fa", _("Farsi of Dari")
    KU = "ku", _("Koerdisch")
    PAP = "pap", _("Papiaments")
    SRN = "srn", _("Sranantongo")
    ES = "es", _("Spaans")
    FR = "fr", _("Frans")
    BG = "bg", _("Bulgaars")
    RO = "ro", _("Roemeens")
    ZH = "zh", _("Chinees")
    DSE = "dse", _("Nederlandse gebarentaal")


class KeepingGround(TextChoices):
    """Why we may keep someone's name and number."""

    CONSENT = "consent", _("vindt het zelf goed")
    PUBLIC_ROLE = "public_role", _("staat openbaar bij de functie")
    AGREEMENT = "agreement", _("afspraak met de organisatie")


class MomentKind(TextChoices):
    VISIT = "visit", _("bezoek")
    CALL = "call", _("gebeld")
    MAIL = "mail", _("gemaild of geappt")
    GATHERING = "gathering", _("gesproken op een bijeenkomst")


class SignalKind(TextChoices):
    INDIVIDUAL = "individual", _("over één persoon of gezin")
    COLLECTIVE = "collective", _("over de buurt")


class SignalStatus(TextChoices):
    NEW = "new", _("nieuw")
    PICKED_UP = "picked_up", _("opgepakt")
    ANSWERED = "answered", _("beantwoord")


class SignalRoute(TextChoices):
    """How a signal came in."""

    ACCOUNT = "account", _("zelf doorgegeven, met een account")
    LINK = "link", _("zelf doorgegeven, met een link")
    PHONE = "phone", _("aan de telefoon of bij een bezoek")
    GATHERING = "gathering", _("op een bijeenkomst")


class Reach(TextChoices):
    """What a neighbourhood has for one life domain. Derived, never stored."""

    BOTH = "both", _("formeel en informeel")
    FORMAL = "formal", _("alleen formeel")
    INFORMAL = "informal", _("alleen informeel")
    COLD = "cold", _("wel een plek, lang niet gesproken")
    NONE = "none", _("niemand")
