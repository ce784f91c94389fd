"""Looking at a difference again: going on trying, or saying how it ended."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import DifferenceStatus
from casework.forms.base import CaseForm, words_field
from casework.forms.lessons import lesson_field, nameless, only_for_the_team
from casework.forms.trying import Trying, review_field
from casework.models import Difference
from casework.workflow import NEXT_OF_DIFFERENCE
from wijkteam.forms import RadioChoice


class LookAgainForm(Trying):
    """Looked at it together: it is still there, somebody decided, or it dissolved."""

    how = RadioChoice(label=_("Hoe staat het ermee?"))
    review_on = review_field()
    outcome = words_field(
        _("Hoe liep het af?"), rows=2, required=False, max_length=2000,
        help_text=_("Alleen als er beslist is, of als het verschil weg is."),
    )  # fmt: skip
    learned = words_field(_("Wat leerden we ervan?"), rows=2, required=False, max_length=2000)
    lesson = lesson_field()
    version = forms.IntegerField(widget=forms.HiddenInput)

    LABELS = {
        DifferenceStatus.OPEN: _("Het is er nog"),
        DifferenceStatus.TRYING: _("We proberen iets"),
        DifferenceStatus.DECIDED: _("Er is beslist"),
        DifferenceStatus.DISSOLVED: _("Het is opgelost"),
    }

    def __init__(self, *args: Any, difference: Difference, **kwargs: Any) -> None:
        names = ("tried", "try_until", "decider", "mandate", "version")
        kwargs["initial"] = {name: getattr(difference, name) for name in names}
        kwargs["initial"]["how"] = difference.status
        super().__init__(*args, **kwargs)
        self.difference = difference
        only_for_the_team(self)
        lesson = [name for name in ("lesson",) if name in self.fields]
        may = {difference.status, *NEXT_OF_DIFFERENCE[difference.status]}
        how = [(value, self.LABELS[value]) for value in DifferenceStatus if value in may]
        self.fields["how"].choices = how  # type: ignore[attr-defined]
        self.helper.layout = Layout(
            "how",
            Fieldset(_("Als het er nog is"), "review_on", "tried", "try_until"),
            Fieldset(_("Wie beslist"), "decider", "mandate"),
            Fieldset(_("Als het klaar is"), "outcome", "learned", *lesson),
        )

    @property
    def ends(self) -> bool:
        return self.cleaned_data.get("how") in (
            DifferenceStatus.DECIDED, DifferenceStatus.DISSOLVED
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        if self.data.get("how") in (DifferenceStatus.DECIDED, DifferenceStatus.DISSOLVED):
            self._forgive("review_on", "try_until")
        data = super().clean()
        nameless(self, "lesson")
        for name, words in self._missing(data).items():
            if not data.get(name) and name not in self.errors:
                self.add_error(name, words)
        return data

    def _forgive(self, *names: str) -> None:
        """Dates of before do not matter to what has ended."""
        for name in names:
            self.errors.pop(name, None)
            self.cleaned_data.setdefault(name, None)

    def _missing(self, data: dict[str, Any]) -> dict[str, Any]:
        """One thing at most; who decided and what was learned may come later."""
        if self.ends:
            return {"outcome": _("Schrijf op hoe het afliep.")}
        if data.get("how") == DifferenceStatus.TRYING:
            return {"tried": _("Schrijf op wat u intussen probeert.")}
        return {}

    def save(self) -> None:
        data = self.cleaned_data
        self.difference.version = data["version"]
        who = {"decider": data["decider"], "mandate": data["mandate"]}
        if self.ends:
            who["lesson"] = data.get("lesson", "")
            self.difference.end(self.seat, data["how"], data["outcome"], data["learned"], **who)
            return
        self.difference.look_again(
            status=data["how"], review_on=data["review_on"], tried=data["tried"],
            try_until=data["try_until"], **who,
        )  # fmt: skip


class CompleteForm(CaseForm):
    """What was not written down yet when it ended: who decided, and what we learned."""

    FIELDS = ("decider", "mandate", "learned")
    decider = Trying.base_fields["decider"]
    mandate = Trying.base_fields["mandate"]
    learned = LookAgainForm.base_fields["learned"]

    def __init__(self, *args: Any, difference: Difference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.difference = difference
        for name in self.FIELDS:
            if getattr(difference, name):
                del self.fields[name]

    def save(self) -> None:
        said = {name: self.cleaned_data.get(name, "") for name in self.FIELDS}
        self.difference.complete(**said)
