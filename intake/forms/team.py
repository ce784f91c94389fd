"""What the team fills in: the list's filter, a request over the phone, and where it ends."""

import uuid
from operator import itemgetter
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import Value
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from intake.choices import DayPart, ForWhom, Knows, MeetingPlace, ReachBy, Route, Unsafe, WaitsFor
from intake.forms.contact import AGAINST
from intake.forms.signal import first_answers
from intake.models import ConversationRequest
from intake.querysets import RequestQuerySet
from network.models import Signal
from wijkteam.forms import CheckboxChoices, Form, ModelForm, RadioChoice
from wijkteam.models import Neighbourhood, Postcode, User

# How someone wants to be reached, and the field that says where.
WHERE = {
    ReachBy.CALL: "phone",
    ReachBy.TEXT: "phone",
    ReachBy.MAIL: "email",
    ReachBy.VISIT: "address",
    ReachBy.VIA: "via",
}
ASK_WHERE = {
    "phone": _("Vul het telefoonnummer in, of kies een andere manier."),
    "email": _("Vul het e-mailadres in, of kies een andere manier."),
    "address": _("Vul het adres in, of kies een andere manier."),
    "via": _("Vul in via wie, of kies een andere manier."),
}
# The resident says "bij mij thuis"; on the team's pages that would be somebody else's home.
PLACES = [(MeetingPlace.HOME, _("bij de bewoner thuis")), *MeetingPlace.choices[1:]]
YES_OR_NO = [("yes", _("ja")), ("no", _("liever niet"))]
ASKED_BY = [(ForWhom.SELF, _("de bewoner zelf")), (ForWhom.OTHER, _("iemand anders"))]


class InboxFilter(Form):
    """Stands in the address bar; a value we do not know filters nothing."""

    mark_optional = False

    wijk = forms.ChoiceField(required=False, label=_("Wijk"))
    wie = forms.ChoiceField(required=False, label=_("Wie"))
    via = forms.ChoiceField(required=False, label=_("Via"))
    wacht = forms.ChoiceField(required=False, label=_("Wacht op"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        mine = user.memberships.filter(until__isnull=True).values("team")
        colleagues = User.objects.filter(
            memberships__team__in=mine, memberships__until__isnull=True
        ).exclude(pk=user.pk)
        # Both lists in one query: the page has few to spend.
        choices = (
            Neighbourhood.objects.filter(team__in=mine)
            .values_list(Value("wijk"), "pk", "name")
            .union(colleagues.values_list(Value("wie"), "pk", "name"))
        )
        both = sorted(choices, key=itemgetter(2))
        self.neighbourhoods = [(pk, name) for kind, pk, name in both if kind == "wijk"]
        names = [(pk, name) for kind, pk, name in both if kind == "wie"]
        wie = [("", _("iedereen")), ("ik", _("ik")), ("niemand", _("niemand")), *names]
        self.fields["wijk"].choices = [("", _("alle wijken")), *self.neighbourhoods]  # type: ignore[attr-defined]
        self.fields["wie"].choices = wie  # type: ignore[attr-defined]
        self.helper.layout = Layout(Row("wijk", "wie"), Row("via", "wacht"))
        self.fields["via"].choices = [("", _("alles")), *Route.choices]  # type: ignore[attr-defined]
        self.fields["wacht"].choices = [("", _("alles")), *WaitsFor.choices]  # type: ignore[attr-defined]

    def narrow(self, requests: RequestQuerySet) -> RequestQuerySet:
        """Neighbourhood, holder and route; whose turn it is, is counted first."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("wijk"):
            requests = requests.filter(neighbourhood=chosen["wijk"])
        if chosen.get("via"):
            requests = requests.filter(route=chosen["via"])
        who = chosen.get("wie")
        if who == "niemand":
            return requests.unheld()
        if who:
            requests = requests.filter(holder=self.user.pk if who == "ik" else who)
        return requests


class SeenHolderForm(Form):
    """Who held the request when the button was shown."""

    van = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def holder(self) -> User | None:
        self.is_valid()
        seen = self.cleaned_data.get("van")
        return User.objects.filter(pk=seen).first() if seen else None


WISHES = [
    "may_leave_message", "unsafe", "introduce_as", "day_parts", "place", "place_words",
    "spoken_language", "company", "interpreter", "client_supporter", "accessibility",
]  # fmt: skip


class NewRequestForm(ModelForm):
    """The resident's questions, on one page. A name and a way back are enough; the page says so."""

    mark_optional = False

    # Made with the page: sending the same page twice finds the first request.
    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    route = RadioChoice(label=_("Hoe kwam het binnen?"), choices=Route.choices)
    name = forms.CharField(
        label=_("Naam van de bewoner"),
        max_length=120,
        help_text=_("Een voornaam is genoeg."),
        error_messages={"required": _("Vul een naam in. Een voornaam is genoeg.")},
    )
    reach_by = RadioChoice(label=_("Hoe neemt u contact op?"), choices=ReachBy.choices)
    phone = PhoneNumberField(
        label=_("Telefoonnummer"),
        required=False,
        error_messages={"invalid": _("Dit nummer klopt niet. Voorbeeld: 06 12 34 56 78.")},
        widget=forms.TextInput({"type": "tel"}),
    )
    may_leave_message = RadioChoice(
        label=_("Mag u iets inspreken?"), choices=YES_OR_NO, required=False
    )
    for_whom = RadioChoice(label=_("Wie vraagt het?"), choices=ASKED_BY)
    knows = RadioChoice(label=_("Weet de bewoner het?"), choices=Knows.choices, required=False)
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    unsafe = CheckboxChoices(label=_("Wat doen we niet?"), choices=Unsafe.choices, required=False)
    day_parts = CheckboxChoices(label=_("Wanneer liever?"), choices=DayPart.choices, required=False)
    place = RadioChoice(label=_("Waar wil de bewoner praten?"), choices=PLACES, required=False)
    words = forms.CharField(
        label=_("Wat vertelt de bewoner?"),
        required=False,
        max_length=20_000,
        help_text=_("In de eigen woorden. Het mag ook later, in het gesprek."),
        widget=forms.Textarea({"rows": 5}),
    )

    class Meta:
        model = ConversationRequest
        fields = [
            "route", "name", "reach_by", "phone", "may_leave_message", "email", "address", "via",
            "postcode", "day_parts", "for_whom", "sender_name", "relation", "knows", "place",
            "place_words", "spoken_language", "interpreter", "company", "client_supporter",
            "accessibility", "unsafe", "introduce_as",
        ]  # fmt: skip
        labels = {
            "email": _("E-mailadres"),
            "address": _("Adres: straat en nummer"),
            "via": _("Via wie, en hoe"),
            "sender_name": _("Naam van wie het vraagt"),
            "relation": _("Wat is diegene van de bewoner?"),
            "place_words": _("Welke plek"),
            "introduce_as": _("Hoe maken we ons bekend?"),
            "spoken_language": _("Taal van het gesprek"),
            "interpreter": _("Er is een tolk nodig"),
            "company": _("Wie komt erbij"),
            "client_supporter": _("Een onafhankelijke cliëntondersteuner komt erbij"),
            "accessibility": _("Waar letten we op, zoals een rolstoel of slecht horen"),
        }

    def __init__(self, *args: Any, signal: Signal | None = None, **kwargs: Any) -> None:
        first = {"route": Route.PHONE, "reach_by": ReachBy.CALL, "for_whom": ForWhom.SELF}
        super().__init__(*args, initial=first_answers(signal) if signal else first, **kwargs)
        self.instance.signal = signal

    def clean_postcode(self) -> str:
        """Any spelling will do; what is no postcode is never an obstacle."""
        return Postcode.read(self.cleaned_data["postcode"])

    def clean_may_leave_message(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["may_leave_message"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        where = WHERE.get(cleaned.get("reach_by", ""))
        if where and not cleaned.get(where) and where not in self.errors:
            self.add_error(where, ASK_WHERE[where])
        if AGAINST.get(cleaned.get("reach_by", "")) in cleaned.get("unsafe", []):
            self.add_error("unsafe", _("Dit is juist hoe we contact opnemen. Kies een van beide."))
        if cleaned.get("for_whom") == ForWhom.OTHER and not cleaned.get("knows"):
            self.add_error("knows", _("Kies of de bewoner weet dat dit gesprek gevraagd wordt."))
        return cleaned

    @property
    def shows_wishes(self) -> bool:
        """They are folded; not where one of them was typed, or is wrong."""
        typed = self.cleaned_data if self.errors else {}
        return any(name in self.errors or typed.get(name) for name in WISHES)

    def save_for(self, by: User, take: bool) -> ConversationRequest:
        """Write it down once. The team of who types is the team, unless the postcode says else."""
        self.instance.submission = self.cleaned_data["submission"]
        membership = by.memberships.filter(until__isnull=True).select_related("team").first()
        if membership:
            self.instance.team = membership.team
        self.instance.enter(by, self.cleaned_data["words"], take)
        return self.instance
