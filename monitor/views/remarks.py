"""The conversation about figures: the municipality asks and the teams answer, and the other way."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from monitor.choices import Side
from monitor.forms.remarks import AskForm, ReplyForm
from monitor.models import Remark
from monitor.over_time import SPOKEN_OF
from wijkteam.models import User
from wijkteam.requests import SignedInRequest

MAY = "monitor.view_releases"


def side_of(user: User) -> Side:
    """For whom this visitor speaks here; who only reads along speaks for nobody."""
    if user.has_perm("monitor.ask_as_municipality"):
        return Side.MUNICIPALITY
    if user.has_perm("monitor.ask_as_team"):
        return Side.TEAM
    raise PermissionDenied


@require_safe
@permission_required(MAY, raise_exception=True)
def remarks(request: SignedInRequest) -> HttpResponse:
    """Everything that was asked and answered; what waits longest comes first."""
    found = Remark.objects.visible_to(request.user)
    waiting = found.open().order_by("asked_at")
    answered = found.exclude(answered_at=None).order_by("-answered_at")
    page = Paginator(answered, 10).get_page(request.GET.get("page"))
    context = {"waiting": waiting, "page_obj": page, "may_speak": may_speak(request.user)}
    return render(request, "monitor/remarks.html", context)


def may_speak(user: User) -> bool:
    return user.has_perm("monitor.ask_as_municipality") or user.has_perm("monitor.ask_as_team")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY, raise_exception=True)
def remark_ask(request: SignedInRequest, key: str) -> HttpResponse:
    """`algemeen` is about no figure in particular."""
    if key != "algemeen" and key not in SPOKEN_OF:
        raise Http404
    side = side_of(request.user)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save(request.user, "" if key == "algemeen" else key, side)
        messages.success(request, _("Uw vraag staat erbij. U ziet het antwoord hier."))
        return redirect("remarks") if key == "algemeen" else redirect("indicator", key)
    context = {"form": form, "key": key, "question": SPOKEN_OF.get(key), "side": side}
    return render(request, "monitor/remark_ask.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY, raise_exception=True)
def remark_answer(request: SignedInRequest, pk: str) -> HttpResponse:
    """A question that was put to the visitor's side."""
    side = side_of(request.user)
    asked = get_object_or_404(Remark.objects.visible_to(request.user).to(side), pk=pk)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.save(request.user, asked):
            messages.success(request, _("Uw antwoord staat erbij."))
        else:
            messages.info(request, _("Iemand was u voor. Het eerste antwoord blijft staan."))
        return redirect("remarks")
    context = {"form": form, "asked": asked, "question": SPOKEN_OF.get(asked.indicator)}
    return render(request, "monitor/remark_answer.html", context)
