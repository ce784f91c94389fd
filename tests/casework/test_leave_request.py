"""The resident asks that someone leaves the table: a question with a clock, for two to read."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import LeaveRequest, Seat
from casework.models.case_files import NewPerson
from casework.tasks import send_news
from tests import factories
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.models import AccessLog, OutboxMessage


@pytest.fixture
def asked(family, as_user, resident) -> LeaveRequest:
    url = f"/mijn/plekken/{family.colleague.pk}/van-tafel/"
    send(as_user(resident), url, twice=True, words="Hij praat over mijn hoofd heen.")
    return LeaveRequest.objects.get()


def test_asking_tells_the_coordinator_without_a_name(asked, family, professional):
    mail = OutboxMessage.objects.get(subject="Een bewoner heeft een vraag over de tafel")
    assert mail.to == professional.email
    for word in ["Jansen", "Youssef", "hoofd"]:
        assert word not in mail.body
    assert asked.due == timezone.localdate() + timedelta(days=7)


def test_both_see_the_question_and_its_clock(asked, family, as_user, resident, professional):
    for user, url in [(resident, family.own_url), (professional, f"{family.url}tafel/")]:
        response = as_user(user).get(url)
        assert check_page(response.content.decode()) == []
        assert "Hij praat over mijn hoofd heen." in words(response)
        assert "antwoord vóór" in words(response)


def test_nobody_else_at_the_table_reads_it(asked, family, as_user, colleague, partner):
    for user in [colleague, partner]:
        assert "over mijn hoofd" not in words(as_user(user).get(f"{family.url}tafel/"))
        assert as_user(user).get(f"/werk/van-tafel/{asked.pk}/").status_code == 404


def test_yes_ends_the_seat_and_no_says_why(asked, family, as_user, professional, resident):
    url = f"/werk/van-tafel/{asked.pk}/"
    assert "Schrijf een antwoord" in words(send(as_user(professional), url, leaves="nee"))
    send(as_user(professional), url, leaves="ja", words="Youssef gaat. Dat begrijpen wij.")
    assert Seat.objects.get(pk=family.colleague.pk).until is not None
    assert "Dat begrijpen wij." in words(as_user(resident).get(family.own_url))
    assert as_user(professional).get(url).status_code == 404  # answered once
    assert AccessLog.objects.filter(part="tafel", act="veranderd", user=professional).exists()


def test_no_leaves_the_seat_and_goes_with_the_news(asked, family, as_user, professional, resident):
    as_user(resident).get(family.own_url)
    send(as_user(professional), f"/werk/van-tafel/{asked.pk}/", leaves="nee", words="Nog niet.")
    assert Seat.objects.get(pk=family.colleague.pk).until is None
    asked.refresh_from_db()
    assert asked.leaves is False
    send_news()
    mail = OutboxMessage.objects.get(subject="Er is iets nieuws", to=resident.email)
    assert "hoofd" not in mail.body + mail.subject


def test_who_goes_by_themselves_answers_the_question(
    asked, family, as_user, colleague, professional, resident
):
    send(
        as_user(colleague),
        f"/werk/plekken/{family.colleague.pk}/van-tafel/",
        words="Een ander gaat.",
    )
    page = words(as_user(resident).get(family.own_url))
    assert "antwoord vóór" not in page
    assert "zit niet meer aan tafel" in page
    assert not LeaveRequest.objects.waiting().exists()
    assert as_user(professional).get(f"/werk/van-tafel/{asked.pk}/").status_code == 404


def test_asked_once_at_a_time(asked, family, as_user, resident):
    url = f"/mijn/plekken/{family.colleague.pk}/van-tafel/"
    assert "Dit is al gevraagd" in words(send(as_user(resident), url))
    assert LeaveRequest.objects.count() == 1


def test_a_housemate_asks_the_same_without_hearing_of_the_other(
    asked, family, as_user, professional
):
    karin = factories.user("Karin", "resident")
    family.case_file.add_person(NewPerson("Karin", user=karin, has_seat=True), professional)
    page = send(as_user(karin), f"/mijn/plekken/{family.colleague.pk}/van-tafel/")
    assert page.url.startswith(family.own_url)
    assert LeaveRequest.objects.waiting().count() == 2
    assert LeaveRequest.objects.visible_to(karin).get().asked_by.person.name == "Karin"


def test_about_the_coordinator_the_team_lead_hears(family, as_user, resident, team_lead):
    at_home, url = as_user(resident), f"/mijn/plekken/{family.coordinator.pk}/van-tafel/"
    assert "De teamleider hoort dat u het vraagt" in words(at_home.get(url))
    send(at_home, url)
    assert "Uw regisseur en de teamleider weten het." in words(at_home.get(family.own_url))
    mail = OutboxMessage.objects.get(to=team_lead.email)
    assert "Jansen" not in mail.body
    asked = LeaveRequest.objects.get()
    response = send(as_user(family.coordinator.user), f"/werk/van-tafel/{asked.pk}/",
                    leaves="ja", words="Goed.")  # fmt: skip
    assert "Draag eerst de regie over." in words(response)


def test_only_for_one_s_own_table_and_never_the_household(family, as_user, resident, partner):
    own = f"/mijn/plekken/{family.resident.pk}/van-tafel/"
    assert as_user(resident).get(own).status_code == 404
    other = f"/mijn/plekken/{family.colleague.pk}/van-tafel/"
    assert as_user(partner).get(other).status_code == 403
    stranger = type(as_user(resident))()
    assert stranger.get(other).url.startswith("/inloggen/")
