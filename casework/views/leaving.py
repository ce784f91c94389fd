"""People and organisations that stop: for the manager, who sees accounts and no family."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework import leaving
from casework.forms.leaving import LeavingForm
from casework.workflow import NotAllowed
from wijkteam.access import look, no_family
from wijkteam.choices import Role
from wijkteam.models import Organisation, Team, User
from wijkteam.requests import SignedInRequest
from wijkteam.unreached import unreached

manages = permission_required("wijkteam.manage_reference_data", raise_exception=True)
FORM = ["GET", "HEAD", "POST"]


@manages
@require_safe
def people(request: SignedInRequest) -> HttpResponse:
    """Everyone who can sign in for work, and the organisations they come from."""
    found = User.objects.filter(is_active=True).exclude(role=Role.RESIDENT)
    name = request.GET.get("naam", "").strip().replace("\x00", "")
    if name:
        found = found.filter(name__icontains=name)
    page = Paginator(found.select_related("organisation"), 25).get_page(request.GET.get("page"))
    organisations = Organisation.objects.filter(active=True)
    context = {"page": page, "name": name, "organisations": organisations}
    context["colleagues"] = unreached()
    return render(request, "casework/people.html", context)


@manages
@require_http_methods(FORM)
def person_stops(request: SignedInRequest, pk: int) -> HttpResponse:
    """End an account, or the work for one team. Its seats end at once."""
    working = User.objects.filter(is_active=True).exclude(role=Role.RESIDENT)
    user = get_object_or_404(working.exclude(pk=request.user.pk), pk=pk)
    tables = leaving.coordinated(user)
    no_family(request)
    form = LeavingForm(user, tables > 0, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            team = form.save()
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            part = f"wijkteam {team.name}" if team else "account"
            look(request, part=part, act="beëindigd", ground="beheer", why=user.name)
            messages.success(request, _said(user, team))
            return redirect("people")
    context = {"person": user, "tables": tables, "form": form}
    return render(request, "casework/person_stops.html", context)


def _said(user: User, team: Team | None) -> str:
    if team:
        return _("%(name)s werkt niet meer voor %(team)s.") % {"name": user, "team": team}
    return _("%(name)s zit nergens meer aan tafel.") % {"name": user}


@manages
@require_http_methods(FORM)
def organisation_stops(request: SignedInRequest, pk: int) -> HttpResponse:
    """End the part of an organisation, with the accounts of all its people."""
    organisation = get_object_or_404(Organisation.objects.filter(active=True), pk=pk)
    theirs = User.objects.filter(organisation=organisation, is_active=True)
    no_family(request)
    if request.method == "POST":
        try:
            leaving.end_organisation(organisation)
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
        else:
            name = organisation.name
            look(request, part="organisatie", act="beëindigd", ground="beheer", why=name)
            messages.success(request, _("%(name)s doet niet meer mee.") % {"name": name})
            return redirect("people")
    context = {"organisation": organisation, "people": theirs}
    return render(request, "casework/organisation_stops.html", context)
