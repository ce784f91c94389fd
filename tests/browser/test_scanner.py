"""A document is looked at by a virus scanner before anybody opens it: in a portal that has one."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, PHONE
from tests.browser.people import Professional
from tests.browser.portal import Portal, own_folder, running
from tests.casework.test_documents import pdf
from wijkteam.processes import wait_until


def answer(line: socket.socket) -> None:
    """As clamd does: it reads to the piece of nothing at the end."""
    data = b""
    while not data.endswith(b"\0\0\0\0"):
        data += line.recv(4096)
    line.sendall(b"stream: Eicar FOUND\0" if b"EICAR" in data else b"stream: OK\0")


@contextmanager
def clamd(address: Path) -> Iterator[threading.Event]:
    """It looks for as long as the event is not set."""
    server, may_answer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM), threading.Event()
    server.bind(str(address))
    server.listen()

    def listen() -> None:
        while True:
            try:
                line, _who = server.accept()
            except OSError:
                return
            with line:
                may_answer.wait()
                answer(line)

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield may_answer
    finally:
        may_answer.set()
        server.shutdown(socket.SHUT_RDWR)
        server.close()


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """A small portal of its own, that asks `clamd` beside its folder."""
    with own_folder() as folder:
        monkeypatch.setenv("SCANNER", f"clamd://{folder}/clamd")
        with running(folder / "demo", "0") as portal:
            yield portal


@pytest.fixture
def window(browser: Browser, scanned: Portal) -> Iterator[Page]:
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(base_url=scanned.address, viewport=PHONE, locale="nl")
    yield context.new_page()
    context.close()


class Documents(Professional):
    """Of the Jansens, at the screen of their coordinator."""

    def hand_in(self, title: str, content: bytes) -> None:
        self.follow("Een document erbij")
        self.fill_in("Wat is het?", title)
        file = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": content}
        self.page.get_by_label("Welk bestand?").set_input_files([file])  # type: ignore[list-item]
        self.press("Erbij zetten")
        self.sees("Het document staat erbij. Openen kan na de controle op virussen.")

    def row(self, title: str) -> str:
        self.page.reload()
        return self.page.locator("li.wt-day", has_text=title).inner_text()


def test_a_document_opens_once_the_scanner_called_it_clean(window: Page, scanned: Portal) -> None:
    def worker_has(title: str, state: str) -> None:
        scanned.run("casework.scan_documents")
        count = f"SELECT count(*) FROM casework_document WHERE title = %s AND {state}"  # noqa: S608
        assert wait_until(lambda: scanned.ask(count, title) == 1, seconds=60)

    sanne = Documents(window)
    sanne.step_in("coordinator")
    for link in ["Gezinsdossiers", "Gezin Jansen", "Documenten"]:
        sanne.follow(link)
    with clamd(scanned.data.parent / "clamd") as may_answer:
        sanne.hand_in("Brief van de bank", pdf())
        sanne.hand_in("Een rare bijlage", pdf() + b"EICAR")
        assert "wordt nog gecontroleerd op virussen" in sanne.row("Brief van de bank")
        assert "Bekijken" not in sanne.row("Brief van de bank")
        may_answer.set()
        worker_has("Brief van de bank", "scan = 'clean'")
        worker_has("Een rare bijlage", "scan = 'found'")
    found = sanne.row("Een rare bijlage")
    assert "niet veilig, daarom weggegooid" in found
    assert "Hebt u het nog? Maak er een foto van, en zet die erbij." in found
    assert "Bekijken" not in found
    assert "Bekijken" in sanne.row("Brief van de bank")
    open_it = window.locator("li.wt-day", has_text="Brief van de bank").locator("a").first
    show = open_it.get_attribute("href") or ""
    assert window.request.get(show).headers["content-type"] == "application/pdf"
    sanne.hand_in("Nog een brief", pdf())  # and the scanner is gone
    worker_has("Nog een brief", "scan = 'waiting' AND scanned_at IS NOT NULL")
    assert "de controle op virussen lukt nu niet" in sanne.row("Nog een brief")
