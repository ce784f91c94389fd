"""A conversation in the calendars of our people, by mail: who goes, who comes along, who holds it.

The worker's own round, and not the verbs: a resident who picks a moment may not read the mail
address of a colleague. What was sent to whom stands on the conversation, so the round is safe to
run twice, and a change of time, of people or of holder, a cancellation and a withdrawn request all
come out of the same comparison.
"""

from uuid import UUID

from intake import letters_team
from intake.models import Conversation
from wijkteam import database
from wijkteam.models import User

COLUMNS = [
    "pk", "planned_at", "place", "sequence", "cancelled_at", "held_at", "professional_id", "along",
    "invited", "invited_for", "request__reference", "request__status", "request__holder_id",
    "request__team__phone", "request__team__address",
]  # fmt: skip


def invite(most: int = 500) -> int:
    """Returns for how many conversations somebody was written to."""
    with database.role("worker"):
        keys = list(Conversation.objects.to_invite().values_list("pk", flat=True)[:most])
    return sum(invite_one(key) for key in keys)


def invite_one(key: UUID) -> bool:
    """Of two rounds at once the second waits here, and then finds nothing to do."""
    with database.role("worker"):
        rows = Conversation.objects.to_invite().select_related("request__team")
        locked = rows.select_for_update(of=("self",))
        talk = locked.only(*COLUMNS).filter(pk=key).first()
        if talk is None:
            return False
        _tell(talk)
        return True


def _tell(talk: Conversation) -> None:
    """Who stays hears of a change, who is new gets it, who is off it gets the cancellation."""
    holder = [pk for pk in [talk.request.holder_id] if pk]
    due = [] if talk.is_off else list(dict.fromkeys([*talk.who_go, *holder]))
    gone = [pk for pk in talk.invited if pk not in due]
    changed = talk.sequence != talk.invited_for
    if gone and not changed:
        talk.sequence += 1  # a calendar believes a cancellation only with a higher number
    new = due if changed else [pk for pk in due if pk not in talk.invited]
    for people, off in ((new, False), (gone, True)):
        letters_team.invitation(_addresses(people), talk, off=off)
    talk.invited, talk.invited_for = due, talk.sequence
    talk.save(update_fields=["invited", "invited_for", "sequence"])


def _addresses(people: list[int]) -> list[str]:
    found = User.objects.filter(pk__in=people, is_active=True, email__isnull=False)
    return [one.email or "" for one in found.only("email").order_by("pk")]
