"""The municipality's own site: SITE=monitor serves the monitor and signing in, and nothing else.

This is the first wall. The second does not depend on it: the process has a login of the database
that can become the municipality's role and no other (see locks_site.sql).
"""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

MONITOR = "monitor"
BEGINNING = ("/monitor/", "/static/")
# One by one: what is not named is not there.
ADDRESSES = [
    "healthz", "readyz", "metrics", "security_txt", "favicon", "set_language", "start",
    "account_login", "account_logout", "account_reauthenticate", "account_change_password",
    "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp",
    "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
]  # fmt: skip


class SiteMiddleware:
    """404 for every address of the rest of the portal, whoever asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.SITE != MONITOR:
            raise MiddlewareNotUsed
        self.get_response = get_response
        names = [*ADDRESSES, "demo"] if settings.DEMO else ADDRESSES
        self.open = {reverse(name) for name in names}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/":
            return redirect("monitor")
        if not request.path.startswith(BEGINNING) and request.path not in self.open:
            raise Http404
        return self.get_response(request)
