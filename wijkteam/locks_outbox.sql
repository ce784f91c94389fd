-- Who may write a message to whom. Whose address may be written to, the database looks up itself: a
-- session of a role sends words to nobody whom the pages of that role do not write to. The other
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
CREATE FUNCTION wijkteam_is_colleague(receiver text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM wijkteam_user
    WHERE email = receiver AND role NOT IN ('resident', 'contact')) $$;
REVOKE EXECUTE ON FUNCTION wijkteam_is_colleague FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wijkteam_is_colleague TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_manager;

-- Codes to come in with go to an address that somebody types, and hang on nothing.
CREATE POLICY outbox_codes ON wijkteam_outboxmessage FOR INSERT TO wijkteam_app
    WITH CHECK (kind = 'mail' AND team_id IS NULL AND request_id IS NULL AND household_id IS NULL
        AND person_id IS NULL AND about_id IS NULL AND calendar = '');
CREATE POLICY outbox_to_colleague ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_manager
    WITH CHECK (kind = 'mail' AND request_id IS NULL AND person_id IS NULL
        AND wijkteam_is_colleague("to"));
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
        AND followed_up_at IS NULL);
