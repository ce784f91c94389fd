"""Yes or no to sharing, by the household itself; and asking it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from casework.forms.base import CaseForm
from casework.models import Person, Seat, SharingGround, SharingQuestion
from casework.own_sharing import OwnSharing
from casework.workflow import NotAllowed
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices, RadioChoice
from wijkteam.models import Organisation

ONE_AT_LEAST = {"required": _("Kies ten minste één onderwerp.")}
FAMILY = "family"
ONLY_YOU = _("Dit gaat alleen over u.")
ONLY_YOU_TOO = _("Dit gaat alleen over u. Een ouder moet ook ja zeggen.")


class ShareForm(CaseForm):
    """The household wants an organisation at its table to read along about something more."""

    makes = SharingQuestion
    domains = CheckboxChoices(label=_("Waarover mag dit?"), error_messages=ONE_AT_LEAST)
    about = RadioChoice(label=_("Over wie gaat het?"))
    purpose = forms.CharField(
        label=_("Waarvoor is het nodig?"), max_length=200, required=False,
        help_text=_("Bijvoorbeeld: samen naar de schulden kijken."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, sharing: OwnSharing, organisation: Organisation, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sharing, self.organisation = sharing, organisation
        self.fields["domains"].choices = sharing.open_domains(organisation)  # type: ignore[attr-defined]
        self.people = {str(who.pk) if who else FAMILY: who for who in sharing.about}
        self.fields["about"].choices = [(key, _name(who)) for key, who in self.people.items()]  # type: ignore[attr-defined]
        if len(self.people) == 1:
            del self.fields["about"]
        if sharing.only_about_me:
            self.fields["domains"].help_text = ONLY_YOU_TOO if sharing.decides_with else ONLY_YOU

    def save(self) -> None:
        data, me = self.cleaned_data, self.sharing.me
        if me is None or not self.people:
            raise NotAllowed(_("Daarover beslist iemand anders van uw gezin."))
        about = self.people[data["about"]] if "about" in data else next(iter(self.people.values()))
        SharingQuestion(
            id=data["key"], case_file=self.case_file, organisation=self.organisation,
            domains=data["domains"], purpose=data["purpose"], about=about, asked_by=self.seat,
        ).begin(me, self.by, self.sharing.deciding)  # fmt: skip


class AnswerSharingForm(CaseForm):
    """Yes or no. Nobody has to say why."""

    YES, NO = "ja", "nee"
    answer = RadioChoice(
        label=_("Mag dit?"), choices=[(YES, _("ja, dat mag")), (NO, _("nee, liever niet"))]
    )

    def __init__(
        self, *args: Any, sharing: OwnSharing, question: SharingQuestion, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sharing, self.question = sharing, question
        me, said = sharing.me, question.first_yes_by
        waits = question.answered_at is None and question.ended_at is None
        if me and waits and not sharing.deciding.counts(me, question.about, said):
            answer = self.fields["answer"]
            answer.choices = [(self.NO, _("nee, liever niet"))]  # type: ignore[attr-defined]
            answer.help_text = answer.error_messages["invalid_choice"] = question.yes_is_there

    def save(self) -> None:
        me, deciding = self.sharing.me, self.sharing.deciding
        if me is None:
            raise NotAllowed(_("Daarover beslist iemand anders van uw gezin."))
        if self.cleaned_data["answer"] == self.YES:
            self.question.say_yes(me, self.by, deciding)
        else:
            self.question.say_no(me, deciding)


class StopSharingForm(CaseForm):
    """For all of it, or for some life domains."""

    domains = CheckboxChoices(label=_("Waarover niet meer?"), error_messages=ONE_AT_LEAST)

    def __init__(self, *args: Any, ground: SharingGround, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ground = ground
        labels = dict(LifeDomain.choices)
        self.fields["domains"].choices = [(d, labels[d]) for d in ground.domains]  # type: ignore[attr-defined]
        self.fields["domains"].initial = list(ground.domains)
        if len(ground.domains) == 1:
            del self.fields["domains"]

    def save(self) -> None:
        self.ground.stop_for(self.cleaned_data.get("domains", self.ground.domains), self.by)


class StopAtTableForm(StopSharingForm):
    """By whoever runs the table; also everything at once, when more is shared with them."""

    all_of_it = forms.BooleanField(label="", required=False)

    def __init__(self, *args: Any, ground: SharingGround, **kwargs: Any) -> None:
        super().__init__(*args, ground=ground, **kwargs)
        words = _("Alles met %(name)s stopt, ook wat hier niet staat")
        self.fields["all_of_it"].label = words % {"name": ground.organisation.name}
        if not ground.others().exists():
            del self.fields["all_of_it"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("all_of_it"):
            self.errors.pop("domains", None)  # then it does not matter which are ticked
        return data

    def save(self) -> None:
        if self.cleaned_data.get("all_of_it"):
            self.ground.withdraw_all(self.by)
        else:
            super().save()


class AskSharingForm(CaseForm):
    """At the table: ask the household whether somebody may read along about something more."""

    makes = SharingQuestion
    reader = forms.ModelChoiceField(
        Seat.objects.none(), label=_("Wie mag er meelezen?"), empty_label=None,
        help_text=_("De vraag gaat over de hele organisatie van deze persoon."),
        error_messages={"required": _("Kies iemand."),
                        "invalid_choice": _("Deze persoon zit niet meer aan tafel.")},
    )  # fmt: skip
    domains = CheckboxChoices(
        label=_("Waarover?"), choices=LifeDomain.choices, error_messages=ONE_AT_LEAST
    )
    about = forms.ModelChoiceField(
        Person.objects.none(), label=_("Over wie gaat het?"), required=False,
        empty_label=_("het hele gezin"),
    )  # fmt: skip
    purpose = forms.CharField(
        label=_("Waarvoor is het nodig?"), max_length=200,
        help_text=_("De bewoner leest dit, en beslist dan."),
        error_messages={"required": _("Schrijf op waarvoor het nodig is.")},
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = self.case_file.seats.open().filter(user__organisation__isnull=False,
                                                   stays_until=None)  # fmt: skip
        readers = seats.exclude(user__memberships__team=self.case_file.team_id,
                                user__memberships__until=None)  # fmt: skip
        self.fields["reader"].queryset = readers.select_related("user__organisation")  # type: ignore[attr-defined]
        self.fields["about"].queryset = self.case_file.household.people()  # type: ignore[attr-defined]

    def clean_reader(self) -> Seat:
        seat: Seat = self.cleaned_data["reader"]
        if seat.user is None or seat.user.organisation is None:
            raise ValidationError(_("Kies iemand van een andere organisatie."))
        return seat

    def save(self) -> None:
        data = self.cleaned_data
        SharingQuestion(
            id=data["key"], case_file=self.case_file, organisation=data["reader"].user.organisation,
            domains=data["domains"], purpose=data["purpose"], about=data["about"],
            asked_by=self.seat,
        ).put()  # fmt: skip


def _name(who: Person | None) -> Any:
    return who.name if who else _("het hele gezin")
