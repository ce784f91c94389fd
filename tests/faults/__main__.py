"""`make faults`: people work while web, worker, beat, Redis and PostgreSQL are killed at random.

1,000 requests, 300 goals and 300 messages by real HTTP; each part is killed with -9 every few
seconds and comes back by itself. Passes when everything that somebody saw accepted is there once,
and every message left once or waits where it can be seen. FAULTS=100 makes it shorter (a hundred
requests, the rest in proportion), FAULTS_SEED another order. FAULTS_MINUTES ends it in time on a
machine that is too busy; the report says how far it came. Leave the tree alone meanwhile: a part
that comes back runs what stands in the files by then.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psycopg2

from tests.browser.portal import OURS, Portal, running
from tests.browser.rows import KEYS
from tests.faults.killer import Killer
from tests.faults.people import Work, asking, planning, telling
from wijkteam.processes import wait_until

GOAL_SECONDS = 10.0
COORDINATED = """
    SELECT r.content_object_id FROM casework_casefileuserobjectpermission r
    JOIN wijkteam_user u ON u.id = r.user_id JOIN casework_casefile f ON f.id = r.content_object_id
    WHERE u.email = 'sanne@demo.example' AND r.coordinates AND f.closed_at IS NULL"""
WHERE = {
    "asked": "SELECT name FROM intake_conversationrequest WHERE name LIKE 'asked-%'",
    "goal": "SELECT words FROM casework_goal WHERE words LIKE 'goal-%'",
    "told": "SELECT words FROM casework_timelineentry WHERE words LIKE 'told-%'",
}


def main() -> int:
    requests, seed = int(os.environ.get("FAULTS", "1000")), int(os.environ.get("FAULTS_SEED", "1"))
    for name in OURS:
        os.environ.pop(name, None)
    os.environ["TRUSTED_PROXY_COUNT"] = "1"
    with (
        tempfile.TemporaryDirectory(prefix="wt-") as folder,
        running(Path(folder).resolve() / "demo", "200") as portal,
    ):
        return work(portal, requests, seed)


def work(portal: Portal, requests: int, seed: int) -> int:
    files = [str(row[0]) for row in all_rows(portal, COORDINATED)]
    own = str(portal.ask(KEYS["file"]))
    some = max(1, requests * 3 // 10)
    minutes = float(os.environ.get("FAULTS_MINUTES", "inf"))
    until = time.monotonic() + minutes * 60
    works = [
        Work("asked", requests, 6, asking(portal.address), until),
        Work("goal", some, 2, planning(portal.address, files), until),
        Work("told", some, 2, telling(portal.address, own), until),
    ]
    killer = Killer(portal, seed)
    began = time.monotonic()
    killer.start()
    for thread in [thread for one in works for thread in one.start()]:
        thread.join()
    killer.over.set()
    killer.join()
    wait_until(killer.answers, 60, pause=0.3)
    print(f"{time.monotonic() - began:.0f} s of work; killed with -9: {dict(killer.killed)}\n")
    return 0 if report(portal, works, killer) else 1


def report(portal: Portal, works: list[Work], killer: Killer) -> bool:
    lines = [outcome(portal, one) for one in works]
    lines += [outbox(portal), *speeds(killer)]
    for good, words in lines:
        print(("ok      " if good else "FAILED  ") + words)
    return all(good for good, _words in lines)


def outcome(portal: Portal, one: Work) -> tuple[bool, str]:
    found = [row[0] for row in all_rows(portal, WHERE[one.name])]
    lost = set(one.accepted) - set(found)
    doubled = len(found) - len(set(found))
    words = (
        f"{one.name}: {one.tried} tried, {len(one.accepted)} seen accepted, {len(found)} there, "
        f"{len(lost)} lost, {doubled} doubled"
    )
    return not lost and not doubled and len(one.accepted) > one.tried // 2, words


def outbox(portal: Portal) -> tuple[bool, str]:
    """Every mail to somebody who asked left once, or waits in sight."""
    count: Callable[[str], int] = lambda status: portal.ask(  # noqa: E731
        "SELECT count(*) FROM wijkteam_outboxmessage WHERE \"to\" LIKE 'asked-%%' AND status = %s",
        status,
    )
    wait_until(lambda: count("waiting") == 0, 120, pause=0.5)
    sent, waiting, failed = count("sent"), count("waiting"), count("failed")
    posts = [path for path in portal.data.glob("mail/*.eml") if b"asked-" in path.read_bytes()]
    asked = portal.ask("SELECT count(*) FROM intake_conversationrequest WHERE name LIKE 'asked-%%'")
    words = (
        f"mail: {asked} to send, {sent} sent, {len(posts)} delivered, {waiting} waiting, "
        f"{failed} failed in sight"
    )
    return sent == len(posts) and sent + waiting + failed == asked, words


def speeds(killer: Killer) -> list[tuple[bool, str]]:
    return [
        (slowest <= GOAL_SECONDS, f"front page answers again after killing {part}: {slowest:.1f} s")
        for part, slowest in sorted(killer.slowest.items())
    ]


def all_rows(portal: Portal, question: str) -> list[tuple[str]]:
    def read() -> list[tuple[str]]:
        with portal.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall()

    for _attempt in range(20):
        try:
            return read()
        except psycopg2.OperationalError:
            time.sleep(1)
    return read()


if __name__ == "__main__":
    sys.exit(main())
