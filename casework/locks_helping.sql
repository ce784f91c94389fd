-- Helping without joining. A stranger gets no right on any table: these two functions show the one
-- action behind the secret of this transaction (casework/models/links.py), and take its answer.
-- Not the hashes: with one of them a session of the database answers for the helper.
GRANT SELECT (id, case_file_id, action_id, life_domain, sent_at, sent_by_id, expires_at, used_at),
    INSERT, UPDATE (used_at) ON casework_actionlink TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE casework_actionlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_actionlink FORCE ROW LEVEL SECURITY;
CREATE POLICY link_house ON casework_actionlink TO wijkteam_owner USING (true);
CREATE POLICY link_write ON casework_actionlink TO wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])
        OR case_file_id || '/' || life_domain
            = ANY ((SELECT casework_parts('write_casefile'))::text[]));
CREATE POLICY link_read ON casework_actionlink FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        OR case_file_id || '/' || life_domain
            = ANY ((SELECT casework_parts('view_casefile'))::text[]));

CREATE POLICY file_touch_house ON casework_casefile FOR UPDATE TO wijkteam_owner USING (true);
CREATE POLICY entry_house ON casework_timelineentry FOR INSERT TO wijkteam_owner WITH CHECK (true);

-- The secret of the link, for anyone; the code that is read aloud on the phone, for who works in the
-- team of that table. Not a function that runs as the owner: so it is worked into the query.
CREATE FUNCTION casework_opens_link(secret varchar, code varchar, team bigint) RETURNS boolean
LANGUAGE sql STABLE AS
$$ SELECT secret = wijkteam_secret()
    OR code = wijkteam_secret() AND team = ANY (wijkteam_my_teams()) $$;
REVOKE EXECUTE ON FUNCTION casework_opens_link FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_opens_link TO wijkteam_owner;
CREATE FUNCTION casework_linked_action()
RETURNS TABLE (household uuid, team bigint, helper varchar, asked_by varchar, words varchar,
    kind varchar, due date, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f.household_id, f.team_id, s.name, u.name, a.words, a.kind, a.due, l.expires_at
   FROM casework_actionlink l
   JOIN casework_action a ON a.id = l.action_id
        AND a.case_file_id = l.case_file_id
   JOIN casework_casefile f ON f.id = l.case_file_id
   JOIN casework_seat s ON s.id = a.owner_id
   JOIN wijkteam_user u ON u.id = l.sent_by_id
   WHERE casework_opens_link(l.secret, l.code, f.team_id)
     AND l.used_at IS NULL AND l.expires_at > now()
     AND a.done_at IS NULL AND f.closed_at IS NULL AND f.restricted_at IS NULL
     AND s.until IS NULL $$;

-- In the order of every verb: first the file, then the rest. The answer is of the seat that was
-- asked, for who may read the action: at home too, where it is for a goal of one person. A yes uses
-- the link up. "Not yet" leaves it, for the yes that comes later; a second click writes nothing twice,
-- and after ten words in a day one calls.
CREATE FUNCTION casework_answer_action(is_done boolean, said text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE one record;
        told text;
BEGIN
    SELECT l.id, l.case_file_id, a.id AS action_id, a.owner_id, a.words, a.life_domain, a.goal_id
    INTO one FROM casework_actionlink l JOIN casework_action a ON a.id = l.action_id
        AND a.case_file_id = l.case_file_id
    JOIN casework_casefile f ON f.id = l.case_file_id
    JOIN casework_seat s ON s.id = a.owner_id AND s.until IS NULL
    WHERE casework_opens_link(l.secret, l.code, f.team_id) AND l.used_at IS NULL AND l.expires_at > now()
      AND a.done_at IS NULL;
    IF one.id IS NULL THEN
        RETURN false;
    END IF;
    UPDATE casework_casefile SET changed_at = now()
    WHERE id = one.case_file_id AND closed_at IS NULL AND restricted_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM FROM casework_actionlink WHERE id = one.id AND used_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF NOT is_done AND (SELECT count(*) FROM casework_timelineentry WHERE case_file_id = one.case_file_id
        AND by_id = one.owner_id AND at > now() - interval '1 day') >= 10 THEN
        RETURN false;
    END IF;
    IF is_done THEN
        UPDATE casework_actionlink SET used_at = now() WHERE id = one.id;
        UPDATE casework_action SET done_at = now(), done_by_id = owner_id
        WHERE id = one.action_id AND done_at IS NULL;
    END IF;
    told := '“' || one.words || '”' || chr(10) || said;
    IF said <> '' AND NOT EXISTS (SELECT FROM casework_timelineentry
        WHERE case_file_id = one.case_file_id AND by_id = one.owner_id AND words = told
          AND at > now() - interval '1 hour') THEN
        INSERT INTO casework_timelineentry (id, case_file_id, at, by_id, kind, words, audience,
            life_domain, with_whom, about_id)
        VALUES (gen_random_uuid(), one.case_file_id, now(), one.owner_id, 'message', told,
            CASE one.life_domain WHEN '' THEN 'table' ELSE 'domain' END, one.life_domain, '{}',
            (SELECT whose_id FROM casework_goal WHERE id = one.goal_id));
    END IF;
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION casework_linked_action, casework_answer_action FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_linked_action, casework_answer_action TO wijkteam_public,
    wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_contact,
    wijkteam_municipality, wijkteam_privacy_officer, wijkteam_manager;

-- The next one of an action that comes back goes to its helper as the one before it did, two days
-- ahead; who has no address gets no letter every week. One at a time: the link is the mark that it
-- went. The worker reads no table for it.
CREATE FUNCTION casework_send_next(secret varchar, code varchar, until timestamptz)
RETURNS TABLE (household uuid, team bigint, helper varchar, email varchar, language varchar,
    words varchar, due date, sent_by bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE one record;
BEGIN
    SELECT a.id, a.case_file_id, a.life_domain, f.household_id, f.team_id, s.name,
        coalesce(n.email, c.email, '') AS email, coalesce(u.language, 'nl') AS language,
        a.words, a.due, l.sent_by_id
    INTO one FROM casework_action a
    JOIN casework_action before ON before.id = a.follows_id AND before.owner_id = a.owner_id
    JOIN casework_actionlink l ON l.action_id = before.id
    JOIN casework_casefile f ON f.id = a.case_file_id
    JOIN casework_seat s ON s.id = a.owner_id AND s.until IS NULL
    LEFT JOIN casework_networkperson n ON n.id = s.network_person_id
    LEFT JOIN network_vindplaatscontact c ON c.id = s.contact_id
    LEFT JOIN wijkteam_user u ON u.id = c.user_id
    WHERE a.done_at IS NULL AND a.repeat <> '' AND a.kind IN ('do', 'arrange')
      AND a.due <= wijkteam_today() + 2 AND f.closed_at IS NULL AND f.restricted_at IS NULL
      AND coalesce(s.network_person_id, s.contact_id) IS NOT NULL
      AND (a.repeat <> 'weekly' OR coalesce(n.email, c.email, '') <> '')
      AND NOT EXISTS (SELECT FROM casework_actionlink x WHERE x.action_id = a.id)
    ORDER BY a.due, l.sent_at DESC LIMIT 1 FOR UPDATE OF a SKIP LOCKED;
    IF one.id IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO casework_actionlink (id, case_file_id, action_id, life_domain, secret, code,
        sent_at, sent_by_id, expires_at)
    VALUES (gen_random_uuid(), one.case_file_id, one.id, one.life_domain, $1, $2, now(),
        one.sent_by_id, $3);
    RETURN QUERY SELECT one.household_id, one.team_id, one.name, one.email, one.language, one.words,
        one.due, one.sent_by_id;
END $$;
REVOKE EXECUTE ON FUNCTION casework_send_next FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_send_next TO wijkteam_worker;

-- Asking someone to leave: someone of the household asks, the coordinator answers, nobody else reads
-- it (not the others in the house either: leave_at_home in locks_home.sql).
-- About the coordinator the team lead is told: who that is, is no secret.
GRANT SELECT, INSERT ON casework_leaverequest TO wijkteam_resident;
GRANT SELECT (user_id, team_id, until) ON wijkteam_teammembership TO wijkteam_resident;
GRANT SELECT, UPDATE (answered_at, answered_by_id, leaves, answer_words) ON casework_leaverequest
    TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE casework_leaverequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_leaverequest FORCE ROW LEVEL SECURITY;
CREATE POLICY leave_request_own ON casework_leaverequest FOR SELECT TO wijkteam_resident
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]));
CREATE POLICY leave_request_ask ON casework_leaverequest FOR INSERT TO wijkteam_resident
    WITH CHECK (asked_by_id = ANY ((SELECT casework_seats())::uuid[]) AND answered_at IS NULL
        AND case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]));
CREATE POLICY leave_request_answer ON casework_leaverequest
    TO wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[]));

-- Who stands up, in whatever way, leaves no such question open: it is answered by what happened.
CREATE FUNCTION casework_leaving_answers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE casework_leaverequest SET answered_at = now(), leaves = true
    WHERE seat_id = NEW.id AND answered_at IS NULL;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_leaving_answers FROM PUBLIC;
CREATE TRIGGER leaving_answers AFTER UPDATE OF until ON casework_seat
    FOR EACH ROW WHEN (OLD.until IS NULL AND NEW.until IS NOT NULL)
    EXECUTE FUNCTION casework_leaving_answers();
