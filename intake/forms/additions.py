"""What a resident hands in after the request: an own plan, or a photo of a letter."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from intake.choices import AdditionKind
from intake.forms.pages import text
from intake.models import Addition, ConversationRequest
from network.forms.base import OnceForm
from wijkteam.files import DocumentField


class AdditionForm(OnceForm):
    """A file. Sending the same page twice hands it in once."""

    kind = AdditionKind.LETTER
    file = DocumentField(
        label=_("Uw bestand of foto"),
        error_messages={"required": _("Kies een bestand of maak een foto.")},
    )

    def save(self, request: ConversationRequest) -> bool:
        done = self.cleaned_data
        return Addition.hand_in(
            request,
            self.kind,
            key=done["key"],
            words=done.get("words", ""),
            file=done.get("file"),
        )


class LetterForm(AdditionForm):
    title = _("Stuur een brief of foto mee")


class OwnPlanForm(AdditionForm):
    """Words or a file; one of both is enough."""

    kind = AdditionKind.PLAN
    title = _("Uw eigen plan")
    field_order = ["key", "words", "file"]

    words = text(_("Wat wilt u zelf doen, en wie helpt u daarbij?"), 10_000, rows=8, required=False)
    file = DocumentField(label=_("Of kies een bestand of foto"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("words") and not cleaned.get("file") and not self.errors:
            self.add_error("words", _("Schrijf uw plan op, of kies een bestand."))
        return cleaned


FORMS: dict[str, type[AdditionForm]] = {"plan": OwnPlanForm, "brief": LetterForm}
