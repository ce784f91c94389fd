"""The privacy officer's pages: who looked at whom, the seals on that log, and questions about it.

Nothing here shows what stands in a file. Looking here is written down like any other look.
"""

import csv
import uuid
from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.contrib.admin.utils import label_for_field
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkteam.access import look
from wijkteam.models import AccessLog, AccessQuestion, AccessSeal, SealCheck
from wijkteam.models.access import AccessLogQuerySet
from wijkteam.oversight_forms import AccessFilter, AnswerForm, WhyForm
from wijkteam.requests import SignedInRequest

ON_A_PAGE = 50
MOST_EXPORTED = 50_000
GROUND = "toezicht"
may_see_log = permission_required("wijkteam.view_access_log", raise_exception=True)


@require_safe
@may_see_log
def access_log(request: SignedInRequest) -> HttpResponse:
    """Who looked at whom, newest first."""
    form = AccessFilter(request.GET)
    found = list(_from(request, form.rows(request.user))[: ON_A_PAGE + 1])
    rows = found[:ON_A_PAGE]
    _note(request, form, "bekeken")
    context = {
        "form": form,
        "rows": rows,
        "since": form.since() if form.is_valid() else None,
        "filters": _address(request),
        "next": _address(request, rows[-1]) if len(found) > ON_A_PAGE else "",
        "is_first": "voor" not in request.GET,
    }
    return render(request, "wijkteam/oversight/access_log.html", context)


@require_safe
@may_see_log
def access_log_export(request: SignedInRequest) -> HttpResponse:
    """The same rows as a table for a spreadsheet."""
    form = AccessFilter(request.GET)
    rows = list(form.rows(request.user)[: MOST_EXPORTED + 1])
    if len(rows) > MOST_EXPORTED:
        messages.error(request, _("Dit zijn te veel regels. Kies minder dagen of zoek gerichter."))
    if not form.is_valid() or len(rows) > MOST_EXPORTED:
        return redirect(reverse("access_log") + _address(request))
    _note(request, form, "geëxporteerd")
    name = f"logboek-{timezone.localdate():%Y-%m-%d}.csv"
    return _csv(name, rows)


@require_safe
@may_see_log
def access_seals(request: SignedInRequest) -> HttpResponse:
    """The seals, and whether they hold."""
    look(request, part="zegels", ground=GROUND)
    checks = SealCheck.objects.order_by("-at")
    context = {
        "seals": AccessSeal.objects.all()[:ON_A_PAGE],
        "check": checks.first(),
        "whole": checks.filter(complete=True).first(),
    }
    return render(request, "wijkteam/oversight/access_seals.html", context)


@require_safe
@may_see_log
def access_questions(request: SignedInRequest) -> HttpResponse:
    """What residents ask about the log: first what waits, then what was answered."""
    questions = AccessQuestion.objects.visible_to(request.user).select_related("row")
    look(request, part="vragen over inzage", ground=GROUND)
    context = {
        "waiting": questions.waiting()[: 4 * ON_A_PAGE],
        "answered": questions.answered()[:ON_A_PAGE],
    }
    return render(request, "wijkteam/oversight/access_questions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may_see_log
def access_question(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One question, and the officer's answer."""
    questions = AccessQuestion.objects.visible_to(request.user).select_related("row", "answered_by")
    question = get_object_or_404(questions, pk=pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    sent = request.method == "POST" and question.answered_at is None and form.is_valid()
    _note_question(request, question, "beantwoord" if sent else "bekeken")
    if sent:
        if form.save(question, request.user):
            messages.success(request, _("Uw antwoord staat klaar voor de bewoner."))
        else:
            messages.warning(request, _("Een collega was u voor. Dat antwoord blijft staan."))
        return redirect("access_question", pk=pk)
    context = {"question": question, "row": question.row, "form": form}
    return render(request, "wijkteam/oversight/access_question.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("intake.view_own_page", raise_exception=True)
def ask_why(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A resident asks why someone looked, and later reads the answer here."""
    row = get_object_or_404(AccessLog.objects.visible_to(request.user), pk=pk)
    question = AccessQuestion.objects.filter(row=row, asked_by=request.user).first()
    form = WhyForm(request.POST if request.method == "POST" else None)
    sent = request.method == "POST" and form.is_valid()
    look(
        request,
        part="wie heeft gekeken",
        act="gevraagd" if sent else "bekeken",
        household_id=row.household_id,
        request_id=row.request_id,
        ground="eigen gegevens",
    )
    if sent:
        form.save(row, request.user)
        messages.success(request, _("Uw vraag is verstuurd."))
        return redirect("ask_why", pk=pk)
    context = {"row": row, "question": question, "form": form}
    return render(request, "wijkteam/oversight/ask_why.html", context)


def _from(request: SignedInRequest, rows: AccessLogQuerySet) -> AccessLogQuerySet:
    """From the row that the address names; an address that was tampered with starts on top."""
    at, _mark, pk = request.GET.get("voor", "").partition("~")
    try:
        moment = parse_datetime(at)
        return rows.before(moment, uuid.UUID(pk)) if moment and moment.tzinfo else rows
    except ValueError:
        return rows


def _address(request: SignedInRequest, last: AccessLog | None = None) -> str:
    """The filters of this page, on the next page or on the export."""
    query = request.GET.copy()
    query.pop("voor", None)
    if last:
        query["voor"] = f"{last.at.isoformat()}~{last.pk}"
    return f"?{query.urlencode()}" if query else ""


def _note(request: SignedInRequest, form: AccessFilter, act: str) -> None:
    """One row for the look; with the family when the search was about one."""
    wanted = form.cleaned_data.get("gezin") if form.is_valid() else None
    is_home = bool(wanted) and AccessLog.objects.filter(household_id=wanted).exists()
    look(
        request,
        part="logboek",
        act=act,
        ground=GROUND,
        why=form.in_words(),
        household_id=wanted if is_home else None,
        request_id=None if is_home else wanted,
    )


def _note_question(request: SignedInRequest, question: AccessQuestion, act: str) -> None:
    row = question.row
    look(request, part="vraag over inzage", act=act, ground=GROUND,
         household_id=row.household_id, request_id=row.request_id)  # fmt: skip


def _csv(name: str, rows: Iterable[AccessLog]) -> HttpResponse:
    """Semicolons and a byte order mark: what a Dutch spreadsheet opens without asking."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response, delimiter=";")
    columns = ["at", "user_name", "role", "organisation", "act", "part", "household_id",
               "request_id", "ground", "why"]  # fmt: skip
    writer.writerow([label_for_field(column, AccessLog) for column in columns])
    for row in rows:
        writer.writerow([_cell(getattr(row, column)) for column in columns])
    return response


def _cell(value: object) -> str:
    """A cell that a spreadsheet shows and never runs."""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S")
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip()[:1] in {"=", "+", "-", "@"} else text
