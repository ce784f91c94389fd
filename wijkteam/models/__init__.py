from wijkteam.models.access import AccessLog
from wijkteam.models.outbox import OutboxMessage
from wijkteam.models.people import Organisation, TeamMembership, User
from wijkteam.models.places import Neighbourhood, Postcode, Team, TeamHours

__all__ = [
    "AccessLog",
    "Neighbourhood",
    "Organisation",
    "OutboxMessage",
    "Postcode",
    "Team",
    "TeamHours",
    "TeamMembership",
    "User",
]
