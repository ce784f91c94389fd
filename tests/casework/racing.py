"""Two at the same moment: real connections, real roles, and who waits hears what happened."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests.casework.browser import fields
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import User


@contextmanager
def signed_in(user: User | None) -> Iterator[None]:
    """This thread's own connection, as the web process has it for this visitor, or a stranger."""
    name, pk = ("professional", user.pk) if user else ("public", None)
    try:
        with app_login(), database.role(name, pk):
            yield
    finally:
        connection.close()


def wait_until_someone_waits() -> None:
    """Until another connection stands still before a lock of this one."""
    for _try in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waited")


def both(
    first: Callable[[], object], second: Callable[[], object], by: list[User | None]
) -> Future:
    """`first` is done but not final when `second` begins, and final once `second` has to wait."""

    def following() -> object:
        with signed_in(by[1]):
            return second()

    return _meet(first, following, by[0])


def _meet(first: Callable[[], object], second: Callable[[], object], by: User | None) -> Future:
    barrier = Barrier(2, timeout=30)

    def lead() -> None:
        with signed_in(by):
            first()
            barrier.wait()
            wait_until_someone_waits()

    def follow() -> object:
        barrier.wait()
        return second()

    with ThreadPoolExecutor(2) as pool:
        leading, following = pool.submit(lead), pool.submit(follow)
    leading.result()
    return following


class Page:
    """A form that somebody has open, on which something is typed before it is sent."""

    def __init__(self, client: Client, url: str, **typed: object) -> None:
        page = client.get(url)
        assert page.status_code == 200, (url, page.status_code)
        self.client, self.url, self.data = client, url, fields(page) | typed

    def send(self) -> HttpResponse:
        try:
            return self.client.post(self.url, self.data)
        finally:
            connection.close()

    def send_during(self, first: Callable[[], object], by: User) -> HttpResponse:
        """While what `first` does is not final yet."""
        return _meet(first, self.send, by).result()
