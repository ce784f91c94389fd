-- The monitor's locks: the municipality reads what was released and reference data, nothing else.
-- Nobody changes or removes what was published: no role has UPDATE or DELETE.
GRANT SELECT ON monitor_publication, monitor_publishedcell
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics;
GRANT INSERT ON monitor_publication, monitor_publishedcell TO wijkteam_statistics;

-- What is released is released to all of these roles; the two names under it are of colleagues.
ALTER TABLE monitor_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_publication FORCE ROW LEVEL SECURITY;
CREATE POLICY publication_read ON monitor_publication FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics USING (true);
CREATE POLICY publication_add ON monitor_publication FOR INSERT TO wijkteam_statistics
    WITH CHECK (true);
ALTER TABLE monitor_publishedcell ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_publishedcell FORCE ROW LEVEL SECURITY;
CREATE POLICY published_cell_read ON monitor_publishedcell FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics USING (true);
CREATE POLICY published_cell_add ON monitor_publishedcell FOR INSERT TO wijkteam_statistics
    WITH CHECK (true);
