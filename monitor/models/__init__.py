from monitor.models.pilots import Pilot
from monitor.models.publications import Publication, PublishedCell
from monitor.models.questionnaires import Answer, Invitation, Question, Questionnaire
from monitor.models.remarks import Remark
from monitor.models.stories import Lesson, Reading, Story, Teller

__all__ = [
    "Answer",
    "Invitation",
    "Lesson",
    "Pilot",
    "Publication",
    "PublishedCell",
    "Question",
    "Questionnaire",
    "Reading",
    "Remark",
    "Story",
    "Teller",
]
