"""The timeline: writing, correcting, filtering."""

from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes, InlineRadios
from crispy_forms.layout import HTML, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from casework.choices import WITH_SOMEONE, Audience, EntryKind
from casework.consent import Deciding
from casework.forms.base import CaseForm, words_field
from casework.forms.home import name_readers
from casework.models import Document, Person, Seat, TimelineEntry
from casework.querysets import EntryQuerySet
from wijkteam.choices import LifeDomain
from wijkteam.forms import CheckboxChoices, Form, RadioChoice, search_field

BY_HAND = [kind for kind in EntryKind if kind not in (EntryKind.HANDOVER, EntryKind.OUTCOME)]

# Not needed every day: behind one click, so that the form stays short on a phone. When the form
# comes back, what was ticked in it is in sight: who may read it above all.
MORE = """{% load i18n %}<details class="wt-more"{% if form.is_bound %} open{% endif %}><summary>
{% translate "Wie waren erbij, wie leest mee, haast" %}</summary>"""


class EntryForm(CaseForm):
    """What happened. Words are enough for a note; a meeting, a visit and a contact also say whether
    the resident was there."""

    makes = TimelineEntry
    first = "words"
    depends = ("resident_present",)
    words = words_field(
        _("Wat gebeurde er?"),
        rows=5,
        help_text=_("Schrijf het zo, dat de bewoner het kan meelezen."),
        error_messages={"required": _("Schrijf op wat er gebeurde.")},
    )
    kind = RadioChoice(
        label=_("Wat was het?"),
        choices=[(kind.value, kind.label) for kind in BY_HAND],
        initial=EntryKind.NOTE,
    )
    resident_present = forms.TypedChoiceField(
        label=_("Was de bewoner erbij?"),
        help_text=_("Bij een bezoek, contact of overleg vragen wij dit altijd."),
        choices=[("yes", _("ja")), ("no", _("nee"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    life_domain = forms.ChoiceField(
        label=_("Waar ging het over?"),
        required=False,
        help_text=_("Kiest u een leefgebied? Dan leest alleen mee wie daarbij hoort."),
    )
    with_whom = CheckboxChoices(
        label=_("Wie waren erbij?"), choices=[], required=False,
        help_text=_("Eén bezoek aan meer mensen schrijft u maar één keer op."),
    )  # fmt: skip
    only_coordinator = forms.BooleanField(
        label=_("Alleen de regisseur mag dit lezen"), required=False
    )
    for_household = forms.BooleanField(
        label=_("Het gezin mag dit lezen"),
        help_text=_("In dit gezin leest niet iedereen alles. Zet dit aan als het echt mag."),
        required=False,
    )
    about = forms.ModelChoiceField(
        Person.objects.none(), label=_("Gaat dit alleen over één van hen?"), required=False,
        empty_label=_("nee, over het hele gezin"),
        help_text=_("Thuis leest alleen diegene het dan, en wie van diegene mee mag lezen."),
    )  # fmt: skip
    urgent = forms.BooleanField(
        label=_("Dringend: de anderen aan tafel krijgen nu een mail"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nothing = [("", _("algemeen"))] if self.standing.domains is None else []
        choices = [*nothing, *self.standing.domain_choices]
        self.fields["life_domain"].choices = choices  # type: ignore[attr-defined]
        self.fields["life_domain"].required = not nothing
        self.fields["with_whom"].choices = self._people()  # type: ignore[attr-defined]
        for_home = ["for_household"] if self.case_file.has_own_parts else []
        if for_home:
            name_readers(self)
        else:
            del self.fields["for_household"]
        for_home += self._keepers()
        self.helper.layout = Layout(
            "words", InlineRadios("kind"), InlineRadios("resident_present"),
            "life_domain", HTML(MORE), InlineCheckboxes("with_whom"), "only_coordinator",
            *for_home, "urgent",
            HTML("</details>"),
        )  # fmt: skip

    def _keepers(self) -> list[str]:
        """Asked only in a house where somebody keeps something to themselves."""
        people = Deciding.of(self.case_file.household).keepers()
        if not people:
            del self.fields["about"]
            return []
        keys = [one.pk for one in people]
        self.fields["about"].queryset = Person.objects.filter(pk__in=keys).order_by("name")  # type: ignore[attr-defined]
        return ["about"]

    def _people(self) -> list[tuple[str, str]]:
        """The household first, then the others at the table; each name once."""
        home = self.case_file.household.people().values_list("name", flat=True)
        seats = self.case_file.seats.open()
        if self.standing.seat:
            seats = seats.exclude(pk=self.standing.seat.pk)
        names = dict.fromkeys([*home, *seats.values_list("name", flat=True)])
        return [(name, name) for name in names]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") in WITH_SOMEONE and data.get("resident_present") is None:
            self.add_error("resident_present", _("Zeg erbij of de bewoner erbij was."))
        return data

    def save(self) -> None:
        data = self.cleaned_data
        audience = Audience.DOMAIN if data["life_domain"] else Audience.TABLE
        TimelineEntry(
            id=data["key"],
            case_file=self.case_file,
            by=self.seat,
            kind=data["kind"],
            words=data["words"],
            audience=Audience.COORDINATOR if data["only_coordinator"] else audience,
            life_domain=data["life_domain"],
            resident_present=data["resident_present"],
            with_whom=data["with_whom"],
            for_household=data.get("for_household", False),
            about=data.get("about"),
        ).write(is_urgent=data["urgent"])


class CorrectionForm(CaseForm):
    """The first text stays; this stands beside it."""

    makes = TimelineEntry
    words = words_field(
        _("Wat moet er staan?"),
        rows=5,
        help_text=_("De eerste tekst blijft staan. Deze komt ernaast."),
        error_messages={"required": _("Schrijf op wat er moet staan.")},
    )

    def __init__(self, *args: Any, entry: TimelineEntry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry

    def save(self) -> None:
        self.entry.correct(self.seat, self.cleaned_data["words"], self.cleaned_data["key"])


class StoryFilter(Form):
    """What is shown of the story. Everything stands in the address bar."""

    mark_optional = False
    zoek = search_field(_("Woorden"))
    leefgebied = forms.ChoiceField(
        label=_("Waar ging het over?"),
        required=False,
        choices=[("", _("alles")), *LifeDomain.choices],
    )
    wie = forms.ChoiceField(label=_("Wie schreef"), required=False)

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(seat.pk), seat.name) for seat in seats]
        self.fields["wie"].choices = [("", _("iedereen")), *names]  # type: ignore[attr-defined]

    def narrow(self, entries: EntryQuerySet) -> EntryQuerySet:
        """The entries that fit; a filter that makes no sense is passed over, and named."""
        self.is_valid()
        if words := self.words:
            entries = entries.search(words)
        if domain := self.cleaned_data.get("leefgebied"):
            entries = entries.filter(life_domain=domain)
        if seat := self.cleaned_data.get("wie"):
            entries = entries.filter(by=seat)
        return entries

    def fits(self, document: Document) -> bool:
        """The same for what was handed in: its title is all that is searched."""
        asked = self.cleaned_data
        return (
            self.words.lower() in document.title.lower()
            and asked.get("leefgebied") in ("", None, document.life_domain)
            and asked.get("wie") in ("", None, str(document.by_id))
        )

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("zoek", "")).replace("\x00", "")

    @property
    def is_on(self) -> bool:
        return any(self.cleaned_data.values()) or bool(self.errors)
