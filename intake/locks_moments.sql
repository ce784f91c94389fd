-- Asking how a conversation was: the worker sees when it was held and in which wijk, and what way of
-- asking is safe.
GRANT SELECT (neighbourhood_id, unsafe) ON intake_conversationrequest TO wijkteam_worker;
