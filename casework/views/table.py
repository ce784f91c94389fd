"""The table: who sits there, inviting, standing up, handing over."""

import uuid

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.choices import Act, Part
from casework.forms.base import CLOSED, CaseForm
from casework.forms.household import InviteHousehold
from casework.forms.invite import InviteColleague, InviteContact, InviteNetwork
from casework.forms.sharing import InviteOtherTeam, InvitePartner
from casework.forms.table import AnswerLeaveForm, HandOverForm, InvitationForm, LeaveForm
from casework.models import (
    Action,
    CaseFile,
    Invitation,
    LeaveRequest,
    MandateQuestion,
    Person,
    Seat,
)
from casework.models.invitations import tell_said_no
from casework.not_shared import mark_not_shared
from casework.page import FilePage
from casework.standing import Standing
from casework.views.doors import already, form_of, form_page, noted, reads, writes
from wijkteam.access import look
from wijkteam.models import Team
from wijkteam.requests import SignedInRequest

FORM = ["GET", "HEAD", "POST"]
# the last part of the address -> heading and form
INVITATIONS: dict[str, tuple[Promise, type[CaseForm]]] = {
    "collega": (gettext_lazy("Een collega vragen"), InviteColleague),
    "organisatie": (gettext_lazy("Iemand van een andere organisatie vragen"), InvitePartner),
    "ander-wijkteam": (gettext_lazy("Een collega van een ander wijkteam"), InviteOtherTeam),
    "eigen-netwerk": (gettext_lazy("Iemand uit het eigen netwerk"), InviteNetwork),
    "vindplaats": (gettext_lazy("Iemand van een vindplaats"), InviteContact),
    "gezin": (gettext_lazy("Iemand uit het gezin"), InviteHousehold),
}


@reads
@require_safe
def table(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Everyone who sits here or sat here, and what can be done about it."""
    files = CaseFile.objects.visible_to(request.user).select_related("household", "team")
    one = get_object_or_404(files, pk=pk)
    noted(request, one, Part.TABLE)
    page = FilePage(one, request.user)
    prefetch_related_objects(page.everyone, "invited_by")
    context = {"case_file": one, "standing": page.standing, "page": page}
    context |= {"requests": requests_of(page)}
    if page.standing.runs:
        mark_not_shared(page)
        tell_said_no(page.left)
    if page.standing.coordinates:
        seated = [seat.person_id for seat in page.seats if seat.person_id]
        here = one.household.members.filter(until__isnull=True).exclude(person__in=seated)
        context["former"] = one.household.former()
        context["without_chair"] = here.select_related("person").order_by("person__name")
    context["paper"] = Person.for_paper(one) if page.standing.runs else set()
    return render(request, "casework/table.html", context)


def requests_of(page: FilePage) -> list[LeaveRequest]:
    """Whom somebody of the household asked to leave: for the coordinator and for whoever asked."""
    found = page.standing.rows(LeaveRequest.objects.all())[:20]
    page.give_seats(found, "seat", "asked_by", "answered_by")
    return found


@writes
@require_safe
def invite(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Whom? Six ways."""
    one = get_object_or_404(CaseFile.objects.run_by(request.user), pk=pk)
    if one.closed_at:
        return already(request, one, str(CLOSED))
    noted(request, one, Part.TABLE)
    return render(request, "casework/invite.html", {"case_file": one})


@writes
@require_http_methods(FORM)
def invite_someone(request: SignedInRequest, pk: uuid.UUID, whom: str) -> HttpResponse:
    if whom not in INVITATIONS:
        raise Http404
    one = get_object_or_404(CaseFile.objects.run_by(request.user), pk=pk)
    heading, form_class = INVITATIONS[whom]
    form = form_of(request, form_class, one)
    return form_page(
        request,
        form,
        heading=str(heading),
        button=_("Een plek geven"),
        done=str(getattr(form, "done", _("Er is een plek aan tafel bij."))),
        part=Part.TABLE,
        to="#tafel",
    )


@reads
@require_http_methods(FORM)
def seat_accept(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """A seat that was offered: who asks and what for, and yes or no. Nothing of the file yet."""
    asked = next((one for one in Invitation.waiting() if one.seat_id == pk), None)
    if asked is None:
        return _answered(request, pk)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    is_done = form.is_valid() and form.save(asked)
    look(request, household_id=asked.household_id, part=Part.TABLE.value, ground="gevraagd",
         act=Act.CHANGED.value if is_done else Act.LOOKED.value)  # fmt: skip
    if not is_done:
        team = Team.objects.get(pk=asked.team_id)
        context = {"asked": asked, "form": form, "team": team}
        return render(request, "casework/invitation.html", context)
    return _answered(request, pk)


def _answered(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """After a yes to the table; without a ground to share nothing can be read there yet."""
    seat = Seat.objects.visible_to(request.user).taken().filter(pk=pk, user=request.user).first()
    if seat:
        messages.success(request, _("Fijn dat u meedoet."))
        return redirect("case_file", seat.case_file_id)
    answered = Invitation.was_answered(pk)
    if answered is None:
        raise Http404
    if answered:
        messages.success(request, _("Dank u wel. Wie u vroeg, ziet uw antwoord."))
    else:
        messages.error(
            request,
            _("Meedoen kan nu niet. De tafel is gestopt, of vraagt u niet meer. Bel wie u vroeg."),
        )
    return redirect("case_files")


@writes
@require_http_methods(FORM)
def seat_leave(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """One's own chair; who runs the table may also let someone else go, warmly."""
    seat = get_object_or_404(Seat.objects.may_end(request.user).select_related("case_file"), pk=pk)
    standing = Standing.of(request.user, seat.case_file)
    own = standing.seat == seat
    form = LeaveForm(request.POST or None, leaves=seat, case_file=seat.case_file, standing=standing)
    return form_page(
        request,
        form,
        heading=_("Van tafel gaan") if own else _("%(name)s gaat van tafel") % {"name": seat.name},
        button=_("Van tafel gaan") if own else _("Plek beëindigen"),
        done=_("De plek is beëindigd. Meelezen kan niet meer."),
        part=Part.TABLE,
        to=reverse("case_files") if own else reverse("table", args=[seat.case_file_id]),
        template="casework/leave.html",
        undone=_undone(seat, standing),
        own=own,
    )


def _undone(seat: Seat, standing: Standing) -> list[Action | MandateQuestion]:
    """What this seat would do, and the answers it waits for: somebody else has to take it over."""
    actions = Action.objects.seen_from(standing).open().filter(owner=seat)
    waits = standing.rows(MandateQuestion.objects.unanswered().filter(holder=seat))
    return [*actions.order_by("due"), *waits]


@writes
@require_http_methods(FORM)
def hand_over(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The coordination goes to a colleague at this table."""
    one = get_object_or_404(CaseFile.objects.coordinated_by(request.user), pk=pk)
    form = form_of(request, HandOverForm, one)
    return form_page(
        request,
        form,
        heading=_("De regie overdragen"),
        button=_("Overdragen"),
        done=_("De regie is overgedragen."),
        part=Part.TABLE,
        to="#tafel",
        template="casework/hand_over.html",
    )


@writes
@require_http_methods(FORM)
def leave_request(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The household asked that someone leaves: the coordinator answers, within a week."""
    mine = CaseFile.objects.coordinated_by(request.user)
    found = LeaveRequest.objects.waiting().filter(case_file__in=mine.values("pk"))
    asked = get_object_or_404(
        found.select_related("case_file__household", "seat", "asked_by"), pk=pk
    )
    form = form_of(request, AnswerLeaveForm, asked.case_file, asked=asked)
    return form_page(
        request,
        form,
        heading=_("Een vraag over %(name)s") % {"name": asked.seat.name},
        button=_("Antwoorden"),
        done=_("De bewoner leest uw antwoord."),
        part=Part.TABLE,
        to=reverse("table", args=[asked.case_file_id]),
        template="casework/leave_request.html",
        asked=asked,
    )
