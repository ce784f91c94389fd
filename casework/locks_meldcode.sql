-- The meldcode: for the coordinator and the professionals who are named, never for the household.
CREATE POLICY meldcode_owner ON casework_meldcode FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY meldcode_member_owner ON casework_meldcodemember FOR SELECT TO wijkteam_owner
    USING (true);
CREATE POLICY meldcode_step_owner ON casework_meldcodestep FOR SELECT TO wijkteam_owner USING (true);

CREATE FUNCTION casework_meldcodes() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT m.id FROM casework_meldcode m
    WHERE m.case_file_id = ANY (casework_files('coordinate_casefile'))
    UNION SELECT m.id FROM casework_meldcodemember n JOIN casework_meldcode m ON m.id = n.meldcode_id
    WHERE n.user_id = wijkteam_me() AND n.until IS NULL
      AND m.case_file_id = ANY (casework_files('view_casefile'))) $$;
-- Files whose last step of an open meldcode says why the family does not hear of broken glass yet.
CREATE FUNCTION casework_silent_files() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT m.case_file_id FROM casework_meldcode m
    WHERE m.closed_at IS NULL AND m.case_file_id = ANY (casework_files('view_casefile'))
      AND (SELECT s.withheld FROM casework_meldcodestep s WHERE s.meldcode_id = m.id
           ORDER BY s.at DESC LIMIT 1) <> '') $$;
-- What the family does hear of: these times, and the lines of the log about them. The family calls no
-- function that names the silent files: that alone would say that there is a meldcode.
CREATE FUNCTION casework_emergencies_told() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT id FROM casework_emergency
    WHERE case_file_id = ANY (casework_files('view_casefile'))
      AND case_file_id <> ALL (casework_silent_files())) $$;
-- And why: in a house that is kept apart nobody at home, since it may say who told us what (decision 217).
CREATE FUNCTION casework_emergency_told(one uuid, what text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce((SELECT CASE what WHEN 'reason' THEN e.reason WHEN 'review' THEN e.review END
    FROM casework_emergency e JOIN casework_casefile f ON f.id = e.case_file_id
    WHERE e.id = one AND NOT f.is_apart AND e.id = ANY (casework_emergencies_told())
      AND f.id = ANY (casework_whole_files('view_casefile'))), '') $$;
REVOKE EXECUTE ON FUNCTION casework_emergency_told FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_emergency_told TO wijkteam_resident;
CREATE FUNCTION casework_looks_told() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT l.id FROM wijkteam_accesslog l
    WHERE l.household_id = ANY (casework_households('view_casefile'))
      AND (l.act = 'noodtoegang' OR l.ground = 'acuut gevaar')
      AND l.household_id <> ALL (ARRAY(SELECT household_id FROM casework_casefile
        WHERE id = ANY (casework_silent_files())))) $$;
REVOKE EXECUTE ON FUNCTION casework_meldcodes, casework_silent_files, casework_emergencies_told,
    casework_looks_told FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_meldcodes TO wijkteam_professional, wijkteam_team_lead;
GRANT EXECUTE ON FUNCTION casework_emergencies_told, casework_looks_told TO wijkteam_resident;

GRANT SELECT, INSERT, UPDATE (closed_at) ON casework_meldcode
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT ON casework_meldcodemember, casework_meldcodestep
    TO wijkteam_professional, wijkteam_team_lead;
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_meldcode', 'casework_meldcodemember',
        'casework_meldcodestep'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    END LOOP;
END $$;
CREATE POLICY meldcode_read ON casework_meldcode FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (id = ANY ((SELECT casework_meldcodes())::uuid[]));
CREATE POLICY meldcode_begin ON casework_meldcode FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (opened_by_id = (SELECT wijkteam_me())
        AND case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]));
CREATE POLICY meldcode_end ON casework_meldcode FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (closed_at IS NULL AND id = ANY ((SELECT casework_meldcodes())::uuid[]))
    WITH CHECK (EXISTS (SELECT FROM casework_meldcodestep s
        WHERE s.meldcode_id = casework_meldcode.id AND s.kind = 'decide'));
CREATE POLICY member_read ON casework_meldcodemember FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (meldcode_id = ANY ((SELECT casework_meldcodes())::uuid[]));
-- By who reads it already; and by who begins it, who is named before it is there.
CREATE POLICY member_add ON casework_meldcodemember FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (added_by_id = (SELECT wijkteam_me())
        AND meldcode_id = ANY ((SELECT casework_meldcodes())::uuid[]));
CREATE POLICY step_read ON casework_meldcodestep FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (meldcode_id = ANY ((SELECT casework_meldcodes())::uuid[]));
CREATE POLICY step_take ON casework_meldcodestep FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = (SELECT wijkteam_me())
        AND meldcode_id = ANY ((SELECT casework_meldcodes())::uuid[]));

-- The one who begins is a member from the first moment on, whoever that is.
CREATE FUNCTION casework_meldcode_begins() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO casework_meldcodemember (id, meldcode_id, user_id, added_by_id, since)
    VALUES (gen_random_uuid(), NEW.id, NEW.opened_by_id, NEW.opened_by_id, now());
    RETURN NULL;
END $$;
CREATE POLICY meldcode_member_house ON casework_meldcodemember FOR INSERT TO wijkteam_owner
    WITH CHECK (true);
REVOKE EXECUTE ON FUNCTION casework_meldcode_begins FROM PUBLIC;
CREATE TRIGGER meldcode_begins AFTER INSERT ON casework_meldcode
    FOR EACH ROW EXECUTE FUNCTION casework_meldcode_begins();

-- Its looks stand in the access log without the household; the named read them there.
CREATE POLICY access_meldcode ON wijkteam_accesslog FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (ground = 'meldcode'
        AND why = ANY (ARRAY(SELECT 'meldcode ' || unnest((SELECT casework_meldcodes())::uuid[]))));
-- While a step says why, the family does not read that someone broke the glass.
CREATE POLICY emergency_withheld ON casework_emergency AS RESTRICTIVE FOR SELECT
    TO wijkteam_resident
    USING (id = ANY ((SELECT casework_emergencies_told())::uuid[]));
CREATE POLICY access_withheld ON wijkteam_accesslog AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (act <> 'noodtoegang' AND ground <> 'acuut gevaar' OR household_id IS NULL
        OR id = ANY ((SELECT casework_looks_told())::uuid[]));
