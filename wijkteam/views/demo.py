"""Step into the demo as any role. Only with DEMO on; settings refuse DEMO in production."""

from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from wijkteam.models import User
from wijkteam.rights import BACKEND

# role on the form -> the seeded account, and what one comes to do
DEMO_ACCOUNTS = {
    "resident": ("mark@demo.example", _("Bewoner: mijn verzoek, mijn plan, wie zit er aan tafel")),
    "young": ("sam@demo.example", _("Jongere van 15: het eigen deel van het plan")),
    "apart": ("hennie@demo.example", _("Bewoner in een huis waar men elkaar niet leest")),
    "apart_too": ("cor@demo.example", _("De huisgenoot, die ook alleen het eigen deel leest")),
    "professional": ("youssef@demo.example", _("Wijkteammedewerker aan tafel")),
    "coordinator": ("sanne@demo.example", _("Regisseur: wijkteammedewerker die het plan bijhoudt")),
    "partner": ("school@demo.example", _("Professional van de school")),
    "contact": ("bieb@demo.example", _("Contactpersoon van een vindplaats")),
    "team_lead": ("lead@demo.example", _("Teamleider")),
    "municipality": ("wethouder@demo.example", _("Gemeente")),
    "privacy_officer": ("privacy@demo.example", _("Privacyfunctionaris")),
    "manager": ("beheer@demo.example", _("Applicatiebeheerder")),
}


@login_not_required
@require_http_methods(["GET", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """One form per role; sending it signs the visitor in as that made-up person."""
    if not settings.DEMO:
        raise Http404
    role = request.POST.get("role", "")
    if request.method == "POST" and role in DEMO_ACCOUNTS:
        user = get_object_or_404(User.objects.filter(is_active=True), email=DEMO_ACCOUNTS[role][0])
        login(request, user, backend=BACKEND)
        return redirect("start")
    status = 400 if request.method == "POST" else 200
    return render(request, "wijkteam/demo.html", {"accounts": DEMO_ACCOUNTS}, status=status)


@login_not_required
def demo_post(request: HttpRequest) -> HttpResponse:
    """The mail that the demo would have sent, newest first."""
    if not settings.DEMO or not settings.MAIL_FOLDER:
        raise Http404
    files = sorted(
        Path(settings.MAIL_FOLDER).glob("*.eml"), key=lambda f: f.stat().st_mtime, reverse=True
    )
    return render(request, "wijkteam/demo_post.html", {"mails": [read_mail(f) for f in files[:50]]})


def read_mail(path: Path) -> dict[str, str]:
    """To, subject and text of one recorded mail."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = mail.get_body(("plain",))
    return {
        "to": mail["To"],
        "subject": mail["Subject"],
        "body": body.get_content() if body else "",
    }
