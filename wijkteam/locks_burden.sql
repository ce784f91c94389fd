-- How long writing takes, per page, week and team: no person stands in it.
GRANT SELECT, INSERT, UPDATE ON wijkteam_writingtime TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON wijkteam_writingtime TO wijkteam_statistics;
