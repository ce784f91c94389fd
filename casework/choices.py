"""Choices of the case file. Labels are what the screen says."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from wijkteam.log_words import Act as Act
from wijkteam.log_words import Part as Part


class HouseholdRole(TextChoices):
    ADULT = "adult", _("volwassene")
    YOUNG = "young", _("jongere (12-17)")
    CHILD = "child", _("kind (tot 12)")
    OTHER = "other", _("anders")


class GroundKind(TextChoices):
    CONSENT = "consent", _("de bewoner zei ja")
    TASK = "task", _("wettelijke taak")
    VITAL = "vital", _("acuut gevaar")


class GivenHow(TextChoices):
    PORTAL = "portal", _("op de eigen pagina")
    TABLE = "table", _("aan tafel")
    PAPER = "paper", _("op papier")


class GoalStatus(TextChoices):
    RUNNING = "running", _("loopt")
    REACHED = "reached", _("gelukt")
    LET_GO = "let_go", _("losgelaten")


class ActionKind(TextChoices):
    DO = "do", _("doen")
    ARRANGE = "arrange", _("regelen")
    WAIT = "wait", _("bewust even niets doen")
    CELEBRATE = "celebrate", _("vieren")


class Repeat(TextChoices):
    """What is done comes back by itself."""

    ONCE = "", _("één keer")
    WEEKLY = "weekly", _("elke week")
    MONTHLY = "monthly", _("elke maand")


class News(TextChoices):
    """How often someone wants a mail about what is new at the own tables."""

    DAILY = "daily", _("elke werkdag")
    WEEKLY = "weekly", _("elke week, op maandag")
    NEVER = "never", _("nooit")


class EntryKind(TextChoices):
    NOTE = "note", _("notitie")
    VISIT = "visit", _("bezoek")
    CONTACT = "contact", _("contact")
    MEETING = "meeting", _("overleg")
    MESSAGE = "message", _("bericht")
    # Written by the verbs that need words: leaving, handing over, closing and opening again.
    HANDOVER = "handover", _("overdracht")
    OUTCOME = "outcome", _("hoe het verder gaat")


class Audience(TextChoices):
    TABLE = "table", _("iedereen aan tafel")
    DOMAIN = "domain", _("alleen wie bij dit leefgebied hoort")
    COORDINATOR = "coordinator", _("alleen de regisseur")


# What happens between people: each says whether the resident was there.
WITH_SOMEONE = [EntryKind.VISIT, EntryKind.CONTACT, EntryKind.MEETING]


class DifferenceAbout(TextChoices):
    """To take the measure is one thing, to make something that fits is another (Bannink, 2020)."""

    MEASURE = "measure", _("de maat: wat er aan de hand is")
    WORK = "work", _("het werk: wat er nodig is")
    BOTH = "both", _("allebei")


class DifferenceStatus(TextChoices):
    OPEN = "open", _("open")
    TRYING = "trying", _("we proberen iets")
    DECIDED = "decided", _("beslist")
    DISSOLVED = "dissolved", _("opgelost")


class MandateAnswer(TextChoices):
    YES = "yes", _("ja")
    PARTLY = "partly", _("voor een deel")
    NO = "no", _("nee")
    TAKEN_BACK = "taken_back", _("niet meer nodig")


class TeamAnswer(TextChoices):
    """What became of the question to another team to take a file."""

    WAITS = "", _("wacht op antwoord")
    TAKEN = "taken", _("overgenomen")
    DECLINED = "declined", _("niet overgenomen")
    WITHDRAWN = "withdrawn", _("ingetrokken")
    OBJECTED = "objected", _("gaat niet door")


class StuckKind(TextChoices):
    RULE = "rule", _("een regel")
    MONEY = "money", _("geld")
    WAITING_LIST = "waiting", _("een wachtlijst")
    NO_OFFER = "no_offer", _("er is geen aanbod")
    NO_MANDATE = "mandate", _("niemand mag beslissen")
    INFORMATION = "information", _("informatie komt niet")
    OTHER = "other", _("iets anders")


class Scan(TextChoices):
    """What the virus scanner said, where there is one."""

    NONE = "none", _("niet gescand")
    WAITING = "waiting", _("wordt nog gecontroleerd")
    CLEAN = "clean", _("gecontroleerd")
    FOUND = "found", _("niet veilig")


class RightKind(TextChoices):
    """What a resident may ask about the own data (AVG art. 15-21)."""

    LOOK = "look", _("Ik wil weten wat u over mij bewaart, en waarom")
    CORRECT = "correct", _("Er staat iets wat niet klopt")
    OBJECT = "object", _("Ik wil niet dat u dit met iemand deelt of gebruikt")
    RESTRICT = "restrict", _("Ik wil dat u even niets met mijn gegevens doet")
    ERASE = "erase", _("Ik wil dat u mijn gegevens verwijdert")
    TAKE = "take", _("Ik verhuis, en wil mijn plan meenemen")


class RightOutcome(TextChoices):
    GRANTED = "granted", _("ja, dat is gedaan")
    PARTLY = "partly", _("voor een deel gedaan")
    REFUSED = "refused", _("nee, dat kan niet")


class ExportStatus(TextChoices):
    WAITING = "waiting", _("wacht")
    BUSY = "busy", _("wordt gemaakt")
    READY = "ready", _("staat klaar")
    FAILED = "failed", _("niet gelukt")


class DestroyedWhy(TextChoices):
    TERM = "term", _("de bewaartermijn was om")
    ASKED = "asked", _("de bewoner vroeg het")


class MeldcodeStepKind(TextChoices):
    """The five steps of the meldcode."""

    MAP = "map", _("1. Signalen in kaart brengen")
    CONSULT = "consult", _("2. Overleggen met een collega en zo nodig Veilig Thuis")
    TALK = "talk", _("3. Praten met de betrokkene")
    WEIGH = "weigh", _("4. Het geweld wegen")
    DECIDE = "decide", _("5. Beslissen: melden, en hulp bieden")


class MeldcodeDecision(TextChoices):
    REPORT = "report", _("melden bij Veilig Thuis")
    HELP = "help", _("zelf hulp bieden of organiseren")
    BOTH = "both", _("melden en zelf hulp bieden")
    NOTHING = "nothing", _("het vermoeden klopte niet")


class LessonFrom(TextChoices):
    """What a lesson was learned from."""

    DIFFERENCE = "difference", _("verschil van inzicht")
    GOAL = "goal", _("losgelaten doel")
    STUCK = "stuck", _("vastloper")
