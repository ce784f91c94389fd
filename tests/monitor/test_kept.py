"""The front page of the municipality is kept, and never older than what it says."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import ForwardedStuckPoint
from monitor.models import Pilot, Remark, Story
from tests import factories
from wijkteam.choices import Role

URL = "/monitor/"


@pytest.fixture
def reader(as_user, municipality):
    """Somebody of the municipality, who has just read the page twice: the first time sets the
    clock of the session, and a cookie."""
    client = as_user(municipality)
    client.get(URL)
    assert kept_pages() == 0
    client.get(URL)
    assert kept_pages() == 1
    return client


def kept_pages() -> int:
    return len(caches["pages"]._cache)


def statements(client, url=URL) -> list[str]:
    """What this page asks of the database, beside what the test itself says there."""
    with CaptureQueriesContext(connection) as seen:
        client.get(url)
    said = [one["sql"] for one in seen]
    return [one for one in said if not re.match("SAVEPOINT|RELEASE|SET|RESET", one)]


def test_one_question_and_the_same_answer_to_the_letter(reader):
    fresh = reader.get(URL)
    caches["pages"].clear()
    made = reader.get(URL)
    assert len(statements(reader)) == 1
    again = reader.get(URL)
    assert dict(again.items()) == dict(made.items()) == dict(fresh.items())
    token = re.compile(rb'csrfmiddlewaretoken" value="\w{64}"')
    assert token.sub(b"", again.content) == token.sub(b"", made.content)
    assert again["Cache-Control"] == "private, no-store"
    assert "default-src 'none'" in again["Content-Security-Policy"]
    assert again["X-Frame-Options"] == "DENY"
    assert "Permissions-Policy" in again


def test_a_story_comes_and_goes(reader, professional):
    story = Story(voice="professional", title="Een fiets", words="Zo ging het.")
    story.tell(professional)
    assert "Een fiets" not in reader.get(URL).content.decode()
    story.release(professional)
    assert "Een fiets" in reader.get(URL).content.decode()
    story.withdraw(professional)
    assert "Een fiets" not in reader.get(URL).content.decode()


def test_a_remark_an_answer_and_a_pilot_show_at_once(reader, professional, municipality, team_lead):
    remark = Remark(side="team", words="Wie betaalt dit?", indicator="families")
    remark.ask(professional)
    assert "Wie betaalt dit?" in reader.get(URL).content.decode()
    remark.reply(municipality, "De gemeente betaalt.")
    assert "De gemeente betaalt." in reader.get(URL).content.decode()
    when = {"year": 2026, "quarter": 1, "quality": "trust", "why": "Samen eten."}
    pilot = Pilot.begin(team_lead, [], title="Soep op dinsdag", **when)
    assert "Soep op dinsdag" in reader.get(URL).content.decode()
    pilot.end()
    assert "Soep op dinsdag" not in reader.get(URL).content.decode()


def test_a_stuck_point_and_its_reply_show_at_once(reader, municipality, team):
    lead = factories.user("Lotte", Role.TEAM_LEAD, team=team)
    put = ForwardedStuckPoint.objects.create(
        kind="rule", words="Een briefadres mag niet.", team=team, asked_to="Burgerzaken",
        forwarded_at=timezone.localtime() - timedelta(days=19), forwarded_by=lead,
        due=timezone.localdate(),
    )  # fmt: skip
    assert put.words in reader.get(URL).content.decode()
    put.answer(municipality, "Vanaf nu wel.")
    assert put.words not in reader.get(URL).content.decode()


def test_a_release_shows_at_once(reader, request):
    assert "Er is nog niets gepubliceerd." in reader.get(URL).content.decode()
    request.getfixturevalue("release")
    assert "Er is nog niets gepubliceerd." not in reader.get(URL).content.decode()


def test_each_has_an_own_page_with_an_own_token(reader, as_user):
    other = as_user(factories.user("Gerda Pot", Role.MUNICIPALITY))
    other.get(URL)
    other.get(URL)
    first, second = (client.get(URL).content.decode() for client in (reader, other))
    assert kept_pages() == 2
    assert "Gerda Pot" in second
    assert "Gerda Pot" not in first
    tokens = [
        re.findall(r'csrfmiddlewaretoken" value="(\w{64})"', page) for page in (first, second)
    ]
    assert all(tokens)
    assert not set(tokens[0]) & set(tokens[1])


def test_the_form_on_a_kept_page_works(reader):
    reader.handler.enforce_csrf_checks = True
    assert len(statements(reader)) == 1
    token = re.search(r'csrfmiddlewaretoken" value="(\w{64})"', reader.get(URL).content.decode())
    said = {"language": "en", "csrfmiddlewaretoken": token[1]}
    assert reader.post("/taal/", said).status_code == 302
    assert reader.cookies["django_language"].value == "en"


def test_nothing_is_kept_of_who_reads_more_than_what_is_released(as_user, professional, team_lead):
    for user in (professional, team_lead):
        assert as_user(user).get(URL).status_code == 200
    assert kept_pages() == 0


def test_a_page_with_a_message_on_it_is_not_kept(reader, team, professional):
    remark = Remark(side="team", words="Wie betaalt dit?", indicator="families")
    remark.ask(professional)
    caches["pages"].clear()
    reader.post(f"/monitor/gesprek/{remark.pk}/", {"words": "De gemeente."})
    assert 'role="status"' in reader.get(URL).content.decode()
    assert kept_pages() == 0
    reader.get(URL)
    assert kept_pages() == 1


def test_without_the_right_there_is_no_page(reader, resident, as_user, stranger):
    assert as_user(resident).get(URL).status_code == 403
    assert stranger.get(URL).status_code == 302
