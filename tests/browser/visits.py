"""Who looks at which pages: what axe and `make shots` walk past. Every address stands here."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.urls import URLPattern, URLResolver, get_resolver

from tests.browser.pages import Stop, stop
from tests.browser.visits_residents import ASKED, DRAFTING, RESIDENT, STRANGER, WITH_A_CODE
from tests.browser.visits_work import COORDINATOR

# Signed in a moment ago, with a password.
SIGNED_IN = [
    stop("mfa_index"),
    stop("mfa_activate_totp", press="Aanzetten"),
    stop("account_change_password", press="Bewaren"),
    stop("account_email"),
]
TWO_FACTORS = [
    stop("mfa_index"),
    stop("mfa_view_recovery_codes"),
    stop("mfa_generate_recovery_codes"),
    stop("mfa_deactivate_totp"),
    stop("mfa_reauthenticate", press="Verder"),
]
SIGNING_IN_TWICE = [stop("mfa_authenticate", press="Inloggen")]
ENDED = [stop("case_file", "ended_file"), stop("case_file_reopen", "ended_file")]
PROFESSIONAL = [stop("day"), stop("case_files"), stop("case_file", "file"), stop("table", "file")]
PARTNER = [
    stop("day"),
    stop("case_files"),
    stop("case_file", "file"),
    stop("table", "file"),
    stop("entry_write", "file", press="Opschrijven"),
    stop("action_add", "file", press="Afspraak bewaren"),
    stop("vindplaatsen"),
]
WITHOUT_TABLE = [stop("day"), stop("case_files")]
CONTACT = [
    stop("signal"),
    stop("signal_send", about="buurt", press="Geef het door"),
    stop("signal_send", about="persoon", press="Geef het door"),
]
# A quarter of the made-up town that two people set.
SET = {"year": datetime.now(UTC).year - 1, "quarter": 3}
TEAM_LEAD = [
    stop("release_desk"),
    stop("release_preview", "release"),
    stop("release_refuse", "release", press="Geef terug"),
    stop("day"),
    stop("leading"),
    stop("complaints"),
    stop("complaints", query="?klaar"),
    stop("complaint", "complaint", press="Bewaar"),
    stop("complaint_print", "answered_complaint"),
    stop("inbox"),
    stop("case_files"),
    stop("vindplaatsen"),
    stop("signals"),
    stop("team_figures"),
    stop("pilot_begin", press="Begin de proef"),
    stop("stuck_forward"),
    stop("stuck_forward_one", "ready", press="Doorsturen"),
]
MUNICIPALITY = [
    stop("stuck_inbox"),
    stop("stuck_reply", "put", press="Antwoord versturen"),
    stop("monitor"),
    stop("release", **SET),
    stop("release", query="?tabel=case_files", **SET),
    stop("release_paper", **SET),
    stop("indicators"),
    stop("indicator", key="requests_by_route"),
    stop("indicator", key="families_by_neighbourhood"),
    stop("indicator", key="year_neighbourhood_route"),
    stop("indicator", key="quality_trust"),
    stop("remark_ask", key="requests_by_route", press="Stel de vraag"),
    stop("remark_answer", "for_municipality"),
    stop("pilots"),
    stop("pilot", "pilot"),
]
PRIVACY_OFFICER = [
    stop("monitor"),
    stop("access_log"),
    stop("access_log", query="?wie=niemand+heet+zo"),
    stop("access_seals"),
    stop("rights"),
    stop("right_answer", "right", press="Antwoord sturen"),
    stop("retention"),
    stop("access_questions"),
    stop("access_question", "question", press="Antwoord sturen"),
    stop("emergencies"),
    stop("emergency_review", "emergency", press="Bewaar het oordeel"),
]
MANAGER = [stop("people"), stop("person_stops", "colleague"), stop("organisation_stops", "school")]

VISITORS: dict[str, list[Stop]] = {
    "stranger": STRANGER,
    "drafting": DRAFTING,
    "asked": ASKED,
    "resident": RESIDENT,
    "coordinator": COORDINATOR,
    "with a code": WITH_A_CODE,
    "signed in": SIGNED_IN,
    "two factors": TWO_FACTORS,
    "signing in twice": SIGNING_IN_TWICE,
    "ended": ENDED,
    "professional": PROFESSIONAL,
    "partner": PARTNER,
    "without table": WITHOUT_TABLE,
    "contact": CONTACT,
    "team_lead": TEAM_LEAD,
    "municipality": MUNICIPALITY,
    "privacy_officer": PRIVACY_OFFICER,
    "manager": MANAGER,
}
RESIDENTS = ["stranger", "drafting", "asked", "resident"]  # their pages speak every language

NOT_WALKED = {
    "letter letter_done": "only while a letter waits: tests/casework/test_helping.py",
    "letter_of_right": "the same paper: tests/casework/test_letters_of_rights.py",
    "letter_of_right_done call call_done": "only while one waits: tests/intake/test_by_hand.py",
    "presence own_presence": "a piece of a page: tests/casework/test_presence.py",
    "lessons_alike": "a piece of a page: tests/monitor/test_lessons.py",
    "openid_connect_login openid_connect_callback": "an organisation's own sign-in: "
    "tests/wijkteam/test_signing_in_at_work.py",
    "retention_ahead": "only in the last month: tests/casework/test_retention.py",
    "team_offer own_team": "looked at while another team is asked: test_another_team.py",
    "linked_action": "opens with a link of its own: tests/casework/test_helping.py",
    "admin:": "Django's own pages for reference data",
    "healthz readyz favicon": "no pages",
    "metrics security_txt": "for machines: tests/wijkteam/test_machines.py",
    "paper_pdf own_addition request_addition guide_pdf public_outlines": "files, or a PDF",
    "open_data_root openapi data_package hsds_services hsds_service hsds_organizations "
    "hsds_organization hsds_locations hsds_location": "open data: tests/network/test_open_data.py",
    "conversation_calendar access_log_export mfa_download_recovery_codes": "files",
    "document_show document_download own_document_show own_document_download": "files",
    "own_export own_export_state": "a file, and a piece of a page",
    "plan_paper_pdf own_paper_pdf release_pdf": "the same paper as a file",
    "release_download": "files: tests/monitor/test_release_pages.py",
    "account_set_password": "only for an account without a password: the same form as changing it",
    "demo demo_post": "by their own address: only with DEMO on",
    "leave set_language start": "send on to another page",
    "import_check import_wrong": "after a file: tests/network/test_import.py",
    "vindplaatsen_alike outlines export gathering_calendar": "a piece of a page, and files",
    "own_export_ask right_extend right_lift meldcode_name meldcode_close "
    "wipe stop state_close ask_own_page own_request own_action_done own_action_reopen "
    "post_done moment_choose moment_link proposal_choose request_unlink "
    "team_withdraw exchange_accept import_put_in link_make signal_take_over promise_done "
    "gathering_notes "
    "story_release story_withdraw pilot_end "
    "complaint_reopen complaint_reached complaint_assign complaint_extend complaint_answer "
    "request_take request_resume request_contact report_begin report_save report_reaction "
    "message_done action_done action_reopen person_leave signal_pick_up "
    "vindplaats_bring_back release_step": "buttons only",
}


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """The names of every address."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern, prefix + space)
        elif isinstance(pattern, URLPattern):
            yield prefix + (pattern.name or str(pattern.pattern))


def left_out() -> set[str]:
    """The names of addresses that nobody walks past."""
    walked = {one.name for stops in VISITORS.values() for one in stops}
    known = {name for names in NOT_WALKED for name in names.split()}
    return {
        name
        for name in patterns(get_resolver())
        if name not in walked | known and not name.startswith("admin:")
    }
