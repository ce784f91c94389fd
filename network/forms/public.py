"""What someone looks for in the neighbourhood. All of it may be left out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import SpokenLanguage
from network.forms.base import ListFilter, wijk_field
from network.models import PublicPlace
from network.public import PublicPlaceQuerySet, Spot
from wijkteam.choices import LifeDomain, Weekday

ANY = ("", _("maakt niet uit"))


class PublicFilter(ListFilter):
    """Stands in the address bar. What we do not know filters nothing."""

    postcode = forms.CharField(
        label=_("Uw postcode"),
        required=False,
        max_length=10,
        widget=forms.TextInput({"autocomplete": "postal-code"}),
    )
    wijk = wijk_field(_("Of kies een wijk"))
    waarvoor = forms.ChoiceField(
        label=_("Waarvoor?"), choices=[ANY, *LifeDomain.choices], required=False
    )
    dag = forms.ChoiceField(label=_("Open op"), choices=[ANY, *Weekday.choices], required=False)
    taal = forms.ChoiceField(
        label=_("Taal"), choices=[ANY, *SpokenLanguage.choices], required=False
    )

    # The newest place when the first page was shown: what comes later shifts no page.
    tot = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**62)

    def narrow(self, places: PublicPlaceQuerySet) -> PublicPlaceQuerySet:
        asked = self.asked()
        places = places.shown_until(asked.get("tot"))
        if "wijk" in asked:
            places = places.in_neighbourhood(asked["wijk"].code)
        if "waarvoor" in asked:
            places = places.about(asked["waarvoor"])
        if "dag" in asked:
            places = places.open_on(asked["dag"])
        if "taal" in asked:
            places = places.speaking(asked["taal"])
        return places

    def spot(self) -> Spot | None:
        """Where to measure from. An unknown postcode is said, and is never an obstacle."""
        asked = self.asked()
        if "postcode" not in asked:
            return None
        known = PublicPlace.objects.shown_until(asked.get("tot"))
        found = known.spot_of(asked["postcode"])
        if found is None:
            self.add_error(
                "postcode", _("Deze postcode kennen we niet. Hieronder staan alle plekken.")
            )
        return found
