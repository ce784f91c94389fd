"""Who belongs to the household."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Part
from casework.forms.household import HouseMovesForm, MovesBackForm, MovesOutForm
from casework.models import CaseFile, HouseholdMember, Person, Seat
from casework.views.doors import FORM, form_of, form_page, noted, writes
from wijkteam.requests import SignedInRequest


@writes
@require_http_methods(FORM)
def moves_out(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Someone with a chair lives somewhere else now, and reads nothing more: the coordinator says
    so."""
    mine = CaseFile.objects.coordinated_by(request.user).open().values("pk")
    seats = Seat.objects.filter(case_file__in=mine, person__isnull=False)
    seat = get_object_or_404(seats.select_related("case_file__household", "person"), pk=pk)
    assert seat.person
    return _out_of_the_house(request, seat.case_file, seat.person)


def _member(request: SignedInRequest, pk: uuid.UUID) -> tuple[CaseFile, HouseholdMember]:
    """Somebody of a house, with its open file, for whoever coordinates it."""
    member = get_object_or_404(HouseholdMember.objects.select_related("person"), pk=pk)
    mine = CaseFile.objects.coordinated_by(request.user).open().select_related("household")
    one = get_object_or_404(mine, household=member.household_id)
    return one, member


@writes
@require_http_methods(FORM)
def member_moves_out(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Someone without a chair, a child most often, lives somewhere else now."""
    one, member = _member(request, pk)
    return _out_of_the_house(request, one, member.person)


@writes
@require_http_methods(FORM)
def member_moves_back(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Someone who moved out lives here again: the same person, and not a new one."""
    one, member = _member(request, pk)
    if one.household.people().filter(pk=member.person_id).exists():
        return _so_already(request, one, _("Het staat er al: %(name)s woont hier."), member.person)
    form = form_of(request, MovesBackForm, one, returns=member.person)
    return form_page(
        request,
        form,
        heading=_("%(name)s woont hier weer") % {"name": member.person.name},
        button=_("Bewaren"),
        done=_("Bewaard. %(name)s staat er weer bij.") % {"name": member.person.name},
        part=Part.HOME,
        to=reverse("table", args=[one.pk]),
    )


def _so_already(request: SignedInRequest, one: CaseFile, words: str, who: Person) -> HttpResponse:
    """A second click, or a page of before."""
    noted(request, one, Part.HOME)
    messages.success(request, words % {"name": who.name})
    return redirect("table", one.pk)


def _out_of_the_house(request: SignedInRequest, one: CaseFile, person: Person) -> HttpResponse:
    if not one.household.people().filter(pk=person.pk).exists():
        words = _("Het staat er al: %(name)s woont hier niet meer.")
        return _so_already(request, one, words, person)
    form = form_of(request, MovesOutForm, one, leaves=person)
    return form_page(
        request,
        form,
        heading=_("%(name)s woont hier niet meer") % {"name": person.name},
        button=_("Bewaren"),
        done=_("Bewaard. Deze persoon leest niets meer."),
        part=Part.HOME,
        to=reverse("table", args=[one.pk]),
        template="casework/moves_out.html",
    )


@writes
@require_http_methods(FORM)
def house_moves(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The whole house goes to another address: the coordinator says so."""
    files = CaseFile.objects.coordinated_by(request.user).select_related("household", "team")
    one = get_object_or_404(files, pk=pk)
    form = form_of(request, HouseMovesForm, one)
    return form_page(
        request,
        form,
        heading=_("Het huishouden verhuist"),
        button=_("Bewaren"),
        done=form.done if form.is_valid() else "",
        part=Part.HOME,
        to=reverse("table", args=[one.pk]),
        template="casework/house_moves.html",
        people=one.household.people(),
    )
