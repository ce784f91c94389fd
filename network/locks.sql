-- The network's locks. Professionals and team leads read the register and, when they work in a
-- team, the people behind it; a partner (same role, no team) reads places only. A contact reads
-- the own place and the own signals. Nobody changes what was told or sent.

CREATE FUNCTION network_my_places() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT vindplaats_id FROM network_vindplaatscontact
                WHERE user_id = wijkteam_me() AND left_at IS NULL) $$;

CREATE FUNCTION network_my_contacts() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT id FROM network_vindplaatscontact
                WHERE user_id = wijkteam_me() AND left_at IS NULL) $$;

-- Places.
GRANT SELECT ON network_vindplaats, network_vindplaats_neighbourhoods
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
GRANT INSERT, UPDATE ON network_vindplaats TO wijkteam_professional, wijkteam_team_lead;
GRANT INSERT, DELETE ON network_vindplaats_neighbourhoods
    TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_vindplaats ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_vindplaats FORCE ROW LEVEL SECURITY;
CREATE POLICY place_read ON network_vindplaats FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead USING (true);
CREATE POLICY place_own ON network_vindplaats FOR SELECT TO wijkteam_contact
    USING (id = ANY ((SELECT network_my_places())::uuid[]));
CREATE POLICY place_add ON network_vindplaats FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY place_change ON network_vindplaats FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
ALTER TABLE network_vindplaats_neighbourhoods ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_vindplaats_neighbourhoods FORCE ROW LEVEL SECURITY;
CREATE POLICY place_area_read ON network_vindplaats_neighbourhoods FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead USING (true);
CREATE POLICY place_area_own ON network_vindplaats_neighbourhoods FOR SELECT TO wijkteam_contact
    USING (vindplaats_id = ANY ((SELECT network_my_places())::uuid[]));
CREATE POLICY place_area_add ON network_vindplaats_neighbourhoods FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY place_area_remove ON network_vindplaats_neighbourhoods FOR DELETE
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');

-- People behind places: who works in a team, and everyone the own entry.
GRANT SELECT ON network_vindplaatscontact
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
GRANT INSERT, UPDATE ON network_vindplaatscontact TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_vindplaatscontact ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_vindplaatscontact FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_team ON network_vindplaatscontact
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY contact_self ON network_vindplaatscontact FOR SELECT TO wijkteam_contact
    USING (user_id = (SELECT wijkteam_me()));

-- Contact moments: added, never changed.
GRANT SELECT, INSERT ON network_contactmoment TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_contactmoment ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_contactmoment FORCE ROW LEVEL SECURITY;
CREATE POLICY moment_team ON network_contactmoment FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY moment_add ON network_contactmoment FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = (SELECT wijkteam_me()) AND (SELECT wijkteam_my_teams()) <> '{}');

-- Signals: about the neighbourhood for every team, about a person for the own team, and for
-- whoever sent it. What was sent stays as it was sent.
GRANT SELECT, INSERT ON network_signal
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
GRANT UPDATE (status, picked_up_by_id, picked_up_at, feedback, answered_by_id, answered_at)
    ON network_signal TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_signal ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_signal FORCE ROW LEVEL SECURITY;
CREATE POLICY signal_team ON network_signal FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
           OR kind = 'collective' AND (SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY signal_handle ON network_signal FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
           OR kind = 'collective' AND (SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY signal_note ON network_signal FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK ((SELECT wijkteam_my_teams()) <> '{}' AND status = 'new');
CREATE POLICY signal_own ON network_signal FOR SELECT TO wijkteam_contact
    USING (contact_id = ANY ((SELECT network_my_contacts())::uuid[]));
CREATE POLICY signal_send ON network_signal FOR INSERT TO wijkteam_contact
    WITH CHECK (contact_id = ANY ((SELECT network_my_contacts())::uuid[])
                AND vindplaats_id = ANY ((SELECT network_my_places())::uuid[])
                AND status = 'new');
