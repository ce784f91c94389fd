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
