"""A name in a sentence stands apart: else an Arabic one turns the words beside it around."""

import io
import re
from pathlib import Path

import pytest
import weasyprint
from django.utils.html import format_html
from pypdf import PdfReader

from wijkteam.templatetags.frame import bdis, isolated, ltr

LONG = "Gesprek met Noor en Mark: wat helpt er het allerbeste in de klas?"

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
SENTENCE = re.compile(
    r"{% blocktranslate (?P<said>.*?)%}(?P<words>.*?){% endblocktranslate %}", re.S
)
BOUND = re.compile(r'(\w+)=([\w.]+)((?:\|\w+(?::"[^"]*"|:\w+)?)*)')
OF_SOMEBODY = re.compile(
    r"(^|\.)(name|short_name|user_name|contact_name|replied_by_name|get_short_name|helper"
    r"|phone|email|address|readable_reference|asked_by|asked_to|organisation|vindplaats|place|busy|with_whom|company)$"
)
# Where no element may stand: the title of the window, a choice of a list, a drawing.
BARE = re.compile(r"{% block title %}.*?{% endblock.*?%}|<(title|option|svg)\b.*?</\1>", re.S)
IN_AN_ATTRIBUTE = re.compile(r'<[a-z][^<>]*="[^"<>]*$')


def names_without(text: str) -> list[str]:
    """What is put in a sentence without `|bdi`."""
    text = BARE.sub("", text)
    found = []
    for sentence in SENTENCE.finditer(text):
        before = re.sub(r"{%.*?%}|{{.*?}}", "", text[: sentence.start()])
        if "asvar" in sentence["said"] or IN_AN_ATTRIBUTE.search(before):
            continue
        for word, base, filters in BOUND.findall(sentence["said"]):
            inside = re.search(f"<bdi[^>]*>{{{{ {word} }}}}", sentence["words"])
            apart = inside or any(name in filters for name in ("bdi", "ltr", "length"))
            if OF_SOMEBODY.search(base) and not apart:
                found.append(base)
    return found


def test_no_template_forgets_it():
    forgotten = {
        str(file.relative_to(TEMPLATES)): names
        for file in sorted(TEMPLATES.rglob("*.html"))
        if (names := names_without(file.read_text()))
    }
    assert forgotten == {}


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>{% blocktranslate with name=seat.name %}Van {{ name }}.{% endblocktranslate %}", 1),
        ("<p>{% blocktranslate with name=seat.name|bdi %}Van {{ name }}{% endblocktranslate %}", 0),
        ('<p title="{% blocktranslate with name=a.name %}{{ name }}{% endblocktranslate %}">', 0),
    ],
)
def test_what_counts_as_forgotten(template, found):
    assert len(names_without(template)) == found


def test_the_parts_of_a_number_stay_in_their_order():
    assert ltr("020 123 4567") == '<bdi dir="ltr">020 123 4567</bdi>'


def test_words_on_paper_keep_their_full_stop_at_their_own_end():
    assert isolated("Wie belt?") == '<bdi dir="ltr">Wie belt?</bdi>'
    assert isolated("“مرحبا” Jo") == '<bdi dir="rtl">“مرحبا” Jo</bdi>'
    assert isolated("<b> & 12") == '<bdi dir="ltr">&lt;b&gt; &amp; 12</bdi>'
    assert isolated("12?") == '<bdi dir="auto">12?</bdi>'  # of no direction: that of the page


def test_also_on_the_line_where_a_long_sentence_ends():
    """In a narrow column of an Arabic page, as WeasyPrint writes it: from left to right."""
    cell = format_html('<div dir="rtl" style="width: 6cm">{}</div>', isolated(LONG))
    made = weasyprint.HTML(string=str(cell)).write_pdf()
    lines = PdfReader(io.BytesIO(made)).pages[0].extract_text().split("\n")
    assert len(lines) > 1
    assert lines[-1].strip().endswith("klas?")


def test_several_names_each_stand_apart_and_are_escaped():
    assert bdis(["يوسف", "<b>"]) == "<bdi>يوسف</bdi>, <bdi>&lt;b&gt;</bdi>"
