"""The embedded PostgreSQL and Redis: shared, durable, and back after any kill."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg2
import pytest

from wijkteam import embedded
from wijkteam.keeper import Refusal, run_folder
from wijkteam.processes import end, is_locked, wait_until, working_in

USE = (
    "import sys; sys.path.insert(0, '.'); from pathlib import Path; from wijkteam import embedded; "
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of its own, with a path short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="wt-") as name:
        data = Path(name).resolve() / "data"
        yield data
        assert not data.exists() or wait_until(lambda: all_gone(data), seconds=30)


@pytest.fixture
def services(folder: Path) -> Iterator[embedded.Embedded]:
    running = embedded.start(folder)
    yield running
    running.stop()


def ask(url: str, question: str) -> str:
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(question)
            return str(cursor.fetchone()[0]) if cursor.description else ""
    finally:
        connection.close()


def postmaster(data: Path) -> psutil.Process:
    return psutil.Process(int((data / "postgres" / "postmaster.pid").read_text().split()[0]))


def keeper(data: Path) -> psutil.Process:
    return psutil.Process(int((data / "keeper.lock").read_text().split()[0]))


def all_gone(data: Path) -> bool:
    left = [*working_in(data / "postgres"), *working_in(data / "redis")]
    return not left and not is_locked(data / "keeper.lock")


def another_user(data: Path) -> subprocess.Popen[str]:
    """A second process that uses the same folder until its input closes."""
    script = USE + "embedded.start(Path(sys.argv[1])); print('ready', flush=True); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_gives_postgresql_18_and_redis(services: embedded.Embedded) -> None:
    assert ask(services.admin_url, "SHOW server_version").startswith("18.")
    assert ask(services.admin_url, "SHOW timezone") == "UTC"
    assert ask(services.admin_url, "SHOW fsync") == "on"
    assert ask(services.admin_url, "SELECT current_database()") == "wijkteam"
    ask(services.admin_url, "CREATE ROLE wijkteam_app LOGIN NOINHERIT")
    assert ask(services.app_url, "SELECT current_user") == "wijkteam_app"
    assert embedded.redis_answers(Path(services.redis_url.removeprefix("unix://")))


def test_two_processes_share_and_the_last_one_stops(services: embedded.Embedded) -> None:
    before = postmaster(services.data).pid
    other = another_user(services.data)
    assert postmaster(services.data).pid == before
    services.stop()
    assert ask(services.admin_url, "SELECT 1") == "1"
    other.kill()
    other.wait()
    assert wait_until(lambda: all_gone(services.data), seconds=20)


def test_stop_has_stopped_everything(services: embedded.Embedded) -> None:
    services.stop()
    assert all_gone(services.data)


@pytest.mark.parametrize("part", ["postgres", "redis"])
def test_a_killed_server_comes_back_with_its_data(services: embedded.Embedded, part: str) -> None:
    ask(services.admin_url, "CREATE TABLE kept AS SELECT 42 AS answer")
    for process in working_in(services.data / part):
        if process.ppid() == keeper(services.data).pid:
            process.kill()
    wait_until(lambda: not services.is_ready(), seconds=5)
    assert wait_until(services.is_ready, seconds=20)
    assert ask(services.admin_url, "SELECT answer FROM kept") == "42"


def test_everything_killed_at_once(services: embedded.Embedded) -> None:
    ask(services.admin_url, "CREATE TABLE kept AS SELECT 42 AS answer")
    data = services.data
    everything = [keeper(data), *working_in(data / "postgres"), *working_in(data / "redis")]
    end(everything, signal.SIGKILL, patience=10)
    again = embedded.start(data)
    assert ask(again.admin_url, "SELECT answer FROM kept") == "42"
    again.stop()


def test_only_the_keeper_killed(services: embedded.Embedded) -> None:
    end([keeper(services.data)], signal.SIGKILL, patience=10)
    again = embedded.start(services.data)
    assert ask(again.admin_url, "SELECT 1") == "1"
    again.stop()


def test_a_pid_file_that_names_a_stranger(services: embedded.Embedded) -> None:
    services.stop()
    stale = f"{os.getppid()}\n{services.data}/postgres\n1\n5432\n{services.data}/run\n\n1 1\n"
    (services.data / "postgres" / "postmaster.pid").write_text(stale)
    again = embedded.start(services.data)
    assert ask(again.admin_url, "SELECT 1") == "1"
    again.stop()


def test_half_a_cluster_does_not_count(folder: Path) -> None:
    (folder / "postgres.new").mkdir(parents=True)
    (folder / "postgres.new" / "PG_VERSION").write_text("18")
    services = embedded.start(folder, fast=True)
    assert ask(services.admin_url, "SHOW fsync") == "off"
    services.stop()


def test_a_long_path_still_has_a_short_socket(folder: Path) -> None:
    services = embedded.start(folder / ("long" * 20))
    assert run_folder(services.data).parent == Path(tempfile.gettempdir())
    assert ask(services.admin_url, "SELECT 1") == "1"
    services.stop()
    shutil.rmtree(run_folder(services.data))


def test_says_so_when_the_disk_is_full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as the standard library does
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda path: usage(10**9, 10**9 - 2**20, 2**20))
        with pytest.raises(Refusal, match="The disk is full: 1 MB left in"):
            embedded.start(folder)


@pytest.mark.parametrize(
    ("place", "words"),
    [("/sys/wijkteam", "No permission to write in"), ("/dev/null/x", "cannot be used")],
)
def test_says_so_when_the_folder_cannot_be_used(place: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        embedded.start(Path(place))


def nothing_given() -> dict[str, str]:
    """The environment without services of its own."""
    return {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}


def by_hand(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wijkteam.embedded", *words],
        env=nothing_given(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_runs_a_command_and_passes_its_code(folder: Path) -> None:
    script = "echo $DATABASE_URL; echo $REDIS_URL; test ${#SECRET_KEY} -ge 32 && exit 7"
    done = by_hand("run", "--data", str(folder), "--", "sh", "-c", script)
    services = embedded.Embedded(folder)
    assert done.stdout.splitlines() == [services.admin_url, services.redis_url]
    assert (done.returncode, done.stderr) == (7, "")
    assert all_gone(folder)


def test_stopping_the_runner_stops_the_command(folder: Path) -> None:
    command = ["run", "--data", str(folder), "--", "sh", "-c", "echo on; sleep 1000"]
    runner = subprocess.Popen(
        [sys.executable, "-m", "wijkteam.embedded", *command],
        env=nothing_given(),
        stdout=subprocess.PIPE,
    )
    assert runner.stdout is not None
    runner.stdout.readline()
    runner.send_signal(signal.SIGTERM)
    assert runner.wait(30) == 128 + signal.SIGTERM
    assert all_gone(folder)


def test_prints_the_address_and_nothing_else() -> None:
    done = by_hand("dsn")
    assert done.stdout == embedded.Embedded(embedded.DEMO.resolve()).admin_url + "\n"
