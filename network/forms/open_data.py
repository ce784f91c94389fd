"""What may be asked of the open data. Anything wrong is said in words, never guessed at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network import hsds
from network.choices import VindplaatsKind
from network.public import PublicPlaceQuerySet
from wijkteam.choices import LifeDomain

MOST = 100


class PageAsked(forms.Form):
    """Which page of a list, and of how many rows."""

    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000, label="page")
    per_page = forms.IntegerField(required=False, min_value=1, max_value=MOST, label="per_page")
    search = forms.CharField(required=False, max_length=200, label="search")

    @property
    def number(self) -> int:
        return self.cleaned_data["page"] or 1

    @property
    def size(self) -> int:
        return self.cleaned_data["per_page"] or 50

    def narrow(self, places: PublicPlaceQuerySet) -> PublicPlaceQuerySet:
        return places.search(self.cleaned_data["search"])


class ServicesAsked(PageAsked):
    """As the standard names them."""

    full = forms.NullBooleanField(required=False)
    minimal = forms.NullBooleanField(required=False)
    modified_after = forms.DateTimeField(
        required=False,
        error_messages={"invalid": _("modified_after: a date or time in ISO 8601, please.")},
    )
    organization_id = forms.UUIDField(required=False)
    taxonomy_term_id = forms.UUIDField(required=False)

    def narrow(self, places: PublicPlaceQuerySet) -> PublicPlaceQuerySet:
        asked = self.cleaned_data
        found = super().narrow(places)
        if asked["modified_after"]:
            found = found.filter(changed_at__gte=asked["modified_after"])
        if asked["organization_id"]:
            found = found.filter(organisation_key=asked["organization_id"])
        if asked["taxonomy_term_id"]:
            return self._with_term(found, str(asked["taxonomy_term_id"]))
        return found

    def _with_term(self, places: PublicPlaceQuerySet, key: str) -> PublicPlaceQuerySet:
        for code, name in LifeDomain.choices:
            if hsds.term("leefgebied", code, str(name))["id"] == key:
                return places.about(code)
        for code, name in VindplaatsKind.choices:
            if hsds.term("soort plek", code, str(name))["id"] == key:
                return places.filter(kind=code)
        return places.none()


def said(form: forms.Form) -> dict[str, Any]:
    """What is wrong, per parameter."""
    return {"error": {name: [str(one) for one in errors] for name, errors in form.errors.items()}}
