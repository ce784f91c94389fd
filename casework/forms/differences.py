"""Seeing it differently: raising it, saying how one sees it, looking at it again, ending it."""

from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.choices import DifferenceAbout, DifferenceStatus
from casework.forms.base import CaseForm, words_field
from casework.models import Difference, Position, Seat
from casework.models.differences import View
from casework.workflow import NEXT_OF_DIFFERENCE
from wijkteam.forms import DateField3, RadioChoice

MEASURE = _("Wat ziet u? Wat is er aan de hand?")
WORK = _("Wat is er volgens u nodig?")
THEIR_MEASURE = _("Wat ziet deze persoon? Wat is er aan de hand?")
THEIR_WORK = _("Wat is er volgens deze persoon nodig?")


def not_past(day: date) -> None:
    if day < timezone.localdate():
        raise ValidationError(_("Deze dag is al voorbij. Kies een dag die nog komt."))


def review_field(**more: Any) -> DateField3:
    return DateField3(
        label=_("Wanneer kijken we hier samen naar?"),
        validators=[not_past],
        error_messages={"required": _("Kies een dag. Anders raakt het verschil uit beeld.")},
        **more,
    )


def domain_field(form: CaseForm) -> forms.ChoiceField:
    """For the whole table, or for who belongs to one life domain."""
    nothing = [("", _("algemeen"))] if form.standing.domains is None else []
    return forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[*nothing, *form.standing.domain_choices],
        required=not nothing,
        help_text=_("Kiest u een leefgebied? Dan leest alleen mee wie daarbij hoort."),
    )


def seat_field(label: Any, **more: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Seat.objects.none(), label=label, empty_label=None,
        error_messages={"required": _("Kies van wie dit is."),
                        "invalid_choice": _("Deze persoon zit niet meer aan tafel.")}, **more,
    )  # fmt: skip


class Trying(CaseForm):
    """How the table goes on while it is not agreed."""

    tried = words_field(_("Wat proberen we intussen?"), rows=2, required=False, max_length=1000)
    try_until = DateField3(
        label=_("Tot wanneer proberen we dat?"), required=False, validators=[not_past],
        help_text=_("Laat u dit leeg? Dan tot de dag waarop we er samen naar kijken."),
    )  # fmt: skip
    decider = forms.CharField(
        label=_("Wie beslist als het zo blijft?"), required=False, max_length=120,
        help_text=_("Bijvoorbeeld: Mark zelf, de regisseur, of iemand bij de gemeente."),
    )  # fmt: skip
    mandate = forms.CharField(
        label=_("Waarom mag die dat beslissen?"), required=False, max_length=200,
        help_text=_("Bijvoorbeeld: het is zijn geld, of: de beslissing hoort bij de Wmo."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("tried") and not data.get("try_until") and "try_until" in data:
            data["try_until"] = data.get("review_on")
        if not data.get("tried"):
            data["try_until"] = None
        return data


class DifferenceForm(Trying):
    """Two people, two sets of words; the resident's first."""

    makes = Difference
    subject = forms.CharField(
        label=_("Waarover zien we het verschillend?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: wel of niet nu al schuldhulp."),
        error_messages={"required": _("Schrijf in een paar woorden waarover het gaat.")},
    )
    about = RadioChoice(label=_("Waarin zit het verschil?"), choices=DifferenceAbout.choices)
    seat_1 = seat_field(_("Wie?"))
    measure_1 = words_field(THEIR_MEASURE, rows=2, required=False, max_length=1500)
    work_1 = words_field(THEIR_WORK, rows=2, required=False, max_length=1500)
    seat_2 = seat_field(_("Wie?"))
    measure_2 = words_field(THEIR_MEASURE, rows=2, required=False, max_length=1500)
    work_2 = words_field(THEIR_WORK, rows=2, required=False, max_length=1500)
    review_on = review_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = list(self.case_file.seats.open().order_by("person", "since"))
        home = next((seat for seat in seats if seat.person_id), seats[0])
        me = self.standing.seat
        starts = (home, me if me != home else None)
        for name, first in zip(("seat_1", "seat_2"), starts, strict=True):
            self.fields[name].queryset = self.case_file.seats.open()  # type: ignore[attr-defined]
            self.fields[name].initial = first
        self.fields["life_domain"] = domain_field(self)
        self.helper.layout = Layout(
            "subject", "life_domain", "about",
            Fieldset(_("Eerst de bewoner, in eigen woorden"), "seat_1", "measure_1", "work_1"),
            Fieldset(_("En de ander"), "seat_2", "measure_2", "work_2"),
            Fieldset(_("Zo gaan we intussen verder"), "review_on", "tried", "try_until", "decider",
                     "mandate"),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for side in ("1", "2"):
            if not data.get(f"measure_{side}") and not data.get(f"work_{side}"):
                self.add_error(f"work_{side}", _("Schrijf op hoe deze persoon het ziet."))
        if data.get("seat_1") and data.get("seat_1") == data.get("seat_2"):
            self.add_error("seat_2", _("Kies iemand anders: een verschil is tussen twee mensen."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        names = ("life_domain", "subject", "about", "tried", "try_until", "decider", "mandate",
                 "review_on")  # fmt: skip
        difference = Difference(id=data["key"], case_file=self.case_file,
                                **{name: data[name] for name in names})  # fmt: skip
        sides = [View(data[f"seat_{n}"], data[f"measure_{n}"], data[f"work_{n}"]) for n in "12"]
        difference.raise_it(self.seat, sides)


class PositionForm(CaseForm):
    """How I see it; or someone at the table who does not write here."""

    makes = Position
    seat_of = seat_field(_("Wie ziet het zo?"))
    measure = words_field(MEASURE, rows=3, required=False, max_length=1500)
    work = words_field(WORK, rows=3, required=False, max_length=1500)

    def __init__(self, *args: Any, difference: Difference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.difference = difference
        mine = difference.positions.filter(seat=self.standing.seat).first()
        if mine:
            self.initial.update(measure=mine.measure, work=mine.work)
        others = [
            seat.pk
            for seat in self.case_file.seats.open().filter(user__isnull=True)
            if not difference.positions.filter(seat=seat, written_by=seat).exists()
        ]
        seats = self.case_file.seats.open()
        mine_first = seats.filter(pk=self.standing.seat.pk) if self.standing.seat else seats.none()
        self.fields["seat_of"].queryset = mine_first | seats.filter(pk__in=others)  # type: ignore[attr-defined]
        self.fields["seat_of"].initial = self.standing.seat
        if self.standing.is_household:
            del self.fields["seat_of"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("measure") and not data.get("work"):
            self.add_error("work", _("Schrijf op wat u ziet, of wat er volgens u nodig is."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        Position(
            id=data["key"],
            difference=self.difference,
            seat=data.get("seat_of") or self.seat,
            measure=data["measure"],
            work=data["work"],
        ).write(self.seat)


class LookAgainForm(Trying):
    """Looked at it together: it is still there, somebody decided, or it dissolved."""

    how = RadioChoice(label=_("Hoe staat het ermee?"))
    review_on = review_field(required=False)
    outcome = words_field(
        _("Hoe liep het af?"), rows=2, required=False, max_length=2000,
        help_text=_("Alleen als er beslist is, of als het verschil weg is."),
    )  # fmt: skip
    learned = words_field(_("Wat leerden we ervan?"), rows=2, required=False, max_length=2000)
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
        may = {difference.status, *NEXT_OF_DIFFERENCE[difference.status]}
        how = [(value, self.LABELS[value]) for value in DifferenceStatus if value in may]
        self.fields["how"].choices = how  # type: ignore[attr-defined]
        self.helper.layout = Layout(
            "how",
            Fieldset(_("Als het er nog is"), "review_on", "tried", "try_until"),
            Fieldset(_("Wie beslist"), "decider", "mandate"),
            Fieldset(_("Als het klaar is"), "outcome", "learned"),
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
        how = data.get("how")
        if self.ends:
            asked = {"outcome": _("Schrijf op hoe het afliep."),
                     "learned": _("Schrijf op wat u ervan leerde, hoe klein ook.")}  # fmt: skip
            if how == DifferenceStatus.DECIDED:
                asked["decider"] = _("Schrijf op wie er besliste.")
            return asked
        asked = {"review_on": _("Kies een dag. Anders raakt het verschil uit beeld.")}
        if how == DifferenceStatus.TRYING:
            asked["tried"] = _("Schrijf op wat u intussen probeert.")
        return asked

    def save(self) -> None:
        data = self.cleaned_data
        self.difference.version = data["version"]
        who = {"decider": data["decider"], "mandate": data["mandate"]}
        if self.ends:
            self.difference.end(self.seat, data["how"], data["outcome"], data["learned"], **who)
            return
        self.difference.look_again(
            self.seat, status=data["how"], review_on=data["review_on"], tried=data["tried"],
            try_until=data["try_until"], **who,
        )  # fmt: skip
