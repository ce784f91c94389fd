-- The ground's locks: who may read and write which table (see docs/house.md).
-- Reference data is open to every role; people and messages are not.

CREATE OR REPLACE FUNCTION wijkteam_me() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('wijkteam.user_id', true), '')::bigint $$;

-- The day on the wall of the team: the database itself counts in UTC, and is a day behind in the
-- first hours of the night.
CREATE OR REPLACE FUNCTION wijkteam_local(moment timestamptz) RETURNS timestamp
LANGUAGE sql STABLE AS $$ SELECT moment AT TIME ZONE 'Europe/Amsterdam' $$;

CREATE OR REPLACE FUNCTION wijkteam_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT wijkteam_local(now())::date $$;

CREATE OR REPLACE FUNCTION wijkteam_secret() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('wijkteam.secret', true), '') $$;

CREATE OR REPLACE FUNCTION wijkteam_my_teams() RETURNS bigint[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT team_id FROM wijkteam_teammembership
                WHERE user_id = wijkteam_me() AND until IS NULL) $$;

-- Reference data: everyone reads, the manager writes.
GRANT SELECT ON wijkteam_organisation, wijkteam_team, wijkteam_teamhours, wijkteam_neighbourhood,
    wijkteam_postcode
    TO wijkteam_app, wijkteam_public, wijkteam_resident, wijkteam_professional,
       wijkteam_team_lead, wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer,
       wijkteam_manager, wijkteam_statistics, wijkteam_worker;
GRANT INSERT, UPDATE, DELETE ON wijkteam_organisation, wijkteam_team, wijkteam_teamhours,
    wijkteam_neighbourhood, wijkteam_postcode TO wijkteam_manager;

-- Sessions and accounts: the app's own login signs people in, with no role taken. It also reads
-- who may do what, before the request becomes the visitor.
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session, account_emailaddress,
    account_emailconfirmation, mfa_authenticator TO wijkteam_app;
-- Nothing is kept of a sign-in at one's own organisation; allauth only looks whether there is.
GRANT SELECT ON socialaccount_socialaccount, socialaccount_socialapp TO wijkteam_app;
GRANT SELECT, INSERT, UPDATE ON wijkteam_user TO wijkteam_app;
GRANT INSERT, UPDATE (email, name, role, organisation_id, discipline, phone, language, is_active)
    ON wijkteam_user TO wijkteam_manager;
GRANT SELECT, INSERT, DELETE ON wijkteam_user_groups TO wijkteam_app, wijkteam_manager;
GRANT SELECT ON auth_group, auth_group_permissions, wijkteam_user_user_permissions,
    wijkteam_teammembership TO wijkteam_app, wijkteam_manager;
GRANT SELECT ON auth_permission, django_content_type TO wijkteam_app, wijkteam_manager,
    wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT ON django_admin_log TO wijkteam_manager;
ALTER TABLE django_admin_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE django_admin_log FORCE ROW LEVEL SECURITY;
CREATE POLICY management_own ON django_admin_log TO wijkteam_manager
    USING (user_id = (SELECT wijkteam_me())) WITH CHECK (user_id = (SELECT wijkteam_me()));
GRANT INSERT, UPDATE ON wijkteam_teammembership TO wijkteam_manager;

-- Names of colleagues are readable for who works with them; a resident's account is not.
-- Without the password: see PasswordField.
GRANT SELECT (id, name, role, organisation_id, discipline, phone, language, is_active, is_staff,
    is_superuser, created_at)
    ON wijkteam_user TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead,
       wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer, wijkteam_worker,
       wijkteam_manager;
-- Addresses are for colleagues; a resident and a place write by key (locks_outbox.sql). KeptField.
GRANT SELECT (email) ON wijkteam_user TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_municipality, wijkteam_privacy_officer, wijkteam_worker, wijkteam_manager;
GRANT SELECT (last_login) ON wijkteam_user TO wijkteam_manager;
CREATE FUNCTION wijkteam_my_email() RETURNS varchar
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT email FROM wijkteam_user WHERE id = wijkteam_me() $$;
REVOKE EXECUTE ON FUNCTION wijkteam_my_email FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wijkteam_my_email TO wijkteam_resident;
GRANT SELECT ON wijkteam_teammembership TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_worker;

ALTER TABLE wijkteam_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_user FORCE ROW LEVEL SECURITY;
CREATE POLICY user_accounts ON wijkteam_user TO wijkteam_app, wijkteam_worker
    USING (true) WITH CHECK (true);
CREATE POLICY user_self ON wijkteam_user FOR SELECT TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead, wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer
    USING (id = (SELECT wijkteam_me()));
-- Who passes on signals may be a neighbour: a resident reads no address of theirs.
CREATE POLICY user_helps ON wijkteam_user FOR SELECT TO wijkteam_resident
    USING (role NOT IN ('resident', 'contact'));
CREATE POLICY user_colleagues ON wijkteam_user FOR SELECT TO wijkteam_professional,
    wijkteam_team_lead, wijkteam_contact, wijkteam_privacy_officer
    USING (role NOT IN ('resident', 'contact'));
-- Nor does one neighbour of another, or a partner: the people behind places are for who works in a team.
CREATE POLICY user_contacts ON wijkteam_user FOR SELECT TO wijkteam_professional, wijkteam_team_lead
    USING (role = 'contact' AND (SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY user_contacts_looked ON wijkteam_user FOR SELECT TO wijkteam_privacy_officer
    USING (role = 'contact');
CREATE POLICY user_management ON wijkteam_user TO wijkteam_manager
    USING (role <> 'resident' OR id = (SELECT wijkteam_me())) WITH CHECK (role <> 'resident');

-- The rights of who signed in (wijkteam/rights.py), with the rights of who asks it.
CREATE FUNCTION wijkteam_rights(person bigint) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT t.app_label || '.' || p.codename
        FROM wijkteam_user_groups g
        JOIN auth_group_permissions r ON r.group_id = g.group_id
        JOIN auth_permission p ON p.id = r.permission_id
        JOIN django_content_type t ON t.id = p.content_type_id
        WHERE g.user_id = person
    );
END $$;

-- Messages: whoever causes one writes it, to whom the own pages write (locks_outbox.sql of each app);
-- only the worker sends. A message holds links that open
-- something, and what somebody asked: so no team reads all that was sent in its name, but whoever
-- handles a request those of that request (intake/locks.sql), whoever may see a complaint those to who
-- complains (intake/locks_complaints.sql), whoever runs a table the letters that it
-- makes (casework/locks_contact.sql), and whoever sees what a resident asked about the own data, a
-- signal or a gathering what is sent about that one (`about_id`; casework/locks_rights.sql,
-- network/locks_signals.sql).
GRANT INSERT ON wijkteam_outboxmessage TO wijkteam_app, wijkteam_public, wijkteam_resident,
    wijkteam_professional, wijkteam_team_lead, wijkteam_contact, wijkteam_privacy_officer,
    wijkteam_worker;
GRANT SELECT, UPDATE ON wijkteam_outboxmessage TO wijkteam_worker;
GRANT SELECT, UPDATE (status, sent_at, attempts, error) ON wijkteam_outboxmessage
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_privacy_officer;
ALTER TABLE wijkteam_outboxmessage ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_outboxmessage FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_worker ON wijkteam_outboxmessage TO wijkteam_worker USING (true);

-- The access log: everyone who looks adds a row; nobody changes or removes one.
GRANT INSERT ON wijkteam_accesslog TO wijkteam_app, wijkteam_public, wijkteam_resident,
    wijkteam_professional, wijkteam_team_lead, wijkteam_contact,
    wijkteam_privacy_officer, wijkteam_manager, wijkteam_worker;
GRANT SELECT ON wijkteam_accesslog TO wijkteam_privacy_officer, wijkteam_resident,
    wijkteam_professional, wijkteam_worker;
ALTER TABLE wijkteam_accesslog ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_accesslog FORCE ROW LEVEL SECURITY;
CREATE POLICY access_write ON wijkteam_accesslog FOR INSERT
    WITH CHECK (user_id IS NOT DISTINCT FROM (SELECT wijkteam_me()));
CREATE POLICY access_officer ON wijkteam_accesslog FOR SELECT
    TO wijkteam_privacy_officer, wijkteam_worker USING (true);
-- Its clock is the database's own, and who adds a row holds on to that hour until the transaction
-- ends: so a seal knows when all rows of an hour are there (see models/seals.py).
CREATE FUNCTION wijkteam_access_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hour int;
        own record;
BEGIN
    -- Who looked is who signed in, under the own name and role; a stranger has none.
    IF wijkteam_me() IS NOT NULL AND NEW.user_id = wijkteam_me() THEN
        SELECT u.name, u.role, coalesce(o.name, '') AS organisation INTO own FROM wijkteam_user u
        LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id WHERE u.id = NEW.user_id;
        IF FOUND THEN
            NEW.user_name := own.name;
            NEW.role := own.role;
            NEW.organisation := own.organisation;
        END IF;
    ELSIF current_user IN ('wijkteam_public', 'wijkteam_app') THEN
        NEW.user_name := '';
        NEW.role := '';
        NEW.organisation := '';
    END IF;
    LOOP
        NEW.written_at := clock_timestamp();
        hour := floor(extract(epoch FROM NEW.written_at) / 3600);
        PERFORM pg_advisory_xact_lock_shared(7513, hour);
        -- Waiting for the lock may have lasted until the next hour.
        EXIT WHEN floor(extract(epoch FROM clock_timestamp()) / 3600) = hour;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER access_stamp BEFORE INSERT ON wijkteam_accesslog
    FOR EACH ROW EXECUTE FUNCTION wijkteam_access_stamp();

-- The seals on it say nothing about people. Nobody changes or removes one.
GRANT SELECT, INSERT ON wijkteam_accessseal, wijkteam_sealcheck TO wijkteam_worker;
GRANT SELECT ON wijkteam_accessseal, wijkteam_sealcheck TO wijkteam_privacy_officer;
GRANT USAGE ON SEQUENCE wijkteam_sealcheck_id_seq TO wijkteam_worker;

-- Questions about it: a resident asks about a look that the resident may see, the officer answers.
GRANT SELECT, INSERT ON wijkteam_accessquestion TO wijkteam_resident;
GRANT SELECT, UPDATE (answered_at, answered_by_id, answer_words) ON wijkteam_accessquestion
    TO wijkteam_privacy_officer;
ALTER TABLE wijkteam_accessquestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_accessquestion FORCE ROW LEVEL SECURITY;
CREATE POLICY question_own ON wijkteam_accessquestion FOR SELECT TO wijkteam_resident
    USING (asked_by_id = (SELECT wijkteam_me()));
CREATE POLICY question_ask ON wijkteam_accessquestion FOR INSERT TO wijkteam_resident
    WITH CHECK (asked_by_id = (SELECT wijkteam_me()) AND answered_at IS NULL
        AND EXISTS (SELECT 1 FROM wijkteam_accesslog l WHERE l.id = row_id));
CREATE POLICY question_officer ON wijkteam_accessquestion FOR SELECT TO wijkteam_privacy_officer
    USING (true);
CREATE POLICY question_answer ON wijkteam_accessquestion FOR UPDATE TO wijkteam_privacy_officer
    USING (answered_at IS NULL) WITH CHECK (answered_by_id = (SELECT wijkteam_me()));

-- Changes: added by this trigger, which runs as the owner of the tables, and by nobody else.
-- Its words: which column of wijkteam_change says whose row it is; which column of the row holds
-- that; which columns are left out. Of a deleted row only the fact stays.
ALTER TABLE wijkteam_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_change FORCE ROW LEVEL SECURITY;
CREATE POLICY change_write ON wijkteam_change FOR INSERT TO wijkteam_owner WITH CHECK (true);

CREATE FUNCTION wijkteam_record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    was jsonb := coalesce(to_jsonb(OLD), '{}');
    becomes jsonb := coalesce(to_jsonb(NEW), '{}');
    any_row jsonb := was || becomes;
    about uuid := any_row ->> TG_ARGV[1];
    old_values jsonb;
    new_values jsonb;
BEGIN
    SELECT coalesce(jsonb_object_agg(key, was -> key) FILTER (WHERE was ? key), '{}'),
           coalesce(jsonb_object_agg(key, becomes -> key) FILTER (WHERE becomes ? key), '{}')
    INTO old_values, new_values
    FROM jsonb_object_keys(any_row - TG_ARGV[2]::text[]) key
    WHERE TG_OP <> 'DELETE' AND was -> key IS DISTINCT FROM becomes -> key;
    IF TG_OP = 'UPDATE' AND new_values = '{}' THEN
        RETURN NULL;
    END IF;
    INSERT INTO wijkteam_change (id, at, table_name, row_id, act, case_file_id, request_id,
        life_domain, old, new, user_id, login, role, correlation)
    VALUES (gen_random_uuid(), clock_timestamp(), TG_TABLE_NAME, (any_row ->> 'id')::uuid, TG_OP,
        CASE TG_ARGV[0] WHEN 'case_file_id' THEN about END,
        CASE TG_ARGV[0] WHEN 'request_id' THEN about END,
        CASE WHEN old_values ? 'life_domain' THEN NULL
             ELSE coalesce(any_row ->> 'life_domain', '') END,
        old_values, new_values, wijkteam_me(), session_user, current_setting('role'),
        nullif(current_setting('wijkteam.correlation', true), '')::uuid);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION wijkteam_record_change FROM PUBLIC;
