"""A complaint from outside: send it in, see how it stands, have it looked at once more."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from intake import held, letters_complaints, limits
from intake.forms.complaints import ComplaintForm, ReopenForm
from intake.forms.state import FindForm
from intake.models import Complaint, ConversationRequest
from intake.views.finding import find
from intake.views.public import resident_page
from intake.workflow import Refused
from wijkteam import database, references
from wijkteam.access import look
from wijkteam.models import User

GROUND = "nummer en tweede gegeven"
GUESSES = "klacht"


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    """One page: what it is about, what happened, and how to answer."""
    form = ComplaintForm(request.POST or None, initial=_known(request))
    if request.method == "POST" and form.is_valid():
        asked = _request_of(request, form)
        try:
            with transaction.atomic():
                made = form.save_for(asked, language=get_language() or "nl")
                letters_complaints.complaint_received(made)
        except IntegrityError as error:
            if "submission" not in str(error):
                raise
            return redirect("complaint_state")
        look(request, request_id=made.pk, part="klacht", act="ingediend", ground="eigen klacht")
        held.hold(request, held.COMPLAINT, made.lookup_keys[0])
        return redirect("complaint_state")
    return render(request, "intake/public/complain.html", {"form": form})


def _known(request: HttpRequest) -> dict[str, str]:
    """Who is signed in need not type the own name, nor who comes from where the request stands its
    number. It can all be changed."""
    user = request.user
    known = {"name": user.name, "email": user.email or ""} if user.is_authenticated else {}
    asked = held.own_request(request)
    if asked is not None:
        look(request, request_id=asked.pk, part="nummer", ground=GROUND)
        known["number"] = asked.readable_reference
    return known


def _request_of(request: HttpRequest, form: ComplaintForm) -> ConversationRequest | None:
    """The request with this number, opened by what was typed beside it; else no link is made."""
    number = form.cleaned_data["number"]
    if not number or limits.too_often(request, GUESSES):
        return None
    asked = held.own_request(request)
    if asked is not None and asked.reference == number:
        return asked
    keys = [references.key(number, fact) for fact in form.facts()]
    found = next((one for key in keys if (one := held.open_request(key))), None)
    if found is None:
        limits.count(request, GUESSES)
    return found


def opened(request: HttpRequest) -> Complaint | None:
    """The complaint that this browser sent or opened."""
    key = held.held(request, held.COMPLAINT)
    if not key:
        return None
    database.secret(key)
    return Complaint.objects.opened_by(key)


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def complaint_state(request: HttpRequest) -> HttpResponse:
    """By its own number and a second fact: who looks into it, by when, and the answer."""
    if request.method == "POST":
        return _find(request)
    made = opened(request)
    if made is None:
        return render(request, "intake/public/complaint_find.html", {"form": FindForm()})
    look(request, request_id=made.pk, part="klacht", ground=GROUND)
    return render(request, "intake/public/complaint_state.html", _about(made))


def _find(request: HttpRequest) -> HttpResponse:
    def opens(key: str) -> bool:
        held.hold(request, held.COMPLAINT, key)
        if opened(request):
            return True
        request.session.pop(held.COMPLAINT, None)
        return False

    template = "intake/public/complaint_find.html"
    return find(request, template, guesses=GUESSES, opens=opens, to="complaint_state")


def _about(made: Complaint, form: ReopenForm | None = None) -> dict[str, Any]:
    handler = None
    if made.handler_id:
        handler = User.objects.filter(pk=made.handler_id).values_list("name", flat=True).first()
    return {"complaint": made, "handler": handler, "form": form or ReopenForm()}


@resident_page
@require_POST
def complaint_reopen(request: HttpRequest) -> HttpResponse:
    """Look at it once more."""
    made = opened(request)
    if made is None:
        return redirect("complaint_state")
    look(request, request_id=made.pk, part="klacht", act="opnieuw", ground=GROUND)
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return render(request, "intake/public/complaint_state.html", _about(made, form))
    try:
        made.reopen(form.cleaned_data["words"])
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("We kijken er nog een keer naar."))
    return redirect("complaint_state")
