"""One box to search in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkteam.forms import Form


class DaySearch(Form):
    """Words that stand in the address bar. What makes no sense is nothing."""

    mark_optional = False
    zoek = forms.CharField(
        label=_("Zoek een naam, nummer, straat, plek of woord"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )

    @property
    def words(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("zoek", "")).replace("\x00", "").strip()
