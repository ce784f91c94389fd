"""Who in one house reads what of another."""

from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm
from wijkteam.forms import RadioChoice


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
