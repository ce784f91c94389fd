-- Gatherings, who was asked and came, and what was promised: for who works in a team. A stranger
-- with the key of an invitation reads when and where, for the calendar.
GRANT SELECT, INSERT, UPDATE ON network_gathering, network_guest, network_promise
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT (id, title, starts_at, ends_at, place_id, "where", key, sequence, cancelled_at, team_id)
    ON network_gathering TO wijkteam_public;

ALTER TABLE network_gathering ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_gathering FORCE ROW LEVEL SECURITY;
CREATE POLICY gathering_team ON network_gathering TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}')
    WITH CHECK (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY gathering_by_key ON network_gathering FOR SELECT TO wijkteam_public
    USING (key = (SELECT wijkteam_secret()));

ALTER TABLE network_guest ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_guest FORCE ROW LEVEL SECURITY;
CREATE POLICY guest_team ON network_guest TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');

ALTER TABLE network_promise ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_promise FORCE ROW LEVEL SECURITY;
CREATE POLICY promise_team ON network_promise TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
