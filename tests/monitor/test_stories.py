"""A story is written, read back, released and taken back by whoever told it, and by nobody else."""

import pytest
from django.db import transaction

from monitor.models import Story, Teller
from monitor.names import names_in
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database

FORM = {"title": "De stapel", "words": "Er lag een stapel op de kast.", "quality": "burden"}


def told(client, kind="verhaal", **more) -> Story:
    response = client.post(f"/mijn/verhalen/nieuw/{kind}/", {**FORM, **more})
    assert response.status_code == 302, response.content.decode()
    return Story.objects.get(pk=response["Location"].split("/")[-2])


def released(client, story: Story, deed: str = "vrijgeven") -> None:
    assert client.post(f"/mijn/verhalen/{story.pk}/{deed}/").status_code == 302


def test_a_resident_tells_reads_back_releases_and_takes_back(as_user, resident, municipality):
    mine, theirs = as_user(resident), as_user(municipality)
    asked = mine.get("/mijn/verhalen/nieuw/verhaal/").content.decode()
    assert '<form method="post" data-keep' in asked
    story = told(mine)
    page = mine.get(f"/mijn/verhalen/{story.pk}/").content.decode()
    assert "Lees het rustig terug" in page
    assert "Bewaard. Alleen u leest het" in page  # the browser then lets go of the typed text
    assert check_page(page) == []
    assert "De stapel" not in theirs.get("/monitor/verhalen/").content.decode()
    released(mine, story)
    released(mine, story)  # a second click
    page = theirs.get("/monitor/verhalen/").content.decode()
    assert "De stapel" in page
    assert resident.name not in page
    assert check_page(page) == []
    released(mine, story, "weghalen")
    assert "De stapel" not in theirs.get("/monitor/verhalen/").content.decode()
    assert "De stapel" in mine.get("/mijn/verhalen/").content.decode()


def test_telling_it_again_takes_it_out_of_sight(as_user, resident):
    client = as_user(resident)
    story = told(client)
    released(client, story)
    client.post(f"/mijn/verhalen/{story.pk}/wijzigen/", {**FORM, "title": "Anders"})
    story.refresh_from_db()
    assert (story.title, story.released_at, story.read_back_at) == ("Anders", None, None)


def test_nobody_else_touches_it(as_user, resident, professional):
    story = told(as_user(resident))
    for deed in ("", "wijzigen/", "vrijgeven/", "weghalen/"):
        response = as_user(professional).post(f"/mijn/verhalen/{story.pk}/{deed}")
        assert response.status_code in (404, 405)
    assert not story.release(professional)
    with transaction.atomic(), app_login(), database.role("professional", professional.pk):
        assert not Story.objects.exists()
        assert not Teller.objects.exists()


def test_what_looks_like_a_name_is_pointed_at(as_user, resident):
    client = as_user(resident)
    words = "Toen kwam Fatima langs."
    page = client.post("/mijn/verhalen/nieuw/verhaal/", {**FORM, "words": words}).content.decode()
    assert "Hier staat misschien een naam: Fatima" in page
    assert words in page
    assert not Story.objects.exists()
    assert told(client, words=words, no_names="on").words == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ik was er. Toen kwam zij.", []),
        ("De jongen heet Bas.", ["Bas"]),
        ("Bel 06-12345678 of mail jo@huis.example", ["06-12345678", "jo@huis.example"]),
        ("Hij woont op Lindelaan 12 in 1311 AB", ["1311 AB", "Lindelaan"]),
        ("Volgens de GGZ en de Wmo kan dat.", []),
    ],
)
def test_names(text, found):
    assert set(found) <= set(names_in(text))
    assert bool(names_in(text)) == bool(found)


def test_our_own_wijken_are_no_names(team):
    assert names_in("Het was in Zonnewijk, bij het Wijkteam.") == []


def test_the_screen_and_the_database_show_the_same_stories(
    as_user, resident, professional, partner, contact, municipality, privacy_officer, team_lead
):
    for client in (as_user(resident), as_user(professional)):
        told(client)
        released(client, told(client))
    released(as_user(professional), told(as_user(professional), "dilemma"))
    roles = {
        resident: "resident", professional: "professional", partner: "professional",
        contact: "contact", municipality: "municipality", privacy_officer: "privacy_officer",
        team_lead: "team_lead",
    }  # fmt: skip
    for user, role in roles.items():
        through_django = set(Story.objects.visible_to(user).values_list("pk", flat=True))
        with transaction.atomic(), app_login(), database.role(role, user.pk):
            assert set(Story.objects.values_list("pk", flat=True)) == through_django, user
    assert Story.objects.visible_to(municipality).count() == 2
    assert Story.objects.visible_to(partner).count() == 3
    assert Story.objects.visible_to(resident).count() == 2


def test_a_resident_brings_no_dilemma_and_strangers_sign_in(as_user, resident, stranger):
    assert as_user(resident).get("/mijn/verhalen/nieuw/dilemma/").status_code == 403
    assert as_user(resident).get("/mijn/verhalen/nieuw/roman/").status_code == 404
    assert "/inloggen/" in stranger.get("/mijn/verhalen/")["Location"]


def test_no_figure_stands_without_a_story_or_an_invitation_to_tell_one(
    as_user, professional, team, municipality, privacy_officer, release
):
    teller, page = as_user(professional), "/monitor/cijfers/requests_by_route/"
    link = "/mijn/verhalen/nieuw/verhaal/?cijfer=requests_by_route"
    for url in (page, "/monitor/team/"):
        assert link in teller.get(url).content.decode()
    form = teller.get(link).content.decode()
    assert '<option value="requests_by_route" selected>' in form
    assert "Vraag het wijkteam om een verhaal" in as_user(municipality).get(page).content.decode()
    assert "nog geen verhaal verteld" in as_user(privacy_officer).get(page).content.decode()
    assert f'href="{page}"' in as_user(municipality).get("/monitor/2026/3/").content.decode()
    story = told(teller, indicator="requests_by_route")
    released(teller, story)
    assert story.title in as_user(municipality).get(page).content.decode()
