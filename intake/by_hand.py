"""What somebody prints, calls or gives by hand: all that waits for one colleague, in one question.

Each app says which of its messages that are, in its own `letters`; here they come together.
"""

from collections import defaultdict
from operator import attrgetter

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, UUIDField, Value

from casework import letters as table_letters
from casework import letters_of_rights
from intake import letters_complaints
from intake.choices import RequestStatus
from intake.models import ConversationRequest
from network import letters as network_letters
from wijkteam.models import OutboxMessage, TeamMembership, User

Waiting = QuerySet[OutboxMessage]
NONE = Value(None, output_field=UUIDField())


def by_hand(user: User, most: int) -> dict[str, list[OutboxMessage]]:
    """The oldest of each sort: of my requests, my tables, rights, complaints, and the places."""
    can, lists = user.has_perm, list[Waiting]()
    if can("intake.handle_request"):
        lists.append(_named("request", of_requests(user).annotate(about_home=NONE), most))
    if can("casework.write_case_files"):
        found = table_letters.for_hand(user).annotate(about_home=F("household_id"))
        lists.append(_named("table", found, most))
    if can("casework.answer_right"):
        lists.append(_named("right", letters_of_rights.for_somebody(user), most))
    if can("intake.handle_complaint"):
        found = letters_complaints.came_back(user).annotate(about_home=NONE)
        lists.append(_named("complaint", found, most))
    if can("network.change_register"):
        found = network_letters.for_somebody(user).annotate(about_home=NONE)
        lists.append(_named("place", found, None))
    sorts: dict[str, list[OutboxMessage]] = defaultdict(list)
    for message in lists[0].union(*lists[1:], all=True) if lists else []:
        sorts[message.sort].append(message)  # type: ignore[attr-defined]
    return {sort: sorted(all_, key=attrgetter("created_at"))[:most] for sort, all_ in sorts.items()}


def of_requests(user: User) -> Waiting:
    """Of the requests that I hold; and of those that nobody holds any more, for the whole team: it
    was withdrawn before anyone took it, or the colleague left."""
    works = TeamMembership.objects.filter(
        user=OuterRef("holder"), team=OuterRef("team"), until__isnull=True, user__is_active=True
    )
    nobody = Q(holder__isnull=True, status=RequestStatus.CLOSED)
    nobody |= Q(~Exists(works), holder__isnull=False)
    mine = ConversationRequest.objects.visible_to(user).filter(Q(holder=user) | nobody)
    # Of a mail that came back, a call was made to do instead (follow_up.py): that one stands here.
    found = OutboxMessage.objects.for_somebody().filter(followed_up_at__isnull=True)
    return found.filter(request_id__in=mine.values("pk"))


def _named(sort: str, found: Waiting, most: int | None) -> Waiting:
    """Of which list it is. Where it is about a household, `about_home` says so for the log.

    Who is called twice about one thing hears the last of it, so those are not cut off here.
    """
    named = found.annotate(sort=Value(sort, output_field=CharField()))
    return named.order_by("created_at")[:most] if most else named
