"""Rules that ruff does not know: what no module and no template may do, read from the text itself.

Together with ruff's own list (S: what bandit looks for) this is what a scanner would be asked.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
APPS = ["wijkteam", "network", "casework", "intake", "monitor"]
MODULES = [p for app in APPS for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts]
TEMPLATES = list((ROOT / "templates").rglob("*.html"))
# They let text through as markup, a form in without its token, or code in as data.
NEVER = {"mark_safe", "csrf_exempt", "xframe_options_exempt", "eval", "exec", "extra"}  # fmt: skip
NEVER_IMPORTED = {"pickle", "marshal", "shelve", "yaml", "requests"}
IN_TEMPLATES = {
    "text let through as markup": r"\|\s*safe(?:seq)?\b|autoescape off",
    "a script in the page": r"<script(?![^>]*\bsrc=)",
    "a style in the page": r"<style\b|\sstyle=",
    "a script in an attribute": r"\son[a-z]+=\"|javascript:",
    "something from elsewhere": r"(?:src|href|action)=\"(?:https?:)?//[^{\"]*\.(?:js|css|woff2?)\b",
}


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def called(node: ast.Call) -> str:
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def nodes(paths: list[Path]) -> Iterator[tuple[str, ast.AST]]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text())):
            yield f"{short(path)}:{getattr(node, 'lineno', 0)}", node


def test_no_module_does_what_none_may():
    wrong = []
    for where, node in nodes(MODULES):
        if isinstance(node, ast.Call) and called(node) in NEVER:
            wrong.append(f"{where} {called(node)}")
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [one.name for one in node.names] + [getattr(node, "module", "") or ""]
            wrong += [f"{where} {name}" for name in names if name.split(".")[0] in NEVER_IMPORTED]
            wrong += [f"{where} {name}" for name in names if name in NEVER]
    assert wrong == []


def test_a_view_never_takes_a_row_by_its_number_alone():
    """`get_object_or_404` gets a queryset that somebody narrowed, never all there are."""
    wrong = []
    views = [path for path in MODULES if "views" in short(path)]
    for where, node in nodes(views):
        if isinstance(node, ast.Call) and called(node) == "get_object_or_404":
            words = ast.unparse(node.args[0])
            if re.fullmatch(r"[A-Z]\w+(\.objects(\.all\(\))?)?", words):
                wrong.append(f"{where} {words}")
    assert len(views) > 40
    assert wrong == []


@pytest.mark.parametrize("what", IN_TEMPLATES)
def test_no_template_holds(what):
    wrong = []
    for path in TEMPLATES:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(IN_TEMPLATES[what], line):
                wrong.append(f"{short(path)}:{number} {line.strip()}")
    assert wrong == []


def test_every_form_that_changes_something_carries_a_token():
    wrong = []
    for path in TEMPLATES:
        for form in re.findall(r"<form\b.*?</form>", path.read_text(), re.S):
            beginning = form.split(">")[0]
            inside = [(ROOT / "templates" / name).read_text()
                      for name in re.findall(r'{% include "(.+?)"', form)]  # fmt: skip
            has_token = any("csrf_token" in text or "crispy" in text for text in [form, *inside])
            if 'method="post"' in beginning and not has_token:
                wrong.append(f"{short(path)} {beginning}")
    assert wrong == []
