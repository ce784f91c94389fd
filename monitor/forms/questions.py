"""A list of questions as a form: at most five taps and a few words, none of them required."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitor.choices import Audience, Kind
from monitor.models import Answer, Question, Questionnaire
from monitor.reasons import Reason
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User

FACES = [
    ("2", _("Nee, helemaal niet")),
    ("4", _("Niet echt")),
    ("6", _("Een beetje")),
    ("8", _("Ja")),
    ("10", _("Ja, heel erg")),
]
YES_NO = [("10", _("Ja")), ("1", _("Nee"))]
MARKS = [(str(mark), str(mark)) for mark in range(1, 11)]
CHOICES: dict[str, list[tuple[str, Any]]] = {
    Kind.FACES: FACES,
    Kind.MARK: MARKS,
    Kind.YES_NO: YES_NO,
}
LONGEST = 2000


def reason_field() -> RadioChoice:
    """Only who was not content needs it; the page shows it to them (voices.css)."""
    return RadioChoice(
        label=_("Ging er iets niet goed? Kies wat het meest klopt."),
        help_text=_("U mag dit overslaan."),
        choices=Reason.choices,
        required=False,
    )


class QuestionsForm(Form):
    """Every question may be left open: an answer that is given freely says more."""

    mark_optional = False

    def __init__(self, questionnaire: Questionnaire, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questionnaire = questionnaire
        self.asked = list(questionnaire.questions.all())
        for question in self.asked:
            self.fields[self.name_of(question)] = self.field_of(question)
        if self.asks_why:
            self.fields["reason"] = reason_field()

    @staticmethod
    def name_of(question: Question) -> str:
        return f"vraag_{question.number}"

    def field_of(self, question: Question) -> forms.Field:
        if question.kind == Kind.OPEN:
            area = forms.Textarea({"rows": 4})
            return forms.CharField(
                label=question.said, widget=area, max_length=LONGEST, required=False
            )
        choices = CHOICES[question.kind]
        return RadioChoice(label=question.said, choices=choices, required=False)

    @property
    def groups(self) -> list[tuple[Question, Any]]:
        """(question, bound field) in their order."""
        return [(question, self[self.name_of(question)]) for question in self.asked]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.said() and not self.reason:
            self.add_error(None, _("Beantwoord minstens één vraag. Dat is genoeg."))
        return cleaned

    @property
    def asks_why(self) -> bool:
        return self.questionnaire.audience == Audience.RESIDENT

    @property
    def reason(self) -> str:
        return str(self.cleaned_data.get("reason", ""))

    def said(self) -> dict[int, int | str]:
        """Question key -> mark, or words."""
        found: dict[int, int | str] = {}
        for question in self.asked:
            value = self.cleaned_data.get(self.name_of(question))
            if value:
                found[question.pk] = value if question.kind == Kind.OPEN else int(value)
        return found


class AnswerForm(QuestionsForm):
    """As the person who was asked fills it in."""

    story = forms.BooleanField(
        label=_("Anderen mogen lezen wat ik schreef, als verhaal. Mijn naam staat er niet bij."),
        help_text=_(
            "Ook de gemeente kan het dan lezen. Zet er geen namen in. U mag het later weghalen."
        ),
        required=False,
    )  # fmt: skip
    title = forms.CharField(
        label=_("Geef uw verhaal een titel"),
        max_length=120,
        required=False,
        help_text=_("Een paar woorden. Het hoeft niet."),
    )

    @property
    def story_title(self) -> str:
        """Empty when it stays with the team."""
        if not self.cleaned_data.get("story"):
            return ""
        return self.cleaned_data.get("title") or str(_("Wat iemand ons schreef"))


class SortForm(Form):
    """The team reads what somebody wrote, and names what it is about."""

    reason = RadioChoice(label=_("Waar gaat dit vooral over?"), choices=Reason.choices)

    def save(self, by: User, answer: Answer) -> None:
        answer.sort(by, self.cleaned_data["reason"])
