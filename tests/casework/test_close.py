"""Closing a file with the resident's words, and opening the same one again."""

from datetime import timedelta

import pytest
from django.db.utils import ProgrammingError
from django.utils import timezone
from django.utils.formats import date_format

from casework.models import CaseFile, Goal, Person, Seat, SharingGround, TimelineEntry
from casework.workflow import HouseholdHasFile, NotAllowed
from tests.casework.browser import fields, send, words
from tests.casework.test_locks import plan_address
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog

WORDS = "Het gaat weer. Ik weet wie ik kan bellen."


@pytest.fixture
def closed(family, as_user, professional):
    Goal.objects.update(review_on=timezone.localdate() + timedelta(days=14))
    response = send(as_user(professional), f"{family.url}afsluiten/", words=WORDS)
    assert response.status_code == 302
    family.case_file.refresh_from_db()
    return family


def test_it_ends_with_the_residents_words_and_a_day_to_destroy(closed, as_user, professional):
    case_file = closed.case_file
    assert case_file.outcome_words == WORDS
    assert case_file.destroy_on.year == case_file.closed_at.year + 20  # a child lives there
    assert TimelineEntry.objects.get(kind="outcome").words == WORDS
    assert AccessLog.objects.filter(part="afsluiting", act="veranderd").count() == 1
    page = words(as_user(professional).get(closed.url))
    assert WORDS in page
    assert f"Op {date_format(case_file.destroy_on, 'j E Y')} wordt het vernietigd." in page
    assert "Afspraak erbij" not in page


def test_seats_rights_and_sharing_end_and_the_household_keeps_its_plan(
    closed, as_user, professional, colleague, partner, resident
):
    assert not Seat.objects.open().filter(case_file=closed.case_file).exists()
    assert not SharingGround.objects.valid().exists()
    for user in [colleague, partner]:
        assert as_user(user).get(closed.url).status_code == 404
    page = words(as_user(resident).get(closed.own_url))
    assert WORDS in page
    assert "Er zit nu niemand meer aan tafel." in page
    for no_longer in ["Vertel iets", "Ja of nee zeggen", "Wie neemt dit over?", "dagen te laat",
                      "Er zitten 0 mensen", "samen terugkijken op"]:  # fmt: skip
        assert no_longer not in page
    for part in ["papier", "geschiedenis"]:  # they are still at home in it
        page = words(as_user(resident).get(f"{closed.own_url}{part}/"))
        assert f'href="{closed.own_url}"' in page
        assert closed.url not in page
    page = words(as_user(resident).get(f"{closed.own_url}papier/"))
    assert "<h1>Mijn plan</h1>" in page
    assert "Samen terugkijken:" not in page
    assert as_user(professional).get(closed.url).status_code == 200


def test_who_was_typing_hears_that_it_is_closed(family, as_user, professional):
    client, typed = as_user(professional), "Toch nog een keer bellen"
    pages = {"afspraak/": "words", "verschil/": "subject", "beslissing/": "words"}
    sent = {part: fields(client.get(f"{family.url}{part}")) for part in pages}
    goal = f"/werk/doelen/{family.money.pk}/"
    family.case_file.close(professional, WORDS)
    for url in [goal, f"{goal}gelukt/", f"{goal}terugblik/", f"{family.url}tafel/regie/"]:
        assert client.get(url).url == family.url, url
    for part, name in pages.items():
        page = words(client.post(f"{family.url}{part}", sent[part] | {name: typed}))
        assert "Dit dossier is afgesloten. Er kan niets meer bij." in page
        assert typed in page
        assert "zit niet meer aan tafel" not in page
        assert client.get(f"{family.url}{part}").url == family.url  # before anything is typed


def test_who_closes_reads_first_until_when_it_is_kept(family, as_user, professional):
    page = words(as_user(professional).get(f"{family.url}afsluiten/"))
    day = family.case_file.destroy_after(timezone.localdate())
    assert f"blijft het dossier bewaard tot {date_format(day, 'j E Y')}: dat moet" in page


def test_without_words_it_stays_open(family, as_user, professional):
    page = words(send(as_user(professional), f"{family.url}afsluiten/", words=" "))
    assert "Schrijf in de woorden van de bewoner" in page
    assert CaseFile.objects.open().exists()


def test_closing_twice_closes_once(closed, as_user, professional):
    client = as_user(professional)
    for part in ["afsluiten/", "tafel/vragen/", "huisgenoten/"]:  # from the page that was behind
        for answer in [client.get(f"{closed.url}{part}"), client.post(f"{closed.url}{part}")]:
            assert answer.status_code == 405 or answer.url == closed.url, part
    again = client.post(f"{closed.url}afsluiten/", {"words": "nog eens"}, follow=True)
    assert "Dit dossier is afgesloten." in words(again)
    with pytest.raises(NotAllowed):
        closed.case_file.close(professional, "nog eens")
    assert TimelineEntry.objects.filter(kind="outcome").count() == 1


def test_only_the_coordinator_closes(family, colleague):
    with (
        pytest.raises(NotAllowed, match="Dat kan alleen de regisseur."),
        app_login(),
        database.role("professional", colleague.pk),
    ):
        family.case_file.close(colleague, "Klaar.")
    with app_login(), database.role("professional", colleague.pk):
        assert CaseFile.objects.filter(closed_at=None).count() == 1


def test_the_database_keeps_a_partner_from_closing(family, partner):
    with (
        pytest.raises(ProgrammingError, match="only the coordinator"),
        app_login(),
        database.role("professional", partner.pk),
    ):
        CaseFile.objects.update(outcome_words="weg")


def test_the_same_file_goes_on(closed, as_user, professional, colleague, resident):
    client = as_user(professional)
    assert "Weer openen" in words(client.get(closed.url))
    assert '<form method="post" data-keep' in words(client.get(f"{closed.url}heropenen/"))
    response = send(client, f"{closed.url}heropenen/", words="Er kwam een deurwaarder.")
    assert response.url == closed.url
    closed.case_file.refresh_from_db()
    assert (closed.case_file.closed_at, closed.case_file.destroy_on) == (None, None)
    seated = set(closed.case_file.seats.open().values_list("name", flat=True))
    assert seated == {"Sanne de Wit", "Mark Jansen", "Els"}
    assert as_user(colleague).get(closed.url).status_code == 404
    page = words(as_user(resident).get(closed.own_url))
    assert "over geld" in page
    assert "Er kwam een deurwaarder." in page
    again = client.post(f"{closed.url}heropenen/", {"words": "weer"}, follow=True)
    assert "Dit dossier is al open." in words(again)


def test_a_household_with_a_new_file_is_led_to_its_coordinator(closed, professional, outsider):
    with app_login(), database.role("professional", outsider.pk):
        CaseFile.open(
            outsider, team=outsider.teams.get(), name="Jansen", address=plan_address(),
            persons=[], household_id=closed.case_file.household_id,
        )  # fmt: skip
    with (
        pytest.raises(HouseholdHasFile, match="Bel Iris Bakker"),
        app_login(),
        database.role("professional", professional.pk),
    ):
        closed.case_file.reopen(professional, "Weer.")


def test_a_second_file_of_a_household_writes_nobody_down_twice(closed, outsider, resident, as_user):
    from casework.models.case_files import NewPerson

    with app_login(), database.role("professional", outsider.pk):
        second = CaseFile.open(
            outsider, team=outsider.teams.get(), name="Jansen", address=plan_address(),
            persons=[NewPerson("mark jansen", user=resident, has_seat=True)],
            household_id=closed.case_file.household_id,
        )  # fmt: skip
    assert Person.objects.filter(name__iexact="mark jansen").count() == 1
    page = words(as_user(resident).get("/mijn/plan/"))
    assert str(second.pk) in page
    assert str(closed.case_file.pk) in page
