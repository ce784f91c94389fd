"""Which other request is of the same household, and whose own page a request belongs on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import CaseFile, Person
from intake.forms.state import CodeField
from intake.models import ConversationRequest
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User


class LinkForm(Form):
    """One that looks alike, or any by its number."""

    mark_optional = False
    alike = RadioChoice(label=_("Lijkt op dit verzoek"), required=False)
    number = CodeField(
        label=_("Of het nummer van het andere verzoek"),
        required=False,
        help_text=_("Acht tekens, zoals ACDE-FGHJ."),
    )

    def __init__(self, *args: Any, one: ConversationRequest, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.one, self.by = one, by
        self.seen = list(one.looks_alike(by).exclude(pk__in=one.linked(by).values("pk"))[:5])
        self.fields["alike"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), f"{row.name}, {row.arrived_at:%d-%m-%Y}") for row in self.seen
        ]
        if not self.seen:
            del self.fields["alike"]
            self.fields["number"].label = _("Het nummer van het andere verzoek")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        visible = ConversationRequest.objects.visible_to(self.by)
        if cleaned.get("number"):
            cleaned["other"] = visible.filter(reference=cleaned["number"]).first()
            if cleaned["other"] is None:
                self.add_error("number", _("Dit nummer kennen we niet bij uw team."))
        elif cleaned.get("alike"):
            cleaned["other"] = visible.filter(pk=cleaned["alike"]).first()
        elif not self.errors:
            self.add_error("number", _("Kies een verzoek, of vul het nummer in."))
        return cleaned

    def save(self, by: User) -> None:
        self.one.link(self.cleaned_data["other"], by)


class OwnPageForm(Form):
    """A person of a household at whose table this colleague sits, with an own page."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Op de eigen pagina van"),
        empty_label=None,
        error_messages={"required": _("Kies van wie de eigen pagina is.")},
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        homes = CaseFile.objects.visible_to(by).values("household_id")
        people = Person.objects.filter(user__isnull=False, memberships__household__in=homes)
        self.fields["person"].queryset = people.distinct()  # type: ignore[attr-defined]

    def save(self, one: ConversationRequest, by: User) -> None:
        one.give_to(self.cleaned_data["person"], by)
