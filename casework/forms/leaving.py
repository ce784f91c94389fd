"""Who takes over the tables of a colleague who stops."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkteam.forms import Form
from wijkteam.models import TeamMembership, User


class LeavingForm(Form):
    """Asks for a successor only when there are tables to take over."""

    successor = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Wie wordt de nieuwe regisseur?"),
        empty_label=_("Kies een collega"),
        error_messages={"required": _("Kies een collega die de tafels overneemt.")},
    )

    def __init__(self, user: User, is_coordinator: bool, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not is_coordinator:
            del self.fields["successor"]
            return
        teams = TeamMembership.objects.filter(user=user, until__isnull=True).values("team_id")
        colleagues = TeamMembership.objects.filter(team_id__in=teams, until__isnull=True)
        self.fields["successor"].queryset = User.objects.filter(  # type: ignore[attr-defined]
            pk__in=colleagues.exclude(user=user).values("user_id"), is_active=True
        )
