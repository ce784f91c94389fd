"""Half a year is told only when that shows nobody small."""

import random

import pytest

from monitor.choices import Audience, Occasion
from monitor.halves import Given, Said, may_be_told, widths
from monitor.models import Answer, Pilot, PilotMark, PublishedMark, Questionnaire
from monitor.pilot_figures import found
from monitor.questions import write_down
from tests.monitor.town import neighbourhoods


def whole(given, wijken, mean):
    return Said(frozenset(cell for cell in given if cell[0] in wijken), mean)


def halves(given, wijken):
    found = []
    for half in (1, 2):
        cells = frozenset(cell for cell in given if cell[0] in wijken and cell[1] == half)
        number, total = (sum(getattr(given[c], what) for c in cells) for what in vars(Given(1, 1)))
        found.append(Said(cells, round(total / number, 1)))
    return found


def test_what_is_left_over_of_the_halves_may_be_one_small_wijk():
    """A has sixty answers and its own mark; B has three. Halves of A and B together tell B."""
    given = {("A", 1): Given(30, 210), ("A", 2): Given(30, 240), ("B", 1): Given(2, 4),
             ("B", 2): Given(1, 3), ("C", 1): Given(40, 280), ("C", 2): Given(40, 280)}  # fmt: skip
    told = [whole(given, "A", 7.5)]
    assert widths(given, told)["B"] == 9
    assert widths(given, [*told, *halves(given, "AB")])["B"] < 4
    assert not may_be_told(given, told, halves(given, "AB"))
    assert may_be_told(given, [*told, whole(given, "C", 7.0)], halves(given, "C"))


def test_never_of_fewer_than_ten():
    given = {("A", 1): Given(9, 63), ("A", 2): Given(40, 280)}
    assert not may_be_told(given, [], halves(given, "A"))


# --- in the database ---------------------------------------------------------------------------
@pytest.fixture
def town(team):
    write_down()
    wijken = neighbourhoods(team, 2)
    asked = Questionnaire.objects.get(audience=Audience.RESIDENT, occasion=Occasion.REVIEW)
    question = asked.questions.get(quality="burden")

    def say(wijk: int, quarter: int, mark: int, number: int) -> None:
        Answer.objects.bulk_create(
            Answer(question=question, audience=Audience.RESIDENT, team=team, mark=mark,
                   neighbourhood=wijken[wijk], year=2025, quarter=quarter)
            for _one in range(number)
        )  # fmt: skip

    return wijken, say


def begun(lead, wijk) -> Pilot:
    return Pilot.begin(
        lead, [wijk], title="Proef", why="zo", quality="burden", year=2025,
        quarter=3,
    )  # fmt: skip


def test_the_year_in_which_it_began_is_before_and_after(town, team_lead):
    wijken, say = town
    for wijk, first, second in [(0, 4, 9), (1, 6, 6)]:
        say(wijk, 1, first, 60)
        say(wijk, 4, second, 60)
    pilot = begun(team_lead, wijken[0])
    assert PilotMark.freeze(2025) == 0  # not before the year itself
    PublishedMark.freeze(2025)
    assert PilotMark.freeze(2025, random.Random(1)) == 4
    assert PilotMark.freeze(2025) == 0
    seen = found(pilot)
    assert (seen.before.name, seen.after.name) == ("eerste helft van 2025", "tweede helft van 2025")
    assert (seen.before.here.mean, seen.after.here.mean) == (4.0, 9.0)
    assert seen.change.says == seen.more_than_elsewhere.says == "better"


def test_a_pilot_begun_in_january_reads_whole_years(town, team_lead):
    wijken, say = town
    for quarter in (1, 4):
        for wijk in (0, 1):
            say(wijk, quarter, 7, 20)
    pilot = begun(team_lead, wijken[0])
    Pilot.objects.update(quarter=1)
    PublishedMark.freeze(2025)
    assert PilotMark.freeze(2025) == 0
    pilot.refresh_from_db()
    seen = found(pilot)
    assert (seen.before, seen.after.name, seen.change) == (None, "2025", None)


def test_too_few_in_one_half_tells_neither(town, team_lead):
    wijken, say = town
    for wijk, quarter, number in [(0, 1, 9), (0, 4, 30), (1, 1, 30), (1, 4, 30)]:
        say(wijk, quarter, 7, number)
    begun(team_lead, wijken[0])
    PublishedMark.freeze(2025)
    assert PilotMark.freeze(2025) == 0
