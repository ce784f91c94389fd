-- Ending what is over: seats after the closing, files whose day has come. No role may delete a
-- family; these functions do it, and write down that it was done, without whom.
GRANT SELECT ON casework_destruction TO wijkteam_privacy_officer;
ALTER TABLE casework_destruction ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_destruction FORCE ROW LEVEL SECURITY;
CREATE POLICY destruction_officer ON casework_destruction FOR SELECT
    TO wijkteam_privacy_officer USING (true);
-- When what will be destroyed: days and teams, no names.
GRANT SELECT (id, team_id, opened_at, closed_at, destroy_on) ON casework_casefile
    TO wijkteam_privacy_officer, wijkteam_worker;
CREATE POLICY file_terms ON casework_casefile FOR SELECT
    TO wijkteam_privacy_officer, wijkteam_worker USING (true);
GRANT SELECT (may_be_asked) ON casework_casefile TO wijkteam_statistics, wijkteam_worker;

-- The house itself does what no visitor may: these policies are for its functions alone.
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relkind = 'r' AND relname LIKE 'casework\_%' LOOP
        EXECUTE format('CREATE POLICY house_ends ON %I FOR ALL TO wijkteam_owner USING (true)', name);
    END LOOP;
END $$;
CREATE POLICY house_ends ON wijkteam_change FOR ALL TO wijkteam_owner USING (true);
CREATE POLICY house_ends ON wijkteam_outboxmessage FOR ALL TO wijkteam_owner USING (true);
CREATE POLICY house_ends ON wijkteam_accessquestion FOR ALL TO wijkteam_owner USING (true);
CREATE POLICY house_reads ON wijkteam_accesslog FOR SELECT TO wijkteam_owner USING (true);

-- A yes of who answers a request to erase: the file is destroyed tonight. False while it is open.
CREATE FUNCTION casework_erase_soon(request uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE visitor text := current_setting('wijkteam.user_id', true);
        file uuid;
BEGIN
    SELECT f.id INTO file FROM casework_rightsrequest r JOIN casework_casefile f
        ON f.id = r.case_file_id
    WHERE r.id = request AND r.kind = 'erase' AND r.outcome = 'granted'
      AND r.answered_by_id = wijkteam_me() AND f.closed_at IS NOT NULL;
    IF file IS NULL THEN
        RETURN false;
    END IF;
    PERFORM set_config('wijkteam.user_id', '', true);  -- this is the house's own deed
    UPDATE casework_casefile SET destroy_on = wijkteam_today() WHERE id = file;
    PERFORM set_config('wijkteam.user_id', coalesce(visitor, ''), true);
    RETURN true;
END $$;

-- Seats that stayed after the closing end when the after-care is over, with their rights; and who
-- stayed after handing a file to another team, when that day is over. The
-- coordinator can still open the file again, the household keeps its plan to read.
CREATE FUNCTION casework_end_aftercare() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE ended bigint;
BEGIN
    WITH over AS (SELECT id FROM casework_casefile
                  WHERE closed_at IS NOT NULL AND aftercare_until < wijkteam_today()),
    stood AS (UPDATE casework_seat s SET until = clock_timestamp() FROM over
              WHERE s.case_file_id = over.id AND s.until IS NULL RETURNING s.id),
    lost AS (DELETE FROM casework_casefileuserobjectpermission r USING over
             WHERE r.content_object_id = over.id AND NOT r.coordinates
               AND r.user_id NOT IN (SELECT p.user_id FROM casework_person p
                   JOIN casework_householdmember m ON m.person_id = p.id
                   JOIN casework_casefile f ON f.household_id = m.household_id
                   WHERE f.id = over.id AND p.user_id IS NOT NULL)
               AND r.user_id NOT IN (SELECT c.user_id
                   FROM casework_casefileuserobjectpermission c
                   WHERE c.content_object_id = over.id AND c.coordinates) RETURNING r.id)
    SELECT count(*) INTO ended FROM stood;
    WITH handed AS (UPDATE casework_seat SET until = clock_timestamp()
        WHERE until IS NULL AND stays_until < now() RETURNING case_file_id, user_id),
    lost AS (DELETE FROM casework_casefileuserobjectpermission r USING handed
        WHERE r.content_object_id = handed.case_file_id AND r.user_id = handed.user_id
          AND NOT r.coordinates)
    SELECT ended + count(*) INTO ended FROM handed;
    RETURN ended;
END $$;

-- Delete rows and whatever hangs on them, table by table; answers how many of each, and under
-- which names files were stored.
CREATE FUNCTION casework_delete_with_all(of_table regclass, keys text[], INOUT counted jsonb,
    INOUT stored text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE child record;
        own_key text;
        key_type text;
        found text[];
        number bigint;
BEGIN
    IF cardinality(keys) = 0 THEN
        RETURN;
    END IF;
    SELECT a.attname, format_type(a.atttypid, a.atttypmod) INTO own_key, key_type
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = of_table AND i.indisprimary;
    FOR child IN
        SELECT c.conrelid::regclass AS name, a.attname AS col, p.attname AS key
        FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        JOIN pg_index i ON i.indrelid = c.conrelid AND i.indisprimary
        JOIN pg_attribute p ON p.attrelid = c.conrelid AND p.attnum = i.indkey[0]
        WHERE c.contype = 'f' AND c.confrelid = of_table
    LOOP
        EXECUTE format('SELECT ARRAY(SELECT %I::text FROM %s WHERE %I = ANY ($1::%s[]))',
            child.key, child.name, child.col, key_type) INTO found USING keys;
        IF child.name = of_table THEN
            found := ARRAY(SELECT unnest(found) EXCEPT SELECT unnest(keys));
        END IF;
        SELECT d.counted, d.stored INTO counted, stored
        FROM casework_delete_with_all(child.name, found, counted, stored) d;
    END LOOP;
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = of_table AND attname = 'file'
               AND atttypid = 'varchar'::regtype) THEN
        EXECUTE format('SELECT $2 || ARRAY(SELECT file::text FROM %s WHERE %I = ANY ($1::%s[])
            AND file <> '''')', of_table, own_key, key_type) INTO stored USING keys, stored;
    END IF;
    EXECUTE format('DELETE FROM %s WHERE %I = ANY ($1::%s[])', of_table, own_key, key_type)
        USING keys;
    GET DIAGNOSTICS number = ROW_COUNT;
    IF number > 0 THEN
        counted := jsonb_set(counted, ARRAY[of_table::text],
            to_jsonb(coalesce((counted ->> of_table::text)::bigint, 0) + number));
    END IF;
END $$;

-- What must not go along, for who stands above this app to say (intake/locks_z_retention.sql).
CREATE FUNCTION casework_let_go(file uuid) RETURNS void LANGUAGE sql AS $$ SELECT $$;

-- One file whose day has come, its household when that has no other file, and everything that was
-- sent or written down about them. Figures that were published stay: they hold nobody.
CREATE FUNCTION casework_destroy(file uuid) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE one casework_casefile;
        counted jsonb := '{}';
        stored text[] := '{}';
        people text[];
        was_asked boolean;
BEGIN
    SELECT * INTO one FROM casework_casefile
    WHERE id = file AND closed_at IS NOT NULL AND destroy_on <= wijkteam_today() FOR UPDATE;
    IF one.id IS NULL THEN
        RETURN NULL;
    END IF;
    was_asked := EXISTS (SELECT FROM casework_rightsrequest
        WHERE case_file_id = file AND kind = 'erase' AND outcome = 'granted');
    -- The answer to who asked it stays to be read (casework_end_answers), without the words of the file.
    UPDATE casework_rightsrequest SET case_file_id = NULL, household_id = NULL, words = ''
    WHERE case_file_id = file AND kind = 'erase' AND outcome = 'granted';
    DELETE FROM wijkteam_outboxmessage
    WHERE about_id IN (SELECT id FROM casework_rightsrequest WHERE case_file_id = file);
    PERFORM casework_let_go(file);
    SELECT d.counted, d.stored INTO counted, stored
    FROM casework_delete_with_all('casework_casefile', ARRAY[file::text], counted, stored) d;
    IF NOT EXISTS (SELECT FROM casework_casefile WHERE household_id = one.household_id) THEN
        people := ARRAY(SELECT m.person_id::text FROM casework_householdmember m
            WHERE m.household_id = one.household_id AND NOT EXISTS (
                SELECT FROM casework_householdmember o
                WHERE o.person_id = m.person_id AND o.household_id <> m.household_id));
        SELECT d.counted, d.stored INTO counted, stored FROM casework_delete_with_all(
            'casework_household', ARRAY[one.household_id::text], counted, stored) d;
        SELECT d.counted, d.stored INTO counted, stored
        FROM casework_delete_with_all('casework_person', people, counted, stored) d;
        DELETE FROM wijkteam_outboxmessage WHERE household_id = one.household_id;
        WITH over AS (DELETE FROM wijkteam_accessquestion q USING wijkteam_accesslog l
            WHERE l.id = q.row_id AND l.household_id = one.household_id RETURNING q.id)
        DELETE FROM wijkteam_outboxmessage WHERE about_id IN (SELECT id FROM over);
        PERFORM wijkteam_forget_lookers(one.household_id, NULL);
    END IF;
    DELETE FROM wijkteam_change WHERE case_file_id = file;
    INSERT INTO casework_destruction (id, at, why, team_id, opened_year, closed_year, rows)
    VALUES (gen_random_uuid(), now(), CASE WHEN was_asked THEN 'asked' ELSE 'term' END, one.team_id,
        extract(year FROM wijkteam_local(one.opened_at)),
        extract(year FROM wijkteam_local(one.closed_at)), counted);
    RETURN stored;
END $$;
-- What would go with a file, and who at home looked since it was closed: for the officer, before that day. It
-- does the very thing, reads what was written down about it, and takes it back: so it cannot say anything else.
CREATE FUNCTION casework_destroys(file uuid, OUT counted jsonb, OUT at_home bigint, OUT looked bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT FROM casework_lastlook l
        WHERE l.case_file_id = f.id AND l.user_id = p.user_id AND l.at >= f.closed_at))
    INTO at_home, looked
    FROM casework_casefile f JOIN casework_householdmember m ON m.household_id = f.household_id
        AND m.until IS NULL JOIN casework_person p ON p.id = m.person_id
    WHERE f.id = file;
    PERFORM set_config('wijkteam.user_id', '', true);  -- taken back as well
    UPDATE casework_casefile SET destroy_on = wijkteam_today() WHERE id = file;
    PERFORM casework_destroy(file);
    SELECT d.rows INTO counted FROM casework_destruction d WHERE d.at = now();
    RAISE EXCEPTION 'only looked' USING ERRCODE = 'WJ001';
EXCEPTION WHEN SQLSTATE 'WJ001' THEN
    NULL;
END $$;
-- Answers that stand alone go when their own term is over.
CREATE FUNCTION casework_end_answers(last_day date) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ WITH over AS (DELETE FROM casework_rightsrequest WHERE case_file_id IS NULL
        AND wijkteam_local(answered_at)::date < last_day RETURNING id),
    letters AS (DELETE FROM wijkteam_outboxmessage WHERE about_id IN (SELECT id FROM over))
    SELECT count(*) FROM over $$;
REVOKE EXECUTE ON FUNCTION casework_erase_soon, casework_end_aftercare, casework_delete_with_all,
    casework_let_go, casework_destroy, casework_destroys, casework_end_answers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_destroys TO wijkteam_privacy_officer;
GRANT EXECUTE ON FUNCTION casework_erase_soon TO wijkteam_privacy_officer, wijkteam_professional,
    wijkteam_team_lead;
GRANT EXECUTE ON FUNCTION casework_end_aftercare, casework_destroy, casework_end_answers
    TO wijkteam_worker;
