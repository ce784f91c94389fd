-- One action that comes back: ticking it off makes the next one, whoever ticks (a resident and a
-- helper with a link may not add actions). Ticked off by mistake: the next one goes, if untouched.
CREATE POLICY action_house ON casework_action TO wijkteam_owner USING (true);
CREATE FUNCTION casework_next_action() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    today date := wijkteam_today();
    step interval := CASE NEW.repeat WHEN 'weekly' THEN '7 days' ELSE '1 month' END;
    begins date := coalesce(NEW.due, today);
    turn int := 1;
BEGIN
    IF NEW.done_at IS NULL THEN
        DELETE FROM casework_action a WHERE follows_id = NEW.id AND done_at IS NULL AND version = 1
          AND NOT EXISTS (SELECT FROM casework_actionlink l WHERE l.action_id = a.id);
        RETURN NULL;
    END IF;
    WHILE begins + turn * step <= today LOOP
        turn := turn + 1;
    END LOOP;
    INSERT INTO casework_action (id, case_file_id, goal_id, life_domain, words, owner_id, kind,
        due, repeat, follows_id, created_at, created_by_id, version)
    SELECT gen_random_uuid(), NEW.case_file_id, NEW.goal_id, NEW.life_domain, NEW.words,
        NEW.owner_id, NEW.kind, (begins + turn * step)::date, NEW.repeat, NEW.id, now(),
        NEW.done_by_id, 1
    FROM casework_seat s WHERE s.id = NEW.owner_id AND s.until IS NULL
    ON CONFLICT (follows_id) DO NOTHING;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_next_action FROM PUBLIC;
CREATE TRIGGER next_action AFTER UPDATE OF done_at ON casework_action FOR EACH ROW
    WHEN (NEW.repeat <> '' AND (OLD.done_at IS NULL) <> (NEW.done_at IS NULL))
    EXECUTE FUNCTION casework_next_action();

-- Searching the story in Dutch. A column of the database's own: Django would fetch it with every
-- entry, and ask it back after writing one, which whoever writes to the coordinator may not.
ALTER TABLE casework_timelineentry ADD COLUMN search tsvector
    GENERATED ALWAYS AS (to_tsvector('dutch', words)) STORED;
CREATE INDEX entry_search ON casework_timelineentry USING gin (search);

-- Who first wrote it down stands there for ever; who changed, ticked or ended it, in the own name. Not
-- what a function of the owner does: at the desk a helper's answer is written down as the helper's.
CREATE FUNCTION casework_in_own_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    name text;
    was text;
    now_is text;
BEGIN
    IF current_user NOT IN ('wijkteam_resident', 'wijkteam_professional', 'wijkteam_team_lead') THEN
        RETURN NEW;
    END IF;
    FOREACH name IN ARRAY TG_ARGV LOOP
        was := to_jsonb(OLD) ->> name;
        now_is := to_jsonb(NEW) ->> name;
        IF now_is IS DISTINCT FROM was AND (name = 'created_by_id'
            OR now_is IS NOT NULL AND now_is::uuid <> ALL (casework_seats())) THEN
            RAISE EXCEPTION '% is who does it', name
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER goal_in_own_name BEFORE UPDATE OF created_by_id, changed_by_id ON casework_goal
    FOR EACH ROW EXECUTE FUNCTION casework_in_own_name('created_by_id', 'changed_by_id');
CREATE TRIGGER action_in_own_name BEFORE UPDATE OF created_by_id, changed_by_id, done_by_id
    ON casework_action FOR EACH ROW
    EXECUTE FUNCTION casework_in_own_name('created_by_id', 'changed_by_id', 'done_by_id');
CREATE TRIGGER difference_in_own_name BEFORE UPDATE OF ended_by_id ON casework_difference
    FOR EACH ROW EXECUTE FUNCTION casework_in_own_name('ended_by_id');
CREATE TRIGGER mandate_in_own_name BEFORE UPDATE OF answered_by_id ON casework_mandatequestion
    FOR EACH ROW EXECUTE FUNCTION casework_in_own_name('answered_by_id');
