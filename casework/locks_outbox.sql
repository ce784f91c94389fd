-- To whom a table writes (decision 180).
-- A resident: who sits at the own table, the leads of its team, and the privacy officers.
CREATE FUNCTION casework_hears_from_home(whose bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM wijkteam_user u WHERE u.id = whose AND u.is_active
    AND (u.role = 'privacy_officer'
      OR EXISTS (SELECT FROM casework_seat s WHERE s.user_id = u.id AND s.until IS NULL
            AND s.case_file_id = ANY (casework_files('view_casefile')))
      OR u.role = 'team_lead' AND EXISTS (SELECT FROM wijkteam_teammembership m
            JOIN casework_casefile f ON f.team_id = m.team_id
            WHERE m.user_id = u.id AND m.until IS NULL
              AND f.id = ANY (casework_files('view_casefile'))))) $$;
REVOKE EXECUTE ON FUNCTION casework_hears_from_home FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_hears_from_home TO wijkteam_resident;
CREATE POLICY outbox_from_home ON wijkteam_outboxmessage FOR INSERT TO wijkteam_resident
    WITH CHECK (kind = 'mail' AND request_id IS NULL AND person_id IS NULL
        AND casework_hears_from_home(colleague_id));
-- Somebody of the household: the address is filled in after this (casework_address_message).
CREATE POLICY outbox_at_home ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK ("to" = '' AND request_id IS NULL AND person_id IS NOT NULL
        AND household_id = ANY ((SELECT casework_households('view_casefile'))::uuid[]));
-- A helper: where a professional says, together with a link that stands under the own name.
CREATE POLICY outbox_to_helper ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (kind IN ('mail', 'letter') AND "to" <> '' AND request_id IS NULL
        AND person_id IS NULL AND EXISTS (
            SELECT FROM casework_actionlink l JOIN casework_casefile f ON f.id = l.case_file_id
            WHERE l.sent_by_id = (SELECT wijkteam_me()) AND l.used_at IS NULL
              AND l.sent_at > now() - interval '1 minute'
              AND f.household_id = wijkteam_outboxmessage.household_id
              AND f.team_id = wijkteam_outboxmessage.team_id));
-- Who asked a right hears its answer, of who may answer it.
CREATE POLICY outbox_answers_right ON wijkteam_outboxmessage FOR INSERT
    TO wijkteam_privacy_officer, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (request_id IS NULL AND household_id IS NULL AND person_id IS NULL AND EXISTS (
        SELECT FROM casework_rightsrequest r WHERE r.id = about_id AND "to" <> ''
            AND "to" = CASE wijkteam_outboxmessage.kind WHEN 'mail' THEN r.email
                WHEN 'letter' THEN r.name END));
