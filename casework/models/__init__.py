from casework.models.case_files import CaseFile
from casework.models.documents import Document
from casework.models.emergency import Emergency
from casework.models.grounds import SharingGround
from casework.models.households import Household, HouseholdMember, NetworkPerson, Person, Signpost
from casework.models.looks import LastLook
from casework.models.plan import Action, Goal, GoalReview
from casework.models.rights import CaseFileUserObjectPermission
from casework.models.seats import Seat
from casework.models.timeline import TimelineEntry

__all__ = [
    "Action",
    "CaseFile",
    "CaseFileUserObjectPermission",
    "Document",
    "Emergency",
    "Goal",
    "GoalReview",
    "Household",
    "HouseholdMember",
    "LastLook",
    "NetworkPerson",
    "Person",
    "Seat",
    "SharingGround",
    "Signpost",
    "TimelineEntry",
]
