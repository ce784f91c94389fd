"""Inviting someone of another organisation, and on which ground something is shared."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import GroundKind
from casework.forms.grounds import GroundFields
from casework.forms.invite import ASKED, ExperienceField, RoleField, professionals
from casework.models import Seat, SharingQuestion
from wijkteam.forms import Folded, RadioChoice
from wijkteam.models import TeamMembership, User

HAS_GROUND, ASK, LATER = "has", "ask", "later"


class InvitePartner(GroundFields):
    """Who, of which organisation; and why it may be shared with them, now or later."""

    makes = Seat
    done = ASKED
    person = forms.ChoiceField(
        label=_("Wie, van welke organisatie?"),
        error_messages={"required": _("Kies iemand."),
                        "invalid_choice": _("Deze persoon kan niet meer kiezen. Kies opnieuw.")},
    )  # fmt: skip
    role = RoleField()
    by_experience = ExperienceField()
    # Who is known is asked now; why it may be shared can be recorded later.
    kind = RadioChoice(
        label=_("Waarom mag dit gedeeld worden?"), required=False, initial=LATER,
        help_text=_("Tot dit erbij staat, leest deze persoon niets."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in self._invitable()}
        self.fields["person"].choices = [("", _("kies iemand")), *self._grouped()]  # type: ignore[attr-defined]
        self.grounds = list(self.case_file.grounds.valid().select_related("organisation"))
        known = [(HAS_GROUND, __("dat is al afgesproken"))] if self.grounds else []
        ask = (ASK, __("nog niet: vraag het de bewoner op de eigen pagina"))
        later = (LATER, __("nog niet bekend: dat vul ik later aan"))
        self.fields["kind"].choices = [later, *GroundKind.choices, ask, *known]  # type: ignore[attr-defined]
        self.helper.layout = Layout(
            "person", "kind",
            Folded(_("Waarover, waarvoor en van wie de ja is"), InlineCheckboxes("domains"),
                   "about", "purpose",
                   Fieldset(_("Zei de bewoner ja?"), "given_by", "also_given_by", "given_how"),
                   Fieldset(_("Is het een wettelijke taak?"), "law")),
            Folded(_("Wat deze persoon aan tafel doet"), "role", "by_experience"),
        )  # fmt: skip

    def _invitable(self) -> Iterator[User]:
        """Who works for an organisation, not in this team, and does not sit here yet."""
        team = TeamMembership.objects.filter(team=self.case_file.team_id, until__isnull=True)
        seated = self.case_file.seats.open().filter(user__isnull=False)
        return iter(
            professionals()
            .filter(organisation__isnull=False)
            .exclude(pk__in=team.values("user_id"))
            .exclude(pk__in=seated.values("user_id"))
            .order_by("organisation__name", "name")
        )

    def _grouped(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for organisation, users in groupby(self.people.values(), lambda user: user.organisation):
            yield (
                str(organisation),
                [
                    (
                        str(user.pk),
                        f"{user.name}, {user.discipline}" if user.discipline else user.name,
                    )
                    for user in users
                ],
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind = data.get("kind")
        if kind == LATER and (data.get("purpose") or data.get("law")):
            words = _("U schreef op waarvoor het is. Kies dan ook waarom het gedeeld mag worden.")
            self.add_error("kind", words)
        if kind and kind not in (HAS_GROUND, LATER):
            self.ask_what_the_law_asks(data)
        if kind == HAS_GROUND and not self._is_covered(data):
            words = _("Met deze organisatie is dit nog niet afgesproken. Kies een andere reden.")
            self.add_error("kind", words)
        return data

    def _is_covered(self, data: dict[str, Any]) -> bool:
        user = self.people.get(data.get("person", ""))
        if user is None:
            return True  # said elsewhere
        shared = [g for g in self.grounds if g.organisation_id == user.organisation_id]
        return set(data.get("domains", ())) <= {d for ground in shared for d in ground.domains}

    def save(self) -> None:
        data = self.cleaned_data
        by, user = self.by, self.people[data["person"]]
        if data["kind"] == ASK:
            SharingQuestion(
                case_file=self.case_file, organisation=user.organisation, domains=data["domains"],
                purpose=data["purpose"], about=data["about"], asked_by=self.seat,
            ).put_with(user, by, data["role"], data["key"], data["by_experience"])  # fmt: skip
            return
        assert user.organisation
        is_new = data["kind"] in GroundKind.values
        ground = self.ground_with(user.organisation) if is_new else None
        Seat.invite(
            self.case_file, user, by, data["role"], data["domains"], ground, data["key"],
            data["by_experience"],
        )  # fmt: skip


class InviteOtherTeam(InvitePartner):
    """A colleague of another wijkteam: tables cross the borders of teams. The same grounds."""

    def _invitable(self) -> Iterator[User]:
        teams = TeamMembership.objects.filter(until__isnull=True).exclude(
            team=self.case_file.team_id
        )
        elsewhere = set(teams.values_list("user_id", flat=True))
        return (user for user in super()._invitable() if user.pk in elsewhere)
