"""One whole portal for everything that is tested in a browser: the real processes of the demo.

Every test process holds a shared lock on the file `users`; the process that keeps the portal
(`python -m tests.browser.portal FOLDER`) stops it and removes the folder once nobody does. So
parallel test processes share one portal, and a killed test run leaves nothing behind.
"""

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import IO, Any

import psycopg2
from celery import Celery

from tests.browser.rows import KEYS
from wijkteam.embedded import Embedded
from wijkteam.processes import is_locked, lock, tied, wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
TIME_ZONE = "Europe/Amsterdam"  # of the settings, which cannot be read before there is a database
FAMILIES = "200"  # enough for a request in every state
# What the tests themselves run with, and the demo must not.
OURS = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "MAIL_FOLDER", "MEDIA_ROOT", "BASE_URL")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data: Path, port: int, families: str = FAMILIES) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    return clean | {"DEMO_DATA": str(data), "PORT": str(port), "DEMO_FAMILIES": families}


class Portal:
    """A running demo, seen from outside: its address, and the mail that left it."""

    def __init__(self, data: Path, port: int, pid: int = 0) -> None:
        self.data, self.port, self.pid = data, port, pid
        self.address = f"http://localhost:{port}"

    def ask(self, question: str, *values: object) -> Any:
        """The first answer of the database, asked as its administrator."""
        with self.cursor() as cursor:
            cursor.execute(question, values)
            row = cursor.fetchone()
        assert row, f"nothing found: {question}"
        return row[0]

    def row(self, key: str) -> str:
        """One that was there from the start, when it still is: a row that another walk makes may
        end before this one has looked at it."""
        with self.cursor() as cursor:
            cursor.execute(KEYS[key])
            found = [str(pk) for (pk,) in cursor.fetchall()]
        assert found, f"nothing found: {KEYS[key]}"
        kept = self.data / "rows.json"  # not where nothing walks beside this
        first = json.loads(kept.read_text()) if kept.exists() else []
        return min(found, key=lambda pk: (pk not in first, pk))

    def remember_rows(self) -> None:
        """What was there from the start."""
        every = " UNION ALL ".join(
            f"SELECT one::text FROM ({key}) rows (one)" for key in KEYS.values()
        )
        with self.cursor() as cursor:
            cursor.execute(every)
            first = [pk for (pk,) in cursor.fetchall()]
        (self.data / "rows.json").write_text(json.dumps(first))

    def times_asked(self, name: str) -> int:
        """How many requests of somebody with this name arrived."""
        return int(
            self.ask("SELECT count(*) FROM intake_conversationrequest WHERE name = %s", name)
        )

    def do(self, command: str) -> None:
        with self.cursor() as cursor:
            cursor.execute(command)

    def run(self, task: str) -> None:
        """What the worker does at night, now."""
        redis = Embedded(self.data).redis_url.replace("unix://", "redis+socket://", 1)
        with Celery(broker=redis) as app:
            app.send_task(task)

    @contextmanager
    def cursor(self) -> Iterator[psycopg2.extensions.cursor]:
        """As the owner. Today is the day of the portal, also in the hour after midnight here."""
        here = f"-c timezone={TIME_ZONE}"
        connection = psycopg2.connect(Embedded(self.data).admin_url, options=here)
        try:
            with connection, connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()

    def mails(self, to: str) -> list[EmailMessage]:
        """What was sent to this address, oldest first."""
        files = sorted(self.data.glob("mail/*.eml"), key=lambda file: file.stat().st_mtime)
        mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
        return [mail for mail in mails if mail["To"] == to]

    def next_mail(self, to: str, after: int = 0) -> str:
        """The text of the first mail to this address after so many others; waits for it."""
        assert wait_until(lambda: len(self.mails(to)) > after, seconds=40), f"no mail to {to}"
        return str(self.mails(to)[after].get_content())


def hold(folder: Path) -> IO[str]:
    """Say that this process needs the portal, now or later, until it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    held = lock(folder / "users", fcntl.LOCK_SH)
    assert held is not None
    return held


def join(folder: Path) -> Portal:
    """The portal of this folder, started when this is the first who asks."""
    begin(folder)
    failed, ready = (folder / "failed"), (folder / "port").exists
    wait_until(lambda: ready() or failed.exists(), seconds=660)
    assert ready(), f"The portal does not start:\n{(folder / 'log').read_text()}"
    return Portal(folder / "demo", int((folder / "port").read_text()))


def begin(folder: Path) -> None:
    """Let it come up meanwhile, unless somebody did already."""
    with (folder / "start").open("a+") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        if (folder / "log").exists():
            return
        with (folder / "log").open("w") as log:
            subprocess.Popen(
                [sys.executable, "-m", "tests.browser.portal", str(folder)],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip


@contextmanager
def running(data: Path, families: str = FAMILIES) -> Iterator[Portal]:
    """A demo in this folder, from its welcome until the end of the block."""
    port = free_port()
    demo = subprocess.Popen(
        [sys.executable, "-m", "wijkteam.demo"],
        cwd=ROOT, env=environment(data, port, families), stdout=subprocess.PIPE, text=True,
        preexec_fn=tied(),
    )  # fmt: skip
    try:
        said = iter(demo.stdout.readline, "")  # type: ignore[union-attr]
        if not any("Ctrl-C stops everything" in line for line in said):
            raise SystemExit("The demo does not start.")
        yield Portal(data, port, demo.pid)
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(60)


@contextmanager
def own_folder() -> Iterator[Path]:
    """For a small portal beside the one that all walks share: of whoever changes too much in it."""
    with tempfile.TemporaryDirectory(prefix="wt-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)  # PostgreSQL may run as somebody else
        yield folder


def keep(folder: Path) -> None:
    """Run the demo as long as somebody uses it."""
    try:
        with running(folder / "demo") as portal:
            portal.remember_rows()
            (folder / "port.new").write_text(str(portal.port))
            (folder / "port.new").rename(folder / "port")
            wait_until_unused(folder)
    except BaseException:
        traceback.print_exc()
        (folder / "failed").touch()  # whoever waits reads why in the log
        wait_until_unused(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_unused(folder: Path) -> None:
    while is_locked(folder / "users"):
        time.sleep(0.5)


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
