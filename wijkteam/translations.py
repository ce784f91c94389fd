"""Which texts a resident reads, and which of them a language still lacks.

The pages of colleagues are Dutch and stay out of the catalogues. `manage.py makemessages` gathers
by the same list, so that what is counted here is what a translator gets to see.
"""

from collections.abc import Iterator
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

NOT_OURS = [".data/*", ".venv/*", "node_modules/*", "static/*", "tests/*"]
ONLY_FOR_COLLEAGUES = [
    *("casework/*", "monitor/*", "network/*"),
    *(f"templates/{folder}/*" for folder in ("casework", "mfa", "monitor", "network", "wijkteam")),
    *("templates/intake/team/*", "templates/intake/messages/late.txt"),
    *(f"intake/forms/{name}.py" for name in ("case_file", "conversations", "outcomes", "team")),
    *(f"intake/forms/{name}.py" for name in ("signal", "clocks")),
    *(f"intake/models/{name}.py" for name in ("clocks", "drafts", "moves", "requests", "waiting")),
    *(f"intake/models/{name}.py" for name in ("wishes", "conversations")),
    *(f"intake/views/{name}.py" for name in ("conversations", "day", "outcomes", "team")),
    *(f"intake/views/{name}.py" for name in ("clocks", "leading")),
    *("intake/calendars.py", "intake/figures.py", "intake/seed*"),
    *(f"wijkteam/models/{name}.py" for name in ("access", "outbox", "people")),
    *("wijkteam/admin.py", "wijkteam/management/*", "wijkteam/seed.py", "wijkteam/views/demo.py"),
    *("wijkteam/oversight*", "wijkteam/views/oversight.py", "wijkteam/models/questions.py"),
]
# What stands in those folders and is read by residents all the same.
FOR_RESIDENTS = [
    *("templates/casework/own*", "templates/casework/_own*", "templates/casework/who_looked.html"),
    *(
        f"templates/casework/_{name}.html"
        for name in ("goal", "action", "picture", "kind", "marks")
    ),
    *("casework/choices.py", "casework/views/own.py", "casework/forms/story.py"),
    *("templates/network/public/*", "network/choices.py", "network/views/public*"),
    *("network/forms/public.py", "wijkteam/choices.py"),
    *("templates/wijkteam/oversight/ask_why.html", "templates/wijkteam/messages/answered.txt"),
]
WORDS = {
    "_": None, "__": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2),
}  # fmt: skip


def matches(path: str, patterns: list[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


def is_for_residents(path: str) -> bool:
    """Whether what stands in this file is shown to residents."""
    if matches(path, NOT_OURS):
        return False
    return matches(path, FOR_RESIDENTS) or not matches(path, ONLY_FOR_COLLEAGUES)


def files() -> Iterator[Path]:
    base = Path(settings.BASE_DIR)
    for folder in ("templates", "wijkteam", "network", "casework", "intake"):
        for path in sorted((base / folder).rglob("*")):
            name = path.relative_to(base).as_posix()
            if path.suffix in {".py", ".html", ".txt"} and is_for_residents(name):
                yield path


def texts() -> set[str]:
    """Every Dutch text that a resident may read; of a plural the singular."""
    found: set[str] = set()
    for path in files():
        source = path.read_text()
        code = source
        if path.suffix != ".py":  # what it makes is no Python, but the calls in it are
            lines = templatize(source, origin=str(path)).splitlines()
            code = "\n".join(line.strip() for line in lines) + "\n"
        for _line, _word, said, _comments in extract_python(
            BytesIO(code.encode()), WORDS, [], {"encoding": "utf-8"}
        ):
            first = said if isinstance(said, str) else said[0]
            if first:
                found.add(str(first))
    return found


def catalogue(language: str) -> Catalog:
    path = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, ignore_obsolete=True)


def is_done(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    said = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return all(said)


def untranslated(language: str) -> list[str]:
    """The texts that this language still lacks; Dutch lacks none."""
    if language == settings.LANGUAGE_CODE:
        return []
    known = catalogue(language)
    return sorted(text for text in texts() if not is_done(known.get(text)))
