-- Links between requests of one household: for whoever sees both.
GRANT SELECT, INSERT, UPDATE (ended_at) ON intake_requestlink TO wijkteam_professional;
ALTER TABLE intake_requestlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_requestlink FORCE ROW LEVEL SECURITY;
CREATE POLICY link_team ON intake_requestlink TO wijkteam_professional
    USING (EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = one_id)
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = other_id))
    WITH CHECK (by_id = (SELECT wijkteam_me())
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = one_id)
        AND EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.id = other_id));
