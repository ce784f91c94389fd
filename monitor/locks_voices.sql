-- The locks on voices: what people answered, told, would have done, learned, asked and tried.
-- The municipality reads what was released, and the conversation about it. It never reads an answer.

CREATE FUNCTION monitor_my_stories() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT story_id FROM monitor_teller WHERE user_id = wijkteam_me()) $$;
CREATE FUNCTION monitor_my_readings() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT ARRAY(SELECT story_id FROM monitor_reading WHERE reader_id = wijkteam_me()) $$;
REVOKE EXECUTE ON FUNCTION monitor_my_stories, monitor_my_readings FROM PUBLIC;
GRANT EXECUTE ON FUNCTION monitor_my_stories, monitor_my_readings
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_contact;

-- Questions are no secret.
GRANT SELECT ON monitor_questionnaire, monitor_question
    TO wijkteam_public, wijkteam_resident, wijkteam_professional, wijkteam_team_lead,
       wijkteam_contact, wijkteam_municipality, wijkteam_privacy_officer, wijkteam_manager,
       wijkteam_statistics, wijkteam_worker;
GRANT INSERT ON monitor_questionnaire, monitor_question TO wijkteam_worker;
GRANT USAGE ON SEQUENCE monitor_questionnaire_id_seq, monitor_question_id_seq TO wijkteam_worker;

-- Invitations: who holds the link opens one; the worker makes and reminds; figures count them.
GRANT SELECT, UPDATE (answered) ON monitor_invitation TO wijkteam_public;
GRANT SELECT, INSERT, UPDATE (reminded_on) ON monitor_invitation TO wijkteam_worker;
GRANT INSERT ON monitor_invitation TO wijkteam_professional;
GRANT SELECT (id, questionnaire_id, team_id, neighbourhood_id, band, way, made_on, answered)
    ON monitor_invitation TO wijkteam_statistics;
ALTER TABLE monitor_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_link ON monitor_invitation TO wijkteam_public
    USING (token_hash = (SELECT wijkteam_secret()))
    WITH CHECK (token_hash = (SELECT wijkteam_secret()) AND answered);  -- once, and not again
CREATE POLICY invitation_worker ON monitor_invitation TO wijkteam_worker USING (true);
CREATE POLICY invitation_typed ON monitor_invitation FOR INSERT TO wijkteam_professional
    WITH CHECK (answered AND way <> 'link'
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY invitation_count ON monitor_invitation FOR SELECT TO wijkteam_statistics USING (true);

-- Answers: added by who holds an open link, or typed in by the team. Words are for the team;
-- marks are counted by the role that counts, and never read one by one.
GRANT INSERT ON monitor_answer TO wijkteam_public, wijkteam_professional;
GRANT SELECT (id, question_id, audience, team_id, neighbourhood_id, year, quarter, band, mark,
    not_content, reason) ON monitor_answer TO wijkteam_statistics;
GRANT SELECT, UPDATE (reason, reason_by_team) ON monitor_answer
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT, DELETE ON monitor_answer TO wijkteam_worker;
ALTER TABLE monitor_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY answer_give ON monitor_answer FOR INSERT TO wijkteam_public
    WITH CHECK (EXISTS (SELECT 1 FROM monitor_invitation i
        WHERE i.token_hash = (SELECT wijkteam_secret()) AND NOT i.answered
          AND i.team_id IS NOT DISTINCT FROM monitor_answer.team_id));
CREATE POLICY answer_type ON monitor_answer FOR INSERT TO wijkteam_professional
    WITH CHECK (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY answer_words ON monitor_answer FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (words <> '' AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY answer_sort ON monitor_answer FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (words <> '' AND audience = 'resident' AND not_content AND (reason = '' OR reason_by_team)
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]))
    WITH CHECK (reason <> '' AND reason_by_team
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY answer_count ON monitor_answer FOR SELECT TO wijkteam_statistics USING (true);
CREATE POLICY answer_mix ON monitor_answer TO wijkteam_worker USING (true);

-- Who told a story: the teller alone knows, and the functions above.
GRANT SELECT, INSERT ON monitor_teller
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_contact,
       wijkteam_public;
ALTER TABLE monitor_teller ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_teller FORCE ROW LEVEL SECURITY;
CREATE POLICY teller_owner ON monitor_teller FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY teller_self ON monitor_teller
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_contact
    USING (user_id = (SELECT wijkteam_me()));
CREATE POLICY teller_code ON monitor_teller FOR SELECT TO wijkteam_public
    USING (withdraw_hash = (SELECT wijkteam_secret()));
CREATE POLICY teller_answer ON monitor_teller FOR INSERT TO wijkteam_public
    WITH CHECK (user_id IS NULL AND EXISTS (SELECT 1 FROM monitor_invitation i
        WHERE i.token_hash = (SELECT wijkteam_secret()) AND NOT i.answered));
-- From paper or the telephone: whose it is stands in the code alone.
CREATE POLICY teller_typed ON monitor_teller FOR INSERT TO wijkteam_professional
    WITH CHECK (user_id IS NULL AND withdraw_hash <> '');

GRANT SELECT ON monitor_story TO wijkteam_municipality, wijkteam_privacy_officer;
GRANT SELECT, INSERT, UPDATE ON monitor_story
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, released_at) ON monitor_story TO wijkteam_public;
ALTER TABLE monitor_story ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_story FORCE ROW LEVEL SECURITY;
CREATE POLICY story_own ON monitor_story
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead, wijkteam_contact
    USING (id = ANY ((SELECT monitor_my_stories())::uuid[]));
CREATE POLICY story_released ON monitor_story FOR SELECT
    TO wijkteam_municipality, wijkteam_privacy_officer, wijkteam_professional, wijkteam_team_lead
    USING (kind = 'story' AND released_at IS NOT NULL);
CREATE POLICY story_circle ON monitor_story FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact
    USING (released_at IS NOT NULL);
CREATE POLICY story_code ON monitor_story TO wijkteam_public
    USING (id IN (SELECT story_id FROM monitor_teller
                  WHERE withdraw_hash = (SELECT wijkteam_secret())))
    WITH CHECK (true);
CREATE POLICY story_typed ON monitor_story FOR INSERT TO wijkteam_professional
    WITH CHECK (kind = 'story' AND voice <> 'municipality'
        AND read_back_at IS NOT NULL AND released_at IS NOT NULL AND withdrawn_at IS NULL);
CREATE POLICY story_answer ON monitor_story AS RESTRICTIVE FOR INSERT TO wijkteam_public
    WITH CHECK (kind = 'story' AND EXISTS (SELECT 1 FROM monitor_invitation i
        WHERE i.token_hash = (SELECT wijkteam_secret()) AND NOT i.answered));

-- The reading circle: others' answers only after one's own, and those never changed.
GRANT SELECT, INSERT ON monitor_reading
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact;
ALTER TABLE monitor_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_reading FORCE ROW LEVEL SECURITY;
CREATE POLICY reading_owner ON monitor_reading FOR SELECT TO wijkteam_owner USING (true);
CREATE POLICY reading_read ON monitor_reading FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact
    USING (story_id = ANY ((SELECT monitor_my_readings())::uuid[]));
CREATE POLICY reading_add ON monitor_reading FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead, wijkteam_contact
    WITH CHECK (reader_id = (SELECT wijkteam_me()));

-- Lessons: read over by the team where they were learned, then found by all who work.
GRANT SELECT, INSERT, UPDATE (words, kept_at, kept_by_id) ON monitor_lesson
    TO wijkteam_professional, wijkteam_team_lead;
GRANT SELECT, INSERT ON monitor_lesson TO wijkteam_worker;
ALTER TABLE monitor_lesson ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_lesson FORCE ROW LEVEL SECURITY;
CREATE POLICY lesson_read ON monitor_lesson FOR SELECT
    TO wijkteam_professional, wijkteam_team_lead
    USING (kept_at IS NOT NULL OR team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY lesson_add ON monitor_lesson FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (kept_by_id = (SELECT wijkteam_me())
        AND team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]));
CREATE POLICY lesson_keep ON monitor_lesson FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (team_id = ANY ((SELECT wijkteam_my_teams())::bigint[]))
    WITH CHECK (kept_by_id = (SELECT wijkteam_me()));
CREATE POLICY lesson_worker ON monitor_lesson TO wijkteam_worker USING (true);

-- The conversation about figures: each side asks for itself and answers the other, once.
GRANT SELECT, INSERT, UPDATE (answer, answered_by_id, answered_at) ON monitor_remark
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead;
GRANT SELECT ON monitor_remark TO wijkteam_privacy_officer;
ALTER TABLE monitor_remark ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_remark FORCE ROW LEVEL SECURITY;
CREATE POLICY remark_read ON monitor_remark FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead, wijkteam_privacy_officer
    USING (true);
CREATE POLICY remark_ask ON monitor_remark FOR INSERT TO wijkteam_municipality
    WITH CHECK (side = 'municipality' AND asked_by_id = (SELECT wijkteam_me()) AND answer = '');
CREATE POLICY remark_answer ON monitor_remark FOR UPDATE TO wijkteam_municipality
    USING (side = 'team' AND answered_at IS NULL)
    WITH CHECK (answered_by_id = (SELECT wijkteam_me()));
CREATE POLICY remark_ask_team ON monitor_remark FOR INSERT
    TO wijkteam_professional, wijkteam_team_lead
    WITH CHECK (side = 'team' AND asked_by_id = (SELECT wijkteam_me()) AND answer = ''
        AND (SELECT wijkteam_my_teams()) <> '{}');
CREATE POLICY remark_answer_team ON monitor_remark FOR UPDATE
    TO wijkteam_professional, wijkteam_team_lead
    USING (side = 'municipality' AND answered_at IS NULL
        AND (SELECT wijkteam_my_teams()) <> '{}')
    WITH CHECK (answered_by_id = (SELECT wijkteam_me()));

-- Pilots: known to all who look at figures; begun and ended by a team lead.
GRANT SELECT ON monitor_pilot, monitor_pilot_neighbourhoods
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead, wijkteam_privacy_officer;
GRANT INSERT, UPDATE (ended_at) ON monitor_pilot TO wijkteam_team_lead;
GRANT INSERT ON monitor_pilot_neighbourhoods TO wijkteam_team_lead;
GRANT USAGE ON SEQUENCE monitor_pilot_neighbourhoods_id_seq TO wijkteam_team_lead;
ALTER TABLE monitor_pilot ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_pilot FORCE ROW LEVEL SECURITY;
CREATE POLICY pilot_read ON monitor_pilot FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead, wijkteam_privacy_officer
    USING (true);
CREATE POLICY pilot_begin ON monitor_pilot FOR INSERT TO wijkteam_team_lead
    WITH CHECK (started_by_id = (SELECT wijkteam_me()));
CREATE POLICY pilot_end ON monitor_pilot FOR UPDATE TO wijkteam_team_lead USING (true);
ALTER TABLE monitor_pilot_neighbourhoods ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_pilot_neighbourhoods FORCE ROW LEVEL SECURITY;
CREATE POLICY pilot_place_read ON monitor_pilot_neighbourhoods FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead, wijkteam_privacy_officer
    USING (true);
CREATE POLICY pilot_place_add ON monitor_pilot_neighbourhoods FOR INSERT TO wijkteam_team_lead
    WITH CHECK (true);

-- What a pilot is, for who freezes the halves of the year in which it began.
GRANT SELECT ON monitor_pilot, monitor_pilot_neighbourhoods TO wijkteam_statistics;
CREATE POLICY pilot_count ON monitor_pilot FOR SELECT TO wijkteam_statistics USING (true);
CREATE POLICY pilot_place_count ON monitor_pilot_neighbourhoods FOR SELECT
    TO wijkteam_statistics USING (true);
GRANT SELECT ON monitor_pilotmark
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics;
GRANT INSERT ON monitor_pilotmark TO wijkteam_statistics;
GRANT USAGE ON SEQUENCE monitor_pilotmark_id_seq TO wijkteam_statistics;
ALTER TABLE monitor_pilotmark ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitor_pilotmark FORCE ROW LEVEL SECURITY;
CREATE POLICY pilot_mark_read ON monitor_pilotmark FOR SELECT
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics USING (true);
CREATE POLICY pilot_mark_add ON monitor_pilotmark FOR INSERT TO wijkteam_statistics
    WITH CHECK (true);
CREATE TRIGGER pilot_mark_frozen BEFORE UPDATE OR DELETE ON monitor_pilotmark
    FOR EACH ROW EXECUTE FUNCTION monitor_frozen();

-- Marks of a year: frozen by the role that counts; nobody changes or removes one.
GRANT SELECT ON monitor_publishedmark
    TO wijkteam_municipality, wijkteam_professional, wijkteam_team_lead,
       wijkteam_privacy_officer, wijkteam_statistics;
GRANT INSERT ON monitor_publishedmark TO wijkteam_statistics;
GRANT USAGE ON SEQUENCE monitor_publishedmark_id_seq TO wijkteam_statistics;
CREATE TRIGGER published_mark_frozen BEFORE UPDATE OR DELETE ON monitor_publishedmark
    FOR EACH ROW EXECUTE FUNCTION monitor_frozen();
