-- How long writing takes, per page, week and team: no person stands in it.
GRANT SELECT, INSERT, UPDATE ON wijkteam_writingtime TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON wijkteam_writingtime TO wijkteam_statistics;
-- Only of teams of five colleagues or more a figure is shown (wijkteam/figures.py).
GRANT SELECT (user_id, team_id, until) ON wijkteam_teammembership TO wijkteam_statistics;
