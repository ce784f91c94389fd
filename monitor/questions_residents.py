"""What we ask residents: apart from the other lists, because it is read in seven languages."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from monitor.choices import Audience, Kind, Occasion, Quality


@dataclass(frozen=True)
class Asked:
    words: str
    quality: str = ""
    standard: str = ""
    kind: str = Kind.FACES


@dataclass(frozen=True)
class Asking:
    """One list. A change of words is a new version; what was asked stays as it was asked."""

    audience: str
    occasion: str
    title: str
    questions: tuple[Asked, ...]
    open: str
    version: int = 1


Q = Quality
RESIDENTS = [
    Asking(
        Audience.RESIDENT,
        Occasion.CONVERSATION,
        _("Hoe was ons gesprek?"),
        (
            Asked(_("Was het makkelijk om ons te vinden?"), standard="found_way"),
            Asked(_("Werd u snel genoeg geholpen?"), Q.RESPONSIVENESS, "quick"),
            Asked(_("Voelde u zich serieus genomen?"), Q.CARE, "taken_seriously"),
            Asked(_("Zochten we samen met u naar een oplossing?"), Q.INVOLVEMENT, "together"),
            Asked(
                _("Wist u dat iemand gratis naast u kan staan? Dat heet cliëntondersteuning."),
                standard="knew_supporter",
                kind=Kind.YES_NO,
            ),
        ),
        _("Wat was goed? Wat kan beter?"),
    ),
    Asking(
        Audience.RESIDENT,
        Occasion.REVIEW,
        _("Hoe gaat het samenwerken?"),
        (
            Asked(_("Welk cijfer geeft u voor vertrouwen in wie u helpt?"), Q.TRUST, "", Kind.MARK),
            Asked(_("Vertellen we alleen door wat u goed vindt?"), Q.SHARING),
            Asked(_("Werken de mensen die u helpen goed samen?"), Q.TEAMWORK),
            Asked(_("Beslist u zelf wat er gebeurt?"), Q.INVOLVEMENT),
            Asked(_("Hoefde u uw verhaal maar één keer te vertellen?"), Q.BURDEN),
        ),
        _("Wat gaat goed? Wat kan beter?"),
    ),
    Asking(
        Audience.RESIDENT,
        Occasion.CLOSING,
        _("Hoe was de hulp?"),
        (
            Asked(_("Welk cijfer geeft u de hulp?"), Q.CARE, "quality", Kind.MARK),
            Asked(_("Paste de hulp bij wat u nodig had?"), Q.RESPONSIVENESS, "fits"),
            Asked(_("Kunt u nu beter doen wat u wilt?"), Q.INVOLVEMENT, "can_do"),
            Asked(_("Redt u zich nu beter?"), standard="manage"),
            Asked(_("Is uw leven nu fijner?"), standard="better_life"),
        ),
        _("Wat moeten wij weten voor een volgende keer?"),
    ),
]
