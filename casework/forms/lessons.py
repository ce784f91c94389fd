"""What colleagues elsewhere may learn: a field without names, in the form that ends something."""

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm, words_field
from casework.models.lessons import MOST_WORDS, check_nameless
from casework.workflow import NotAllowed


def lesson_field() -> forms.CharField:
    return words_field(
        _("Wat kunnen collega's hiervan leren? Zonder namen."), rows=2, required=False,
        max_length=MOST_WORDS,
        help_text=_("Dit verlaat het dossier. Een collega leest het na. Leeg laten mag."),
    )  # fmt: skip


def only_for_the_team(form: CaseForm) -> None:
    """Lessons are of the team of the file; who sits at the table for another writes none."""
    teams = form.by.memberships.filter(until__isnull=True, team_id=form.case_file.team_id)
    if not teams.exists():
        del form.fields["lesson"]


def nameless(form: CaseForm, name: str) -> None:
    """Nothing that leads to the family leaves its file."""
    try:
        check_nameless(form.cleaned_data.get(name) or "", form.case_file)
    except NotAllowed as refused:
        form.add_error(name, str(refused))
