"""The questions that we ask, in words of our own at level B1: at most five, and one open one.

`standard` says which item of the yearly client-experience survey (Wmo) a question can be laid
beside. That survey has ten fixed items; ours ask the same thing in plainer words, five after the
conversation and five at the end, so that figures of other years and other towns can be compared.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from monitor.choices import Audience, Kind, Occasion, Quality
from monitor.models import Question, Questionnaire

# The ten items of the survey, and what each is about.
STANDARD = {
    "found_way": "wist waar te zijn met de hulpvraag",
    "quick": "werd snel geholpen",
    "taken_seriously": "werd serieus genomen",
    "together": "zocht samen met de medewerker naar oplossingen",
    "knew_supporter": "wist van de onafhankelijke cliëntondersteuner",
    "quality": "vindt de kwaliteit van de ondersteuning goed",
    "fits": "vindt de ondersteuning passend bij de hulpvraag",
    "can_do": "kan door de ondersteuning beter doen wat hij of zij wil",
    "manage": "kan zich door de ondersteuning beter redden",
    "better_life": "heeft door de ondersteuning een betere kwaliteit van leven",
}


class Asked(NamedTuple):
    """One question: of which list, how it is answered, about which quality, beside which item."""

    audience: str
    occasion: str
    kind: str
    quality: str
    standard: str
    words: str


@dataclass(frozen=True)
class Asking:
    """One list. A change of words is a new version; what was asked stays as it was asked."""

    audience: str
    occasion: str
    title: str
    open: str
    version: int = 1

    @property
    def questions(self) -> list[Asked]:
        return [one for one in ASKED if one[:2] == (self.audience, self.occasion)]


A, When, Q = Audience, Occasion, Quality
LISTS = [
    Asking(A.RESIDENT, When.CONVERSATION, _("Hoe was ons gesprek?"),
           _("Wat was goed? Wat kan beter?")),
    Asking(A.RESIDENT, When.REVIEW, _("Hoe gaat het samenwerken?"),
           _("Wat gaat goed? Wat kan beter?")),
    Asking(A.RESIDENT, When.CLOSING, _("Hoe was de hulp?"),
           _("Wat moeten wij weten voor een volgende keer?")),
    Asking(A.PROFESSIONAL, When.HALF_YEAR, _("Hoe is het werk?"),
           _("Wat moet er anders?")),
    Asking(A.PARTNER, When.HALF_YEAR, _("Hoe is het samenwerken met het wijkteam?"),
           _("Wat moet er anders?")),
    Asking(A.CONTACT, When.YEAR, _("Hoe is het contact met het wijkteam?"),
           _("Wat zou u helpen?")),
    Asking(A.CONTACT, When.SIGNAL, _("U gaf een signaal door"),
           _("Wat had beter gekund?")),
    Asking(A.MUNICIPALITY, When.HALF_YEAR, _("Hoe doen wij het als gemeente?"),
           _("Wat moeten wij zelf anders doen?")),
]  # fmt: skip

N = ""
ROWS = [
    (A.RESIDENT, When.CONVERSATION, Kind.FACES, N, "found_way",
     _("Was het makkelijk om ons te vinden?")),
    (A.RESIDENT, When.CONVERSATION, Kind.FACES, Q.RESPONSIVENESS, "quick",
     _("Werd u snel genoeg geholpen?")),
    (A.RESIDENT, When.CONVERSATION, Kind.FACES, Q.CARE, "taken_seriously",
     _("Voelde u zich serieus genomen?")),
    (A.RESIDENT, When.CONVERSATION, Kind.FACES, Q.INVOLVEMENT, "together",
     _("Zochten we samen met u naar een oplossing?")),
    (A.RESIDENT, When.CONVERSATION, Kind.YES_NO, N, "knew_supporter",
     _("Wist u dat iemand gratis naast u kan staan? Dat heet cliëntondersteuning.")),
    (A.RESIDENT, When.REVIEW, Kind.MARK, Q.TRUST, N,
     _("Welk cijfer geeft u voor vertrouwen in wie u helpt?")),
    (A.RESIDENT, When.REVIEW, Kind.FACES, Q.SHARING, N,
     _("Vertellen we alleen door wat u goed vindt?")),
    (A.RESIDENT, When.REVIEW, Kind.FACES, Q.TEAMWORK, N,
     _("Werken de mensen die u helpen goed samen?")),
    (A.RESIDENT, When.REVIEW, Kind.FACES, Q.INVOLVEMENT, N,
     _("Beslist u zelf wat er gebeurt?")),
    (A.RESIDENT, When.REVIEW, Kind.FACES, Q.BURDEN, N,
     _("Hoefde u uw verhaal maar één keer te vertellen?")),
    (A.RESIDENT, When.CLOSING, Kind.MARK, Q.CARE, "quality",
     _("Welk cijfer geeft u de hulp?")),
    (A.RESIDENT, When.CLOSING, Kind.FACES, Q.RESPONSIVENESS, "fits",
     _("Paste de hulp bij wat u nodig had?")),
    (A.RESIDENT, When.CLOSING, Kind.FACES, Q.INVOLVEMENT, "can_do",
     _("Kunt u nu beter doen wat u wilt?")),
    (A.RESIDENT, When.CLOSING, Kind.FACES, N, "manage",
     _("Redt u zich nu beter?")),
    (A.RESIDENT, When.CLOSING, Kind.FACES, N, "better_life",
     _("Is uw leven nu fijner?")),
    (A.PROFESSIONAL, When.HALF_YEAR, Kind.FACES, Q.CARE, N,
     _("Hebt u tijd en rust voor de mensen zelf?")),
    (A.PROFESSIONAL, When.HALF_YEAR, Kind.FACES, Q.TRUST, N,
     _("Kunt u fouten en twijfels bespreken met collega's?")),
    (A.PROFESSIONAL, When.HALF_YEAR, Kind.FACES, Q.TEAMWORK, N,
     _("Lukt het samenwerken aan tafel?")),
    (A.PROFESSIONAL, When.HALF_YEAR, Kind.FACES, Q.ROOM, N,
     _("Mag u doen wat nodig is?")),
    (A.PROFESSIONAL, When.HALF_YEAR, Kind.FACES, Q.BURDEN, N,
     _("Is wat u opschrijft de tijd waard?")),
    (A.PARTNER, When.HALF_YEAR, Kind.FACES, Q.CARE, N,
     _("Ziet het wijkteam de mens, en niet alleen het probleem?")),
    (A.PARTNER, When.HALF_YEAR, Kind.FACES, Q.TRUST, N,
     _("Vertrouwt u het wijkteam?")),
    (A.PARTNER, When.HALF_YEAR, Kind.FACES, Q.SHARING, N,
     _("Hoort u wat u nodig hebt, en niet meer dan dat?")),
    (A.PARTNER, When.HALF_YEAR, Kind.FACES, Q.TEAMWORK, N,
     _("Is duidelijk wie wat doet?")),
    (A.PARTNER, When.HALF_YEAR, Kind.FACES, Q.ROOM, N,
     _("Mag u doen wat nodig is?")),
    (A.CONTACT, When.YEAR, Kind.FACES, Q.TEAMWORK, N,
     _("Kent u iemand van het wijkteam die u zo kunt bellen?")),
    (A.CONTACT, When.YEAR, Kind.FACES, Q.TRUST, N,
     _("Vertrouwt u het wijkteam?")),
    (A.CONTACT, When.YEAR, Kind.FACES, Q.RESPONSIVENESS, N,
     _("Doet het wijkteam iets met wat u vertelt?")),
    (A.CONTACT, When.YEAR, Kind.FACES, Q.BURDEN, N,
     _("Is een zorg doorgeven makkelijk?")),
    (A.CONTACT, When.SIGNAL, Kind.FACES, Q.SHARING, N,
     _("Hoorde u wat er met uw signaal gebeurde?")),
    (A.CONTACT, When.SIGNAL, Kind.FACES, Q.RESPONSIVENESS, N,
     _("Had u iets aan het antwoord?")),
    (A.MUNICIPALITY, When.HALF_YEAR, Kind.FACES, Q.RESPONSIVENESS, N,
     _("Geven we op tijd antwoord als het ergens vastloopt?")),
    (A.MUNICIPALITY, When.HALF_YEAR, Kind.FACES, Q.TRUST, N,
     _("Houden we afstand? Vragen we nooit naar één gezin?")),
    (A.MUNICIPALITY, When.HALF_YEAR, Kind.FACES, Q.ROOM, N,
     _("Geven we de teams ruimte om te doen wat nodig is?")),
    (A.MUNICIPALITY, When.HALF_YEAR, Kind.FACES, Q.BURDEN, N,
     _("Vragen we niet meer papierwerk dan nodig?")),
    (A.MUNICIPALITY, When.HALF_YEAR, Kind.FACES, Q.INVOLVEMENT, N,
     _("Praten we met bewoners en teams, en niet alleen over hen?")),
]  # fmt: skip
ASKED = [Asked(*row) for row in ROWS]


def write_down() -> int:
    """Put versions that are new into the database. Safe to run twice."""
    made = 0
    for asking in LISTS:
        found = Questionnaire.objects.filter(
            audience=asking.audience, occasion=asking.occasion, version=asking.version
        )
        if not found.exists():
            _write(asking)
            made += 1
    return made


def _write(asking: Asking) -> None:
    kept = Questionnaire.objects.create(
        audience=asking.audience,
        occasion=asking.occasion,
        version=asking.version,
        title=asking.title,
    )
    rows = [
        Question(questionnaire=kept, number=number, kind=one.kind, quality=one.quality,
                 words=one.words, standard=one.standard)
        for number, one in enumerate(asking.questions, start=1)
    ]  # fmt: skip
    rows.append(Question(questionnaire=kept, number=6, kind=Kind.OPEN, words=asking.open))
    Question.objects.bulk_create(rows)
