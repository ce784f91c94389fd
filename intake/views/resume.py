"""Stopping half-way and going on later: by a code on paper, or by a link in one's own mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from intake import held, letters, limits
from intake.forms.public import PAGES
from intake.forms.state import MailCodeForm, ResumeForm
from intake.models import Draft
from intake.views.public import in_language, resident_page
from wijkteam import references


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def later(request: HttpRequest) -> HttpResponse:
    """The code to write down; who wants it may have it mailed."""
    draft = held.own_draft(request)
    if draft is None or draft.is_sent:
        return redirect("resume")
    form = MailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if limits.too_often(request, "mail"):
            return render(request, "429.html", status=429)
        limits.count(request, "mail")
        letters.resume(form.cleaned_data["email"], draft.code, get_language() or "nl")
        messages.success(request, _("De mail komt eraan. Kijk ook bij uw ongewenste mail."))
        return redirect("later")
    return render(request, "intake/public/later.html", {"form": form, "draft": draft})


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, code: str = "") -> HttpResponse:
    """A link only fills in the code: mail scanners open links, and open nothing here."""
    initial = {"code": references.readable(code)} if references.normal_reference(code) else {}
    form = ResumeForm(request.POST or None, initial=initial)
    status = 200
    if request.method == "POST" and limits.too_often(request, held.GUESSES):
        status = 429
        form.add_error(None, _("Het lukte te vaak niet. Wacht een kwartier, of bel ons."))
    elif request.method == "POST" and form.is_valid():
        draft = held.open_draft(request, form.cleaned_data["code"])
        if draft:
            return go_on(request, draft)
        words = _("We vinden niets bij deze code. Na 7 dagen wissen we wat u schreef.")
        form.add_error("code", words)
    return render(request, "intake/public/resume.html", {"form": form}, status=status)


def go_on(request: HttpRequest, draft: Draft) -> HttpResponse:
    """To the first page that was not filled in yet, in the language of before."""
    if draft.is_sent:
        messages.info(request, _("Dit is al verstuurd. Hier ziet u hoe het ermee staat."))
        held.let_go(request)
        return redirect("state")
    open_pages = (name for name in PAGES if not any(map(any, draft.typed(name).values())))
    return in_language(redirect(next(open_pages, "check")), draft.language)


@resident_page
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Close it here; the code opens it again, on this device or another."""
    held.let_go(request)
    messages.success(request, _("Uw formulier is dicht. Met uw code gaat u verder."))
    return redirect("home")
