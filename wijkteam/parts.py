"""The long-running processes of the demo: web, worker, beat."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from wijkteam.processes import tied

ROOT = Path(__file__).resolve().parent.parent
LONGEST_WAIT = 4  # seconds between two starts


class Part:
    """One long-running process, in a group of its own, started again when it dies."""

    def __init__(self, name: str, command: list[str], log: Path) -> None:
        self.name, self.command, self.log = name, command, log
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths = 0
        self.started = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                self.command,
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=tied(),
            )
        self.started = time.monotonic()

    def revive(self, environment: Mapping[str, str]) -> None:
        """Start it, the first time and after a death; later after each quick death, never late."""
        if self.process is None:
            return self.start(environment)
        if self.process.poll() is None:
            return None
        lived = time.monotonic() - self.started
        if lived > 60:
            self.deaths = 0
        if lived < min(2**self.deaths / 2, LONGEST_WAIT):
            return None
        self.kill_group()
        self.deaths += 1
        return self.start(environment)

    def kill_group(self) -> None:
        """Workers outlive their killed parent, and would keep the port."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def stop(self, last_moment: float) -> None:
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.1, last_moment - time.monotonic()))
        self.kill_group()
        self.process.wait()

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return "\n".join(lines[-12:])
