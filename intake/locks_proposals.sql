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
