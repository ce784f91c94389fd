"""Build the stylesheets from NL Design System, without a bundler.

`npm ci --ignore-scripts` puts the packages in node_modules; this command copies what we use into
static/built (ignored by git): the components in one file, the theme without the tokens that no
rule reads, and the map library. A municipality with a theme package of its own sets THEME to its
name and, when the package is not called like ours, THEME_SOURCE to its `dist/theme.css`.

No theme ships its dark form, so its colours are mirrored for devices that ask for a dark page.
"""

import json
import re
import shutil
from argparse import ArgumentParser
from colorsys import hls_to_rgb, rgb_to_hls
from math import log
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

COMPONENTS = [
    "root",
    "document",
    "body",
    "page-layout",
    "page-header",
    "page-body",
    "page-content",
    "page-footer",
    "skip-link",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "paragraph",
    "unordered-list",
    "ordered-list",
    "link",
    "link-list",
    "article",
    "blockquote",
    "separator",
    "mark",
    "figure",
    "img",
    "button",
    "button-link",
    "link-button",
    "button-group",
    "action-group",
    "form",
    "form-field",
    "form-fieldset",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "textbox",
    "textarea",
    "select",
    "checkbox",
    "custom-checkbox",
    "radio-button",
    "alert",
    "status-badge",
    "data-badge",
    "number-badge",
    "data-list",
    "table",
    "pagination",
    "breadcrumb-nav",
    "nav-bar",
    "top-task-nav",
    "url-data",
    "preserve-data",
]
THEME = "@nl-design-system-unstable/{}-design-tokens/dist/theme.css"
# A value may be a picture in quotes, with semicolons of its own.
TOKEN = re.compile(r"""\s*(--[\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;{}"'])+);""")
READS = re.compile(r"var\(\s*(--[\w-]+)")
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
DARK = "prefers-color-scheme: dark"
GROUND = 0.0125  # how light white becomes on a dark page: no black
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Command(BaseCommand):
    help = "Puts the stylesheets and the map library in static/built."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        base = Path(settings.BASE_DIR)
        parser.add_argument("--modules", type=Path, default=base / "node_modules")
        parser.add_argument("--target", type=Path, default=base / "static" / "built")
        parser.add_argument("--theme", type=Path, default=getattr(settings, "THEME_SOURCE", None))

    def handle(self, *args: Any, **options: Any) -> None:
        modules, target = options["modules"], options["target"]
        if not modules.is_dir():
            raise CommandError(f"{modules} ontbreekt. Draai eerst: npm ci --ignore-scripts")
        target.mkdir(parents=True, exist_ok=True)
        look = "\n".join(read(modules, f"@utrecht/{name}-css") for name in COMPONENTS)
        own = Path(settings.BASE_DIR) / "static" / "wijkteam" / "wijkteam.css"
        source = Path(options["theme"] or modules / THEME.format(settings.THEME))
        theme = source.read_text(encoding="utf-8")
        (target / "look.css").write_text(look, encoding="utf-8")
        theme = prune(theme, look + own.read_text(encoding="utf-8"))
        (target / f"{settings.THEME}.css").write_text(theme + dark_form(theme), encoding="utf-8")
        copy_map(modules / "leaflet", target / "leaflet")
        (target / "licences.txt").write_text(licences(modules), encoding="utf-8")
        for sheet in sorted(target.glob("*.css")):
            self.stdout.write(f"{sheet.name}: {sheet.stat().st_size:,} bytes")


def read(modules: Path, package: str) -> str:
    """The minified rules of one component; a missing one names itself."""
    sheet = modules / package / "dist" / "index.min.css"
    if not sheet.is_file():
        raise CommandError(f"{package} heeft geen dist/index.min.css")
    return without_source_map(sheet.read_text(encoding="utf-8")).strip()


def without_source_map(text: str) -> str:
    """The maps are not shipped, and the manifest storage refuses files it cannot find."""
    return re.sub(r"(/\*|//)# sourceMappingURL=.*?(\*/|$)", "", text, flags=re.MULTILINE)


def prune(theme: str, rules: str) -> str:
    """Keep the tokens that the rules read, directly or through another token."""
    theme = COMMENT.sub("", theme)
    tokens: dict[str, set[str]] = {}
    for name, value in TOKEN.findall(theme):
        tokens.setdefault(name, set()).update(READS.findall(value))
    wanted: set[str] = set()
    waiting = set(READS.findall(rules))
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        waiting |= tokens.get(name, set()) - wanted
    return TOKEN.sub(lambda m: f"{m[1]}:{m[2].strip()};" if m[1] in wanted else "", theme).strip()


def dark_form(theme: str) -> str:
    """The colours of the theme once more, mirrored; nothing when it has a dark form itself."""
    colours = [(name, value) for name, value in TOKEN.findall(theme) if HEX.fullmatch(value)]
    if not colours or re.search(r"prefers-color-scheme:\s*dark", theme):
        return ""
    tokens = "".join(f"{name}:{mirrored(value)};" for name, value in colours)
    selector = theme.split("{", 1)[0].strip()
    return f"\n@media screen and ({DARK}){{{selector}{{{tokens}}}}}"


def mirrored(colour: str) -> str:
    """The same hue, as far from a dark page as it was from a light one.

    Contrast is a quotient of two luminances: turning each upside down keeps it, and the power
    narrows it a little, because the darkest ground here is not black.
    """
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    power = log(1.05 / (GROUND + 0.05)) / log(1.05 / 0.05)
    wanted = (GROUND + 0.05) * (1.05 / (luminance(red, green, blue) + 0.05)) ** power - 0.05
    hue, _lightness, saturation = rgb_to_hls(red, green, blue)
    # A pastel is hardly a colour; dark, with all its saturation, it would be a deep one.
    saturation = min(saturation, 0.3 + max(red, green, blue) - min(red, green, blue))
    low, high = 0.0, 1.0
    for _step in range(20):
        middle = (low + high) / 2
        too_dark = luminance(*hls_to_rgb(hue, middle, saturation)) < wanted
        low, high = (middle, high) if too_dark else (low, middle)
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, high, saturation))


def luminance(*parts: float) -> float:
    """As WCAG reckons it, of red, green and blue between 0 and 1."""
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def copy_map(source: Path, target: Path) -> None:
    (target / "images").mkdir(parents=True, exist_ok=True)
    for name in ("leaflet.js", "leaflet.css"):
        text = (source / "dist" / name).read_text(encoding="utf-8")
        (target / name).write_text(without_source_map(text), encoding="utf-8")
    for image in (source / "dist" / "images").iterdir():
        shutil.copy(image, target / "images" / image.name)


def licences(modules: Path) -> str:
    """Every package with its version and licence, then each licence text once."""
    lines: list[str] = []
    texts: dict[str, None] = {}
    for package in sorted([*modules.glob("@*/*"), *modules.glob("[!@.]*")]):
        about = json.loads((package / "package.json").read_text(encoding="utf-8"))
        lines.append(f"{about['name']} {about['version']}: {about.get('license', 'zie tekst')}")
        for text in package.glob("LICEN[SC]E*"):
            texts.setdefault(text.read_text(encoding="utf-8").strip(), None)
    return "\n\n".join(["\n".join(lines), *texts])
