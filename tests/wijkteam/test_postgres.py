"""A connection that was lost is noticed before it is used, without asking over it."""

import pytest
from django.db import connection


@pytest.mark.django_db(transaction=True)
def test_a_quiet_line_is_not_asked():
    connection.ensure_connection()
    assert connection.is_quiet()
    assert connection.is_usable()


@pytest.mark.django_db(transaction=True)
def test_who_hung_up_is_noticed():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    other.close()
    assert not connection.is_quiet()
    assert not connection.is_usable()
    connection.health_check_enabled, connection.health_check_done = True, False
    with connection.cursor() as cursor:  # as at the first question of the next page
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() != (pid,)
