from casework.models.actions import Action
from casework.models.case_files import CaseFile
from casework.models.destruction import Destruction
from casework.models.differences import Difference, Position
from casework.models.documents import Document
from casework.models.emergency import Emergency
from casework.models.exports import Export
from casework.models.goal_answers import GoalAnswer
from casework.models.grounds import SharingGround
from casework.models.households import (
    Household,
    HouseholdMember,
    NetworkPerson,
    Person,
    PersonContact,
    Signpost,
)
from casework.models.invitations import Invitation
from casework.models.leave_requests import LeaveRequest
from casework.models.lessons import OfferedLesson
from casework.models.links import ActionLink, LinkedAction
from casework.models.looks import LastLook
from casework.models.mandate import MandateQuestion
from casework.models.meldcode import Meldcode, MeldcodeMember, MeldcodeStep
from casework.models.news import NewsWish
from casework.models.plan import Goal, GoalReview
from casework.models.rights import CaseFileUserObjectPermission
from casework.models.rights_requests import RightsRequest
from casework.models.seats import Seat
from casework.models.sharing_questions import SharingQuestion
from casework.models.stuck_points import ForwardedStuckPoint, StuckPoint
from casework.models.team_handover import TeamHandover, TeamOffer
from casework.models.timeline import TimelineEntry

__all__ = [
    "Action",
    "ActionLink",
    "CaseFile",
    "CaseFileUserObjectPermission",
    "Destruction",
    "Difference",
    "Document",
    "Emergency",
    "Export",
    "ForwardedStuckPoint",
    "Goal",
    "GoalAnswer",
    "GoalReview",
    "Household",
    "Invitation",
    "HouseholdMember",
    "LastLook",
    "LeaveRequest",
    "LinkedAction",
    "MandateQuestion",
    "Meldcode",
    "MeldcodeMember",
    "MeldcodeStep",
    "NetworkPerson",
    "NewsWish",
    "OfferedLesson",
    "Person",
    "PersonContact",
    "Position",
    "RightsRequest",
    "Seat",
    "SharingGround",
    "SharingQuestion",
    "Signpost",
    "StuckPoint",
    "TeamHandover",
    "TeamOffer",
    "TimelineEntry",
]
