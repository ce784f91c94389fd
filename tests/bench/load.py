"""A small load generator: some connections, each sends its next request when the last is answered.

It is bounded on purpose: it never asks for more than the server can queue, and stops by itself.
"""

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

CONNECTIONS = 8


@dataclass
class Outcome:
    seconds: float = 0.0
    answers: Counter[int] = field(default_factory=Counter)

    @property
    def per_second(self) -> float:
        return self.answers.total() / self.seconds


def post(
    port: int, path: str, data: dict[str, str], cookies: str = "", address: str = "10.0.0.1"
) -> bytes:
    """One request as it goes over the wire, from an address behind a proxy."""
    body = urlencode(data)
    lines = [
        f"POST {path} HTTP/1.1",
        f"Host: localhost:{port}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        f"Origin: http://localhost:{port}",
        "Accept-Language: nl",
        f"X-Forwarded-For: {address}",
        f"Cookie: {cookies}",
        "",
        body,
    ]
    return "\r\n".join(lines).encode()


def get(port: int, path: str, cookies: str = "") -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: localhost:{port}", "Accept-Language: nl"]
    return "\r\n".join([*lines, f"Cookie: {cookies}", "", ""]).encode()


def send(port: int, requests: Iterator[bytes], seconds: float) -> Outcome:
    """Send until the requests or the seconds are over."""
    outcome, guard = Outcome(), threading.Lock()
    began = time.perf_counter()
    last = began + seconds

    def work() -> None:
        counted: Counter[int] = Counter()
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.perf_counter() < last:
                with guard:
                    request = next(requests, None)
                if request is None:
                    break
                line.sendall(request)
                counted[answer(line)] += 1
        with guard:
            outcome.answers.update(counted)

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    outcome.seconds = time.perf_counter() - began
    return outcome


def answer(line: socket.socket) -> int:
    """Read one answer to its end; returns the status."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = line.recv(65536)
        if not piece:
            return 0
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    head = head.lower()
    if b"transfer-encoding: chunked" in head:
        while not body.endswith(b"0\r\n\r\n"):
            body += line.recv(65536)
    else:
        length = head.partition(b"content-length:")[2].split(b"\r\n")[0]
        while len(body) < int(length or 0):
            body += line.recv(65536)
    return int(head.split(b" ", 2)[1])
