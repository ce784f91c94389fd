"""The sender's side: pass something on, and see what came of it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.forms.signals import AreaSignalForm, PersonSignalForm
from network.models import Signal, SignalStep, VindplaatsContact
from network.views.looks import log_signals
from wijkteam.models import User
from wijkteam.requests import SignedInRequest

FORMS = {"persoon": PersonSignalForm, "buurt": AreaSignalForm}


def sender_of(user: User) -> VindplaatsContact | None:
    """The place for which this account speaks; none when the team has not linked it (any more)."""
    people = VindplaatsContact.objects.visible_to(user).current().filter(user=user)
    # What the team wrote down for itself about a place, its own people do not read.
    people = people.defer("vindplaats__notes", "vindplaats__retired_because")
    return people.select_related("vindplaats").first()


@require_safe
@permission_required("network.send_signal", raise_exception=True)
def signal(request: SignedInRequest) -> HttpResponse:
    """Two ways to pass something on, and the own signals with what came of them."""
    steps = Prefetch("steps", SignalStep.objects.visible_to(request.user))
    own = Signal.objects.visible_to(request.user).select_related("neighbourhood", "contact")
    own = own.prefetch_related(steps)
    page = Paginator(own, 10).get_page(request.GET.get("page"))
    log_signals(request, page, "bekeken")
    context = {"sender": sender_of(request.user), "page": page}
    return render(request, "network/signal.html", context)


@require_http_methods(["GET", "POST"])
@permission_required("network.send_signal", raise_exception=True)
def signal_send(request: SignedInRequest, about: str) -> HttpResponse:
    """One short form for a person, one for the neighbourhood."""
    sender = sender_of(request.user)
    if sender is None or about not in FORMS:
        raise Http404
    wijk = sender.vindplaats.neighbourhoods.first()
    initial = {"neighbourhood": wijk.code if wijk else ""}
    form = FORMS[about](request.POST or None, initial=initial)
    if form.is_valid():
        log_signals(request, [form.save(sender)], "doorgegeven")
        messages.success(
            request, _("Dank u wel. Binnen twee weken leest u hier wat ermee gebeurt.")
        )
        return redirect("signal")
    context = {"form": form, "place": sender.vindplaats, "about": about}
    return render(request, "network/signal_send.html", context)
