"""What the team writes after a conversation: the report, and the resident's reaction to it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from intake.choices import Delivery, Reaction, Unsafe
from intake.models import Conversation, ConversationRequest
from wijkteam.forms import CheckboxChoices, Form, ModelForm, RadioChoice
from wijkteam.models import User

MOST_TEXT = 50_000


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


def may_go(request: ConversationRequest, way: str) -> bool:
    """A report goes no way that is not safe: others may read the mail, or open the post."""
    if way == Delivery.MAIL:
        return bool(request.email) and Unsafe.MAIL not in request.unsafe
    return way != Delivery.LETTER or Unsafe.LETTER not in request.unsafe


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
        self.fields["how"].choices = [  # type: ignore[attr-defined]
            (way, label) for way, label in Delivery.choices if may_go(request, way)
        ]

    def others(self) -> list[ConversationRequest]:
        """The linked requests for which the same report holds."""
        return [self.linked[key] for key in self.cleaned_data.get("also", [])]
