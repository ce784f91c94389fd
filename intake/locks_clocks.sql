-- The hourly rounds of the worker over the clocks: who waits too long, and who was told.
GRANT SELECT (id, reference, arrived_at, team_id, status, holder_id, name, sender_name, for_whom,
    reach_by, phone, email, address, via, may_leave_message, language, case_file_id, outcome,
    closed_at) ON intake_conversationrequest TO wijkteam_worker;
CREATE POLICY request_rounds ON intake_conversationrequest FOR SELECT TO wijkteam_worker
    USING (true);
GRANT UPDATE (holder_told_at, lead_told_at) ON intake_clock TO wijkteam_worker;
CREATE POLICY clock_told ON intake_clock FOR UPDATE TO wijkteam_worker USING (true);
