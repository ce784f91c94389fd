"""What the monitor's code branches on."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from wijkteam.choices import LifeDomain


class Quality(TextChoices):
    """The eight qualities: what good work is, in the words of whoever lives with it."""

    CARE = "care", _("zorg als mensenwerk")
    TRUST = "trust", _("vertrouwen")
    SHARING = "sharing", _("delen wat nodig is")
    TEAMWORK = "teamwork", _("samenwerken")
    INVOLVEMENT = "involvement", _("eigen regie")
    RESPONSIVENESS = "responsiveness", _("het ging over wat telt")
    ROOM = "room", _("ruimte om te doen")
    BURDEN = "burden", _("weinig papierwerk")


class Audience(TextChoices):
    RESIDENT = "resident", _("bewoners")
    PROFESSIONAL = "professional", _("wijkteam")
    PARTNER = "partner", _("partners")
    CONTACT = "contact", _("vindplaatsen")
    MUNICIPALITY = "municipality", _("gemeente")


class Voice(TextChoices):
    """Four voices around the wheel: those who do the work speak together."""

    RESIDENT = "resident", _("bewoners")
    WORKER = "worker", _("professionals en partners")
    CONTACT = "contact", _("vindplaatsen")
    MUNICIPALITY = "municipality", _("de gemeente zelf")


VOICE_OF: dict[str, Voice] = {
    Audience.RESIDENT: Voice.RESIDENT,
    Audience.PROFESSIONAL: Voice.WORKER,
    Audience.PARTNER: Voice.WORKER,
    Audience.CONTACT: Voice.CONTACT,
    Audience.MUNICIPALITY: Voice.MUNICIPALITY,
}


class Occasion(TextChoices):
    """When a list of questions is asked."""

    CONVERSATION = "conversation", _("na het gesprek")
    REVIEW = "review", _("bij het terugkijken")
    CLOSING = "closing", _("bij het afronden")
    HALF_YEAR = "half_year", _("twee keer per jaar")
    YEAR = "year", _("één keer per jaar")
    SIGNAL = "signal", _("na een signaal")


class Kind(TextChoices):
    FACES = "faces", _("gezichtjes")
    MARK = "mark", _("cijfer van 1 tot 10")
    YES_NO = "yes_no", _("ja of nee")
    OPEN = "open", _("open vraag")


class Way(TextChoices):
    LINK = "link", _("met de link")
    PAPER = "paper", _("op papier")
    PHONE = "phone", _("aan de telefoon")


class Band(TextChoices):
    """Life domains taken together, so that an answer points at nobody."""

    MONEY = "money", _("geld, werk en regelzaken")
    HOME = "home", _("wonen en meedoen")
    FAMILY = "family", _("gezin en opvoeden")
    HEALTH = "health", _("gezondheid")


BAND_OF = {
    LifeDomain.MONEY: Band.MONEY,
    LifeDomain.WORK: Band.MONEY,
    LifeDomain.PAPERWORK: Band.MONEY,
    LifeDomain.LANGUAGE: Band.MONEY,
    LifeDomain.HOUSING: Band.HOME,
    LifeDomain.NETWORK: Band.HOME,
    LifeDomain.TAKING_PART: Band.HOME,
    LifeDomain.PARENTING: Band.FAMILY,
    LifeDomain.SAFETY: Band.FAMILY,
    LifeDomain.HEALTH: Band.HEALTH,
    LifeDomain.MIND: Band.HEALTH,
    LifeDomain.ADDICTION: Band.HEALTH,
}


class StoryKind(TextChoices):
    STORY = "story", _("verhaal")
    DILEMMA = "dilemma", _("dilemma")


class Side(TextChoices):
    MUNICIPALITY = "municipality", _("gemeente")
    TEAM = "team", _("wijkteam")
