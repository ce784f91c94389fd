"""Which team's neighbourhoods, and near what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import Formality
from network.distance import middle_of, middle_of_postcode
from network.forms.base import ListFilter, shown_until
from network.forms.register import ANY
from network.public import Spot
from network.querysets import VindplaatsQuerySet, teams_of
from wijkteam.choices import LifeDomain
from wijkteam.models import Neighbourhood, Team, User


class CoverageFilter(ListFilter):
    """The matrix of one team, or of all."""

    team = forms.ModelChoiceField(
        label=_("Wijkteam"), queryset=Team.objects.all(), required=False, empty_label=_("alle")
    )

    def wijken(self) -> list[Neighbourhood]:
        team = self.asked().get("team")
        found = Neighbourhood.objects.select_related("team")
        return list(found.filter(team=team) if team else found)


class MapFilter(ListFilter):
    """Near which postcode or neighbourhood, and for what."""

    postcode = forms.CharField(
        label=_("Dicht bij postcode"),
        required=False,
        max_length=7,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    wijk = forms.ModelChoiceField(
        label=_("Of: dicht bij het midden van"),
        queryset=Neighbourhood.objects.all(),
        to_field_name="code",
        required=False,
        empty_label=_("onze eerste wijk"),
    )
    soort = forms.ChoiceField(
        label=_("Formeel of informeel"), choices=[ANY, *Formality.choices], required=False
    )
    leefgebied = forms.ChoiceField(
        label=_("Leefgebied"), choices=[ANY, *LifeDomain.choices], required=False
    )
    tot = shown_until()

    def narrow(self, places: VindplaatsQuerySet) -> VindplaatsQuerySet:
        asked = self.asked()
        places = places.shown_until(asked.get("tot"))
        if "soort" in asked:
            places = places.filter(formality=asked["soort"])
        if "leefgebied" in asked:
            places = places.in_domain(asked["leefgebied"])
        return places

    def near(self, user: User) -> Spot | None:
        """Where to measure from; a postcode that nobody knows is said on the form."""
        asked = self.asked()
        if "postcode" in asked:
            found = middle_of_postcode(asked["postcode"])
            if found is None:
                self.add_error("postcode", _("Deze postcode kennen wij niet. Kies een wijk."))
            return found
        if "wijk" in asked:
            return middle_of(asked["wijk"])
        own = Neighbourhood.objects.filter(team__in=teams_of(user).values("team_id"))
        return middle_of(own.first() or Neighbourhood.objects.first())
