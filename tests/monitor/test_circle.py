"""The reading circle: one's own answer first. And what was learned is found again."""

import re

import pytest
from django.db import transaction

from monitor.models import Lesson, Reading, Story
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database


@pytest.fixture
def dilemma(professional) -> Story:
    made = Story(kind="dilemma", voice="professional", title="Zwijgen?", words="Hij vroeg het mij.")
    made.tell(professional)
    made.release(professional)
    return made


def test_the_others_are_seen_after_ones_own_answer(as_user, dilemma, colleague, partner, contact):
    url = f"/monitor/leeskring/{dilemma.pk}/"
    first = as_user(colleague)
    assert first.post(url, {"words": "Ik zou het zeggen."}).status_code == 302
    assert "Uw antwoord staat erbij." in first.get(url).content.decode()
    page = as_user(partner).get(url).content.decode()
    assert "Ik zou het zeggen." not in page
    assert check_page(page) == []
    assert (
        "Schrijf eerst wat u zelf zou doen"
        in as_user(partner).post(url, {"words": ""}).content.decode()
    )
    assert "Wat zou u doen?" in page  # it is not decided yet
    as_user(partner).post(url, {"words": "Ik zou zwijgen."})
    as_user(partner).post(url, {"words": "Of toch niet."})  # the first one stands
    page = as_user(partner).get(url).content.decode()
    assert "Ik zou het zeggen." in page
    assert "Of toch niet." not in page
    assert colleague.name not in page
    assert "Ik zou zwijgen." not in as_user(contact).get(url).content.decode()


def test_the_database_hides_the_others_as_well(dilemma, colleague, partner):
    Reading.add(dilemma, colleague, "Ik zou het zeggen.")
    for user, seen in [(colleague, 1), (partner, 0)]:
        assert Reading.objects.visible_to(user).count() == seen
        with transaction.atomic(), app_login(), database.role("professional", user.pk):
            assert Reading.objects.count() == seen


def test_a_dilemma_is_for_who_works_and_not_for_the_municipality(
    as_user, dilemma, municipality, resident, contact
):
    url = f"/monitor/leeskring/{dilemma.pk}/"
    assert as_user(municipality).get(url).status_code == 403
    assert as_user(resident).get(url).status_code == 403
    assert "Zwijgen?" in as_user(contact).get("/monitor/leeskring/").content.decode()
    assert "Zwijgen?" not in as_user(municipality).get("/monitor/verhalen/").content.decode()


@pytest.fixture
def lessons(team, professional) -> None:
    for number, words in enumerate(
        ["Beslag op de huurtoeslag mag niet.", "Eerst rust, dan schuldhulp.", "Samen wandelen."]
    ):
        Lesson(team=team, source=str(number)).keep(professional, words)


def test_a_lesson_is_found_in_another_form_of_the_word(as_user, lessons, outsider, dilemma):
    page = as_user(outsider).get("/monitor/lessen/?zoek=schulden+en+wandeling").content.decode()
    assert "Samen wandelen." in page
    assert "huurtoeslag" not in page
    assert check_page(page) == []
    page = as_user(outsider).get("/monitor/lessen/?zoek=':*|&!(").content.decode()
    assert "Hier leerden we nog niets over" in page


def test_a_similar_lesson_stands_beside_what_is_written(as_user, lessons, professional):
    story = Story(
        voice="professional", title="Beslag", words="Er was beslag op haar toeslag gelegd"
    )
    story.tell(professional)
    page = as_user(professional).get(f"/mijn/verhalen/{story.pk}/").content.decode()
    assert "Beslag op de huurtoeslag mag niet." in page


def test_a_lesson_from_a_table_is_read_over_first(as_user, team, professional, outsider):
    waiting = Lesson.objects.create(team=team, source="x", words="Wat Fatima ons leerde")
    url = f"/monitor/lessen/{waiting.pk}/"
    assert as_user(outsider).get(url).status_code == 404
    assert "Fatima" not in as_user(outsider).get("/monitor/lessen/").content.decode()
    page = as_user(professional).post(url, {"words": "Zei Fatima het niet zelf?"}).content.decode()
    assert "misschien een naam" in page
    assert as_user(professional).post(url, {"words": "Vraag het zelf."}).status_code == 302
    assert "Vraag het zelf." in as_user(outsider).get("/monitor/lessen/").content.decode()
    assert as_user(professional).get(url).status_code == 404  # kept already


def test_a_lesson_of_ones_own(as_user, professional):
    client = as_user(professional)
    assert client.post("/monitor/lessen/nieuw/", {"words": "Bel eerst."}).status_code == 302
    assert Lesson.objects.get().kept_by == professional


def test_the_menu_says_where_we_are(as_user, professional, municipality, resident):
    """Stories and lessons stand under the circle; who has no circle reads stories as figures."""
    for who, url, name in [
        (professional, "/monitor/lessen/", "Leeskring"),
        (professional, "/monitor/verhalen/", "Leeskring"),
        (professional, "/mijn/verhalen/", "Leeskring"),
        (professional, "/monitor/vragenlijsten/", "Cijfers van ons team"),
        (municipality, "/monitor/verhalen/", "Hoe gaat het in de wijken?"),
        (resident, "/mijn/verhalen/", "Mijn pagina"),
    ]:
        page = as_user(who).get(url).content.decode().split("<main")[0]
        assert re.findall('aria-current="page"[^>]*>([^<]+)<', page) == [name], url
