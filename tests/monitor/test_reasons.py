"""Why residents are not content: named by themselves, or by their team; counted by step."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from monitor.models import Answer, Invitation, Question, Questionnaire
from monitor.models.invitations import token_of
from monitor.models.questionnaires import Place
from monitor.not_content import reasons
from monitor.periods import Quarter
from monitor.questions import write_down
from monitor.reasons import Reason
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database

PAGE = "/monitor/team/stemmen/"


@pytest.fixture(autouse=True)
def lists(db):
    write_down()


def said(team, occasion: str, reason: str, number: int = 1, words: str = "") -> list[Answer]:
    today = timezone.localdate()
    asked = Question.objects.get(
        questionnaire__audience="resident", questionnaire__occasion=occasion, kind="open"
    )
    return Answer.objects.bulk_create(
        Answer(
            question=asked, audience="resident", team=team, year=today.year,
            quarter=Quarter.of(today).quarter, reason=reason, words=words, not_content=True,
        )
        for _one in range(number)
    )  # fmt: skip


def of(team):
    return reasons([team.pk], timezone.localdate() - timedelta(days=365))


def test_a_resident_names_the_reason_and_nothing_else(stranger, team):
    after = Questionnaire.objects.get(audience="resident", occasion="conversation")
    Invitation.make(after, "proef", Place(team.pk))
    url = f"/vragen/{token_of('proef')}/"
    page = stranger.get(url).content.decode()
    assert page.count('name="reason"') == len(Reason)
    assert "Dit antwoord kennen we niet" in stranger.post(url, {"reason": "x"}).content.decode()
    assert "Dank u wel" in stranger.post(url, {"vraag_2": "2", "reason": "long"}).content.decode()
    open_one = Answer.objects.get(mark=None)
    assert (open_one.reason, open_one.words, open_one.not_content) == ("long", "", True)
    assert not Answer.objects.exclude(mark=None).exclude(reason="").exists()


def test_only_residents_are_asked_why(stranger, team):
    other = Questionnaire.objects.get(audience="partner")
    Invitation.make(other, "proef", Place(team.pk))
    page = stranger.get(f"/vragen/{token_of('proef')}/").content.decode()
    assert 'name="reason"' not in page


def test_counted_by_hand_and_small_numbers_are_not_told(team, other_team):
    said(team, "conversation", "long", 7)
    said(team, "conversation", "again", 3)
    said(team, "closing", "long", 5)
    said(team, "closing", "again", 4)
    said(team, "closing", "rules", 1)
    said(team, "review", "heard", 4)  # a step of four
    said(other_team, "closing", "heard", 9)
    found = of(team)
    assert found.steps == ["na het gesprek", "bij het afronden"]
    rows = {row.label: (row.cells, row.total) for row in found.rows}
    assert rows == {
        Reason.LONG.label: ([7, 5], 12),
        Reason.AGAIN.label: ([None, None], 7),
        Reason.RULES.label: ([0, None], None),  # its sum would tell the one
    }


def test_a_sum_never_tells_what_a_cell_hides(team):
    said(team, "conversation", "long", 6)
    said(team, "review", "long", 2)
    said(team, "review", "again", 5)
    row = next(row for row in of(team).rows if row.label == Reason.LONG.label)
    assert (row.cells, row.total) == ([6, None], None)


def test_the_team_names_the_reason_of_who_only_wrote(as_user, professional, team_lead, team):
    said(team, "closing", "long", 5)
    (written,) = said(team, "closing", "", words="Ik moest alles drie keer vertellen.")
    client = as_user(professional)
    assert f"/monitor/team/antwoord/{written.pk}/" in client.get(PAGE).content.decode()
    url = f"/monitor/team/antwoord/{written.pk}/"
    assert check_page(client.get(url).content.decode()) == []
    assert "Kies een van de antwoorden" in client.post(url, {"reason": ""}).content.decode()
    assert client.post(url, {"reason": "again"}).status_code == 302
    assert client.post(url, {"reason": "again"}).status_code == 302  # a second click
    assert as_user(team_lead).post(url, {"reason": "heard"}).status_code == 302  # thought better
    written.refresh_from_db()
    assert (written.reason, written.reason_by_team) == ("heard", True)
    page = client.get(PAGE).content.decode()
    assert check_page(page) == []
    assert "minder dan 5" in page


def test_what_the_writer_named_stays_and_others_may_not(
    as_user, stranger, professional, outsider, municipality, partner, team
):
    (own,) = said(team, "closing", "long", words="Vijf weken.")
    (none,) = said(team, "closing", "", words="Niemand belde.")
    assert as_user(professional).get(f"/monitor/team/antwoord/{own.pk}/").status_code == 404
    url = f"/monitor/team/antwoord/{none.pk}/"
    assert as_user(outsider).post(url, {"reason": "long"}).status_code == 404
    assert as_user(municipality).get(url).status_code == 403
    assert as_user(partner).get(url).status_code == 403
    assert "/inloggen" in stranger.get(url)["Location"]
    assert set(Answer.objects.values_list("reason", flat=True)) == {"long", ""}


def test_the_database_says_the_same(professional, outsider, municipality, team):
    (own,) = said(team, "closing", "long", words="Vijf weken.")
    (none,) = said(team, "closing", "", words="Niemand belde.")
    for user, number in [(professional, 1), (outsider, 0)]:
        with transaction.atomic(), app_login(), database.role("professional", user.pk):
            changed = Answer.objects.update(reason="fit", reason_by_team=True)
            assert changed == number
    with transaction.atomic(), app_login(), database.role("professional", professional.pk):
        assert Answer.objects.filter(pk=own.pk).update(reason="fit", reason_by_team=True) == 0
        with pytest.raises(DatabaseError):
            Answer.objects.filter(pk=none.pk).update(words="iets anders")
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        app_login(),
        database.role("municipality", municipality.pk),
    ):
        Answer.objects.values_list("reason").first()
