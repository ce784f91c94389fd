-- For figures: dates and kinds of signals and contact moments, no names and no words.
GRANT SELECT (id, team_id, sent_at, due, answered_at) ON network_signal TO wijkteam_statistics;
GRANT SELECT (id, vindplaats_id, at, kind) ON network_contactmoment TO wijkteam_statistics;
CREATE POLICY signal_figures ON network_signal FOR SELECT TO wijkteam_statistics USING (true);
CREATE POLICY moment_figures ON network_contactmoment FOR SELECT TO wijkteam_statistics
    USING (true);
