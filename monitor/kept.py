"""The front page as the municipality read it last, sent again while nothing changed.

The whole road of a page asks who this is, four times over. Here that is one question, and no answer
is worked out: a page is sent again only to the very same request (cookies, language, host, day),
within a minute, and only when the database says word for word what it said just before the page was
made: of the session, of the person with rights and second factors, and of all that the page is made
of. Whoever signed out, went idle, lost a role or got a message walks the whole road.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils import timezone

from wijkteam import database
from wijkteam.middleware import SEEN_EVERY
from wijkteam.requests import SignedInRequest

READER = "wijkteam_municipality"
# All of a request that a page can depend on. Another browser, another day: another page.
OF_A_REQUEST = ("HTTP_HOST", "HTTP_COOKIE", "HTTP_ACCEPT_LANGUAGE", "HTTP_HX_REQUEST")
STILL_OPEN = "WHERE session_key = %s AND expire_date > clock_timestamp()"
QUESTION = "SELECT session_data, monitor_reader(%s), monitor_stamp()"
Said = tuple[Any, ...]


class Page(HttpResponse):
    """One that may be sent again as it is."""


@dataclass(frozen=True)
class Kept:
    body: bytes
    headers: dict[str, str]
    session: str
    person: str
    said: Said
    until: int  # then the clock of the session must be set again, or the session is over


def page(request: SignedInRequest, made: str) -> HttpResponse:
    """For a reader of the municipality such that it may be kept: to that role the database gives
    nothing that is not released.

    Not with a message on it, nor with the phone of a team that goes with a postcode.
    """
    is_reader = database.current_visitor()[0] == READER
    is_plain = not len(get_messages(request)) and "postcode" not in request.session
    return Page(made) if is_reader and is_plain else HttpResponse(made)


class KeptMiddleware:
    """Stands outside all that makes the page and its headers, which are kept together."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if "replica" in settings.DATABASES:  # what is read there may be older than the stamp here
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.path = reverse("monitor")
        self.match = resolve(self.path)
        self.sessions = import_module(settings.SESSION_ENGINE).SessionStore
        table = self.sessions.get_model_class()._meta.db_table
        self.question = f"{QUESTION} FROM {table} {STILL_OPEN}"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META
        if request.path_info != self.path or request.method != "GET" or asked.get("QUERY_STRING"):
            return self.get_response(request)
        key = key_of(request)
        kept: Kept | None = caches["pages"].get(key)
        if kept and time.time() <= kept.until and self.ask(kept.session, kept.person) == kept.said:
            request.resolver_match = self.match
            return HttpResponse(kept.body, headers=kept.headers)
        return self.make(request, key)

    def ask(self, session: str, person: str) -> Said | None:
        """The one question. None: there is no such session any more."""
        with connection.cursor() as cursor:
            cursor.execute(self.question, (person, session))
            said: Said | None = cursor.fetchone()
        return said

    def make(self, request: HttpRequest, key: str) -> HttpResponse:
        """The whole road. What is kept, is kept under what was said before it was made."""
        session = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        person = self.sessions(session).get(SESSION_KEY) if session else None
        said = self.ask(session, person) if person else None
        response = self.get_response(request)
        if said and isinstance(response, Page) and may_keep(request, response):
            seen, since = request.session["seen"], request.session["since"]
            until = min(seen + SEEN_EVERY, since + settings.LONGEST_HOURS * 3600)
            headers = dict(response.items())
            kept = Kept(response.content, headers, session, str(person), said, until)
            caches["pages"].set(key, kept)
        return response


def key_of(request: HttpRequest) -> str:
    """The same for requests that get the same page: on one day, with the same headers."""
    about = [request.scheme or "", str(timezone.localdate())]
    about += [request.META.get(name, "") for name in OF_A_REQUEST]
    return sha256("\n".join(about).encode()).hexdigest()


def may_keep(request: HttpRequest, response: HttpResponse) -> bool:
    """The session is as it was when it was asked for. The token against forged forms in the page
    is of a cookie that the browser has, and no other cookie goes along with the page."""
    csrf = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
    has_cookies = csrf == request.META.get("CSRF_COOKIE") and set(response.cookies) <= {
        settings.CSRF_COOKIE_NAME
    }
    return response.status_code == 200 and has_cookies and not request.session.modified
