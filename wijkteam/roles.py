"""One table: which role may do which verb, and as which role of the database it reads.

Code asks for a permission, never for a role or a group. `manage.py sync_roles` (run after every
migrate) fills the groups from here; a test holds that every codename exists and is given.
"""

from wijkteam.choices import Role

DATABASE_ROLE: dict[str, str] = {
    Role.RESIDENT: "wijkteam_resident",
    Role.PROFESSIONAL: "wijkteam_professional",
    Role.PARTNER: "wijkteam_professional",
    Role.CONTACT: "wijkteam_contact",
    Role.TEAM_LEAD: "wijkteam_team_lead",
    Role.MUNICIPALITY: "wijkteam_municipality",
    Role.PRIVACY_OFFICER: "wijkteam_privacy_officer",
    Role.MANAGER: "wijkteam_manager",
}
STRANGER = "wijkteam_public"

# Group roles of the cluster, without login. The app signs in and becomes one of them.
GROUP_ROLES: dict[str, str] = {
    "wijkteam_public": "strangers: the request form and the public register",
    "wijkteam_resident": "a resident: own request, own plan",
    "wijkteam_professional": "all who may sit at a table",
    "wijkteam_team_lead": "waiting and load, no contents without a seat",
    "wijkteam_contact": "contact of a vindplaats: own signals",
    "wijkteam_municipality": "released figures and stories, nothing about one family",
    "wijkteam_privacy_officer": "the access log, no contents",
    "wijkteam_manager": "accounts and reference data",
    "wijkteam_statistics": "release run: the columns that figures need, no names",
    "wijkteam_worker": "outbox and clocks",
}
APP_LOGIN = "wijkteam_app"
# The login of the municipality's own site: it can become the municipality's role alone.
SITE_LOGIN = "wijkteam_monitor"
OWNER = "wijkteam_owner"
BACKUP = "wijkteam_backup"

_TEAM_WORK = [
    "intake.view_inbox",
    "intake.enter_request",
    "intake.handle_request",
    "intake.enter_complaint",
    "intake.handle_complaint",
    "network.view_register",
    "network.change_register",
    "monitor.view_team_figures",
]
_VOICES = [
    "monitor.view_releases",
    "monitor.tell_story",
    "monitor.view_stories",
    "monitor.read_in_circle",
    "monitor.bring_dilemma",
    "monitor.view_lessons",
]
_TEAM_VOICES = ["monitor.keep_lesson", "monitor.ask_as_team", "monitor.sort_answers"]
_TABLE_WORK = [
    "casework.view_case_files",
    "casework.write_case_files",
    "casework.use_meldcode",
]
_OWN_FILES = ["casework.open_case_file", "casework.break_glass", "casework.answer_right"]

_REFERENCE_DATA = [
    f"wijkteam.{verb}_{thing}"
    for thing in ["organisation", "team", "teamhours", "neighbourhood", "user", "teammembership"]
    for verb in ["view", "add", "change"]
] + ["wijkteam.delete_teamhours"]

PERMISSIONS: dict[str, list[str]] = {
    Role.RESIDENT: [
        "intake.view_own_page",
        "casework.view_own_plan",
        "casework.write_own_plan",
        "casework.ask_right",
        "monitor.tell_story",
    ],
    Role.PROFESSIONAL: [
        *_TEAM_WORK,
        *_TABLE_WORK,
        *_OWN_FILES,
        *_VOICES,
        *_TEAM_VOICES,
        "intake.view_day",
        "monitor.enter_answers",
    ],
    Role.PARTNER: [*_TABLE_WORK, *_VOICES, "network.view_register", "intake.view_day"],
    Role.CONTACT: [
        "network.send_signal",
        "monitor.tell_story",
        "monitor.view_stories",
        "monitor.read_in_circle",
    ],
    Role.TEAM_LEAD: [
        "intake.view_inbox",
        "intake.view_day",
        "intake.lead_team",
        "intake.lead_complaints",
        "intake.handle_complaint",
        "network.view_register",
        "network.change_register",
        "monitor.view_team_figures",
        "casework.forward_stuck_points",
        "monitor.view_releases",
        "monitor.sign_release",
        *_TABLE_WORK,
        *_VOICES,
        *_TEAM_VOICES,
        "casework.break_glass",
        "casework.answer_right",
        "monitor.run_pilot",
    ],
    Role.MUNICIPALITY: [
        "monitor.view_releases",
        "monitor.view_stories",
        "monitor.ask_as_municipality",
        "casework.answer_stuck_points",
    ],
    Role.PRIVACY_OFFICER: [
        "wijkteam.view_access_log",
        "casework.review_emergency",
        "casework.answer_right",
        "casework.see_every_right",
        "monitor.view_releases",
        "monitor.view_stories",
    ],
    Role.MANAGER: ["wijkteam.manage_reference_data", *_REFERENCE_DATA],
}
