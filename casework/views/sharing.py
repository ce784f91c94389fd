"""With whom is shared, on which ground, and stopping it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Act, Part
from casework.models import CaseFile, SharingGround, SharingQuestion
from casework.standing import Standing
from casework.views.doors import did, noted, reads, writes
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]


@reads
@require_safe
def grounds(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Every ground there is and was. For the own team; partners see their own part only."""
    one = get_object_or_404(
        CaseFile.objects.visible_to(request.user).select_related("household"), pk=pk
    )
    noted(request, one, Part.SHARING)
    found = SharingGround.objects.visible_to(request.user).filter(case_file=one).for_list()
    asked = SharingQuestion.objects.visible_to(request.user).filter(case_file=one)
    people = ["organisation", "about", "first_yes_by", "answered_by"]
    context = {"case_file": one, "standing": Standing.of(request.user, one), "grounds": found}
    context["questions"] = asked.select_related(*people)[:50]
    return render(request, "casework/grounds.html", context)


@writes
@require_http_methods(FORM)
def ground_withdraw(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Asked once, done at once."""
    running = SharingGround.objects.valid().for_list().select_related("case_file")
    files = CaseFile.objects.run_by(request.user)
    ground = get_object_or_404(running.filter(case_file__in=files.values("pk")), pk=pk)
    is_sure = request.method == "POST"
    noted(request, ground.case_file, Part.SHARING, Act.CHANGED if is_sure else Act.LOOKED)
    if is_sure:
        stop(request, ground)
        return redirect("grounds", ground.case_file_id)
    context = {"case_file": ground.case_file, "ground": ground}
    return render(request, "casework/ground_withdraw.html", context)


def stop(request: SignedInRequest, ground: SharingGround) -> bool:
    words = _("Er wordt niets meer gedeeld met %(name)s op deze grond.")
    return did(
        request,
        lambda: ground.withdraw(by=request.user),
        words % {"name": ground.organisation.name},
    )
