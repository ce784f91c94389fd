"""Inviting someone of another organisation, and on which ground something is shared."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import GivenHow, GroundKind
from casework.forms.base import CaseForm
from casework.forms.invite import ASKED, ExperienceField, RoleField, professionals
from casework.models import Person, Seat, SharingGround, SharingQuestion
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices, RadioChoice
from wijkteam.models import TeamMembership, User

HAS_GROUND, ASK = "has", "ask"


class InvitePartner(CaseForm):
    """Organisation, person, life domains, and why it may be shared with them."""

    makes = Seat
    done = ASKED
    person = forms.ChoiceField(
        label=_("Wie, van welke organisatie?"),
        error_messages={"required": _("Kies iemand."),
                        "invalid_choice": _("Deze persoon kan niet meer kiezen. Kies opnieuw.")},
    )  # fmt: skip
    role = RoleField()
    by_experience = ExperienceField()
    domains = CheckboxChoices(
        label=_("Voor welke leefgebieden?"),
        help_text=_("Deze persoon leest alleen wat bij deze leefgebieden hoort."),
        choices=LifeDomain.choices,
        error_messages={"required": _("Kies ten minste één leefgebied.")},
    )
    kind = RadioChoice(label=_("Waarom mag dit gedeeld worden?"))
    purpose = forms.CharField(
        label=_("Waarvoor is het nodig?"),
        help_text=_("De bewoner leest dit mee."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    given_by = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Wie zei ja?"),
        required=False,
        empty_label=_("kies wie ja zei"),
    )
    also_given_by = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Wie zei nog meer ja?"),
        help_text=_("Bij een kind van 12 tot en met 15 zeggen het kind en een ouder allebei ja."),
        required=False,
        empty_label=_("niemand anders"),
    )
    about = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Over wie gaat het?"),
        required=False,
        empty_label=_("het hele gezin"),
    )
    given_how = RadioChoice(
        label=_("Hoe?"),
        choices=[(GivenHow.TABLE.value, GivenHow.TABLE.label),
                 (GivenHow.PAPER.value, GivenHow.PAPER.label)],
        initial=GivenHow.TABLE,
        required=False,
    )  # fmt: skip
    law = forms.CharField(
        label=_("Welke wet en welk artikel?"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in self._invitable()}
        self.fields["person"].choices = [("", _("kies iemand")), *self._grouped()]  # type: ignore[attr-defined]
        self.grounds = list(self.case_file.grounds.valid().select_related("organisation"))
        known = [(HAS_GROUND, __("dat is al afgesproken"))] if self.grounds else []
        ask = (ASK, __("nog niet: vraag het de bewoner op de eigen pagina"))
        self.fields["kind"].choices = [*GroundKind.choices, ask, *known]  # type: ignore[attr-defined]
        self.fields["given_by"].queryset = self.case_file.household.grown_up()  # type: ignore[attr-defined]
        self.fields["also_given_by"].queryset = self.case_file.household.grown_up()  # type: ignore[attr-defined]
        self.fields["about"].queryset = self.case_file.household.everyone()  # type: ignore[attr-defined]
        self.helper.layout = Layout(
            "person", "role", "by_experience", InlineCheckboxes("domains"), "kind", "about",
            "purpose",
            Fieldset(_("Zei de bewoner ja?"), "given_by", "also_given_by", "given_how",
                     css_class="wt-section"),
            Fieldset(_("Is het een wettelijke taak?"), "law", css_class="wt-section"),
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
        if kind and kind != HAS_GROUND and not data.get("purpose"):
            self.add_error("purpose", _("Schrijf op waarvoor het nodig is. De bewoner leest dit."))
        if kind == GroundKind.CONSENT and not data.get("given_by"):
            self.add_error("given_by", _("Kies wie van het gezin ja zei."))
        if kind == GroundKind.TASK and not data.get("law"):
            self.add_error("law", _("Schrijf op welke wet, en welk artikel."))
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
        ground = None if data["kind"] == HAS_GROUND else self._ground(user, by)
        Seat.invite(
            self.case_file, user, by, data["role"], data["domains"], ground, data["key"],
            data["by_experience"],
        )  # fmt: skip

    def _ground(self, user: User, by: User) -> SharingGround:
        data = self.cleaned_data
        is_consent = data["kind"] == GroundKind.CONSENT
        return SharingGround(
            case_file=self.case_file,
            kind=data["kind"],
            organisation=user.organisation,
            domains=data["domains"],
            purpose=data["purpose"],
            law=data["law"] if data["kind"] == GroundKind.TASK else "",
            about=data["about"],
            given_by=data["given_by"] if is_consent else None,
            also_given_by=data["also_given_by"] if is_consent else None,
            given_how=data["given_how"] or GivenHow.TABLE,
            recorded_by=by,
        )


class InviteOtherTeam(InvitePartner):
    """A colleague of another wijkteam: tables cross the borders of teams. The same grounds."""

    def _invitable(self) -> Iterator[User]:
        teams = TeamMembership.objects.filter(until__isnull=True).exclude(
            team=self.case_file.team_id
        )
        elsewhere = set(teams.values_list("user_id", flat=True))
        return (user for user in super()._invitable() if user.pk in elsewhere)
