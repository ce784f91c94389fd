"""A new request: typed in while someone is on the phone, or made from a signal."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake import letters
from intake.forms.team import NewRequestForm
from intake.models import ConversationRequest
from intake.views.team import GROUND, key_asked, posted
from network.models import Signal
from wijkteam.access import look
from wijkteam.requests import SignedInRequest

SIGNAL_GROUND = "signaal aan het wijkteam"


@permission_required("intake.enter_request", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def request_new(request: SignedInRequest) -> HttpResponse:
    """Typed in while someone is on the phone, or made from a signal about someone who knows."""
    signal = _signal_asked(request)
    form = NewRequestForm(posted(request), signal=signal)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                new = form.save_for(request.user, take="take" in request.POST)
                letters.received(new)
        except IntegrityError as error:
            if "submission" not in str(error) and "signal_id" not in str(error):
                raise
            return _sent_before(request, form)
        look(request, request_id=new.pk, part="verzoek", act="ingevoerd", ground=GROUND)
        return _read_aloud(request, new)
    return render(request, "intake/team/request_new.html", {"form": form, "signal": signal})


def _signal_asked(request: SignedInRequest) -> Signal | None:
    """The signal in the address: of the own team, about someone who knows."""
    pk = key_asked(request, "signaal")
    if pk is None:
        return None
    signals = Signal.objects.visible_to(request.user).of_teams_of(request.user).about_who_knows()
    signal = get_object_or_404(signals.select_related("contact", "vindplaats"), pk=pk)
    look(request, request_id=signal.pk, part="signaal", ground=SIGNAL_GROUND)
    return signal


def _sent_before(request: SignedInRequest, form: NewRequestForm) -> HttpResponse:
    same = Q(submission=form.cleaned_data["submission"])
    if form.instance.signal:
        same |= Q(signal=form.instance.signal)
    first = ConversationRequest.objects.visible_to(request.user).filter(same)
    if found := first.first():
        return _read_aloud(request, found)
    messages.info(request, _("Dit verzoek was al opgeslagen, bij een ander wijkteam."))
    return redirect("inbox")


def _read_aloud(request: SignedInRequest, new: ConversationRequest) -> HttpResponse:
    """The number, to read out; a request of another team's neighbourhood is theirs from here."""
    words = {"number": new.readable_reference, "team": new.team, "phone": new.team.phone}
    if ConversationRequest.objects.visible_to(request.user).filter(pk=new.pk).exists():
        messages.success(request, _("Opgeslagen. Lees het nummer voor: %(number)s") % words)
        return redirect("request_detail", new.pk)
    messages.success(
        request,
        _("Opgeslagen. Lees het nummer voor: %(number)s. Het gaat naar %(team)s, %(phone)s.")
        % words,
    )
    return redirect("inbox")
