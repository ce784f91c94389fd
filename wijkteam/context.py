"""What the page frame shows. Everything is lazy: an error page asks the database nothing."""

import re
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from wijkteam.choices import Language
from wijkteam.models import Postcode, Team
from wijkteam.models.burden import began_field, is_counted
from wijkteam.requests import is_work

# label, URL name, permission that shows it
NAV = [
    (_("Mijn dag"), "day", "intake.view_day"),
    (_("Schrijf op"), "write_down", "casework.write_case_files"),
    (_("Verzoeken"), "inbox", "intake.view_inbox"),
    (_("Leiding"), "leading", "intake.lead_team"),
    (_("Gezinsdossiers"), "case_files", "casework.view_case_files"),
    (_("Netwerk"), "vindplaatsen", "network.view_register"),
    (_("Mijn pagina"), "own_page", "intake.view_own_page"),
    (_("Mijn plan"), "own_plan", "casework.view_own_plan"),
    (_("Signaal doorgeven"), "signal", "network.send_signal"),
    (_("Leeskring"), "circle", "monitor.read_in_circle"),
    (_("Vastlopers"), "stuck_forward", "casework.forward_stuck_points"),
    (_("Cijfers van ons team"), "team_figures", "monitor.view_team_figures"),
    (_("Wie keek waarin"), "access_log", "wijkteam.view_access_log"),
    (_("Hoe gaat het in de wijken?"), "monitor", "monitor.view_releases"),
    (_("Vastlopers"), "stuck_inbox", "casework.answer_stuck_points"),
    (_("Publicatie"), "release_desk", "monitor.sign_release"),
    (_("Mensen"), "people", "wijkteam.manage_reference_data"),
    (_("Beheer"), "admin:index", "wijkteam.manage_reference_data"),
]
# Pages of one row have an address of their own: under which part of the menu they stand.
UNDER = {
    "own_plan": ("/mijn/", ("afspraken", "berichten", "delen", "documenten", "doelen",
                            "nieuws-per-mail", "plekken", "verschillen", "vragen", "wie-keek")),
    "case_files": ("/werk/", ("afspraken", "berichten", "beslissingen", "delen", "documenten",
                              "doelen", "huisgenoten", "meldcode", "plekken", "van-tafel",
                              "vastlopers", "verschillen")),
    "inbox": ("/werk/", ("bericht", "bijlage", "gesprek", "voorstel")),
    "circle": ("/", ("mijn/verhalen", "monitor/lessen", "monitor/verhalen")),
    "team_figures": ("/monitor/", ("vragenlijsten",)),
}  # fmt: skip
# The letter that goes there, after Alt + K (static/wijkteam/keys.js).
KEYS = {"day": "d", "write_down": "s", "inbox": "v", "case_files": "g", "vindplaatsen": "n"}
DANGER_NUMBERS = [
    (_("Is iemand nu in gevaar?"), "112", "112"),
    (_("Geweld thuis? Veilig Thuis, dag en nacht:"), "0800-2000", "08002000"),
    (_("Denkt u aan zelfdoding? Bel gratis:"), "113 / 0800-0113", "08000113"),
]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Values that `templates/base.html` relies on (see docs/look.md)."""
    return {
        "municipality_name": settings.MUNICIPALITY_NAME,
        "default_phone": settings.MUNICIPALITY_PHONE,
        "theme_class": f"{settings.THEME}-theme",
        "theme_css": f"built/{settings.THEME}.css",
        "logo": settings.LOGO,
        "danger_numbers": DANGER_NUMBERS,
        "footer_links": footer_links(),
        "demo": settings.DEMO,
        "own_site": bool(settings.SITE),
        "contact_team": SimpleLazyObject(lambda: contact_team(request)),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "nav": SimpleLazyObject(lambda: _nav(request)),
        "began": SimpleLazyObject(lambda: _began(request)),
    }


def _began(request: HttpRequest) -> str:
    return began_field(request.POST.get("began", "")) if is_counted(request.user) else ""


def footer_links() -> list[dict[str, Any]]:
    """Complaints are made on the portal itself, not on the municipality's own site."""
    return [] if settings.SITE else [{"label": _("Een klacht"), "url": reverse("complain")}]


class Contact:
    """What of a team stands on every page, its numbers as one writes them."""

    def __init__(self, team: Team) -> None:
        self.name, self.address = team.name, team.address
        self.phone, self.out_of_hours_phone = str(team.phone), str(team.out_of_hours_phone or "")
        self.days_to_contact = team.days_to_contact
        self.team = team  # with its hours

    @property
    def hours_now(self) -> str:
        return self.team.hours_now()

    @property
    def walk_in(self) -> str:
        return self.team.walk_in


def contact_team(request: HttpRequest) -> Contact | None:
    """The team whose phone stands on the page: of the postcode just typed; of the own plan (see
    `own_file` in casework/views/own.py), at work the own team (signing_in.py); else the default.

    Kept for a minute, with its hours; whether it is open now is worked out for each page.
    """
    code = "".join(request.session.get("postcode", "").split()).upper()
    code = code if re.fullmatch(r"[1-9]\d{3}([A-Z]{2})?", code) else ""
    own = request.session.get("team")
    return caches["teams"].get_or_set(f"team-{code}-{own}", lambda: _contact(code, own))


def _contact(code: str, own: int | None) -> Contact | None:
    found = Postcode.neighbourhood_of(code) if code else None
    pk = found.team_id if found else own
    teams = Team.objects.prefetch_related("hours")
    team = teams.filter(pk=pk) if pk else teams.filter(is_default=True)
    one = team.first()
    return Contact(one) if one else None


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    """Only languages that have a catalogue, each named in its own script. At work there is one."""
    if request.user.is_authenticated and is_work(request):
        return []
    return [
        {"code": code, "name": Language(code).label, "dir": "rtl" if code == "ar" else "ltr"}
        for code, _name in settings.LANGUAGES
    ]


def _nav(request: HttpRequest) -> list[dict[str, Any]]:
    if not request.user.is_authenticated:
        return []
    rights = request.user.get_all_permissions()
    allowed = [(label, name) for label, name, may in NAV if may in rights]
    links = [(reverse(name), label, KEYS.get(name, ""), name) for label, name in allowed]
    # "/werk/" is the start of "/werk/verzoeken/" too: the longest one is where we are.
    starts = [(start, name) for url, *_, name in links for start in [url, *_under(name)]]
    found = [(len(start), name) for start, name in starts if request.path.startswith(start)]
    here = max(found, default=(0, ""))[1]
    return [
        {"label": label, "url": url, "key": key, "current": name == here}
        for url, label, key, name in links
    ]


def _under(name: str) -> list[str]:
    start, parts = UNDER.get(name, ("", ()))
    return [f"{start}{part}/" for part in parts]
