"""What tables learned: taken along once, read over, and found when something like it is written."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from casework.models import ForwardedStuckPoint, OfferedLesson
from monitor.models import Lesson
from monitor.tasks import take_lessons
from tests.conftest import app_login
from wijkteam import database

URL = "/monitor/lessen/lijkt/"


@pytest.fixture
def offered(team) -> OfferedLesson:
    return OfferedLesson.objects.create(
        kind="goal", words="Eerst rust, dan pas schuldhulp.", life_domain="money", team=team
    )


def test_offered_lessons_and_answered_stuck_points_come_once(
    offered, team, team_lead, municipality
):
    now = timezone.now()
    for words, reply in [("De wachttijd is te lang.", "Er komt geld bij."), ("Nog open.", "")]:
        stuck = ForwardedStuckPoint(
            kind="rule", words=words, team=team, asked_to="Wmo", due=now.date(),
            forwarded_at=now, forwarded_by=team_lead,
        )  # fmt: skip
        if reply:
            stuck.reply, stuck.replied_at = reply, now
            stuck.replied_by, stuck.replied_by_name = municipality, municipality.name
        stuck.save(force_insert=True)
    assert take_lessons() == 2
    assert take_lessons() == 0
    assert set(Lesson.objects.values_list("words", "kind", "team")) == {
        ("Eerst rust, dan pas schuldhulp.", "goal", team.pk),
        ("De wachttijd is te lang. Het antwoord: Er komt geld bij.", "stuck", team.pk),
    }
    assert not Lesson.objects.kept().exists()


def test_what_is_old_is_not_taken_along_again(offered):
    OfferedLesson.objects.update(offered_on=timezone.localdate() - timedelta(days=100))
    assert take_lessons() == 0


def test_read_over_it_is_found_by_who_writes_something_like_it(
    as_user, offered, professional, outsider
):
    take_lessons()
    lesson = Lesson.objects.get()
    asked = {"subject": "wel of geen schuldhulpverlening, of rust", "measure_1": "x"}
    assert "Eerst rust" not in as_user(outsider).post(URL, asked).content.decode()
    client = as_user(professional)
    assert "wacht tot iemand" in client.get("/monitor/lessen/").content.decode()
    client.post(
        f"/monitor/lessen/{lesson.pk}/", {"words": lesson.words, "life_domain": "money",
                                          "no_names": "on"},
    )  # fmt: skip
    assert "Eerst rust" in as_user(outsider).post(URL, asked).content.decode()
    assert as_user(outsider).post(URL, {"words": "de bus rijdt niet"}).content.strip() == b""


def test_needs_the_permission(as_user, resident, municipality):
    for user in (resident, municipality):
        assert as_user(user).post(URL, {"words": "rust"}).status_code == 403
    assert as_user(resident).get(URL).status_code in (403, 405)
    assert Client().post(URL).headers["Location"].startswith("/inloggen/")


@pytest.mark.parametrize("role", ["municipality", "resident", "statistics", "public", "manager"])
def test_no_other_role_reads_what_was_offered(offered, role):
    denied = pytest.raises(DatabaseError, match="permission denied")
    with denied, transaction.atomic(), database.role(role):
        OfferedLesson.objects.count()


def test_another_team_reads_no_lesson_before_it_was_read_over(offered, professional, outsider):
    for user, number in ((professional, 1), (outsider, 0)):
        with app_login(), database.role("professional", user.pk):
            assert OfferedLesson.objects.count() == number
