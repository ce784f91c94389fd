"""The questions that we ask, in words of our own at level B1: at most five, and one open one.

`standard` says which item of the yearly client-experience survey (Wmo) a question can be laid
beside. That survey has ten fixed items; ours ask the same thing in plainer words, five after the
conversation and five at the end, so that figures of other years and other towns can be compared.
"""

from django.utils.translation import gettext_noop as _

from monitor.choices import Audience, Kind, Occasion, Quality
from monitor.models import Question, Questionnaire
from monitor.questions_residents import RESIDENTS, Asked, Asking

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


Q = Quality
LISTS = [
    *RESIDENTS,
    Asking(
        Audience.PROFESSIONAL,
        Occasion.HALF_YEAR,
        _("Hoe is het werk?"),
        (
            Asked(_("Hebt u tijd en rust voor de mensen zelf?"), Q.CARE),
            Asked(_("Kunt u fouten en twijfels bespreken met collega's?"), Q.TRUST),
            Asked(_("Lukt het samenwerken aan tafel?"), Q.TEAMWORK),
            Asked(_("Mag u doen wat nodig is?"), Q.ROOM),
            Asked(_("Is wat u opschrijft de tijd waard?"), Q.BURDEN),
        ),
        _("Wat moet er anders?"),
    ),
    Asking(
        Audience.PARTNER,
        Occasion.HALF_YEAR,
        _("Hoe is het samenwerken met het wijkteam?"),
        (
            Asked(_("Ziet het wijkteam de mens, en niet alleen het probleem?"), Q.CARE),
            Asked(_("Vertrouwt u het wijkteam?"), Q.TRUST),
            Asked(_("Hoort u wat u nodig hebt, en niet meer dan dat?"), Q.SHARING),
            Asked(_("Is duidelijk wie wat doet?"), Q.TEAMWORK),
            Asked(_("Mag u doen wat nodig is?"), Q.ROOM),
        ),
        _("Wat moet er anders?"),
    ),
    Asking(
        Audience.CONTACT,
        Occasion.YEAR,
        _("Hoe is het contact met het wijkteam?"),
        (
            Asked(_("Kent u iemand van het wijkteam die u zo kunt bellen?"), Q.TEAMWORK),
            Asked(_("Vertrouwt u het wijkteam?"), Q.TRUST),
            Asked(_("Doet het wijkteam iets met wat u vertelt?"), Q.RESPONSIVENESS),
            Asked(_("Is een zorg doorgeven makkelijk?"), Q.BURDEN),
        ),
        _("Wat zou u helpen?"),
    ),
    Asking(
        Audience.CONTACT,
        Occasion.SIGNAL,
        _("U gaf een signaal door"),
        (
            Asked(_("Hoorde u wat er met uw signaal gebeurde?"), Q.SHARING),
            Asked(_("Had u iets aan het antwoord?"), Q.RESPONSIVENESS),
        ),
        _("Wat had beter gekund?"),
    ),
    Asking(
        Audience.MUNICIPALITY,
        Occasion.HALF_YEAR,
        _("Hoe doen wij het als gemeente?"),
        (
            Asked(_("Geven we op tijd antwoord als het ergens vastloopt?"), Q.RESPONSIVENESS),
            Asked(_("Houden we afstand? Vragen we nooit naar één gezin?"), Q.TRUST),
            Asked(_("Geven we de teams ruimte om te doen wat nodig is?"), Q.ROOM),
            Asked(_("Vragen we niet meer papierwerk dan nodig?"), Q.BURDEN),
            Asked(_("Praten we met bewoners en teams, en niet alleen over hen?"), Q.INVOLVEMENT),
        ),
        _("Wat moeten wij zelf anders doen?"),
    ),
]


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
