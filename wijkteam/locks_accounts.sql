-- Who may sign in as what decides who reads which family. So what a visitor changes of an account that
-- is no resident's (role, address, groups, teams, whether it may sign in) stands in the access log, where
-- the privacy officer reads it, whatever way it went. The worker forgets contacts, and writes no address
-- down. Decision 182.
CREATE FUNCTION wijkteam_note_account(whose bigint, what text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO wijkteam_accesslog (id, at, written_at, user_id, user_name, role, organisation, act,
        part, ground, why, correlation)
    SELECT gen_random_uuid(), now(), now(), wijkteam_me(), '', '', '', 'gewijzigd', 'account',
        'beheer', left(u.name || ' (' || u.id || '): ' || what, 300),
        coalesce(nullif(current_setting('wijkteam.correlation', true), '')::uuid, gen_random_uuid())
    FROM wijkteam_user u
    WHERE u.id = whose AND u.role <> 'resident'
      AND current_setting('role') NOT IN ('none', 'wijkteam_worker') $$;
REVOKE EXECUTE ON FUNCTION wijkteam_note_account FROM PUBLIC;

CREATE FUNCTION wijkteam_account_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM wijkteam_note_account(NEW.id,
            concat_ws(', ', 'nieuw', NEW.role, NEW.email));
    ELSE
        PERFORM wijkteam_note_account(NEW.id, string_agg(
            key || ': ' || coalesce(to_jsonb(OLD) ->> key, '-') || ' → '
                || coalesce(to_jsonb(NEW) ->> key, '-'), ', ' ORDER BY key))
        FROM unnest('{role,email,organisation_id,is_active,is_staff,is_superuser}'::text[]) key
        WHERE to_jsonb(OLD) -> key IS DISTINCT FROM to_jsonb(NEW) -> key
        HAVING count(*) > 0;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION wijkteam_account_belongs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE row jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
        gone boolean := TG_OP = 'DELETE' OR (row ->> 'until') IS NOT NULL;
BEGIN
    PERFORM wijkteam_note_account((row ->> 'user_id')::bigint, CASE TG_ARGV[0]
        WHEN 'groep' THEN 'groep ' || (SELECT name FROM auth_group
            WHERE id = (row ->> 'group_id')::int)
        ELSE 'team ' || (SELECT name FROM wijkteam_team WHERE id = (row ->> 'team_id')::bigint) END
        || CASE WHEN gone THEN ' eraf' ELSE ' erbij' END);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION wijkteam_account_changes, wijkteam_account_belongs FROM PUBLIC;
CREATE TRIGGER account_changes AFTER INSERT
    OR UPDATE OF role, email, organisation_id, is_active, is_staff, is_superuser ON wijkteam_user
    FOR EACH ROW EXECUTE FUNCTION wijkteam_account_changes();
CREATE TRIGGER account_belongs AFTER INSERT OR DELETE ON wijkteam_user_groups
    FOR EACH ROW EXECUTE FUNCTION wijkteam_account_belongs('groep');
CREATE TRIGGER account_belongs AFTER INSERT OR UPDATE OF until ON wijkteam_teammembership
    FOR EACH ROW EXECUTE FUNCTION wijkteam_account_belongs('team');

-- What somebody held goes to others only when they left: that team, or everything.
CREATE FUNCTION wijkteam_must_have_left(whose bigint, of_team bigint) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF EXISTS (SELECT FROM wijkteam_teammembership m WHERE m.user_id = whose AND m.until IS NULL
            AND (of_team IS NULL OR m.team_id = of_team))
        OR of_team IS NULL AND EXISTS (SELECT FROM wijkteam_user WHERE id = whose AND is_active) THEN
        RAISE EXCEPTION 'this colleague has not left' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION wijkteam_must_have_left FROM PUBLIC;

-- Who lived in a house of which the file is destroyed, and who helped there without an account, stand in
-- the log without a name from then on (decision 215). That somebody looked, and every colleague, stays.
CREATE FUNCTION wijkteam_names_a_helper(ground text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT ground IN ('link aan een helper', 'code aan de telefoon') $$;
CREATE POLICY house_forgets ON wijkteam_accesslog FOR UPDATE TO wijkteam_owner
    USING (role = 'resident') WITH CHECK (role = 'resident' AND user_name = '');
CREATE POLICY house_forgets_helper ON wijkteam_accesslog FOR UPDATE TO wijkteam_owner
    USING (wijkteam_names_a_helper(ground)) WITH CHECK (wijkteam_names_a_helper(ground) AND why = '');
CREATE FUNCTION wijkteam_forget_lookers(home uuid, request uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    UPDATE wijkteam_accesslog SET user_name = '' WHERE (household_id = home OR request_id = request)
      AND role = 'resident' AND user_name <> '';
    UPDATE wijkteam_accesslog SET why = '' WHERE (household_id = home OR request_id = request)
      AND wijkteam_names_a_helper(ground) AND why <> '' $$;
REVOKE EXECUTE ON FUNCTION wijkteam_forget_lookers FROM PUBLIC;

-- The account of a resident who has nothing here any more, and did not sign in for thirty days, is
-- emptied. Whatever points at it keeps it: the keys say so, and no list that forgets the next table. Only
-- what belongs to the account itself does not. The number stays, since the log points at it.
CREATE POLICY user_left ON wijkteam_user FOR UPDATE TO wijkteam_owner
    USING (role = 'resident') WITH CHECK (role = 'resident' AND NOT is_active AND name = '');
CREATE FUNCTION wijkteam_left_with_nothing(since timestamptz) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE found bigint[] := ARRAY(SELECT id FROM wijkteam_user
            WHERE role = 'resident' AND name <> '' AND greatest(created_at, last_login) < since);
        held record;
BEGIN
    FOR held IN SELECT c.conrelid::regclass AS name, a.attname AS col FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = 'wijkteam_user'::regclass
          AND c.conrelid::regclass::text <> ALL ('{wijkteam_accesslog,wijkteam_user_groups,
              wijkteam_user_user_permissions,wijkteam_papercode,account_emailaddress,
              mfa_authenticator,casework_newswish}'::text[])
    LOOP
        EXECUTE format('SELECT ARRAY(SELECT unnest($1) EXCEPT SELECT %I FROM %s)', held.col, held.name)
        INTO found USING found;
    END LOOP;
    RETURN ARRAY(SELECT unnest(found) EXCEPT
        SELECT user_id FROM wijkteam_papercode WHERE used_at IS NULL AND expires_at > now());
END $$;
CREATE FUNCTION wijkteam_forget_residents() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE since timestamptz := now() - interval '30 days';
        gone bigint[] := wijkteam_left_with_nothing(since);
BEGIN
    DELETE FROM wijkteam_outboxmessage o USING wijkteam_user u WHERE u.id = ANY (gone)
      AND o."to" = u.email AND o.status <> 'waiting' AND o.about_id IS NULL AND o.request_id IS NULL
      AND o.household_id IS NULL AND o.person_id IS NULL AND o.colleague_id IS NULL;
    -- Who signs in at this moment keeps the account.
    WITH left_now AS (UPDATE wijkteam_user SET is_active = false, name = '', email = NULL, phone = '',
        password = '!', last_login = NULL
        WHERE id = ANY (gone) AND greatest(created_at, last_login) < since RETURNING id)
    SELECT array_agg(id) INTO gone FROM left_now;
    UPDATE wijkteam_accesslog SET user_name = ''
    WHERE user_id = ANY (gone) AND role = 'resident' AND user_name <> '';
    DELETE FROM wijkteam_papercode WHERE user_id = ANY (gone);
    DELETE FROM mfa_authenticator WHERE user_id = ANY (gone);
    DELETE FROM account_emailconfirmation WHERE email_address_id IN (
        SELECT id FROM account_emailaddress WHERE user_id = ANY (gone));
    DELETE FROM account_emailaddress WHERE user_id = ANY (gone);
    RETURN coalesce(cardinality(gone), 0);
END $$;
REVOKE EXECUTE ON FUNCTION wijkteam_left_with_nothing, wijkteam_forget_residents FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wijkteam_forget_residents TO wijkteam_worker;
