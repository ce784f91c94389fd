"""Write down a look before the data leaves, in the same transaction: no row, no page."""

import uuid

from django.http import HttpRequest

from wijkteam.models import AccessLog, User


def look(
    request: HttpRequest,
    *,
    part: str,
    act: str = "bekeken",
    household_id: uuid.UUID | None = None,
    request_id: uuid.UUID | None = None,
    ground: str = "plek aan tafel",
    why: str = "",
) -> None:
    """One row for one household or request that this visitor looks at or changes."""
    looks(request, part=part, act=act, ground=ground, why=why, households=[household_id],
          requests=[request_id])  # fmt: skip


def looks(
    request: HttpRequest,
    *,
    part: str,
    act: str = "bekeken",
    households: list[uuid.UUID | None] | None = None,
    requests: list[uuid.UUID | None] | None = None,
    ground: str = "plek aan tafel",
    why: str = "",
) -> None:
    """One row per household (or request) on a list; the two lists run side by side."""
    households = households or [None] * len(requests or [])
    requests = requests or [None] * len(households)
    user = request.user if isinstance(request.user, User) else None
    AccessLog.objects.bulk_create(
        AccessLog(
            user=user,
            user_name=user.name if user else "",
            role=user.role if user else "",
            organisation=str(user.organisation or "") if user else "",
            household_id=household,
            request_id=about,
            act=act,
            part=part,
            ground=ground,
            why=why,
            correlation=correlation(request),
        )
        for household, about in zip(households, requests, strict=True)
    )


def correlation(request: HttpRequest) -> uuid.UUID:
    """One number for all that one page request did."""
    if not hasattr(request, "correlation"):
        request.correlation = uuid.uuid4()  # type: ignore[attr-defined]
    return request.correlation  # type: ignore[attr-defined]
