"""The team's list of requests, one request, and the small deeds on its page."""

import uuid
from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.models import CaseFile
from intake.choices import ClockKind, DayPart, Urgency, WaitsFor
from intake.forms.proposals import ChooseForm
from intake.forms.team import InboxFilter, SeenHolderForm
from intake.models import Addition, ConversationRequest
from intake.models.agenda import name_us
from intake.workflow import Refused
from wijkteam.access import look, looks
from wijkteam.choices import MessageKind, MessageStatus
from wijkteam.models import OutboxMessage
from wijkteam.requests import SignedInRequest

ROWS = 25
GROUND = "verzoek van mijn wijk"


@permission_required("intake.view_inbox", raise_exception=True)
@require_safe
def inbox(request: SignedInRequest) -> HttpResponse:
    """What runs late on top, then today, then the rest."""
    narrowing = InboxFilter(request.GET, user=request.user)
    requests = narrowing.narrow(ConversationRequest.objects.visible_to(request.user).open())
    counts = requests.count_by_turn()
    total = sum(counts.values())
    if turn := narrowing.cleaned_data.get("wacht"):
        requests = requests.with_waits_for().filter(waits_for=turn)
        total = counts[turn]
    paginator = Paginator(requests.most_urgent_first(timezone.localdate()).for_list(), ROWS)
    paginator.count = total  # counted already
    page = paginator.get_page(request.GET.get("page"))
    looks(request, part="verzoeken", requests=[row.pk for row in page], ground=GROUND)
    context = {
        "filter": narrowing,
        "counts": [(WaitsFor(kind).label, number) for kind, number in counts.items()],
        "page": page,
        "groups": [
            (Urgency(urgency), list(rows)) for urgency, rows in groupby(page, attrgetter("urgency"))
        ],
    }
    return render(request, "intake/team/inbox.html", context)


@permission_required("intake.handle_request", raise_exception=True)
@require_safe
def request_detail(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Everything about one request, and what can be done next."""
    one = get_object_or_404(
        ConversationRequest.objects.visible_to(request.user).with_own_words(), pk=pk
    )
    look(request, request_id=one.pk, part="verzoek", ground=GROUND)
    clocks, talks = list(one.clocks.all()), list(one.conversations.select_related("professional"))
    name_us(talks)
    context = {
        "one": one,
        "clocks": clocks,
        "paused": any(clock.is_paused for clock in clocks),
        "spoken": not any(c.met_at is None for c in clocks if c.kind == ClockKind.CONTACT),
        "moves": one.moves.select_related("by", "holder"),
        "talks": talks,
        "talks_now": [talk for talk in talks if talk.cancelled_at is None],
        "parts_of_day": [DayPart(part).label for part in one.day_parts],
        "case_file": CaseFile.objects.visible_to(request.user).filter(requests=one).first(),
        "additions": Addition.objects.visible_to(request.user).filter(request=one),
        **_beside(request, one),
        "outbox": OutboxMessage.objects.filter(request_id=one.pk),
    }
    return render(request, "intake/team/request_detail.html", context)


def _beside(request: SignedInRequest, one: ConversationRequest) -> dict[str, Any]:
    """The other requests of the household, and moments that were proposed."""
    linked = list(one.linked(request.user))
    if linked:
        looks(request, part="gekoppeld", requests=[row.pk for row in linked], ground=GROUND)
    proposal = one.proposals.filter(withdrawn_at__isnull=True).first()
    asks = proposal is not None and proposal.chosen_at is None
    choose = ChooseForm(proposal=proposal, with_none=False) if proposal and asks else None
    return {"linked": linked, "proposal": proposal, "choose": choose}


@permission_required("intake.handle_request", raise_exception=True)
@require_POST
def request_take(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Pick it up, or take it over from the colleague whose name stood on the screen."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    seen = SeenHolderForm(request.POST).holder()
    do(request, _("U hebt dit verzoek nu."), lambda: one.take(request.user, instead_of=seen))
    look(request, request_id=one.pk, part="verzoek", act="opgepakt", ground=GROUND)
    return redirect("request_detail", one.pk)


@permission_required("intake.handle_request", raise_exception=True)
@require_POST
def request_contact(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The first time that a human spoke with the person."""
    one = get_object_or_404(ConversationRequest.objects.visible_to(request.user), pk=pk)
    do(request, _("Bewaard: er was contact."), lambda: one.mark_contact(request.user))
    look(request, request_id=one.pk, part="verzoek", act="contact gehad", ground=GROUND)
    return redirect("request_detail", one.pk)


@permission_required("intake.handle_request", raise_exception=True)
@require_POST
def message_done(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A letter was printed, or someone called."""
    visible = ConversationRequest.objects.visible_to(request.user)
    by_hand = OutboxMessage.objects.filter(kind__in=[MessageKind.LETTER, MessageKind.CALL])
    message = get_object_or_404(by_hand.filter(request_id__in=visible.values("pk")), pk=pk)
    if message.status == MessageStatus.SENT:
        messages.info(request, _("Dit was al gedaan."))
    else:
        message.mark_sent()
        messages.success(request, _("Bewaard: dit is gedaan."))
    look(request, request_id=message.request_id, part="bericht", act="gedaan", ground=GROUND)
    return redirect(reverse("request_detail", args=[message.request_id]) + "#berichten")


def key_asked(request: SignedInRequest, name: str) -> uuid.UUID | None:
    """The key of the row in the address from which this page is made; None without one."""
    key = request.GET.get(name)
    try:
        return uuid.UUID(key) if key else None
    except ValueError as error:
        raise Http404 from error


def posted(request: SignedInRequest) -> QueryDict | None:
    """What a form is filled with: nothing at the first look, also an empty sending after it."""
    return request.POST if request.method == "POST" else None


def do(
    request: SignedInRequest,
    done: str,
    deed: Callable[[], bool | None],
    besides: tuple[type[Refused], ...] = (),
) -> bool:
    """Do it and say so; when it cannot be done now, say why instead. False from the deed: all was
    so already.

    `besides` goes on to the page, which shows its form again, as it was filled in.
    """
    try:
        is_done = deed() is not False
    except besides:
        raise
    except Refused as reason:
        messages.error(request, str(reason))
        return False
    if is_done:
        messages.success(request, done)
    else:
        messages.info(request, _("Er is niets veranderd."))
    return is_done
