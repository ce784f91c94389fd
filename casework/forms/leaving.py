"""Who takes over the tables of a colleague who stops."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casework import leaving
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import Team, TeamMembership, User


class LeavingForm(Form):
    """Stops altogether, or for one of the teams; a successor only when there are tables to take."""

    stops = RadioChoice(label=_("Waarmee stopt deze persoon?"), required=False, initial="")
    successor = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Wie wordt de nieuwe regisseur?"),
        empty_label=_("Kies een collega"),
        required=False,
    )

    def __init__(self, user: User, is_coordinator: bool, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        teams = Team.objects.filter(memberships__in=user.memberships.filter(until__isnull=True))
        self.teams = {str(team.pk): team for team in teams}
        named = [(pk, team.name) for pk, team in self.teams.items()]
        self.fields["stops"].choices = [  # type: ignore[attr-defined]
            ("", _("met alles hier: het account eindigt")), *named,
        ]  # fmt: skip
        if not named:
            del self.fields["stops"]
        if not is_coordinator:
            del self.fields["successor"]
            return
        colleagues = TeamMembership.objects.filter(team_id__in=teams, until__isnull=True)
        self.fields["successor"].queryset = User.objects.filter(  # type: ignore[attr-defined]
            pk__in=colleagues.exclude(user=user).values("user_id"), is_active=True
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        stops_altogether = not data.get("stops") and "stops" not in self.errors
        if stops_altogether and "successor" in self.fields and not data.get("successor"):
            self.add_error(
                "successor", ValidationError(_("Kies een collega die de tafels overneemt."))
            )
        return data

    def save(self) -> Team | None:
        """The team that was left; None when the account ended."""
        successor = self.cleaned_data.get("successor")
        team = self.teams.get(self.cleaned_data.get("stops") or "")
        if team:
            leaving.leave_team(self.user, team, successor)
        else:
            leaving.end_account(self.user, successor)
        return team
