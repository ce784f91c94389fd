-- The monitor's locks: the municipality reads what was released and reference data, nothing else.
-- Nobody changes or removes what was published: no role has UPDATE or DELETE.
GRANT SELECT ON monitor_publication, monitor_publishedcell
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics;
GRANT INSERT ON monitor_publication, monitor_publishedcell TO wijkteam_statistics;
GRANT USAGE ON SEQUENCE monitor_publication_id_seq, monitor_publishedcell_id_seq
    TO wijkteam_statistics;
