"""How to reach someone: the one page of a request with answers that are needed."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from intake.choices import DayPart, ReachBy, Unsafe
from intake.forms.pages import PageForm, options, text
from wijkteam.forms import CheckboxChoices, RadioChoice
from wijkteam.models import Postcode

# The way that someone chose, and what would contradict it.
AGAINST: dict[str, str] = {
    ReachBy.CALL: Unsafe.CALL,
    ReachBy.MAIL: Unsafe.MAIL,
    ReachBy.VISIT: Unsafe.VISIT,
}


class ContactForm(PageForm):
    """How to reach someone: one way is needed. Only the chosen way is kept."""

    title = _("Hoe kunnen we u bereiken?")
    mark_optional = False

    reach_by = RadioChoice(
        label=_("Hoe wilt u dat we contact opnemen?"),
        choices=options(ReachBy.choices),
        initial=ReachBy.CALL,
        required=False,
    )
    phone = PhoneNumberField(
        label=_("Telefoonnummer"),
        region="NL",
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
        error_messages={
            "invalid": _("Dit nummer klopt niet. Een nummer heeft 10 cijfers: 06 12345678.")
        },
    )
    may_leave_message = RadioChoice(
        label=_("Mogen we iets inspreken of een bericht achterlaten?"),
        choices=[("yes", _("Ja, dat mag")), ("no", _("Liever niet"))],
        required=False,
        help_text=_("Deelt u de telefoon met iemand? Kies dan liever niet. U mag dit leeg laten."),
    )
    address = text(
        _("Adres waar we langs mogen komen"), autocomplete="street-address", required=False
    )
    via = text(
        _("Via wie kunnen we u bereiken?"),
        required=False,
        help_text=_("Bijvoorbeeld: mijn zus Els, 06 12345678."),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_(
            "Vul dit in als u ook bericht per e-mail wilt. Leest iemand mee? Laat het dan leeg."
        ),
        error_messages={"invalid": _("Dit e-mailadres klopt niet. Kijk of er een @ in staat.")},
    )
    day_parts = CheckboxChoices(
        label=_("Wanneer liever? U mag dit leeg laten."),
        choices=options(DayPart.choices),
        required=False,
    )

    NEEDED = {
        ReachBy.CALL: ("phone", _("Vul een telefoonnummer in, of kies een andere manier.")),
        ReachBy.TEXT: ("phone", _("Vul een telefoonnummer in, of kies een andere manier.")),
        ReachBy.MAIL: ("email", _("Vul een e-mailadres in, of kies een andere manier.")),
        ReachBy.VISIT: ("address", _("Vul een adres in, of kies een andere manier.")),
        ReachBy.VIA: ("via", _("Vul in via wie, of kies een andere manier.")),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        phone = Div("phone", "may_leave_message", css_class="wt-when wt-when--phone")
        address = Div("address", css_class="wt-when wt-when--visit")
        via = Div("via", css_class="wt-when wt-when--via")
        self.helper.layout = Layout("reach_by", phone, address, via, "email", "day_parts")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        way = ReachBy(cleaned.get("reach_by") or self._guess(cleaned))
        cleaned["reach_by"] = way
        needed, error = self.NEEDED[way]
        if not cleaned.get(needed) and needed not in self.errors:
            self.add_error(needed, error)
        self._forget_other_ways(cleaned, needed)
        return cleaned

    def _guess(self, cleaned: Mapping[str, Any]) -> str:
        """No way was chosen: the first that was filled in."""
        filled = (way for way, (name, _error) in self.NEEDED.items() if cleaned.get(name))
        return next(filled, ReachBy.CALL)

    def _forget_other_ways(self, cleaned: dict[str, Any], needed: str) -> None:
        """Who first typed an address and then chose another way may have had a reason to."""
        for name in ("phone", "address", "via"):
            if name != needed:
                cleaned[name] = ""
                self.errors.pop(name, None)
        if needed != "phone":
            cleaned["may_leave_message"] = ""


class ReachForm(ContactForm):
    field_order = ["sender_name", "name"]

    unsafe = CheckboxChoices(
        label=_("Wat moeten we niet doen?"),
        choices=options(Unsafe.choices),
        required=False,
        help_text=_("Leest of luistert er iemand mee? Zeg ons dan wat niet veilig is."),
    )
    introduce_as = text(
        _("Hoe mogen we ons bekendmaken?"),
        120,
        required=False,
        help_text=_("Bijvoorbeeld: zeg dat u van de bibliotheek belt. Dan zeggen we niets anders."),
    )

    sender_name = text(_("Hoe mogen we u noemen?"), 120, autocomplete="name", required=False)
    name = text(
        _("Hoe mogen we u noemen?"),
        120,
        autocomplete="name",
        help_text=_("Een voornaam is genoeg. Een andere naam mag ook."),
        error_messages={"required": _("Vul een naam in. Een voornaam is genoeg.")},
    )
    postcode = text(
        _("Postcode"),
        80,
        autocomplete="postal-code",
        required=False,
        help_text=_("Dan helpt het team uit de buurt. U mag dit leeg laten."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ["sender_name", "name"] if self.other else ["name"]
        ways = self.helper.layout.fields
        self.helper.layout.fields = [*names, *ways, "postcode", "unsafe", "introduce_as"]
        if not self.other:
            del self.fields["sender_name"]
            return
        self.fields["name"].label = _("Over wie gaat het?")
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        self.fields["sender_name"].help_text = _("Een voornaam is genoeg. U mag dit leeg laten.")
        self.fields["postcode"].label = _("Postcode van die persoon")

    def clean(self) -> dict[str, Any]:
        """The chosen way is one that is safe."""
        cleaned = super().clean()
        if AGAINST.get(cleaned.get("reach_by", "")) in cleaned.get("unsafe", []):
            self.add_error(
                "unsafe", _("U koos hierboven juist deze manier. Kies er één van beide.")
            )
        return cleaned

    def clean_postcode(self) -> str:
        """Any spelling will do, half of it too. What is none is never an obstacle: it only helps
        to find the team."""
        return Postcode.read(self.cleaned_data["postcode"])
