"""docs/walks.md names, for every promise about one family, a walk that is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WALKS = ROOT / "tests" / "browser"


def ends_with_strangers() -> dict[str, bool]:
    """Of each walk whether it shows that strangers get nothing."""
    found = {}
    for file in WALKS.glob("test_*.py"):
        for one in ast.parse(file.read_text()).body:
            if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"):
                found[one.name] = ast.unparse(one.body[-1]) == "cast.nothing_for_strangers()"
    return found


def test_every_promise_is_walked_by_the_whole_cast_and_strangers_get_nothing():
    rows = re.findall(
        r"^\| (C\d+) .*?`(test_\w+)`(.*)\|$", (ROOT / "docs/walks.md").read_text(), re.M
    )
    assert [promise for promise, _, _ in rows] == [f"C{number}" for number in range(1, 16)]
    walks = ends_with_strangers()
    for promise, walk, who in rows:
        assert walks[walk], promise
        resident, professional, partner, coordinator = who.split("|")[1:]
        for role in (resident, professional, partner, coordinator):
            assert re.search(r"\w", role), promise
