"""Seeing it differently: raising it, and saying how one sees it."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import DifferenceAbout
from casework.forms.base import CaseForm, words_field
from casework.forms.trying import Trying, domain_field, review_field, seat_field
from casework.models import Difference, Position
from casework.models.differences import View
from casework.querysets import readers
from wijkteam.forms import Folded, RadioChoice

MEASURE = _("Wat ziet u? Wat is er aan de hand?")
WORK = _("Wat is er volgens u nodig?")
THEIR_MEASURE = _("Wat ziet deze persoon? Wat is er aan de hand?")
THEIR_WORK = _("Wat is er volgens deze persoon nodig?")


class DifferenceForm(Trying):
    """One sentence is enough. Two people, two sets of words, the resident's first: now or later."""

    makes = Difference
    subject = forms.CharField(
        label=_("Waarover zien we het verschillend?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: wel of niet nu al schuldhulp."),
        error_messages={"required": _("Schrijf in een paar woorden waarover het gaat.")},
    )
    about = RadioChoice(
        label=_("Waarin zit het verschil?"), choices=DifferenceAbout.choices, required=False,
        initial=DifferenceAbout.BOTH,
    )  # fmt: skip
    seat_1 = seat_field(_("Wie?"), required=False)
    measure_1 = words_field(THEIR_MEASURE, rows=2, required=False, max_length=1500)
    work_1 = words_field(THEIR_WORK, rows=2, required=False, max_length=1500)
    seat_2 = seat_field(_("Wie?"), required=False)
    measure_2 = words_field(THEIR_MEASURE, rows=2, required=False, max_length=1500)
    work_2 = words_field(THEIR_WORK, rows=2, required=False, max_length=1500)
    review_on = review_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = list(self.case_file.seats.open().order_by("person", "since"))
        home = next((seat for seat in seats if seat.person_id), None)
        me = self.standing.seat
        starts = (home or next(iter(seats), None), me if me != home else None)
        for name, first in zip(("seat_1", "seat_2"), starts, strict=True):
            self.fields[name].queryset = self.case_file.seats.open()  # type: ignore[attr-defined]
            self.fields[name].initial = first
        self.fields["life_domain"] = domain_field(self)
        self.helper.layout = Layout(
            "subject", "life_domain",
            Folded(_("Hoe ziet ieder het? De bewoner eerst"), "about",
                   Fieldset(_("Eerst de bewoner, in eigen woorden"), "seat_1", "measure_1",
                            "work_1"),
                   Fieldset(_("En de ander"), "seat_2", "measure_2", "work_2")),
            Folded(_("Zo gaan we intussen verder"), "review_on", "tried", "try_until", "decider",
                   "mandate"),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        sides = [side for side in "12" if data.get(f"measure_{side}") or data.get(f"work_{side}")]
        for side in sides:
            if f"seat_{side}" in data and not data[f"seat_{side}"]:
                self.add_error(f"seat_{side}", _("Kies van wie dit is."))
        if len(sides) == 2 and data.get("seat_1") and data.get("seat_1") == data.get("seat_2"):
            self.add_error("seat_2", _("Kies iemand anders: een verschil is tussen twee mensen."))
        for side in sides:
            self._reads_along(data, f"seat_{side}")
        return data

    def _reads_along(self, data: dict[str, Any], name: str) -> None:
        """Nobody gets words that they cannot read; who has no account hears them."""
        user = data[name].user_id if data.get(name) else None
        if user and user not in readers(self.case_file.pk, data.get("life_domain") or ""):
            self.add_error(name, _("Deze persoon leest dit niet mee. Kies iemand anders."))

    def save(self) -> None:
        data = self.cleaned_data
        names = ("life_domain", "subject", "about", "tried", "try_until", "decider", "mandate",
                 "review_on")  # fmt: skip
        data["about"] = data["about"] or DifferenceAbout.BOTH
        difference = Difference(id=data["key"], case_file=self.case_file,
                                **{name: data[name] for name in names})  # fmt: skip
        sides = [View(data[f"seat_{n}"], data[f"measure_{n}"], data[f"work_{n}"]) for n in "12"
                 if data[f"measure_{n}"] or data[f"work_{n}"]]  # fmt: skip
        difference.raise_it(self.seat, sides)


class OwnDifferenceForm(CaseForm):
    """Someone of the household raises it, in one sentence; the own words first, if there are."""

    makes = Difference
    subject = forms.CharField(
        label=_("Waarover denkt u anders?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: wel of niet nu al schuldhulp."),
        error_messages={"required": _("Schrijf in een paar woorden waarover het gaat.")},
    )
    measure = words_field(MEASURE, rows=3, required=False, max_length=1500)
    work = words_field(WORK, rows=3, required=False, max_length=1500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["life_domain"] = domain_field(self)
        self.helper.layout = Layout("subject", "measure", "work", "life_domain")

    def save(self) -> None:
        data = self.cleaned_data
        only_work = data["work"] and not data["measure"]
        about = DifferenceAbout.WORK if only_work else DifferenceAbout.BOTH
        said = data["measure"] or data["work"]
        view = View(self.seat, data["measure"], data["work"]) if said else None
        Difference(
            id=data["key"], case_file=self.case_file, subject=data["subject"], about=about,
            life_domain=data["life_domain"],
        ).begin(self.seat, view)  # fmt: skip


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
