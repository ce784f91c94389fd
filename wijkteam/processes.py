"""Children that never outlive their parent, and what is left of them when one was killed."""

import ctypes
import fcntl
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import psutil

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def tied(sign: signal.Signals = signal.SIGTERM) -> Callable[[], None]:
    """For Popen's preexec_fn: the child gets `sign` the moment this process is gone.

    The tie is to the thread that starts the child, so start children from the main thread.
    """
    parent = os.getpid()

    def before_exec() -> None:
        if LIBC is not None:
            LIBC.prctl(PR_SET_PDEATHSIG, sign)
        if os.getppid() != parent:
            os._exit(1)

    return before_exec


def lock(path: Path, kind: int) -> IO[str] | None:
    """The locked file, or None when another process holds it. Killing a process frees its lock."""
    file = path.open("a+")
    try:
        fcntl.flock(file, kind)
    except BlockingIOError:
        file.close()
        return None
    return file


def is_locked(path: Path) -> bool:
    held = lock(path, fcntl.LOCK_EX | fcntl.LOCK_NB)
    if held is None:
        return True
    held.close()
    return False


def working_in(folder: Path) -> Iterator[psutil.Process]:
    """Processes that work in this folder, as PostgreSQL and all its helpers do."""
    for process in psutil.process_iter(["cwd"]):
        if process.info["cwd"] == str(folder):
            yield process


def marked(name: str, value: str) -> Iterator[psutil.Process]:
    """Processes that were started with this variable in their environment, except this one."""
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get(name) == value:
                yield process


def end(processes: Iterable[psutil.Process], sign: signal.Signals, patience: float) -> None:
    """Ask them to stop; whoever is still there after `patience` seconds is killed."""
    asked = list(processes)
    for process in asked:
        with suppress(psutil.Error):
            process.send_signal(sign)
    _, left = psutil.wait_procs(asked, timeout=patience)
    for process in left:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(left, timeout=5)


def wait_until(true: Callable[[], bool], seconds: float, pause: float = 0.05) -> bool:
    """Whether it came true in time."""
    last = time.monotonic() + seconds
    while not true():
        if time.monotonic() > last:
            return False
        time.sleep(pause)
    return True
