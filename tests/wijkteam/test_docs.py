"""What README and docs point at is there: files, pictures, commands, and the verbs in a file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).parent.parent.parent
# The changelog tells of what was, too.
TEXTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")} - {ROOT / "CHANGELOG.md"})
FOLDERS = {"docs", "docker", "templates", "static", "tests", "requirements"} | {
    path.parent.name for path in ROOT.glob("*/models")
}
MADE = "static/built"


def paths(text: str) -> Iterator[str]:
    """Between backticks, starting in a folder of ours, without a blank to fill in."""
    for found in re.findall(r"`([\w.-]+(?:/[\w.-]*)+)`", text):
        if found.split("/")[0] in FOLDERS and not found.startswith(MADE):
            yield found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_pointed_at_is_there(path):
    text = path.read_text()
    wrong = [one for one in paths(text) if not (ROOT / one).exists()]
    links = [link for link in re.findall(r"\]\(([^)#\s]+)\)", text) if ":" not in link]
    wrong += [link for link in links if not (path.parent / link).exists()]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    wrong += [f"make {one}" for one in re.findall(r"`[^`\n]*\bmake ([a-z]+)", text)
              if one not in targets]  # fmt: skip
    verbs = re.findall(r"manage\.py ([a-z_]+)", text)
    wrong += [f"manage.py {one}" for one in verbs if one not in get_commands()]
    assert wrong == []


def test_a_name_stands_in_the_file_it_is_said_to_stand_in():
    """``Model.verb` (`app/models/file.py`)` and ``name` in `file``, over all pages together."""
    said = {
        (name, file)
        for path in TEXTS
        for name, file in re.findall(
            r"`(?:\w+\.)?(\w+)`\s+(?:in\s+|\()`([\w./-]+\.(?:py|sql|css|js))`", path.read_text()
        )
        if file.split("/")[0] in FOLDERS
    }
    wrong = [f"{name} in {file}" for name, file in sorted(said)
             if not re.search(rf"\b{name}\b", (ROOT / file).read_text())]  # fmt: skip
    assert len(said) > 10
    assert wrong == []
