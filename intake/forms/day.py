"""One box to search in."""

from django.utils.translation import gettext_lazy as _

from wijkteam.forms import Form, search_field


class DaySearch(Form):
    """Words that stand in the address bar. What makes no sense is nothing."""

    mark_optional = False
    zoek = search_field(_("Zoek een naam, nummer, straat, plek of woord"))

    @property
    def words(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("zoek", "")).replace("\x00", "").strip()
