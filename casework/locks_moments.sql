-- Asking how the help was: the worker sees that a plan was looked back on or closed, and where the
-- question goes. No name, no word of the plan.
GRANT SELECT (id, team_id, closed_at) ON casework_casefile TO wijkteam_worker;
GRANT SELECT (id, case_file_id, person_id, until) ON casework_seat TO wijkteam_worker;
GRANT SELECT (id, user_id) ON casework_person TO wijkteam_worker;
GRANT SELECT (person_id, email) ON casework_personcontact TO wijkteam_worker;
GRANT SELECT (id, case_file_id) ON casework_goal TO wijkteam_worker;
GRANT SELECT (id, goal_id, at) ON casework_goalreview TO wijkteam_worker;
CREATE POLICY file_moments ON casework_casefile FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY seat_moments ON casework_seat FOR SELECT TO wijkteam_worker
    USING (person_id IS NOT NULL);
CREATE POLICY person_moments ON casework_person FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY contact_moments ON casework_personcontact FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY goal_moments ON casework_goal FOR SELECT TO wijkteam_worker USING (true);
CREATE POLICY review_moments ON casework_goalreview FOR SELECT TO wijkteam_worker USING (true);

-- Of the files that somebody is asked about: in which wijk, and of which life domain the first goal
-- is. An answer keeps both, the domain in a wide band; the worker reads no address and no goal.
CREATE FUNCTION casework_about_files(files uuid[])
RETURNS TABLE (file uuid, neighbourhood bigint, life_domain varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT f.id, p.neighbourhood_id, coalesce((SELECT g.life_domain FROM casework_goal g
        WHERE g.case_file_id = f.id ORDER BY g.created_at, g.id LIMIT 1), '')
    FROM casework_casefile f
    JOIN casework_household h ON h.id = f.household_id
    LEFT JOIN wijkteam_postcode p ON p.code = upper(replace(h.postcode, ' ', ''))
    WHERE f.id = ANY(files)
$$;
REVOKE EXECUTE ON FUNCTION casework_about_files FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_about_files TO wijkteam_worker;
