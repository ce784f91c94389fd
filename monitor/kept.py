"""The front page as the municipality read it last, kept in this process for a minute.

Kept per person and language, under a stamp of everything that it is made of: a release, a story, a
remark, a pilot, a stuck point or a reply makes it anew. Only what was read as the database role of
the municipality is kept, and to that role the database gives nothing that is not released.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.contrib.messages import get_messages
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import get_language

from monitor.catalogue.now import STUCK_STAMP
from wijkteam import database
from wijkteam.requests import SignedInRequest

READER = "wijkteam_municipality"
PLACE = "the-token-of-who-asks"  # stands in what is kept, never in what is sent
STAMPS = [
    "SELECT concat_ws(' ', count(*), max(frozen_at)) FROM monitor_publication",
    "SELECT count(*)::text FROM monitor_publishedmark",
    "SELECT concat_ws(' ', count(*) FILTER (WHERE withdrawn_at IS NULL), max(released_at))"
    " FROM monitor_story",
    "SELECT concat_ws(' ', count(*), max(asked_at), max(answered_at)) FROM monitor_remark",
    "SELECT concat_ws(' ', count(*), max(started_at), max(ended_at)) FROM monitor_pilot",
    STUCK_STAMP,
]
STAMP = f"SELECT concat_ws('|', {', '.join(f'({stamp})' for stamp in STAMPS)})"
Make = Callable[[dict[str, Any]], str]


def kept_or_made(request: SignedInRequest, make: Make) -> HttpResponse:
    """The page that is kept, with a token of this visit; otherwise `make` it."""
    if not may_keep(request):
        return HttpResponse(make({}))
    stamp = stamp_for(request)
    page = caches["pages"].get(stamp)
    if page is None:
        page = make({"csrf_token": PLACE})
        caches["pages"].set(stamp, page)
    return HttpResponse(page.replace(PLACE, get_token(request)))


def may_keep(request: SignedInRequest) -> bool:
    """Not with a message on it, nor with the phone of a team that goes with a postcode."""
    is_reader = database.current_visitor()[0] == READER
    return is_reader and not len(get_messages(request)) and "postcode" not in request.session


def stamp_for(request: SignedInRequest) -> str:
    """One question to the database: changes with all that this person would see."""
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        found = cursor.fetchone()[0]
    who = f"{request.user.pk} {request.user.name} {sorted(request.user.get_all_permissions())}"
    about = f"{who} {get_language()} {timezone.localdate()} {found}"
    return sha256(about.encode()).hexdigest()
