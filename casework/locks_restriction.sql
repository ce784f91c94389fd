-- Restricting the data of a family (AVG art. 18): what is kept is not used. From a request that was
-- granted until it is lifted, every chair of a professional but the coordinator's reads nothing, no
-- professional writes, and an action that was sent outside is not shown. The people themselves read
-- and write as before. See docs/decisions/0111-restricting.md.
ALTER TABLE casework_casefileuserobjectpermission ALTER COLUMN shielded SET DEFAULT false;

-- Whoever sits at the table of a restricted file learns which household it is, so that danger has a
-- road (casework_break_glass in locks.sql); the file itself stays out of sight.
CREATE FUNCTION casework_kept_from_me() RETURNS TABLE (case_file uuid, household uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f.id, f.household_id FROM casework_casefile f
    JOIN casework_casefileuserobjectpermission r ON r.content_object_id = f.id
    JOIN auth_permission p ON p.id = r.permission_id AND p.codename = 'view_casefile'
    WHERE r.user_id = wijkteam_me() AND r.shielded AND (r.until IS NULL OR r.until > now())
      AND f.closed_at IS NULL $$;
REVOKE EXECUTE ON FUNCTION casework_kept_from_me FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_kept_from_me TO wijkteam_professional, wijkteam_team_lead;

-- At home everyone hears it, but in a house that is kept apart only who asked: to the others it would
-- tell that somebody did. So people at home have no right to the column itself (RestrictedField).
CREATE FUNCTION casework_restricted_since(file uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f.restricted_at FROM casework_casefile f
    WHERE f.id = file AND f.restricted_at IS NOT NULL
      AND f.id = ANY ((SELECT casework_files('view_casefile'))::uuid[])
      AND (NOT f.is_apart OR EXISTS (SELECT FROM casework_rightsrequest r
          WHERE r.case_file_id = f.id AND r.asked_by_id = wijkteam_me() AND r.kind = 'restrict'
            AND r.outcome = 'granted' AND r.lifted_at IS NULL)) $$;
REVOKE EXECUTE ON FUNCTION casework_restricted_since FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_restricted_since TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;

-- The request is the one source: whoever answers or lifts it, in whatever way, the file follows.
CREATE FUNCTION casework_restriction_follows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE visitor text := current_setting('wijkteam.user_id', true);
        stands boolean := EXISTS (SELECT FROM casework_rightsrequest
            WHERE case_file_id = NEW.case_file_id AND kind = 'restrict' AND outcome = 'granted'
              AND lifted_at IS NULL);
BEGIN
    PERFORM set_config('wijkteam.user_id', '', true);  -- this is the house's own deed
    UPDATE casework_casefile SET restricted_at = CASE WHEN stands THEN now() END
    WHERE id = NEW.case_file_id AND (restricted_at IS NOT NULL) <> stands;
    UPDATE casework_casefileuserobjectpermission r SET shielded = stands
    WHERE r.content_object_id = NEW.case_file_id AND r.shielded <> stands
      AND (NOT stands OR NOT EXISTS (SELECT FROM wijkteam_user u
              WHERE u.id = r.user_id AND u.role = 'resident')
          AND NOT EXISTS (SELECT FROM casework_casefileuserobjectpermission c
              WHERE c.content_object_id = NEW.case_file_id AND c.coordinates
                AND c.user_id = r.user_id));
    PERFORM set_config('wijkteam.user_id', coalesce(visitor, ''), true);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_restriction_follows FROM PUBLIC;
CREATE TRIGGER restriction_follows AFTER UPDATE OF outcome, lifted_at ON casework_rightsrequest
    FOR EACH ROW WHEN (NEW.kind = 'restrict' AND NEW.case_file_id IS NOT NULL)
    EXECUTE FUNCTION casework_restriction_follows();

-- An answer stays as it was given; what comes after it is the end of a restriction, or of the file
-- that it was about (casework_destroy): then it stands alone, without the words of the resident.
CREATE FUNCTION casework_right_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may_change text[];
BEGIN
    may_change := '{lifted_at,lifted_by_id,lift_words}'::text[] || CASE
        WHEN NEW.case_file_id IS NULL AND NEW.household_id IS NULL AND NEW.words = ''
        THEN '{case_file_id,household_id,words}'::text[] END;
    IF OLD.answered_at IS NOT NULL AND to_jsonb(NEW) - may_change <> to_jsonb(OLD) - may_change THEN
        RAISE EXCEPTION 'an answer is never changed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'right_answer_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER right_answer_stays BEFORE UPDATE ON casework_rightsrequest
    FOR EACH ROW EXECUTE FUNCTION casework_right_answer_stays();
