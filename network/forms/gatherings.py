"""A gathering: when and where, whom we ask, who came, and what was promised."""

import re
from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from network.alike import key
from network.forms.base import ListFilter, OnceForm, wijk_field
from network.models import Gathering, Promise, Vindplaats, VindplaatsContact
from network.models.once import insert_once
from network.querysets import ContactQuerySet, teams_of
from wijkteam.forms import DateField3, Form, search_field
from wijkteam.models import Team, User

CLOCK = re.compile(r"^([01]?\d|2[0-3])(?:[:.u ]?([0-5]\d))?\s*(?:u(?:ur)?)?$")


class ClockField(forms.Field):
    """A time as people type it: 14.30, 14:30, 14u30 or 14."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"autocomplete": "off", "size": 6}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        words = str(value or "").strip().lower()
        if not words:
            return None
        found = CLOCK.match(words)
        if not found:
            raise ValidationError(_("Schrijf de tijd zo: 14.30."))
        return time(int(found[1]), int(found[2] or 0))


class GatheringForm(OnceForm):
    """Plan one, or change it."""

    title = forms.CharField(label=_("Hoe heet het?"), max_length=120)
    on = DateField3(label=_("Op welke dag?"))
    starts = ClockField(label=_("Van"), help_text=_("Bijvoorbeeld 14.30"))
    ends = ClockField(label=_("Tot"))
    where = forms.CharField(label=_("Waar?"), max_length=160, required=False)
    about = forms.CharField(
        label=_("Waar gaat het over?"),
        help_text=_("Dit staat in de uitnodiging."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Van welk wijkteam?"))

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Team.objects.filter(pk__in=teams_of(user).values("team_id"))
        team: Any = self.fields["team"]
        team.queryset, team.empty_label = own, None
        team.initial = own.first()
        if len(own) == 1:
            team.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("starts") and data.get("ends") and data["ends"] <= data["starts"]:
            self.add_error("ends", _("Dit is eerder dan het begin."))
        return data

    def fill(self, gathering: Gathering) -> Gathering:
        data = self.cleaned_data
        for name in ("title", "where", "about", "team"):
            setattr(gathering, name, data[name])
        gathering.starts_at = moment(data["on"], data["starts"])
        gathering.ends_at = moment(data["on"], data["ends"])
        return gathering

    def plan(self, by: User, place: Vindplaats | None) -> Gathering:
        gathering = self.fill(Gathering(pk=self.cleaned_data["key"], by=by, place=place))
        gathering.plan()
        return gathering

    @staticmethod
    def of(gathering: Gathering) -> dict[str, Any]:
        start, end = timezone.localtime(gathering.starts_at), timezone.localtime(gathering.ends_at)
        names = ("title", "where", "about", "team")
        return {name: getattr(gathering, name) for name in names} | {
            "on": start.date(), "starts": f"{start:%H.%M}", "ends": f"{end:%H.%M}"
        }  # fmt: skip


def moment(on: Any, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(on, at))  # noqa: DTZ001


class GuestFilter(ListFilter):
    """Whom to ask."""

    zoek = search_field(_("Zoek op naam of plek"))
    wijk = wijk_field()

    def narrow(self, people: ContactQuerySet) -> ContactQuerySet:
        asked = self.asked()
        if "wijk" in asked:
            people = people.filter(vindplaats__neighbourhoods=asked["wijk"])
        return people.named(asked.get("zoek", ""))


class NewGuestForm(OnceForm):
    """Somebody we did not know yet."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Vul een naam in.")},
    )
    place = forms.CharField(
        label=_("Van welke plek?"),
        help_text=_("De naam zoals die in het register staat."),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    phone = PhoneNumberField(
        label=_("Telefoon"), required=False, widget=forms.TextInput({"autocomplete": "off"})
    )

    def clean_place(self) -> Vindplaats:
        found = Vindplaats.objects.in_use().filter(name_key=key(self.cleaned_data["place"]))[:2]
        if len(found) != 1:
            raise ValidationError(
                _("Deze naam staat niet (of vaker) in het register. Voeg de plek eerst toe.")
            )
        return found[0]

    def save(self, gathering: Gathering, by: User) -> None:
        data = self.cleaned_data
        person = VindplaatsContact(
            pk=data["key"], vindplaats=data["place"], name=data["name"], phone=data["phone"] or ""
        )
        insert_once(person)
        gathering.was_there(person, by)


class PromiseForm(OnceForm):
    """What was promised, and who does it."""

    words = forms.CharField(
        label=_("Wat is afgesproken?"),
        max_length=300,
        error_messages={"required": _("Schrijf op wat is afgesproken.")},
    )
    who = forms.ChoiceField(
        label=_("Wie doet het?"), error_messages={"required": _("Kies wie het doet.")}
    )
    due = DateField3(label=_("Wanneer?"), required=False)

    def __init__(self, gathering: Gathering, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = User.objects.filter(
            memberships__team=gathering.team, memberships__until__isnull=True, is_active=True
        )
        ours = [(f"u{one.pk}", one.name) for one in colleagues.distinct()]
        guests = gathering.guests.select_related("contact__vindplaats")
        theirs = [
            (f"c{guest.contact_id}", f"{guest.contact.name}, {guest.contact.vindplaats.name}")
            for guest in guests
        ]
        who: Any = self.fields["who"]
        who.choices = [("", _("kies wie")), (_("Wijkteam"), ours), (_("Gasten"), theirs)]
        who.initial = f"u{user.pk}"

    def save(self, gathering: Gathering) -> None:
        data = self.cleaned_data
        mark, pk = data["who"][0], data["who"][1:]
        promise = Promise(pk=data["key"], gathering=gathering, words=data["words"], due=data["due"])
        setattr(promise, "owner_id" if mark == "u" else "owner_there_id", pk)
        insert_once(promise)


class NotesForm(Form):
    """What came up, without anyone's name."""

    notes = forms.CharField(
        label=_("Wat kwam er op tafel?"),
        help_text=_("Dit komt ook op het scherm. Schrijf geen namen van bewoners op."),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )

    def save(self, gathering: Gathering) -> None:
        gathering.write_up(self.cleaned_data["notes"])
