-- The login of the municipality's own site (docs/running.md). It can become the municipality's role
-- and no other. By itself it signs in people of the municipality, and knows nobody else: not their
-- accounts, their second factors or their sessions.
GRANT SELECT ON wijkteam_organisation, wijkteam_team, wijkteam_teamhours, wijkteam_neighbourhood,
    wijkteam_postcode, auth_group, auth_group_permissions, auth_permission, django_content_type,
    wijkteam_user_groups, wijkteam_user_user_permissions TO wijkteam_monitor;
-- Both empty for ever; the page for signing in asks them.
GRANT SELECT ON socialaccount_socialaccount, socialaccount_socialapp TO wijkteam_monitor;
GRANT SELECT, INSERT, UPDATE, DELETE ON wijkteam_sitesession, mfa_authenticator TO wijkteam_monitor;
GRANT SELECT, INSERT, UPDATE ON account_emailaddress TO wijkteam_monitor;
GRANT SELECT, UPDATE ON wijkteam_user TO wijkteam_monitor;

-- Nobody becomes more than a reader of releases by way of this site.
CREATE POLICY user_site ON wijkteam_user TO wijkteam_monitor
    USING (role = 'municipality')
    WITH CHECK (role = 'municipality' AND NOT is_staff AND NOT is_superuser);

-- What belongs to an account goes along with it.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['account_emailaddress', 'mfa_authenticator',
        'wijkteam_user_groups', 'wijkteam_user_user_permissions'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
        -- The owner too: it makes an account for who signs in on paper, and empties one that is forgotten.
        EXECUTE format('CREATE POLICY of_accounts ON %I TO wijkteam_app, wijkteam_manager,
            wijkteam_owner USING (true) WITH CHECK (true)', named);
        EXECUTE format('CREATE POLICY of_site ON %I TO wijkteam_monitor
            USING (user_id IN (SELECT id FROM wijkteam_user))
            WITH CHECK (user_id IN (SELECT id FROM wijkteam_user))', named);
    END LOOP;
END $$;
