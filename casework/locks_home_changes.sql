-- What changed in the plan, for people of one house: beside locks_home.sql and casework/history.py.
CREATE FUNCTION casework_is_others(owner uuid, is_apart boolean, own uuid[], others uuid[])
RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN is_apart THEN owner = ANY (others) ELSE owner <> ALL (own) END $$;
REVOKE EXECUTE ON FUNCTION casework_is_others FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_is_others TO wijkteam_owner;
-- What changed in a goal or action is for who may read it now, and only from the day that it was theirs
-- to read: what it said while it was another's stays that other's. In a house that is kept apart
-- nobody at home reads what else changed either: it tells who did what.
CREATE FUNCTION casework_changes_at_home() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH of_others AS (SELECT casework_goals_of_others() AS goals, casework_keepers() AS people,
        ARRAY(SELECT id FROM casework_person WHERE user_id = wijkteam_me()) AS me,
        casework_own_chairs() AS own, casework_other_chairs() AS chairs,
        casework_files('view_casefile') AS files, casework_files_apart() AS apart),
    change AS (SELECT c.*, c.case_file_id = ANY (o.apart) AS is_apart FROM wijkteam_change c, of_others o
        WHERE c.case_file_id = ANY (o.files)
          AND c.table_name IN ('casework_goal', 'casework_action')),
    -- Per row the last moment at which it was another's; infinity: it still is.
    goal AS (SELECT g.id, CASE WHEN g.id = ANY (o.goals) THEN 'infinity' ELSE coalesce(
            (SELECT max(c.at) FROM change c, jsonb_path_query(jsonb_build_array(c.old, c.new),
                '$[*].whose_id ? (@ != null)') whose
             WHERE c.row_id = g.id AND ((whose #>> '{}')::uuid = ANY (o.people)
                OR c.is_apart AND (whose #>> '{}')::uuid <> ALL (o.me))), '-infinity') END AS until
        FROM casework_goal g, of_others o WHERE g.case_file_id = ANY (o.files)),
    action AS (SELECT c.row_id, c.is_apart, coalesce(a.goal_id, c.goal_id) AS goal_id,
            CASE WHEN a.id IS NULL OR casework_is_others(a.owner_id, c.is_apart, o.own, o.chairs)
                THEN 'infinity' ELSE coalesce(
            (SELECT max(d.at) FROM change d, jsonb_path_query(jsonb_build_array(d.old, d.new),
                '$[*].owner_id ? (@ != null)') owner
             WHERE d.row_id = c.row_id AND casework_is_others((owner #>> '{}')::uuid, c.is_apart,
                o.own, o.chairs)), '-infinity') END AS until
        FROM (SELECT row_id, is_apart, max(new ->> 'goal_id')::uuid AS goal_id FROM change
            WHERE table_name = 'casework_action' GROUP BY row_id, is_apart) c
        LEFT JOIN casework_action a ON a.id = c.row_id CROSS JOIN of_others o)
    SELECT ARRAY(
        SELECT c.id FROM change c JOIN goal g ON g.id = c.row_id
        WHERE c.table_name = 'casework_goal' AND c.at > g.until
        UNION ALL
        SELECT c.id FROM change c JOIN action a ON a.row_id = c.row_id
            LEFT JOIN goal g ON g.id = a.goal_id
        WHERE c.at > CASE WHEN a.is_apart
            THEN greatest(coalesce(g.until, '-infinity'), a.until)
            ELSE least(coalesce(g.until, '-infinity'), a.until) END)
$$;
REVOKE EXECUTE ON FUNCTION casework_changes_at_home FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_changes_at_home TO wijkteam_resident, wijkteam_owner;
CREATE POLICY changes_at_home ON wijkteam_change AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (CASE WHEN table_name IN ('casework_goal', 'casework_action')
        THEN id = ANY ((SELECT casework_changes_at_home())::uuid[])
        ELSE case_file_id IS NULL
            OR case_file_id <> ALL ((SELECT casework_files_apart())::uuid[]) END);

-- An address that must stay secret takes along what was written of it and of the ones before: also the new
-- one that was typed first by mistake, which somebody at home could read back here. That they moved stays.
CREATE FUNCTION casework_hide_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE parts text[] := '{street,house_number,postcode,town}';
BEGIN
    UPDATE wijkteam_change c SET old = c.old - parts, new = c.new - parts
    WHERE c.table_name = 'casework_household' AND c.row_id = NEW.id
      AND c.case_file_id IN (SELECT id FROM casework_casefile WHERE household_id = NEW.id);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_hide_address FROM PUBLIC;
CREATE TRIGGER home_hidden AFTER UPDATE ON casework_household  -- after home_changed, by its name
    FOR EACH ROW WHEN (NEW.street = '' AND NEW.postcode = '')
    EXECUTE FUNCTION casework_hide_address();

-- From 16 what is one's own is handed to nobody: not a goal that its owner keeps from others at home, nor, in
-- a house that is kept apart, any goal of who is not a child (decision 216). Whoever writes at the table would
-- have the others read it.
CREATE FUNCTION casework_goal_is_kept(goal casework_goal) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_person p, casework_casefile f
    WHERE p.id = goal.whose_id AND f.id = goal.case_file_id
      AND (casework_keeps_goals(p, '{}') OR f.is_apart
        AND CASE WHEN p.birth_year IS NULL THEN NOT EXISTS (SELECT FROM casework_householdmember m
                WHERE m.person_id = p.id AND m.role = 'child')
            ELSE extract(year FROM wijkteam_today()) - p.birth_year >= 16 END)) $$;
CREATE FUNCTION casework_goal_is_handed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND casework_goal_is_kept(OLD) THEN
        RAISE EXCEPTION 'what is one''s own is handed to nobody'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER whose_is_kept BEFORE UPDATE OF whose_id ON casework_goal FOR EACH ROW
    WHEN (OLD.whose_id IS NOT NULL AND OLD.whose_id IS DISTINCT FROM NEW.whose_id)
    EXECUTE FUNCTION casework_goal_is_handed();
-- The same for the form that changes a goal, from who may read the goal.
CREATE FUNCTION casework_keeps(one uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT casework_goal_is_kept(g) FROM casework_goal g WHERE g.id = one), false) $$;
REVOKE EXECUTE ON FUNCTION casework_goal_is_kept, casework_keeps, casework_goal_is_handed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_goal_is_kept, casework_keeps
    TO wijkteam_professional, wijkteam_team_lead;
