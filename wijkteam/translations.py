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
    "templates/intake/team/*",
    *(
        f"templates/intake/messages/{name}.txt"
        for name in ("late", "not_arrived", "complaint_late", "invitation")
    ),
    *(
        f"templates/intake/messages/complaint_{name}.txt"
        for name in ("arrived", "needs_lead", "yours")
    ),
    *(f"intake/forms/{name}.py" for name in ("case_file", "conversations", "outcomes", "team")),
    *(f"intake/forms/{name}.py" for name in ("clocks", "complaints_team", "day", "links")),
    *(f"intake/forms/{name}.py" for name in ("planning", "signal")),
    *(f"intake/models/{name}.py" for name in ("agenda", "clocks", "conversations", "drafts")),
    "intake/models/links.py",
    *(f"intake/models/{name}.py" for name in ("moves", "requests", "waiting", "wishes")),
    *(f"intake/views/{name}.py" for name in ("clocks", "complaints_team", "conversations", "day")),
    *(f"intake/views/{name}.py" for name in ("leading", "links", "outcomes", "post", "proposals")),
    *(f"intake/views/{name}.py" for name in ("entering", "sending", "team")),
    *("intake/calendars.py", "intake/day.py", "intake/figures.py", "intake/follow_up.py"),
    "intake/seed*",
    *(f"wijkteam/models/{name}.py" for name in ("access", "burden", "changes", "outbox", "people")),
    *(f"wijkteam/models/{name}.py" for name in ("paper_codes", "questions", "seals")),
    *("wijkteam/admin.py", "wijkteam/management/*", "wijkteam/oversight*", "wijkteam/seed.py"),
    *(f"wijkteam/views/{name}.py" for name in ("demo", "metrics", "oversight")),
    *(f"wijkteam/{name}.py" for name in ("access", "demo", "keeper", "middleware", "parts")),
    *(f"wijkteam/{name}.py" for name in ("retention", "tasks", "translations")),
    "wijkteam/site*.py",
]
# What stands in those folders and is read by residents all the same.
FOR_RESIDENTS = [
    *("templates/casework/own*", "templates/casework/_own*", "templates/casework/who_looked.html"),
    *(
        f"templates/casework/_{name}.html"
        for name in ("action", "goal", "kind", "marks", "picture")
    ),
    *(
        f"templates/casework/_{name}.html"
        for name in ("difference", "entry", "paper_goal", "presence")
    ),
    *("templates/casework/linked*", "templates/casework/paper_plan.html"),
    *("casework/choices.py", "casework/views/own.py", "casework/forms/story.py"),
    *("casework/forms/helping.py", "casework/views/helping.py"),
    *("templates/monitor/questions*", "templates/monitor/_question.html"),
    *(
        "templates/monitor/_alike.html",
        "templates/monitor/_face.html",
        "templates/monitor/_story.html",
        "templates/monitor/_voices_nav.html",
        "templates/monitor/story_*",
        "templates/monitor/my_stories.html",
    ),
    *("monitor/questions_residents.py", "monitor/forms/questions.py", "monitor/reasons.py"),
    *("monitor/forms/stories.py", "monitor/views/questions.py"),
    *("monitor/models/stories.py", "monitor/views/stories.py"),
    *("templates/network/public/*", "network/choices.py", "network/views/public*"),
    *("network/forms/public.py", "wijkteam/choices.py"),
    # The sender's side of a signal: who speaks for an Arabic or Turkish association reads it too.
    *(f"templates/network/{name}.html" for name in ("link_ended", "signal", "signal_link")),
    *(f"templates/network/{name}.html" for name in ("signal_send", "_own_signal", "_coaching")),
    *(f"templates/network/{name}.html" for name in ("_place_shared", "_steps")),
    *("network/forms/signals.py", "network/views/own_signals.py"),
    *(f"templates/network/messages/{name}.txt" for name in ("answered", "signal_link")),
    "templates/network/messages/gathering_*",
    # Mails that are written in the language of who gets them.
    *(f"templates/casework/messages/{name}.txt" for name in ("action", "news", "sharing_asked")),
    *(
        "templates/casework/messages/urgent_at_home.txt",
        "templates/casework/messages/team_*_at_home.txt",
        "templates/wijkteam/messages/questions.txt",
    ),
    *(
        f"templates/casework/messages/right_{name}.txt"
        for name in ("answered", "extended", "lifted")
    ),
    *("intake/calendars.py", "wijkteam/tasks.py"),
    *("templates/wijkteam/oversight/ask_why.html", "templates/wijkteam/messages/answered.txt"),
    # Pieces and forms that colleagues and residents share.
    *(
        f"templates/casework/_{name}.html"
        for name in ("after_care", "alike", "deeds", "document_deeds", "export", "friction")
    ),
    *(
        f"templates/casework/_{name}.html"
        for name in ("goal_answers", "ground", "head", "leave_requests", "left", "log", "mandate")
    ),
    *(f"templates/casework/_{name}.html" for name in ("news", "plan", "seats")),
    *("templates/casework/_story*.html", "templates/casework/_team_handover.html"),
    *(
        "templates/casework/_emergency_notice.html",
        "templates/casework/_sharing_question*",
        "templates/casework/_stuck*",
        "templates/casework/_form*.html",
        "templates/casework/form.html",
    ),
    *(f"templates/casework/{name}.html" for name in ("documents", "history", "news_wish")),
    *("templates/wijkteam/oversight/_look.html", "templates/wijkteam/oversight/_why.html"),
    *(f"casework/forms/{name}.py" for name in ("base", "differences", "documents", "home", "news")),
    *(f"casework/forms/{name}.py" for name in ("own_sharing", "own_words", "plan", "rights")),
    *("casework/forms/invite.py", "casework/forms/table.py", "casework/forms/team.py"),
    *(f"casework/views/{name}.py" for name in ("differences", "documents", "news", "rights")),
    *(f"casework/views/{name}.py" for name in ("own_home", "own_sharing", "own_words", "team")),
    *(f"casework/models/{name}.py" for name in ("leave_requests", "sharing_questions")),
    "casework/models/team_handover.py",
    *("casework/consent.py", "casework/export.py", "casework/history.py", "casework/standing.py"),
    *("casework/take_along.py", "casework/templatetags/casework.py", "casework/workflow.py"),
    *("intake/models/conversations.py", "wijkteam/oversight_forms.py"),
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
    for folder in ("templates", "wijkteam", "network", "casework", "intake", "monitor"):
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
