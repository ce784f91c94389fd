"""The front page, and the request for a conversation: four short pages, check, sent.

Every page is kept in the database when it is sent, right or wrong. Whichever button was pressed
(further, back, later, another language), what was typed is kept first.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intake import held, letters, limits
from intake.choices import ForWhom
from intake.forms.pages import PageForm
from intake.forms.public import PAGES, as_request, filled_in, is_for_other
from intake.forms.state import PostcodeForm
from intake.models import Draft
from wijkteam.access import look
from wijkteam.models import Postcode

View = Callable[..., HttpResponse]
ORDER = [*PAGES, "check"]
SLOWED = gettext_lazy(
    "Er komen nu heel veel vragen vanaf uw plek. Wacht een minuut en probeer het nog eens. "
    "Wat u schreef, blijft staan. U mag ons ook bellen."
)


def resident_page(view: View) -> View:
    """Open to anyone, kept by no browser. Who is signed in for work is told what to do instead."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if user.is_authenticated and not user.has_perm("intake.view_own_page"):
            return render(request, "intake/public/at_work.html", status=403)
        return view(request, *args, **kwargs)

    return login_not_required(never_cache(shown))


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """One button, and the phone and door of the team of your postcode."""
    form = PostcodeForm(request.POST or None, initial={"postcode": request.session.get("postcode")})
    if request.method == "POST" and form.is_valid():
        held.hold_postcode(request, form.cleaned_data["postcode"])
        return redirect(reverse("home") + "#contact")
    postcode = request.session.get("postcode", "")
    unknown = bool(postcode) and Postcode.neighbourhood_of(postcode) is None
    return render(request, "intake/public/home.html", {"form": form, "unknown": unknown})


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, name: str) -> HttpResponse:
    """One of the four pages."""
    draft = held.own_draft(request)
    if draft and draft.is_sent:
        if name != "whom" or "code" in request.POST:
            return redirect("sent")
        draft = None  # another request may follow on the first
    if request.method == "POST":
        return keep_page(request, name, draft)
    form = PAGES[name].filled_in
    if draft and "fout" in request.GET:
        form = PAGES[name].bound
    initial = known_of(request) | ({"for_whom": ForWhom.OTHER} if "ander" in request.GET else {})
    shown = form(draft.typed(name) if draft else {}, initial=initial, other=is_for_other(draft))
    return show_page(request, name, shown, draft)


def known_of(request: HttpRequest) -> dict[str, Any]:
    """What we know already is not asked again."""
    known = {"postcode": request.session.get("postcode", "")}
    if request.user.is_authenticated:
        known |= {"name": request.user.name, "email": request.user.email or ""}
    return known


def show_page(request: HttpRequest, name: str, form: PageForm, draft: Draft | None) -> HttpResponse:
    number = ORDER.index(name)
    back = ORDER[number - 1] if number else ""
    values = {"form": form, "name": name, "step": number + 1, "draft": draft, "back": back}
    return render(request, "intake/public/page.html", values)


def keep_page(request: HttpRequest, name: str, draft: Draft | None) -> HttpResponse:
    """Keep what was typed, then do what the button says."""
    if draft is None:
        if limits.BEGIN.is_exceeded(request):
            return slowed(request, name)
        draft = held.begin_draft(request)
    draft.keep(name, PAGES[name].raw(request.POST), get_language() or "nl")
    if draft.is_sent:  # from another tab, just now
        return redirect("sent")
    away = turn_away(request, name)
    if away:
        return away
    form = PAGES[name](request.POST, other=is_for_other(draft))
    if not form.is_valid():  # no answer to a POST: going back would send what was typed again
        return redirect(f"{request.path}?{'terug&' * ('terug' in request.GET)}fout=1")
    if form.cleaned_data.get("postcode"):
        held.hold_postcode(request, form.cleaned_data["postcode"])
    go = request.POST.get("go")
    return redirect("check" if go == "check" else ORDER[ORDER.index(name) + 1])


def slowed(request: HttpRequest, name: str) -> HttpResponse:
    """So much comes from this address that it waits a little: with all that was typed, and whom
    to call. Never a puzzle."""
    form = PAGES[name](request.POST, other=False)
    form.is_valid()
    form.add_error(None, SLOWED)
    response = show_page(request, name, form, None)
    response.status_code = 429
    response["Retry-After"] = str(limits.BEGIN.seconds)
    return response


def turn_away(request: HttpRequest, name: str) -> HttpResponse | None:
    """The buttons that do not go on: another language, one page back, later."""
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        return in_language(redirect(request.get_full_path()), language)
    if request.POST.get("go") == "back" and name != ORDER[0]:
        return redirect(ORDER[ORDER.index(name) - 1])
    return redirect("later") if request.POST.get("go") == "later" else None


def in_language(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Read it over, and send it: once, however often the button is pressed."""
    draft = held.own_draft(request, to_send=request.method == "POST")
    if draft is None:
        messages.warning(request, _("We hebben nog geen antwoorden van u. Begin hier."))
        return redirect("whom")
    if draft.is_sent:
        return redirect("sent")
    pages = filled_in(draft)
    wrong = next((name for name, form in pages.items() if not form.is_valid()), None)
    if wrong:
        return redirect(reverse(wrong) + "?fout=1")
    slow = None
    if request.method == "POST":
        away = turn_away(request, "check")
        if away or not limits.SEND.is_exceeded(request):
            return away or send(request, draft, pages)
        slow = SLOWED
    values = {"draft": draft, "pages": pages, "slow": slow}
    return render(request, "intake/public/check.html", values, status=429 if slow else 200)


def send(request: HttpRequest, draft: Draft, pages: dict[str, PageForm]) -> HttpResponse:
    told = pages["words"].cleaned_data
    fields = {"reference": draft.code, "language": get_language() or "nl"}
    asked = as_request(pages, **fields)
    if request.user.is_authenticated and asked.for_whom == ForWhom.SELF:
        asked.requester = request.user
    if draft.send(asked, told["words"], told["own_plan"]):
        letters.received(asked)
        look(request, part="verzoek", act="verzonden", request_id=asked.pk, ground="eigen verzoek")
    return redirect("sent")


@resident_page
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The number, on screen: it works without any mail, and after a refresh."""
    draft = held.own_draft(request)
    if draft is None or not draft.is_sent:
        return redirect("state")
    days = {name: parse_date(draft.data[name]) for name in ("contact_by", "plan_by")}
    return render(request, "intake/public/sent.html", {"draft": draft, **days})
