"""Signing in with a code on paper (wijkteam/models/paper_codes.py)."""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteam.forms import Form
from wijkteam.models import PaperCode, User
from wijkteam.rights import BACKEND


class PaperCodeForm(Form):
    code = forms.CharField(
        label=_("Code op uw blad"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autocapitalize": "characters"}),
        help_text=_("Acht tekens, bijvoorbeeld ACDE-FGHJ. Elke code werkt één keer."),
        error_messages={"required": _("Vul een code in.")},
    )
    user: User | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("code"):
            self.user = PaperCode.objects.use(cleaned["code"])
            if self.user is None:
                self.add_error("code", _("Deze code werkt niet. Neem de volgende, of bel ons."))
        return cleaned


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def on_paper(request: HttpRequest) -> HttpResponse:
    """Wrong codes are counted per address, like wrong passwords; nobody locks another out."""
    form = PaperCodeForm(request.POST or None)
    if request.method == "POST":
        if not ratelimit.consume(request, action="login_failed", dry_run=True):
            return ratelimit.respond_429(request)
        if form.is_valid() and form.user:
            login(request, form.user, backend=BACKEND)
            return redirect(get_next_redirect_url(request) or "start")
        ratelimit.consume(request, action="login_failed")
    return render(request, "account/on_paper.html", {"form": form})
