"""A resident's own words beside what somebody wrote."""

from django.utils.translation import gettext_lazy as _

from casework.forms.base import words_field
from casework.forms.story import CorrectionForm


class BesideForm(CorrectionForm):
    """For who reads the first text, which stays."""

    words = words_field(
        _("Hoe ziet u het?"),
        rows=5,
        help_text=_("De eerste tekst blijft staan. Uw woorden komen ernaast. Uw tafel leest ze."),
        error_messages={"required": _("Schrijf op hoe u het ziet.")},
    )
