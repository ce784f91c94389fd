-- To know that an account is left with nothing, the house looks at every table that can hold one
-- (wijkteam_left_with_nothing in wijkteam/locks_accounts.sql). This app comes last: all tables are there.
DO $$
DECLARE name regclass;
BEGIN
    FOR name IN SELECT DISTINCT c.conrelid::regclass FROM pg_constraint c
        JOIN pg_class t ON t.oid = c.conrelid
        WHERE c.contype = 'f' AND c.confrelid = 'wijkteam_user'::regclass AND t.relrowsecurity
          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polpermissive
            AND 'wijkteam_owner'::regrole = ANY (p.polroles) AND p.polcmd IN ('r', '*')
            AND pg_get_expr(p.polqual, p.polrelid) = 'true') LOOP
        EXECUTE format('CREATE POLICY account_holds ON %s FOR SELECT TO wijkteam_owner USING (true)',
            name);
    END LOOP;
END $$;
