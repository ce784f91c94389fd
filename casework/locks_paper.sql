-- Codes on paper for a resident without e-mail (wijkteam/models/paper_codes.py). The login of the web
-- process tries a code; nobody else reads the table. Making a sheet is this one function's work: it
-- makes the account too, for who sits at the table of a file that the visitor runs, and never for an
-- account with an e-mail address, so that nobody takes over an account that is somebody's already.
GRANT SELECT, UPDATE (used_at) ON wijkteam_papercode TO wijkteam_app;
ALTER TABLE wijkteam_papercode ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_papercode FORCE ROW LEVEL SECURITY;
CREATE POLICY paper_code_try ON wijkteam_papercode TO wijkteam_app USING (true);
CREATE POLICY paper_code_house ON wijkteam_papercode TO wijkteam_owner USING (true);
CREATE POLICY user_on_paper ON wijkteam_user FOR INSERT TO wijkteam_owner
    WITH CHECK (role = 'resident' AND email IS NULL);

CREATE FUNCTION casework_paper_codes(wanted uuid, keys text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    one record;
    account bigint;
BEGIN
    SELECT p.id, p.name, p.user_id, u.email INTO one FROM casework_person p
    LEFT JOIN wijkteam_user u ON u.id = p.user_id
    WHERE p.id = wanted AND EXISTS (SELECT FROM casework_seat s WHERE s.person_id = p.id
        AND s.until IS NULL
        AND s.case_file_id = ANY (casework_whole_files('write_casefile')))
    FOR UPDATE OF p;
    IF one.id IS NULL OR one.email IS NOT NULL OR cardinality(keys) <> 6 THEN
        RETURN false;
    END IF;
    account := one.user_id;
    IF account IS NULL THEN
        INSERT INTO wijkteam_user (password, is_superuser, name, role, discipline, phone, language,
            is_active, is_staff, created_at)
        VALUES ('!', false, one.name, 'resident', '', '', 'nl', true, false, now())
        RETURNING id INTO account;
        INSERT INTO wijkteam_user_groups (user_id, group_id)
        SELECT account, id FROM auth_group WHERE name = 'resident';
        UPDATE casework_person SET user_id = account WHERE id = one.id;
        INSERT INTO casework_casefileuserobjectpermission
            (id, user_id, permission_id, content_object_id, coordinates)
        SELECT gen_random_uuid(), account, p.id, s.case_file_id, false
        FROM casework_seat s JOIN auth_permission p ON p.codename = 'view_casefile'
        WHERE s.person_id = one.id AND s.until IS NULL
        ON CONFLICT DO NOTHING;
    END IF;
    DELETE FROM wijkteam_papercode WHERE user_id = account AND used_at IS NULL;
    INSERT INTO wijkteam_papercode (id, user_id, key, made_by_id, made_at, expires_at)
    SELECT gen_random_uuid(), account, k, wijkteam_me(), now(), now() + interval '90 days'
    FROM unnest(keys) k;
    RETURN true;
END $$;
-- Whom to offer it: who sits at a table that the visitor runs and has no e-mail, here or in an account.
CREATE FUNCTION casework_for_paper(file uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT p.id FROM casework_seat s JOIN casework_person p ON p.id = s.person_id
    LEFT JOIN casework_personcontact c ON c.person_id = p.id AND c.email <> ''
    LEFT JOIN wijkteam_user u ON u.id = p.user_id
    WHERE s.case_file_id = file AND s.until IS NULL AND c.email IS NULL AND u.email IS NULL
      AND file = ANY (casework_whole_files('write_casefile'))) $$;
REVOKE EXECUTE ON FUNCTION casework_paper_codes, casework_for_paper FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_paper_codes, casework_for_paper TO wijkteam_professional, wijkteam_team_lead;
