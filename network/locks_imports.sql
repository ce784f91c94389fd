-- Lists that were read in: each for whoever brought it.
GRANT SELECT, INSERT, UPDATE (done_at, added, rows) ON network_registerimport
    TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_registerimport ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_registerimport FORCE ROW LEVEL SECURITY;
CREATE POLICY import_own ON network_registerimport TO wijkteam_professional, wijkteam_team_lead
    USING (by_id = (SELECT wijkteam_me()) AND (SELECT wijkteam_my_teams()) <> '{}');

-- Outlines of neighbourhoods: no people in it.
GRANT SELECT ON network_outline TO wijkteam_public, wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead, wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer,
    wijkteam_manager;
