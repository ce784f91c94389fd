-- The ground's locks: who may read and write which table (see docs/house.md).
-- Reference data is open to every role; people and messages are not.

CREATE OR REPLACE FUNCTION wijkteam_me() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('wijkteam.user_id', true), '')::bigint $$;

CREATE OR REPLACE FUNCTION wijkteam_secret() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('wijkteam.secret', true), '') $$;

CREATE OR REPLACE FUNCTION wijkteam_my_teams() RETURNS bigint[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT team_id FROM wijkteam_teammembership
                WHERE user_id = wijkteam_me() AND (until IS NULL OR until > now())) $$;

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
GRANT SELECT, INSERT, UPDATE ON wijkteam_user TO wijkteam_app, wijkteam_manager;
GRANT SELECT, INSERT, DELETE ON wijkteam_user_groups TO wijkteam_app, wijkteam_manager;
GRANT SELECT ON auth_group, auth_group_permissions, wijkteam_user_user_permissions,
    wijkteam_teammembership TO wijkteam_app, wijkteam_manager;
GRANT SELECT ON auth_permission, django_content_type TO wijkteam_app, wijkteam_manager,
    wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT ON django_admin_log TO wijkteam_manager;
GRANT INSERT, UPDATE ON wijkteam_teammembership TO wijkteam_manager;

-- Names of colleagues are readable for who works with them; a resident's account is not.
-- Without the password: see PasswordField.
GRANT SELECT (id, name, email, role, organisation_id, discipline, phone, language, is_active,
    is_staff, is_superuser, created_at, last_login)
    ON wijkteam_user TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead,
       wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer, wijkteam_worker;
GRANT SELECT ON wijkteam_teammembership TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_worker;

ALTER TABLE wijkteam_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_user FORCE ROW LEVEL SECURITY;
CREATE POLICY user_accounts ON wijkteam_user TO wijkteam_app, wijkteam_worker
    USING (true) WITH CHECK (true);
CREATE POLICY user_self ON wijkteam_user FOR SELECT TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead, wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer
    USING (id = (SELECT wijkteam_me()));
CREATE POLICY user_colleagues ON wijkteam_user FOR SELECT TO wijkteam_resident,
    wijkteam_professional, wijkteam_team_lead, wijkteam_contact, wijkteam_privacy_officer
    USING (role <> 'resident');
CREATE POLICY user_management ON wijkteam_user TO wijkteam_manager
    USING (role <> 'resident' OR id = (SELECT wijkteam_me())) WITH CHECK (role <> 'resident');

-- Messages: whoever causes one writes it; only the worker sends; the team sees its own.
GRANT INSERT ON wijkteam_outboxmessage TO wijkteam_app, wijkteam_public, wijkteam_resident,
    wijkteam_professional, wijkteam_team_lead, wijkteam_contact, wijkteam_privacy_officer,
    wijkteam_worker;
GRANT SELECT, UPDATE ON wijkteam_outboxmessage TO wijkteam_worker;
GRANT SELECT, UPDATE (status, sent_at, attempts, error, send_after, "to")
    ON wijkteam_outboxmessage TO wijkteam_professional;
ALTER TABLE wijkteam_outboxmessage ENABLE ROW LEVEL SECURITY;
ALTER TABLE wijkteam_outboxmessage FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_write ON wijkteam_outboxmessage FOR INSERT WITH CHECK (true);
CREATE POLICY outbox_worker ON wijkteam_outboxmessage TO wijkteam_worker USING (true);
CREATE POLICY outbox_team ON wijkteam_outboxmessage TO wijkteam_professional
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));

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
