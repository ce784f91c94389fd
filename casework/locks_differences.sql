-- The locks of what the table does not agree on or may not decide, and of where it is stuck.
-- Nothing of it is ever removed: no role has DELETE.
GRANT SELECT, INSERT ON casework_difference, casework_position, casework_mandatequestion,
    casework_stuckpoint TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (status, tried, try_until, decider, mandate, review_on, outcome, learned, ended_at,
    ended_by_id, version) ON casework_difference TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (asked_to, asked_at, due, answer, answer_words, answered_at, answered_by_id)
    ON casework_mandatequestion
    TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (kind, signed_at, signed_by_id, forwarded_id) ON casework_stuckpoint
    TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (measure, work, at, written_by_id) ON casework_position
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
-- The household reads all of it, and says itself how it sees it.
GRANT SELECT ON casework_difference, casework_position, casework_mandatequestion,
    casework_stuckpoint TO wijkteam_resident;
GRANT INSERT ON casework_position, casework_difference TO wijkteam_resident;

-- As the plan: the whole file, or the shared part and the domains that were granted.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_difference', 'casework_position',
        'casework_mandatequestion', 'casework_stuckpoint'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format($policy$
            CREATE POLICY apart_read ON %I FOR SELECT
            TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
            USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
                OR case_file_id || '/' || life_domain
                    = ANY ((SELECT casework_parts('view_casefile'))::text[]))$policy$, name);
        EXECUTE format($policy$
            CREATE POLICY apart_write ON %I TO wijkteam_professional, wijkteam_team_lead
            USING (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])
                OR case_file_id || '/' || life_domain
                    = ANY ((SELECT casework_parts('write_casefile'))::text[]))$policy$, name);
        EXECUTE format('CREATE POLICY apart_figures ON %I FOR SELECT TO wijkteam_statistics
            USING (true)', name);
        EXECUTE format('CREATE POLICY apart_owner ON %I FOR SELECT TO wijkteam_owner USING (true)',
            name);
    END LOOP;
END $$;

-- A new row is written in one's own name; a position is changed by whose it is, or who wrote it down.
CREATE POLICY difference_in_own_name ON casework_difference AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (created_by_id = ANY ((SELECT casework_seats())::uuid[]));
CREATE POLICY mandate_in_own_name ON casework_mandatequestion AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (asked_by_id = ANY ((SELECT casework_seats())::uuid[]) AND answer = '');
-- An answer stands as it was given.
CREATE POLICY mandate_answered_once ON casework_mandatequestion AS RESTRICTIVE FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead USING (answered_at IS NULL) WITH CHECK (true);
CREATE POLICY stuck_in_own_name ON casework_stuckpoint AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (written_by_id = ANY ((SELECT casework_seats())::uuid[]) AND signed_at IS NULL);
CREATE POLICY position_own ON casework_position FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND seat_id = ANY ((SELECT casework_seats())::uuid[]));
CREATE POLICY position_again ON casework_position FOR UPDATE TO wijkteam_resident
    USING (seat_id = ANY ((SELECT casework_seats())::uuid[]));
CREATE POLICY position_in_own_name ON casework_position AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (written_by_id = ANY ((SELECT casework_seats())::uuid[]));
CREATE POLICY position_keeps_its_owner ON casework_position AS RESTRICTIVE FOR UPDATE
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (seat_id = ANY ((SELECT casework_seats())::uuid[])
        OR written_by_id = ANY ((SELECT casework_seats())::uuid[]))
    WITH CHECK (written_by_id = ANY ((SELECT casework_seats())::uuid[]));

-- A second professional of the own team signs, in the own name, never the writer, on whatever seat.
CREATE POLICY stuck_signed_in_own_name ON casework_stuckpoint AS RESTRICTIVE FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (signed_at IS NULL
        AND case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]))
    WITH CHECK (signed_by_id = ANY ((SELECT casework_seats())::uuid[]) AND NOT EXISTS (
        SELECT FROM casework_seat w WHERE w.id = written_by_id AND w.user_id = (SELECT wijkteam_me())));

-- A difference moves only along (workflow.py holds the same table); what ended stays as it ended, and
-- what was not said about it then is added once.
CREATE FUNCTION casework_difference_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND (OLD.status IN ('decided', 'dissolved')
       AND NOT (to_jsonb(NEW) - '{decider,mandate,learned,version}'::text[]
              = to_jsonb(OLD) - '{decider,mandate,learned,version}'::text[]
            AND OLD.decider IN ('', NEW.decider) AND OLD.mandate IN ('', NEW.mandate)
            AND OLD.learned IN ('', NEW.learned))
       OR NEW.status NOT IN ('open', 'trying', 'decided', 'dissolved')) THEN
        RAISE EXCEPTION 'difference: from % to % is no move', OLD.status, NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'difference_moves_along';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER difference_moves_along BEFORE UPDATE ON casework_difference
    FOR EACH ROW EXECUTE FUNCTION casework_difference_moves();

-- A position belongs to a difference of the same file and life domain, that has not ended.
CREATE FUNCTION casework_position_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND NOT EXISTS (
        SELECT FROM casework_difference d JOIN casework_seat s ON s.id = NEW.seat_id
        WHERE d.id = NEW.difference_id AND d.case_file_id = NEW.case_file_id
          AND d.life_domain = NEW.life_domain AND d.status IN ('open', 'trying')
          AND s.case_file_id = NEW.case_file_id) THEN
        RAISE EXCEPTION 'a position belongs to a difference of its own file'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'position_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER position_fits BEFORE INSERT OR UPDATE ON casework_position
    FOR EACH ROW EXECUTE FUNCTION casework_position_fits();

-- It begins with one sentence; nobody decides before two were heard.
CREATE FUNCTION casework_two_positions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NEW.status = 'decided' AND OLD.status <> 'decided'
       AND (SELECT count(*) FROM casework_position WHERE difference_id = NEW.id) < 2 THEN
        RAISE EXCEPTION 'a decision needs at least two positions'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'difference_two_positions';
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION casework_two_positions FROM PUBLIC;
CREATE TRIGGER difference_two_positions BEFORE UPDATE OF status ON casework_difference
    FOR EACH ROW EXECUTE FUNCTION casework_two_positions();

-- To whom a question was put, and by when the answer should be there: said once.
CREATE FUNCTION casework_mandate_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND OLD.asked_at IS NOT NULL
       AND (NEW.asked_to, NEW.asked_at, NEW.due)
           IS DISTINCT FROM (OLD.asked_to, OLD.asked_at, OLD.due) THEN
        RAISE EXCEPTION 'a question is put to someone once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_asked_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mandate_asked_once BEFORE UPDATE ON casework_mandatequestion
    FOR EACH ROW EXECUTE FUNCTION casework_mandate_asked();

-- A file closes with an open difference only when that is said.
CREATE FUNCTION casework_file_closes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL AND NEW.differences_left = ''
       AND EXISTS (SELECT FROM casework_difference
                   WHERE case_file_id = NEW.id AND status IN ('open', 'trying')) THEN
        RAISE EXCEPTION 'a difference is still open'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'file_closes_with_difference';
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION casework_file_closes FROM PUBLIC;
CREATE TRIGGER file_closes BEFORE UPDATE OF closed_at ON casework_casefile
    FOR EACH ROW EXECUTE FUNCTION casework_file_closes();

-- What left the files: no column leads back. The municipality reads what was forwarded to it and
-- writes its reply, once; the team and the table read their own.
GRANT SELECT ON casework_forwardedstuckpoint TO wijkteam_municipality, wijkteam_resident,
    wijkteam_professional, wijkteam_team_lead, wijkteam_statistics;
GRANT INSERT ON casework_forwardedstuckpoint TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (asked_to, due, forwarded_at, forwarded_by_id) ON casework_forwardedstuckpoint
    TO wijkteam_team_lead;
GRANT UPDATE (reply, replied_at, replied_by_id, replied_by_name) ON casework_forwardedstuckpoint
    TO wijkteam_municipality;
ALTER TABLE casework_forwardedstuckpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_forwardedstuckpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY forwarded_figures ON casework_forwardedstuckpoint FOR SELECT TO wijkteam_statistics
    USING (true);
CREATE POLICY forwarded_table ON casework_forwardedstuckpoint FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (id = ANY (ARRAY(SELECT forwarded_id FROM casework_stuckpoint)));
CREATE POLICY forwarded_team ON casework_forwardedstuckpoint FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY forwarded_add ON casework_forwardedstuckpoint FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND forwarded_at IS NULL AND replied_at IS NULL);
CREATE POLICY forwarded_forward ON casework_forwardedstuckpoint FOR UPDATE TO wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]) AND forwarded_at IS NULL)
    WITH CHECK (forwarded_by_id = (SELECT wijkteam_me()));
CREATE POLICY forwarded_municipality ON casework_forwardedstuckpoint FOR SELECT
    TO wijkteam_municipality USING (forwarded_at IS NOT NULL);
CREATE POLICY forwarded_reply ON casework_forwardedstuckpoint FOR UPDATE TO wijkteam_municipality
    USING (forwarded_at IS NOT NULL AND replied_at IS NULL)
    WITH CHECK (replied_by_id = (SELECT wijkteam_me()));

-- Lessons that left the files: by who is of the team; the worker takes them along to the monitor.
-- Nobody changes one, and no column leads back.
GRANT SELECT, INSERT ON casework_offeredlesson TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON casework_offeredlesson TO wijkteam_worker;
ALTER TABLE casework_offeredlesson ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_offeredlesson FORCE ROW LEVEL SECURITY;
CREATE POLICY lesson_team ON casework_offeredlesson TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]))
    WITH CHECK (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY lesson_along ON casework_offeredlesson FOR SELECT TO wijkteam_worker USING (true);
GRANT SELECT (id, kind, words, team_id, reply, replied_at) ON casework_forwardedstuckpoint
    TO wijkteam_worker;
CREATE POLICY forwarded_along ON casework_forwardedstuckpoint FOR SELECT TO wijkteam_worker
    USING (replied_at IS NOT NULL);

-- For figures: keys, dates and kinds, no words.
GRANT SELECT (id, case_file_id, about, status, review_on, created_at, ended_at)
    ON casework_difference TO wijkteam_statistics;
GRANT SELECT (id, case_file_id, amount, asked_at, due, answer, answered_at)
    ON casework_mandatequestion TO wijkteam_statistics;
GRANT SELECT (id, case_file_id, at, kind, resident_present, corrects_id)
    ON casework_timelineentry TO wijkteam_statistics;
CREATE POLICY entry_figures ON casework_timelineentry FOR SELECT TO wijkteam_statistics
    USING (true);

-- What changed, kept as for the plan.
CREATE TRIGGER difference_changed AFTER INSERT OR UPDATE OR DELETE ON casework_difference
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id', '{version}');
CREATE TRIGGER position_changed AFTER INSERT OR UPDATE OR DELETE ON casework_position
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id', '{}');
CREATE TRIGGER mandate_changed AFTER INSERT OR UPDATE OR DELETE ON casework_mandatequestion
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id', '{}');
