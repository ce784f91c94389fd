-- For figures of a release: when a request was written down, and which case file came of it.
GRANT SELECT (case_file_id) ON intake_conversationrequest TO wijkteam_statistics;
GRANT SELECT (id, request_id, old, at) ON intake_statusmove TO wijkteam_statistics;
CREATE POLICY move_figures ON intake_statusmove FOR SELECT TO wijkteam_statistics USING (true);
