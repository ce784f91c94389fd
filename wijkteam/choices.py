"""The enumerations that every app shares."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    RESIDENT = "resident", _("bewoner")
    PROFESSIONAL = "professional", _("wijkteammedewerker")
    PARTNER = "partner", _("professional van een andere organisatie")
    CONTACT = "contact", _("contactpersoon van een vindplaats")
    TEAM_LEAD = "team_lead", _("teamleider")
    MUNICIPALITY = "municipality", _("gemeente")
    PRIVACY_OFFICER = "privacy_officer", _("privacyfunctionaris")
    MANAGER = "manager", _("applicatiebeheerder")


class LifeDomain(TextChoices):
    """The one list of life domains (leefgebieden)."""

    HOUSING = "housing", _("wonen")
    MONEY = "money", _("geld")
    WORK = "work", _("werk en dagbesteding")
    PARENTING = "parenting", _("opvoeden en opgroeien")
    HEALTH = "health", _("lichamelijke gezondheid")
    MIND = "mind", _("psychische gezondheid")
    ADDICTION = "addiction", _("verslaving")
    SAFETY = "safety", _("huiselijke relaties en veiligheid")
    NETWORK = "network", _("sociaal netwerk")
    TAKING_PART = "taking_part", _("meedoen")
    PAPERWORK = "paperwork", _("regelzaken")
    LANGUAGE = "language", _("taal en digitaal")


class Language(TextChoices):
    """Languages of the resident's pages, each named in its own script."""

    NL = "nl", "Nederlands"
    EN = "en", "English"
    AR = "ar", "العربية"
    TR = "tr", "Türkçe"
    PL = "pl", "Polski"
    UK = "uk", "Українська"
    TI = "ti", "ትግርኛ"


class OrganisationKind(TextChoices):
    MUNICIPALITY = "municipality", _("gemeente")
    CARE = "care", _("zorg")
    WELFARE = "welfare", _("welzijn")
    CLIENT_SUPPORT = "client_support", _("onafhankelijke cliëntondersteuning")
    DEBT = "debt", _("schuldhulp")
    SCHOOL = "school", _("school")
    GP = "gp", _("huisarts")
    DISTRICT_NURSE = "district_nurse", _("wijkverpleging")
    YOUTH_HEALTH = "youth_health", _("jeugdgezondheidszorg")
    HOUSING = "housing", _("woningcorporatie")
    POLICE = "police", _("politie")
    WORK_INCOME = "work_income", _("werk en inkomen")
    OTHER = "other", _("anders")


class Weekday(TextChoices):
    MONDAY = "0", _("maandag")
    TUESDAY = "1", _("dinsdag")
    WEDNESDAY = "2", _("woensdag")
    THURSDAY = "3", _("donderdag")
    FRIDAY = "4", _("vrijdag")
    SATURDAY = "5", _("zaterdag")
    SUNDAY = "6", _("zondag")


class HoursKind(TextChoices):
    PHONE = "phone", _("telefoon")
    WALK_IN = "walk_in", _("inloop")


class MessageKind(TextChoices):
    MAIL = "mail", _("e-mail")
    LETTER = "letter", _("brief om te printen")
    CALL = "call", _("bellen")
    SMS = "sms", _("sms")


class MessageStatus(TextChoices):
    WAITING = "waiting", _("wacht op verzenden")
    SENT = "sent", _("verstuurd")
    FAILED = "failed", _("niet gelukt")
