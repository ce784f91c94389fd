-- To whom the network writes (decision 180): the people behind places, of who may read them; who has no
-- address is called by the team.
CREATE POLICY outbox_to_place ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (request_id IS NULL AND household_id IS NULL AND person_id IS NULL AND (
        kind = 'mail' AND "to" <> ''
            AND EXISTS (SELECT FROM network_vindplaatscontact c WHERE c.email = "to")
        OR kind = 'call' AND about_id IS NOT NULL AND (SELECT wijkteam_my_teams()) <> '{}'));
-- A place writes to the colleague who holds it, with an account here, with a link in
-- locks_signals.sql.
CREATE FUNCTION network_holds_mine(whose bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM network_vindplaats v
    WHERE v.id = ANY (network_my_places()) AND v.holder_id = whose) $$;
REVOKE EXECUTE ON FUNCTION network_holds_mine FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_holds_mine TO wijkteam_contact;
CREATE POLICY outbox_to_holder ON wijkteam_outboxmessage FOR INSERT TO wijkteam_contact
    WITH CHECK (kind = 'mail' AND request_id IS NULL AND household_id IS NULL
        AND person_id IS NULL AND network_holds_mine(colleague_id));
