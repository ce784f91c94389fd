"""The rows that a walk looks at: what each key stands for in the made-up municipality."""

ZONNEWIJK = "team_id = (SELECT id FROM wijkteam_team WHERE name = 'Wijkteam Zonnewijk')"
REQUEST = f"SELECT id FROM intake_conversationrequest r WHERE {ZONNEWIJK} AND"
TALK = (
    "SELECT t.id FROM intake_conversation t JOIN intake_conversationrequest r ON r.id = "
    f"t.request_id WHERE {ZONNEWIJK} AND t.cancelled_at IS NULL AND"
)
MARK = "(SELECT id FROM wijkteam_user WHERE email = 'mark@demo.example')"
# In the bench Mark sits at a second table.
JANSEN = f"(SELECT f.id FROM casework_casefile f \
JOIN casework_household h ON h.id = f.household_id AND h.name = 'Gezin Jansen' WHERE f.id IN \
(SELECT content_object_id FROM casework_casefileuserobjectpermission WHERE user_id = {MARK}))"
# What a key stands for, in the made-up municipality.
KEYS = {
    "answer": f"SELECT id FROM monitor_answer WHERE {ZONNEWIJK} AND words <> '' AND not_content"
    " AND audience = 'resident' AND reason = ''",
    "received": f"{REQUEST} status = 'received'",
    "planned": f"{REQUEST} status = 'planned'",
    "closed": f"{REQUEST} status = 'closed' AND outcome = 'referred'",
    "asked": f"{REQUEST} requester_id = {MARK}",
    "talk": f"{TALK} r.status = 'planned' AND t.held_at IS NULL",
    "told": f"{TALK} t.sent_at IS NOT NULL AND r.requester_id IS NULL AND t.reaction = ''",
    "own_talk": f"{TALK} t.sent_at IS NOT NULL AND r.requester_id = {MARK}",
    "complaint": f"SELECT id FROM intake_complaint WHERE {ZONNEWIJK} AND answered_at IS NULL",
    "answered_complaint": f"SELECT id FROM intake_complaint WHERE {ZONNEWIJK}"
    " AND answered_at IS NOT NULL",
    "file": f"SELECT {JANSEN}",
    "ended_file": f"SELECT id FROM casework_casefile WHERE closed_at IS NOT NULL AND {ZONNEWIJK}",
    "goal": f"SELECT id FROM casework_goal WHERE case_file_id = {JANSEN} AND status = 'running'"
    " AND life_domain = 'money'",
    "action": f"SELECT id FROM casework_action WHERE case_file_id = {JANSEN} AND done_at IS NULL",
    "helper_action": "SELECT a.id FROM casework_action a JOIN casework_seat s ON s.id = a.owner_id "
    f"WHERE a.case_file_id = {JANSEN} AND a.done_at IS NULL AND s.network_person_id IS NOT NULL",
    "entry": "SELECT e.id FROM casework_timelineentry e JOIN casework_seat s ON s.id = e.by_id "
    "JOIN wijkteam_user u ON u.id = s.user_id WHERE u.email = 'sanne@demo.example' "
    f"AND e.case_file_id = {JANSEN} AND e.audience <> 'coordinator'",
    "right": "SELECT id FROM casework_rightsrequest WHERE answered_at IS NULL",
    "meldcode": "SELECT id FROM casework_meldcode WHERE closed_at IS NULL",
    "document": "SELECT d.id FROM casework_document d JOIN casework_seat s ON s.id = d.by_id "
    f"WHERE d.case_file_id = {JANSEN} AND s.person_id IS NULL",
    "difference": f"SELECT id FROM casework_difference WHERE case_file_id = {JANSEN}"
    " AND status = 'trying'",
    "mandate": f"SELECT id FROM casework_mandatequestion WHERE case_file_id = {JANSEN}"
    " AND answered_at IS NULL",
    "unsigned": f"SELECT id FROM casework_stuckpoint WHERE case_file_id = {JANSEN}"
    " AND signed_at IS NULL",
    "ready": f"SELECT id FROM casework_forwardedstuckpoint WHERE forwarded_at IS NULL"
    f" AND {ZONNEWIJK}",
    "put": "SELECT id FROM casework_forwardedstuckpoint WHERE forwarded_at IS NOT NULL"
    " AND replied_at IS NULL",
    "outside_seat": "SELECT s.id FROM casework_seat s JOIN wijkteam_user u ON u.id = s.user_id"
    f" WHERE s.case_file_id = {JANSEN} AND s.until IS NULL AND u.role = 'partner'",
    "invitation": "SELECT s.id FROM casework_seat s JOIN wijkteam_user u ON u.id = s.user_id"
    " WHERE u.email = 'sanne@demo.example' AND s.asked_at IS NOT NULL AND s.accepted_at IS NULL"
    " AND s.until IS NULL",
    "seat": f"SELECT id FROM casework_seat WHERE case_file_id = {JANSEN} AND until IS NULL "
    "AND user_id IS NOT NULL AND NOT is_coordinator",
    "own_seat": f"SELECT id FROM casework_seat WHERE case_file_id = {JANSEN} AND until IS NULL "
    "AND person_id IS NOT NULL",
    "member": "SELECT m.id FROM casework_householdmember m JOIN casework_casefile f "
    f"ON f.household_id = m.household_id WHERE f.id = {JANSEN} AND m.until IS NULL "
    "AND m.role = 'child'",
    "leave_request": f"SELECT id FROM casework_leaverequest WHERE case_file_id = {JANSEN}"
    " AND answered_at IS NULL",
    "ground": f"SELECT id FROM casework_sharingground WHERE case_file_id = {JANSEN}"
    " AND withdrawn_at IS NULL AND about_id IS NULL",
    "reader": "SELECT s.id FROM casework_seat s JOIN wijkteam_user u ON u.id = s.user_id "
    f"WHERE s.case_file_id = {JANSEN} AND s.until IS NULL AND u.role = 'partner'",
    "asks": f"SELECT id FROM casework_sharingquestion WHERE case_file_id = {JANSEN}"
    " AND answered_at IS NULL",
    "household": "SELECT h.id FROM casework_household h JOIN casework_casefile f "
    f"ON f.household_id = h.id WHERE f.closed_at IS NULL AND f.{ZONNEWIJK}",
    "emergency": "SELECT id FROM casework_emergency WHERE reviewed_at IS NULL",
    "question": "SELECT id FROM wijkteam_accessquestion WHERE answered_at IS NULL",
    "looked": "SELECT a.id FROM wijkteam_accesslog a JOIN casework_casefile f "
    f"ON f.household_id = a.household_id WHERE f.id = {JANSEN} AND a.role = 'professional'",
    "signal": "SELECT id FROM network_signal WHERE status = 'new'",
    "collective": f"SELECT id FROM network_signal WHERE kind = 'collective' AND {ZONNEWIJK}",
    "gathering": f"SELECT id FROM network_gathering WHERE {ZONNEWIJK}",
    "own_story": "SELECT s.id FROM monitor_story s JOIN monitor_teller t ON t.story_id = s.id "
    f"WHERE t.user_id = {MARK}",
    "dilemma": "SELECT id FROM monitor_story WHERE kind = 'dilemma'",
    "lesson": "SELECT id FROM monitor_lesson WHERE kept_at IS NULL",
    "for_team": "SELECT id FROM monitor_remark WHERE side = 'municipality' AND answered_at IS NULL",
    "for_municipality": "SELECT id FROM monitor_remark WHERE side = 'team' AND answer = ''",
    "list": "SELECT id FROM monitor_questionnaire WHERE audience = 'resident'",
    "pilot": "SELECT id FROM monitor_pilot WHERE quarter = 1",
    # The newest, set or not: test_monitor.py sets it.
    "release": "SELECT id FROM (SELECT id FROM monitor_release ORDER BY year DESC, quarter DESC"
    " LIMIT 1) newest",
    "place": "SELECT id FROM network_vindplaats",
    "place_person": "SELECT id FROM network_vindplaatscontact",
    "colleague": "SELECT id FROM wijkteam_user WHERE email = 'ruben@demo.example'",
    "school": "SELECT id FROM wijkteam_organisation WHERE name = 'Basisschool De Wilgen'",
}
