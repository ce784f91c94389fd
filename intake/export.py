"""What a resident takes along of the requests and the reports. Read as the resident."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from intake.models import Conversation, ConversationRequest
from wijkteam.export import Chapter, line_of
from wijkteam.models import User


def chapters(user: User) -> Iterable[Chapter]:
    requests = ConversationRequest.objects.visible_to(user).order_by("arrived_at")
    fields = ("reference", "arrived_at", "route", "name", "phone", "email", "address", "via",
              "company", "language", "status", "outcome_words", "handover_to", "handover_phone",
              "handover_on")  # fmt: skip
    yield Chapter(_("Mijn verzoeken om een gesprek"), [line_of(one, *fields) for one in requests])
    reports = Conversation.objects.visible_to(user).sent().order_by("sent_at")
    parts = ("planned_at", "held_at", *Conversation.SECTIONS, "sent_at", "reaction",
              "reaction_words")  # fmt: skip
    yield Chapter(_("Mijn gesprekken en verslagen"), [line_of(one, *parts) for one in reports])
