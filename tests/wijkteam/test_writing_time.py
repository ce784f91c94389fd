"""How long writing takes: of a team, never of a person; and not of a small team."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from intake.models import Conversation, ConversationRequest
from network.models import Vindplaats
from tests import factories
from tests.casework.browser import fields
from tests.casework.conftest import family  # noqa: F401
from tests.casework.test_locks_probed import tries
from wijkteam.choices import Role
from wijkteam.figures import writing_minutes, writing_time
from wijkteam.models import WritingTime
from wijkteam.models.burden import LONGEST, began, monday

YEAR = date(2020, 1, 1)


def written(client, url: str, ago: int, **answers) -> None:
    data = fields(client.get(url))
    assert data.get("began", [""])[0] or "/mijn/" in url
    data |= {"words": "Iets", "began": began(ago)} | answers
    assert client.post(url, data).status_code == 302


def test_a_form_adds_its_seconds_to_the_team(family, as_user, professional, team):  # noqa: F811
    client = as_user(professional)
    for ago in (30, 50):
        written(client, f"{family.url}bericht/", ago)
    row = WritingTime.objects.get()
    assert (row.team, row.page, row.times) == (team, "entry_write", 2)
    assert 80 <= row.seconds < 110
    assert not {field.name for field in WritingTime._meta.fields} & {"user", "seat", "by"}


def test_the_database_lets_nobody_count_back_or_read_it(professional, team, as_user):
    written(as_user(professional), "/werk/verzoeken/nieuw/", 40, name="Jo", phone="0612345678")
    for statement in [
        "UPDATE wijkteam_writingtime SET seconds = 0",
        "SELECT seconds FROM wijkteam_writingtime",
    ]:
        assert "permission denied" in tries(professional, statement)
    add = "SELECT wijkteam_add_writing(week, %s, 'x', -40) FROM (SELECT %s::date AS week) w"
    tries(professional, add, team.pk, monday(timezone.localdate()))
    assert WritingTime.objects.get().seconds >= 40


def test_phone_report_and_visit_are_counted_the_same_way(as_user, professional, team):
    client = as_user(professional)
    written(client, "/werk/verzoeken/nieuw/", 40, name="Jo", phone="0612345678")
    one = ConversationRequest.objects.get()
    one.take(professional)
    talk = Conversation(request=one, planned_at=timezone.now(), professional=professional)
    talk.plan(professional)
    written(client, f"/werk/gesprek/{talk.pk}/verslag/", 40, goes_well="Veel")
    place = Vindplaats.objects.create(name="Bibliotheek", kind="library", rhythm_days=30)
    place.neighbourhoods.set(team.neighbourhoods.all())
    written(client, f"/netwerk/{place.pk}/contact/", 40)
    found = WritingTime.objects.values_list("page", "team", "times")
    assert set(found) == {(page, team.pk, 1) for page in ("request_new", "report", "contact_log")}


def test_a_second_click_a_refusal_and_a_contact_are_not_counted(
    family,  # noqa: F811
    as_user,
    professional,
    contact,
):
    client, url = as_user(professional), f"{family.url}bericht/"
    data = fields(client.get(url)) | {"words": "Iets", "began": began(30)}
    for _twice in range(2):
        client.post(url, data)
    assert client.post(url, fields(client.get(url)) | {"words": ""}).status_code == 200
    as_user(contact).post("/signalen/buurt/", {"told": "Iets", "began": data["began"]})
    assert WritingTime.objects.get().times == 1


def test_only_a_form_that_was_shown_and_saved_is_counted(as_user, professional, colleague, team):
    """A second click, a refusal that leads on, and a start that the form did not bring."""
    client, url = as_user(professional), "/werk/verzoeken/nieuw/"
    data = fields(client.get(url)) | {"name": "Jo", "phone": "0612345678", "began": began(40)}
    for _click in range(2):
        assert client.post(url, data).status_code == 302
    assert WritingTime.objects.get().times == 1
    one = ConversationRequest.objects.get()
    one.take(professional)
    plan = f"/werk/verzoeken/{one.pk}/plannen/"
    tomorrow = timezone.localdate() + timedelta(days=1)
    day = dict(zip(["day_0", "day_1", "day_2"], [tomorrow.day, tomorrow.month, tomorrow.year],
                   strict=True))  # fmt: skip
    typed = fields(client.get(plan)) | day | {"time": "10.00", "began": began(40)}
    Conversation(request=one, planned_at=timezone.now(), professional=colleague).plan(colleague)
    refused = client.post(plan, typed, follow=True)
    assert "alert" in refused.content.decode()
    assert Conversation.objects.count() == 1
    data |= {"submission": "", "began": str(int(timezone.now().timestamp()) - 40)}
    client.post(url, data)
    assert WritingTime.objects.get().times == 1


def test_the_time_of_a_form_that_came_back_goes_on(family, as_user, professional):  # noqa: F811
    client, url = as_user(professional), f"{family.url}bericht/"
    start = began(90)
    page = client.post(url, fields(client.get(url)) | {"words": "", "began": start})
    assert fields(page)["began"] == [start]


@pytest.mark.parametrize("typed", ["", "onzin", "-5", "9" * 40, "0", str(2**40)])
def test_what_makes_no_sense_is_left_out(team, typed):
    WritingTime.add(team.pk, "entry_write", typed)
    WritingTime.add(team.pk, "entry_write", began(LONGEST + 60))
    assert not WritingTime.objects.exists()


def test_of_a_resident_nothing_is_counted(family, as_user, resident):  # noqa: F811
    written(as_user(resident), f"{family.own_url}bericht/", 30)
    assert not WritingTime.objects.exists()


def test_small_teams_and_rare_pages_have_no_figure(team, professional, colleague):
    for _time in range(10):
        WritingTime.add(team.pk, "entry_write", began(40))
    assert writing_time([team.pk], YEAR) == {}
    for number in range(3):
        factories.user(f"C{number}", Role.PROFESSIONAL, team=team)
    WritingTime.add(team.pk, "goal_add", began(40))
    [(key, writing)] = writing_time([team.pk], YEAR).items()
    assert key[1] == "entry_write"
    assert key[0].month in (1, 4, 7, 10)
    assert timezone.localdate().replace(day=1) >= key[0]
    assert (writing.times, writing.each) == (10, 40)
    assert writing_minutes([team.pk], YEAR) == {(key[0], "story"): 7}
