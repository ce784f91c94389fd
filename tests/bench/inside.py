"""A page asked of the portal inside this process, and its template with plain dicts.

Django's test client keeps a copy of every template's context, and so takes as long as the page.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from wsgiref.util import setup_testing_defaults

import psutil
from django.conf import settings
from django.db import connection
from django.db.models import Manager, QuerySet
from django.forms import BaseForm
from django.test import Client

from wijkteam.models import User
from wijkteam.wsgi import application

TIMES = 60
Clock = Callable[[], float]
Work = Callable[[], Any]


def visit(user: User, url: str) -> Callable[[], bytes]:
    """Ask for this page as this person, through all middleware, as the web server would."""
    client = Client(HTTP_HOST="localhost")
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    path, _, query = url.partition("?")

    def page() -> bytes:
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": cookie}
        environ |= {"HTTP_HOST": "localhost", "HTTP_ACCEPT_LANGUAGE": "nl"}
        setup_testing_defaults(environ)
        response: Any = application(environ, lambda status, headers: None)
        assert response.status_code == 200, f"{url}: {response.status_code}"
        body = b"".join(response)
        response.close()
        return body

    return page


def beside(one: Work, other: Work, clock: Clock = time.perf_counter) -> tuple[float, float]:
    """Milliseconds of each, taken in turns so that both meet the same machine."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(TIMES):
        for work, times in zip((one, other), took, strict=True):
            began = clock()
            work()
            times.append((clock() - began) * 1000)
    return median(took[0]), median(took[1])


@contextmanager
def alone() -> Iterator[Clock]:
    """A clock that stands still while others have the processor: seconds that this process and its
    part of the database were at work, with all of that part in one process."""
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid()")
        database = psutil.Process(cursor.fetchone()[0])

    def clock() -> float:
        there = database.cpu_times()
        return time.process_time() + there.user + there.system

    yield clock
    with connection.cursor() as cursor:
        cursor.execute("RESET max_parallel_workers_per_gather")


def at_work(work: Work, times: int) -> float:
    """Seconds for one time, over so many: the system counts the database in hundredths."""
    with alone() as clock:
        work()
        began = clock()
        for _ in range(times):
            work()
        return (clock() - began) / times


class Plain(dict[str, Any]):
    """What a template asks of one thing, as a dict: filled while it is rendered the first time."""

    def __init__(self, thing: Any) -> None:
        super().__init__()
        self.__dict__["thing"] = thing

    def __missing__(self, name: str) -> Any:
        if not hasattr(self.__dict__["thing"], name):
            raise KeyError(name)
        value = getattr(self.__dict__["thing"], name)
        if callable(value) and not getattr(value, "do_not_call_in_templates", False):
            value = value()
        self[name] = plain(value)
        return self[name]

    def __getattr__(self, name: str) -> Any:
        """For our own filters, which take the thing itself."""
        try:
            return self[name]
        except KeyError as missing:
            raise AttributeError(name) from missing

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return str(self.__dict__["thing"])


def plain(value: Any) -> Any:
    """Rows become lists and our own things dicts; words, numbers, days and forms stay."""
    if isinstance(value, QuerySet | list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, BaseForm | type | str):
        return value
    is_ours = type(value).__module__.split(".")[0] in settings.INSTALLED_APPS
    return Plain(value) if is_ours or isinstance(value, Manager) else value
