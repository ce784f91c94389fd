"""What every request passes: the idle clock, the second factor, and the role in the database."""

import time
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation

from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import User, WritingTime
from wijkteam.models.burden import is_counted, own_team
from wijkteam.requests import is_work
from wijkteam.roles import DATABASE_ROLE, STRANGER
from wijkteam.typed import typed
from wijkteam.views.errors import signed_out

GetResponse = Callable[[HttpRequest], HttpResponse]
# The quick exit is one of them: it signs a resident out. So is the language, kept with the account.
SIGNING_IN = ("/inloggen/", "/demo/", "/weg/", "/taal/")
# Asked by the page itself, not by a person: who walked away is signed out all the same.
BY_ITSELF = ("/wie-is-hier/",)
SEEN_EVERY = 60  # seconds between two times that a session notes that somebody is there


class PolicyMiddleware:
    """The content security policy, word for word the same on every answer: worked out once.

    Not django-csp's own middleware, which works it out twice per page, for exceptions and nonces
    that we do not have.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(HEADER, self.policy)  # a document brings a stricter one
        return response


def in_one_language(request: HttpRequest) -> None:
    """Pages for work are in Dutch alone: half of one in the language of the browser helps nobody.

    What residents see keeps its languages for colleagues too: they print it for somebody.
    """
    if is_work(request):
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE


class SignInMiddleware(LoginRequiredMiddleware):
    """Whoever was signed out and then pressed a button is brought back to the page of that button:
    the address it sends to may show nothing. Words that were sent are shown first."""

    def handle_no_permission(  # type: ignore[override]  # any answer will do
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponse:
        page = urlsplit(request.headers.get("referer", ""))
        if request.method == "POST" and page.netloc == request.get_host():
            back = urlunsplit(("", "", page.path, page.query, ""))
            to_sign_in = redirect_to_login(back, self.get_login_url(view_func))
            if typed(request) and "HX-Request" not in request.headers:
                return signed_out(request, to_sign_in.url)
            return to_sign_in
        return super().handle_no_permission(request, view_func)


class ButtonMiddleware:
    """The address of a button, typed in or found in the history, says what it is instead of showing
    an empty page. Only to whoever asks for a page: a machine gets the bare 405."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
            and request.method == "GET"
            and request.accepts("text/html")
            and not response.content
        ):
            page = render(request, "405.html", status=response.status_code)
            page["Allow"] = response["Allow"]
            return page
        return response


class RoleMiddleware:
    """One transaction per request, as the visitor's role: both lines of defence see one person.

    Own middleware and not ATOMIC_REQUESTS, because the template is rendered inside too. Pages
    for signing in stay the app's own login, which reads accounts and no case data.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(SIGNING_IN):
            role, user_id = "none", request.user.pk
        elif request.user.is_authenticated:
            # Read now and kept on the user: the visitor's role need not know who has which right.
            request.user.get_all_permissions()
            in_one_language(request)
            role, user_id = DATABASE_ROLE[request.user.role], request.user.pk
        else:
            # The login of the municipality's own site can be no stranger either: only itself.
            role, user_id = ("none" if settings.SITE else STRANGER), None
        with database.role(role, user_id):
            response = self.get_response(request)
            if getattr(request, "view_failed", False):
                transaction.set_rollback(True)
            return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """A view that failed keeps nothing, though its answer is still rendered.

        Not rolled back yet: allauth answers some of its exceptions with a page of its own.
        """
        request.view_failed = True  # type: ignore[attr-defined]


class WritingTimeMiddleware:
    """A form of a professional that was sent and left behind adds its time to the team.

    A view may name another team than the visitor's own in `request.writes_for`, or none. A page
    that answers with nothing but "this cannot be done" saved nothing.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_left = response.status_code == HTTPStatus.FOUND or "HX-Refresh" in response.headers
        is_form = request.method == "POST" and "began" in request.POST
        if is_form and is_left and not was_refused(request):
            self.count(request)
        return response

    def count(self, request: HttpRequest) -> None:
        page = request.resolver_match.url_name if request.resolver_match else None
        if page and isinstance(request.user, User) and is_counted(request.user):
            team = getattr(request, "writes_for", False)
            team = own_team(request.user) if team is False else team
            if team:
                WritingTime.add(team, page, request.POST["began"])


def was_refused(request: HttpRequest) -> bool:
    """Something was said to the visitor, and none of it was that it is done."""
    told = getattr(getattr(request, "_messages", None), "_queued_messages", [])
    return bool(told) and all(one.level != messages.SUCCESS for one in told)


class PrivateMiddleware:
    """What is for one person stays in no cache: whoever has the phone next goes back to nothing.

    A page that says itself how long it may be kept is one that everyone may see.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if signed_in and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        if signed_in and not request.user.is_authenticated:
            # Not the storage: what was being typed when the session ended comes back.
            response.setdefault("Clear-Site-Data", '"cache"')
        return response


class IdleMiddleware:
    """Sign out who was away too long: sooner for a resident, whose phone may be shared.

    And everyone after a working day, however busy: a session that was taken over ends as well.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated:
            now = int(time.time())
            resident = user.role == Role.RESIDENT
            minutes = (
                settings.IDLE_MINUTES_RESIDENT if resident else settings.IDLE_MINUTES_PROFESSIONAL
            )
            seen = request.session.get("seen", now)
            since = request.session.setdefault("since", now)
            if now - seen > minutes * 60 or now - since > settings.LONGEST_HOURS * 3600:
                logout(request)
            elif request.path.endswith(BY_ITSELF):
                pass
            elif "seen" not in request.session or now - seen > SEEN_EVERY:
                request.session["seen"] = now
        return self.get_response(request)


class SecondFactorMiddleware:
    """Professionals set up a second factor before anything else (allauth has no switch for it)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if (
            settings.SECOND_FACTOR_REQUIRED
            and user.is_authenticated
            and user.role != Role.RESIDENT
            and not request.path.startswith((*SIGNING_IN, "/static/"))
            and not is_mfa_enabled(user)
            and not had_it_at_work(request)
        ):
            return redirect(reverse("mfa_activate_totp"))
        return self.get_response(request)


def had_it_at_work(request: HttpRequest) -> bool:
    """Whether this session began at an organisation that asks for a second factor itself."""
    asked = {
        app["provider_id"] for app in settings.OPENID_PROVIDERS if app["settings"]["second_factor"]
    }
    return any(
        record.get("provider") in asked
        for record in get_authentication_records(request, request.user)
    )
