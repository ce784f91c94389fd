from monitor.models.answers import Answer
from monitor.models.invitations import Invitation
from monitor.models.marks import PublishedMark
from monitor.models.pilot_marks import PilotMark
from monitor.models.pilots import Pilot
from monitor.models.publications import Period, Publication, PublishedCell
from monitor.models.questionnaires import Question, Questionnaire
from monitor.models.releases import CountedFamilies, NotNow, Release, ReleaseFigure
from monitor.models.remarks import Remark
from monitor.models.stories import Lesson, Reading, Story, Teller

__all__ = [
    "Answer",
    "CountedFamilies",
    "Invitation",
    "Lesson",
    "NotNow",
    "Period",
    "Pilot",
    "PilotMark",
    "Publication",
    "PublishedCell",
    "PublishedMark",
    "Question",
    "Questionnaire",
    "Reading",
    "Release",
    "ReleaseFigure",
    "Remark",
    "Story",
    "Teller",
]
