"""The build of the stylesheets: what is kept, what is dropped, and how heavy it may be."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from wijkteam.management.commands.build_look import (
    THEME,
    dark_form,
    luminance,
    mirrored,
    prune,
    without_source_map,
)

BUILT = Path(settings.BASE_DIR) / "node_modules"


def test_a_token_that_nobody_reads_is_dropped():
    theme = ".x-theme { --a: var(--b); --b: 1px; --c: 2px; --d: url(\"data:x;y,';{}'\"); }"
    assert prune(theme, "p{margin:var(--a,0)}") == ".x-theme {--a:var(--b);--b:1px; }"


def test_a_picture_with_semicolons_stays_whole():
    theme = '.x-theme { --a: url("data:image/svg+xml;utf8,<svg/>"); }'
    assert 'url("data:image/svg+xml;utf8,<svg/>")' in prune(theme, "p{background:var(--a)}")


def test_tokens_that_lean_on_each_other_end():
    assert "--b" in prune(".x{--a:var(--b);--b:var(--a);}", "p{color:var(--a)}")


def contrast(one: str, other: str) -> float:
    parts = [[int(c[at : at + 2], 16) / 255 for at in (1, 3, 5)] for c in (one, other)]
    low, high = sorted(luminance(*part) for part in parts)
    return (high + 0.05) / (low + 0.05)


def test_a_dark_page_is_as_easy_to_read():
    for ink, ground in [("#00568b", "#ffffff"), ("#586c88", "#fff"), ("#fff", "#4a2a9e")]:
        assert contrast(mirrored(ink), mirrored(ground)) >= 4.5
    assert luminance(*(int(mirrored("#fff")[at : at + 2], 16) / 255 for at in (1, 3, 5))) < 0.02
    red, green, blue = (int(mirrored("#a01d23")[at : at + 2], 16) for at in (1, 3, 5))
    assert red > max(green, blue)


def test_the_dark_form_holds_colours_only_and_never_for_paper():
    theme = ".x-theme {--a:#fff;--b:var(--a);--c:2px;}"
    ground = mirrored("#fff")
    asked = "@media screen and (prefers-color-scheme: dark)"
    assert dark_form(theme).strip() == f"{asked}{{.x-theme{{--a:{ground};}}}}"


def test_a_theme_with_a_dark_form_of_its_own_keeps_it():
    own = "@media (prefers-color-scheme:dark){.x-theme{--a:#000;}}"
    assert dark_form(f".x-theme{{--a:#fff;}}{own}") == ""


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
