"""Ask a virus scanner about a file, when the municipality has one (setting SCANNER).

Either the address of clamd (`clamd://host:3310`, `clamd:///run/clamav/clamd.ctl`), or the dotted
path of a function of one's own that takes an open file and says True for clean. Without a setting
nothing waits. A scanner that does not answer, or was taken away, raises OSError: what waits keeps
waiting, and its page says why.
"""

import socket
import struct
from collections.abc import Callable
from typing import IO
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.module_loading import import_string

PIECE = 64 * 1024
PATIENCE = 60


def is_on() -> bool:
    return bool(settings.SCANNER)


def is_clean(file: IO[bytes]) -> bool:
    """False when something was found in it."""
    if not is_on():  # taken away while something waits
        raise OSError("there is no scanner")
    file.seek(0)
    if settings.SCANNER.startswith("clamd://"):
        return _clamd(file)
    scan: Callable[[IO[bytes]], bool] = import_string(settings.SCANNER)
    return scan(file)


def _clamd(file: IO[bytes]) -> bool:
    """clamd's INSTREAM: pieces with their length before them, and a piece of nothing at the end."""
    with _connected() as line:
        line.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            line.sendall(struct.pack("!I", len(piece)) + piece)
        line.sendall(struct.pack("!I", 0))
        answer = b""
        while not answer.endswith(b"\0") and (part := line.recv(4096)):
            answer += part
    words = answer.rstrip(b"\0\n").decode(errors="replace")
    if words.endswith("OK"):
        return True
    if words.endswith("FOUND"):
        return False
    raise OSError(f"the scanner said {words!r}")


def _connected() -> socket.socket:
    address = urlsplit(settings.SCANNER)
    if address.hostname:
        return socket.create_connection((address.hostname, address.port or 3310), PATIENCE)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(PATIENCE)
    line.connect(address.path)
    return line
