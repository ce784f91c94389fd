"""The build of the stylesheets: what is kept, what is dropped, and how heavy it may be."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from wijkteam.management.commands.build_look import THEME, prune, without_source_map

BUILT = Path(settings.BASE_DIR) / "node_modules"


def test_a_token_that_nobody_reads_is_dropped():
    theme = ".x-theme { --a: var(--b); --b: 1px; --c: 2px; --d: url(\"data:x;y,';{}'\"); }"
    assert prune(theme, "p{margin:var(--a,0)}") == ".x-theme {--a:var(--b);--b:1px; }"


def test_a_picture_with_semicolons_stays_whole():
    theme = '.x-theme { --a: url("data:image/svg+xml;utf8,<svg/>"); }'
    assert 'url("data:image/svg+xml;utf8,<svg/>")' in prune(theme, "p{background:var(--a)}")


def test_tokens_that_lean_on_each_other_end():
    assert "--b" in prune(".x{--a:var(--b);--b:var(--a);}", "p{color:var(--a)}")


@pytest.mark.parametrize(
    "line", ["/*# sourceMappingURL=a.css.map */", "//# sourceMappingURL=a.js.map"]
)
def test_the_source_map_is_not_mentioned(line):
    assert without_source_map(f"p{{}}\n{line}").strip() == "p{}"


def test_without_the_packages_it_says_what_to_do(tmp_path):
    with pytest.raises(CommandError, match="npm ci --ignore-scripts"):
        call_command("build_look", modules=tmp_path / "none", target=tmp_path)


def test_the_whole_build(tmp_path):
    """Needs node_modules, as `make setup` leaves it."""
    call_command(
        "build_look", modules=BUILT, target=tmp_path, theme=BUILT / THEME.format("voorbeeld")
    )
    theme = (tmp_path / f"{settings.THEME}.css").read_text(encoding="utf-8")
    look = (tmp_path / "look.css").read_text(encoding="utf-8")
    assert "--basis-color-action-1-inverse-bg-default" in theme
    assert ".utrecht-button" in look
    assert "sourceMappingURL" not in look + (tmp_path / "leaflet" / "leaflet.js").read_text()
    assert (tmp_path / "leaflet" / "images" / "marker-icon.png").is_file()
    assert "EUROPEAN UNION PUBLIC LICENCE" in (tmp_path / "licences.txt").read_text().upper()
