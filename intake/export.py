"""What a resident takes along of the requests and the reports. Read as the resident."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from intake.models import Conversation, ConversationRequest
from wijkteam import references
from wijkteam.export import Chapter, label, line_of
from wijkteam.models import User


def chapters(user: User) -> Iterable[Chapter]:
    requests = list(ConversationRequest.objects.own(user))[::-1]
    fields = ("reference", "arrived_at", "route", "name", "phone", "email", "address", "via",
              "company", "language", "status", "outcome_words", "handover_to", "handover_phone",
              "handover_on")  # fmt: skip
    yield Chapter(
        _("Mijn verzoeken om een gesprek"), [line_of(one, *fields) for one in requests],
        {label(ConversationRequest, "reference"): references.readable},
    )  # fmt: skip
    reports = Conversation.objects.given(requests)[::-1]
    parts = ("planned_at", "held_at", *Conversation.SECTIONS, "sent_at", "reaction",
              "reaction_words")  # fmt: skip
    yield Chapter(_("Mijn gesprekken en verslagen"), [line_of(one, *parts) for one in reports])
