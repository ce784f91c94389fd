"""Kills a part of the running portal (-9), again and again, and waits until it answers again."""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from tests.browser.portal import Portal
from wijkteam.demo import MARK
from wijkteam.processes import marked, wait_until, working_in

PARTS = ("web", "worker", "beat", "redis", "postgres")
PROGRAM = {"web": "granian", "worker": "worker", "beat": "beat"}
PATIENCE = 60
# A page with an error in words (HTTPError) is the first; one that breaks off halfway is the last.
NO_ANSWER = (URLError, OSError, HTTPException)


class Killer(threading.Thread):
    """One part at a time, a few seconds apart, until it is told to stop."""

    def __init__(self, portal: Portal, seed: int) -> None:
        super().__init__(daemon=True)
        self.portal, self.rng = portal, random.Random(seed)
        self.killed: Counter[str] = Counter()
        self.slowest: dict[str, float] = {}
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(self.rng.uniform(2, 5)):
            part = self.rng.choice(PARTS)
            if not self.kill(part):
                continue
            self.killed[part] += 1
            began = time.monotonic()
            came_back = wait_until(self.answers, PATIENCE, pause=0.1)
            took = time.monotonic() - began if came_back else float("inf")
            self.slowest[part] = max(took, self.slowest.get(part, 0.0))

    def kill(self, part: str) -> bool:
        found = self.processes(part)
        for process in found:
            with suppress(psutil.Error, ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
        return bool(found)

    def processes(self, part: str) -> list[psutil.Process]:
        """Of the web all of it; of PostgreSQL the one that the others hang on."""
        if part == "redis":
            return list(working_in(self.portal.data / "redis"))
        if part == "postgres":
            note = self.portal.data / "postgres" / "postmaster.pid"
            with suppress(OSError, ValueError, IndexError, psutil.Error):
                return [psutil.Process(int(note.read_text().split()[0]))]
            return []
        ours = marked(MARK, str(self.portal.data))
        return [one for one in ours if self.is_part(one, PROGRAM[part])]

    @staticmethod
    def is_part(process: psutil.Process, word: str) -> bool:
        with suppress(psutil.Error):
            return any(word in piece for piece in process.cmdline()[:6])
        return False

    def answers(self) -> bool:
        """The front page, which asks the database for the team."""
        # Whoever knocks while it starts is answered when it is there: hanging up would begin anew.
        with suppress(*NO_ANSWER):
            return urlopen(self.portal.address, timeout=20).status == 200
        return False


def again(work: Callable[[], None], seconds: float = 90) -> bool:
    """Press once more when there was no answer, as a person does; False when it never came."""
    last = time.monotonic() + seconds
    while True:
        try:
            work()
        except NO_ANSWER:
            if time.monotonic() > last:
                return False
            time.sleep(0.4)
        else:
            return True
