-- Asking how a conversation was: the worker sees when it was held and in which wijk.
GRANT SELECT (neighbourhood_id) ON intake_conversationrequest TO wijkteam_worker;
