-- Asking how the help was: the worker sees that a plan was looked back on or closed, and where the
-- question goes. No name, no word of the plan.
GRANT SELECT (id, team_id, closed_at) ON casework_casefile TO wijkteam_worker;
GRANT SELECT (id, case_file_id, person_id, until) ON casework_seat TO wijkteam_worker;
GRANT SELECT (id, email, user_id) ON casework_person TO wijkteam_worker;
GRANT SELECT (id, case_file_id) ON casework_goal TO wijkteam_worker;
GRANT SELECT (id, goal_id, at) ON casework_goalreview TO wijkteam_worker;
CREATE POLICY file_moments ON casework_casefile FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY seat_moments ON casework_seat FOR SELECT TO wijkteam_worker
    USING (person_id IS NOT NULL);
CREATE POLICY person_moments ON casework_person FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY goal_moments ON casework_goal FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY review_moments ON casework_goalreview FOR SELECT TO wijkteam_worker USING (true);
