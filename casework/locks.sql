-- The locks of the case files.
--
-- The rows of casework_casefileuserobjectpermission (guardian's direct table) are the one store of
-- authority. The functions below read them as the owner of the tables, so that the table's own
-- policies can use them without turning in a circle; they tell a person nothing but the person's
-- own rights. Written as arrays they are worked out once per query, not once per row.

CREATE POLICY right_owner ON casework_casefileuserobjectpermission TO wijkteam_owner USING (true);
CREATE POLICY file_owner ON casework_casefile FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY seat_owner ON casework_seat FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY ground_owner ON casework_sharingground FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY person_owner ON casework_person TO wijkteam_owner USING (true);
CREATE POLICY user_owner ON wijkteam_user FOR SELECT TO wijkteam_owner USING (true);

CREATE FUNCTION casework_files(wanted text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT r.content_object_id FROM casework_casefileuserobjectpermission r
    JOIN auth_permission p ON p.id = r.permission_id
    WHERE r.user_id = wijkteam_me() AND p.codename = wanted
      AND (NOT r.shielded OR r.opened_until > now()) AND (r.until IS NULL OR r.until > now())) $$;

CREATE FUNCTION casework_whole_files(wanted text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT r.content_object_id FROM casework_casefileuserobjectpermission r
    JOIN auth_permission p ON p.id = r.permission_id
    WHERE r.user_id = wijkteam_me() AND p.codename = wanted AND r.domains IS NULL
      AND (NOT r.shielded OR r.opened_until > now()) AND (r.until IS NULL OR r.until > now())) $$;

-- 'file/domain' for each life domain that was granted singly, and 'file/' for the shared part,
-- which is to be read and not to be written in.
CREATE FUNCTION casework_parts(wanted text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT r.content_object_id || '/' || d
    FROM casework_casefileuserobjectpermission r
    JOIN auth_permission p ON p.id = r.permission_id
    CROSS JOIN LATERAL unnest(CASE wanted WHEN 'view_casefile' THEN r.domains || ''::varchar
        ELSE r.domains END) d
    WHERE r.user_id = wijkteam_me() AND p.codename = wanted AND r.domains IS NOT NULL
      AND (NOT r.shielded OR r.opened_until > now()) AND (r.until IS NULL OR r.until > now())) $$;

CREATE FUNCTION casework_households(wanted text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT household_id FROM casework_casefile
    WHERE id = ANY (casework_files(wanted))) $$;

-- The chairs that the visitor sits on now, as a professional or as someone of the household.
CREATE FUNCTION casework_seats() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT s.id FROM casework_seat s LEFT JOIN casework_person p ON p.id = s.person_id
    WHERE s.until IS NULL AND wijkteam_me() IN (s.user_id, p.user_id)
      AND (s.asked_at IS NULL OR s.accepted_at IS NOT NULL)) $$;

REVOKE EXECUTE ON FUNCTION casework_files, casework_whole_files, casework_parts,
    casework_households, casework_seats FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_files, casework_whole_files, casework_parts,
    casework_households, casework_seats TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead,
    wijkteam_owner;

-- Who may do what with which table; the policies below say with which rows.
GRANT SELECT, INSERT, UPDATE (user_id), DELETE ON casework_casefileuserobjectpermission
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT, UPDATE ON casework_casefile, casework_networkperson,
    casework_goal, casework_action, casework_lastlook
    TO wijkteam_professional, wijkteam_team_lead;
-- All of a chair but what somebody said with a no: that is told by casework_said_no.
GRANT INSERT, UPDATE ON casework_seat TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT (id, case_file_id, user_id, contact_id, person_id, network_person_id, name, from_whom,
    role, domains, invited_by_id, is_coordinator, by_experience, since, until, after_care_until,
    stays_until, asked_at, accepted_at, declined_at) ON casework_seat
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
-- Who lives there, as what, and how old they are, decides who speaks for whom: no page changes it,
-- but that somebody moved out (member_ends).
GRANT SELECT, INSERT ON casework_householdmember, casework_person
    TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (until) ON casework_householdmember TO wijkteam_professional, wijkteam_team_lead;
GRANT UPDATE (user_id) ON casework_person TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT, UPDATE (street, house_number, postcode, town) ON casework_household
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT (household_id, number, coordinator_id), INSERT,
    UPDATE (coordinator_id, address_key, number) ON casework_signpost TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT ON casework_goalreview, casework_timelineentry
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON casework_sharingground
    TO wijkteam_professional, wijkteam_team_lead;

-- Not since when its data are restricted (casework_restricted_since).
GRANT SELECT (id, household_id, team_id, opened_at, changed_at, closed_at, outcome_words,
    differences_left, destroy_on, aftercare_until, may_be_asked, is_apart)
    ON casework_casefile TO wijkteam_resident;
GRANT SELECT ON casework_casefileuserobjectpermission, casework_household,
    casework_householdmember, casework_person,
    casework_goal, casework_goalreview, casework_action, casework_timelineentry,
    casework_sharingground TO wijkteam_resident;
GRANT UPDATE (changed_at) ON casework_casefile TO wijkteam_resident;
GRANT UPDATE (done_at, done_by_id) ON casework_action TO wijkteam_resident;
GRANT UPDATE (withdrawn_at) ON casework_sharingground TO wijkteam_resident;
GRANT SELECT, INSERT, UPDATE ON casework_lastlook TO wijkteam_resident;
GRANT INSERT ON casework_timelineentry, casework_goalreview TO wijkteam_resident;

-- For figures: keys, dates and kinds, no names and no words.
GRANT SELECT (id, household_id, team_id, opened_at, closed_at) ON casework_casefile
    TO wijkteam_statistics;
GRANT SELECT (id, case_file_id, user_id, contact_id, person_id, network_person_id,
    is_coordinator, since, until, asked_at, accepted_at) ON casework_seat TO wijkteam_statistics;
GRANT SELECT (id, organisation_id) ON wijkteam_user TO wijkteam_statistics;
GRANT SELECT (id, case_file_id, life_domain, start_mark, status, created_at) ON casework_goal
    TO wijkteam_statistics;
GRANT SELECT (id, goal_id, mark, at) ON casework_goalreview TO wijkteam_statistics;
GRANT SELECT (id, case_file_id, owner_id, kind, created_at, done_at) ON casework_action
    TO wijkteam_statistics;

ALTER TABLE casework_casefileuserobjectpermission ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_casefileuserobjectpermission FORCE ROW LEVEL SECURITY;
CREATE POLICY right_read ON casework_casefileuserobjectpermission FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (user_id = (SELECT wijkteam_me())
        OR content_object_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]));
-- One's own coordination comes first when a file is opened; it is unique per file for ever.
CREATE POLICY right_give ON casework_casefileuserobjectpermission FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (
        coordinates = (permission_id = (SELECT id FROM auth_permission
                                        WHERE codename = 'coordinate_casefile'))
        AND (coordinates AND user_id = (SELECT wijkteam_me())
          OR NOT coordinates AND (
            content_object_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])
            OR content_object_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[]))));
CREATE POLICY right_hand_over ON casework_casefileuserobjectpermission FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (content_object_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[]));
CREATE POLICY right_end ON casework_casefileuserobjectpermission FOR DELETE
    TO wijkteam_professional, wijkteam_team_lead
    USING (NOT coordinates AND (user_id = (SELECT wijkteam_me())
        OR content_object_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])));

ALTER TABLE casework_casefile ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_casefile FORCE ROW LEVEL SECURITY;
CREATE POLICY file_read ON casework_casefile FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));
-- A household that is known opens again for who stands at its door. The address is a keyed hash: whose
-- key the web process holds, and the visitor's role does not read. So whoever gets no further than
-- the database finds no household by it.
CREATE FUNCTION casework_may_open(household uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT NOT EXISTS (SELECT FROM casework_household WHERE id = household)
    OR EXISTS (SELECT FROM casework_signpost WHERE household_id = household AND address_key <> ''
        AND address_key = current_setting('wijkteam.address', true)) $$;
CREATE FUNCTION casework_at_address(wanted text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT household_id FROM casework_signpost WHERE address_key = wanted AND wanted <> '' $$;
CREATE POLICY household_owner ON casework_household FOR SELECT TO wijkteam_owner USING (true);
REVOKE EXECUTE ON FUNCTION casework_may_open, casework_at_address FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_may_open, casework_at_address
    TO wijkteam_professional, wijkteam_team_lead;
CREATE POLICY file_open ON casework_casefile FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[])
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
        AND casework_may_open(household_id)
        AND closed_at IS NULL);  -- a family has one open file: so nobody opens one beside it to read
CREATE POLICY file_change ON casework_casefile FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (id = ANY ((SELECT casework_files('write_casefile'))::uuid[]));
CREATE POLICY file_touch ON casework_casefile FOR UPDATE TO wijkteam_resident
    USING (id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));

ALTER TABLE casework_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_seat FORCE ROW LEVEL SECURITY;
CREATE POLICY seat_read ON casework_seat FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));
CREATE POLICY seat_give ON casework_seat FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]));
CREATE POLICY seat_change ON casework_seat FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (user_id = (SELECT wijkteam_me())
        OR case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]))
    WITH CHECK (user_id = (SELECT wijkteam_me()) AND NOT is_coordinator
        OR case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]));

ALTER TABLE casework_household ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_household FORCE ROW LEVEL SECURITY;
CREATE POLICY household_read ON casework_household FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (id = ANY ((SELECT casework_households('view_casefile'))::uuid[]));
CREATE POLICY household_add ON casework_household FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[]));
-- Where they live: by who keeps the plan together (moves_house in casework/models/moving_house.py).
CREATE POLICY household_change ON casework_household FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[]));

ALTER TABLE casework_householdmember ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_householdmember FORCE ROW LEVEL SECURITY;
CREATE POLICY member_read ON casework_householdmember FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (household_id = ANY ((SELECT casework_households('view_casefile'))::uuid[]));
CREATE POLICY member_write ON casework_householdmember
    TO wijkteam_professional, wijkteam_team_lead
    USING (household_id = ANY ((SELECT casework_households('write_casefile'))::uuid[]));

-- Once, by who keeps the plan together.
CREATE POLICY member_ends ON casework_householdmember AS RESTRICTIVE FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (until IS NULL
        AND household_id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[]))
    WITH CHECK (until = wijkteam_today());

-- Who moved out comes back only by who keeps the plan together too. Who sits at no table of a household is
-- told nothing of it (member_write lets them write nothing there either).
CREATE FUNCTION casework_lived_there(of_household uuid, who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_householdmember m
    WHERE m.household_id = of_household AND m.person_id = who
      AND m.household_id = ANY (casework_households('view_casefile'))) $$;
REVOKE EXECUTE ON FUNCTION casework_lived_there FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_lived_there TO wijkteam_professional, wijkteam_team_lead;
CREATE POLICY member_comes_back ON casework_householdmember AS RESTRICTIVE FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (household_id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[])
        OR NOT casework_lived_there(household_id, person_id));

-- Somebody of a household has an account of a resident, never that of a colleague.
CREATE FUNCTION casework_is_resident(account bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM wijkteam_user WHERE id = account AND role = 'resident') $$;
REVOKE EXECUTE ON FUNCTION casework_is_resident FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_is_resident TO wijkteam_professional, wijkteam_team_lead;

ALTER TABLE casework_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_read ON casework_person FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (id = ANY (ARRAY(SELECT person_id FROM casework_householdmember)));
CREATE POLICY person_add ON casework_person FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (id = ANY (ARRAY(SELECT person_id FROM casework_householdmember))
        AND user_id IS DISTINCT FROM (SELECT wijkteam_me())
        AND (user_id IS NULL OR casework_is_resident(user_id)));
CREATE POLICY person_change ON casework_person FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (id = ANY (ARRAY(SELECT person_id FROM casework_householdmember
        WHERE household_id = ANY ((SELECT casework_households('write_casefile'))::uuid[]))));

ALTER TABLE casework_networkperson ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_networkperson FORCE ROW LEVEL SECURITY;
CREATE POLICY network_person_read ON casework_networkperson FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (household_id = ANY ((SELECT casework_households('view_casefile'))::uuid[]));
CREATE POLICY network_person_write ON casework_networkperson
    TO wijkteam_professional, wijkteam_team_lead
    USING (household_id = ANY ((SELECT casework_households('write_casefile'))::uuid[]));

-- Tells every professional that a file exists and whom to call, and nothing more.
ALTER TABLE casework_signpost ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_signpost FORCE ROW LEVEL SECURITY;
CREATE POLICY signpost_read ON casework_signpost FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (cardinality((SELECT wijkteam_my_teams())) > 0);
CREATE POLICY signpost_add ON casework_signpost FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (household_id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[]));
CREATE POLICY signpost_change ON casework_signpost FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (household_id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[]));

ALTER TABLE casework_sharingground ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_sharingground FORCE ROW LEVEL SECURITY;
CREATE POLICY ground_read ON casework_sharingground FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]));
CREATE POLICY ground_write ON casework_sharingground
    TO wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[]));
-- What the household itself says yes or no to: locks_sharing.sql.

ALTER TABLE casework_lastlook ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_lastlook FORCE ROW LEVEL SECURITY;
CREATE POLICY last_look_own ON casework_lastlook
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (user_id = (SELECT wijkteam_me()));

-- Rows with a life domain: the whole file, or the shared part and the domains that were granted.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_goal', 'casework_goalreview', 'casework_action'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format($policy$
            CREATE POLICY plan_read ON %I FOR SELECT
            TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
            USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
                OR case_file_id || '/' || life_domain
                    = ANY ((SELECT casework_parts('view_casefile'))::text[]))$policy$, name);
        EXECUTE format($policy$
            CREATE POLICY plan_write ON %I TO wijkteam_professional, wijkteam_team_lead
            USING (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])
                OR case_file_id || '/' || life_domain
                    = ANY ((SELECT casework_parts('write_casefile'))::text[]))$policy$, name);
    END LOOP;
END $$;
-- Everyone ticks off what they do themselves, also in a part that is not theirs. Residents give own
-- marks. Marks and stories are written in one's own name.
CREATE POLICY action_own ON casework_action FOR UPDATE
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (owner_id = ANY ((SELECT casework_seats())::uuid[]));
CREATE POLICY review_own ON casework_goalreview FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));
CREATE POLICY review_in_own_name ON casework_goalreview AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = ANY ((SELECT casework_seats())::uuid[]));

ALTER TABLE casework_timelineentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_timelineentry FORCE ROW LEVEL SECURITY;
CREATE POLICY entry_read ON casework_timelineentry FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING ((case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
            OR case_file_id || '/' || life_domain
                = ANY ((SELECT casework_parts('view_casefile'))::text[]))
        AND (audience <> 'coordinator'
            OR case_file_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[])));
CREATE POLICY entry_write ON casework_timelineentry FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('write_casefile'))::uuid[])
        OR case_file_id || '/' || life_domain
            = ANY ((SELECT casework_parts('write_casefile'))::text[]));
CREATE POLICY entry_own ON casework_timelineentry FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));
CREATE POLICY entry_in_own_name ON casework_timelineentry AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = ANY ((SELECT casework_seats())::uuid[]));
-- A correction stands beside what the writer reads, in the same file. What somebody of the household
-- wrote is read by fewer at home than words of a professional, so a professional sets nothing beside
-- it. Not a function of the owner: what the writer does not read is not there.
CREATE FUNCTION casework_may_correct(entry uuid, of_file uuid, writer uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_timelineentry e JOIN casework_seat s ON s.id = e.by_id
    JOIN casework_seat w ON w.id = writer
    WHERE e.id = entry AND e.case_file_id = of_file
      AND (s.person_id IS NULL OR w.person_id IS NOT NULL)) $$;
REVOKE EXECUTE ON FUNCTION casework_may_correct FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_may_correct TO wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead;
CREATE POLICY entry_corrects_own_kind ON casework_timelineentry AS RESTRICTIVE FOR INSERT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    WITH CHECK (corrects_id IS NULL OR casework_may_correct(corrects_id, case_file_id, by_id));

-- Exactly one open coordinator seat per open case file, looked at when the transaction ends.
CREATE FUNCTION casework_one_coordinator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE file uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF EXISTS (SELECT FROM casework_casefile WHERE id = file AND closed_at IS NULL)
       AND (SELECT count(*) FROM casework_seat
            WHERE case_file_id = file AND is_coordinator AND until IS NULL) <> 1 THEN
        RAISE EXCEPTION 'an open case file has exactly one coordinator'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'case_file_one_coordinator';
    END IF;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_one_coordinator FROM PUBLIC;
CREATE CONSTRAINT TRIGGER case_file_one_coordinator
    AFTER INSERT OR UPDATE OF closed_at ON casework_casefile
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION casework_one_coordinator('id');
CREATE CONSTRAINT TRIGGER seat_one_coordinator
    AFTER INSERT OR UPDATE OF until, is_coordinator, case_file_id ON casework_seat
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION casework_one_coordinator('case_file_id');

-- A ground is never changed: withdrawing writes when, once.
CREATE FUNCTION casework_ground_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
       OR to_jsonb(NEW) - 'withdrawn_at' <> to_jsonb(OLD) - 'withdrawn_at' THEN
        RAISE EXCEPTION 'a sharing ground is only withdrawn, never changed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ground_never_changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ground_never_changed BEFORE UPDATE ON casework_sharingground
    FOR EACH ROW EXECUTE FUNCTION casework_ground_stays();

-- Whoever withdraws a ground, in whatever way: the rights that rested on it end in the same
-- statement. Rights of the own team, the coordinator and the household rest on no ground and carry
-- no domains, so they are never touched here.
CREATE FUNCTION casework_ground_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE shared varchar[] := ARRAY(SELECT DISTINCT unnest(g.domains) FROM casework_sharingground g
    WHERE g.case_file_id = NEW.case_file_id AND g.organisation_id = NEW.organisation_id
      AND g.withdrawn_at IS NULL AND (g.until IS NULL OR g.until > now()));
BEGIN
    UPDATE casework_casefileuserobjectpermission r
    SET domains = ARRAY(SELECT d FROM unnest(r.domains) d WHERE d = ANY (shared))
    FROM wijkteam_user u
    WHERE u.id = r.user_id AND u.organisation_id = NEW.organisation_id
      AND r.content_object_id = NEW.case_file_id AND r.domains IS NOT NULL;
    DELETE FROM casework_casefileuserobjectpermission
    WHERE content_object_id = NEW.case_file_id AND domains = '{}';
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_ground_ends FROM PUBLIC;
CREATE TRIGGER ground_ends AFTER UPDATE OF withdrawn_at ON casework_sharingground
    FOR EACH ROW EXECUTE FUNCTION casework_ground_ends();

-- Everyone at the table brings the file on top of the list; opening and closing are the coordinator's, and
-- the team changes when another one takes it (locks_team.sql). A seat changes by who runs the table; who
-- sits on it says yes, and stands up.
CREATE FUNCTION casework_file_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.restricted_at IS NOT NULL
       AND current_user IN ('wijkteam_professional', 'wijkteam_team_lead') THEN
        RAISE EXCEPTION 'the data of this family are restricted'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'file_is_restricted';
    END IF;
    -- Every term is one of whole years: nobody has a family destroyed tonight but by a granted request.
    IF wijkteam_me() IS NOT NULL AND NEW.destroy_on IS DISTINCT FROM OLD.destroy_on
       AND NEW.destroy_on < wijkteam_today() + 364 THEN
        RAISE EXCEPTION 'a case file is kept as long as the law says'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF wijkteam_me() IS NOT NULL AND NEW.opened_at IS DISTINCT FROM OLD.opened_at THEN
        RAISE EXCEPTION 'when a case file was opened stays' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF wijkteam_me() IS NOT NULL AND NEW.restricted_at IS DISTINCT FROM OLD.restricted_at THEN
        RAISE EXCEPTION 'only an answered request restricts a case file'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF wijkteam_me() IS NOT NULL
       AND to_jsonb(NEW) - 'changed_at' <> to_jsonb(OLD) - 'changed_at'
       AND NOT NEW.id = ANY (casework_files('coordinate_casefile')) THEN
        RAISE EXCEPTION 'only the coordinator changes a case file'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER file_change BEFORE UPDATE ON casework_casefile
    FOR EACH ROW EXECUTE FUNCTION casework_file_change();
CREATE FUNCTION casework_seat_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND NEW.accepted_at IS DISTINCT FROM OLD.accepted_at
       AND NEW.user_id IS DISTINCT FROM wijkteam_me() THEN
        RAISE EXCEPTION 'only who was asked says yes' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF wijkteam_me() IS NOT NULL AND (NEW.asked_at, NEW.user_id)
        IS DISTINCT FROM (OLD.asked_at, OLD.user_id) THEN
        RAISE EXCEPTION 'who was asked, and when, stays' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF wijkteam_me() IS NOT NULL
       AND to_jsonb(NEW) - '{until,after_care_until,accepted_at,declined_at,declined_words}'::text[]
        <> to_jsonb(OLD) - '{until,after_care_until,accepted_at,declined_at,declined_words}'::text[]
       AND NOT NEW.case_file_id = ANY (casework_whole_files('write_casefile')) THEN
        RAISE EXCEPTION 'a seat of one''s own only ends'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seat_change BEFORE UPDATE ON casework_seat
    FOR EACH ROW EXECUTE FUNCTION casework_seat_change();

-- Who left, said no or is asked no more does not sit down again by oneself: only the coordinator who
-- opens a file again gives back the chairs. A yes is said once, and to an open file.
CREATE FUNCTION casework_is_closed(file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM casework_casefile WHERE id = file AND closed_at IS NOT NULL) $$;
REVOKE EXECUTE ON FUNCTION casework_is_closed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_is_closed TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_owner;
CREATE FUNCTION casework_chair_was_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL AND (
        OLD.until IS NOT NULL AND NEW.until IS DISTINCT FROM OLD.until
            AND NOT NEW.case_file_id = ANY (casework_files('coordinate_casefile'))
        OR NEW.accepted_at IS DISTINCT FROM OLD.accepted_at
            AND (OLD.until IS NOT NULL OR OLD.accepted_at IS NOT NULL
                OR casework_is_closed(NEW.case_file_id))) THEN
        RAISE EXCEPTION 'a chair that was left is not taken again'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chair_was_left BEFORE UPDATE OF until, accepted_at ON casework_seat
    FOR EACH ROW EXECUTE FUNCTION casework_chair_was_left();

-- What belongs to one family never moves to another: not a file to their address, not a row to their
-- file.
CREATE FUNCTION casework_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF wijkteam_me() IS NOT NULL THEN
        RAISE EXCEPTION 'what belongs to one family stays there'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
DO $$
DECLARE one text[];
BEGIN
    FOREACH one SLICE 1 IN ARRAY ARRAY[['casework_casefile', 'household_id'],
        ['casework_householdmember', 'household_id'], ['casework_networkperson', 'household_id'],
        ['casework_householdmember', 'person_id'], ['casework_seat', 'case_file_id'],
        ['casework_seat', 'person_id'], ['casework_goal', 'case_file_id'],
        ['casework_action', 'case_file_id']] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF %I ON %I FOR EACH ROW
            WHEN (OLD.%2$I IS DISTINCT FROM NEW.%2$I) EXECUTE FUNCTION casework_stays()',
            one[2] || '_stays', one[2], one[1]);
    END LOOP;
END $$;

-- A resident who signs in finds the seat that waits for the own, proven, e-mail address.
CREATE FUNCTION casework_welcome() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE mine uuid[] := ARRAY(SELECT p.id FROM casework_personcontact c
    JOIN casework_person p ON p.id = c.person_id
    JOIN wijkteam_user u ON lower(c.email) = lower(u.email)
    WHERE u.id = wijkteam_me() AND u.role = 'resident' AND u.email <> '' AND p.user_id IS NULL
      AND EXISTS (SELECT FROM casework_seat s WHERE s.person_id = p.id AND s.until IS NULL));
BEGIN
    UPDATE casework_person SET user_id = wijkteam_me() WHERE id = ANY (mine);
    INSERT INTO casework_casefileuserobjectpermission
        (id, user_id, permission_id, content_object_id, coordinates)
    SELECT gen_random_uuid(), wijkteam_me(), p.id, s.case_file_id, false
    FROM casework_seat s
    JOIN auth_permission p ON p.codename = 'view_casefile'
    WHERE s.person_id = ANY (mine) AND s.until IS NULL
    ON CONFLICT DO NOTHING;
    RETURN mine <> '{}';
END $$;
REVOKE EXECUTE ON FUNCTION casework_welcome FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_welcome TO wijkteam_resident;

-- The story is append-only, for the owner of the tables too.
CREATE FUNCTION casework_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the timeline is append-only'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_append_only';
END $$;
CREATE TRIGGER entry_append_only BEFORE UPDATE ON casework_timelineentry
    FOR EACH ROW EXECUTE FUNCTION casework_entry_stays();

-- The access log: a household reads who looked at it, a coordinator who looked at the own file.
GRANT SELECT ON wijkteam_accesslog TO wijkteam_team_lead;
CREATE POLICY access_household ON wijkteam_accesslog FOR SELECT TO wijkteam_resident
    USING (household_id = ANY ((SELECT casework_households('view_casefile'))::uuid[]));
CREATE POLICY access_coordinator ON wijkteam_accesslog FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (household_id = ANY ((SELECT casework_households('coordinate_casefile'))::uuid[]));

-- Figures count all files, of which they see the columns above.
CREATE POLICY user_figures ON wijkteam_user FOR SELECT TO wijkteam_statistics
    USING (role <> 'resident');
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['casework_casefile', 'casework_seat', 'casework_goal',
        'casework_goalreview', 'casework_action'] LOOP
        EXECUTE format('CREATE POLICY figures ON %I FOR SELECT TO wijkteam_statistics USING (true)',
            name);
    END LOOP;
END $$;

-- Someone stops working here. The manager may not see a family, so the database itself moves the
-- coordination to the successor, ends seats and rights, and tells whom to tell.
CREATE POLICY seat_house ON casework_seat TO wijkteam_owner USING (true);
CREATE POLICY signpost_house ON casework_signpost TO wijkteam_owner USING (true);

CREATE FUNCTION casework_coordinated(whose bigint, of_team bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT count(*) FROM casework_seat s JOIN casework_casefile f ON f.id = s.case_file_id
   WHERE s.user_id = whose AND s.is_coordinator AND s.until IS NULL AND f.closed_at IS NULL
     AND (of_team IS NULL OR f.team_id = of_team) $$;

CREATE FUNCTION casework_leave_tables(whose bigint, of_team bigint, successor bigint)
RETURNS TABLE (coordinator bigint, household uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE manager text := current_setting('wijkteam.user_id', true);
        file record;
BEGIN
    PERFORM wijkteam_must_have_left(whose, of_team);
    PERFORM set_config('wijkteam.user_id', '', true);  -- this is the house's own deed
    FOR file IN
        SELECT f.id, f.household_id, f.team_id, s.id AS seat, s.is_coordinator
        FROM casework_seat s JOIN casework_casefile f ON f.id = s.case_file_id
        WHERE s.user_id = whose AND s.until IS NULL
          AND (of_team IS NULL OR f.team_id = of_team OR s.stays_until IS NOT NULL)
        FOR UPDATE OF s
    LOOP
        IF file.is_coordinator THEN
            IF successor IS NULL OR successor = whose OR NOT EXISTS (
                SELECT FROM wijkteam_teammembership m JOIN wijkteam_user u ON u.id = m.user_id
                WHERE m.user_id = successor AND m.team_id = file.team_id
                  AND m.until IS NULL AND u.is_active) THEN
                RAISE EXCEPTION 'a coordinator leaves only with a successor of the same team'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'leaving_needs_successor';
            END IF;
            UPDATE casework_seat SET is_coordinator = false WHERE id = file.seat;
            INSERT INTO casework_seat (id, case_file_id, user_id, name, from_whom, role,
                is_coordinator, by_experience, since, declined_words)
            SELECT gen_random_uuid(), file.id, u.id, u.name, t.name, u.discipline, false, false,
                now(), ''
            FROM wijkteam_user u, wijkteam_team t WHERE u.id = successor AND t.id = file.team_id
            ON CONFLICT DO NOTHING;
            UPDATE casework_seat SET is_coordinator = true, domains = NULL,
                accepted_at = CASE WHEN asked_at IS NOT NULL THEN coalesce(accepted_at, now()) END
            WHERE case_file_id = file.id AND user_id = successor AND until IS NULL;
            DELETE FROM casework_casefileuserobjectpermission
            WHERE content_object_id = file.id AND user_id = successor;
            UPDATE casework_casefileuserobjectpermission SET user_id = successor
            WHERE content_object_id = file.id AND user_id = whose;
            UPDATE casework_signpost SET coordinator_id = successor
            WHERE household_id = file.household_id;
        END IF;
        UPDATE casework_seat SET until = now() WHERE id = file.seat;
        DELETE FROM casework_casefileuserobjectpermission
        WHERE content_object_id = file.id AND user_id = whose AND NOT coordinates;
        household := file.household_id;
        FOR coordinator IN SELECT s.user_id FROM casework_seat s
            WHERE s.case_file_id = file.id AND s.is_coordinator AND s.until IS NULL LOOP
            RETURN NEXT;
        END LOOP;
    END LOOP;
    PERFORM set_config('wijkteam.user_id', coalesce(manager, ''), true);
END $$;
REVOKE EXECUTE ON FUNCTION casework_coordinated, casework_leave_tables FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_coordinated, casework_leave_tables TO wijkteam_manager;
GRANT INSERT ON wijkteam_outboxmessage TO wijkteam_manager;

-- Breaking the glass: a day to read, for who works in a team and gives a reason. The rows are written
-- here, so that no other way leads to a right on a file of others.
CREATE POLICY emergency_house ON casework_emergency TO wijkteam_owner USING (true);
CREATE FUNCTION casework_break_glass(of_household uuid, why text, hours integer)
RETURNS TABLE (case_file uuid, coordinator bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE ends timestamptz := now() + make_interval(hours => least(hours, 24));
BEGIN
    SELECT f.id, s.user_id INTO case_file, coordinator
    FROM casework_casefile f JOIN casework_seat s ON s.case_file_id = f.id
    WHERE f.household_id = of_household AND f.closed_at IS NULL
      AND s.is_coordinator AND s.until IS NULL
      AND cardinality(wijkteam_my_teams()) > 0 AND length(trim(why)) >= 20
      AND f.id <> ALL (casework_files('view_casefile'));
    IF case_file IS NULL THEN
        RAISE EXCEPTION 'no file to open in an emergency'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'emergency_refused';
    END IF;
    INSERT INTO casework_emergency (id, case_file_id, household_id, user_id, reason, at, until, review)
    VALUES (gen_random_uuid(), case_file, of_household, wijkteam_me(), why, now(), ends, '');
    -- Whoever sits at the table of a restricted file keeps the chair, and reads from it meanwhile.
    UPDATE casework_casefileuserobjectpermission r SET opened_until = ends
    FROM auth_permission p WHERE p.id = r.permission_id AND p.codename = 'view_casefile'
      AND r.content_object_id = case_file AND r.user_id = wijkteam_me() AND r.shielded
      AND (r.until IS NULL OR r.until > now());
    IF NOT FOUND THEN
        DELETE FROM casework_casefileuserobjectpermission
        WHERE content_object_id = case_file AND user_id = wijkteam_me() AND NOT coordinates;
        INSERT INTO casework_casefileuserobjectpermission
            (id, user_id, permission_id, content_object_id, coordinates, until)
        SELECT gen_random_uuid(), wijkteam_me(), p.id, case_file, false, ends
        FROM auth_permission p WHERE p.codename = 'view_casefile';
    END IF;
    RETURN NEXT;
END $$;
REVOKE EXECUTE ON FUNCTION casework_break_glass FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_break_glass TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON casework_emergency TO wijkteam_professional, wijkteam_team_lead,
    wijkteam_privacy_officer;
-- Why, they hear at home by casework_emergency_told (locks_meldcode.sql).
GRANT SELECT (id, case_file_id, household_id, user_id, at, until, reviewed_at, reviewed_by_id)
    ON casework_emergency TO wijkteam_resident;
GRANT UPDATE (reviewed_at, reviewed_by_id, review) ON casework_emergency
    TO wijkteam_privacy_officer;
ALTER TABLE casework_emergency ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_emergency FORCE ROW LEVEL SECURITY;
CREATE POLICY emergency_table ON casework_emergency FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[]));
CREATE POLICY emergency_officer ON casework_emergency TO wijkteam_privacy_officer USING (true);

-- What changed, by whom, from what into what: written by the database, read as the row itself is.
CREATE TRIGGER case_file_changed AFTER INSERT OR UPDATE OR DELETE ON casework_casefile
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'id', '{changed_at}');
CREATE TRIGGER seat_changed AFTER INSERT OR UPDATE OR DELETE ON casework_seat
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id',
        '{declined_words}');
CREATE TRIGGER ground_changed AFTER INSERT OR UPDATE OR DELETE ON casework_sharingground
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id', '{}');
CREATE TRIGGER goal_changed AFTER INSERT OR UPDATE OR DELETE ON casework_goal
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id', '{version}');
CREATE TRIGGER action_changed AFTER INSERT OR UPDATE OR DELETE ON casework_action
    FOR EACH ROW EXECUTE FUNCTION wijkteam_record_change('case_file_id', 'case_file_id', '{}');
GRANT SELECT ON wijkteam_change TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead;
CREATE POLICY change_of_file ON wijkteam_change FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        OR table_name <> 'casework_sharingground'
            AND case_file_id || '/' || life_domain
                = ANY ((SELECT casework_parts('view_casefile'))::text[]));
-- What changes of a household past the pages stands with its newest file, for who reads all of that.
CREATE FUNCTION casework_record_home() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE was jsonb := to_jsonb(OLD) - 'goals_shown_to';
        becomes jsonb := to_jsonb(NEW) - 'goals_shown_to';
        changed text[] := ARRAY(SELECT key FROM jsonb_object_keys(becomes) key
            WHERE was -> key IS DISTINCT FROM becomes -> key);
BEGIN
    INSERT INTO wijkteam_change (id, at, table_name, row_id, act, case_file_id, life_domain, old,
        new, user_id, login, role, correlation)
    SELECT gen_random_uuid(), clock_timestamp(), TG_TABLE_NAME, NEW.id, 'UPDATE', f.id, NULL,
        (SELECT jsonb_object_agg(key, was -> key) FROM unnest(changed) key),
        (SELECT jsonb_object_agg(key, becomes -> key) FROM unnest(changed) key),
        wijkteam_me(), session_user, current_setting('role'),
        nullif(current_setting('wijkteam.correlation', true), '')::uuid
    FROM (SELECT DISTINCT ON (c.household_id) c.id FROM casework_casefile c
        WHERE changed <> '{}' AND c.household_id = ANY (CASE TG_TABLE_NAME
            WHEN 'casework_household' THEN ARRAY[NEW.id]
            WHEN 'casework_householdmember' THEN ARRAY[(becomes ->> 'household_id')::uuid]
            ELSE ARRAY(SELECT m.household_id FROM casework_householdmember m
                WHERE m.person_id = NEW.id) END)
        ORDER BY c.household_id, c.opened_at DESC) f;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION casework_record_home FROM PUBLIC;
CREATE POLICY member_owner ON casework_householdmember FOR SELECT TO wijkteam_owner USING (true);
CREATE TRIGGER home_changed AFTER UPDATE ON casework_household
    FOR EACH ROW EXECUTE FUNCTION casework_record_home();
CREATE TRIGGER home_changed AFTER UPDATE ON casework_householdmember
    FOR EACH ROW EXECUTE FUNCTION casework_record_home();
CREATE TRIGGER home_changed AFTER UPDATE ON casework_person
    FOR EACH ROW EXECUTE FUNCTION casework_record_home();
