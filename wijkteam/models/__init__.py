from wijkteam.models.access import AccessLog
from wijkteam.models.burden import WritingTime
from wijkteam.models.changes import Change
from wijkteam.models.outbox import OutboxMessage
from wijkteam.models.paper_codes import PaperCode
from wijkteam.models.people import Organisation, TeamMembership, User
from wijkteam.models.places import Neighbourhood, Postcode, Team, TeamHours
from wijkteam.models.questions import AccessQuestion
from wijkteam.models.seals import AccessSeal, SealCheck
from wijkteam.models.site_sessions import SiteSession

__all__ = [
    "AccessLog",
    "AccessQuestion",
    "AccessSeal",
    "Change",
    "Neighbourhood",
    "Organisation",
    "OutboxMessage",
    "PaperCode",
    "Postcode",
    "SealCheck",
    "SiteSession",
    "Team",
    "TeamHours",
    "TeamMembership",
    "User",
    "WritingTime",
]
