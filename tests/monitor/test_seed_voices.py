"""The made-up town has voices enough that the front page is one to read."""

import random

import pytest

from monitor import seed_voices
from monitor.models import Answer, Invitation, Pilot, PublishedMark, Remark, Story
from monitor.pilot_figures import found
from monitor.questions import LISTS
from wijkteam import seed as ground_seed
from wijkteam.models import User


@pytest.fixture
def town(db) -> None:
    ground_seed.seed(0, random.Random(1))
    seed_voices.seed(200, random.Random(1))


def test_a_page_that_a_council_would_want_to_read(town, as_user):
    council = User.objects.get(email="wethouder@demo.example")
    page = as_user(council).get("/monitor/").content.decode()
    assert page.count("wt-wheel__wedge") > 20
    assert page.count("wt-told--short") == 3
    assert page.count("wt-remark__answer") == 2
    assert "wacht op de gemeente" in page
    years = set(Answer.objects.values_list("year", flat=True))
    assert set(PublishedMark.objects.values_list("year", flat=True)) == set(sorted(years)[:-1])
    assert Remark.objects.open().count() == 3
    assert not {"", None} & set(Story.objects.values_list("quality", flat=True))


def test_the_pilot_has_a_year_on_either_side(town):
    shown = found(Pilot.objects.get(quarter=1))
    assert shown.change
    assert shown.more_than_elsewhere
    assert shown.after.here.mean > shown.before.here.mean
    halfway = found(Pilot.objects.get(quarter=3))
    assert halfway.change
    assert halfway.before.last + 1 == halfway.after.first


def test_one_in_five_is_not_content_and_some_stay_silent(town):
    low = Answer.objects.marks().filter(audience="resident", mark__lte=5).count()
    share = low / Answer.objects.marks().filter(audience="resident").count()
    assert 0.15 < share < 0.4
    assert Invitation.objects.filter(answered=False).exists()
    assert len(LISTS) == len(set(Answer.objects.values_list("question__questionnaire").distinct()))


def test_nothing_in_an_empty_town_and_the_demo_link_opens(town, stranger):
    assert stranger.get("/vragen/voorbeeld/").content.decode().count("<fieldset") == 6
    before = Story.objects.count()
    seed_voices.seed(0, random.Random(1))
    assert Story.objects.count() == before
