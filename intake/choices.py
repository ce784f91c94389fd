"""Choices of the request, its clocks and its conversation. Labels are what the screen says."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Route(TextChoices):
    WEB = "web", _("via de website")
    PHONE = "phone", _("via de telefoon")
    WALK_IN = "walk_in", _("via de inloop")
    PAPER = "paper", _("op papier")
    VINDPLAATS = "vindplaats", _("via een vindplaats")
    HOUSE_VISIT = "house_visit", _("bij een huisbezoek")


class ForWhom(TextChoices):
    SELF = "self", _("voor mijzelf of mijn gezin")
    OTHER = "other", _("voor iemand anders")


class Knows(TextChoices):
    YES = "yes", _("ja, die weet het")
    NO = "no", _("nee, nog niet")


class ReachBy(TextChoices):
    CALL = "call", _("bellen")
    TEXT = "text", _("een berichtje (sms)")
    MAIL = "mail", _("e-mail")
    VISIT = "visit", _("langskomen")
    VIA = "via", _("via iemand anders")


class Unsafe(TextChoices):
    """What we do not do, because it is not safe for someone."""

    CALL = "call", _("bellen")
    MAIL = "mail", _("mailen")
    LETTER = "letter", _("een brief sturen")
    VISIT = "visit", _("langskomen")


class AdditionKind(TextChoices):
    """What a resident hands in after the request."""

    PLAN = "plan", _("eigen plan")
    LETTER = "letter", _("brief of foto")


class DayPart(TextChoices):
    MORNING = "morning", _("ochtend")
    AFTERNOON = "afternoon", _("middag")
    EVENING = "evening", _("avond")


class MeetingPlace(TextChoices):
    HOME = "home", _("bij mij thuis")
    TEAM = "team", _("bij het wijkteam")
    WALK = "walk", _("tijdens een wandeling")
    PHONE = "phone", _("aan de telefoon")
    VIDEO = "video", _("met beeldbellen")
    VINDPLAATS = "vindplaats", _("op een plek in de buurt")


class RequestStatus(TextChoices):
    RECEIVED = "received", _("binnengekomen")
    ACKNOWLEDGED = "acknowledged", _("opgepakt")
    PLANNED = "planned", _("gesprek gepland")
    HELD = "held", _("gesprek gevoerd")
    CLOSED = "closed", _("klaar")


class Outcome(TextChoices):
    ANSWERED = "answered", _("vraag beantwoord")
    ARRANGED = "arranged", _("samen geregeld")
    REFERRED = "referred", _("warm overgedragen")
    CASE_FILE = "case_file", _("samen een plan maken")
    WITHDRAWN = "withdrawn", _("ingetrokken door de bewoner")
    NOT_REACHED = "not_reached", _("niet bereikt")


class ClockKind(TextChoices):
    ACKNOWLEDGE = "acknowledge", _("bericht dat wij het verzoek hebben")
    CONTACT = "contact", _("eerste contact met een mens")
    CONVERSATION = "conversation", _("keukentafelgesprek")
    LEGAL = "legal", _("wettelijke termijn van zes weken")
    OWN_PLAN = "own_plan", _("eigen plan van de bewoner")


class PauseReason(TextChoices):
    """Why the clocks may stand still: always something the resident asked or has to do."""

    ASKED = "asked", _("de bewoner wil later verder")
    AWAY = "away", _("de bewoner is weg of ziek")
    PAPERS = "papers", _("we wachten op papieren van de bewoner")
    OTHER = "other", _("iets anders, met instemming van de bewoner")


class Reaction(TextChoices):
    AGREES = "agrees", _("zo klopt het")
    ADDS = "adds", _("ik wil iets veranderen of toevoegen")


class Delivery(TextChoices):
    """How the resident gets the report."""

    MAIL = "mail", _("een mail met een link")
    LETTER = "letter", _("een brief om te printen")
    HAND = "hand", _("al gegeven of samen gelezen")


class Urgency(TextChoices):
    """The three parts of the team's list, most urgent first."""

    LATE = "late", _("te laat")
    TODAY = "today", _("vandaag")
    LATER = "later", _("daarna")


class WaitsFor(TextChoices):
    """Whose turn it is."""

    US = "us", _("wacht op ons")
    RESIDENT = "resident", _("wacht op bewoner")
    PLANNED = "planned", _("gesprek gepland")


class ComplaintAbout(TextChoices):
    TEAM = "team", _("het wijkteam")
    PERSON = "person", _("iemand van het wijkteam")
    WAITING = "waiting", _("het wachten")
    PRIVACY = "privacy", _("mijn gegevens")
    OTHER = "other", _("iets anders")


class OfTheTeam(TextChoices):
    """Whether a complaint is about one of the team: a lead does not read one about the lead."""

    NOBODY = "nobody", _("nee, over niemand in het bijzonder")
    WORKER = "worker", _("ja, over een medewerker")
    LEAD = "lead", _("ja, over de teamleider")


class Judgement(TextChoices):
    """What the handler makes of a complaint."""

    RIGHT = "right", _("de klacht klopt")
    PARTLY = "partly", _("de klacht klopt voor een deel")
    WRONG = "wrong", _("de klacht klopt volgens ons niet")
    SETTLED = "settled", _("het is samen opgelost")
