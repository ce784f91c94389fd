"""Actions: agreeing on one, and changing it."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from casework.choices import ActionKind, Repeat
from casework.forms.base import CaseForm
from casework.forms.trying import ahead
from casework.models import Action, Goal, Seat
from casework.workflow import SomebodyWasFirst
from wijkteam.forms import DateField3, RadioChoice

LOOK_AGAIN = timedelta(weeks=4)


class GoalChoice(forms.ModelChoiceField):
    """A goal with its life domain in front; long words are cut off."""

    def label_from_instance(self, obj: Any) -> str:
        words = Truncator(obj.words).chars(60)
        return f"{obj.get_life_domain_display()}: {words}"


class ActionForm(CaseForm):
    """One thing that one person will do. Only what is required; the rest has a good guess."""

    makes = Action
    first = "words"
    words = forms.CharField(
        label=_("Wat spreken we af?"),
        max_length=300,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Schrijf op wat er wordt afgesproken.")},
    )
    kind = RadioChoice(
        label=_("Wat voor afspraak is het?"), choices=ActionKind.choices, initial=ActionKind.DO
    )
    owner = forms.ModelChoiceField(
        queryset=Seat.objects.none(),
        label=_("Wie doet het?"),
        empty_label=None,
        error_messages={"required": _("Kies wie het doet."),
                        "invalid_choice": _("Deze persoon zit niet meer aan tafel.")},
    )  # fmt: skip
    due = DateField3(
        label=_("Wanneer?"),
        required=False,
        help_text=_("Bij even niets doen: kijk dan terug op. Leeg: over vier weken."),
    )
    repeat = RadioChoice(
        label=_("Komt het terug?"),
        choices=Repeat.choices,
        required=False,
        initial=Repeat.ONCE,
        help_text=_("Is het klaar? Dan staat de volgende keer er vanzelf."),
    )
    goal = GoalChoice(
        queryset=Goal.objects.none(),
        label=_("Bij welk doel?"),
        required=False,
        empty_label=_("bij geen doel"),
    )
    life_domain = forms.ChoiceField(label=_("Waar gaat het over?"), required=False)
    send = forms.BooleanField(
        label=_("Stuur deze afspraak naar wie het doet, als die geen account heeft"),
        help_text=_("Er gaat meteen een mail uit, of er komt een brief op uw dag. Er staat alleen"
                    " deze afspraak in, en een code om te bellen. Staat er iets in dat deze"
                    " persoon niet hoeft te weten? Zet dit dan uit."),
        required=False, initial=True,
    )  # fmt: skip

    def __init__(self, *args: Any, goals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = self.case_file.seats.open()
        self.fields["owner"].queryset = seats  # type: ignore[attr-defined]
        self.fields["owner"].initial = self.standing.seat
        helpers = seats.filter(network_person__isnull=False) | seats.filter(contact__isnull=False)
        sends = ["send"] if helpers.exists() else []
        if not sends:
            del self.fields["send"]
        self.fields["goal"].queryset = goals  # type: ignore[attr-defined]
        nothing = [("", _("algemeen"))] if self.standing.domains is None else []
        choices = [*nothing, *self.standing.domain_choices]
        self.fields["life_domain"].choices = choices  # type: ignore[attr-defined]
        self.fields["life_domain"].help_text = _("Bij een doel: het leefgebied van dat doel.")
        self.helper.layout = Layout(
            "words",
            InlineRadios("kind"),
            "owner",
            "due",
            InlineRadios("repeat"),
            "goal",
            "life_domain",
            *sends,
        )

    @property
    def anchor(self) -> str:
        return f"#afspraak-{self.data.get('key', '')}"

    def clean_due(self) -> date | None:
        return ahead(self, "due")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == ActionKind.WAIT and not data.get("due") and "due" in data:
            # Doing nothing on purpose gets a day to look again, or it gets out of sight.
            data["due"] = timezone.localdate() + LOOK_AGAIN
        return data

    def save(self) -> None:
        data = self.cleaned_data
        names = ("words", "kind", "owner", "due", "repeat", "goal", "life_domain")
        Action(
            id=data["key"],
            case_file=self.case_file,
            created_by=self.seat,
            **{name: data[name] for name in names},
        ).add(self.by if data.get("send") else None)


class ActionChangeForm(ActionForm):
    """The same action again; see `GoalChangeForm` for what happens when a colleague was first."""

    is_again = True
    version = forms.IntegerField(widget=forms.HiddenInput)
    theirs: Action | None = None

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        names = ("words", "kind", "owner", "due", "repeat", "version")
        kwargs["initial"] = {name: getattr(action, name) for name in names}
        super().__init__(*args, goals=Goal.objects.none(), **kwargs)
        self.action, self.had = action, action.owner_id
        self.fields["owner"].initial = action.owner
        for name in ("goal", "life_domain"):
            del self.fields[name]
        self.helper.layout = Layout(
            "words", InlineRadios("kind"), "owner", "due", InlineRadios("repeat"),
            *[name for name in ("send",) if name in self.fields],
        )  # fmt: skip

    @property
    def anchor(self) -> str:
        return f"#afspraak-{self.action.pk}"

    def save(self) -> None:
        for name in ("words", "kind", "owner", "due", "repeat"):
            setattr(self.action, name, self.cleaned_data[name])
        try:
            is_new = self.had != self.action.owner_id and self.cleaned_data.get("send")
            self.action.change(self.seat, self.cleaned_data["version"], self.by if is_new else None)
        except SomebodyWasFirst:
            rows = Action.objects.select_related("changed_by", "done_by", "owner")
            self.theirs = rows.get(pk=self.action.pk)
            self.data = {**self.data.dict(), "version": str(self.theirs.version)}  # type: ignore[attr-defined]
            self.helper.form_show_errors = False  # the two texts say it, and nobody was wrong
            raise
