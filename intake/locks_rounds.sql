-- The rounds of the worker: the reminder of the day before, and erasing what is past its term.
GRANT SELECT (id, request_id, planned_at, place, address, professional_id, cancelled_at, held_at,
    sequence, reminded_for), UPDATE (reminded_for) ON intake_conversation TO wijkteam_worker;
CREATE POLICY conversation_rounds ON intake_conversation TO wijkteam_worker USING (true);

GRANT DELETE ON intake_conversationrequest, intake_clock, intake_statusmove, intake_ownwords,
    intake_conversation, intake_proposal, intake_requestlink, intake_complaint,
    wijkteam_outboxmessage TO wijkteam_worker;
GRANT SELECT (request_id) ON intake_statusmove, intake_ownwords, intake_proposal
    TO wijkteam_worker;
GRANT SELECT (id, request_id), UPDATE (request_id) ON intake_complaint TO wijkteam_worker;
GRANT SELECT (id, one_id, other_id) ON intake_requestlink TO wijkteam_worker;
-- Only what ended without a file, and at least a year ago: the term itself stands in the code.
CREATE POLICY request_erased ON intake_conversationrequest FOR DELETE TO wijkteam_worker
    USING (status = 'closed' AND case_file_id IS NULL AND closed_at < now() - interval '364 days');
CREATE POLICY clock_erased ON intake_clock FOR DELETE TO wijkteam_worker USING (true);
CREATE POLICY move_erased ON intake_statusmove TO wijkteam_worker USING (true);
CREATE POLICY words_erased ON intake_ownwords TO wijkteam_worker USING (true);
CREATE POLICY proposal_erased ON intake_proposal TO wijkteam_worker USING (true);
GRANT SELECT (id, request_id, file), DELETE ON intake_addition TO wijkteam_worker;
CREATE POLICY addition_erased ON intake_addition TO wijkteam_worker USING (true);
CREATE POLICY link_erased ON intake_requestlink TO wijkteam_worker USING (true);

-- What changed in an erased request keeps its day and its hand, and loses its words.
CREATE POLICY change_forget ON wijkteam_change FOR UPDATE TO wijkteam_owner USING (true);
CREATE POLICY change_forget_read ON wijkteam_change FOR SELECT TO wijkteam_owner USING (true);
CREATE FUNCTION intake_forget_changes(requests uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE wijkteam_change SET old = '{}', new = '{}' WHERE request_id = ANY (requests) $$;
REVOKE EXECUTE ON FUNCTION intake_forget_changes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_forget_changes TO wijkteam_worker;
