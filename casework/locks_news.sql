-- The mail about what is new. Everyone chooses for oneself; the worker sees who wants one, and how
-- many tables have something new for that person: no file, no name, no word.
GRANT SELECT, INSERT, UPDATE ON casework_newswish
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_worker;
ALTER TABLE casework_newswish ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_newswish FORCE ROW LEVEL SECURITY;
CREATE POLICY news_wish_own ON casework_newswish
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (user_id = (SELECT wijkteam_me()));
CREATE POLICY news_wish_worker ON casework_newswish TO wijkteam_worker USING (true);
CREATE POLICY news_wish_house ON casework_newswish FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY entry_house_read ON casework_timelineentry FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY review_house ON casework_goalreview FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY last_look_house ON casework_lastlook FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY change_house ON wijkteam_change FOR SELECT TO wijkteam_owner USING (true);

-- What somebody of the house keeps to themselves (locks_home.sql): a person, a goal or an action.
CREATE FUNCTION casework_is_kept_from(who bigint, whose uuid, one uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM casework_person p
        WHERE casework_keeps_goals(p, ARRAY(SELECT id FROM casework_person WHERE user_id = who))
          AND p.id = coalesce(whose, (SELECT g.whose_id FROM casework_goal g
            LEFT JOIN casework_action a ON a.goal_id = g.id AND a.id = one
            WHERE g.id = one OR a.id = one LIMIT 1)))
$$;
-- Who sits down at the table, and which helper leaves it; a goal of the whole house or one's own, and what
-- the team or oneself does for it: what somebody reads who reads the own part only (`goals` and `actions`
-- in casework/home.py).
CREATE FUNCTION casework_is_in_own_part(who bigint, of_table varchar, one uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM casework_seat s
        WHERE of_table = 'casework_seat' AND s.id = one AND (s.until IS NULL OR s.person_id IS NULL)
          AND (s.asked_at IS NULL OR s.accepted_at IS NOT NULL))
    OR EXISTS (SELECT FROM casework_goal g
        LEFT JOIN casework_person p ON p.id = g.whose_id
        WHERE of_table = 'casework_goal' AND g.id = one AND (p.id IS NULL OR p.user_id = who))
    OR EXISTS (SELECT FROM casework_action a JOIN casework_seat s ON s.id = a.owner_id
        LEFT JOIN casework_person o ON o.id = s.person_id LEFT JOIN casework_goal g ON g.id = a.goal_id
        LEFT JOIN casework_person p ON p.id = g.whose_id
        WHERE of_table = 'casework_action' AND a.id = one AND (o.id IS NULL OR o.user_id = who)
          AND (p.id IS NULL OR p.user_id = who))
$$;
REVOKE EXECUTE ON FUNCTION casework_is_kept_from, casework_is_in_own_part FROM PUBLIC;

-- New since this person last looked there, or was written to; for who did neither the last week: no
-- mail goes in the weekend, and a day without a worker loses nothing. What someone did oneself is not new,
-- and what someone may not read does not count: of housemates neither (locks_home.sql), so that no
-- mail tells that somebody at home wrote something.
CREATE FUNCTION casework_news(weekly boolean) RETURNS TABLE (user_id bigint, tables bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, count(*)
    FROM wijkteam_user u
    LEFT JOIN casework_newswish w ON w.user_id = u.id
    JOIN casework_casefileuserobjectpermission r ON r.user_id = u.id
    JOIN auth_permission p ON p.id = r.permission_id AND p.codename = 'view_casefile'
    JOIN casework_casefile f ON f.id = r.content_object_id AND f.closed_at IS NULL
    LEFT JOIN casework_lastlook l ON l.user_id = u.id AND l.case_file_id = f.id
    CROSS JOIN LATERAL (SELECT coalesce(greatest(l.at, w.sent_at), now() - interval '7 days') AS at) since
    WHERE u.is_active AND u.email <> '' AND f.changed_at > since.at
      AND coalesce(w.how, 'daily') = CASE WHEN weekly THEN 'weekly' ELSE 'daily' END
      AND (r.until IS NULL OR r.until > now()) AND NOT r.shielded
      AND (EXISTS (SELECT FROM wijkteam_change c
            WHERE c.case_file_id = f.id AND c.at > since.at AND c.user_id IS DISTINCT FROM u.id
              AND c.table_name IN ('casework_seat', 'casework_goal', 'casework_action',
                'casework_difference', 'casework_position', 'casework_mandatequestion')
              AND (u.role <> 'resident' OR c.table_name NOT IN ('casework_difference',
                'casework_position') OR NOT EXISTS (SELECT FROM wijkteam_user h
                WHERE h.id = c.user_id AND h.role = 'resident'))
              AND (u.role <> 'resident' OR NOT casework_is_kept_from(u.id, NULL, c.row_id)
                AND (NOT casework_reads_own_part(f, u.id)
                  OR casework_is_in_own_part(u.id, c.table_name, c.row_id)))
              AND (r.domains IS NULL OR c.life_domain = ANY (r.domains || ''::varchar)))
        OR EXISTS (SELECT FROM casework_timelineentry e
            JOIN casework_seat s ON s.id = e.by_id LEFT JOIN casework_person b ON b.id = s.person_id
            WHERE e.case_file_id = f.id AND e.at > since.at
              AND u.id IS DISTINCT FROM coalesce(s.user_id, b.user_id)
              AND (u.role <> 'resident' OR CASE WHEN s.person_id IS NOT NULL
                THEN e.for_household AND NOT casework_reads_own_part(f, u.id)
                ELSE e.for_household OR NOT casework_reads_own_part(f, u.id)
                    AND (e.about_id IS NULL OR NOT casework_is_kept_from(u.id, e.about_id, NULL))
                END)
              AND (r.domains IS NULL OR e.life_domain = ANY (r.domains || ''::varchar))
              AND (e.audience <> 'coordinator' OR EXISTS (
                SELECT FROM casework_casefileuserobjectpermission c
                WHERE c.content_object_id = f.id AND c.user_id = u.id AND c.coordinates)))
        OR EXISTS (SELECT FROM casework_document d
            JOIN casework_seat s ON s.id = d.by_id LEFT JOIN casework_person b ON b.id = s.person_id
            WHERE d.case_file_id = f.id AND d.at > since.at AND d.scan <> 'found'
              AND u.id IS DISTINCT FROM coalesce(s.user_id, b.user_id)
              AND (u.role <> 'resident' OR CASE WHEN s.person_id IS NOT NULL
                THEN d.for_household AND NOT casework_reads_own_part(f, u.id)
                ELSE d.for_household OR NOT casework_reads_own_part(f, u.id) END)
              AND (r.domains IS NULL OR d.life_domain = ANY (r.domains || ''::varchar)))
        OR EXISTS (SELECT FROM casework_leaverequest q JOIN casework_seat s ON s.id = q.asked_by_id
            JOIN casework_person b ON b.id = s.person_id
            WHERE q.case_file_id = f.id AND b.user_id = u.id AND q.answered_at > since.at)
        OR EXISTS (SELECT FROM casework_goalreview g
            JOIN casework_seat s ON s.id = g.by_id LEFT JOIN casework_person b ON b.id = s.person_id
            WHERE g.case_file_id = f.id AND g.at > since.at
              AND u.id IS DISTINCT FROM coalesce(s.user_id, b.user_id)
              AND (u.role <> 'resident' OR s.person_id IS NULL
                AND NOT casework_is_kept_from(u.id, NULL, g.goal_id)
                AND (NOT casework_reads_own_part(f, u.id)
                  OR casework_is_in_own_part(u.id, 'casework_goal', g.goal_id)))
              AND (r.domains IS NULL OR g.life_domain = ANY (r.domains || ''::varchar))))
    GROUP BY u.id
$$;
REVOKE EXECUTE ON FUNCTION casework_news FROM PUBLIC;

-- Who may read a text about this part of life: nobody else hears that something urgent was written.
CREATE FUNCTION casework_readers(file uuid, domain varchar) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT ARRAY(SELECT r.user_id FROM casework_casefileuserobjectpermission r
        JOIN auth_permission p ON p.id = r.permission_id AND p.codename = 'view_casefile'
        WHERE r.content_object_id = file AND file = ANY (casework_files('view_casefile'))
          AND (r.until IS NULL OR r.until > now())
          AND (NOT r.shielded OR r.opened_until > now())
          AND (r.domains IS NULL OR domain = ANY (r.domains || ''::varchar)))
$$;
REVOKE EXECUTE ON FUNCTION casework_readers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_readers TO wijkteam_professional, wijkteam_team_lead;
GRANT EXECUTE ON FUNCTION casework_news TO wijkteam_worker;
