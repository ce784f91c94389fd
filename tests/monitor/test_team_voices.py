"""What a team sees of its own voices: counted by hand, never per person, never another team's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.models import Clock
from monitor.catalogue import reach, waiting_by_week
from monitor.models import Answer, Invitation, Question
from monitor.models.questionnaires import Place
from monitor.not_content import for_whom, not_content
from monitor.periods import Quarter
from monitor.questions import write_down
from monitor.team_voices import marks, mondays, response, writing
from tests import factories
from tests.page import check_page
from wijkteam.choices import Role
from wijkteam.models import WritingTime

URL = "/monitor/team/stemmen/"


def answered(team, audience: str, quality: str, given: list[int], words: str = "") -> None:
    today = timezone.localdate()
    asked = Question.objects.filter(questionnaire__audience=audience, quality=quality).first()
    same = {
        "audience": audience,
        "team": team,
        "year": today.year,
        "quarter": Quarter.of(today).quarter,
    }
    Answer.objects.bulk_create(Answer(question=asked, mark=mark, **same) for mark in given)
    if words:
        last = asked.questionnaire.questions.get(kind="open")
        Answer.objects.create(question=last, words=words, not_content=True, **same)


@pytest.fixture
def said(team, other_team):
    write_down()
    answered(team, "resident", "care", [2, 4, 8, 8, 10], "Het duurde lang")
    answered(team, "professional", "room", [2, 3, 4, 5])
    answered(other_team, "resident", "care", [2] * 9, "Van een ander team")


def test_counted_by_hand(said, team):
    since = timezone.localdate() - timedelta(days=365)
    assert [(one.quality, one.voice, one.mean, one.about) for one in marks([team.pk], since)] == [
        ("care", "resident", 6.4, 5)  # four colleagues are too few to show
    ]
    step = not_content([team.pk], since)[0]
    assert (step.low, step.number, step.share) == (2, 5, 40)


def test_the_page_of_ones_own_team(as_user, said, professional, team_lead, municipality, partner):
    page = as_user(professional).get(URL).content.decode()
    assert "6,4" in page
    assert "Het duurde lang" in page
    assert "Van een ander team" not in page
    assert "minder dan vijf collega" in page
    assert check_page(page) == []
    assert as_user(team_lead).get(URL).status_code == 200
    assert as_user(municipality).get(URL).status_code == 403
    assert as_user(partner).get(URL).status_code == 403


def test_who_was_asked_and_who_said_nothing(team):
    write_down()
    asked = Question.objects.filter(questionnaire__audience="resident").first().questionnaire
    for number in range(3):
        Invitation.make(asked, str(number), Place(team.pk))
    Invitation.objects.filter(pk=Invitation.objects.first().pk).update(answered=True)
    one = response([team.pk], timezone.localdate())[0]
    assert (one.asked, one.answered, one.silent) == (3, 1, 2)


def test_writing_is_shown_of_five_colleagues_and_never_per_person(team, professional):
    monday = mondays(timezone.localdate())[-1]
    WritingTime.objects.create(
        id="00000000-0000-4000-8000-000000000001", week=monday, team=team, page="report",
        seconds=6000, times=9,
    )  # fmt: skip
    assert writing([team]) is None
    for number in range(4):
        factories.user(f"Collega {number}", Role.PROFESSIONAL, team=team)
    weeks = writing([team])
    assert (weeks[-1].monday, weeks[-1].number, weeks[0].number) == (monday, 20, 0)


def test_waiting_by_week_and_reach_by_wijk(team):
    weeks = mondays(timezone.localdate())
    long_ago = timezone.localtime() - timedelta(weeks=5)
    waits = factories.request(team, arrived_at=long_ago, postcode="1311AB")
    met = factories.request(team, arrived_at=long_ago)
    Clock.objects.filter(request=met).update(met_at=long_ago + timedelta(days=16))
    numbers = [week.number for week in waiting_by_week([team.pk], weeks)]
    assert numbers[0] == 0
    assert max(numbers) == 2
    assert numbers[-1] == 1
    team.neighbourhoods.update(population=500)
    one = reach([team.pk], timezone.localdate() - timedelta(days=60))[0]
    assert (one.number, one.share) == (1, 2.0)
    assert waits.neighbourhood.name == one.name


def test_who_is_less_content_by_subject_and_by_wijk(said, team):
    since = timezone.localdate() - timedelta(days=365)
    assert for_whom([team.pk], since) == [[], []]  # of these answers neither is known
    wijk = team.neighbourhoods.get()
    Answer.objects.filter(team=team, audience="resident").update(band="money", neighbourhood=wijk)
    subjects, wijken = for_whom([team.pk], since)
    assert [(one.low, one.number, one.share) for one in subjects] == [(2, 5, 40)]
    assert [(one.name, one.low) for one in wijken] == [(wijk.name, 2)]
    Answer.objects.filter(mark=10).delete()
    assert for_whom([team.pk], since) == [[], []]  # four are too few
