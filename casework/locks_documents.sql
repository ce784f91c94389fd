-- Documents: read as the plan is read (whole file, shared part, granted life domains), handed in in
-- one's own name, never changed. Only the worker writes down what the scanner said.
GRANT SELECT, INSERT ON casework_document TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
GRANT SELECT (id, file, scan, at, scanned_at), UPDATE (scan, scanned_at) ON casework_document TO wijkteam_worker;

ALTER TABLE casework_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_document FORCE ROW LEVEL SECURITY;
CREATE POLICY document_read ON casework_document FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        OR case_file_id || '/' || life_domain
            = ANY ((SELECT casework_parts('view_casefile'))::text[]));
CREATE POLICY document_add ON casework_document FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])
        OR case_file_id || '/' || life_domain
            = ANY ((SELECT casework_parts('write_casefile'))::text[]));
CREATE POLICY document_own ON casework_document FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));
CREATE POLICY document_in_own_name ON casework_document AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = ANY ((SELECT casework_seats())::uuid[]));
-- A row is about a file that was just stored, never about one that is there: whoever once read a row
-- of another family would read its file on through a row of the own.
CREATE INDEX document_file ON casework_document (file);
CREATE FUNCTION casework_is_new_document(stored varchar) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT stored LIKE 'documents/%' AND NOT EXISTS (
    SELECT FROM casework_document WHERE file = stored) $$;
REVOKE EXECUTE ON FUNCTION casework_is_new_document FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_is_new_document TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
CREATE POLICY document_is_new ON casework_document AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (casework_is_new_document(file) AND scanned_at IS NULL
        -- Only the worker says what the scanner said; where there is one, 'none' waits as well.
        AND scan IN ('none', 'waiting'));
-- As with a correction (entry_corrects_own_kind): what a resident handed in has fewer readers at home.
CREATE FUNCTION casework_may_follow(document uuid, of_file uuid, writer uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_document d JOIN casework_seat s ON s.id = d.by_id
    JOIN casework_seat w ON w.id = writer
    WHERE d.id = document AND d.case_file_id = of_file
      AND (s.person_id IS NULL OR w.person_id IS NOT NULL)) $$;
REVOKE EXECUTE ON FUNCTION casework_may_follow FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_may_follow TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
CREATE POLICY document_follows_own_kind ON casework_document AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (previous_id IS NULL OR casework_may_follow(previous_id, case_file_id, by_id));
CREATE POLICY document_worker ON casework_document TO wijkteam_worker USING (true);
