"""S1: a resident's request accepted and durable, beside a bare view that inserts one row."""

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module
from itertools import repeat
from pathlib import Path
from statistics import median

import psycopg2
from django.conf import settings
from django.utils import timezone
from psycopg2.extras import Json, execute_values

from tests.bench import load
from tests.bench.figures import Figure
from tests.browser.portal import ROOT, Portal, free_port
from wijkteam import demo, references
from wijkteam.embedded import Embedded
from wijkteam.processes import marked, tied, wait_until

ROUNDS, SECONDS = 3, 4.0
MOST = 800  # a second: more than can be sent
TOKEN = "b" * 32  # of the form and of the cookie: the same stranger every time
TYPED = {
    "whom": {"for_whom": ["self"]},
    "reach": {
        "name": ["Jo"], "reach_by": ["call"], "phone": ["0612345678"], "email": ["jo@example.nl"],
        "postcode": ["1311 AB"], "address": [""], "via": [""],
    },
    "wishes": {"place": ["home"], "company": ["mijn zus"]},
    "words": {"words": ["Ik wil weer zelf mijn post open durven maken."], "own_plan": [""]},
}  # fmt: skip


def measure(portal: Portal) -> list[Figure]:
    admin = Embedded(portal.data).admin_url
    make_table(admin)
    with (
        server("bare", admin) as bare,
        server("dressed", Embedded(portal.data).app_url) as dressed,
        paused(portal),
    ):
        sent: dict[str, list[float]] = {"bare": [], "dressed": [], "portal": []}
        for number in range(-1, ROUNDS):
            seconds = SECONDS if number >= 0 else 1.0  # the first round is only to get warm
            found = {
                "bare": load.send(bare, rows(bare), seconds),
                "dressed": load.send(dressed, rows(dressed), seconds),
                "portal": send_drafts(portal, admin, seconds),
            }
            for name, outcome in found.items():
                assert set(outcome.answers) == {302}, (name, outcome.answers)
                sent[name] += [outcome.per_second] * (number >= 0)
    speed = {name: median(speeds) for name, speeds in sent.items()}
    ours = f"{speed['portal']:.0f}/s"
    return [
        Figure(
            "S1", "request accepted: one commit", ours, f"bare view {speed['bare']:.0f}/s",
            speed["portal"] / speed["bare"], ">= 0.5", " x",
        ),
        Figure(
            "S1", "the same", ours, f"bare view, our middleware {speed['dressed']:.0f}/s",
            speed["portal"] / speed["dressed"], ">= 0.5", " x",
        ),
    ]  # fmt: skip


def rows(port: int) -> Iterator[bytes]:
    data = {"words": TYPED["words"]["words"][0], "csrfmiddlewaretoken": TOKEN}
    return repeat(load.post(port, "/row/", data, f"csrftoken={TOKEN}"))


def send_drafts(portal: Portal, admin: str, seconds: float) -> load.Outcome:
    """Send forms that are filled in; each answer is a request with its mail in the outbox."""
    ready = list(drafts(portal, admin, int(MOST * seconds)))
    before = accepted(portal)
    outcome = load.send(portal.port, iter(ready), seconds)
    assert accepted(portal) - before == outcome.answers.total() < len(ready)
    return outcome


@contextmanager
def paused(portal: Portal) -> Iterator[None]:
    """Sending the mail is other work: the worker waits, and does it afterwards."""
    workers = [one for one in marked(demo.MARK, str(portal.data)) if "worker" in one.cmdline()]
    for worker in workers:
        worker.suspend()
    yield
    for worker in workers:
        worker.resume()


def accepted(portal: Portal) -> int:
    """Requests whose mail stands in the outbox beside them."""
    return portal.ask(
        "SELECT count(*) FROM intake_conversationrequest r WHERE EXISTS "
        "(SELECT 1 FROM wijkteam_outboxmessage m WHERE m.request_id = r.id)"
    )


def drafts(portal: Portal, admin: str, number: int) -> Iterator[bytes]:
    """So many forms that are filled in and read over; what is left is the last button."""
    codes = [references.new_reference() for _ in range(number)]
    now = timezone.now()
    engine = import_module(settings.SESSION_ENGINE).SessionStore
    keys = [secrets.token_hex(16) for _ in codes]
    sessions = [
        (key, engine().encode({"draft": [code, int(now.timestamp())], "_session_expiry": 0}),
         now + timedelta(days=1))
        for key, code in zip(keys, codes, strict=True)
    ]  # fmt: skip
    rows = [
        (references.draft_key(code), Json(TYPED), "nl", now, now + timedelta(days=7))
        for code in codes
    ]
    with psycopg2.connect(admin) as connection, connection.cursor() as cursor:
        execute_values(
            cursor,
            "INSERT INTO intake_draft (id, key, data, language, updated_at, expires_at, "
            "sent_reference) VALUES %s",
            rows,
            template="(gen_random_uuid(), %s, %s, %s, %s, %s, '')",
        )
        execute_values(
            cursor,
            "INSERT INTO django_session (session_key, session_data, expire_date) VALUES %s",
            sessions,
        )
    connection.close()
    for number, (key, code) in enumerate(zip(keys, codes, strict=True)):
        data = {"csrfmiddlewaretoken": TOKEN, "code": code, "go": "send"}
        cookies = f"csrftoken={TOKEN}; sessionid={key}"
        address = f"10.1.{number // 250 % 250}.{number % 250}"  # from one it would be a flood
        yield load.post(portal.port, "/gesprek/controle/", data, cookies, address)


def make_table(admin: str) -> None:
    with psycopg2.connect(admin) as connection, connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS bench_row (id bigserial PRIMARY KEY, words text NOT NULL, "
            "at timestamptz NOT NULL);"
            "GRANT SELECT, INSERT ON bench_row TO wijkteam_public;"
            "GRANT USAGE ON bench_row_id_seq TO wijkteam_public"
        )
    connection.close()


@contextmanager
def server(settings: str, database: str) -> Iterator[int]:
    """The bare view behind the same server with as many workers and threads."""
    port = free_port()
    program, *words = demo.COMMANDS["web"].split()
    more = {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": f"tests.bench.{settings}_settings"}
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / program), *words, "--port", str(port)],
        cwd=ROOT, env=os.environ | more, preexec_fn=tied(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert wait_until(lambda: listens(port), seconds=20), f"{settings}: does not start"
        yield port
    finally:
        process.terminate()
        process.wait(20)


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True
