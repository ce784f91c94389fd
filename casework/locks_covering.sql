-- What a right may be at most, whoever writes it: never more than chair, grounds and household cover.
-- The same as Seat.settle_rights, Seat.for_person and CaseFile.open, which are the deeds that write
-- one under a visitor's name; the functions of the house (a yes, leaving a team, danger) are not held
-- by policies. On writes only: no page asks this.
CREATE FUNCTION casework_right_is_covered(file uuid, whom bigint, wanted bigint, parts varchar[],
    ends timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_seat s
    JOIN casework_casefile f ON f.id = s.case_file_id
    JOIN wijkteam_user u ON u.id = whom
    LEFT JOIN casework_person p ON p.id = s.person_id
    WHERE s.case_file_id = file AND s.until IS NULL
      AND (s.asked_at IS NULL OR s.accepted_at IS NOT NULL)
      AND CASE WHEN s.user_id = whom THEN
        -- the own team and the coordinator: the whole file
        EXISTS (SELECT FROM wijkteam_teammembership m
            WHERE m.user_id = whom AND m.team_id = f.team_id AND m.until IS NULL)
        OR EXISTS (SELECT FROM casework_casefileuserobjectpermission c
            WHERE c.content_object_id = file AND c.coordinates AND c.user_id = whom)
        -- who was it before another team took the file, for a while (locks_team.sql)
        OR parts IS NULL AND ends <= s.stays_until
        -- others: each life domain on a ground that lasts as long as the right
        OR parts <> '{}' AND (s.domains IS NULL OR parts <@ s.domains)
          AND NOT EXISTS (SELECT FROM unnest(parts) d WHERE NOT EXISTS (
            SELECT FROM casework_sharingground g
            WHERE g.case_file_id = file AND g.organisation_id = u.organisation_id
              AND d = ANY (g.domains) AND g.withdrawn_at IS NULL
              AND (g.until IS NULL OR g.until > now() AND ends <= g.until)))
        -- someone of this household, at the own table: to read
        ELSE p.user_id = whom AND u.role = 'resident'
          AND wanted = (SELECT id FROM auth_permission WHERE codename = 'view_casefile')
          AND EXISTS (SELECT FROM casework_householdmember m
            WHERE m.household_id = f.household_id AND m.person_id = p.id) END) $$;
-- Who opens a file is its coordinator before the file is there, and never of one that is.
CREATE FUNCTION casework_is_new(file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT NOT EXISTS (SELECT FROM casework_casefile WHERE id = file) $$;
CREATE FUNCTION casework_is_shielded(file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_casefile WHERE id = file AND restricted_at IS NOT NULL) $$;
-- The coordination goes to a chair of the own team that was made the coordinator's first.
CREATE FUNCTION casework_may_coordinate(file uuid, whom bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_seat s JOIN casework_casefile f ON f.id = s.case_file_id
    JOIN wijkteam_teammembership m ON m.team_id = f.team_id AND m.user_id = s.user_id
    WHERE s.case_file_id = file AND s.user_id = whom AND s.is_coordinator AND s.until IS NULL
      AND (s.asked_at IS NULL OR s.accepted_at IS NOT NULL) AND m.until IS NULL) $$;
REVOKE EXECUTE ON FUNCTION casework_right_is_covered, casework_is_new, casework_is_shielded,
    casework_may_coordinate FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_right_is_covered, casework_is_new, casework_is_shielded,
    casework_may_coordinate TO wijkteam_professional, wijkteam_team_lead;

CREATE POLICY right_is_covered ON casework_casefileuserobjectpermission AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (opened_until IS NULL AND (shielded OR NOT casework_is_shielded(content_object_id))
        AND CASE WHEN coordinates THEN casework_is_new(content_object_id)
            ELSE user_id = (SELECT wijkteam_me())
                AND content_object_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[])
              OR casework_right_is_covered(content_object_id, user_id, permission_id, domains, until)
            END);
CREATE POLICY right_moves_to_a_coordinator ON casework_casefileuserobjectpermission AS RESTRICTIVE
    FOR UPDATE TO wijkteam_professional, wijkteam_team_lead
    USING (coordinates)
    WITH CHECK (coordinates AND casework_may_coordinate(content_object_id, user_id));

-- In a closed file nobody writes, and in a restricted one no professional: the same as CaseFile.touch,
-- which comes first in every verb.
CREATE FUNCTION casework_takes_words(file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_casefile f WHERE f.id = file AND f.closed_at IS NULL
    AND (f.restricted_at IS NULL OR EXISTS (SELECT FROM wijkteam_user u
        WHERE u.id = wijkteam_me() AND u.role = 'resident'))) $$;
REVOKE EXECUTE ON FUNCTION casework_takes_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_takes_words TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_timelineentry', 'casework_document', 'casework_goal',
        'casework_goalreview', 'casework_action', 'casework_sharingground'] LOOP
        EXECUTE format('CREATE POLICY in_an_open_file ON %I AS RESTRICTIVE FOR INSERT
            TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
            WITH CHECK (casework_takes_words(case_file_id))', name);
    END LOOP;
END $$;

-- So nobody else makes a chair the coordinator's.
CREATE FUNCTION casework_chair_of_coordinator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL
       AND NOT NEW.case_file_id = ANY (casework_files('coordinate_casefile')) THEN
        RAISE EXCEPTION 'only the coordinator hands over' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chair_of_coordinator BEFORE UPDATE OF is_coordinator ON casework_seat
    FOR EACH ROW WHEN (OLD.is_coordinator <> NEW.is_coordinator)
    EXECUTE FUNCTION casework_chair_of_coordinator();
