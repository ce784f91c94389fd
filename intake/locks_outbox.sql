-- A message about a request or a complaint goes to an address of that one (decision 180). A new one is
-- written before anybody may read it back, so this is asked of the owner: by its key, which nobody
-- guesses. What a colleague says or posts by hand stays in the team whose request it is.
CREATE FUNCTION intake_reaches(of_row uuid, of_team bigint, how text, receiver text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM intake_conversationrequest r WHERE r.id = of_row AND r.team_id = of_team
        AND (how IN ('call', 'letter') OR receiver <> ''
            AND receiver = CASE how WHEN 'mail' THEN r.email WHEN 'sms' THEN r.phone END))
    OR how = 'mail' AND EXISTS (SELECT FROM intake_complaint c
        WHERE c.id = of_row AND c.email <> '' AND c.email = receiver AND of_team IS NULL) $$;
REVOKE EXECUTE ON FUNCTION intake_reaches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_reaches TO wijkteam_public, wijkteam_resident,
    wijkteam_professional, wijkteam_team_lead;
CREATE POLICY outbox_about_request ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (household_id IS NULL AND person_id IS NULL
        AND intake_reaches(coalesce(request_id, about_id), team_id, kind, "to"));
