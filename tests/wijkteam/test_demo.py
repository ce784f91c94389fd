"""`make demo` as a person meets it: it comes up, survives, says what is wrong, leaves nothing."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

import psutil
import pytest

from tests.browser.portal import free_port
from wijkteam.demo import Demo, are_changed
from wijkteam.keeper import Refusal
from wijkteam.parts import Part
from wijkteam.processes import marked, wait_until, working_in


class Running:
    """The demo in a folder of its own."""

    def __init__(self, data: Path, port: int) -> None:
        self.data, self.port = data, port
        mine = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "MAIL_FOLDER", "MEDIA_ROOT")
        self.environment = {k: v for k, v in os.environ.items() if k not in mine}
        self.environment |= {"DEMO_DATA": str(data), "PORT": str(port), "DEMO_FAMILIES": "3"}

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "wijkteam.demo"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start_up(self) -> subprocess.Popen[str]:
        """Start it and read what it says, up to the last line of the welcome."""
        process = self.start()
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C stops everything" in line:
                assert f"http://localhost:{self.port}/demo/" in "".join(said)
                assert self.is_ready()
                return process
        raise AssertionError(process.communicate()[1])

    def again(self, **more: str) -> tuple[int, str, str]:
        """Start a second one, which must end by itself."""
        self.environment |= more
        second = self.start()
        output, complaint = second.communicate(timeout=60)
        return second.returncode, output, complaint

    def is_ready(self) -> bool:
        return self.answer("/readyz") == 200

    def answer(self, path: str) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except OSError:
            return 0
        finally:
            connection.close()

    def parts(self, *words: str) -> list[psutil.Process]:
        """Its processes whose command has all these words, as far as they still live."""
        found = []
        for part in marked("WIJKTEAM_DEMO", str(self.data)):
            with suppress(psutil.NoSuchProcess):  # it may die while it is looked at
                if set(words) <= set(" ".join(part.cmdline()).replace("/", " ").split()):
                    found.append(part)
        return found

    def all_gone(self) -> bool:
        return not self.parts() and not [*working_in(self.data / "postgres")]


@pytest.fixture(scope="module")
def demo() -> Iterator[Running]:
    with tempfile.TemporaryDirectory(prefix="wt-") as name:
        yield Running(Path(name).resolve() / "demo", free_port())


@pytest.fixture(scope="class")
def runner(demo: Running) -> Iterator[subprocess.Popen[str]]:
    process = demo.start_up()
    yield process
    process.terminate()
    process.wait(60)


@pytest.mark.usefixtures("runner")
class TestWhileItRuns:
    def test_a_second_one_says_where_it_is(self, demo: Running) -> None:
        code, output, complaint = demo.again()
        assert (code, complaint) == (0, "")
        assert f"already running at http://localhost:{demo.port}/" in output

    def test_whoever_finds_a_hole_finds_whom_to_tell(self, demo: Running) -> None:
        assert demo.answer("/.well-known/security.txt") == 200

    def test_a_taken_port_is_said_in_plain_words(self, demo: Running) -> None:
        with tempfile.TemporaryDirectory(prefix="wt-") as name:
            other = Running(Path(name), demo.port)
            code, output, complaint = other.again()
        assert (code, output) == (1, "")
        assert complaint.startswith(f"Port {demo.port} cannot be used")

    @pytest.mark.parametrize("words", [["granian"], ["celery", "worker"], ["celery", "beat"]])
    def test_a_killed_part_comes_back(self, demo: Running, words: list[str]) -> None:
        before = {part.pid for part in demo.parts(*words)}
        assert before
        for part in demo.parts(*words):
            part.kill()

        def is_back() -> bool:
            after = {part.pid for part in demo.parts(*words)}
            return bool(after) and not after & before and demo.is_ready()

        assert wait_until(is_back, seconds=40, pause=0.3)

    def test_killed_services_come_back(self, demo: Running) -> None:
        keeper = int((demo.data / "keeper.lock").read_text().split()[0])
        os.kill(keeper, signal.SIGKILL)
        assert wait_until(lambda: not psutil.pid_exists(keeper), seconds=10)
        assert wait_until(demo.is_ready, seconds=40, pause=0.3)

    def test_every_part_signs_in_as_the_app(self, demo: Running) -> None:
        parts = demo.parts("granian") + demo.parts("celery")
        assert {part.environ()["DATABASE_URL"].split("@")[0] for part in parts} == {
            "postgresql://wijkteam_app"
        }


def test_nothing_outlives_it(demo: Running) -> None:
    """Killed, started again over what was left, then stopped as a person does."""
    process = demo.start_up()
    process.kill()
    process.wait()
    assert wait_until(demo.all_gone, seconds=30, pause=0.3)

    process = demo.start_up()
    process.send_signal(signal.SIGINT)
    output, complaint = process.communicate(timeout=60)
    assert (process.returncode, output.strip(), complaint) == (0, "Stopped.", "")
    assert demo.all_gone()


@pytest.mark.parametrize(
    ("now", "is_changed"),
    [
        ({"a/0001.py": "1", "a/locks.sql": "1"}, False),
        ({"a/0001.py": "1", "a/locks.sql": "1", "a/0002.py": "1"}, False),
        ({"a/0001.py": "2", "a/locks.sql": "1"}, True),
        ({"a/0001.py": "1", "a/locks.sql": "2"}, True),
        ({"a/0001.py": "1", "a/locks.sql": "1", "a/locks_more.sql": "1"}, True),
        ({"a/0001.py": "1"}, True),
    ],
)
def test_other_tables_need_a_new_database(now: dict[str, str], is_changed: bool) -> None:
    assert are_changed({"a/0001.py": "1", "a/locks.sql": "1"}, now) is is_changed
    assert not are_changed({}, now)  # the first time


def test_an_odd_port_is_refused() -> None:
    with tempfile.TemporaryDirectory(prefix="wt-") as name:
        code, _, complaint = Running(Path(name), 8000).again(PORT="http")
    assert (code, complaint) == (1, "PORT is 'http': expected a number from 1 to 65535.\n")


def test_a_slow_start_says_what_it_waits_for(tmp_path, monkeypatch, capsys) -> None:
    """No part runs here: it says so every time, and stops asking in the end."""
    monkeypatch.setenv("PORT", str(free_port()))
    monkeypatch.setattr("wijkteam.demo.SAY_EVERY", 0.3)
    monkeypatch.setattr("wijkteam.demo.PATIENCE", 1)
    with pytest.raises(Refusal, match="Not ready after 1 seconds: no answer"):
        Demo(tmp_path).wait_until_ready()
    assert "still waiting: no answer" in capsys.readouterr().out


def test_what_often_died_is_not_left_waiting(tmp_path: Path) -> None:
    part = Part("web", [sys.executable, "-c", ""], tmp_path / "web.log")
    part.start(os.environ)
    first = part.process
    assert first
    assert first.wait(10) == 0
    part.deaths, part.started = 9, part.started - 5
    part.revive(os.environ)
    assert part.process is not first
    part.stop(0)
