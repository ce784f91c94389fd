"""What all our forms share: how they are shown, and the few fields that Django lacks.

The browser's own checks are off (`use_required_attribute`): they speak the browser's language,
one field at a time, and lose the person's place. Our template pack says it in words instead.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

DJANGO_REQUIRED = forms.Field.default_error_messages["required"]
DJANGO_CHOICES = (
    forms.ChoiceField.default_error_messages["invalid_choice"],
    forms.ModelChoiceField.default_error_messages["invalid_choice"],
)
TOO_LONG = _("Dit is te lang. Er passen %(limit_value)d tekens in; u hebt er %(show_value)d.")


class OurForm(forms.BaseForm):
    """Set `mark_optional = False` on a filter, where nothing is required and all know it; `depends`
    names the fields that another answer may ask for, which are not called optional either."""

    use_required_attribute = False
    mark_optional = True
    depends: Sequence[str] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages.get("required") is DJANGO_REQUIRED:
                field.error_messages["required"] = _("Vul dit nog in.")
            if field.error_messages.get("invalid_choice") in DJANGO_CHOICES:
                field.error_messages["invalid_choice"] = _("Kies een van de antwoorden.")
            field.error_messages.setdefault("max_length", TOO_LONG)
        for name in self.depends:
            if name in self.fields:
                self.fields[name].depends = True  # type: ignore[attr-defined]
        self.helper = FormHelper()
        # The page writes its own <form> and token, so that forms can stand together in one.
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.render_hidden_fields = True


class Form(OurForm, forms.Form):
    """The base of every form that is no row."""


class ModelForm(OurForm, forms.ModelForm):
    """The base of every form that fills one row."""


class Folded(Fieldset):
    """What may stay empty, behind its name; open when something in it is wrong or was filled in."""

    template = "%s/layout/folded.html"
    is_open = False

    def render(self, form: forms.Form, *args: Any, **kwargs: Any) -> str:
        names = {pointer.name for pointer in self.get_field_names()}
        self.is_open = form.is_bound and not names.isdisjoint({*form.errors, *form.changed_data})
        return str(super().render(form, *args, **kwargs))


class RadioChoice(forms.ChoiceField):
    """One answer out of a few, all visible. From eight options on, use a plain ChoiceField."""

    widget = forms.RadioSelect
    default_error_messages = {
        "required": _("Kies een van de antwoorden."),
        "invalid_choice": _("Dit antwoord kennen we niet. Kies een van de antwoorden."),
    }


class CheckboxChoices(forms.MultipleChoiceField):
    """Any number of answers out of a few, all visible."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "required": _("Kies ten minste één antwoord."),
        "invalid_choice": _("Een van de antwoorden kennen we niet. Kies opnieuw."),
    }


def search_field(label: Any) -> forms.CharField:
    """The box of a list to search in."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )


class ThreeTextDate(forms.MultiWidget):
    """Day, month and year as three plain text inputs: pickers are hard on birthdays and thumbs."""

    use_fieldset = True
    labels = (_("Dag"), _("Maand"), _("Jaar"))

    def __init__(self, attrs: dict[str, Any] | None = None, *, birthday: bool = False) -> None:
        names = ("bday-day", "bday-month", "bday-year") if birthday else ("off",) * 3
        parts = [
            forms.TextInput(
                {"inputmode": "numeric", "maxlength": 2 + 2 * (i == 2), "autocomplete": name}
            )
            for i, name in enumerate(names)
        ]
        super().__init__(parts, attrs)

    def decompress(self, value: date | str | None) -> list[Any]:
        if isinstance(value, str):
            value = parsed(value)
        return [value.day, value.month, value.year] if value else [None, None, None]


def parsed(value: str) -> date | None:
    """A date from a link such as ?dag=2026-03-06; anything else is as good as nothing."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


NEARBY_YEARS = 10  # how far away a year may be to be known by its last two digits


class DateField3(forms.MultiValueField):
    """A date typed in three parts. What was typed stays on the screen, also when it is wrong."""

    widget = ThreeTextDate
    default_error_messages = {
        "required": _("Vul een datum in: dag, maand en jaar."),
        "incomplete": _("De datum is niet compleet. Vul de dag, de maand en het jaar in."),
        "invalid": _("Vul de datum in met cijfers, bijvoorbeeld 6 3 2026."),
        "unknown": _("Deze datum bestaat niet. Kijk of de dag, de maand en het jaar kloppen."),
    }

    def __init__(self, *, birthday: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", ThreeTextDate(birthday=birthday))
        self.birthday = birthday
        parts = [forms.CharField(required=False) for _part in range(3)]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> date | None:
        parts = [str(part or "").strip() for part in value or ()]
        if not any(parts):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if not all(parts):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        found = self.compress(parts)
        self.run_validators(found)
        return found

    def compress(self, parts: Sequence[str]) -> date:
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        day, month, year = (int(part[:5]) for part in parts)  # 25 digits fit in no date
        try:
            if not self.birthday and abs(2000 + year - timezone.localdate().year) <= NEARBY_YEARS:
                year += 2000  # somebody typed 26
            if year < 1000:
                raise ValueError("a year has four digits")
            return date(year, month, day)
        except ValueError as error:
            raise ValidationError(self.error_messages["unknown"], code="unknown") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        before, after = ThreeTextDate().decompress(initial), data or [None, None, None]
        return [str(part or "") for part in before] != [str(part or "") for part in after]
