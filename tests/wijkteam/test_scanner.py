"""A scanner that is configured is asked; one that does not answer lets nothing through."""

import io
import socket
import threading

import pytest

from wijkteam import scanner


def no_virus_here(file) -> bool:
    return b"EICAR" not in file.read()


def test_a_function_of_ones_own(settings):
    settings.SCANNER = f"{__name__}.no_virus_here"
    assert scanner.is_on()
    assert scanner.is_clean(io.BytesIO(b"brief"))
    assert not scanner.is_clean(io.BytesIO(b"EICAR"))


def test_without_a_setting_there_is_none(settings):
    settings.SCANNER = ""
    assert not scanner.is_on()


@pytest.fixture
def clamd(settings, tmp_path):
    """A daemon that answers as clamd does, once per word it was given."""
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(str(tmp_path / "clamd"))
    server.listen()
    settings.SCANNER = f"clamd://{tmp_path}/clamd"
    got: list[bytes] = []

    def answer(words: bytes) -> None:
        line, _who = server.accept()
        with line:
            data = b""
            while not data.endswith(b"\0\0\0\0"):
                data += line.recv(4096)
            got.append(data)
            line.sendall(words)

    def listen(words: bytes) -> list[bytes]:
        threading.Thread(target=answer, args=[words], daemon=True).start()
        return got

    yield listen
    server.close()


def test_clamd_is_asked_in_pieces(clamd):
    got = clamd(b"stream: OK\0")
    assert scanner.is_clean(io.BytesIO(b"brief"))
    assert got == [b"zINSTREAM\0\0\0\0\x05brief\0\0\0\0"]
    clamd(b"stream: Eicar-Test-Signature FOUND\0")
    assert not scanner.is_clean(io.BytesIO(b"x"))


def test_an_odd_answer_or_none_keeps_the_file_waiting(clamd, settings, tmp_path):
    clamd(b"INSTREAM size limit exceeded. ERROR\0")
    with pytest.raises(OSError, match="size limit"):
        scanner.is_clean(io.BytesIO(b"x"))
    settings.SCANNER = f"clamd://{tmp_path}/nobody"
    with pytest.raises(OSError, match="No such file"):
        scanner.is_clean(io.BytesIO(b"x"))
