"""Looked up by a number and a second fact."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from intake import limits
from intake.forms.state import FindForm
from wijkteam import references


def find(
    request: HttpRequest, template: str, *, guesses: str, opens: Callable[[str], bool], to: str
) -> HttpResponse:
    """Whatever is wrong, the answer is the same: it does not tell which numbers exist."""
    form = FindForm(request.POST)
    status = 200
    if limits.too_often(request, guesses):
        status = 429
        form.add_error(None, _("Het lukte te vaak niet. Wacht een kwartier, of bel ons."))
    elif form.is_valid():
        fact = references.normal_fact(form.cleaned_data["fact"])
        if opens(references.key(form.cleaned_data["reference"], fact)):
            return redirect(to)
        limits.count(request, guesses)
        words = _("Bij dit nummer en dit gegeven vinden we niets. Kijk beide nog eens na.")
        form.add_error(None, words)
    return render(request, template, {"form": form}, status=status)
