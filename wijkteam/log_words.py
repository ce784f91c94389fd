"""What stands in the access log, and how it reads in a sentence. On the ground floor: the privacy
officer reads here what every app writes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Part(TextChoices):
    """What someone looked at, as the access log keeps it and as a resident reads it."""

    DAY = "mijn dag", _("de lijst van de dag")
    LIST = "lijst", _("de lijst met gezinnen")
    PLAN = "plan", _("het plan")
    STORY = "verhaal", _("het verhaal")
    TABLE = "tafel", _("wie er aan tafel zit")
    ACTION = "afspraak", _("één afspraak")
    HISTORY = "geschiedenis", _("wat er veranderde in het plan")
    PAPER = "papier", _("het plan op papier")
    SHARING = "delen", _("met wie er gedeeld wordt")
    DIFFERENCE = "verschil", _("een verschil van inzicht")
    MANDATE = "mandaatvraag", _("een vraag om een beslissing")
    STUCK = "vastloper", _("een vastloper")
    CLOSING = "afsluiting", _("de afsluiting")
    LOG = "logboek", _("wie er keek")
    DOCUMENTS = "documenten", _("de documenten")
    RIGHTS = "rechten", _("de verzoeken over gegevens")
    EXPORT = "alle gegevens", _("alle eigen gegevens")
    TEAM = "overdracht", _("de overdracht naar een ander wijkteam")
    HOME = "huisgenoten", _("wie in huis wat leest")


class Act(TextChoices):
    """What someone did. "Fatima bekeek het plan", "Fatima veranderde iets in het plan"."""

    LOOKED = "bekeken", _("bekeek")
    CHANGED = "veranderd", _("veranderde iets in")
    SEARCHED = "gezocht", _("zocht in")
    DOWNLOADED = "gedownload", _("maakte een kopie van")
    PRINTED = "geprint", _("maakte een print van")
    EMERGENCY = "noodtoegang", _("opende in nood")


# How the log of a request, which was kept before there was a case file, reads in a sentence.
ACTS_OF_REQUEST = {
    "begonnen": _("begon aan"), "bewaard": _("bewaarde"), "contact gehad": _("had contact over"),
    "gedaan": _("handelde af:"), "gedownload": _("maakte een kopie van"),
    "geprint": _("maakte een print van"),
    "gevraagd": _("vroeg iets over"), "gewijzigd": _("veranderde"),
    "ingetrokken": _("trok in:"), "ingevoerd": _("voerde in:"), "opgepakt": _("pakte op:"),
    "reactie": _("schreef een antwoord bij"), "verzonden": _("verstuurde"),
}  # fmt: skip
PARTS_OF_REQUEST = {
    "afronden": _("hoe het verzoek eindigde"), "afspraak": _("de afspraak"),
    "bericht": _("een bericht"), "contact": _("hoe u te bereiken bent"),
    "dossier openen": _("het openen van een dossier"), "eigen pagina": _("de eigen pagina"),
    "gesprek afzeggen": _("de afspraak"), "gesprek plannen": _("de afspraak"),
    "gesprek verzetten": _("de afspraak"), "reactie": _("het antwoord op het verslag"),
    "stand van het verzoek": _("de stand van het verzoek"), "verslag": _("het verslag"),
    "verslag versturen": _("het verslag"), "verzoek": _("het verzoek"),
    "verzoeken": _("de lijst met verzoeken"), "vraag over inzage": _("uw vraag hierover"),
    "wie heeft gekeken": _("wie er keek"),
}  # fmt: skip

# Why somebody may look. What only the residents themselves do is never asked about.
GROUNDS = {
    "acuut gevaar": _("acuut gevaar"),
    "behandeling van een klacht": _("behandeling van een klacht"),
    "gevraagd": _("gevraagd"), "leiding van het wijkteam": _("leiding van het wijkteam"),
    "plek aan tafel": _("plek aan tafel"),
    "signaal aan het wijkteam": _("signaal aan het wijkteam"), "toezicht": _("toezicht"),
    "verzoek van de eigen wijk": _("verzoek van de eigen wijk"),
    "verzoek van mijn wijk": _("verzoek van mijn wijk"),
}  # fmt: skip
