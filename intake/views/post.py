"""Letters to print: one pile for the team, on paper or as one file, and ticked off together."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from intake.forms.post import PrintedForm
from intake.models import ConversationRequest
from intake.views.team import GROUND
from wijkteam.access import looks
from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage
from wijkteam.pdf import paper_page, pdf_response
from wijkteam.requests import SignedInRequest

MOST = 100
handles = permission_required("intake.handle_request", raise_exception=True)


def waiting(request: SignedInRequest) -> QuerySet[OutboxMessage]:
    """Letters about requests that this colleague may see, oldest first."""
    visible = ConversationRequest.objects.visible_to(request.user)
    letters = OutboxMessage.objects.for_hand().filter(kind=MessageKind.LETTER)
    return letters.filter(request_id__in=visible.values("pk")).order_by("created_at")


@handles
@require_safe
def post(request: SignedInRequest) -> HttpResponse:
    """What waits to be printed. `?papier` is all of it to print, `?pdf` the same as a file."""
    letters = list(waiting(request)[:MOST])
    about = list({letter.request_id for letter in letters})
    looks(request, part="brieven", requests=about, ground=GROUND)
    here = reverse("post")
    context: dict[str, Any] = {"letters": letters, "back": here, "pdf": f"{here}?pdf"}
    if "pdf" in request.GET and letters:
        return pdf_response(request, "intake/team/post_paper.html", context, "brieven.pdf")
    if "papier" in request.GET and letters:
        return paper_page(request, "intake/team/post_paper.html", context)
    return render(request, "intake/team/post.html", context)


@handles
@require_POST
def post_done(request: SignedInRequest) -> HttpResponse:
    """These were printed and sent; what came in meanwhile stays on the pile."""
    form = PrintedForm(request.POST)
    keys = form.cleaned_data["brief"] if form.is_valid() else []
    letters = list(waiting(request).filter(pk__in=keys))
    about = list({letter.request_id for letter in letters})
    looks(request, part="brieven", act="gedaan", requests=about, ground=GROUND)
    for letter in letters:
        letter.mark_sent()
    done = ngettext("%(n)s brief is gedaan.", "%(n)s brieven zijn gedaan.", len(letters))
    said = done % {"n": len(letters)} if letters else _("Er was niets meer te doen.")
    messages.success(request, said)
    return redirect("post")
