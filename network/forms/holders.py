"""Passing places on by hand: to a colleague who comes after, or who steps in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import Vindplaats
from network.querysets import teams_of
from wijkteam.forms import Form
from wijkteam.models import TeamMembership, User


class HandOverForm(Form):
    """All places of one colleague to another of the same teams."""

    whose = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Wiens plekken?"),
        empty_label=_("kies een collega"),
        error_messages={"required": _("Kies een collega.")},
    )
    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Wie houdt voortaan contact?"),
        empty_label=_("kies een collega"),
        error_messages={"required": _("Kies een collega.")},
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        working = TeamMembership.objects.filter(until__isnull=True)
        mine = working.filter(team__in=teams_of(user).values("team_id")).values("user_id")
        colleagues = User.objects.filter(pk__in=mine, is_active=True)
        holding = Vindplaats.objects.in_use().filter(holder__isnull=False).values("holder_id")
        whose: Any = self.fields["whose"]
        whose.queryset = colleagues.filter(pk__in=holding)
        whose.initial = user
        to: Any = self.fields["to"]
        to.queryset = colleagues

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("whose") and data.get("whose") == data.get("to"):
            self.add_error("to", _("Kies een andere collega."))
        return data

    def save(self, by: User) -> int:
        """How many places went over."""
        data = self.cleaned_data
        return Vindplaats.objects.visible_to(by).held_by(data["whose"]).hand_to(data["to"])
