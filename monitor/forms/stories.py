"""Telling a story or a dilemma, answering one, and keeping what was learned: without names."""

from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from monitor.choices import Quality, StoryKind
from monitor.models import Lesson, Reading, Story
from monitor.names import names_in
from monitor.over_time import QUESTIONS
from wijkteam.choices import LifeDomain, Role
from wijkteam.forms import Form
from wijkteam.models import User

VOICES = {
    Role.RESIDENT: "resident",
    Role.PARTNER: "partner",
    Role.CONTACT: "contact",
}


def area(label: Any, rows: int, missing: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=8000,
        help_text=help_text,
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": missing},
    )


class NamelessForm(Form):
    """Points at what looks like a name. The writer changes it, or says that it is none."""

    no_names = forms.BooleanField(
        label=_("Dit zijn geen echte namen, of de namen zijn veranderd"), required=False
    )
    watched: tuple[str, ...] = ("words",)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text = "\n".join(cleaned.get(name) or "" for name in self.watched)
        found = names_in(text)
        if found and not cleaned.get("no_names"):
            seen = ", ".join(found[:6])
            words = __(
                "Hier staat misschien een naam: %(names)s. Verander die, of vink aan dat het geen "
                "echte naam is."
            )
            self.add_error("no_names", words % {"names": seen})
        return cleaned


class StoryForm(NamelessForm):
    watched = ("title", "words")
    title = forms.CharField(
        label=_("Titel"),
        max_length=120,
        error_messages={"required": _("Geef uw verhaal een titel.")},
    )
    words = area(
        _("Uw verhaal"),
        12,
        _("Vertel eerst iets."),
        _("In uw eigen woorden. Inspreken mag ook: tik op de microfoon van uw toetsenbord."),
    )
    quality = forms.ChoiceField(
        label=_("Waar gaat het vooral over?"),
        required=False,
        choices=[("", _("iets anders")), *Quality.choices],
    )
    indicator = forms.ChoiceField(label=_("Bij welk cijfer hoort het?"), required=False, choices=[])
    field_order = ["title", "words", "no_names", "quality", "indicator"]

    def __init__(self, user: User, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.kind = user, kind
        if kind == StoryKind.DILEMMA:
            self.fields["words"].label = _("Waar twijfelt u over?")
            self.fields["words"].help_text = _(
                "Wat speelt er, en welke kanten kunt u op? Laat namen en plaatsen weg."
            )
        if kind == StoryKind.DILEMMA or not user.has_perm("monitor.view_releases"):
            del self.fields["indicator"]
        else:
            field = self.fields["indicator"]
            assert isinstance(field, forms.ChoiceField)  # for the type checker
            field.choices = [("", _("geen")), *QUESTIONS.items()]

    def save(self, by: User, story: Story | None = None) -> Story:
        """A new one, or the same one told again."""
        fields = {key: value for key, value in self.cleaned_data.items() if key != "no_names"}
        if story is not None:
            story.change(by, **fields)
            return story
        voice = VOICES.get(Role(by.role), "professional")
        story = Story(kind=self.kind, voice=voice, **fields)
        story.tell(by)
        return story


class ReadingForm(Form):
    """Asked before the others are shown: it is about thinking, not about agreeing."""

    mark_optional = False
    words = area(
        _("Wat zou u hebben gedaan?"),
        5,
        _("Schrijf eerst wat u zelf zou doen. Daarna ziet u wat anderen schreven."),
        _("Een paar zinnen is genoeg. Er is geen goed antwoord."),
    )

    def __init__(self, story: Story, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if story.kind == StoryKind.DILEMMA:  # nothing is decided yet: it can still help
            self.fields["words"].label = _("Wat zou u doen?")

    def save(self, by: User, story: Story) -> None:
        Reading.add(story, by, self.cleaned_data["words"])


class LessonForm(NamelessForm):
    words = area(
        _("Wat leerden we?"),
        5,
        _("Schrijf op wat u leerde."),
        _("Zo dat een ander er iets aan heeft."),
    )
    life_domain = forms.ChoiceField(
        label=_("Bij welk leefgebied?"),
        required=False,
        choices=[("", _("meer dan één")), *LifeDomain.choices],
    )
    field_order = ["words", "no_names", "life_domain"]

    def save(self, by: User, lesson: Lesson) -> None:
        lesson.life_domain = self.cleaned_data["life_domain"]
        lesson.keep(by, self.cleaned_data["words"])
