"""Who is signed in on the municipality's own site: apart, so that its login of the database sees
no session of anybody else."""

from django.contrib.sessions.base_session import AbstractBaseSession


class SiteSession(AbstractBaseSession):
    """A session of that site alone."""

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "sessie van de site van de gemeente"
        verbose_name_plural = "sessies van de site van de gemeente"

    @classmethod
    def get_session_store_class(cls) -> type:
        from wijkteam.site_sessions import SessionStore

        return SessionStore
