"""A message that did not arrive becomes something a person does: nobody is lost to a wrong address.

Whoever holds the request finds it among the things to call about, and hears so by mail.
"""

from django.db.models import Q

from intake import letters, letters_team
from intake.models import ConversationRequest
from wijkteam import database
from wijkteam.choices import Language, MessageKind
from wijkteam.models import OutboxMessage, User

COLUMNS = ["pk", "reference", "team_id", "holder_id", "phone", "via", "address", "name", "unsafe"]


def follow_up(most: int = 200) -> int:
    """One call task for each mail or text that failed; safe to run twice."""
    for done in range(most):
        if not follow_up_one():
            return done
    return most


def follow_up_one() -> bool:
    with database.role("worker"):
        message = OutboxMessage.objects.not_followed_up().first()
        if message is None:
            return False
        message.mark_followed_up()
        found = ConversationRequest.objects.filter(pk__in=[message.request_id]).only(*COLUMNS)
        request = found.first()
        if request is None:
            return True
        OutboxMessage.objects.post(
            kind=MessageKind.CALL,
            to=letters.by_hand(request, besides=message.to),
            subject=message.subject,
            body=message.body,
            language=Language.NL,
            team_id=request.team_id,
            request_id=request.pk,
        )
        holder = User.objects.filter(Q(pk=request.holder_id), is_active=True).only("email").first()
        if holder and holder.email:
            letters_team.not_arrived(holder.email, request)
        return True
