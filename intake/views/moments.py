"""The resident picks a moment: by the link of the mail, or where the request stands."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from intake import held, letters, limits
from intake.forms.proposals import ChooseForm
from intake.models import ConversationRequest, Proposal
from intake.views.public import resident_page
from intake.views.state import about, of_own_request
from intake.workflow import Refused
from wijkteam import references
from wijkteam.access import look
from wijkteam.models import User

GUESSES = "moment"
GROUND = "nummer en tweede gegeven"


@resident_page
@require_safe
def moment_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opens the request, and picks nothing: mail scanners follow links too."""
    key = references.key("moment", token)
    asked = None if limits.too_often(request, GUESSES) else held.open_request(key)
    if asked is None:
        limits.count(request, GUESSES)
        messages.info(
            request, _("Deze link werkt niet meer. Vul hieronder uw nummer in, of bel ons.")
        )
        return redirect("state")
    look(request, part="link van de afspraak", request_id=asked.pk, ground=GROUND)
    held.hold(request, held.REQUEST, key)
    return redirect("state")


@of_own_request
@require_POST
def moment_choose(request: HttpRequest, asked: ConversationRequest) -> HttpResponse:
    """This moment, or none of them."""
    made = Proposal.objects.open().filter(request=asked).first()
    if made is None:
        messages.info(request, _("Er is niets meer te kiezen."))
        return redirect("state")
    form = ChooseForm(request.POST, proposal=made)
    if not form.is_valid():
        return render(request, "intake/public/state.html", about(asked) | {"choose": form})
    made.request = asked
    try:
        _pick(made, form)
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        words = _("Dank u wel. Wij weten het nu.")
        messages.success(request, words)
    look(request, part="moment gekozen", act="gewijzigd", request_id=asked.pk, ground=GROUND)
    return redirect("state")


def _pick(made: Proposal, form: ChooseForm) -> None:
    moment = form.picked()
    if moment is None:
        made.none_fits()
        return
    talk = made.choose(moment)
    # No more than the name: a stranger's connection may read nothing else of a colleague.
    talk.professional = User.objects.only("name").get(pk=made.professional_id)
    letters.planned(talk)
