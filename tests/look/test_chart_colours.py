"""Every colour of a chart stands out from its ground, by day and in the dark (WCAG 1.4.11)."""

import re
from pathlib import Path

import pytest

from wijkteam.management.commands.build_look import luminance

STATIC = Path(__file__).parents[2] / "static"
SHEETS = [(STATIC / "monitor" / name).read_text() for name in ("charts.css", "voices.css")]
COLOUR = re.compile(r"--wt-(shade|voice|line)-(\d): (#[0-9a-f]{6});")
DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\) \{(.*?)\n\}", re.DOTALL)
# Ground and paper, as wijkteam.css has them.
GROUNDS = {"light": ("#fbf8f3", "#ffffff"), "dark": ("#191613", "#231f1b")}
EDGED = {("shade", "3"), ("shade", "5"), ("shade", "6")}


def contrast(one: str, other: str) -> float:
    lights = sorted(luminance(*parts(colour)) + 0.05 for colour in (one, other))
    return lights[1] / lights[0]


def parts(colour: str) -> list[float]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def colours(form: str) -> dict[tuple[str, str], str]:
    found = {}
    for sheet in SHEETS:
        dark = "".join(DARK.findall(sheet))
        text = dark if form == "dark" else DARK.sub("", sheet)
        found |= {(kind, number): colour for kind, number, colour in COLOUR.findall(text)}
    return found


def test_both_forms_name_the_same_colours():
    assert set(colours("light")) == set(colours("dark"))
    assert len(colours("dark")) == 16


@pytest.mark.parametrize("form", GROUNDS)
def test_each_stands_out_or_has_an_edge_that_does(form: str):
    base = (STATIC / "wijkteam" / "wijkteam.css").read_text()
    assert all(ground in base or ground == "#ffffff" for ground in GROUNDS[form])
    edge = {"light": "#8a8178", "dark": "#948a7e"}[form]
    assert f"--wt-line-strong: {edge}" in base
    for name, colour in colours(form).items():
        drawn = edge if form == "light" and name in EDGED else colour
        for ground in GROUNDS[form]:
            assert contrast(drawn, ground) >= 3, (name, colour, ground)


def test_a_number_inside_a_bar_can_be_read():
    ink = {1: "strong", 2: "middle", 3: "pale", 4: "strong", 5: "pale", 6: "pale"}
    for form, texts in [("light", "#fff #1b1b1b #1b1b1b"), ("dark", "#17130f #17130f #f6f2ec")]:
        on = dict(zip(("strong", "middle", "pale"), texts.split(), strict=True))
        sheet = "".join(DARK.findall(SHEETS[0])) if form == "dark" else DARK.sub("", SHEETS[0])
        for number, name in ink.items():
            assert f"--wt-on-{name}: {on[name]};" in sheet
            assert contrast(colours(form)["shade", str(number)], on[name]) >= 4.5, (form, number)
