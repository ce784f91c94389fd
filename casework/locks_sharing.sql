-- Saying yes and no to sharing, by the people themselves: who decides about whom (the same as
-- casework/consent.py), what a yes opens at once, and a no for one life domain of several.
-- `whom` empty is the whole family.
CREATE FUNCTION casework_may_decide(decider uuid, whom uuid, file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_casefile f
    JOIN casework_householdmember mine ON mine.household_id = f.household_id
        AND mine.until IS NULL AND mine.person_id = decider
    JOIN casework_person me ON me.id = decider
    WHERE f.id = file AND CASE WHEN whom IS NULL
        THEN casework_is_adult(me.birth_year, mine.role)
        ELSE EXISTS (SELECT FROM casework_householdmember m JOIN casework_person p
            ON p.id = m.person_id
            WHERE m.household_id = f.household_id AND m.until IS NULL AND p.id = whom
              AND CASE WHEN p.id = decider
                THEN casework_who_decides(p.birth_year, m.role) <> 'parent'
                ELSE casework_who_decides(p.birth_year, m.role) <> 'self'
                    AND mine.role = 'adult' AND casework_is_adult(me.birth_year, 'adult') END)
        END) $$;

CREATE FUNCTION casework_own_persons() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT id FROM casework_person WHERE user_id = wijkteam_me()) $$;
-- 'file/person' for each about whom the visitor decides, and 'file/' for the whole family.
CREATE FUNCTION casework_decides() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT f.id || '/' || coalesce(whom.id::text, '')
    FROM casework_casefile f
    JOIN casework_householdmember mine ON mine.household_id = f.household_id
        AND mine.until IS NULL
    JOIN casework_person me ON me.id = mine.person_id AND me.user_id = wijkteam_me()
    CROSS JOIN LATERAL (SELECT m.person_id AS id FROM casework_householdmember m
        WHERE m.household_id = f.household_id AND m.until IS NULL UNION ALL SELECT NULL) whom
    WHERE f.id = ANY (casework_files('view_casefile'))
      AND casework_may_decide(me.id, whom.id, f.id)) $$;

-- Everyone has said yes who has to: the visitor now, another before, on the same question. And
-- somebody of that organisation sits at the table.
CREATE FUNCTION casework_yes_is_enough(file uuid, with_whom bigint, what varchar[], whom uuid,
    one uuid, two uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_sharingquestion q
        WHERE q.case_file_id = file AND q.organisation_id = with_whom AND q.domains = what
          AND q.about_id IS NOT DISTINCT FROM whom AND q.answered_at IS NULL AND q.ended_at IS NULL
          AND (two IS NULL OR q.first_yes_by_id = two))
    AND EXISTS (SELECT FROM casework_seat s JOIN wijkteam_user u ON u.id = s.user_id
        WHERE s.case_file_id = file AND s.until IS NULL AND u.organisation_id = with_whom)
    AND casework_may_decide(one, whom, file)
    AND (two IS NULL OR one <> two AND casework_may_decide(two, whom, file))
    AND (whom IS NULL OR EXISTS (SELECT FROM casework_person p
        JOIN casework_householdmember m ON m.person_id = p.id AND m.until IS NULL
        JOIN casework_casefile f ON f.id = file AND f.household_id = m.household_id
        WHERE p.id = whom AND (casework_who_decides(p.birth_year, m.role) <> 'both'
            OR two IS NOT NULL AND whom IN (one, two)))) $$;
REVOKE EXECUTE ON FUNCTION casework_may_decide, casework_own_persons, casework_decides,
    casework_yes_is_enough FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_own_persons, casework_decides, casework_yes_is_enough
    TO wijkteam_resident, wijkteam_owner;

-- What was a yes, who decides about it ends. A task by law can only be objected to.
CREATE POLICY ground_own ON casework_sharingground FOR UPDATE TO wijkteam_resident
    USING (kind = 'consent'
        AND case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND case_file_id || '/' || coalesce(about_id::text, '')
            = ANY ((SELECT casework_decides())::text[]));
GRANT INSERT ON casework_sharingground TO wijkteam_resident;
CREATE POLICY ground_yes ON casework_sharingground FOR INSERT TO wijkteam_resident
    WITH CHECK (kind = 'consent' AND given_how = 'portal' AND withdrawn_at IS NULL
        AND recorded_by_id = (SELECT wijkteam_me())
        AND case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND given_by_id = ANY ((SELECT casework_own_persons())::uuid[])
        AND casework_yes_is_enough(case_file_id, organisation_id, domains, about_id, given_by_id,
            also_given_by_id));
-- A yes that is written down at the table: by who writes, of who lives there and has to say it (the same
-- as check_consent in casework/consent.py).
CREATE FUNCTION casework_givers_suffice(file uuid, whom uuid, givers uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ WITH house AS (SELECT p.id, casework_is_adult(p.birth_year, m.role) AS grown,
        casework_who_decides(p.birth_year, m.role) AS decides
    FROM casework_casefile f JOIN casework_householdmember m ON m.household_id = f.household_id
        AND m.until IS NULL JOIN casework_person p ON p.id = m.person_id WHERE f.id = file)
    SELECT givers <@ ARRAY(SELECT id FROM house)
      AND CASE WHEN whom IS NULL THEN EXISTS (SELECT FROM house WHERE id = ANY (givers) AND grown)
        ELSE EXISTS (SELECT FROM house h WHERE h.id = whom
            AND (h.decides = 'parent' OR h.id = ANY (givers))
            AND (h.decides = 'self' OR EXISTS (SELECT FROM house g
                WHERE g.id = ANY (givers) AND g.id <> whom AND g.grown))) END $$;
REVOKE EXECUTE ON FUNCTION casework_givers_suffice FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_givers_suffice TO wijkteam_professional, wijkteam_team_lead;
CREATE POLICY ground_of_who_decides ON casework_sharingground AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (recorded_by_id = (SELECT wijkteam_me()) AND withdrawn_at IS NULL
        AND (kind <> 'consent' OR casework_givers_suffice(case_file_id, about_id,
            array_remove(ARRAY[given_by_id, also_given_by_id], NULL))));
-- What stands there as said on the own page was said there.
CREATE POLICY ground_said_in_person ON casework_sharingground AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead WITH CHECK (given_how <> 'portal');
-- In a house that is kept apart, what is shared about another adult is theirs (casework/home.py).
CREATE POLICY grounds_at_home ON casework_sharingground AS RESTRICTIVE FOR SELECT
    TO wijkteam_resident
    USING (case_file_id <> ALL ((SELECT casework_files_apart())::uuid[])
        OR about_id IS NULL OR about_id = ANY ((SELECT casework_own_persons())::uuid[])
        OR case_file_id || '/' || about_id = ANY ((SELECT casework_decides())::text[]));

GRANT SELECT, INSERT ON casework_sharingquestion TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
GRANT UPDATE (first_yes_by_id, first_yes_at, answered_at, answered_by_id, agreed)
    ON casework_sharingquestion TO wijkteam_resident;
ALTER TABLE casework_sharingquestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_sharingquestion FORCE ROW LEVEL SECURITY;
CREATE POLICY question_read ON casework_sharingquestion FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]));
CREATE POLICY questions_at_home ON casework_sharingquestion AS RESTRICTIVE FOR SELECT
    TO wijkteam_resident
    USING (case_file_id <> ALL ((SELECT casework_files_apart())::uuid[])
        OR about_id IS NULL OR about_id = ANY ((SELECT casework_own_persons())::uuid[])
        OR case_file_id || '/' || about_id = ANY ((SELECT casework_decides())::text[])
        OR asked_by_id = ANY ((SELECT casework_own_chairs())::uuid[]));
CREATE POLICY question_ask ON casework_sharingquestion FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]));
CREATE POLICY question_begin ON casework_sharingquestion FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND case_file_id || '/' || coalesce(about_id::text, '')
            = ANY ((SELECT casework_decides())::text[]));
-- Everyone lives there who has to say yes (the same as can_say_yes in casework/consent.py).
CREATE FUNCTION casework_yes_can_come(whom uuid, file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ WITH deciders AS (SELECT m.person_id AS id FROM casework_casefile f
        JOIN casework_householdmember m ON m.household_id = f.household_id AND m.until IS NULL
        WHERE f.id = file AND casework_may_decide(m.person_id, whom, file))
    SELECT CASE WHEN whom IS NULL THEN EXISTS (SELECT FROM deciders)
        ELSE EXISTS (SELECT FROM casework_casefile f JOIN casework_householdmember m
                ON m.household_id = f.household_id AND m.until IS NULL AND m.person_id = whom
            JOIN casework_person p ON p.id = whom WHERE f.id = file
              AND (casework_who_decides(p.birth_year, m.role) = 'self'
                OR EXISTS (SELECT FROM deciders WHERE id <> whom))) END $$;
-- Told of a file that one sees.
CREATE FUNCTION casework_can_say_yes(whom uuid, file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT file = ANY ((SELECT casework_files('view_casefile'))::uuid[])
    AND casework_yes_can_come(whom, file) $$;
REVOKE EXECUTE ON FUNCTION casework_yes_can_come, casework_can_say_yes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_can_say_yes TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
CREATE POLICY question_in_own_name ON casework_sharingquestion AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (asked_by_id = ANY ((SELECT casework_seats())::uuid[])
        AND first_yes_by_id IS NULL AND answered_at IS NULL AND ended_at IS NULL
        AND casework_can_say_yes(about_id, case_file_id));
CREATE POLICY question_answer ON casework_sharingquestion FOR UPDATE TO wijkteam_resident
    USING (answered_at IS NULL AND ended_at IS NULL
        AND case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND case_file_id || '/' || coalesce(about_id::text, '')
            = ANY ((SELECT casework_decides())::text[]))
    WITH CHECK (true);

-- An answer is one's own, and the first yes stays as it was.
CREATE FUNCTION casework_question_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND (
        NEW.first_yes_by_id IS DISTINCT FROM OLD.first_yes_by_id
            AND (OLD.first_yes_by_id IS NOT NULL
                OR NEW.first_yes_by_id <> ALL (casework_own_persons()))
        OR NEW.answered_by_id IS DISTINCT FROM OLD.answered_by_id
            AND NEW.answered_by_id <> ALL (casework_own_persons())) THEN
        RAISE EXCEPTION 'a question is answered in one''s own name'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER question_answers BEFORE UPDATE ON casework_sharingquestion
    FOR EACH ROW EXECUTE FUNCTION casework_question_answers();

-- Who moves out takes along the questions that waited for or beside them: nobody answers those any more.
CREATE FUNCTION casework_leaves() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE casework_sharingquestion q SET ended_at = now(), ended_by_leaving_id = NEW.person_id
    FROM casework_casefile f
    WHERE f.id = q.case_file_id AND f.household_id = NEW.household_id
      AND q.answered_at IS NULL AND q.ended_at IS NULL
      AND (q.first_yes_by_id = NEW.person_id
        OR NOT casework_yes_can_come(q.about_id, q.case_file_id));
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_leaves FROM PUBLIC;
CREATE TRIGGER leaves AFTER UPDATE OF until ON casework_householdmember
    FOR EACH ROW WHEN (OLD.until IS NULL AND NEW.until IS NOT NULL)
    EXECUTE FUNCTION casework_leaves();

-- A yes on the own page opens at once what it covers, for who sits there of that organisation. For
-- a life domain that none of them sat for, their seats grow along: the household wants it so.
CREATE FUNCTION casework_ground_begins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE visitor text := current_setting('wijkteam.user_id', true);
        shared varchar[];
        ends timestamptz;
        stands boolean := (SELECT restricted_at IS NOT NULL FROM casework_casefile
            WHERE id = NEW.case_file_id);
        missing varchar[];
        covered varchar[];
        one record;
BEGIN
    PERFORM set_config('wijkteam.user_id', '', true);  -- this is the house's own deed
    missing := ARRAY(SELECT d FROM unnest(NEW.domains) d WHERE NOT EXISTS (
        SELECT FROM casework_seat s JOIN wijkteam_user u ON u.id = s.user_id
        WHERE s.case_file_id = NEW.case_file_id AND s.until IS NULL
          AND u.organisation_id = NEW.organisation_id
          AND (s.domains IS NULL OR d = ANY (s.domains))));
    UPDATE casework_seat s SET domains = s.domains || missing FROM wijkteam_user u
    WHERE missing <> '{}' AND u.id = s.user_id AND u.organisation_id = NEW.organisation_id
      AND s.case_file_id = NEW.case_file_id AND s.until IS NULL AND s.domains IS NOT NULL;
    SELECT array_agg(DISTINCT d), min(g.until) INTO shared, ends
    FROM casework_sharingground g CROSS JOIN LATERAL unnest(g.domains) d
    WHERE g.case_file_id = NEW.case_file_id AND g.organisation_id = NEW.organisation_id
      AND g.withdrawn_at IS NULL AND (g.until IS NULL OR g.until > now());
    FOR one IN SELECT s.user_id, s.domains FROM casework_seat s
        JOIN wijkteam_user u ON u.id = s.user_id
        JOIN casework_casefile f ON f.id = s.case_file_id
        WHERE s.case_file_id = NEW.case_file_id AND s.until IS NULL AND NOT s.is_coordinator
          AND u.organisation_id = NEW.organisation_id
          AND (s.asked_at IS NULL OR s.accepted_at IS NOT NULL)
          AND NOT EXISTS (SELECT FROM wijkteam_teammembership m WHERE m.user_id = s.user_id
              AND m.team_id = f.team_id AND m.until IS NULL) LOOP
        covered := ARRAY(SELECT d FROM unnest(shared) d
            WHERE one.domains IS NULL OR d = ANY (one.domains) ORDER BY d);
        DELETE FROM casework_casefileuserobjectpermission
        WHERE content_object_id = NEW.case_file_id AND user_id = one.user_id
          AND domains IS NOT NULL;
        INSERT INTO casework_casefileuserobjectpermission
            (id, user_id, permission_id, content_object_id, domains, until, coordinates, shielded)
        SELECT gen_random_uuid(), one.user_id, p.id, NEW.case_file_id, covered, ends, false, stands
        FROM auth_permission p
        WHERE p.codename IN ('view_casefile', 'write_casefile') AND covered <> '{}'
        ON CONFLICT DO NOTHING;
    END LOOP;
    PERFORM set_config('wijkteam.user_id', coalesce(visitor, ''), true);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_ground_begins FROM PUBLIC;
CREATE TRIGGER ground_begins AFTER INSERT ON casework_sharingground
    FOR EACH ROW WHEN (NEW.given_how = 'portal') EXECUTE FUNCTION casework_ground_begins();

-- A no for some life domains of a ground: what is kept goes on as it was given, the rest ends. By who
-- decides in the household, or who runs the table.
CREATE FUNCTION casework_narrow_ground(wanted uuid, kept varchar[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE one casework_sharingground;
BEGIN
    SELECT * INTO one FROM casework_sharingground g
    WHERE g.id = wanted AND g.withdrawn_at IS NULL AND kept <> '{}'
      AND kept <@ g.domains AND NOT g.domains <@ kept
      AND (g.case_file_id = ANY (casework_whole_files('write_casefile')) OR g.kind = 'consent'
        AND g.case_file_id || '/' || coalesce(g.about_id::text, '') = ANY (casework_decides()))
    FOR UPDATE;
    IF one.id IS NULL THEN
        RETURN false;
    END IF;
    one.id := gen_random_uuid();
    one.domains := kept;
    INSERT INTO casework_sharingground SELECT (one).*;
    UPDATE casework_sharingground SET withdrawn_at = now() WHERE id = wanted;
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION casework_narrow_ground FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_narrow_ground TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;

-- A mark for what is somebody's alone is theirs, or of the parents who decide about them; a goal of the
-- whole house may be marked by everyone in it.
CREATE FUNCTION casework_goals_to_mark() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT g.id FROM casework_goal g
    WHERE g.case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[])
      AND (g.whose_id IS NULL OR g.whose_id = ANY ((SELECT casework_own_persons())::uuid[])
        OR g.case_file_id || '/' || g.whose_id = ANY ((SELECT casework_decides())::text[]))) $$;
REVOKE EXECUTE ON FUNCTION casework_goals_to_mark FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_goals_to_mark TO wijkteam_resident;
CREATE POLICY mark_of_ones_own ON casework_goalreview AS RESTRICTIVE FOR INSERT TO wijkteam_resident
    WITH CHECK (goal_id = ANY ((SELECT casework_goals_to_mark())::uuid[]));
