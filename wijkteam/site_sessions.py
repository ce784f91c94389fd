"""The SESSION_ENGINE of the municipality's own site."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from wijkteam.models import SiteSession


class SessionStore(DatabaseStore):
    """In a table that only that site reads and writes."""

    @classmethod
    def get_model_class(cls) -> type[SiteSession]:
        return SiteSession
