"""My day says what asks for me at my tables, until I did it or saw it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Difference, ForwardedStuckPoint, MandateQuestion, StuckPoint
from casework.models.differences import View
from tests import factories
from tests.casework.browser import words
from tests.page import check_page
from wijkteam.models import AccessLog

URL = "/werk/"


@pytest.fixture
def table(professional, team, resident):
    case_file = factories.case_file(professional, team, resident=resident)
    return case_file, case_file.seats.get(is_coordinator=True), case_file.seats.get(user=None)


def test_a_difference_whose_day_is_there(table, as_user, professional, outsider):
    case_file, seat, home = table
    today = timezone.localdate()
    difference = Difference(case_file=case_file, subject="Wel of niet", about="work",
                            review_on=today)  # fmt: skip
    difference.raise_it(seat, [View(home, "a", ""), View(seat, "b", "")])
    page = as_user(professional).get(URL)
    assert check_page(page.content.decode()) == []
    assert "samen kijken naar een verschil" in words(page)
    look = AccessLog.objects.filter(user=professional, household_id=case_file.household_id)
    assert look.exists()
    assert "samen kijken" not in words(as_user(outsider).get(URL))
    difference.look_again(status="open", review_on=today + timedelta(days=7))
    assert "samen kijken" not in words(as_user(professional).get(URL))


def test_a_decision_that_stays_away(table, as_user, professional):
    case_file, seat, _home = table
    question = MandateQuestion(case_file=case_file, words="Mag het later", asked_to="gemeente",
                               holder=seat, asked_by=seat)  # fmt: skip
    question.ask()
    assert "beslissing blijft uit" not in words(as_user(professional).get(URL))
    MandateQuestion.objects.update(due=timezone.localdate() - timedelta(days=1))
    assert "beslissing blijft uit" in words(as_user(professional).get(URL))
    question.settle(seat, "yes", "")
    assert "beslissing blijft uit" not in words(as_user(professional).get(URL))


def test_a_reply_until_it_was_seen(
    table, as_user, professional, colleague, team_lead, municipality
):
    from casework.models import Seat

    case_file, seat, _home = table
    other = factories.says_yes(Seat.invite(case_file, colleague, professional, "", None))
    stuck = StuckPoint(case_file=case_file, kind="rule", words="Vast", written_by=seat)
    stuck.write()
    stuck.sign(other)
    assert "1 vastloper is klaar om door te sturen" in words(as_user(team_lead).get(URL))
    left = ForwardedStuckPoint.objects.get()
    left.forward(team_lead, "afdeling Wmo", timezone.localdate())
    assert "klaar om door te sturen" not in words(as_user(team_lead).get(URL))
    left.answer(municipality, "Het kan.")
    client = as_user(professional)
    assert "antwoord op een vastloper" in words(client.get(URL))
    client.get(f"/werk/dossiers/{case_file.pk}/")
    assert "antwoord op een vastloper" not in words(client.get(URL))
