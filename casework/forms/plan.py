"""Goals and marks."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.choices import GoalStatus
from casework.forms.base import CaseForm, mark_field, words_field
from casework.forms.lessons import lesson_field, nameless, only_for_the_team
from casework.forms.trying import ahead
from casework.models import Goal, GoalReview, Person
from casework.workflow import SomebodyWasFirst
from wijkteam.forms import DateField3


class GoalForm(CaseForm):
    """A goal in the resident's own words. Words and a life domain are enough."""

    makes: type[models.Model] | None = Goal
    life_domain = forms.ChoiceField(
        label=_("Waar gaat het over?"), error_messages={"required": _("Kies een leefgebied.")}
    )
    words = words_field(
        _("Het doel, in eigen woorden van de bewoner"),
        rows=3,
        max_length=500,
        help_text=_('Bijvoorbeeld: "Ik wil weer zelf mijn post open durven maken."'),
        error_messages={"required": _("Schrijf het doel op, in eigen woorden van de bewoner.")},
    )
    whose = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Van wie is dit doel?"),
        required=False,
        empty_label=_("van het hele gezin"),
    )
    start_mark = mark_field(_("Cijfer nu"), required=False)
    wished_mark = mark_field(_("Gewenst cijfer"), required=False)
    review_on = DateField3(label=_("Wanneer kijken we samen terug?"), required=False)

    def __init__(self, *args: Any, goal: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal = goal or Goal(case_file=self.case_file)
        self.fields["life_domain"].choices = [  # type: ignore[attr-defined]
            ("", _("kies een leefgebied")), *self.standing.domain_choices]  # fmt: skip
        # Who may read it hangs on this: so it is asked, unless it is clear.
        sits_for = (self.standing.seat.domains or []) if self.standing.seat else []
        clear = [key for key, _label in self.standing.domain_choices
                 if len(sits_for) != 1 or key in sits_for]  # fmt: skip
        if len(clear) == 1:
            self.fields["life_domain"].initial = clear[0]
        # Also who moved out: else a word that is changed would hand their goal to the whole house.
        people = self.case_file.household.people()
        if whose := self.goal.whose_id:
            people |= Person.objects.filter(pk=whose)
        self.fields["whose"].queryset = people  # type: ignore[attr-defined]
        self.helper.layout = Layout(
            "life_domain", "words", "whose", Row("start_mark", "wished_mark"), "review_on"
        )

    def clean_review_on(self) -> date | None:
        return ahead(self, "review_on")

    def fill(self) -> Goal:
        for name in ("words", "whose", "start_mark", "wished_mark", "review_on"):
            setattr(self.goal, name, self.cleaned_data[name])
        return self.goal

    def save(self) -> None:
        goal = self.fill()
        goal.pk = self.cleaned_data["key"]
        goal.life_domain = self.cleaned_data["life_domain"]
        goal.created_by = self.seat
        goal.add()


class GoalChangeForm(GoalForm):
    """The same goal again; `version` says which text was on the screen.

    When a colleague was first, `theirs` is what stands there now. Sending the form once more,
    with both texts in sight, goes through.
    """

    is_again = True
    version = forms.IntegerField(widget=forms.HiddenInput)
    theirs: Goal | None = None

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        names = ("words", "whose", "start_mark", "wished_mark", "review_on", "version")
        kwargs["initial"] = {name: getattr(goal, name) for name in names}
        super().__init__(*args, goal=goal, **kwargs)
        del self.fields["life_domain"]
        if goal.whose and goal.is_kept():
            self.fields["whose"].disabled = True
            self.fields["whose"].help_text = _(
                "Dit doel is van %(name)s alleen, en gaat niet over naar iemand anders. Klopt dat "
                "niet? Laat het los en schrijf een nieuw doel."
            ) % {"name": goal.whose.name}
        self.fields["start_mark"].label = _("Cijfer aan het begin")  # later ones: looking back
        self.helper.layout.pop(0)

    def save(self) -> None:
        try:
            self.fill().change(self.seat, self.cleaned_data["version"])
        except SomebodyWasFirst:
            self.theirs = Goal.objects.select_related("changed_by", "whose").get(pk=self.goal.pk)
            self.data = {**self.data.dict(), "version": str(self.theirs.version)}  # type: ignore[attr-defined]
            self.helper.form_show_errors = False  # the two texts say it, and nobody was wrong
            raise


class GoalMoveForm(CaseForm):
    """Reached, let go, or running again."""

    QUESTIONS = {
        GoalStatus.REACHED: _("Wat hielp?"),
        GoalStatus.LET_GO: _("Waarom laten we dit los, en wat leerden we ervan?"),
        GoalStatus.RUNNING: _("Waarom pakken we dit weer op?"),
    }

    words = words_field("", required=False, max_length=2000)
    lesson = lesson_field()

    def __init__(self, *args: Any, goal: Goal, status: GoalStatus, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal, self.status = goal, status
        self.fields["words"].label = self.QUESTIONS[status]
        if status == GoalStatus.LET_GO:
            only_for_the_team(self)
        else:
            del self.fields["lesson"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        nameless(self, "lesson")
        return data

    def save(self) -> None:
        data = self.cleaned_data
        self.goal.move(self.status, self.seat, data["words"], data.get("lesson", ""))


class ReviewForm(CaseForm):
    """Look back together: a mark, and what changed."""

    makes = GoalReview
    mark = mark_field(
        _("Welk cijfer is het nu?"), help_text=_("Van 1 tot en met 10. Hoe hoger, hoe beter.")
    )
    words = words_field(_("Wat is er veranderd?"), required=False, max_length=2000)

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal = goal

    def save(self) -> None:
        data = self.cleaned_data
        self.goal.review(self.seat, data["mark"], data["words"], data["key"])
