-- How long writing takes, per page, week and team: no person stands in it.
-- Added to by this function alone, one form at a time: nobody makes a week shorter than it was, or reads
-- how long a small team needs.
CREATE FUNCTION wijkteam_add_writing(of_week date, of_team bigint, of_page varchar, took integer)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO wijkteam_writingtime AS old (id, week, team_id, page, seconds, times)
    SELECT gen_random_uuid(), of_week, of_team, of_page, took, 1
    WHERE took BETWEEN 1 AND 1800 AND of_week = date_trunc('week', wijkteam_today())::date
    ON CONFLICT (week, team_id, page) DO UPDATE
    SET seconds = old.seconds + excluded.seconds, times = old.times + 1 $$;
REVOKE EXECUTE ON FUNCTION wijkteam_add_writing FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wijkteam_add_writing TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON wijkteam_writingtime TO wijkteam_statistics;
-- Only of teams of five colleagues or more a figure is shown (wijkteam/figures.py).
GRANT SELECT (user_id, team_id, until) ON wijkteam_teammembership TO wijkteam_statistics;
