-- What the kept front page is held against (monitor/kept.py). Both answers are hashes: they say
-- whether something changed, and not what. In plpgsql, which remembers how it asks.

-- Who reads: account, password, role, organisation, rights and second factors. As the login itself
-- may read them: the municipality's own site knows nobody else.
CREATE FUNCTION monitor_reader(reader bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT encode(sha256(convert_to(concat_ws('|', u::text, o::text,
            ARRAY(SELECT r.permission_id FROM wijkteam_user_groups g
                  JOIN auth_group_permissions r ON r.group_id = g.group_id
                  WHERE g.user_id = u.id ORDER BY 1),
            ARRAY(SELECT a.id FROM mfa_authenticator a WHERE a.user_id = u.id ORDER BY 1)
        ), 'UTF8')), 'hex')
        FROM wijkteam_user u LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id
        WHERE u.id = reader AND u.is_active AND u.role = 'municipality'
    );
END $$;

-- What is read: all that the page is made of, as far as the municipality may see it. A number
-- beside each moment, since who began first may be ready last.
CREATE FUNCTION monitor_stamp() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
    RETURN (
        SELECT encode(sha256(convert_to(concat_ws('|',
            (SELECT concat_ws(' ', count(*), max(frozen_at)) FROM monitor_publication),
            (SELECT count(*) FROM monitor_publishedmark),
            (SELECT concat_ws(' ', count(*), max(released_at)) FROM monitor_story
             WHERE kind = 'story' AND released_at IS NOT NULL AND withdrawn_at IS NULL),
            (SELECT concat_ws(' ', count(*), max(asked_at), count(answered_at), max(answered_at))
             FROM monitor_remark),
            (SELECT concat_ws(' ', count(*), max(started_at), count(ended_at), max(ended_at))
             FROM monitor_pilot),
            (SELECT concat_ws(' ', count(*), max(forwarded_at), count(replied_at), max(replied_at))
             FROM casework_forwardedstuckpoint WHERE forwarded_at IS NOT NULL)
        ), 'UTF8')), 'hex')
    );
END $$;
DO $$
DECLARE named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['monitor_publication', 'monitor_story', 'monitor_remark',
        'monitor_pilot'] LOOP
        EXECUTE format('CREATE POLICY kept_stamp ON %I FOR SELECT TO wijkteam_owner USING (true)',
            named);
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION monitor_reader, monitor_stamp FROM PUBLIC;
GRANT EXECUTE ON FUNCTION monitor_reader, monitor_stamp TO wijkteam_app, wijkteam_monitor;
