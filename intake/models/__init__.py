from intake.models.additions import Addition
from intake.models.clocks import Clock
from intake.models.complaints import Complaint
from intake.models.conversations import Conversation
from intake.models.drafts import Draft
from intake.models.links import RequestLink
from intake.models.moves import OwnWords, StatusMove
from intake.models.proposals import Proposal
from intake.models.requests import ConversationRequest

__all__ = [
    "Addition",
    "Clock",
    "Complaint",
    "Conversation",
    "ConversationRequest",
    "Draft",
    "OwnWords",
    "Proposal",
    "RequestLink",
    "StatusMove",
]
