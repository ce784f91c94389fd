-- What is done about a signal of the neighbourhood: the team writes, the place that sent it reads.
GRANT SELECT, INSERT ON network_signalstep TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON network_signalstep TO wijkteam_contact;
ALTER TABLE network_signalstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_signalstep FORCE ROW LEVEL SECURITY;
CREATE POLICY step_team ON network_signalstep FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY step_take ON network_signalstep FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = (SELECT wijkteam_me()) AND EXISTS (
        SELECT FROM network_signal s WHERE s.id = signal_id AND s.kind = 'collective'));
CREATE POLICY step_own ON network_signalstep FOR SELECT TO wijkteam_contact
    USING (signal_id = ANY (ARRAY(SELECT id FROM network_signal)));

-- One-time links. The team makes them; a stranger opens one with its token, sends one signal, and
-- reads what came of that one. Whose link it is, the database tells in one function.
GRANT SELECT, INSERT ON network_signallink TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, UPDATE (used_at, signal_id) ON network_signallink TO wijkteam_public;
ALTER TABLE network_signallink ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_signallink FORCE ROW LEVEL SECURITY;
CREATE POLICY link_team ON network_signallink FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY link_make ON network_signallink FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (made_by_id = (SELECT wijkteam_me()) AND (SELECT wijkteam_my_teams()) <> '{}'
                AND used_at IS NULL AND signal_id IS NULL);
CREATE POLICY link_open ON network_signallink FOR SELECT TO wijkteam_public
    USING (token_hash = (SELECT wijkteam_secret()));
CREATE POLICY link_use ON network_signallink FOR UPDATE TO wijkteam_public
    USING (token_hash = (SELECT wijkteam_secret()) AND used_at IS NULL AND expires_at > now());
CREATE POLICY link_used ON network_signallink FOR UPDATE TO wijkteam_public
    USING (false) WITH CHECK (token_hash = (SELECT wijkteam_secret()));
CREATE POLICY link_house ON network_signallink FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY contact_house ON network_vindplaatscontact FOR SELECT TO wijkteam_owner USING (true);

CREATE FUNCTION network_link_sender() RETURNS TABLE (contact_id uuid, contact_name varchar,
    vindplaats_id uuid, place varchar, neighbourhood_id bigint, holder_name varchar,
    holder_id bigint, holder_language varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.name, v.id, v.name,
        (SELECT n.id FROM network_vindplaats_neighbourhoods a
         JOIN wijkteam_neighbourhood n ON n.id = a.neighbourhood_id
         WHERE a.vindplaats_id = v.id ORDER BY n.name LIMIT 1),
        coalesce(u.name, ''), u.id, coalesce(u.language, 'nl')
    FROM network_signallink l
    JOIN network_vindplaatscontact c ON c.id = l.contact_id AND c.left_at IS NULL
    JOIN network_vindplaats v ON v.id = c.vindplaats_id
    LEFT JOIN wijkteam_user u ON u.id = v.holder_id
    WHERE l.token_hash = wijkteam_secret() AND l.used_at IS NULL AND l.expires_at > now() $$;
REVOKE EXECUTE ON FUNCTION network_link_sender FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_link_sender TO wijkteam_public;

GRANT INSERT ON network_signal TO wijkteam_public;
GRANT SELECT (id, kind, status, sent_at, due, feedback, answered_at) ON network_signal
    TO wijkteam_public;
CREATE POLICY signal_by_link ON network_signal FOR INSERT TO wijkteam_public
    WITH CHECK (status = 'new' AND route = 'link' AND EXISTS (
        SELECT FROM network_link_sender() s
        WHERE s.contact_id = network_signal.contact_id
          AND s.vindplaats_id = network_signal.vindplaats_id));
CREATE POLICY signal_of_link ON network_signal FOR SELECT TO wijkteam_public
    USING (id = ANY (ARRAY(SELECT signal_id FROM network_signallink)));
-- Who sends by a link writes to the colleague who holds the place, and to nobody else.
CREATE POLICY outbox_by_link ON wijkteam_outboxmessage FOR INSERT TO wijkteam_public
    WITH CHECK (kind = 'mail' AND request_id IS NULL AND household_id IS NULL
        AND person_id IS NULL AND colleague_id = (SELECT holder_id FROM network_link_sender()));

-- What came of a signal, and being asked to a gathering: for the team that calls who has no e-mail,
-- and that hears when a mail came back (for_somebody in network/letters.py). What is by hand, is done.
CREATE POLICY outbox_of_network ON wijkteam_outboxmessage FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND (EXISTS (SELECT FROM network_signal s WHERE s.id = about_id)
            OR EXISTS (SELECT FROM network_gathering g WHERE g.id = about_id)));
CREATE POLICY outbox_of_network_done ON wijkteam_outboxmessage FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING ((kind IN ('letter', 'call') OR status = 'failed')
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND (EXISTS (SELECT FROM network_signal s WHERE s.id = about_id)
            OR EXISTS (SELECT FROM network_gathering g WHERE g.id = about_id)))
    WITH CHECK (true);

-- People behind places whom the last mail with a link did not reach: for who holds the place, and who made
-- the link. By name alone: the mail holds the link, and stays with the worker. Empty for who is in no team.
CREATE FUNCTION network_unreached()
RETURNS TABLE (pk uuid, name varchar, place varchar, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.name, v.name, min(o.created_at)
    FROM network_signallink l JOIN network_vindplaatscontact c ON c.id = l.contact_id
    JOIN network_vindplaats v ON v.id = c.vindplaats_id
    JOIN wijkteam_outboxmessage o ON o."to" = c.email
    WHERE wijkteam_me() IN (v.holder_id, l.made_by_id) AND wijkteam_my_teams() <> '{}'
      AND c.left_at IS NULL AND c.email <> '' AND l.used_at IS NULL AND l.expires_at > now()
      AND o.kind = 'mail' AND o.status = 'failed' AND o.created_at >= l.made_at
      AND o.about_id IS NULL AND o.request_id IS NULL AND o.household_id IS NULL
      AND NOT EXISTS (SELECT FROM wijkteam_outboxmessage n WHERE n."to" = o."to"
        AND n.kind = 'mail' AND n.status = 'sent' AND n.created_at > o.created_at)
    GROUP BY c.id, v.id $$;
REVOKE EXECUTE ON FUNCTION network_unreached FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_unreached TO wijkteam_professional, wijkteam_team_lead;
