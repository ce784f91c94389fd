"""How a question about a conversation gets to whoever had it (see `moments` in figures.py)."""

from intake import letters
from intake.choices import ForWhom
from intake.models import ConversationRequest
from wijkteam.choices import MessageKind

SENDING = [
    "id", "team_id", "name", "sender_name", "email", "phone", "via", "address", "language",
    "for_whom", "may_leave_message", "reach_by", "unsafe",
]  # fmt: skip


def ask(key: str, link: str, again: bool) -> None:
    """Send the question to whoever asked for the conversation themselves.

    Who has no e-mail, or none that is safe, is called once and not reminded.
    """
    request = ConversationRequest.objects.only(*SENDING).get(pk=key)
    by_mail = MessageKind.MAIL in letters.ways_of(request, "questions")
    if request.for_whom == ForWhom.SELF and (by_mail or not again):
        letters.questions(request, link, again)
