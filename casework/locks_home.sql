-- What people in one house read of each other's part: the same as casework/home.py.

-- For deeds of the house in SQL. Not as Django's db_default: then an INSERT wants to read its row back,
-- and not every writer may.
ALTER TABLE casework_timelineentry ALTER COLUMN for_household SET DEFAULT false;
ALTER TABLE casework_seat ALTER COLUMN by_experience SET DEFAULT false;

-- My own chairs at my tables, those of others in my house (also the chairs that were left), and the
-- files in which the house is kept apart.
CREATE FUNCTION casework_own_chairs() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT s.id FROM casework_seat s JOIN casework_person p ON p.id = s.person_id
    WHERE p.user_id = wijkteam_me()) $$;
CREATE FUNCTION casework_other_chairs() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT s.id FROM casework_seat s JOIN casework_person p ON p.id = s.person_id
    WHERE s.case_file_id = ANY (casework_files('view_casefile'))
      AND p.user_id IS DISTINCT FROM wijkteam_me()) $$;
CREATE FUNCTION casework_who_decides(born smallint, role text) RETURNS text
LANGUAGE sql STABLE SET search_path = public AS
$$ SELECT CASE WHEN born IS NULL
        THEN CASE role WHEN 'child' THEN 'parent' WHEN 'young' THEN 'both' ELSE 'self' END
    WHEN extract(year FROM wijkteam_today()) - born < 12 THEN 'parent'
    WHEN extract(year FROM wijkteam_today()) - born > 16 THEN 'self'
    ELSE 'both' END $$;
CREATE FUNCTION casework_is_adult(born smallint, role text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public AS
$$ SELECT CASE WHEN born IS NULL THEN role IN ('adult', 'other')
    ELSE extract(year FROM wijkteam_today()) - born >= 18 END $$;
-- Someone of the house who reads the own part only: everybody in a house that is kept apart, and who
-- is not of age.
CREATE FUNCTION casework_reads_own_part(file casework_casefile, who bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT file.is_apart OR EXISTS (SELECT FROM casework_householdmember m
    JOIN casework_person p ON p.id = m.person_id
    WHERE m.household_id = file.household_id AND m.until IS NULL AND p.user_id = who
      AND NOT casework_is_adult(p.birth_year, m.role)) $$;
CREATE FUNCTION casework_files_apart() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT f.id FROM casework_casefile f
    WHERE f.id = ANY (casework_files('view_casefile'))
      AND casework_reads_own_part(f, wijkteam_me())) $$;
-- What is somebody's alone is kept from who reads with these persons: from 16, as they said it; when
-- they said nothing below 18, and by who is still written down as a child of the house.
CREATE FUNCTION casework_keeps_goals(p casework_person, readers uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT CASE
    WHEN p.id = ANY (readers) THEN false
    WHEN CASE WHEN p.birth_year IS NULL THEN EXISTS (SELECT FROM casework_householdmember m
            WHERE m.person_id = p.id AND m.until IS NULL AND m.role = 'child')
        ELSE extract(year FROM wijkteam_today()) - p.birth_year < 16 END
    THEN false
    WHEN p.goals_shown_to IS NOT NULL THEN NOT p.goals_shown_to && readers
    WHEN p.birth_year IS NULL THEN false
    ELSE extract(year FROM wijkteam_today()) - p.birth_year < 18
        OR EXISTS (SELECT FROM casework_householdmember m WHERE m.person_id = p.id
            AND m.role IN ('child', 'young')) END $$;  -- who moved out keeps it kept
-- Who at the visitor's tables keeps it from the visitor.
CREATE FUNCTION casework_keepers() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT DISTINCT p.id FROM casework_householdmember m
    JOIN casework_person p ON p.id = m.person_id
    JOIN casework_casefile f ON f.household_id = m.household_id
    WHERE f.id = ANY (casework_files('view_casefile'))
      AND casework_keeps_goals(p, ARRAY(SELECT id FROM casework_person
          WHERE user_id = wijkteam_me()))) $$;
-- Goals that are another's: in files that are kept apart, or of who keeps them to themselves.
CREATE FUNCTION casework_goals_of_others() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT g.id FROM casework_goal g JOIN casework_person p ON p.id = g.whose_id
    WHERE g.case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[])
      AND (p.id = ANY ((SELECT casework_keepers())::uuid[])
        OR g.case_file_id = ANY ((SELECT casework_files_apart())::uuid[])
        AND p.user_id IS DISTINCT FROM wijkteam_me())) $$;
CREATE POLICY goal_owner ON casework_goal FOR SELECT TO wijkteam_owner USING (true);
REVOKE EXECUTE ON FUNCTION casework_reads_own_part FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION casework_keeps_goals FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION casework_own_chairs, casework_other_chairs, casework_files_apart,
    casework_keepers, casework_goals_of_others FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_own_chairs, casework_other_chairs, casework_files_apart,
    casework_keepers, casework_goals_of_others
    TO wijkteam_resident, wijkteam_owner;
-- Each says it for oneself.
GRANT UPDATE (goals_shown_to) ON casework_person TO wijkteam_resident;
CREATE POLICY person_own_wish ON casework_person FOR UPDATE TO wijkteam_resident
    USING (user_id = (SELECT wijkteam_me()));
CREATE FUNCTION casework_own_wish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND NEW.goals_shown_to IS DISTINCT FROM OLD.goals_shown_to
       AND NEW.user_id IS DISTINCT FROM wijkteam_me() THEN
        RAISE EXCEPTION 'who at home reads the own goals, each says for oneself'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Whose account this is: a professional never makes it the own, nor moves it, to speak for them.
    -- Two IFs: a resident may not even name the function in the second.
    IF current_user IN ('wijkteam_professional', 'wijkteam_team_lead')
       AND NEW.user_id IS DISTINCT FROM OLD.user_id THEN
        IF OLD.user_id IS NOT NULL OR NOT casework_is_resident(NEW.user_id) THEN
            RAISE EXCEPTION 'nobody speaks in the name of a resident'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER own_wish BEFORE UPDATE ON casework_person
    FOR EACH ROW EXECUTE FUNCTION casework_own_wish();

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_timelineentry', 'casework_document'] LOOP
        EXECUTE format($policy$
            CREATE POLICY words_at_home ON %I AS RESTRICTIVE FOR SELECT TO wijkteam_resident
            USING (by_id = ANY ((SELECT casework_own_chairs())::uuid[])
                OR CASE WHEN by_id = ANY ((SELECT casework_other_chairs())::uuid[])
                    THEN for_household
                        AND case_file_id <> ALL ((SELECT casework_files_apart())::uuid[])
                    ELSE for_household
                        OR case_file_id <> ALL ((SELECT casework_files_apart())::uuid[])
                    END)$policy$, name);
    END LOOP;
END $$;
-- A text about one person only.
CREATE POLICY about_at_home ON casework_timelineentry AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (about_id IS NULL OR for_household OR by_id = ANY ((SELECT casework_own_chairs())::uuid[])
        OR about_id <> ALL ((SELECT casework_keepers())::uuid[]));
CREATE POLICY marks_at_home ON casework_goalreview AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (by_id <> ALL ((SELECT casework_other_chairs())::uuid[])
        AND (by_id = ANY ((SELECT casework_own_chairs())::uuid[])
            OR goal_id <> ALL ((SELECT casework_goals_of_others())::uuid[])));
CREATE POLICY goals_at_home ON casework_goal AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (id <> ALL ((SELECT casework_goals_of_others())::uuid[]));
CREATE POLICY actions_at_home ON casework_action AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (CASE WHEN case_file_id = ANY ((SELECT casework_files_apart())::uuid[])
        THEN owner_id <> ALL ((SELECT casework_other_chairs())::uuid[]) AND (goal_id IS NULL
            OR goal_id <> ALL ((SELECT casework_goals_of_others())::uuid[]))
        ELSE goal_id IS NULL OR goal_id <> ALL ((SELECT casework_goals_of_others())::uuid[])
            OR owner_id = ANY ((SELECT casework_own_chairs())::uuid[]) END);
-- Differences of view and what the table waits for name who thinks what.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_difference', 'casework_position',
        'casework_mandatequestion', 'casework_stuckpoint'] LOOP
        EXECUTE format($policy$
            CREATE POLICY together_at_home ON %I AS RESTRICTIVE FOR SELECT TO wijkteam_resident
            USING (case_file_id <> ALL ((SELECT casework_files_apart())::uuid[]))$policy$, name);
    END LOOP;
END $$;
-- Whom somebody wants to leave the table is for the coordinator, not for the others in the house.
CREATE POLICY leave_at_home ON casework_leaverequest AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (asked_by_id <> ALL ((SELECT casework_other_chairs())::uuid[]));
-- A resident who sees something differently says so first.
-- Not in a house that is kept apart, where nobody at home would read it.
CREATE POLICY difference_own ON casework_difference FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND case_file_id <> ALL ((SELECT casework_files_apart())::uuid[])
        AND status = 'open' AND decider = '' AND mandate = '');
