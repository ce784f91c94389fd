"""Breaking the glass, and the privacy officer who looks at it afterwards."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Act, Part
from casework.forms.emergency import ReasonForm, ReviewEmergencyForm, WhereForm
from casework.models import Emergency, Signpost
from casework.models.households import address_key
from casework.workflow import NotAllowed
from wijkteam.access import look, looks
from wijkteam.requests import SignedInRequest

may_break = permission_required("casework.break_glass", raise_exception=True)
reviews_them = permission_required("casework.review_emergency", raise_exception=True)
FORM = ["GET", "HEAD", "POST"]


@may_break
@require_safe
def find(request: SignedInRequest) -> HttpResponse:
    """Which households are known at this address: whom to call first, and nothing more."""
    form = WhereForm(request.GET or None)
    found = None
    if form.is_valid():
        key = address_key(form.cleaned_data["postcode"], form.cleaned_data["house_number"])
        found = list(Signpost.objects.at(key))
        looks(request, part=Part.TABLE.value, act=Act.SEARCHED.value, ground="acuut gevaar",
              households=[signpost.pk for signpost in found])  # fmt: skip
    return render(request, "casework/emergency.html", {"form": form, "found": found})


@may_break
@require_http_methods(FORM)
def break_glass(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Open the file of this household to read, with a reason that everyone will read."""
    signpost = get_object_or_404(Signpost.objects.to_call(), pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    look(request, part=Part.TABLE.value, ground="acuut gevaar", household_id=pk)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            case_file = Emergency.break_glass(pk, request.user, reason)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            look(request, part=Part.PLAN.value, act=Act.EMERGENCY.value, ground="acuut gevaar",
                 why="" if case_file.is_apart else reason, household_id=pk)  # fmt: skip
            messages.success(request, _("U kunt dit dossier 24 uur lezen. De regisseur weet het."))
            return redirect("case_file", case_file.pk)
    context = {"form": form, "signpost": signpost}
    context["is_restricted"] = pk in Emergency.kept_from_me().values()
    return render(request, "casework/break_glass.html", context)


@reviews_them
@require_safe
def reviews(request: SignedInRequest) -> HttpResponse:
    """What waits for the privacy officer's view, then what was judged."""
    found = Emergency.objects.select_related("user__organisation", "reviewed_by")
    context = {"waiting": found.to_review(), "done": found.filter(reviewed_at__isnull=False)[:50]}
    looks(request, part=Part.LOG.value, ground="toezicht",
          households=[e.household_id for e in [*context["waiting"], *context["done"]]])  # fmt: skip
    return render(request, "casework/emergencies.html", context)


@reviews_them
@require_http_methods(FORM)
def review(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Say whether it was right, once."""
    emergency = get_object_or_404(Emergency.objects.to_review().select_related("user"), pk=pk)
    form = ReviewEmergencyForm(request.POST if request.method == "POST" else None)
    look(request, part=Part.LOG.value, ground="toezicht", household_id=emergency.household_id)
    if form.is_valid():
        if emergency.judge(request.user, form.cleaned_data["review"]):
            messages.success(request, _("Uw oordeel is bewaard."))
        return redirect("emergencies")
    return render(request, "casework/emergency_review.html", {"form": form, "emergency": emergency})
