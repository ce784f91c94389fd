"""Letters that a plan makes, and answers about the own data: printed by hand, and then done."""

import uuid

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.choices import Act, Part
from casework.letters import for_hand
from casework.letters_of_rights import for_somebody, home_of
from wijkteam.access import look
from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage
from wijkteam.pdf import paper_page
from wijkteam.requests import SignedInRequest

# Whoever of the team runs the table posts its letters, also a team lead who coordinates it.
of_the_team = permission_required("casework.write_case_files", raise_exception=True)
answers = permission_required("casework.answer_right", raise_exception=True)


def letter_of(request: SignedInRequest, pk: uuid.UUID, act: Act) -> OutboxMessage:
    """A letter of a table of the own team that nobody has posted yet."""
    found = get_object_or_404(for_hand(request.user), pk=pk)
    look(request, household_id=found.household_id, part=Part.PAPER.value, act=act.value)
    return found


def code_of(letter: OutboxMessage) -> dict[str, str]:
    """Nobody types a long link over from paper: a code to scan with a phone."""
    link = next((word for word in letter.body.split() if word.startswith(settings.BASE_URL)), "")
    return {"link": link, "qr": segno.make(link, error="m").svg_data_uri(border=0)} if link else {}


@of_the_team
@require_safe
def letter(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """On paper, with the address to write on the envelope by hand."""
    found = letter_of(request, pk, Act.PRINTED)
    context = {"letter": found, "back": reverse("day"), **code_of(found)}
    return paper_page(request, "casework/paper_letter.html", context)


@of_the_team
@require_POST
def letter_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    found = letter_of(request, pk, Act.CHANGED)
    found.mark_sent()
    is_mail = found.kind == MessageKind.MAIL  # that came back
    done = _("Gedaan.") if is_mail else _("Bewaard: de brief is op de post.")
    messages.success(request, done)
    return redirect("day")


def of_right(request: SignedInRequest, pk: uuid.UUID, act: Act) -> OutboxMessage:
    """An answer on paper that nobody gave yet, for whoever may see what was asked."""
    found = get_object_or_404(for_somebody(request.user), pk=pk)
    home = home_of(found)
    look(request, household_id=home, part=Part.RIGHTS.value, act=act.value, ground="toezicht")
    return found


@answers
@require_safe
def letter_of_right(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """It says that there is an answer, and nothing of what was asked."""
    found = of_right(request, pk, Act.PRINTED)
    context = {"letter": found, "back": reverse("rights")}
    return paper_page(request, "casework/paper_letter.html", context)


@answers
@require_POST
def letter_of_right_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    of_right(request, pk, Act.CHANGED).mark_sent()
    messages.success(request, _("Bewaard: dit is gedaan."))
    return redirect("day" if request.POST.get("from") == "day" else "rights")
