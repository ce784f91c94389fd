"""The SESSION_ENGINE of the municipality's own site."""

from wijkteam import sessions
from wijkteam.models import SiteSession


class SessionStore(sessions.SessionStore):
    """In a table that only that site reads and writes."""

    @classmethod
    def get_model_class(cls) -> type[SiteSession]:
        return SiteSession
