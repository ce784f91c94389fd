"""The pages of a request: four short ones. Two answers are needed, all else may be left out."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from intake.choices import ForWhom, Knows, MeetingPlace, Route
from intake.forms.contact import ReachForm
from intake.forms.pages import PageForm, options, text
from intake.models import ConversationRequest, Draft
from wijkteam.forms import RadioChoice

LONG = 10_000
YES_NO = {"yes": True, "no": False}


class WhomForm(PageForm):
    title = _("Voor wie is het gesprek?")
    mark_optional = False

    for_whom = RadioChoice(
        label=_("Voor wie vraagt u dit?"),
        choices=options(ForWhom.choices),
        initial=ForWhom.SELF,
        required=False,
    )
    relation = text(
        _("Wat bent u van die persoon?"),
        80,
        required=False,
        help_text=_("Bijvoorbeeld: buurvrouw, zoon, vriend of juf."),
    )
    knows = RadioChoice(
        label=_("Weet die persoon dat u dit vraagt?"),
        choices=options(Knows.choices),
        required=False,
        help_text=_("Weet die persoon het nog niet? Dan bellen we eerst alleen met u."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "for_whom", Div("relation", "knows", css_class="wt-when wt-when--other")
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["for_whom"] = cleaned.get("for_whom") or ForWhom.SELF
        if cleaned["for_whom"] == ForWhom.SELF:
            return {**cleaned, "relation": "", "knows": ""}
        if not cleaned.get("relation") and "relation" not in self.errors:
            self.add_error("relation", _("Vul in wat u van die persoon bent."))
        if not cleaned.get("knows") and "knows" not in self.errors:
            self.add_error("knows", _("Kies of die persoon het weet."))
        return cleaned


class WishesForm(PageForm):
    title = _("Wat wilt u graag?")

    place = RadioChoice(
        label=_("Waar wilt u praten?"),
        choices=[*options(MeetingPlace.choices), ("", _("Maakt mij niet uit"))],
        required=False,
        initial="",
    )
    place_words = text(
        _("Weet u al welke plek?"),
        120,
        required=False,
        help_text=_("Bijvoorbeeld: de bibliotheek, het buurthuis of de kerk."),
    )
    spoken_language = text(_("In welke taal praat u het liefst?"), 60, required=False)
    interpreter = forms.BooleanField(label=_("Ik wil graag een tolk erbij"), required=False)
    company = text(
        _("Wie neemt u mee?"),
        required=False,
        help_text=_("Een vriend, familie of iemand anders. U mag altijd iemand meenemen."),
    )
    client_supporter = forms.BooleanField(
        label=_("Ik wil graag een onafhankelijke cliëntondersteuner erbij"),
        required=False,
        help_text=_(
            "Dat is iemand die met u meedenkt en naast u staat. "
            "Het is gratis, en die persoon werkt niet bij het wijkteam."
        ),
    )
    accessibility = text(
        _("Waar moeten we op letten?"),
        required=False,
        help_text=_("Bijvoorbeeld: ik hoor slecht, ik kan geen trap op, ik ben bang voor honden."),
    )


class WordsForm(PageForm):
    title = _("Wilt u al iets vertellen?")

    words = text(
        _("In uw eigen woorden"),
        LONG,
        rows=6,
        required=False,
        help_text=_("Het hoeft niet: het gesprek is daarvoor."),
    )
    own_plan = text(
        _("Uw eigen plan"),
        LONG,
        rows=4,
        required=False,
        help_text=_(
            "Weet u al wat u wilt doen, of wie u kan helpen? Schrijf het hier. "
            "Later mag ook: tot 7 dagen na uw aanvraag, en ook als bestand of foto."
        ),
    )


PAGES: dict[str, type[PageForm]] = {
    "whom": WhomForm,
    "reach": ReachForm,
    "wishes": WishesForm,
    "words": WordsForm,
}


def is_for_other(draft: Draft | None) -> bool:
    return draft is not None and draft.typed("whom").get("for_whom") == [ForWhom.OTHER]


def filled_in(draft: Draft) -> dict[str, PageForm]:
    """Every page as it was sent, to be read over or to be made a request of."""
    other = is_for_other(draft)
    return {name: form.bound(draft.typed(name), other=other) for name, form in PAGES.items()}


def as_request(pages: Mapping[str, PageForm], **fields: Any) -> ConversationRequest:
    """The request that these pages ask for; they have been found right before."""
    told = pages["words"].cleaned_data
    fields |= {
        name: value
        for page in pages.values()
        for name, value in page.cleaned_data.items()
        if name not in told
    }
    fields["may_leave_message"] = YES_NO.get(fields["may_leave_message"])
    return ConversationRequest(route=Route.WEB, **fields)
