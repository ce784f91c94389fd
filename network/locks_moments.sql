-- Asking how it was to pass something on: the worker sees that a signal was answered, not what it
-- said, and where the question goes.
GRANT SELECT (id, contact_id, team_id, neighbourhood_id, answered_at) ON network_signal
    TO wijkteam_worker;
GRANT SELECT (id, email, left_at) ON network_vindplaatscontact TO wijkteam_worker;
CREATE POLICY signal_moments ON network_signal FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY contact_moments ON network_vindplaatscontact FOR SELECT TO wijkteam_worker
    USING (true);
-- Once a year: of which team the wijken of a place are.
GRANT SELECT (vindplaats_id, neighbourhood_id) ON network_vindplaats_neighbourhoods
    TO wijkteam_worker;
CREATE POLICY place_area_moments ON network_vindplaats_neighbourhoods FOR SELECT
    TO wijkteam_worker USING (true);
