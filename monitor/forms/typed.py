"""What came on paper or by telephone, typed in by the team: answers, and a story if they say so."""

from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from monitor.choices import Band, Way
from monitor.codes import new_code, plain_code
from monitor.forms.questions import QuestionsForm
from monitor.models import Invitation
from monitor.models.questionnaires import Place
from wijkteam.forms import RadioChoice
from wijkteam.models import Neighbourhood, User


class TypedForm(QuestionsForm):
    """From paper, or while someone is on the telephone.

    Who wrote the words releases them, by a cross on the sheet or a yes on the telephone, and takes
    them back with the code that the sheet carries or that the team reads out.
    """

    way = RadioChoice(label=_("Hoe kwam het binnen?"), choices=Way.choices[1:])
    story = forms.BooleanField(
        label=_("Anderen mogen dit lezen als verhaal: dat is aangekruist, of gezegd"),
        help_text=_("Aan de telefoon: lees eerst terug wat u opschreef. Laat namen weg."),
        required=False,
    )
    title = forms.CharField(label=_("Titel van het verhaal"), max_length=120, required=False)
    code = forms.CharField(
        label=_("Code op het blad"),
        help_text=_("Aan de telefoon leeg laten. U krijgt dan een code om voor te lezen."),
        max_length=20,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    neighbourhood = forms.ModelChoiceField(
        Neighbourhood.objects.none(), label=_("Wijk"), required=False, empty_label=_("weet ik niet")
    )
    band = forms.ChoiceField(
        label=_("Waar ging het vooral over?"),
        choices=[("", _("weet ik niet")), *Band.choices],
        required=False,
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = list(user.memberships.filter(until=None).values_list("team_id", flat=True))
        wijken = Neighbourhood.objects.filter(team_id__in=self.teams)
        field = self.fields["neighbourhood"]
        assert isinstance(field, forms.ModelChoiceField)  # for the type checker
        field.queryset = wijken

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("story"):
            return cleaned
        if not any(isinstance(said, str) for said in self.said().values()):
            self.add_error("story", __("Er staan geen woorden bij de open vraag."))
        code = cleaned.get("code", "")
        if code and not plain_code(code):
            self.add_error("code", __("Deze code klopt niet. Kijk nog eens op het blad."))
        elif not code and cleaned.get("way") == Way.PAPER:
            words = __("Neem de code over. Daarmee kan de schrijver het verhaal weghalen.")
            self.add_error("code", words)
        return cleaned

    def save(self) -> str:
        """The code to read out; empty when there is none."""
        wijk = self.cleaned_data["neighbourhood"]
        team = wijk.team_id if wijk else self.teams[0]
        place = Place(team, wijk.pk if wijk else None, self.cleaned_data["band"])
        way, title, code = self.cleaned_data["way"], "", ""
        if self.cleaned_data["story"]:
            title = self.cleaned_data["title"] or __("Wat iemand ons schreef")
            code = self.cleaned_data["code"] or new_code()
        Invitation.enter(self.questionnaire, self.said(), place, way, self.reason, title, code)
        return "" if self.cleaned_data["code"] else code
