"""Where is my request? By number and a second fact; to look, to change, or to stop."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from intake import held, letters, path
from intake.choices import Outcome, RequestStatus, Unsafe
from intake.forms.contact import ContactForm
from intake.forms.proposals import ChooseForm
from intake.forms.public import YES_NO
from intake.forms.state import FindForm, WithdrawForm
from intake.models import Addition, Conversation, ConversationRequest, Proposal
from intake.models.additions import own_plan_until
from intake.views.finding import find
from intake.views.public import resident_page
from intake.workflow import Refused
from wijkteam.access import look
from wijkteam.models import User

GROUND = "nummer en tweede gegeven"
GUESSES = "stand"


@resident_page
@require_http_methods(["GET", "HEAD", "POST"])
def state(request: HttpRequest) -> HttpResponse:
    """Ask for number and fact, or show the request that was opened with them."""
    if request.method == "POST":
        return _find(request)
    asked = held.own_request(request)
    if asked is None:
        return render(request, "intake/public/find.html", {"form": FindForm()})
    look(request, part="stand van het verzoek", request_id=asked.pk, ground=GROUND)
    return render(request, "intake/public/state.html", about(asked))


def _find(request: HttpRequest) -> HttpResponse:
    def opens(key: str) -> bool:
        if not held.open_request(key):
            return False
        held.hold(request, held.REQUEST, key)
        return True

    return find(request, "intake/public/find.html", guesses=GUESSES, opens=opens, to="state")


def about(asked: ConversationRequest) -> dict[str, Any]:
    """What someone with number and fact may know: the road and its dates, not the words."""
    ahead = Conversation.objects.filter(request=asked, cancelled_at=None, held_at=None)
    prefetch_related_objects([asked], "clocks", path.moves())
    promised, plan_until = path.promises(asked), own_plan_until(asked)
    proposal = Proposal.objects.open().filter(request=asked).first()
    return {
        "proposal": proposal,
        "choose": ChooseForm(proposal=proposal) if proposal else None,
        "paused": next((clock for clock in asked.clocks.all() if clock.is_paused), None),
        "asked": asked,
        "steps": path.steps(asked),
        "promises": promised,
        "late": path.is_late(promised),
        "holder": holder_of(asked),
        "ahead": ahead.only("planned_at", "place", "address").order_by("planned_at").first(),
        "runs": asked.status != RequestStatus.CLOSED,
        "plan_until": plan_until,
        "plan_in_time": timezone.localdate() <= plan_until,
        "additions": list(Addition.objects.filter(request=asked).only("kind", "at")),
    }


def holder_of(asked: ConversationRequest) -> str | None:
    """No more than the name: a stranger's connection may read nothing else of a colleague."""
    if asked.holder_id is None:
        return None
    return User.objects.filter(pk=asked.holder_id).values_list("name", flat=True).first()


def of_own_request(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """With the request that this browser opened, while it runs; else back to asking for it."""

    @wraps(view)
    def shown(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        asked = held.own_request(request)
        if asked is None or asked.status == RequestStatus.CLOSED:
            return redirect("state")
        look(request, part="verzoek", request_id=asked.pk, ground=GROUND)
        return view(request, asked, **kwargs)

    return resident_page(shown)


@of_own_request
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, asked: ConversationRequest) -> HttpResponse:
    """Reach me in another way."""
    form = ContactForm(request.POST or None, initial=contact_of(asked))
    if request.method == "POST" and form.is_valid():
        old_email = asked.email
        leave = YES_NO.get(form.cleaned_data.pop("may_leave_message"))
        may_mail = Unsafe.MAIL not in asked.unsafe
        if old_email and old_email != form.cleaned_data["email"] and may_mail:
            letters.contact_changed(
                asked, old_email
            )  # while it is still the address of the request
        asked.change_contact(**form.cleaned_data, may_leave_message=leave)
        held.hold(request, held.REQUEST, asked.lookup_keys[0])
        look(request, part="contact", act="gewijzigd", request_id=asked.pk, ground=GROUND)
        messages.success(request, _("Bewaard. We gebruiken dit vanaf nu."))
        return redirect("state")
    return render(request, "intake/public/change.html", {"form": form, "asked": asked})


def contact_of(asked: ConversationRequest) -> dict[str, Any]:
    known = {name: getattr(asked, name) for name in ContactForm.base_fields}
    leave = {True: "yes", False: "no", None: ""}[asked.may_leave_message]
    phone = str(asked.phone) if asked.phone else ""
    return {**known, "may_leave_message": leave, "phone": phone}


@of_own_request
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, asked: ConversationRequest) -> HttpResponse:
    """No conversation after all. The reason may be left out."""
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            asked.close(None, Outcome.WITHDRAWN, form.cleaned_data["words"])
        except Refused as reason:
            messages.error(request, str(reason))
            return redirect("state")
        letters.withdrawn(asked)
        look(request, part="verzoek", act="ingetrokken", request_id=asked.pk, ground=GROUND)
        messages.success(request, _("We stoppen ermee. U mag ons altijd weer vragen."))
        return redirect("state")
    return render(request, "intake/public/withdraw.html", {"form": form, "asked": asked})


@resident_page
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Done looking; the next person at this screen sees nothing."""
    held.let_go(request)
    return redirect("home")
