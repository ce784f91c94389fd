-- What the house does by itself, without anyone looking: ask whether a name may stay, forget it
-- when the term is over, and pass places on when a colleague leaves.
GRANT SELECT (id, vindplaats_id, name, role_there, phone, email, user_id, ground, keep_until,
    left_at, reminded_for, erased_at) ON network_vindplaatscontact TO wijkteam_worker;
GRANT UPDATE (name, role_there, phone, email, user_id, left_at, reminded_for, erased_at)
    ON network_vindplaatscontact TO wijkteam_worker;
GRANT SELECT (id, name, holder_id, substitute_id, retired_at) ON network_vindplaats
    TO wijkteam_worker;
GRANT SELECT (id, kind, team_id, status, pick_up_due, due, picked_up_by_id, chased_for),
    UPDATE (chased_for) ON network_signal TO wijkteam_worker;
CREATE POLICY signal_term ON network_signal TO wijkteam_worker USING (true);
CREATE POLICY contact_term ON network_vindplaatscontact TO wijkteam_worker USING (true);
CREATE POLICY place_term ON network_vindplaats FOR SELECT TO wijkteam_worker USING (true);

-- The manager who ends an account sees no register: the database moves what was held. Whoever
-- comes after gets it, else the substitute, else nobody; a signal in hand goes back to the team.
CREATE POLICY place_house ON network_vindplaats TO wijkteam_owner USING (true);
CREATE POLICY signal_house ON network_signal TO wijkteam_owner USING (true);
CREATE POLICY promise_house ON network_promise TO wijkteam_owner USING (true);
CREATE FUNCTION network_leave_places(whose bigint, of_team bigint, successor bigint)
RETURNS TABLE (next_holder bigint, number bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM wijkteam_must_have_left(whose, of_team);
    UPDATE network_signal SET picked_up_by_id = successor, picked_up_at = now()
    WHERE picked_up_by_id = whose AND status = 'picked_up' AND successor IS NOT NULL
      AND (of_team IS NULL OR team_id = of_team);
    UPDATE network_signal SET status = 'new', picked_up_by_id = NULL, picked_up_at = NULL
    WHERE picked_up_by_id = whose AND status = 'picked_up'
      AND (of_team IS NULL OR team_id = of_team);
    UPDATE network_promise p SET owner_id = successor
    WHERE owner_id = whose AND done_at IS NULL AND successor IS NOT NULL AND EXISTS (
        SELECT FROM network_gathering g WHERE g.id = p.gathering_id
        AND (of_team IS NULL OR g.team_id = of_team));
    UPDATE network_vindplaats SET substitute_id = NULL
    WHERE substitute_id = whose AND of_team IS NULL;
    RETURN QUERY
        WITH held AS (
            SELECT v.id, coalesce(successor, (
                SELECT u.id FROM wijkteam_user u
                WHERE u.id = v.substitute_id AND u.is_active AND u.id <> whose)) AS heir
            FROM network_vindplaats v
            WHERE v.holder_id = whose AND (of_team IS NULL OR EXISTS (
                SELECT FROM network_vindplaats_neighbourhoods a
                JOIN wijkteam_neighbourhood n ON n.id = a.neighbourhood_id
                WHERE a.vindplaats_id = v.id AND n.team_id = of_team))
        ), moved AS (
            UPDATE network_vindplaats v SET holder_id = held.heir,
                substitute_id = nullif(v.substitute_id, held.heir), version = v.version + 1
            FROM held WHERE v.id = held.id RETURNING held.heir
        )
        SELECT heir, count(*) FROM moved GROUP BY heir;
END $$;
CREATE POLICY gathering_house ON network_gathering FOR SELECT TO wijkteam_owner USING (true);
REVOKE EXECUTE ON FUNCTION network_leave_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_leave_places TO wijkteam_manager;

-- A contact of whom the name is forgotten signs in no more. An account that has another role, or
-- that sits in the management, is not the network's to end.
CREATE POLICY user_forget ON wijkteam_user FOR UPDATE TO wijkteam_owner
    USING (role = 'contact') WITH CHECK (role = 'contact');
CREATE FUNCTION network_end_contact(whose bigint, forgotten varchar) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE wijkteam_user SET is_active = false, name = forgotten, phone = '', password = '!',
        email = 'account-' || id || '@vergeten.invalid'
    WHERE id = whose AND role = 'contact' AND NOT is_staff AND NOT is_superuser;
    IF FOUND THEN
        DELETE FROM mfa_authenticator WHERE user_id = whose;
        DELETE FROM account_emailconfirmation WHERE email_address_id IN (
            SELECT id FROM account_emailaddress WHERE user_id = whose);
        DELETE FROM account_emailaddress WHERE user_id = whose;
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION network_end_contact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_end_contact TO wijkteam_worker;

-- With the name goes what was still to be said to that person, and what was: a call holds the name and the
-- number as they were when it was written (for_somebody in network/letters.py). About a gathering others are
-- called as well: theirs is the call that begins with another guest's name and has that guest's number. Of a
-- mail address that two guests share, theirs is the mail that greets the other (contact.name in each of them).
CREATE POLICY guest_house ON network_guest FOR SELECT TO wijkteam_owner USING (true);
CREATE FUNCTION network_same_number(said text, number text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS
$$ SELECT length(number) > 8
    AND right(regexp_replace(said, '\D', '', 'g'), 9) = right(regexp_replace(number, '\D', '', 'g'), 9) $$;
CREATE FUNCTION network_forget_messages() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    DELETE FROM wijkteam_outboxmessage o WHERE o.request_id IS NULL AND o.household_id IS NULL
      AND o.person_id IS NULL AND o.colleague_id IS NULL AND (
        EXISTS (SELECT FROM network_signal s WHERE s.id = o.about_id AND s.contact_id = OLD.id)
        OR EXISTS (SELECT FROM network_guest g
            WHERE g.gathering_id = o.about_id AND g.contact_id = OLD.id)
          AND (OLD.email <> '' AND o."to" = OLD.email AND NOT EXISTS (SELECT FROM network_guest g
                JOIN network_vindplaatscontact c ON c.id = g.contact_id
                WHERE g.gathering_id = o.about_id AND c.id <> OLD.id AND c.email = OLD.email
                  AND strpos(o.body, c.name) > 0
                  AND (strpos(o.body, OLD.name) = 0 OR strpos(c.name, OLD.name) > 0))
            OR (network_same_number(o."to", OLD.phone)
                OR starts_with(o."to", OLD.name) AND substr(o."to", length(OLD.name) + 1) !~ '[[:alpha:]]')
              AND NOT EXISTS (SELECT FROM network_guest g
                JOIN network_vindplaatscontact c ON c.id = g.contact_id
                WHERE g.gathering_id = o.about_id AND c.id <> OLD.id
                  AND starts_with(o."to", c.name) AND network_same_number(o."to", c.phone)))
        OR o.about_id IS NULL AND o.kind = 'mail' AND o.status <> 'waiting'
          AND OLD.email <> '' AND o."to" = OLD.email);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION network_same_number, network_forget_messages FROM PUBLIC;
CREATE TRIGGER forget_messages AFTER UPDATE ON network_vindplaatscontact
    FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL)
    EXECUTE FUNCTION network_forget_messages();
