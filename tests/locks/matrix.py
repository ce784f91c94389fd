"""Every URL of the portal, knocked on by everyone: what comes out stands in `matrix.txt`.

An address is a URL name, with `@what` where the same page is tried on several objects. `in` is
the page or the deed, `login` the way to sign in, `403` not this verb, `404` not this row, and
`counts` a page with counts that are not published yet.
"""

from collections.abc import Iterator
from copy import deepcopy
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.conftest import LockedClient
from tests.locks import friction, voices
from tests.locks.visitors import Family

VISITORS = [
    "stranger", "resident", "other_resident", "coordinator", "at_table", "team", "elsewhere",
    "seat_ended", "partner", "withdrawn", "contact", "team_lead", "municipality", "privacy",
    "manager",
]  # fmt: skip

# Which of the family's objects a URL with an unknown key stands for; a list tries several.
OBJECTS: dict[str, list[str]] = {
    "request_": ["request"], "report_begin": ["request"], "report": ["talk"],
    "conversation_": ["talk"], "message_done": ["message"], "own_reaction": ["talk"],
    "own_request": ["request"], "own_addition": ["addition"],
    "request_addition": ["addition"], "goal_add": ["file"], "action_add": ["file"],
    "goal_": ["goal_parenting", "goal_money"], "action_": ["action_parenting", "action_money"],
    "entry_write": ["file"], "entry_correct": ["entry_parenting", "entry_money"],
    "case_file": ["file"], "table": ["file"], "invite": ["file"], "hand_over": ["file"],
    "grounds": ["file"], "own_file": ["file"], "own_entry": ["file"],
    "own_mark": ["goal_parenting"],
    "documents": ["file"], "document_add": ["file"], "own_documents": ["file"],
    "own_document_add": ["file"], "own_beside": ["entry_parenting"],
    "document_": ["document_parenting", "document_money"],
    "own_document_": ["document_parenting"],
    "own_goal_answer": ["goal_parenting"], "own_guest": ["file"], "own_export": ["export"],
    "right_": ["right"], "letter_of_right": ["right_letter"], "call": ["call"],
    "meldcode_begin": ["file"], "meldcode": ["meldcode"],
    "meldcode_": ["meldcode"],
    "action_send": ["helper_action"], "action_phone": ["helper_action"],
    "plan_": ["file"], "presence": ["file"], "letter": ["letter"],
    "leave_request": ["leave_request"],
    "own_leave": ["seat"], "own_paper": ["file"], "own_history": ["file"],
    "own_action": ["own_action"], "own_ground": ["ground"],
    "own_share": ["partner_seat"], "own_sharing": ["file"], "own_readers": ["file"],
    "own_presence": ["file"],
    "own_sharing_answer": ["question_to"],
    "sharing_ask": ["file"], "ground_withdraw": ["ground"],
    "seat_ground": ["partner_seat"],
    "seat_leave": ["seat"], "seat_accept": ["seat"],
    "paper_codes": ["own_seat"], "moves_out": ["own_seat"], "member_": ["member"],
    "house_moves": ["file"], "team_ask": ["file"], "team_withdraw": ["file"],
    "team_offer": ["handover"], "own_team": ["file"], "signal_": ["signal"],
    "person_add": ["place"],
    "person_": ["place_person"], "person_stops": ["colleague"], "organisation_stops": ["school"],
    "retention_ahead": ["file"], "break_glass": ["household"], "emergency_review": ["emergency"],
    "ask_why": ["look"], "access_question": ["question"],
    "vindplaats": ["place"], "contact_log": ["place"], "signal_told": ["place"],
    "link_make": ["place_person"], "gathering": ["gathering"], "guest": ["gathering"],
    "promise_add": ["gathering"], "promise_done": ["promise"], "import_": ["import"],
    "exchange": ["file"], "complaint": ["complaint"], "proposal_choose": ["proposal"],
    "release_": ["making"],
    "story_": ["story", "told"], "circle_story": ["told", "dilemma"], "lesson_keep": ["lesson"],
    "remark_answer": ["for_team", "for_municipality"], "questions_": ["list"], "pilot": ["pilot"],
    "answer_sort": ["answer"],
}  # fmt: skip
OBJECTS |= friction.OBJECTS
OTHER_VALUES: dict[str, dict[str, str]] = {
    "linked_action": {"token": "wat-een-ander-typt"},
    "request_end": {"how": "klaar"}, "goal_move": {"how": "gelukt"},
    "invite_someone": {"whom": "collega"}, "signal_send": {"about": "buurt"},
    "signal_told": {"about": "buurt"}, "gathering_told": {"about": "buurt"},
    "signal_link": {"token": "een-link"}, "export": {"form": "csv"},
    "signal_link_send": {"token": "een-link", "about": "buurt"},
    "gathering_calendar": {"key": "een-sleutel"},
    "questions": {"token": "zomaar"}, "story_tell": {"kind": "dilemma"},
    "indicator": {"key": "families"}, "remark_ask": {"key": "families"},
    "resume_link": {"code": "ACDEFGHJ"}, "moment_link": {"token": "nietgeraden"},
    "release": {"year": "2026", "quarter": "3"},
    "release_paper": {"year": "2026", "quarter": "3"},
    "release_pdf": {"year": "2026", "quarter": "3"},
    "release_download": {"year": "2026", "quarter": "3", "kind": "csv"},
    "release_step": {"how": "tekenen"},
    "hand_in": {"what": "plan"}, "hsds_service": {"key": "x"},
    "hsds_organization": {"key": "x"}, "hsds_location": {"key": "x"},
}  # fmt: skip
# Addresses of others' making, tested elsewhere or by themselves.
LEFT_OUT = {
    "admin": "Django's own admin: tests/wijkteam/test_admin.py",
    "account_": "allauth: tests/wijkteam/test_signing_in.py",
    "mfa_": "allauth: tests/wijkteam/test_signing_in.py",
    "openid_connect_": "allauth: tests/wijkteam/test_signing_in_at_work.py",
    "socialaccount_": "allauth: tests/wijkteam/test_signing_in_at_work.py",
    "demo": "only with DEMO on",
}


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern, prefix + space)
        else:
            yield prefix + (pattern.name or str(pattern.pattern)), pattern


def addresses(family: Family) -> Iterator[tuple[str, str]]:
    """(address, URL) of every page, with the family's own objects filled in."""
    for name, pattern in patterns(get_resolver()):
        if name.startswith(tuple(LEFT_OUT)):
            continue
        converters = pattern.pattern.converters
        if "pk" not in converters:
            yield name, reverse(name, kwargs=OTHER_VALUES.get(name, {}) if converters else {})
            continue
        kinds = max((k for k in OBJECTS if name.startswith(k)), key=len, default=None)
        assert kinds, f"{name}: say in OBJECTS what it points at"
        for kind in OBJECTS[kinds]:
            kwargs = {"pk": family.pks[kind], **OTHER_VALUES.get(name, {})}
            suffix = f"@{kind.split('_')[-1]}" if len(OBJECTS[kinds]) > 1 else ""
            yield name + suffix, reverse(name, kwargs=kwargs)
        nothing = 10**9 if isinstance(kwargs["pk"], int) else UUID(int=7)
        yield f"{name}@none", reverse(name, kwargs={**kwargs, "pk": nothing})


def knock(client: LockedClient, url: str) -> str:
    """GET, or an empty POST where only that is allowed; nothing that happens stays."""
    signed_in = deepcopy(client.cookies)  # the quick exit signs a resident out
    with transaction.atomic():
        response = client.get(url)
        if response.status_code == 405:
            response = client.post(url, {})
        outcome = said(response)
        transaction.set_rollback(True)
    client.cookies = signed_in
    return outcome


def said(response: HttpResponse) -> str:
    if response.status_code in {301, 302, 303}:
        return "login" if response["Location"].startswith("/inloggen/login/") else "in"
    if response.status_code not in {200, 204, 400, 503}:
        return str(response.status_code)
    shown = b"" if response.streaming else response.content
    return "counts" if voices.COUNTED.encode() in shown else "in"


def lines(family: Family) -> list[str]:
    clients = {"stranger": LockedClient(raise_request_exception=False)}
    for key, user in family.users.items():
        clients[key] = LockedClient(raise_request_exception=False)
        clients[key].force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    wide = max(len(address) for address, _url in addresses(family)) + 2
    out = ["address".ljust(wide) + " ".join(v.ljust(14) for v in VISITORS).rstrip()]
    for address, url in addresses(family):
        cells = [knock(clients[visitor], url) for visitor in VISITORS]
        out.append((address.ljust(wide) + " ".join(c.ljust(14) for c in cells)).rstrip())
    return out
