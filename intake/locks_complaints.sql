-- The locks of complaints. A complainant reads the own one by number and a second fact, a team lead
-- those of the own teams, a handler the ones in hand. The team that it is about reads none of them.

GRANT INSERT ON intake_complaint TO wijkteam_public, wijkteam_resident, wijkteam_professional;
GRANT SELECT (id, reference, arrived_at, team_id, about, name, email, language, handler_id, due,
    extended_at, extended_why, answer, judgement, answered_at, reopened_at, reopened_words,
    second_answer, second_answered_at, lookup_keys) ON intake_complaint
    TO wijkteam_public, wijkteam_resident;
GRANT UPDATE (reopened_at, reopened_words, due) ON intake_complaint
    TO wijkteam_public, wijkteam_resident;
GRANT SELECT, UPDATE (handler_id, taken_at, about_user_id, due, extended_at, extended_why, answer,
    judgement, answered_at, second_answer, second_answered_at) ON intake_complaint
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT (id, reference, arrived_at, team_id, handler_id, about_user_id, kept_out, due, answered_at,
    reopened_at, second_answered_at, announced_at, handler_told_for, lead_told_for),
    UPDATE (announced_at, handler_told_for, lead_told_for) ON intake_complaint TO wijkteam_worker;
GRANT SELECT (id, arrived_at, team_id, about, due, extended_at, judgement, answered_at, reopened_at,
    second_answered_at) ON intake_complaint TO wijkteam_statistics;

ALTER TABLE intake_complaint ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_complaint FORCE ROW LEVEL SECURITY;
CREATE POLICY complaint_arrives ON intake_complaint FOR INSERT
    TO wijkteam_public, wijkteam_resident, wijkteam_professional
    WITH CHECK (handler_id IS NULL AND answered_at IS NULL AND reopened_at IS NULL
        AND entered_by_id IS NOT DISTINCT FROM CASE
            WHEN current_user = 'wijkteam_professional' THEN (SELECT wijkteam_me()) END);
CREATE POLICY complaint_by_secret ON intake_complaint FOR SELECT
    TO wijkteam_public, wijkteam_resident
    USING (lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[]);
CREATE POLICY complaint_reopen ON intake_complaint FOR UPDATE
    TO wijkteam_public, wijkteam_resident
    USING (lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[]
        AND answered_at IS NOT NULL AND reopened_at IS NULL)
    WITH CHECK (reopened_at IS NOT NULL AND due <= wijkteam_today() + 56);
CREATE POLICY complaint_handler ON intake_complaint
    TO wijkteam_professional, wijkteam_team_lead
    USING (handler_id = (SELECT wijkteam_me())) WITH CHECK (handler_id = (SELECT wijkteam_me()));
-- Those of the own teams, but not one about the own leading.
CREATE POLICY complaint_lead ON intake_complaint TO wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND (SELECT wijkteam_me()) <> ALL (kept_out))
    WITH CHECK (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY complaint_rounds ON intake_complaint TO wijkteam_worker USING (true);
CREATE POLICY complaint_figures ON intake_complaint FOR SELECT TO wijkteam_statistics USING (true);

-- What we wrote to who complains, for who may see the complaint: a mail that came back is theirs to make good
-- (came_back in intake/letters_complaints.py), and nothing else.
CREATE POLICY outbox_of_complaint ON wijkteam_outboxmessage FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (kind = 'mail' AND request_id IS NULL AND about_id IS NOT NULL
        AND EXISTS (SELECT FROM intake_complaint c WHERE c.id = about_id));
CREATE POLICY outbox_of_complaint_done ON wijkteam_outboxmessage FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (kind = 'mail' AND request_id IS NULL AND status = 'failed'
        AND EXISTS (SELECT FROM intake_complaint c WHERE c.id = about_id))
    WITH CHECK (true);

-- The complainant reads the name of who looks into it.
CREATE POLICY user_handler ON wijkteam_user FOR SELECT TO wijkteam_public
    USING (role <> 'resident' AND id = ANY (ARRAY(
        SELECT handler_id FROM intake_complaint
        WHERE lookup_keys @> ARRAY[(SELECT wijkteam_secret())]::varchar[])));

-- Who had a hand in a request, ever: held it, moved it, spoke, wrote, or sits at its table. Read as
-- the owner of the tables, so that a team lead learns a yes or a no and nothing else.
CREATE POLICY request_owner ON intake_conversationrequest FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY move_owner ON intake_statusmove FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY conversation_owner ON intake_conversation FOR SELECT TO wijkteam_owner USING (true);
CREATE FUNCTION intake_is_involved(who bigint, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT about IS NOT NULL AND (
    EXISTS (SELECT FROM intake_statusmove WHERE request_id = about AND who IN (by_id, holder_id))
    OR EXISTS (SELECT FROM intake_conversation
               WHERE request_id = about AND (who = ANY (along)
                   OR who IN (professional_id, saved_by_id, reaction_by_id)))
    OR EXISTS (SELECT FROM intake_conversationrequest r
               WHERE r.id = about AND (r.holder_id = who OR EXISTS (
                   SELECT FROM casework_seat s
                   WHERE s.case_file_id = r.case_file_id AND s.user_id = who)))) $$;
REVOKE EXECUTE ON FUNCTION intake_is_involved FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_is_involved TO wijkteam_professional, wijkteam_team_lead;

-- Nobody handles a complaint about the own work, whatever the pages say.
CREATE FUNCTION intake_check_handler() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NEW.handler_id IS NOT NULL AND (NEW.handler_id = ANY (NEW.kept_out)
        OR intake_is_involved(NEW.handler_id, NEW.request_id)) THEN
        RAISE EXCEPTION 'complaint: this handler had a hand in it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_handler_not_involved';
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION intake_check_handler FROM PUBLIC;
CREATE TRIGGER complaint_handler BEFORE INSERT OR UPDATE OF handler_id ON intake_complaint
    FOR EACH ROW EXECUTE FUNCTION intake_check_handler();

-- Nor does whoever handles a complaint come to hold the request that it is about.
CREATE POLICY complaint_owner ON intake_complaint FOR SELECT TO wijkteam_owner USING (true);
CREATE FUNCTION intake_check_holder() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF EXISTS (SELECT FROM intake_complaint c
               WHERE c.request_id = NEW.id AND c.handler_id = NEW.holder_id
                 AND (c.answered_at IS NULL
                      OR c.reopened_at IS NOT NULL AND c.second_answered_at IS NULL)) THEN
        RAISE EXCEPTION 'request: its holder handles a complaint about it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'request_holder_handles_no_complaint';
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION intake_check_holder FROM PUBLIC;
CREATE TRIGGER request_holder BEFORE UPDATE OF holder_id ON intake_conversationrequest
    FOR EACH ROW WHEN (NEW.holder_id IS DISTINCT FROM OLD.holder_id AND NEW.holder_id IS NOT NULL)
    EXECUTE FUNCTION intake_check_holder();

-- A lead does not read what is said about that lead: chosen in the form, or named in the words (by
-- first or family name; rather one too many than one too few). Filled here whatever was sent along,
-- because only the database may look up for a stranger who leads which team. When nobody is left to
-- lead it, it goes to a team with another lead; when there is none, the manager hears that it waits.
CREATE FUNCTION intake_leads(of_team bigint) RETURNS TABLE (lead bigint, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT DISTINCT u.id, u.name::text FROM wijkteam_user u
   JOIN wijkteam_teammembership m ON m.user_id = u.id
   WHERE u.role = 'team_lead' AND u.is_active AND (of_team IS NULL OR m.team_id = of_team)
     AND (m.until IS NULL OR m.until > now()) $$;
REVOKE EXECUTE ON FUNCTION intake_leads FROM PUBLIC;
CREATE FUNCTION intake_names(told text, name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT EXISTS (SELECT FROM regexp_split_to_table(lower(name), '[\s-]+') part
    WHERE length(part) > 1
      AND part <> ALL ('{van,de,der,den,het,ten,ter,te,op,in,von,el,al,la,le,di,da,dos,bin,ben}')
      AND lower(told) ~ ('\m' || regexp_replace(part, '\W', '.', 'g') || 's?\M')) $$;
CREATE FUNCTION intake_keep_lead_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE told text := concat_ws(' ', NEW.about_name, NEW.words, NEW.reopened_words);
        other bigint;
BEGIN
    -- Who divides it now and says 'it is about me' still hands it on, and only then is out.
    NEW.kept_out := ARRAY(
        SELECT l.lead FROM intake_leads(NULL) l
        WHERE (l.lead = ANY (CASE WHEN TG_OP = 'UPDATE' THEN OLD.kept_out ELSE '{}' END)
            OR l.lead = NEW.about_user_id
            OR EXISTS (SELECT FROM intake_leads(NEW.team_id) mine WHERE mine.lead = l.lead
                       AND (TG_OP = 'INSERT' AND NEW.of_the_team = 'lead' OR intake_names(told, l.name))))
          AND NOT (TG_OP = 'UPDATE' AND l.lead IS NOT DISTINCT FROM wijkteam_me())
        ORDER BY 1);
    IF NEW.kept_out <> '{}'
        AND NOT EXISTS (SELECT FROM intake_leads(NEW.team_id) l WHERE l.lead <> ALL (NEW.kept_out))
    THEN
        SELECT t.id INTO other FROM wijkteam_team t
        WHERE EXISTS (SELECT FROM intake_leads(t.id) l WHERE l.lead <> ALL (NEW.kept_out))
        ORDER BY t.id LIMIT 1;
        NEW.team_id := coalesce(other, NEW.team_id);
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION intake_keep_lead_out FROM PUBLIC;
CREATE TRIGGER complaint_aside BEFORE INSERT OR UPDATE OF reopened_words, about_user_id
    ON intake_complaint FOR EACH ROW EXECUTE FUNCTION intake_keep_lead_out();
