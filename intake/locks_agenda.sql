-- Nobody of us is in two places at once: the first clash of these people at these moments with what
-- is planned, or offered and not yet picked, for any other request of any team. Read as the owner:
-- the asker learns who and when, never with whom. Requests of one household (linked) are one visit.
--
-- VOLATILE on purpose: after the wait for the lock the question is asked anew, so that it sees what
-- the transaction that held the lock wrote. Locks are taken in one order, and last until the end.
CREATE FUNCTION intake_clash(people bigint[], moments timestamptz[], besides uuid)
RETURNS TABLE (who bigint, at timestamptz, proposed boolean, asked timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE one bigint;
        home uuid[];
        takes interval := interval '1 hour';
BEGIN
    FOR one IN SELECT DISTINCT unnest(people) ORDER BY 1 LOOP
        PERFORM pg_advisory_xact_lock(hashtext('intake_agenda'), hashint8(one));
    END LOOP;
    home := ARRAY(SELECT besides
        UNION SELECT l.other_id FROM intake_requestlink l
              WHERE l.one_id = besides AND l.ended_at IS NULL
        UNION SELECT l.one_id FROM intake_requestlink l
              WHERE l.other_id = besides AND l.ended_at IS NULL);
    RETURN QUERY
    WITH wanted AS (SELECT unnest(moments) AS moment),
    taken AS (
        SELECT c.request_id, c.planned_at AS moment, false AS offered,
               c.professional_id || c.along AS going
        FROM intake_conversation c JOIN intake_conversationrequest r ON r.id = c.request_id
        WHERE c.cancelled_at IS NULL AND c.held_at IS NULL AND r.status <> 'closed'
          AND c.planned_at > (SELECT min(w.moment) FROM wanted w) - takes
          AND c.planned_at < (SELECT max(w.moment) FROM wanted w) + takes
        UNION ALL
        SELECT p.request_id, unnest(p.moments), true, p.professional_id || p.along
        FROM intake_proposal p JOIN intake_conversationrequest r ON r.id = p.request_id
        WHERE p.chosen_at IS NULL AND p.none_fits_at IS NULL AND p.withdrawn_at IS NULL
          AND r.status = 'acknowledged')
    SELECT goes, t.moment, t.offered, w.moment
    FROM taken t CROSS JOIN unnest(t.going) goes JOIN wanted w
        ON t.moment > w.moment - takes AND t.moment < w.moment + takes
    WHERE goes = ANY (people) AND t.request_id <> ALL (home)
    ORDER BY w.moment, t.moment, goes LIMIT 1;
END $$;
REVOKE EXECUTE ON FUNCTION intake_clash FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake_clash TO wijkteam_professional;

-- The worker puts what is planned in the calendars of who goes, and takes it out again.
GRANT SELECT (along, colleagues, invited, invited_for), UPDATE (invited, invited_for, sequence)
    ON intake_conversation TO wijkteam_worker;
