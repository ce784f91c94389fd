"""Who looks at which pages: what axe and `make shots` walk past. Every address stands here."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.urls import URLPattern, URLResolver, get_resolver

from tests.browser.pages import Stop, stop

# Who is not signed in, and does not need anything before the page shows.
STRANGER = [
    stop("home"),
    stop("whom"),
    stop("whom", query="?ander", press="Verder"),
    stop("reach", press="Verder"),
    stop("wishes"),
    stop("words"),
    stop("paper"),
    stop("places"),
    stop("places", query="?postcode=1310AA&dag=0"),
    stop("places", query="?taal=zh&dag=6&waarvoor=addiction"),
    stop("guide"),
    stop("open_data"),
    stop("resume", press="Verder"),
    stop("resume_link", code="ACDEFGHJ"),
    stop("signal_link", token="geen-echte-link", status=404),
    stop("signal_link_send", token="geen-echte-link", about="buurt", status=404),
    stop("state", press="Bekijken"),
    stop("complain", press="Stuur mijn klacht"),
    stop("paper_complaint"),
    stop("complaint_state", press="Bekijken"),
    stop("account_login", press="Inloggen"),
    stop("account_request_login_code", press="Stuur mij een code"),
    stop("on_paper", press="Inloggen"),
    stop("socialaccount_login_cancelled"),
    stop("account_reset_password"),
    stop("account_reset_password_done"),
    stop("account_reset_password_from_key", uidb36="1", key="a"),
    stop("account_reset_password_from_key_done"),
    stop("account_confirm_email", key="a"),
    stop("account_email_verification_sent"),
    stop("account_signup"),
    stop("account_inactive"),
    stop("linked_thanks"),
    stop("questions", token="voorbeeld", press="Versturen"),
    stop("story_withdraw_code", press="Haal mijn verhaal weg"),
    stop("/demo/"),
    stop("/demo/post/"),
]
WITH_A_CODE = [stop("account_confirm_login_code", press="Inloggen")]
# A form that is filled in, and then one that was sent.
DRAFTING = [stop("check"), stop("later", press="Stuur mij de link")]
ASKED = [
    stop("sent"),
    stop("state"),
    stop("state_change", press="Bewaren"),
    stop("state_withdraw"),
    stop("hand_in", what="plan", press="Versturen"),
    stop("hand_in", what="brief", press="Versturen"),
    stop("own_page_start"),
]
RESIDENT = [
    stop("own_page"),
    stop("my_stories"),
    stop("story_tell", kind="verhaal", press="Lees het terug"),
    stop("story_own", "own_story"),
    stop("story_change", "own_story"),
    stop("own_reaction", "own_talk", press="Bewaren"),
    stop("own_plan"),
    stop("own_file", "file"),
    stop("own_file", "file", query="?leefgebied=housing"),
    stop("own_entry", "file", press="Opschrijven"),
    stop("own_beside", "entry", press="Ernaast zetten"),
    stop("own_goal_answer", "goal", press="Bewaren"),
    stop("own_guest", "file", press="Aan tafel vragen"),
    stop("own_rights"),
    stop("own_right_ask", press="Versturen"),
    stop("own_documents", "file"),
    stop("own_document_add", "file", press="Erbij zetten"),
    stop("own_mark", "goal", press="Cijfer bewaren"),
    stop("own_leave", "seat"),
    stop("own_news_wish"),
    stop("own_paper", "file"),
    stop("own_history", "file"),
    stop("own_position", "difference", press="Opschrijven"),
    stop("own_difference", "file", press="Opschrijven"),
    stop("own_sharing", "file"),
    stop("own_readers", "file"),
    stop("own_share", "reader", press="Ja, dit mag gedeeld worden"),
    stop("own_sharing_answer", "asks", press="Antwoorden"),
    stop("own_ground_withdraw", "ground"),
    stop("who_looked"),
    stop("ask_why", "looked"),
    stop("account_logout"),
]
COORDINATOR = [
    stop("day"),
    stop("search", query="?zoek=jansen"),
    stop("search", query="?zoek=niemand+heet+zo"),
    stop("write_down"),
    stop("inbox"),
    stop("inbox", query="?via=paper&wie=ik&wacht=resident"),
    stop("request_new", press="Opslaan"),
    stop("complaint_new", press="Opslaan"),
    stop("request_detail", "received"),
    stop("request_detail", "planned"),
    stop("request_detail", "closed"),
    stop("request_pause", "planned", press="Zet de klok stil"),
    stop("request_propose", "received", press="Stel deze momenten voor"),
    stop("request_link", "planned", press="Koppel"),
    stop("request_own_page", "planned"),
    stop("route"),
    stop("post"),
    stop("request_plan", "received", press="Zet op de kalender"),
    stop("request_close", "planned"),
    stop("request_end", "planned", how="klaar", press="Rond het verzoek af"),
    stop("request_end", "planned", how="overdragen", press="Rond het verzoek af"),
    stop("request_end", "planned", how="stoppen", press="Rond het verzoek af"),
    stop("request_case_file", "planned", press="Open het gezinsdossier"),
    stop("conversation_move", "talk", press="Zet op de kalender"),
    stop("conversation_cancel", "talk"),
    stop("report", "talk"),
    stop("report", "told"),
    stop("report_send", "talk", press="Geef het aan"),
    stop("report_print", "told"),
    stop("case_files"),
    stop("case_files", query="?zoek=niemand+heet+zo"),
    stop("case_files", query="?afgesloten=on"),
    stop("case_file", "file"),
    stop("case_file", "file", query="?leefgebied=work"),
    stop("case_file_log", "file"),
    stop("case_file_close", "file", press="Afsluiten"),
    stop("case_file_apart", "file"),
    stop("rights"),
    stop("meldcode_begin", "file", press="Vastleggen"),
    stop("meldcode", "meldcode"),
    stop("meldcode_step", "meldcode", press="Vastleggen"),
    stop("documents", "file"),
    stop("document_add", "file", press="Erbij zetten"),
    stop("document_version", "document", press="Nieuwe versie bewaren"),
    stop("goal_add", "file", press="Doel bewaren"),
    stop("goal_change", "goal", press="Bewaren"),
    stop("goal_review", "goal", press="Cijfer bewaren"),
    stop("goal_move", "goal", how="gelukt"),
    stop("goal_move", "goal", how="loslaten"),
    stop("action_add", "file", press="Afspraak bewaren"),
    stop("action_change", "action", press="Bewaren"),
    stop("action_send", "helper_action"),
    stop("action_phone", "helper_action", press="Opschrijven"),
    stop("plan_paper", "file"),
    stop("plan_history", "file"),
    stop("entry_write", "file", press="Opschrijven"),
    stop("entry_correct", "entry", press="Ernaast zetten"),
    stop("table", "file"),
    stop("paper_codes", "own_seat"),
    stop("invite", "file"),
    stop("invite_someone", "file", whom="collega"),
    stop("invite_someone", "file", whom="organisatie"),
    stop("invite_someone", "file", whom="ander-wijkteam"),
    stop("invite_someone", "file", whom="eigen-netwerk"),
    stop("invite_someone", "file", whom="vindplaats"),
    stop("invite_someone", "file", whom="gezin"),
    stop("difference_add", "file", press="Verschil bewaren"),
    stop("difference_review", "difference", press="Bewaren"),
    stop("position_write", "difference", press="Opschrijven"),
    stop("mandate_ask", "file", press="Vraag bewaren"),
    stop("mandate_answer", "mandate", press="Antwoord bewaren"),
    stop("stuck_write", "file", press="Vastloper bewaren"),
    stop("stuck_sign", "unsigned"),
    stop("hand_over", "file"),
    stop("seat_leave", "seat"),
    stop("leave_request", "leave_request", press="Antwoorden"),
    stop("news_wish"),
    stop("grounds", "file"),
    stop("ground_withdraw", "ground"),
    stop("sharing_ask", "file", press="Vragen"),
    stop("emergency"),
    stop("emergency", query="?postcode=1399AA&house_number=1"),
    stop("break_glass", "household", press="Open het dossier"),
    stop("vindplaatsen"),
    stop("vindplaatsen", query="?zoek=niemand+heet+zo"),
    stop("vindplaats", "place"),
    stop("vindplaats_add", press="Toevoegen"),
    stop("vindplaats_edit", "place"),
    stop("vindplaats_retire", "place"),
    stop("contact_log", "place"),
    stop("person_add", "place"),
    stop("person_edit", "place_person"),
    stop("exchange", "file"),
    stop("import", press="Bekijk de lijst"),
    stop("coverage"),
    stop("places_map"),
    stop("places_map", query="?postcode=9999ZZ"),
    stop("places_hand_over", press="Draag over"),
    stop("people_to_ask"),
    stop("signal_told", "place", about="persoon", press="Schrijf het op"),
    stop("signal_told", "place", about="buurt"),
    stop("board"),
    stop("signal_step", "collective", press="Zet op het bord"),
    stop("gatherings"),
    stop("gathering_plan", press="Zet op de kalender"),
    stop("gathering", "gathering"),
    stop("gathering_change", "gathering"),
    stop("gathering_cancel", "gathering"),
    stop("gathering_screen", "gathering"),
    stop("gathering_told", "gathering", about="buurt", press="Schrijf het op"),
    stop("guests", "gathering"),
    stop("guest_new", "gathering", press="Bewaar"),
    stop("promise_add", "gathering", press="Bewaar"),
    stop("signals"),
    stop("signal_detail", "signal"),
    stop("team_figures"),
    stop("team_voices"),
    stop("answer_sort", "answer", press="Bewaren"),
    stop("question_lists"),
    stop("questions_typed", "list", press="Bewaren"),
    stop("questions_paper", "list"),
    stop("stories"),
    stop("circle"),
    stop("circle_story", "dilemma", press="Schrijf mee en lees de anderen"),
    stop("story_tell", kind="dilemma", press="Lees het terug"),
    stop("lessons"),
    stop("lessons", query="?zoek=schuldhulp"),
    stop("lesson_new", press="Bewaar de les"),
    stop("lesson_keep", "lesson"),
    stop("remarks"),
    stop("remark_answer", "for_team", press="Geef antwoord"),
    stop("account_reauthenticate"),
    stop("account_logout"),
]
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
    "presence own_presence": "a piece of a page: tests/casework/test_presence.py",
    "lessons_alike": "a piece of a page: tests/monitor/test_lessons.py",
    "openid_connect_login openid_connect_callback": "an organisation's own sign-in: "
    "tests/wijkteam/test_signing_in_at_work.py",
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
    "exchange_accept seat_accept import_put_in link_make signal_take_over promise_done "
    "gathering_notes "
    "story_release story_withdraw pilot_end "
    "complaint_reopen complaint_assign complaint_extend complaint_answer request_take "
    "request_resume request_contact report_begin report_save report_reaction "
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
