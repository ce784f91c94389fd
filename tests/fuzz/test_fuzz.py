"""Bad input on every page as everyone: no failure, no trace, no change without permission.

`make fuzz` sends 20,000; the tests send a few hundred. FUZZ says how many, FUZZ_SEED which ones.
"""

import logging
import os
import re
from collections import Counter
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse

from tests.conftest import LockedClient
from tests.fuzz.bad import Names, Sender
from tests.locks.matrix import VISITORS, addresses
from tests.locks.test_matrix import EXPECTED
from tests.locks.visitors import Family

MANY = int(os.environ.get("FUZZ", "400"))
SEED = int(os.environ.get("FUZZ_SEED", "20261126"))
# What even somebody who is sent away leaves behind: a session, a line in the log.
LEAVES = ("django_session", "wijkteam_accesslog")
CHANGE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) +"?(\w+)')


class Changes:
    """Which tables were changed meanwhile."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        change = CHANGE.match(str(sql))
        if change and context["cursor"].rowcount:
            self.tables.add(change.group(1))
        return result


class World:
    def __init__(self) -> None:
        family = Family()
        self.clients = {"stranger": LockedClient(raise_request_exception=False)}
        for name, user in family.users.items():
            self.clients[name] = LockedClient(raise_request_exception=False)
            self.clients[name].force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        self.addresses = list(addresses(family))
        lines = EXPECTED.read_text().splitlines()[1:]
        self.expected = {line.split()[0]: line.split()[1:] for line in lines}
        self.seen: dict[tuple[str, str], dict[str, list[str]]] = {}

    def may(self, address: str, visitor: str) -> bool:
        return self.expected[address][VISITORS.index(visitor)] == "in"

    def somebody(self, sender: Sender, address: str) -> str:
        """Mostly a visitor who gets in: there is more to break behind the door."""
        inside = [visitor for visitor in VISITORS if self.may(address, visitor)]
        return sender.rng.choice(inside if inside and sender.rng.random() < 0.7 else VISITORS)

    def offered(self, visitor: str, url: str) -> dict[str, list[str]]:
        """The fields that this page shows to this visitor."""
        if (visitor, url) not in self.seen:
            with transaction.atomic():
                answer = self.clients[visitor].get(url)
                transaction.set_rollback(True)
            html = answer.content.decode(errors="replace") if not answer.streaming else ""
            self.seen[visitor, url] = Names(html).offered
        return self.seen[visitor, url]


def send(sender: Sender, client: LockedClient, url: str, offered: dict[str, Any]) -> HttpResponse:
    data = sender.fields(offered)
    roll = sender.rng.random()
    if roll < 0.25:
        return client.get(url, data)
    if roll < 0.35:
        raw, kind = sender.body(data)
        return client.generic(sender.rng.choice(["POST", "PUT", "PATCH"]), url, raw, kind)
    headers = {"hx-request": "true"} if roll < 0.45 else {}
    return client.post(url, data, headers=headers)


def is_failure(address: str, status: int) -> bool:
    """Only the page that says whether all parts work may say that one does not."""
    return status >= 500 and (address, status) != ("readyz", 503)


@pytest.fixture
def quiet():
    """Thousands of refusals are no news."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.django_db
def test_bad_input_gets_an_answer_and_changes_nothing_without_permission(quiet):
    world, sender = World(), Sender(SEED)
    found: Counter[int] = Counter()
    wrong: list[str] = []
    for number in range(MANY):
        address, url = sender.rng.choice(world.addresses)
        visitor = world.somebody(sender, address)
        offered = world.offered(visitor, url)
        bad = sender.address(url)
        changes = Changes()
        with transaction.atomic(), connection.execute_wrapper(changes):
            answer = send(sender, world.clients[visitor], bad, offered)
            transaction.set_rollback(True)
        found[answer.status_code] += 1
        text = "" if answer.streaming else answer.content.decode(errors="replace")
        where = f"{number}: {visitor} {answer.request['REQUEST_METHOD']} {address} {bad[:120]}"
        if is_failure(address, answer.status_code) or "Traceback (most" in text:
            error = getattr(answer, "exc_info", None)
            wrong.append(f"{where} -> {answer.status_code} {error and error[1]!r}")
        taken = changes.tables.difference(LEAVES)
        if taken and bad == url and not world.may(address, visitor):
            wrong.append(f"{where} -> changed {sorted(taken)}")
        if number % 1000 == 999:  # an hour is long without a word
            print(f"{number + 1} sent", *wrong, sep="\n", flush=True)
    print(f"{MANY} requests, seed {SEED}: {dict(sorted(found.items()))}")
    assert not wrong, "\n".join(wrong[:30])
