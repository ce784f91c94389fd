"""Two ways out for whoever shares a device: wipe what was typed, or be gone at once."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intake import held
from intake.views.public import resident_page
from wijkteam.choices import Role

QUICK_EXIT = "https://www.buienradar.nl/"


@resident_page
@require_POST
def wipe(request: HttpRequest) -> HttpResponse:
    """For a computer that others use too: nothing of what was typed remains, here or with us."""
    draft = held.own_draft(request)
    if draft and held.held(request, held.DRAFT) == draft.code:  # not by a number of somebody else
        draft.delete()
    held.let_go(request)
    messages.success(request, _("Alles is gewist."))
    response = redirect("home")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@login_not_required
@never_cache
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """The quick exit: this browser opens nothing any more, keeps nothing, and shows the weather."""
    held.let_go(request)
    if request.user.is_authenticated and request.user.role == Role.RESIDENT:
        logout(request)
    response = redirect(QUICK_EXIT)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
