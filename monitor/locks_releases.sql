-- The locks of the releases. The municipality reads what was set and reference data, nothing else.
-- Nobody changes or removes what was set: no role has UPDATE or DELETE, and a trigger says so to
-- the owner of the tables as well.
GRANT SELECT ON monitor_publication, monitor_publishedcell
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics;
GRANT INSERT ON monitor_publication, monitor_publishedcell TO wijkteam_statistics;

-- What is released is released to all of these roles; the two names under it are of colleagues.
ALTER TABLE monitor_publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_publication FORCE ROW LEVEL SECURITY;
CREATE POLICY publication_read ON monitor_publication FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics USING (true);
CREATE POLICY publication_add ON monitor_publication FOR INSERT TO wijkteam_statistics
    WITH CHECK (true);
ALTER TABLE monitor_publishedcell ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_publishedcell FORCE ROW LEVEL SECURITY;
CREATE POLICY published_cell_read ON monitor_publishedcell FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics USING (true);
CREATE POLICY published_cell_add ON monitor_publishedcell FOR INSERT TO wijkteam_statistics
    WITH CHECK (true);

CREATE FUNCTION monitor_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was published does not change.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER publication_frozen BEFORE UPDATE OR DELETE ON monitor_publication
    FOR EACH ROW EXECUTE FUNCTION monitor_frozen();
CREATE TRIGGER published_cell_frozen BEFORE UPDATE OR DELETE ON monitor_publishedcell
    FOR EACH ROW EXECUTE FUNCTION monitor_frozen();

-- Nothing is added later either: cells come in within the transaction of their publication, whose
-- clock is the database's own.
CREATE FUNCTION monitor_freeze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.frozen_at := transaction_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER publication_freeze BEFORE INSERT ON monitor_publication
    FOR EACH ROW EXECUTE FUNCTION monitor_freeze();
CREATE FUNCTION monitor_cell_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT frozen_at FROM monitor_publication WHERE id = NEW.publication_id)
            IS DISTINCT FROM transaction_timestamp() THEN
        RAISE EXCEPTION 'What was published does not grow.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER published_cell_in_time BEFORE INSERT ON monitor_publishedcell
    FOR EACH ROW EXECUTE FUNCTION monitor_cell_in_time();

-- A release in the making: the team lead begins, signs and sets; the counting role fills it in.
GRANT SELECT, INSERT ON monitor_release TO wijkteam_team_lead;
GRANT UPDATE (state, signed_by_id, signed_at, set_by_id, set_at, refused_words)
    ON monitor_release TO wijkteam_team_lead;
GRANT SELECT, UPDATE (state, counted_at, draws, most, insider, small)
    ON monitor_release TO wijkteam_statistics;
ALTER TABLE monitor_release ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_release FORCE ROW LEVEL SECURITY;
CREATE POLICY release_team_lead ON monitor_release FOR SELECT TO wijkteam_team_lead USING (true);
CREATE POLICY release_begin ON monitor_release FOR INSERT TO wijkteam_team_lead
    WITH CHECK (begun_by_id = (SELECT wijkteam_me()) AND state = 'waiting');
CREATE POLICY release_move ON monitor_release FOR UPDATE TO wijkteam_team_lead
    USING (true) WITH CHECK (true);
CREATE POLICY release_statistics ON monitor_release TO wijkteam_statistics
    USING (true) WITH CHECK (true);

-- Two people say yes to a release, each for oneself.
CREATE FUNCTION monitor_own_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'wijkteam_team_lead'
       AND (NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id
                AND NEW.signed_by_id <> coalesce(wijkteam_me(), 0)
            OR NEW.set_by_id IS DISTINCT FROM OLD.set_by_id
                AND NEW.set_by_id <> coalesce(wijkteam_me(), 0)) THEN
        RAISE EXCEPTION 'a release is signed in the own name'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER release_own_name BEFORE UPDATE OF signed_by_id, set_by_id ON monitor_release
    FOR EACH ROW EXECUTE FUNCTION monitor_own_name();

CREATE TRIGGER release_frozen BEFORE UPDATE OR DELETE ON monitor_release
    FOR EACH ROW WHEN (OLD.state = 'set') EXECUTE FUNCTION monitor_frozen();

-- The counts beside the figures: for the team lead to look at, and nobody to change by hand.
GRANT SELECT ON monitor_releasefigure TO wijkteam_team_lead;
GRANT SELECT, INSERT, DELETE ON monitor_releasefigure, monitor_countedfamilies
    TO wijkteam_statistics;
ALTER TABLE monitor_releasefigure ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_releasefigure FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_read ON monitor_releasefigure FOR SELECT TO wijkteam_team_lead USING (true);
CREATE POLICY figure_make ON monitor_releasefigure TO wijkteam_statistics
    USING (true) WITH CHECK (true);
ALTER TABLE monitor_countedfamilies ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_countedfamilies FORCE ROW LEVEL SECURITY;
CREATE POLICY counted_make ON monitor_countedfamilies TO wijkteam_statistics
    USING (true) WITH CHECK (true);

-- Once it is set, what it was made of stays as it was.
CREATE FUNCTION monitor_release_is_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM monitor_release
               WHERE id = coalesce(OLD.release_id, NEW.release_id) AND state = 'set') THEN
        RAISE EXCEPTION 'What was published does not change.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER figure_of_a_set_release BEFORE INSERT OR UPDATE OR DELETE ON monitor_releasefigure
    FOR EACH ROW EXECUTE FUNCTION monitor_release_is_set();
CREATE TRIGGER counted_of_a_set_release BEFORE INSERT OR UPDATE OR DELETE
    ON monitor_countedfamilies FOR EACH ROW EXECUTE FUNCTION monitor_release_is_set();
