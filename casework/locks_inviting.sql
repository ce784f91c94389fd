-- Asking somebody to a table. Until they say yes they have no right on any row of the file: two
-- functions show who asks and for what, in neutral words, and take one yes or no.
CREATE FUNCTION casework_invitations()
RETURNS TABLE (seat uuid, household uuid, team bigint, asked_by varchar, asked_from varchar,
    role varchar, domains varchar[], by_experience boolean, asked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s.id, f.household_id, f.team_id, u.name, coalesce(o.name, ''), s.role, s.domains,
       s.by_experience, s.asked_at
   FROM casework_seat s
   JOIN casework_casefile f ON f.id = s.case_file_id
   JOIN wijkteam_user u ON u.id = s.invited_by_id
   LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id
   WHERE s.user_id = wijkteam_me() AND s.until IS NULL AND s.asked_at IS NOT NULL
     AND s.accepted_at IS NULL AND f.closed_at IS NULL AND f.restricted_at IS NULL
   ORDER BY s.asked_at $$;

-- Whoever answered, or is asked no more, may click once more and is told which. Empty: never asked.
CREATE FUNCTION casework_was_answered(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT accepted_at IS NOT NULL OR declined_at IS NOT NULL FROM casework_seat
    WHERE id = wanted AND user_id = wijkteam_me() AND asked_at IS NOT NULL $$;

-- In the order of every verb: first the file, then the seat. The rights follow the yes.
CREATE FUNCTION casework_answer_invitation(wanted uuid, takes_part boolean, said text)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM casework_invitations() i WHERE i.seat = wanted) THEN
        RETURN false;
    END IF;
    UPDATE casework_casefile SET changed_at = now()
    WHERE id = (SELECT case_file_id FROM casework_seat WHERE id = wanted)
      AND closed_at IS NULL AND restricted_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF takes_part THEN
        UPDATE casework_seat SET accepted_at = now()
        WHERE id = wanted AND until IS NULL AND accepted_at IS NULL;
    ELSE
        UPDATE casework_seat SET until = now(), declined_at = now(), declined_words = said
        WHERE id = wanted AND until IS NULL AND accepted_at IS NULL;
    END IF;
    RETURN FOUND;
END $$;
-- What they said with a no: for who asked, who said it, and who keeps the plan together.
CREATE FUNCTION casework_said_no(wanted uuid[]) RETURNS TABLE (seat uuid, words varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s.id, s.declined_words FROM casework_seat s
   WHERE s.id = ANY (wanted) AND s.declined_words <> ''
     AND s.case_file_id = ANY (casework_files('view_casefile'))
     AND (wijkteam_me() IN (s.invited_by_id, s.user_id)
       OR s.case_file_id = ANY (casework_files('coordinate_casefile'))) $$;
REVOKE EXECUTE ON FUNCTION casework_invitations, casework_was_answered, casework_answer_invitation,
    casework_said_no FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_invitations, casework_was_answered, casework_answer_invitation,
    casework_said_no
    TO wijkteam_professional, wijkteam_team_lead;

-- With the yes, in whatever way it came: the whole file for the own team, for others what the grounds
-- of their organisation cover of what they sit for (the same as Seat.settle_rights).
CREATE FUNCTION casework_seat_begins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE file casework_casefile := (SELECT f FROM casework_casefile f WHERE f.id = NEW.case_file_id);
        whole boolean := EXISTS (SELECT FROM wijkteam_teammembership m
            WHERE m.user_id = NEW.user_id AND m.team_id = file.team_id AND m.until IS NULL);
        covered varchar[];
        ends timestamptz;
BEGIN
    IF NOT whole THEN
        SELECT array_agg(DISTINCT d ORDER BY d)
            FILTER (WHERE NEW.domains IS NULL OR d = ANY (NEW.domains)), min(g.until)
        INTO covered, ends
        FROM casework_sharingground g CROSS JOIN LATERAL unnest(g.domains) d
        WHERE g.case_file_id = NEW.case_file_id AND g.withdrawn_at IS NULL
          AND (g.until IS NULL OR g.until > now())
          AND g.organisation_id = (SELECT organisation_id FROM wijkteam_user
              WHERE id = NEW.user_id);
    END IF;
    DELETE FROM casework_casefileuserobjectpermission
    WHERE content_object_id = NEW.case_file_id AND user_id = NEW.user_id AND NOT coordinates;
    INSERT INTO casework_casefileuserobjectpermission
        (id, user_id, permission_id, content_object_id, domains, until, coordinates, shielded)
    SELECT gen_random_uuid(), NEW.user_id, p.id, NEW.case_file_id, covered, ends, false,
        file.restricted_at IS NOT NULL
    FROM auth_permission p
    WHERE p.codename IN ('view_casefile', 'write_casefile') AND (whole OR covered IS NOT NULL);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_seat_begins FROM PUBLIC;
CREATE TRIGGER seat_begins AFTER UPDATE OF accepted_at ON casework_seat
    FOR EACH ROW WHEN (OLD.accepted_at IS NULL AND NEW.accepted_at IS NOT NULL
        AND NEW.until IS NULL AND NEW.user_id IS NOT NULL)
    EXECUTE FUNCTION casework_seat_begins();

-- Nobody seats another professional but by asking. What a right may be at most is in locks_covering.sql.
CREATE POLICY seat_is_asked ON casework_seat AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (user_id IS NULL OR asked_at IS NOT NULL AND accepted_at IS NULL
        OR is_coordinator AND user_id = (SELECT wijkteam_me()));
