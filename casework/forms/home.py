"""Who in one house reads what of another."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from casework.consent import Deciding
from casework.forms.base import CaseForm
from casework.models import Person
from wijkteam.forms import CheckboxChoices, RadioChoice


class ApartForm(CaseForm):
    apart = RadioChoice(
        label=_("Wat lezen huisgenoten van elkaar?"),
        choices=[
            ("no", _("Het plan is van het hele gezin. Eigen woorden blijven van wie ze schreef.")),
            ("yes", _("Niets. Niemand in huis ziet wat een ander zegt, wil of doet.")),
        ],
    )

    def save(self) -> None:
        self.case_file.keep_apart(self.by, self.cleaned_data["apart"] == "yes")


def name_readers(form: CaseForm) -> None:
    """Left out, it is kept from the whole house where that is kept apart, elsewhere from the young
    alone: who writes about a parent may not think that the parent does not read it."""
    if not form.case_file.is_apart:
        field = form.fields["for_household"]
        field.label = _("Ook jongeren in dit gezin mogen dit lezen")
        field.help_text = _("De volwassenen in dit gezin lezen ook zonder dit vinkje mee.")


class OwnReadersForm(CaseForm):
    """Who of the house reads what is one's own alone. Nobody is a good answer too."""

    readers = CheckboxChoices(
        label=_("Wie in uw huis mag uw eigen doelen lezen?"),
        required=False,
        help_text=_("Kruis niemand aan als u het voor uzelf wilt houden."),
    )

    def __init__(self, *args: Any, deciding: Deciding, me: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.me, self.people = me, {str(one.pk): one for one in deciding.roles if one != me}
        choices = [(key, one.name) for key, one in self.people.items()]
        self.fields["readers"].choices = choices  # type: ignore[attr-defined]
        self.fields["readers"].initial = [str(one.pk) for one in deciding.reads_of(me)]

    def save(self) -> None:
        self.me.show_goals_to([self.people[key] for key in self.cleaned_data["readers"]])
