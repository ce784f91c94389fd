"""The resident's own plan: the same table and words, and what a resident may do there."""

import re

import pytest

from casework.models import Action, CaseFile, GoalReview, TimelineEntry
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, Team


def test_straight_to_the_one_plan(family, as_user, resident):
    assert as_user(resident).get("/mijn/plan/").url == family.own_url


def test_without_a_plan_there_is_a_kind_word(as_user):
    page = words(as_user(factories.user("Jo", "resident")).get("/mijn/plan/"))
    assert "U hebt nu geen plan" in page
    assert "Vraag een gesprek aan" in page


def test_of_two_plans_one_chooses(family, as_user, resident, outsider):
    factories.case_file(outsider, outsider.teams.get(), "Gezin Twee", resident, number="40")
    page = words(as_user(resident).get("/mijn/plan/"))
    assert "Gezin Jansen" in page
    assert "Gezin Twee" in page


def test_a_number_from_elsewhere_keeps_its_country(family, as_user, professional, resident):
    professional.phone = "+48512345678"
    professional.save()
    for client, url in [(as_user(resident), family.own_url), (as_user(professional), family.url)]:
        page = words(client.get(url))
        assert "+48 512 345 678" in page
        assert 'href="tel:+48512345678"' in page


def test_everything_but_the_notes_of_the_coordinator(family, as_user, resident):
    page = words(as_user(resident).get(family.own_url))
    for there in ["post open durven", "Noor gaat met plezier", "over geld", "over Noor",
                  "voor de hele tafel", "De Regenboog", "zei ja op", "020 123 4501"]:  # fmt: skip
        assert there in page, there
    for hidden in ["voor de regie", "Doel erbij", "Iemand erbij vragen", "Verbeteren"]:
        assert hidden not in page, hidden
    for part in ["plan", "tafel", "delen", "verhaal"]:  # a long page on a phone: straight to it
        assert f'href="#{part}"' in page
    row = AccessLog.objects.get(user=resident)
    assert (row.part, row.ground) == ("plan", "eigen plan")


def test_own_actions_are_ticked_off_others_are_not(family, as_user, resident):
    client = as_user(resident)
    own, other = family.actions["own"], family.actions["late"]
    page = words(client.get(family.own_url))
    assert f"/mijn/afspraken/{own.pk}/klaar/" in page
    assert f"{other.pk}/klaar/" not in page
    for _thumb in range(2):
        assert client.post(f"/mijn/afspraken/{own.pk}/klaar/").url.startswith(family.own_url)
    own.refresh_from_db()
    assert own.done_by == family.resident
    client.post(f"/mijn/afspraken/{own.pk}/toch-niet/")
    own.refresh_from_db()
    assert own.done_at is None
    assert client.post(f"/mijn/afspraken/{other.pk}/klaar/").status_code == 404


def test_the_database_ticks_nothing_of_another(family, resident):
    with app_login(), database.role("resident", resident.pk):
        assert Action.objects.filter(pk=family.actions["late"].pk).update(done_at=None) == 0


def test_own_words_reach_the_whole_table(family, as_user, resident, partner):
    client = as_user(resident)
    response = send(client, f"{family.own_url}bericht/", twice=True, words="Noor zong.")
    assert response.url == f"{family.own_url}#verhaal"
    entry = TimelineEntry.objects.get(words="Noor zong.")
    assert (entry.by, entry.kind) == (family.resident, "message")
    assert "Noor zong." in words(as_user(partner).get(family.url))
    assert "Schrijf op wat u wilt vertellen." in words(
        send(client, f"{family.own_url}bericht/", words="")
    )


def test_own_words_may_be_for_one_part_of_life(family, as_user, resident, partner, colleague):
    client = as_user(resident)
    send(client, f"{family.own_url}bericht/", words="De huur is op.", life_domain="money")
    assert TimelineEntry.objects.get(words="De huur is op.").audience == "domain"
    assert "De huur is op." in words(client.get(family.own_url))
    assert "De huur is op." in words(as_user(colleague).get(family.url))
    assert "De huur is op." not in words(as_user(partner).get(family.url))


def test_nobody_writes_in_the_name_of_another(family, resident, professional):
    from django.db.utils import ProgrammingError

    for user, role in [(resident, "resident"), (professional, "professional")]:
        entry = TimelineEntry(case_file=family.case_file, by=family.partner, words="niet van mij")
        with (
            pytest.raises(ProgrammingError, match="row-level security"),
            app_login(),
            database.role(role, user.pk),
        ):
            entry.save(force_insert=True)


def test_an_own_mark(family, as_user, resident):
    client, url = as_user(resident), f"/mijn/doelen/{family.money.pk}/cijfer/"
    assert "Vul een cijfer in" in words(send(client, url, mark="0"))
    send(client, url, twice=True, mark="6", words="Ik slaap weer.")
    review = GoalReview.objects.get()
    assert (review.mark, review.by) == (6, family.resident)
    assert "nu 6." in words(client.get(family.own_url))


def test_what_is_new_to_me_is_not_new_because_another_looked(
    family, as_user, resident, professional
):
    as_user(professional).get(family.url)
    assert "Welkom aan deze tafel" in words(as_user(resident).get(family.own_url))


@pytest.mark.parametrize(
    "url",
    [
        "doelen/{goal}/cijfer/",
        "delen/{ground}/stoppen/",
        "plekken/{seat}/van-tafel/",
        "plan/{file}/delen/",
        "wie-keek/",
    ],
)
def test_the_menu_says_where_we_are(family, as_user, resident, url):
    keys = {"goal": family.money.pk, "ground": family.ground.pk, "seat": family.colleague.pk,
            "file": family.case_file.pk}  # fmt: skip
    page = words(as_user(resident).get(f"/mijn/{url.format(**keys)}"))
    assert 'aria-current="page">Mijn plan<' in page
    assert page.count('aria-current="page"') == 1


def test_the_menu_of_a_professional_says_so_too(family, as_user, professional):
    for url in [f"/werk/doelen/{family.money.pk}/", f"/werk/delen/{family.ground.pk}/stoppen/"]:
        page = words(as_user(professional).get(url))
        assert re.search('aria-current="page"[^>]*>Gezinsdossiers<', page), url
    assert re.search(
        'aria-current="page"[^>]*>Mijn dag<', words(as_user(professional).get("/werk/"))
    )


def test_whom_to_call_is_the_team_of_the_own_plan(family, as_user, resident, other_team):
    """From the plan on, on every page: not the team that speaks for the whole municipality."""
    Team.objects.filter(pk=other_team.pk).update(phone="+31201119999")
    CaseFile.objects.filter(pk=family.case_file.pk).update(team=other_team)
    client = as_user(resident)
    assert "020 111 9999" not in words(client.get("/mijn/"))
    assert "020 111 9999" in words(client.get(family.own_url))
    assert "020 111 9999" in words(client.get("/mijn/"))
    CaseFile.objects.filter(pk=family.case_file.pk).update(team=family.case_file.team)
    assert "020 111 9999" not in words(client.get(family.own_url))
