"""What the team fills in around a conversation: the plan, the report, the resident's reaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from intake.choices import Delivery, Reaction
from intake.forms.team import PLACES
from intake.models import Conversation, ConversationRequest
from wijkteam.choices import Role
from wijkteam.forms import CheckboxChoices, DateField3, Form, ModelForm, RadioChoice
from wijkteam.models import User

MOST_TEXT = 50_000
MOST_DAYS_AHEAD = 366


class PlanForm(ModelForm):
    """A date, a time and a place. What the resident wished is filled in already."""

    day = DateField3(label=_("Welke dag?"))
    time = forms.TimeField(
        label=_("Hoe laat?"),
        input_formats=["%H.%M", "%H:%M", "%H:%M:%S", "%H"],
        help_text=_("Bijvoorbeeld 10.30."),
        widget=forms.TimeInput({"inputmode": "decimal", "autocomplete": "off"}, format="%H.%M"),
        error_messages={
            "required": _("Vul een tijd in, bijvoorbeeld 10.30."),
            "invalid": _("Deze tijd klopt niet. Schrijf bijvoorbeeld 10.30."),
        },
    )
    place = RadioChoice(label=_("Waar?"), choices=PLACES, required=False)
    professional = forms.ModelChoiceField(
        User.objects.none(), label=_("Wie van ons gaat?"), empty_label=None
    )

    field_order = ["day", "time", "place", "address", "professional", "colleagues", "company"]

    class Meta:
        model = Conversation
        fields = ["place", "address", "professional", "colleagues", "company"]
        labels = {
            "address": _("Adres of telefoonnummer"),
            "colleagues": _("Welke collega's gaan mee?"),
            "company": _("Wie komt er met de bewoner mee?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.planned_at:
            local = timezone.localtime(self.instance.planned_at)
            self.initial.update(day=local.date(), time=local.time())
        self.fields["professional"].queryset = User.objects.filter(  # type: ignore[attr-defined]
            role=Role.PROFESSIONAL,
            is_active=True,
            memberships__team=self.instance.request.team_id,
            memberships__until__isnull=True,
        ).distinct()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("day") and cleaned.get("time"):
            at = timezone.make_aware(datetime.combine(cleaned["day"], cleaned["time"]))
            if at.date() < timezone.localdate():
                self.add_error("day", _("Deze dag is geweest. Schrijf dan gelijk het verslag."))
            if (at.date() - timezone.localdate()).days > MOST_DAYS_AHEAD:
                self.add_error("day", _("Deze dag is meer dan een jaar weg. Klopt het jaar?"))
            self.instance.planned_at = at
        return cleaned


class CancelForm(Form):
    words = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )


class ReportForm(ModelForm):
    """Six headings, in the order of the talk. None of them has to be filled in."""

    mark_optional = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    class Meta:
        model = Conversation
        fields = ["company", *Conversation.SECTIONS]
        labels = {"company": _("Wie zaten er aan tafel?")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.instance.request.name
        self.fields["can_give"].label = __("Wat kan en wil %(name)s zelf, ook voor anderen") % {
            "name": name
        }
        self.fields["network_can"].label = __("Wat kunnen mensen om %(name)s heen") % {"name": name}
        for section in Conversation.SECTIONS:
            self.fields[section].max_length = MOST_TEXT  # type: ignore[attr-defined]
            self.fields[section].widget.attrs["rows"] = 4

    def save_as(self, by: User) -> bool:
        """False when a colleague saved a newer version meanwhile."""
        return self.instance.report(by, self.cleaned_data["version"] or 0)


class ReactionForm(Form):
    """What the resident said of the report, written down at the table."""

    reaction = RadioChoice(label=_("Hebt u het verslag samen gelezen?"), required=False)
    reaction_words = forms.CharField(
        label=_("Wat wil de bewoner veranderen of toevoegen?"),
        required=False,
        max_length=MOST_TEXT,
        help_text=_("In de eigen woorden. Het verslag zelf verandert niet."),
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, request: ConversationRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = {"name": request.name}
        self.fields["reaction"].choices = [  # type: ignore[attr-defined]
            ("", __("nog niet samen gelezen")),
            (Reaction.AGREES, __("%(name)s is het ermee eens") % name),
            (Reaction.ADDS, __("%(name)s wil iets toevoegen") % name),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("reaction") == Reaction.ADDS and not cleaned.get("reaction_words"):
            self.add_error("reaction_words", _("Schrijf op wat de bewoner wil toevoegen."))
        return cleaned


class SendForm(ReactionForm):
    """Read together, and hand it over."""

    how = RadioChoice(label=_("Hoe krijgt de bewoner het verslag?"), choices=Delivery.choices)

    also = CheckboxChoices(
        label=_("Geldt dit verslag ook voor een ander verzoek van dit huishouden?"),
        required=False,
        help_text=_("Dan komt dezelfde tekst ook daar te staan. U schrijft het één keer."),
    )

    def __init__(
        self,
        *args: Any,
        request: ConversationRequest,
        linked: Sequence[ConversationRequest] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.linked = {str(row.pk): row for row in linked}
        self.fields["also"].choices = [  # type: ignore[attr-defined]
            (key, f"{row.name} ({row.readable_reference})") for key, row in self.linked.items()
        ]
        if not linked:
            del self.fields["also"]
        if not request.email:
            self.fields["how"].choices = [  # type: ignore[attr-defined]
                choice for choice in Delivery.choices if choice[0] != Delivery.MAIL
            ]

    def others(self) -> list[ConversationRequest]:
        """The linked requests for which the same report holds."""
        return [self.linked[key] for key in self.cleaned_data.get("also", [])]
