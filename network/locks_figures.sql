-- Only numbers leave here: the columns that figures need, no names and no words.
GRANT SELECT (id, kind, person_knows, team_id, neighbourhood_id, life_domain, status, route,
    sent_at, pick_up_due, due, picked_up_at, answered_at) ON network_signal
    TO wijkteam_statistics;
GRANT SELECT (id, vindplaats_id, at, kind, life_domains) ON network_contactmoment
    TO wijkteam_statistics;
GRANT SELECT (id, formality, kind, organisation_id, life_domains, contact_due_on, cold_on,
    retired_at, last_contact_on, created_on) ON network_vindplaats TO wijkteam_statistics;
GRANT SELECT ON network_vindplaats_neighbourhoods TO wijkteam_statistics;
CREATE POLICY signal_figures ON network_signal FOR SELECT TO wijkteam_statistics USING (true);
CREATE POLICY moment_figures ON network_contactmoment FOR SELECT TO wijkteam_statistics
    USING (true);
CREATE POLICY place_figures ON network_vindplaats FOR SELECT TO wijkteam_statistics USING (true);
CREATE POLICY place_area_figures ON network_vindplaats_neighbourhoods FOR SELECT
    TO wijkteam_statistics USING (true);
