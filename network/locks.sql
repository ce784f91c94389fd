-- The network's locks. Professionals and team leads read the register and, when they work in a
-- team, the people behind it; a partner (same role, no team) reads places only. A contact reads
-- the own place and the own signals. Nobody changes what was told or sent.

CREATE FUNCTION network_my_places() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT vindplaats_id FROM network_vindplaatscontact
                WHERE user_id = wijkteam_me() AND left_at IS NULL) $$;

CREATE FUNCTION network_my_contacts() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT id FROM network_vindplaatscontact
                WHERE user_id = wijkteam_me() AND left_at IS NULL) $$;

-- Places.
GRANT SELECT ON network_vindplaats TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON network_vindplaats_neighbourhoods
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
-- What the team wrote down for itself about a place is not for its own people to find.
GRANT SELECT (id, name, formality, kind, organisation_id, address, postcode, latitude, longitude,
    life_domains, languages, reaches, opening_hours, offers, asks, phone, website, open_days,
    is_public, public_fields, holder_id, substitute_id, rhythm_days, created_on, added_at, name_key,
    address_key, last_contact_on, contact_due_on, cold_on, retired_at, retired_by_id, version)
    ON network_vindplaats TO wijkteam_contact;
GRANT INSERT, UPDATE ON network_vindplaats TO wijkteam_professional, wijkteam_team_lead;
GRANT INSERT, DELETE ON network_vindplaats_neighbourhoods
    TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_vindplaats ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_vindplaats FORCE ROW LEVEL SECURITY;
CREATE POLICY place_read ON network_vindplaats FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead USING (true);
CREATE POLICY place_own ON network_vindplaats FOR SELECT TO wijkteam_contact
    USING (id = ANY ((SELECT network_my_places())::uuid[]));
CREATE POLICY place_add ON network_vindplaats FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY place_change ON network_vindplaats FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
ALTER TABLE network_vindplaats_neighbourhoods ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_vindplaats_neighbourhoods FORCE ROW LEVEL SECURITY;
CREATE POLICY place_area_read ON network_vindplaats_neighbourhoods FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead USING (true);
CREATE POLICY place_area_own ON network_vindplaats_neighbourhoods FOR SELECT TO wijkteam_contact
    USING (vindplaats_id = ANY ((SELECT network_my_places())::uuid[]));
CREATE POLICY place_area_add ON network_vindplaats_neighbourhoods FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY place_area_remove ON network_vindplaats_neighbourhoods FOR DELETE
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');

-- People behind places: who works in a team, and everyone the own entry.
GRANT SELECT ON network_vindplaatscontact
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
GRANT INSERT, UPDATE ON network_vindplaatscontact TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_vindplaatscontact ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_vindplaatscontact FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_team ON network_vindplaatscontact
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY contact_self ON network_vindplaatscontact FOR SELECT TO wijkteam_contact
    USING (user_id = (SELECT wijkteam_me()));

-- Contact moments: added, never changed.
GRANT SELECT, INSERT ON network_contactmoment TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_contactmoment ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_contactmoment FORCE ROW LEVEL SECURITY;
CREATE POLICY moment_team ON network_contactmoment FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING ((SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY moment_add ON network_contactmoment FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (by_id = (SELECT wijkteam_me()) AND (SELECT wijkteam_my_teams()) <> '{}');

-- Signals: about the neighbourhood for every team, about a person for the own team, and for
-- whoever sent it. What was sent stays as it was sent.
GRANT SELECT, INSERT ON network_signal
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
GRANT UPDATE (status, picked_up_by_id, picked_up_at, feedback, answered_by_id, answered_at)
    ON network_signal TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE network_signal ENABLE ROW LEVEL SECURITY;
ALTER TABLE network_signal FORCE ROW LEVEL SECURITY;
CREATE POLICY signal_team ON network_signal FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
           OR kind = 'collective' AND (SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY signal_handle ON network_signal FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[])
           OR kind = 'collective' AND (SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY signal_note ON network_signal FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK ((SELECT wijkteam_my_teams()) <> '{}' AND status = 'new'
                AND noted_by_id = (SELECT wijkteam_me()));
CREATE POLICY signal_own ON network_signal FOR SELECT TO wijkteam_contact
    USING (contact_id = ANY ((SELECT network_my_contacts())::uuid[]));
CREATE POLICY signal_send ON network_signal FOR INSERT TO wijkteam_contact
    WITH CHECK (contact_id = ANY ((SELECT network_my_contacts())::uuid[])
                AND vindplaats_id = ANY ((SELECT network_my_places())::uuid[])
                AND status = 'new' AND route = 'account' AND noted_by_id IS NULL);

-- What the places agreed to show to anyone: a table of its own, made by these triggers, which run
-- as the owner of the tables. Nobody writes in it, and a stranger reads no other table of the
-- network. A place that is one person is never in it.
GRANT SELECT ON network_publicplace TO wijkteam_public, wijkteam_resident, wijkteam_professional,
    wijkteam_team_lead, wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer,
    wijkteam_manager, wijkteam_worker;
CREATE POLICY place_area_publish ON network_vindplaats_neighbourhoods FOR SELECT
    TO wijkteam_owner USING (true);

CREATE SEQUENCE network_public_number;

CREATE FUNCTION network_place_codes(place uuid) RETURNS varchar[] LANGUAGE sql STABLE AS
$$ SELECT ARRAY(SELECT n.code FROM network_vindplaats_neighbourhoods v
                JOIN wijkteam_neighbourhood n ON n.id = v.neighbourhood_id
                WHERE v.vindplaats_id = place ORDER BY n.code) $$;

CREATE FUNCTION network_publish() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    f varchar[] := NEW.public_fields;
    made network_publicplace;
BEGIN
    IF NOT NEW.is_public OR NEW.retired_at IS NOT NULL
            OR NEW.kind IN ('volunteer', 'confidant') THEN
        DELETE FROM network_publicplace WHERE id = NEW.id;
        RETURN NULL;
    END IF;
    made.id := NEW.id;
    made.name := NEW.name;
    made.kind := NEW.kind;
    made.organisation_id := NEW.organisation_id;
    made.organisation_key :=
        coalesce(md5('organisation:' || NEW.organisation_id), md5('place:' || NEW.id))::uuid;
    made.neighbourhood_codes := network_place_codes(NEW.id);
    made.address := CASE WHEN 'address' = ANY (f) THEN NEW.address ELSE '' END;
    made.postcode := CASE WHEN 'address' = ANY (f) THEN NEW.postcode ELSE '' END;
    made.latitude := CASE WHEN 'address' = ANY (f) THEN NEW.latitude END;
    made.longitude := CASE WHEN 'address' = ANY (f) THEN NEW.longitude END;
    made.phone := CASE WHEN 'phone' = ANY (f) THEN NEW.phone ELSE '' END;
    made.website := CASE WHEN 'website' = ANY (f) THEN NEW.website ELSE '' END;
    made.opening_hours := CASE WHEN 'opening_hours' = ANY (f) THEN NEW.opening_hours ELSE '' END;
    made.open_days := CASE WHEN 'opening_hours' = ANY (f) THEN NEW.open_days ELSE '{}' END;
    made.reaches := CASE WHEN 'reaches' = ANY (f) THEN NEW.reaches ELSE '' END;
    made.life_domains := CASE WHEN 'life_domains' = ANY (f) THEN NEW.life_domains ELSE '{}' END;
    made.languages := CASE WHEN 'languages' = ANY (f) THEN NEW.languages ELSE '{}' END;
    made.offers := CASE WHEN 'offers' = ANY (f) THEN NEW.offers ELSE '' END;
    made.asks := CASE WHEN 'asks' = ANY (f) THEN NEW.asks ELSE '' END;
    SELECT changed_at, number INTO made.changed_at, made.number
        FROM network_publicplace WHERE id = NEW.id;
    IF EXISTS (SELECT 1 FROM network_publicplace p
               WHERE p.id = NEW.id AND to_jsonb(p) = to_jsonb(made)) THEN
        RETURN NULL;
    END IF;
    made.changed_at := clock_timestamp();
    made.number := coalesce(made.number, nextval('network_public_number'));
    DELETE FROM network_publicplace WHERE id = NEW.id;
    INSERT INTO network_publicplace SELECT made.*;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION network_publish FROM PUBLIC;
CREATE TRIGGER place_published AFTER INSERT OR UPDATE ON network_vindplaats
    FOR EACH ROW EXECUTE FUNCTION network_publish();

CREATE FUNCTION network_publish_area() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    place uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.vindplaats_id ELSE NEW.vindplaats_id END;
BEGIN
    UPDATE network_publicplace
        SET neighbourhood_codes = network_place_codes(place), changed_at = clock_timestamp()
        WHERE id = place AND neighbourhood_codes <> network_place_codes(place);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION network_publish_area FROM PUBLIC;
CREATE TRIGGER place_area_published AFTER INSERT OR DELETE ON network_vindplaats_neighbourhoods
    FOR EACH ROW EXECUTE FUNCTION network_publish_area();

CREATE FUNCTION network_unpublish() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    DELETE FROM network_publicplace WHERE id = OLD.id;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION network_unpublish FROM PUBLIC;
CREATE TRIGGER place_unpublished AFTER DELETE ON network_vindplaats
    FOR EACH ROW EXECUTE FUNCTION network_unpublish();
