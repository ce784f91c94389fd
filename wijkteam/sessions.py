"""The SESSION_ENGINE: Django's own, with its question written by hand, since every page asks it."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import connection


class SessionStore(DatabaseStore):
    def _get_session_from_db(self) -> AbstractBaseSession | None:
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT session_key, session_data, expire_date FROM {table} "  # noqa: S608 - ours
                "WHERE session_key = %s AND expire_date > clock_timestamp()",
                [self.session_key],
            )
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return None
        return self.model(*found)
