-- A file that goes to another team (casework/models/team_handover.py). Until somebody there takes it the
-- other team holds no right on any row: it reads who asks and why, and takes it or says no, through functions.
GRANT SELECT ON casework_teamhandover TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
GRANT INSERT ON casework_teamhandover TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (answer, answered_at) ON casework_teamhandover
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
ALTER TABLE casework_teamhandover ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_teamhandover FORCE ROW LEVEL SECURITY;
CREATE POLICY team_handover_read ON casework_teamhandover FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]));
CREATE POLICY team_handover_ask ON casework_teamhandover FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (answer = '' AND asked_by_id = ANY ((SELECT casework_seats())::uuid[])
        AND case_file_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[])
        AND casework_takes_words(case_file_id));
CREATE POLICY team_handover_withdraw ON casework_teamhandover FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (answer = '' AND case_file_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[]))
    WITH CHECK (answer = 'withdrawn');
CREATE POLICY team_handover_object ON casework_teamhandover FOR UPDATE TO wijkteam_resident
    USING (answer = '' AND case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]))
    WITH CHECK (answer = 'objected');

CREATE FUNCTION casework_team_offers()
RETURNS TABLE (pk uuid, household uuid, from_team varchar, asked_by varchar, phone varchar,
    words varchar, asked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT h.id, f.household_id, t.name, u.name, coalesce(nullif(u.phone, ''), t.phone), h.words,
       h.asked_at
   FROM casework_teamhandover h
   JOIN casework_casefile f ON f.id = h.case_file_id
   JOIN wijkteam_team t ON t.id = f.team_id
   JOIN casework_seat s ON s.case_file_id = f.id AND s.is_coordinator AND s.until IS NULL
   JOIN wijkteam_user u ON u.id = s.user_id
   WHERE h.answer = '' AND h.to_team_id = ANY (wijkteam_my_teams())
     AND f.closed_at IS NULL AND f.restricted_at IS NULL
     AND (SELECT me.role FROM wijkteam_user me WHERE me.id = wijkteam_me())
         IN ('professional', 'team_lead')
   ORDER BY h.asked_at $$;
-- Whoever was asked may click once more, and is told what became of it.
CREATE FUNCTION casework_team_answer(wanted uuid) RETURNS varchar
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT answer FROM casework_teamhandover
   WHERE id = wanted AND to_team_id = ANY (wijkteam_my_teams()) $$;

-- In the order of every verb: first the file, then the question. Empty when it waits no more.
CREATE FUNCTION casework_answer_offer(wanted uuid, said varchar, why varchar) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE file uuid;
BEGIN
    SELECT case_file_id INTO file FROM casework_teamhandover h
    WHERE h.id = wanted AND EXISTS (SELECT FROM casework_team_offers() o WHERE o.pk = wanted);
    PERFORM FROM casework_casefile
    WHERE id = file AND closed_at IS NULL AND restricted_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    UPDATE casework_teamhandover SET answer = said, answered_at = now(), answer_words = why
    WHERE id = wanted AND answer = '';
    RETURN CASE WHEN FOUND THEN file END;
END $$;
CREATE FUNCTION casework_decline_file(wanted uuid, why varchar) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE file uuid := casework_answer_offer(wanted, 'declined', why);
BEGIN
    RETURN (SELECT user_id FROM casework_seat
        WHERE case_file_id = file AND is_coordinator AND until IS NULL);
END $$;

-- Who takes the file is its coordinator at once. The old one stays six weeks to hand over; the others of
-- the old team go, as their chairs rested on that team. People of the new team who sat there read all of it.
CREATE FUNCTION casework_take_file(wanted uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE taker bigint := (SELECT id FROM wijkteam_user
            WHERE id = wijkteam_me() AND role = 'professional' AND is_active);
        last timestamptz := now() + interval '42 days';
        file uuid;
        was casework_casefile;
        becomes bigint;
        old bigint;
        here bigint[];
        gone bigint[];
BEGIN
    file := CASE WHEN taker IS NOT NULL THEN casework_answer_offer(wanted, 'taken', '') END;
    IF file IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT * INTO was FROM casework_casefile WHERE id = file;
    becomes := (SELECT to_team_id FROM casework_teamhandover WHERE id = wanted);
    old := (SELECT user_id FROM casework_seat
        WHERE case_file_id = file AND is_coordinator AND until IS NULL);
    here := ARRAY(SELECT user_id FROM wijkteam_teammembership
        WHERE team_id = becomes AND until IS NULL);
    PERFORM set_config('wijkteam.user_id', '', true);  -- this is the house's own deed
    UPDATE casework_casefile SET team_id = becomes, changed_at = now() WHERE id = file;
    UPDATE casework_seat SET is_coordinator = false,
        stays_until = CASE WHEN user_id <> ALL (here) THEN last END
    WHERE case_file_id = file AND is_coordinator AND until IS NULL;
    gone := ARRAY(SELECT s.user_id FROM casework_seat s
        WHERE s.case_file_id = file AND s.until IS NULL AND s.user_id <> ALL (here || old)
          AND (EXISTS (SELECT FROM wijkteam_teammembership m WHERE m.user_id = s.user_id
                AND m.team_id = was.team_id AND m.until IS NULL) OR s.stays_until IS NOT NULL));
    UPDATE casework_seat SET until = now()
    WHERE case_file_id = file AND until IS NULL AND user_id = ANY (gone);
    INSERT INTO casework_seat (id, case_file_id, user_id, name, from_whom, role,
        is_coordinator, by_experience, since, declined_words)
    SELECT gen_random_uuid(), file, u.id, u.name, t.name, u.discipline, false, false, now(), ''
    FROM wijkteam_user u, wijkteam_team t WHERE u.id = taker AND t.id = becomes
    ON CONFLICT DO NOTHING;
    UPDATE casework_seat SET is_coordinator = true, domains = NULL, stays_until = NULL,
        accepted_at = CASE WHEN asked_at IS NOT NULL THEN coalesce(accepted_at, now()) END
    WHERE case_file_id = file AND user_id = taker AND until IS NULL;
    here := ARRAY(SELECT user_id FROM casework_seat WHERE case_file_id = file AND until IS NULL
        AND user_id = ANY (here) AND (asked_at IS NULL OR accepted_at IS NOT NULL));
    DELETE FROM casework_casefileuserobjectpermission
    WHERE content_object_id = file AND NOT coordinates AND user_id = ANY (here || gone);
    UPDATE casework_casefileuserobjectpermission SET user_id = taker
    WHERE content_object_id = file AND coordinates;
    UPDATE casework_casefileuserobjectpermission SET until = last
    WHERE content_object_id = file AND NOT coordinates AND user_id = old AND old <> ALL (here);
    INSERT INTO casework_casefileuserobjectpermission
        (id, user_id, permission_id, content_object_id, coordinates, shielded)
    SELECT gen_random_uuid(), one, p.id, file, false, false
    FROM unnest(here) one, auth_permission p
    WHERE p.codename IN ('view_casefile', 'write_casefile');
    UPDATE casework_signpost SET coordinator_id = taker WHERE household_id = was.household_id;
    -- What still has to be printed or called, and mail that came back, is theirs to do.
    UPDATE wijkteam_outboxmessage SET team_id = becomes
    WHERE household_id = was.household_id AND request_id IS NULL AND team_id = was.team_id;
    PERFORM set_config('wijkteam.user_id', taker::text, true);
    RETURN file;
END $$;
REVOKE EXECUTE ON FUNCTION casework_team_offers, casework_team_answer, casework_answer_offer,
    casework_decline_file, casework_take_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_team_offers, casework_team_answer, casework_decline_file,
    casework_take_file TO wijkteam_professional, wijkteam_team_lead;

-- Only so: no statement of a visitor makes a file another team's, or keeps a chair past its team.
CREATE FUNCTION casework_team_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL THEN
        RAISE EXCEPTION 'another team takes a file itself' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_stays BEFORE UPDATE OF team_id ON casework_casefile
    FOR EACH ROW WHEN (OLD.team_id <> NEW.team_id) EXECUTE FUNCTION casework_team_stays();
CREATE TRIGGER seat_stays_until BEFORE UPDATE OF stays_until ON casework_seat
    FOR EACH ROW WHEN (OLD.stays_until IS DISTINCT FROM NEW.stays_until)
    EXECUTE FUNCTION casework_team_stays();
CREATE POLICY seat_stays_by_taking ON casework_seat AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_resident
    WITH CHECK (stays_until IS NULL);
