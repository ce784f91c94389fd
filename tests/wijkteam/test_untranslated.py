"""The tool that counts what a language still lacks, for what residents read."""

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import translation
from django.utils.formats import date_format

from wijkteam import translations
from wijkteam.choices import Language

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Wilt u met iemand praten?"
msgstr "Do you want to talk to someone?"

#, fuzzy
msgid "Verder"
msgstr "Further"
"""


@pytest.fixture
def english(settings, tmp_path):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE)
    settings.LOCALE_PATHS = [tmp_path]


def test_it_names_what_is_missing_and_what_nobody_read(english):
    left = translations.untranslated("en")
    assert "Wilt u met iemand praten?" not in left
    assert "Verder" in left  # a machine's guess that nobody read
    assert len(left) == len(translations.texts()) - 1
    assert translations.untranslated("nl") == []


def test_the_command_counts_and_fails_while_something_is_missing(english):
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("untranslated", "en", "--texts", stdout=out)
    assert "'Verder'" in out.getvalue()
    call_command("untranslated", "nl", stdout=out)
    assert "nl: 0 van" in out.getvalue()


@pytest.mark.parametrize(
    ("path", "theirs"),
    [
        ("templates/intake/public/home.html", True),
        ("templates/intake/team/inbox.html", False),
        ("templates/casework/own_file.html", True),
        ("templates/casework/table.html", False),
        ("templates/account/login.html", True),
        ("templates/404.html", True),
        ("intake/forms/contact.py", True),
        ("intake/forms/team.py", False),
        ("templates/casework/messages/news.txt", True),
        ("templates/casework/messages/urgent.txt", False),
        ("tests/page.py", False),
    ],
)
def test_what_a_resident_reads(path, theirs):
    assert translations.is_for_residents(path) is theirs


def test_a_piece_of_a_residents_page_is_read_by_residents():
    """Of every page and piece in the list: what it includes is in the list as well."""
    base = Path(settings.BASE_DIR)
    read = [path for path in translations.files() if path.suffix == ".html"]
    pieces = {
        f"templates/{name}"
        for path in read
        for name in re.findall(r'{% (?:include|extends) "([^"]+)"', path.read_text())
    }
    ours = {piece for piece in pieces if (base / piece).exists()}
    assert "templates/casework/_plan.html" in ours
    assert {piece for piece in ours if not translations.is_for_residents(piece)} == set()


def test_what_a_view_says_to_residents_is_read_by_residents():
    base = Path(settings.BASE_DIR)
    views = [
        path.relative_to(base).as_posix()
        for path in base.glob("casework/views/*.py")
        if re.search(r"^@(reads|writes)_own$", path.read_text(), re.MULTILINE)
    ]
    assert "casework/views/own_sharing.py" in views
    speaking = [view for view in views if "gettext" in (base / view).read_text()]
    assert [view for view in speaking if not translations.is_for_residents(view)] == []


def test_the_switch_names_every_language_in_its_own_script(stranger, team):
    assert [code for code, _name in settings.LANGUAGES] == Language.values
    page = stranger.get("/").content.decode()
    for name in ["Nederlands", "English", "العربية", "Türkçe", "Polski", "Українська", "ትግርኛ"]:
        assert name in page


@pytest.mark.parametrize("language", Language.values)
def test_every_language_opens_and_turns_the_page_its_own_way(stranger, team, language):
    stranger.cookies["django_language"] = language
    for address in ["/", "/gesprek/", "/gesprek/bereiken/", "/gesprek/formulier.pdf"]:
        response = stranger.get(address)
        assert response.status_code == 200
    way = "rtl" if language == "ar" else "ltr"
    page = stranger.get("/gesprek/").content.decode()
    assert f'<html lang="{language}" dir="{way}"' in page
    with translation.override(language):
        assert translation.get_language() == language


@pytest.mark.parametrize("language", [code for code in Language.values if code != "nl"])
def test_days_and_months_are_not_in_dutch(language):
    """Django has no catalogue of Tigrinya, and would fall back on the Dutch one."""
    with translation.override("nl"):
        dutch = [date_format(date(2026, 11, 30), one) for one in ("l", "D", "F", "E")]
    assert dutch == ["maandag", "ma", "november", "november"]
    with translation.override(language):
        said = [date_format(date(2026, 11, 30), one) for one in ("l", "D", "F", "E")]
    assert not set(said) & set(dutch)
