-- Who may write a message to whom. Whose address may be written to, the database looks up itself: a
-- session of a role sends words to nobody whom the pages of that role do not write to. One of our people
-- is named by key (colleague_id), for who may not read the address. The other
-- receivers stand in the locks_outbox.sql of the app whose people they are; what no policy names, is
-- refused. The worker, who sends, writes to anyone (outbox_worker). See decision 180.
--
-- role                     by mail to                                        stands in
-- the app's own login      who signs in, or comes back to a draft            here
-- professional, team lead  colleagues, of whatever organisation              here
-- manager                  colleagues                                        here
-- privacy officer          who asked a question about a look                 here
-- anyone but the worker    the address of a request or a complaint           intake
-- professional, team lead  who asked a right; a helper with a link           casework
-- privacy officer          who asked a right                                 casework
-- resident                 the own table, its team lead, the officers        casework
-- who sits at a table      the people of that household, address unseen      casework
-- professional, team lead  the people behind a place                         network
-- contact, signal link     the colleague who holds the own place             network
CREATE FUNCTION wijkteam_is_colleague(whose bigint, receiver text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM wijkteam_user WHERE role NOT IN ('resident', 'contact')
    AND CASE WHEN whose IS NULL THEN email = receiver ELSE id = whose AND receiver = '' END) $$;
REVOKE EXECUTE ON FUNCTION wijkteam_is_colleague FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wijkteam_is_colleague TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_manager;
-- A message to one of our people by key: the address is filled in after it was accepted.
CREATE FUNCTION wijkteam_address_colleague() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE wijkteam_outboxmessage o SET "to" = u.email FROM wijkteam_user u
    WHERE o.id = NEW.id AND u.id = NEW.colleague_id AND u.email <> '';
    IF NOT FOUND THEN
        DELETE FROM wijkteam_outboxmessage WHERE id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION wijkteam_address_colleague FROM PUBLIC;
CREATE TRIGGER address_colleague AFTER INSERT ON wijkteam_outboxmessage
    FOR EACH ROW WHEN (NEW.colleague_id IS NOT NULL) EXECUTE FUNCTION wijkteam_address_colleague();

-- Codes to come in with go to an address that somebody types, and hang on nothing.
CREATE POLICY outbox_codes ON wijkteam_outboxmessage FOR INSERT TO wijkteam_app
    WITH CHECK (kind = 'mail' AND team_id IS NULL AND request_id IS NULL AND household_id IS NULL
        AND person_id IS NULL AND about_id IS NULL AND colleague_id IS NULL
        AND calendar = '');
CREATE POLICY outbox_to_colleague ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_manager
    WITH CHECK (kind = 'mail' AND request_id IS NULL AND person_id IS NULL
        AND wijkteam_is_colleague(colleague_id, "to"));
CREATE POLICY outbox_answers_question ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_privacy_officer
    WITH CHECK (request_id IS NULL AND household_id IS NULL AND person_id IS NULL AND EXISTS (
        SELECT FROM wijkteam_accessquestion q WHERE q.id = about_id AND "to" <> ''
            AND "to" = CASE kind WHEN 'mail' THEN q.email WHEN 'letter' THEN q.name END));
-- What was sent, failed or was followed up, the worker says, after it was written.
CREATE POLICY outbox_waits ON wijkteam_outboxmessage AS RESTRICTIVE FOR INSERT
    TO wijkteam_app, wijkteam_public, wijkteam_resident, wijkteam_professional,
       wijkteam_team_lead, wijkteam_contact, wijkteam_privacy_officer, wijkteam_manager
    WITH CHECK (status = 'waiting' AND attempts = 0 AND error = '' AND sent_at IS NULL
        AND followed_up_at IS NULL
        -- One key at most says whose address is filled in, and nothing else says it then.
        AND (colleague_id IS NULL OR person_id IS NULL AND request_id IS NULL AND about_id IS NULL
            AND "to" = ''));
-- And whoever does something by hand only says that it is done: nobody makes a mail go again.
CREATE POLICY outbox_is_done ON wijkteam_outboxmessage AS RESTRICTIVE FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_privacy_officer
    USING (true) WITH CHECK (status = 'sent' AND error = '');

-- Of which colleagues the last mail came back: for the lead of their team and for the manager, who mends the
-- address (wijkteam/unreached.py). By name and address alone: what was written stays with the worker.
CREATE FUNCTION wijkteam_unreached()
RETURNS TABLE (pk bigint, name varchar, email varchar, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, u.name, u.email, min(o.created_at)
    FROM wijkteam_outboxmessage o JOIN wijkteam_user u ON u.email = o."to"
    JOIN wijkteam_user me ON me.id = wijkteam_me()
    WHERE o.status = 'failed' AND o.kind = 'mail' AND o.created_at > now() - interval '30 days'
      AND u.is_active AND u.role NOT IN ('resident', 'contact')
      AND (me.role = 'manager' OR me.role = 'team_lead' AND EXISTS (
        SELECT FROM wijkteam_teammembership m WHERE m.user_id = u.id AND m.until IS NULL
          AND m.team_id = ANY (wijkteam_my_teams())))
      AND NOT EXISTS (SELECT FROM wijkteam_outboxmessage n WHERE n."to" = o."to"
        AND n.kind = 'mail' AND n.status = 'sent' AND n.created_at > o.created_at)
    GROUP BY u.id ORDER BY u.name
$$;
REVOKE EXECUTE ON FUNCTION wijkteam_unreached FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wijkteam_unreached TO wijkteam_team_lead, wijkteam_manager;
