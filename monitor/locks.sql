-- The monitor's locks: the municipality reads what was released and reference data, nothing else.
-- Nobody changes or removes what was published: no role has UPDATE or DELETE.
GRANT SELECT ON monitor_publication, monitor_publishedcell
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics;
GRANT INSERT ON monitor_publication, monitor_publishedcell TO wijkteam_statistics;
