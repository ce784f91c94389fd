"""Where a request ends: ready, handed over warmly, stopped, or a plan made together."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.workflow import HouseholdHasFile
from casework.workflow import Refused as CaseworkRefused
from intake import letters
from intake.choices import Outcome
from intake.forms.case_file import MOST_PERSONS, CaseFileForm, PersonFormSet
from intake.forms.outcomes import DoneForm, ReferForm, StopForm
from intake.models import ConversationRequest
from intake.views.team import GROUND, do, posted
from intake.workflow import Refused
from wijkteam.access import look
from wijkteam.models import User
from wijkteam.requests import SignedInRequest

handles = permission_required("intake.handle_request", raise_exception=True)
opens = permission_required("casework.open_case_file", raise_exception=True)

# the last part of the address -> heading and form
ENDINGS: dict[str, tuple[Any, type[DoneForm] | type[ReferForm]]] = {
    "klaar": (gettext_lazy("Klaar"), DoneForm),
    "overdragen": (gettext_lazy("Warm overdragen"), ReferForm),
    "stoppen": (gettext_lazy("Het stopt hier"), StopForm),
}


@handles
@require_safe
def request_close(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Three good ways on, and one for when it did not come to a conversation."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    look(request, request_id=one.pk, part="afronden", ground=GROUND)
    return render(request, "intake/team/close.html", {"one": one})


@handles
@require_http_methods(["GET", "HEAD", "POST"])
def request_end(request: SignedInRequest, pk: uuid.UUID, how: str) -> HttpResponse:
    """One of the endings, with its few questions."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    if how not in ENDINGS:
        raise Http404
    heading, form_class = ENDINGS[how]
    form = form_class(posted(request), initial=_begun(one))
    look(request, request_id=one.pk, part="afronden", ground=GROUND)
    if request.method == "POST" and form.is_valid():
        done = (
            _("Het verzoek is afgerond.") if _ends(form) else _("Bewaard. Het verzoek blijft open.")
        )
        do(request, done, lambda: _end(form, one, request.user))
        return redirect("request_detail", one.pk)
    context = {"one": one, "form": form, "heading": heading}
    return render(request, "intake/team/end.html", context)


def _begun(one: ConversationRequest) -> dict[str, Any]:
    """A handover of which not all was known."""
    return {"to": one.handover_to, "phone": one.handover_phone, "on": one.handover_on,
            "agreed": one.outcome_words}  # fmt: skip


def _ends(form: DoneForm | ReferForm) -> bool:
    return not isinstance(form, ReferForm) or all(form.cleaned_data.values())


def _end(form: DoneForm | ReferForm, one: ConversationRequest, by: User) -> None:
    form.save(one, by)
    if one.outcome == Outcome.REFERRED:
        letters.handed_over(one)
    elif one.outcome == Outcome.WITHDRAWN and letters.may_mail(one):
        letters.withdrawn(one)  # who said so over the phone is not called about it


@opens
@require_http_methods(["GET", "HEAD", "POST"])
def request_case_file(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a plan together: one file for one household, with the requester at the table."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    look(request, request_id=one.pk, part="dossier openen", ground=GROUND)
    form = CaseFileForm(posted(request), one=one)
    persons = PersonFormSet(_with_room(request), prefix="p", initial=[{"name": one.name}])
    context = {"one": one, "form": form, "persons": persons}
    if "more" not in request.POST and form.is_valid() & persons.is_valid():
        try:
            case_file = form.open(request.user, persons)
        except HouseholdHasFile as found:
            context["found"] = found
        except (Refused, CaseworkRefused) as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("Het gezinsdossier is open. U bent de regisseur."))
            return redirect("case_file", case_file.pk)
    return render(request, "intake/team/case_file.html", context)


def _with_room(request: SignedInRequest) -> QueryDict | None:
    """What was typed, with one more empty row when that was asked for."""
    typed = posted(request)
    if typed is None or "more" not in typed or not typed.get("p-TOTAL_FORMS", "").isdecimal():
        return typed
    rows = int(str(typed["p-TOTAL_FORMS"])[:4])
    typed = typed.copy()
    typed["p-TOTAL_FORMS"] = str(min(rows + 1, MOST_PERSONS))
    return typed
