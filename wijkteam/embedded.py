"""PostgreSQL 18 and Redis that come with the Python packages: nothing to install, no port taken.

    services = start(Path(".data/demo"))
    services.admin_url, services.app_url, services.redis_url
    services.stop()

Processes that start in the same folder share the same two servers; the last one out stops them
(see keeper.py). By hand:

    python -m wijkteam.embedded run [--data DIR] [--fast] -- COMMAND...
    python -m wijkteam.embedded dsn
"""

import argparse
import fcntl
import os
import secrets
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO
from urllib.parse import quote, urlsplit

import psycopg2
from psycopg2 import errors, extensions, sql

from wijkteam.keeper import Refusal, prepare, run_folder
from wijkteam.processes import is_locked, lock, tied, wait_until

DATABASE = "wijkteam"
DEMO = Path(".data/demo")
DEV = Path(".data/dev")
# Whoever started the servers uses them until it stops or ends, kept in a variable or not.
in_use: "list[Embedded]" = []


@dataclass(eq=False)
class Embedded:
    """The two servers of one data folder, in use by this process."""

    data: Path
    fast: bool = False
    users: IO[str] | None = field(default=None, repr=False)
    alone: IO[str] = field(init=False, repr=False)
    keeper: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def url(self, user: str, database: str = DATABASE) -> str:
        return f"postgresql://{user}@/{database}?host={quote(str(run_folder(self.data)))}"

    @property
    def admin_url(self) -> str:
        """The superuser: whoever uses it must switch roles, or the locks prove nothing."""
        return self.url("postgres")

    @property
    def app_url(self) -> str:
        return self.url("wijkteam_app")

    @property
    def redis_url(self) -> str:
        return f"unix://{run_folder(self.data)}/redis.sock"

    def keep(self) -> None:
        """See to it that a keeper is there; harmless when there is one."""
        held = lock(self.data / "keeper.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
        if held is None:
            return
        with held:
            if self.keeper is not None and self.keeper.poll() is None:
                return  # it is still starting
            held.truncate(0)  # what a killed keeper noted
        command = [sys.executable, "-m", "wijkteam.keeper", str(self.data)]
        with (self.data / "keeper.log").open("ab") as log:
            self.keeper = subprocess.Popen(  # noqa: S603 - our own command
                command + ["--fast"] * self.fast,
                cwd=Path(__file__).parent.parent,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def note(self) -> str:
        """What the keeper wrote: its process id and, once it started both, "serving"."""
        return (self.data / "keeper.lock").read_text()

    def is_ready(self) -> bool:
        refused = self.data / "refused"
        if refused.exists():
            words = refused.read_text()
            refused.unlink()
            raise Refusal(words)
        self.keep()
        if not is_locked(self.data / "keeper.lock") or not self.note().endswith("serving"):
            return False  # what answers now may be what a killed keeper left behind
        return database_answers(self.url("postgres", "postgres")) and redis_answers(
            run_folder(self.data) / "redis.sock"
        )

    def stop(self) -> None:
        """Let go. Whoever was the last also stops both servers."""
        if self.users is None:
            return
        self.users.close()
        self.users = None
        in_use.remove(self)
        # The keeper holds this lock too, for a blink at a time.
        if not wait_until(self.is_last, seconds=0.3):
            return
        keeper = self.data / "keeper.lock"
        if is_locked(keeper):
            os.kill(int(self.note().split()[0]), signal.SIGTERM)
        wait_until(lambda: not is_locked(keeper), seconds=30)
        self.alone.close()

    def is_last(self) -> bool:
        """Nobody else uses the servers, and nobody can begin to until `alone` is closed."""
        alone = lock(self.data / "users", fcntl.LOCK_EX | fcntl.LOCK_NB)
        if alone is None:
            return False
        self.alone = alone
        return True


def start(data: Path, fast: bool = False) -> Embedded:
    """Start the servers in `data`, or join whoever already did. `fast` may lose data."""
    data = data.resolve()
    prepare(data)
    (data / "refused").unlink(missing_ok=True)
    services = Embedded(data, fast, lock(data / "users", fcntl.LOCK_SH))
    in_use.append(services)
    try:
        if not wait_until(services.is_ready, seconds=90):
            raise Refusal(f"PostgreSQL or Redis does not answer; see the logs in {data}.")
        make_database(services.admin_url)
    except BaseException:
        services.stop()
        raise
    return services


def database_answers(url: str) -> bool:
    try:
        psycopg2.connect(url, connect_timeout=2).close()
    except psycopg2.OperationalError:
        return False
    return True


def redis_answers(path: Path) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(2)
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def make_database(url: str, anew: bool = False) -> None:
    """Make the database that `url` names, when it is not there yet; `anew` throws it away first."""
    name = extensions.parse_dsn(url)["dbname"]
    connection = psycopg2.connect(extensions.make_dsn(url, dbname="postgres"))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            if anew:
                old = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                cursor.execute(old.format(sql.Identifier(name)))
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if cursor.fetchone() is None:
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except (errors.DuplicateDatabase, errors.UniqueViolation):
        pass  # another process was just ahead of us
    finally:
        connection.close()


def demo_url(url: str) -> str:
    """An administrator's address, for the database of the demo when it names none of its own."""
    parts = urlsplit(url)
    if parts.path.strip("/") in ("", "postgres"):
        return address(parts.netloc, DATABASE, parts.query)
    return url


def address(netloc: str, database: str, query: str) -> str:
    """urlunsplit loses the slashes when the rest of the address stands in the query."""
    return f"postgresql://{netloc}/{database}" + (f"?{query}" if query else "")


def secret_key(data: Path) -> str:
    """The key that signs cookies here; made once, kept beside the data."""
    path = data / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def run(data: Path, fast: bool, command: list[str]) -> int:
    """Run a command with the services, or with those that the environment already names."""
    signal.signal(signal.SIGTERM, leave)
    if "DATABASE_URL" in os.environ and "REDIS_URL" in os.environ:
        return wait_for(command, {})
    services = start(data, fast)
    given = {
        "DATABASE_URL": services.admin_url,
        "REDIS_URL": services.redis_url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(services.data),
    }
    try:
        return wait_for(command, given)
    finally:
        services.stop()


def leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def wait_for(command: list[str], given: dict[str, str]) -> int:
    """Run it, and give its code as a shell would."""
    child = subprocess.Popen(  # noqa: S603 - what the person typed
        command, env=os.environ | given, preexec_fn=tied()
    )
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells the child itself
        code = child.wait()
    except SystemExit:
        child.terminate()
        child.wait()
        raise
    return code if code >= 0 else 128 - code


def dsn() -> str:
    given = os.environ.get("DATABASE_URL")
    return demo_url(given) if given else Embedded(DEMO.resolve()).admin_url


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m wijkteam.embedded")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("dsn", help="print where the database of the demo is")
    running = verbs.add_parser("run", help="run a command with the services")
    running.add_argument("--data", type=Path, default=DEV)
    running.add_argument("--fast", action="store_true", help="may lose data: for tests")
    running.add_argument("command", nargs="+")
    given = parser.parse_args()
    if given.verb == "dsn":
        print(dsn())  # noqa: T201
        return 0
    try:
        return run(given.data, given.fast, given.command)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
