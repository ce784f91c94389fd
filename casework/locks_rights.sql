-- Requests on the own data: asked by the resident, in one's own name and about one's own file;
-- answered by the officer, or by who coordinates the file.
GRANT SELECT, INSERT ON casework_rightsrequest TO wijkteam_resident;
GRANT SELECT, UPDATE (answered_at, answered_by_id, outcome, answer_words, due, extended_at,
    extended_words, lifted_at, lifted_by_id, lift_words) ON casework_rightsrequest
    TO wijkteam_privacy_officer, wijkteam_professional, wijkteam_team_lead;
ALTER TABLE casework_rightsrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_rightsrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY right_own ON casework_rightsrequest FOR SELECT TO wijkteam_resident
    USING (asked_by_id = (SELECT wijkteam_me()));
CREATE POLICY right_ask ON casework_rightsrequest FOR INSERT TO wijkteam_resident
    WITH CHECK (asked_by_id = (SELECT wijkteam_me()) AND answered_at IS NULL
        AND extended_at IS NULL
        AND (case_file_id IS NULL AND household_id IS NULL
            OR case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[])
                AND household_id = ANY ((SELECT casework_households('view_casefile'))::uuid[])));
CREATE POLICY right_officer ON casework_rightsrequest TO wijkteam_privacy_officer USING (true);
CREATE POLICY right_coordinator ON casework_rightsrequest TO wijkteam_professional,
    wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_files('coordinate_casefile'))::uuid[]));
CREATE POLICY right_answered_in_own_name ON casework_rightsrequest AS RESTRICTIVE FOR UPDATE
    TO wijkteam_privacy_officer, wijkteam_professional, wijkteam_team_lead
    USING (answered_at IS NULL
        OR kind = 'restrict' AND outcome = 'granted' AND lifted_at IS NULL)
    WITH CHECK (lifted_at IS NULL
            AND (answered_by_id IS NULL OR answered_by_id = (SELECT wijkteam_me()))
        OR lifted_by_id = (SELECT wijkteam_me()));

-- The answer on paper, or a mail of it that came back: for whoever may see what was asked, and for no
-- team (for_somebody in casework/letters_of_rights.py). The officer answers about the log as well.
CREATE POLICY outbox_of_right ON wijkteam_outboxmessage FOR SELECT
    TO wijkteam_privacy_officer, wijkteam_professional, wijkteam_team_lead
    USING (EXISTS (SELECT FROM casework_rightsrequest r WHERE r.id = about_id));
CREATE POLICY outbox_of_right_done ON wijkteam_outboxmessage FOR UPDATE
    TO wijkteam_privacy_officer, wijkteam_professional, wijkteam_team_lead
    USING ((kind IN ('letter', 'call') OR status = 'failed')
        AND EXISTS (SELECT FROM casework_rightsrequest r WHERE r.id = about_id))
    WITH CHECK (true);
CREATE POLICY outbox_of_question ON wijkteam_outboxmessage FOR SELECT
    TO wijkteam_privacy_officer
    USING (EXISTS (SELECT FROM wijkteam_accessquestion q WHERE q.id = about_id));
CREATE POLICY outbox_of_question_done ON wijkteam_outboxmessage FOR UPDATE
    TO wijkteam_privacy_officer
    USING ((kind IN ('letter', 'call') OR status = 'failed')
        AND EXISTS (SELECT FROM wijkteam_accessquestion q WHERE q.id = about_id))
    WITH CHECK (true);

-- Downloads of the own data: for nobody but the person; the worker makes and ends them.
GRANT SELECT, INSERT ON casework_export TO wijkteam_resident;
GRANT SELECT, UPDATE, DELETE ON casework_export TO wijkteam_worker;
ALTER TABLE casework_export ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_export FORCE ROW LEVEL SECURITY;
CREATE POLICY export_own ON casework_export TO wijkteam_resident
    USING (user_id = (SELECT wijkteam_me()))
    WITH CHECK (user_id = (SELECT wijkteam_me()) AND status = 'waiting' AND file = '');
CREATE POLICY export_worker ON casework_export TO wijkteam_worker USING (true);

-- The household asks someone of its own to the table: a chair that reads nothing.
GRANT INSERT ON casework_networkperson, casework_seat TO wijkteam_resident;
CREATE POLICY network_person_own ON casework_networkperson FOR INSERT TO wijkteam_resident
    WITH CHECK (household_id = ANY ((SELECT casework_households('view_casefile'))::uuid[]));
CREATE POLICY seat_own_guest ON casework_seat FOR INSERT TO wijkteam_resident
    WITH CHECK (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        AND network_person_id IS NOT NULL AND user_id IS NULL AND NOT is_coordinator
        AND until IS NULL);

-- Agree with a goal, or see it otherwise: in one's own name, never changed.
GRANT SELECT, INSERT ON casework_goalanswer TO wijkteam_resident;
GRANT SELECT ON casework_goalanswer TO wijkteam_professional, wijkteam_team_lead;
ALTER TABLE casework_goalanswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework_goalanswer FORCE ROW LEVEL SECURITY;
CREATE POLICY answer_read ON casework_goalanswer FOR SELECT
    TO wijkteam_resident, wijkteam_professional, wijkteam_team_lead
    USING (case_file_id = ANY ((SELECT casework_whole_files('view_casefile'))::uuid[])
        OR case_file_id || '/' || life_domain
            = ANY ((SELECT casework_parts('view_casefile'))::text[]));
CREATE POLICY answer_own ON casework_goalanswer FOR INSERT TO wijkteam_resident
    WITH CHECK (by_id = ANY ((SELECT casework_seats())::uuid[])
        AND case_file_id = ANY ((SELECT casework_files('view_casefile'))::uuid[]));
-- Words too: as with marks, not for the others in the house.
CREATE POLICY answer_at_home ON casework_goalanswer AS RESTRICTIVE FOR SELECT TO wijkteam_resident
    USING (by_id <> ALL ((SELECT casework_other_chairs())::uuid[]));
