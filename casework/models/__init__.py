from casework.models.actions import Action
from casework.models.case_files import CaseFile
from casework.models.destruction import Destruction
from casework.models.documents import Document
from casework.models.emergency import Emergency
from casework.models.exports import Export
from casework.models.goal_answers import GoalAnswer
from casework.models.grounds import SharingGround
from casework.models.households import Household, HouseholdMember, NetworkPerson, Person, Signpost
from casework.models.leave_requests import LeaveRequest
from casework.models.links import ActionLink, LinkedAction
from casework.models.looks import LastLook
from casework.models.meldcode import Meldcode, MeldcodeMember, MeldcodeStep
from casework.models.news import NewsWish
from casework.models.plan import Goal, GoalReview
from casework.models.rights import CaseFileUserObjectPermission
from casework.models.rights_requests import RightsRequest
from casework.models.seats import Seat
from casework.models.timeline import TimelineEntry

__all__ = [
    "Action",
    "ActionLink",
    "CaseFile",
    "CaseFileUserObjectPermission",
    "Destruction",
    "Document",
    "Emergency",
    "Export",
    "Goal",
    "GoalAnswer",
    "GoalReview",
    "Household",
    "HouseholdMember",
    "LastLook",
    "LeaveRequest",
    "LinkedAction",
    "Meldcode",
    "MeldcodeMember",
    "MeldcodeStep",
    "NetworkPerson",
    "NewsWish",
    "Person",
    "RightsRequest",
    "Seat",
    "SharingGround",
    "Signpost",
    "TimelineEntry",
]
