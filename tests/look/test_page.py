"""The checker itself: each kind of mistake is found, and a good page passes."""

import pytest

from tests.page import check_page

GOOD = """<!DOCTYPE html><html lang="nl" dir="ltr"><head><title>Goed</title></head><body>
<a href="#inhoud">Naar de inhoud</a><main id="inhoud"><h1>Kop</h1><form>
<label for="naam">Naam</label><input id="naam" aria-describedby="uitleg"><p id="uitleg">Uitleg</p>
<fieldset><legend>Keuze</legend><label><input type="radio" name="a">A</label></fieldset>
<input type="hidden" name="b"><button>Verder</button></form></main></body></html>"""

MISTAKES = [
    ('lang="nl"', "", "<html> has no lang"),
    ('dir="ltr"', "", "<html> has no dir"),
    ("<title>Goed</title>", "<title> </title>", "the page has no title"),
    ("<h1>Kop</h1>", "", "the page has 0 h1 headings, not one"),
    ('<p id="uitleg">', '<p id="naam">', "id 'naam' stands 2 times"),
    ('<p id="uitleg">', "<p>", "points at 'uitleg'"),
    ('for="naam"', 'for="nam"', "<input name=None> has no label"),
    ("<legend>Keuze</legend>", "", "a fieldset has no legend"),
    ("<button>", '<button onclick="x()">', "<button> has an inline onclick"),
    ("<h1>", '<h1 style="color:red">', "<h1> has an inline style"),
    ("</form>", "<script>x()</script></form>", "a script stands in the page"),
    ("</form>", "<style>p{}</style></form>", "a style stands in the page"),
    ("</form>", '<img src="x.png"></form>', "img 'x.png' has no alt"),
    ('id="inhoud"', "", "a link goes to '#inhoud'"),
    ("</form>", "</form></div>", "</div> closes nothing"),
    ("<button>", '<button class="a" class="b">', "<button> has class twice"),
]


def test_a_good_page_has_no_complaints():
    assert check_page(GOOD) == []


@pytest.mark.parametrize(("old", "new", "complaint"), MISTAKES)
def test_each_mistake_is_named(old, new, complaint):
    assert old in GOOD
    assert any(complaint in found for found in check_page(GOOD.replace(old, new, 1)))


def test_a_piece_of_a_page_needs_no_title():
    assert check_page("<p>Bewaard om 14.03</p>") == []
