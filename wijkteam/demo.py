"""`make demo`: the whole portal on this machine, filled with made-up people.

PostgreSQL and Redis come from `embedded.py`, or from DATABASE_URL (an administrator's login) and
REDIS_URL when those are set. Every part signs in as wijkteam_app, as in production. A part that
dies is started again; when this process ends, by Ctrl-C or by a kill, nothing of it stays behind.
"""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg2
from psycopg2 import sql

from wijkteam import embedded
from wijkteam.keeper import Refusal, prepare
from wijkteam.parts import Part
from wijkteam.processes import end, lock, marked, tied

ROOT = Path(__file__).resolve().parent.parent
MARK = "WIJKTEAM_DEMO"
FAMILIES = os.environ.get("DEMO_FAMILIES", "200")
PATIENCE = 600  # seconds, on a machine that has much else to do
SAY_EVERY = 15
GIVE_UP_AFTER = 5
APP = "wijkteam.celery:app"
COMMANDS = {
    "web": "granian --interface wsgi --workers 2 --blocking-threads 2 --respawn-failed-workers "
    "--respawn-interval 1 --workers-kill-timeout 5 --no-ws wijkteam.wsgi:application",
    "worker": f"celery -A {APP} worker --concurrency 2 --without-gossip --without-mingle -l INFO",
    "beat": f"celery -A {APP} beat -l INFO",
}


class Demo:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.host = os.environ.get("HOST", "127.0.0.1")
        port = os.environ.get("PORT", "8000")
        if not port.isdecimal() or not 0 < int(port) < 65536:
            raise Refusal(f"PORT is {port!r}: expected a number from 1 to 65535.")
        self.port = int(port)
        self.address = f"http://localhost:{port}"
        self.services: embedded.Embedded | None = None
        self.parts: list[Part] = []

    # --- getting ready -------------------------------------------------------------------------
    def run(self) -> None:
        end(marked(MARK, str(self.data)), signal.SIGTERM, patience=5)
        self.check_port()
        try:
            self.open_services()
            self.fill_database()
            self.make_parts()
            self.wait_until_ready()
            self.welcome()
            while True:
                self.look_after()
        finally:
            self.stop()

    def check_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError as problem:
                raise Refusal(
                    f"Port {self.port} cannot be used ({problem.strerror}): another program "
                    f"may have it. Choose another one, for example: make demo PORT=8001"
                ) from problem

    def open_services(self) -> None:
        """Where the two services are, and the environment that every part gets."""
        given = {name: os.environ.get(name, "") for name in ("DATABASE_URL", "REDIS_URL")}
        if not all(given.values()):
            self.services = embedded.start(self.data)
        if given["DATABASE_URL"]:
            self.admin_url = embedded.demo_url(given["DATABASE_URL"])
            embedded.make_database(self.admin_url)
        elif self.services:
            self.admin_url = self.services.admin_url
        redis_url = given["REDIS_URL"] or (self.services.redis_url if self.services else "")
        mine = {
            "BASE_URL": self.address,
            "MAIL_FOLDER": str(self.data / "mail"),
            "MEDIA_ROOT": str(self.data / "media"),
            "SECRET_KEY": embedded.secret_key(self.data),
            "SECURITY_CONTACT": "mailto:veilig@voorbeeldstad.example",
        }
        fixed = {"DEMO": "1", "ALLOWED_HOSTS": "*", "REDIS_URL": redis_url}
        fixed |= {MARK: str(self.data), "DJANGO_SETTINGS_MODULE": "wijkteam.settings"}
        self.environment = mine | dict(os.environ) | fixed

    def fill_database(self) -> None:
        """Roles, tables of the owner, people; then the parts get their own login."""
        if self.services and self.admin_url == self.services.admin_url:
            self.forget_changed_tables()
        self.manage("database_roles")
        self.manage("migrate", "--verbosity", "0", PGOPTIONS="-c role=wijkteam_owner")
        self.manage("sync_roles")
        if any(ROOT.glob("*/management/commands/seed.py")) and not self.people():
            say("Making up a municipality.")
            self.manage("seed", "--families", FAMILIES)
        self.environment["DATABASE_URL"] = self.app_url()

    def forget_changed_tables(self) -> None:
        """A database of other tables fits nothing: these made-up people can go."""
        paths = sorted([*ROOT.glob("*/migrations/0*.py"), *ROOT.glob("*/locks*.sql")])
        now = {str(path.relative_to(ROOT)): sha256(path.read_bytes()).hexdigest() for path in paths}
        note = self.data / "tables.json"
        before = json.loads(note.read_text()) if note.exists() else {}
        if are_changed(before, now):
            say("The tables have changed: starting with a new database.")
            embedded.make_database(self.admin_url, anew=True)
        note.write_text(json.dumps(now))

    def manage(self, *words: str, **more: str) -> None:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, str(ROOT / "manage.py"), *words],
            cwd=ROOT,
            env=self.environment | {"DATABASE_URL": self.admin_url} | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=tied(),
            check=False,
        )
        if done.returncode:
            last = "\n".join(done.stdout.strip().splitlines()[-20:])
            raise Refusal(f"manage.py {words[0]} failed:\n{last}")

    def people(self) -> list[tuple[str, str, str]]:
        """One account per role, those of the demo first."""
        with asking(self.admin_url) as cursor:
            cursor.execute(
                "SELECT DISTINCT ON (role) role, name, email FROM wijkteam_user "
                "WHERE is_active AND email <> '' "
                "ORDER BY role, email NOT LIKE '%@demo.example', id"
            )
            return cursor.fetchall()

    def app_url(self) -> str:
        """The login of the parts: on the socket without a password, elsewhere with a new one."""
        if not os.environ.get("DATABASE_URL") and self.services:
            return self.services.app_url
        password = secrets.token_urlsafe(24)
        with asking(self.admin_url) as cursor:
            cursor.execute(
                sql.SQL("ALTER ROLE wijkteam_app PASSWORD {}").format(sql.Literal(password))
            )
        url = urlsplit(self.admin_url)
        place = url.netloc.rpartition("@")[2]
        login = f"wijkteam_app:{quote(password)}@{place}"
        return embedded.address(login, url.path.strip("/"), url.query)

    # --- running -------------------------------------------------------------------------------
    def make_parts(self) -> None:
        logs = self.data / "logs"
        logs.mkdir(exist_ok=True)
        more = {
            "web": ["--host", self.host, "--port", str(self.port)],
            "beat": ["--schedule", str(self.data / "beat-schedule")],
        }
        for name, command in COMMANDS.items():
            log = logs / f"{name}.log"
            log.write_text("")
            program, *words = command.split()
            path = str(Path(sys.executable).parent / program)
            self.parts.append(Part(name, [path, *words, *more.get(name, [])], log))

    def look_after(self) -> None:
        if self.services:
            self.services.keep()
        for part in self.parts:
            part.revive(self.environment)
        time.sleep(0.25)

    def wait_until_ready(self) -> None:
        begun = told = time.monotonic()
        while True:
            self.look_after()
            status, words = self.readiness()
            if status == 200:
                return
            waited = time.monotonic() - begun
            if time.monotonic() > told + SAY_EVERY:
                told = time.monotonic()
                say(f"Not ready after {waited:.0f} seconds, still waiting: {words}")
            for part in self.parts:
                if part.deaths >= GIVE_UP_AFTER:
                    raise Refusal(f"The {part.name} does not start:\n{part.last_words()}")
            if waited > PATIENCE:
                raise Refusal(f"Not ready after {PATIENCE} seconds: {words}. See {self.data}/logs.")

    def readiness(self) -> tuple[int, str]:
        connection = HTTPConnection(self.host, self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            answer = connection.getresponse()
            return answer.status, answer.read(200).decode(errors="replace")
        except (OSError, HTTPException) as problem:
            return 0, f"no answer ({problem})"
        finally:
            connection.close()

    def welcome(self) -> None:
        lines = [
            "",
            f"  The portal             {self.address}/",
            f"  Step in as any role    {self.address}/demo/",
            f"  Mail it would send     {self.address}/demo/post/",
            "",
            *(f"  {role:<22} {email:<28} {name}" for role, name, email in self.people()),
            "",
            f"  Logs in {self.data}/logs. Ctrl-C stops everything.",
            "",
        ]
        say("\n".join(lines))

    def stop(self) -> None:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, signal.SIG_IGN)
        for part in self.parts:
            part.ask_to_stop()
        last_moment = time.monotonic() + 10
        for part in self.parts:
            part.stop(last_moment)
        if self.services:
            self.services.stop()


def are_changed(before: dict[str, str], now: dict[str, str]) -> bool:
    """Of files with their digests: is what was applied to the database another thing now?

    A migration that came since is applied as it is; a lock that came since is not, because the
    first migration of its app reads them all.
    """
    added = {path for path in now if path.endswith(".sql")} - before.keys()
    return any(now.get(path) != digest for path, digest in before.items()) or bool(before and added)


@contextmanager
def asking(url: str) -> Iterator[psycopg2.extensions.cursor]:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - this is what the person sees


def main() -> int:
    data = Path(os.environ.get("DEMO_DATA", embedded.DEMO)).resolve()
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.default_int_handler)
    try:
        prepare(data)
        demo = Demo(data)
        held = lock(data / "demo.lock", LOCK_EX | LOCK_NB)
        if held is None:
            say(f"The demo is already running at {(data / 'demo.lock').read_text()}/")
            return 0
        held.truncate(0)
        held.write(demo.address)
        held.flush()
        demo.run()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201
        return 1
    except psycopg2.OperationalError as problem:
        print(f"The database does not answer: {problem}".strip(), file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
