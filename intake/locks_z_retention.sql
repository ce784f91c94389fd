-- A request goes when its case file is destroyed (see casework/locks_z_retention.sql), with what was
-- written down about it elsewhere.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relkind = 'r' AND relname LIKE 'intake\_%' LOOP
        EXECUTE format('CREATE POLICY house_ends ON %I FOR ALL TO wijkteam_owner USING (true)', name);
    END LOOP;
END $$;
-- A complaint that still waits for its answer stays, without the request: who asks to erase does not
-- take back what is to be answered. What was answered goes along.
CREATE OR REPLACE FUNCTION casework_let_go(file uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    UPDATE intake_complaint SET request_id = NULL
    WHERE request_id IN (SELECT id FROM intake_conversationrequest WHERE case_file_id = file)
      AND (answered_at IS NULL OR reopened_at IS NOT NULL AND second_answered_at IS NULL) $$;
CREATE FUNCTION intake_request_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    DELETE FROM wijkteam_change WHERE request_id = OLD.id;
    DELETE FROM wijkteam_outboxmessage WHERE request_id = OLD.id;
    WITH over AS (DELETE FROM wijkteam_accessquestion q USING wijkteam_accesslog l
        WHERE l.id = q.row_id AND l.request_id = OLD.id RETURNING q.id)
    DELETE FROM wijkteam_outboxmessage WHERE about_id IN (SELECT id FROM over);
    PERFORM wijkteam_forget_lookers(NULL, OLD.id);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION intake_request_gone FROM PUBLIC;
CREATE TRIGGER request_gone AFTER DELETE ON intake_conversationrequest
    FOR EACH ROW EXECUTE FUNCTION intake_request_gone();
