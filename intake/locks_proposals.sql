-- Moments out of which the resident picks one. The link of the mail opens the request as number and
-- fact do: its key stands among the request's own. What a stranger may do is pick, or say no.
GRANT SELECT, INSERT, UPDATE (chosen, chosen_at, none_fits_at, withdrawn_at) ON intake_proposal
    TO wijkteam_professional;
GRANT SELECT (id, request_id, moments, place, address, professional_id, colleagues, along, made_at, chosen,
    chosen_at, none_fits_at, withdrawn_at), UPDATE (chosen, chosen_at, none_fits_at)
    ON intake_proposal TO wijkteam_public, wijkteam_resident;
ALTER TABLE intake_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY proposal_team ON intake_proposal TO wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id))
    WITH CHECK (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY proposal_read ON intake_proposal FOR SELECT TO wijkteam_public, wijkteam_resident
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id));
CREATE POLICY proposal_pick ON intake_proposal FOR UPDATE TO wijkteam_public, wijkteam_resident
    USING (chosen_at IS NULL AND none_fits_at IS NULL AND withdrawn_at IS NULL
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = request_id))
    WITH CHECK (true);

-- A picked moment becomes a conversation, and only that.
GRANT INSERT ON intake_conversation TO wijkteam_public, wijkteam_resident;
CREATE POLICY conversation_picked ON intake_conversation FOR INSERT
    TO wijkteam_public, wijkteam_resident
    WITH CHECK (held_at IS NULL AND sent_at IS NULL AND cancelled_at IS NULL AND saved_at IS NULL
        AND EXISTS (SELECT 1 FROM intake_proposal p
                    WHERE p.request_id = intake_conversation.request_id
                      AND p.chosen = intake_conversation.planned_at
                      AND p.professional_id = intake_conversation.professional_id
                      AND p.along = intake_conversation.along
                      AND p.withdrawn_at IS NULL));
CREATE POLICY user_proposed ON wijkteam_user FOR SELECT TO wijkteam_public
    USING (role <> 'resident' AND id = ANY (ARRAY(
        SELECT unnest(p.professional_id || p.along) FROM intake_conversationrequest r
        JOIN intake_proposal p ON p.request_id = r.id
        WHERE r.lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[])));

-- Whether one moment of an open offer can still be: everyone who goes works here and is free. For the
-- resident who picks it, who learns yes or no.
CREATE FUNCTION intake_still_free(offer uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE one intake_proposal;
BEGIN
    SELECT * INTO one FROM intake_proposal p WHERE p.id = offer AND moment = ANY (p.moments);
    RETURN one.id IS NOT NULL
        AND EXISTS (SELECT FROM wijkteam_user u
            JOIN wijkteam_teammembership m ON m.user_id = u.id AND m.until IS NULL
            JOIN intake_conversationrequest r ON r.id = one.request_id AND r.team_id = m.team_id
            WHERE u.id = one.professional_id AND u.is_active)
        AND NOT EXISTS (SELECT FROM intake_clash(one.professional_id || one.along, ARRAY[moment],
            one.request_id));
END $$;
REVOKE EXECUTE ON FUNCTION intake_still_free FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_still_free TO wijkteam_public, wijkteam_resident,
    wijkteam_professional;
