-- Which of the rarer things a case file holds, with the rights of who asks it (casework/holding.py).
CREATE FUNCTION casework_held(file uuid) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN array_remove(ARRAY[
        CASE WHEN EXISTS (SELECT FROM casework_goalreview WHERE case_file_id = file)
            THEN 'casework_goalreview' END,
        CASE WHEN EXISTS (SELECT FROM casework_goalanswer WHERE case_file_id = file)
            THEN 'casework_goalanswer' END,
        CASE WHEN EXISTS (SELECT FROM casework_position WHERE case_file_id = file)
            THEN 'casework_position' END,
        CASE WHEN EXISTS (SELECT FROM casework_difference d WHERE case_file_id = file
                AND NOT EXISTS (SELECT FROM casework_position WHERE difference_id = d.id))
            THEN 'casework_difference' END,
        CASE WHEN EXISTS (SELECT FROM casework_mandatequestion WHERE case_file_id = file)
            THEN 'casework_mandatequestion' END,
        CASE WHEN EXISTS (SELECT FROM casework_stuckpoint WHERE case_file_id = file)
            THEN 'casework_stuckpoint' END,
        CASE WHEN EXISTS (SELECT FROM casework_leaverequest WHERE case_file_id = file)
            THEN 'casework_leaverequest' END,
        CASE WHEN EXISTS (SELECT FROM casework_teamhandover
                          WHERE case_file_id = file AND answer IN ('', 'declined', 'objected'))
            THEN 'casework_teamhandover' END,
        CASE WHEN EXISTS (SELECT FROM casework_sharingground WHERE case_file_id = file)
            THEN 'casework_sharingground' END,
        CASE WHEN EXISTS (SELECT FROM casework_sharingquestion WHERE case_file_id = file)
            THEN 'casework_sharingquestion' END,
        CASE WHEN EXISTS (SELECT FROM casework_emergency WHERE case_file_id = file)
            THEN 'casework_emergency' END,
        CASE WHEN EXISTS (SELECT FROM casework_timelineentry
                          WHERE case_file_id = file AND corrects_id IS NOT NULL)
            THEN 'casework_timelineentry' END,
        CASE WHEN EXISTS (SELECT FROM casework_document WHERE case_file_id = casework_held.file)
            THEN 'casework_document' END,
        CASE WHEN casework_restricted_since(file) IS NOT NULL
            THEN 'casework_rightsrequest' END
    ], NULL);
END $$;
