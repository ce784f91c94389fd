"""Letters that a plan makes: printed by the team, and then done."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.choices import Act, Part
from casework.letters import for_hand
from wijkteam.access import look
from wijkteam.models import OutboxMessage
from wijkteam.pdf import paper_page
from wijkteam.requests import SignedInRequest

# Whoever opens files here also posts the letters: not partners, and not the team lead.
of_the_team = permission_required("casework.open_case_file", raise_exception=True)


def letter_of(request: SignedInRequest, pk: uuid.UUID, act: Act) -> OutboxMessage:
    """A letter of a table of the own team that nobody has posted yet."""
    found = get_object_or_404(for_hand(request.user), pk=pk)
    look(request, household_id=found.household_id, part=Part.PAPER.value, act=act.value)
    return found


@of_the_team
@require_safe
def letter(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """On paper, with the address to write on the envelope by hand."""
    context = {"letter": letter_of(request, pk, Act.PRINTED), "back": reverse("day")}
    return paper_page(request, "casework/paper_letter.html", context)


@of_the_team
@require_POST
def letter_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    letter_of(request, pk, Act.CHANGED).mark_sent()
    messages.success(request, _("Bewaard: de brief is op de post."))
    return redirect("day")
