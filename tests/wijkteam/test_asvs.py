"""docs/asvs.md: every requirement of level 1 and 2 stands there, and every test it names exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STANDS = {"met", "partly", "no", "place", "n/a"}
# Requirements of level 1 and 2 per section: section -> how many come first in it (OWASP ASVS 5.0).
SECTIONS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1,
    "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 11, "6.3": 3, "6.4": 4, "6.5": 5, "6.6": 3,
    "6.8": 3, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3,
    "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11,
    "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 3, "11.5": 1,
    "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5,
    "16.3": 4, "16.4": 3, "16.5": 3, "3.4": 6,
}  # fmt: skip


def rows() -> list[list[str]]:
    text = (ROOT / "docs" / "asvs.md").read_text()
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(r"\| \d", line)
    ]


def numbers(cell: str) -> list[str]:
    found = []
    for part in cell.split(", "):
        first, _dash, last = part.partition("-")
        section, _dot, number = first.rpartition(".")
        until = int(last.rpartition(".")[2]) if last else int(number)
        found += [f"{section}.{one}" for one in range(int(number), until + 1)]
    return found


def test_every_requirement_stands_there_once():
    told = [number for row in rows() for number in numbers(row[0])]
    wanted = {f"{section}.{n}" for section, most in SECTIONS.items() for n in range(1, most + 1)}
    assert set(told) ^ wanted == set()
    assert len(told) == len(wanted)


def test_every_row_says_how_it_stands():
    assert {row[2] for row in rows()} <= STANDS


def test_every_test_that_is_named_exists():
    named = re.findall(r"`(tests/\S+?)`", (ROOT / "docs" / "asvs.md").read_text())
    assert [name for name in named if not (ROOT / name).exists()] == []
