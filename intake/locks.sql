-- The locks of requests, their clocks and their conversations.
--
-- Three ways to a request: a stranger by its secret (the keyed hash of the number and a second
-- fact, see intake/models/doors.py), a resident by the own account, a professional by the team.
-- What hangs on a request can be seen by whoever sees the request, with the exceptions below:
-- the rows are found through EXISTS, because a team has many more requests than fit in an array,
-- and a page asks for the clocks of a few.

-- Who may do what with which table; the policies below say with which rows.
GRANT SELECT, INSERT, UPDATE ON intake_conversationrequest, intake_clock, intake_conversation
    TO wijkteam_professional;
GRANT SELECT, INSERT ON intake_statusmove, intake_ownwords TO wijkteam_professional;
GRANT SELECT ON intake_clock, intake_statusmove TO wijkteam_team_lead;
-- Names and clocks, not what was agreed, nor what opens a request (KeptField).
GRANT SELECT (id, reference, arrived_at, route, team_id, neighbourhood_id, postcode, for_whom,
    relation, knows, name, sender_name, reach_by, phone, email, address, via, may_leave_message,
    unsafe, introduce_as, day_parts, place, place_words, spoken_language, interpreter, company,
    client_supporter, accessibility, language, status, holder_id, outcome, handover_to,
    handover_phone, handover_on, closed_at, case_file_id, signal_id, submission, requester_id,
    own_page_email) ON intake_conversationrequest TO wijkteam_team_lead;
GRANT SELECT (id, request_id, planned_at, cancelled_at, held_at, sent_at, reaction)
    ON intake_conversation TO wijkteam_team_lead;

-- A request arrives from a stranger, or from a resident who is signed in.
GRANT INSERT ON intake_conversationrequest, intake_clock, intake_ownwords, intake_statusmove
    TO wijkteam_public, wijkteam_resident;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake_draft TO wijkteam_public, wijkteam_resident;
GRANT SELECT (id, reference, arrived_at, route, team_id, neighbourhood_id, postcode, for_whom,
    relation, knows, name, sender_name, reach_by, phone, email, address, via, may_leave_message,
    unsafe, day_parts, language, status, holder_id, outcome, closed_at, requester_id, own_page_email,
    lookup_keys) ON intake_conversationrequest TO wijkteam_public, wijkteam_resident;
GRANT UPDATE (reach_by, phone, email, address, via, may_leave_message, day_parts, lookup_keys,
    status, outcome, outcome_words, closed_at) ON intake_conversationrequest
    TO wijkteam_public, wijkteam_resident;
GRANT UPDATE (requester_id) ON intake_conversationrequest TO wijkteam_resident;
GRANT SELECT, UPDATE (met_at, stopped_at) ON intake_clock TO wijkteam_public, wijkteam_resident;
GRANT SELECT (id, request_id, old, new, at) ON intake_statusmove
    TO wijkteam_public, wijkteam_resident;
GRANT SELECT (id, request_id, planned_at, place, address, professional_id, cancelled_at, held_at,
    sent_at, sequence) ON intake_conversation TO wijkteam_public, wijkteam_resident;
GRANT SELECT ON intake_ownwords TO wijkteam_resident;
GRANT SELECT (reaction, reaction_words, reaction_by_id, reacted_at),
    UPDATE (reaction, reaction_words, reaction_by_id, reacted_at) ON intake_conversation
    TO wijkteam_resident;
GRANT SELECT (id, name) ON wijkteam_user TO wijkteam_public;
-- What is handed in later: a stranger adds to the opened request and sees no more than that
-- something came.
GRANT INSERT, SELECT (id, request_id, kind, at) ON intake_addition TO wijkteam_public;
GRANT INSERT, SELECT ON intake_addition TO wijkteam_resident;
GRANT SELECT ON intake_addition TO wijkteam_professional;

GRANT SELECT, DELETE ON intake_draft TO wijkteam_worker;
GRANT SELECT ON intake_clock TO wijkteam_worker;
GRANT SELECT (id, arrived_at, route, team_id, neighbourhood_id, language, status, outcome,
    closed_at) ON intake_conversationrequest TO wijkteam_statistics;
GRANT SELECT ON intake_clock TO wijkteam_statistics;

-- Requests.
ALTER TABLE intake_conversationrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_conversationrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY request_team ON intake_conversationrequest TO wijkteam_professional
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]))
    WITH CHECK (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY request_team_lead ON intake_conversationrequest FOR SELECT TO wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
-- The desk also takes down what belongs to another team, and then sees it no more.
CREATE POLICY request_arrives ON intake_conversationrequest FOR INSERT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional
    WITH CHECK (status = 'received' AND holder_id IS NULL AND case_file_id IS NULL
        AND (requester_id IS NULL OR requester_id = (SELECT wijkteam_me())));
CREATE POLICY request_by_secret ON intake_conversationrequest FOR SELECT
    TO wijkteam_public, wijkteam_resident
    USING (lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[]);
CREATE POLICY request_change_by_secret ON intake_conversationrequest FOR UPDATE
    TO wijkteam_public, wijkteam_resident
    USING (lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[])
    WITH CHECK (lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[]
        AND outcome IN ('', 'withdrawn'));
CREATE POLICY request_own ON intake_conversationrequest FOR SELECT TO wijkteam_resident
    USING (requester_id = (SELECT wijkteam_me())
        OR (requester_id IS NULL AND own_page_email <> ''
            AND own_page_email = (SELECT wijkteam_my_email())));
-- Only an unclaimed request of the own address (the trigger below looks at who had it before).
CREATE POLICY request_claim ON intake_conversationrequest FOR UPDATE TO wijkteam_resident
    USING (requester_id IS NULL AND own_page_email <> ''
        AND own_page_email = (SELECT wijkteam_my_email()))
    WITH CHECK (requester_id = (SELECT wijkteam_me()));
CREATE POLICY request_figures ON intake_conversationrequest FOR SELECT TO wijkteam_statistics
    USING (true);

-- Clocks and moves go with their request.
ALTER TABLE intake_clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_clock FORCE ROW LEVEL SECURITY;
CREATE POLICY clock_read ON intake_clock FOR SELECT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY clock_change ON intake_clock FOR UPDATE
    TO wijkteam_public, wijkteam_resident, wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY clock_arrives ON intake_clock FOR INSERT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional WITH CHECK (true);
CREATE POLICY clock_all ON intake_clock FOR SELECT TO wijkteam_worker, wijkteam_statistics
    USING (true);

ALTER TABLE intake_statusmove ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_statusmove FORCE ROW LEVEL SECURITY;
CREATE POLICY move_read ON intake_statusmove FOR SELECT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY move_stamp ON intake_statusmove FOR INSERT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional
    WITH CHECK (by_id IS NULL OR by_id = (SELECT wijkteam_me()));

-- The own words: the team reads them, and the account that the request belongs to. A number and a
-- second fact open no story, nor does the leading of a team.
ALTER TABLE intake_ownwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_ownwords FORCE ROW LEVEL SECURITY;
CREATE POLICY words_team ON intake_ownwords TO wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id))
    WITH CHECK (true);
CREATE POLICY words_arrive ON intake_ownwords FOR INSERT TO wijkteam_public, wijkteam_resident
    WITH CHECK (true);
CREATE POLICY words_own ON intake_ownwords FOR SELECT TO wijkteam_resident
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r
                   WHERE r.id = request_id AND r.requester_id = (SELECT wijkteam_me())));

-- What was handed in later goes the way of the own words, and is added to a request that is open.
ALTER TABLE intake_addition ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_addition FORCE ROW LEVEL SECURITY;
CREATE POLICY addition_add ON intake_addition FOR INSERT TO wijkteam_public, wijkteam_resident
    WITH CHECK (EXISTS (SELECT 1 FROM intake_conversationrequest r
                        WHERE r.id = request_id AND r.status <> 'closed'));
CREATE POLICY addition_came ON intake_addition FOR SELECT TO wijkteam_public
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY addition_own ON intake_addition FOR SELECT TO wijkteam_resident
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r
                   WHERE r.id = request_id AND r.requester_id = (SELECT wijkteam_me())));
CREATE POLICY addition_team ON intake_addition FOR SELECT TO wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));

-- Conversations: what lies ahead for whoever sees the request, the report for the account alone,
-- and only once it was sent.
ALTER TABLE intake_conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_conversation FORCE ROW LEVEL SECURITY;
CREATE POLICY conversation_team ON intake_conversation TO wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id))
    WITH CHECK (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY conversation_team_lead ON intake_conversation FOR SELECT TO wijkteam_team_lead
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY conversation_ahead ON intake_conversation FOR SELECT
    TO wijkteam_public, wijkteam_resident
    USING (held_at IS NULL
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY conversation_report ON intake_conversation FOR SELECT TO wijkteam_resident
    USING (sent_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r
                    WHERE r.id = request_id AND r.requester_id = (SELECT wijkteam_me())));
CREATE POLICY conversation_reaction ON intake_conversation FOR UPDATE TO wijkteam_resident
    USING (sent_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r
                    WHERE r.id = request_id AND r.requester_id = (SELECT wijkteam_me())));

-- The rest of these two tables a resident reads here alone: of the own account, and of a report only
-- once it was sent. Rows also show by a number and a second fact, and before a talk (where the team
-- prepares what to ask), so the columns are closed to the role itself. Read as the owner.
CREATE FUNCTION intake_own_requests() RETURNS SETOF intake_conversationrequest
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT * FROM intake_conversationrequest WHERE requester_id = wijkteam_me() $$;
CREATE FUNCTION intake_own_reports() RETURNS SETOF intake_conversation
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.* FROM intake_conversation c JOIN intake_conversationrequest r ON r.id = c.request_id
   WHERE c.sent_at IS NOT NULL AND r.requester_id = wijkteam_me() $$;
REVOKE EXECUTE ON FUNCTION intake_own_requests, intake_own_reports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_own_requests, intake_own_reports TO wijkteam_resident;

-- Whoever may see where a request is, may see the name of the person who holds it.
CREATE POLICY user_holder ON wijkteam_user FOR SELECT TO wijkteam_public
    USING (role <> 'resident' AND id = ANY (ARRAY(
        SELECT holder_id FROM intake_conversationrequest
        WHERE lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[])));

-- Drafts: one secret opens one draft.
ALTER TABLE intake_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_own ON intake_draft TO wijkteam_public, wijkteam_resident
    USING (key = (SELECT wijkteam_secret())) WITH CHECK (key = (SELECT wijkteam_secret()));
CREATE POLICY draft_expired ON intake_draft TO wijkteam_worker USING (expires_at <= now());

-- The same table as intake/workflow.py, for whoever gets past it.
CREATE FUNCTION intake_check_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status <> OLD.status AND NOT (CASE OLD.status
        WHEN 'received' THEN NEW.status IN ('acknowledged', 'closed')
        WHEN 'acknowledged' THEN NEW.status IN ('planned', 'held', 'closed')
        WHEN 'planned' THEN NEW.status IN ('acknowledged', 'held', 'closed')
        WHEN 'held' THEN NEW.status = 'closed'
        ELSE false
    END) THEN
        RAISE EXCEPTION 'request: from % to % is no move', OLD.status, NEW.status
            USING ERRCODE = 'check_violation';
    END IF;
    IF current_user IN ('wijkteam_public', 'wijkteam_resident') THEN
        IF NEW.status <> OLD.status AND NEW.outcome <> 'withdrawn'
            AND NOT (NEW.status = 'planned' AND EXISTS (
                SELECT 1 FROM intake_proposal p WHERE p.request_id = NEW.id
                AND p.chosen IS NOT NULL AND p.withdrawn_at IS NULL)) THEN
            RAISE EXCEPTION 'request: a resident only withdraws, or picks a moment'
                USING ERRCODE = 'insufficient_privilege';
        END IF;
        -- Two IFs: a stranger may not even name the table in the second.
        IF NEW.requester_id IS DISTINCT FROM OLD.requester_id THEN
            IF OLD.requester_id IS NOT NULL OR OLD.own_page_email = '' OR OLD.own_page_email
                IS DISTINCT FROM (SELECT wijkteam_my_email())
            THEN
                RAISE EXCEPTION 'request: this one belongs to another account'
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER intake_request_moves BEFORE UPDATE ON intake_conversationrequest
    FOR EACH ROW EXECUTE FUNCTION intake_check_move();

-- Messages: what was sent about a request, for the team whose it is. What is done by hand, is done.
CREATE POLICY outbox_of_request ON wijkteam_outboxmessage FOR SELECT TO wijkteam_professional
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY outbox_by_hand ON wijkteam_outboxmessage FOR UPDATE TO wijkteam_professional
    USING (kind IN ('letter', 'call') AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));

-- Who looked: the resident reads who looked at the own requests.
CREATE POLICY access_request ON wijkteam_accesslog FOR SELECT TO wijkteam_resident
    USING (request_id = ANY (ARRAY(SELECT r.id FROM intake_conversationrequest r
                                   WHERE r.requester_id = (SELECT wijkteam_me()))));

-- What changed, written by the database. A report that is still being typed is left out: it is
-- saved every few seconds. From the moment it was sent every change is kept.
CREATE TRIGGER request_changed AFTER INSERT OR UPDATE OR DELETE ON intake_conversationrequest
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('request_id', 'id',
        '{lookup_keys,submission}');
CREATE TRIGGER conversation_made AFTER INSERT OR DELETE ON intake_conversation
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('request_id', 'request_id',
        '{version,sequence,invited,invited_for}');
CREATE TRIGGER conversation_changed AFTER UPDATE ON intake_conversation
    FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL OR NEW.saved_at IS NOT DISTINCT FROM OLD.saved_at)
    EXECUTE FUNCTION wijkteam_record_change('request_id', 'request_id', '{version,sequence,invited,invited_for}');
-- A promise that is moved, or a day that was filled in and becomes another.
CREATE TRIGGER clock_changed AFTER UPDATE ON intake_clock
    FOR EACH ROW WHEN (OLD.due IS DISTINCT FROM NEW.due
        OR OLD.met_at IS NOT NULL AND OLD.met_at IS DISTINCT FROM NEW.met_at
        OR OLD.stopped_at IS NOT NULL AND OLD.stopped_at IS DISTINCT FROM NEW.stopped_at)
    EXECUTE FUNCTION wijkteam_record_change('request_id', 'request_id',
        '{holder_told_at,lead_told_at}');
CREATE POLICY change_of_request ON wijkteam_change FOR SELECT TO wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
