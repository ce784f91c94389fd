-- How to reach somebody of a household (PersonContact): read by the table of professionals, and by
-- that person. Never by the others in the house: one may have fled from the other.
GRANT SELECT, INSERT, UPDATE ON casework_personcontact TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON casework_personcontact TO wijkteam_resident;
ALTER TABLE casework_personcontact ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_personcontact FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_owner ON casework_personcontact TO wijkteam_owner USING (true);
CREATE POLICY contact_own ON casework_personcontact FOR SELECT TO wijkteam_resident
    USING (person_id = ANY (ARRAY(SELECT id FROM casework_person
        WHERE user_id = (SELECT wijkteam_me()))));
CREATE POLICY contact_read ON casework_personcontact FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (person_id = ANY (ARRAY(SELECT person_id FROM casework_householdmember)));
CREATE POLICY contact_write ON casework_personcontact
    TO wijkteam_professional, wijkteam_team_lead
    USING (person_id = ANY (ARRAY(SELECT person_id FROM casework_householdmember
        WHERE household_id = ANY ((SELECT casework_households('write_casefile'))::uuid[]))));

-- Nor how to reach the neighbour or the sister whom one of them asked along: she may live there now.
-- The household writes it down, and reads who it is.
GRANT SELECT (id, household_id, name, relation) ON casework_networkperson TO wijkteam_resident;

-- In a house that is kept apart nobody reads in the log when another was on the own page, or wrote to
-- the team, nor that we looked at what another asked about the own data: the same as
-- AccessLog.visible_to.
CREATE FUNCTION casework_asked_about() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT array(SELECT household_id FROM casework_rightsrequest
        WHERE asked_by_id = wijkteam_me() AND household_id IS NOT NULL
        UNION SELECT l.household_id FROM wijkteam_accessquestion q
        JOIN wijkteam_accesslog l ON l.id = q.row_id
        WHERE q.asked_by_id = wijkteam_me() AND l.household_id IS NOT NULL) $$;
REVOKE EXECUTE ON FUNCTION casework_asked_about FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_asked_about TO wijkteam_resident;
CREATE POLICY access_at_home ON wijkteam_accesslog AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (user_id = (SELECT wijkteam_me()) OR household_id IS NULL
        OR household_id <> ALL (ARRAY(SELECT household_id FROM casework_casefile WHERE is_apart))
        OR role <> 'resident' AND (part NOT IN ('rechten', 'vraag over inzage')
            OR household_id = ANY ((SELECT casework_asked_about())::uuid[])));

-- Who was given a chair by e-mail and has no account yet gets one when they ask for a code: without
-- it the mail would lead to a door that stays shut. It holds no right until the code is typed
-- (casework_welcome). To who asks, an address that is not expected looks the same.
CREATE POLICY user_expected ON wijkteam_user FOR INSERT TO wijkteam_owner
    WITH CHECK (role = 'resident' AND email IN (SELECT lower(email) FROM casework_personcontact));
CREATE FUNCTION casework_expect(address text, reads varchar) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE account bigint;
BEGIN
    INSERT INTO wijkteam_user (password, is_superuser, email, name, role, discipline, phone, language,
        is_active, is_staff, created_at)
    SELECT '!', false, lower(c.email), p.name, 'resident', '', '',
        CASE WHEN reads IN ('nl', 'en', 'tr', 'ar', 'pl', 'uk', 'ti') THEN reads ELSE 'nl' END,
        true, false, now()
    FROM casework_personcontact c JOIN casework_person p ON p.id = c.person_id
    WHERE lower(c.email) = lower(address) AND c.email <> '' AND p.user_id IS NULL
      AND EXISTS (SELECT FROM casework_seat s WHERE s.person_id = p.id AND s.until IS NULL)
    LIMIT 1 ON CONFLICT DO NOTHING RETURNING id INTO account;
    INSERT INTO wijkteam_user_groups (user_id, group_id)
    SELECT account, id FROM auth_group WHERE name = 'resident' AND account IS NOT NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_expect FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_expect TO wijkteam_app;

-- A message to somebody of a household says to whom, not where: the address is filled in here, for
-- who sits at a table of that household. Without an address nothing is sent, and to an address that
-- two of them share one mail. After the INSERT, so that it answers the same to the sender whatever is
-- known.
CREATE FUNCTION casework_address_message() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE address varchar := (
    SELECT c.email FROM casework_personcontact c
    WHERE c.person_id = NEW.person_id AND c.email <> ''
      AND NEW.household_id = ANY (casework_households('view_casefile'))
      AND EXISTS (SELECT FROM casework_householdmember m
          WHERE m.person_id = c.person_id AND m.household_id = NEW.household_id));
BEGIN
    IF address IS NULL OR EXISTS (SELECT FROM wijkteam_outboxmessage o
        WHERE o.send_after = NEW.send_after AND o.status = 'waiting'
          AND o.household_id = NEW.household_id AND o."to" = address AND o.id <> NEW.id) THEN
        DELETE FROM wijkteam_outboxmessage WHERE id = NEW.id;
    ELSE
        UPDATE wijkteam_outboxmessage SET "to" = address WHERE id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER address_message AFTER INSERT ON wijkteam_outboxmessage
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION casework_address_message();

-- What a table sends by hand: for who runs it (for_hand in casework/letters.py), and no other mail of
-- it. That holds what a helper was asked, with the link that answers for them. But for mail to the people of
-- the house, once it left: it says that there is something, not what, and somebody must hear that it came back.
CREATE POLICY outbox_of_table ON wijkteam_outboxmessage FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (request_id IS NULL
        AND (kind IN ('letter', 'call') OR person_id IS NOT NULL AND status <> 'waiting')
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND household_id = ANY (ARRAY(SELECT household_id FROM casework_casefile
            WHERE id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]))));
CREATE POLICY outbox_of_table_by_hand ON wijkteam_outboxmessage FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (request_id IS NULL
        AND (kind IN ('letter', 'call') OR person_id IS NOT NULL AND status = 'failed')
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND household_id = ANY (ARRAY(SELECT household_id FROM casework_casefile
            WHERE id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]))))
    WITH CHECK (true);  -- outbox_is_done says what it may become

-- In which language to write to them: nothing else of an account, and none for who has no account.
CREATE FUNCTION casework_languages(people uuid[]) RETURNS TABLE (person uuid, language varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT DISTINCT p.id, u.language FROM casework_person p
    JOIN casework_householdmember m ON m.person_id = p.id
    LEFT JOIN wijkteam_user u ON u.id = p.user_id
    WHERE p.id = ANY (people) AND m.household_id = ANY (casework_households('view_casefile')) $$;
REVOKE EXECUTE ON FUNCTION casework_address_message, casework_languages FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_languages TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
