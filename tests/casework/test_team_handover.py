"""The whole file to another team: asked with the family, taken by somebody there, or not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import CaseFile, Signpost, TeamHandover, TeamOffer, TimelineEntry
from casework.models.households import Address
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from tests.casework.counting import queries
from tests.casework.teams import WHY, agree, asked_for, mails, takes
from tests.page import check_page
from wijkteam.choices import Role
from wijkteam.models import AccessLog
from wijkteam.workdays import add_working_days


@pytest.fixture
def asked(family, other_team) -> TeamHandover:
    return asked_for(family, other_team)


# --- asking ---------------------------------------------------------------------------------
def test_the_coordinator_asks_and_family_and_other_team_hear_it(
    family, other_team, as_user, professional, outsider, resident, partner
):
    lead = factories.user("Bo", Role.TEAM_LEAD, team=other_team)
    client = as_user(professional)
    url = f"{family.url}ander-wijkteam/"
    assert url in words(client.get(f"{family.url}tafel/"))
    page = words(send(client, url))
    for said in ["Kies een wijkteam.", "Schrijf in een zin op waarom.", "Bespreek het eerst"]:
        assert said in page
    page = words(send(client, url, to_team=other_team.pk, words="Mark wil dat", told="on"))
    assert "wijst: mark" in page.lower()
    assert "Mark wil dat" in page
    assert not TeamHandover.objects.exists()
    said = send(client, url, twice=True, to_team=other_team.pk, words=WHY, told="on")
    assert said.url == f"{family.url}tafel/"
    one = TeamHandover.objects.get()
    assert one.waits
    assert "Vraag intrekken" in words(client.get(family.url))
    assert "Een ander wijkteam vraagt u een gezin over te nemen" in mails(lead)
    home = words(as_user(resident).get(family.own_url))
    assert "Gaat Wijkteam Oude Haven verder met uw plan?" in home.replace("<bdi>", "").replace(
        "</bdi>", ""
    )
    assert WHY in home
    assert WHY not in words(as_user(partner).get(family.url))
    # Nothing changed: it is of the old team, and the other one reads nothing.
    assert CaseFile.objects.get().team == family.case_file.team
    assert as_user(outsider).get(family.url).status_code == 404
    for visitor, url in [
        (client, f"{family.url}ander-wijkteam/"),
        (client, f"{family.url}tafel/"),
        (as_user(resident), family.own_url),
        (as_user(resident), f"{family.own_url}ander-wijkteam/"),
        (as_user(outsider), f"/werk/overdrachten/{one.pk}/"),
        (as_user(outsider), "/werk/"),
    ]:
        assert check_page(visitor.get(url).content.decode()) == [], url
    agree(resident)
    with pytest.raises(NotAllowed, match="wacht al een vraag"):
        asked_for(family, other_team)


def test_the_team_of_the_new_address_is_chosen_already(family, other_team, as_user, professional):
    family.case_file.moves_house(Address("Kade", "3", "1321AB", "Voorbeeldstad"), professional)
    page = words(as_user(professional).get(f"{family.url}ander-wijkteam/"))
    assert f'value="{other_team.pk}" selected' in page


def test_the_own_team_is_not_another_team(family, as_user, professional):
    url = f"{family.url}ander-wijkteam/"
    same = family.case_file.team_id
    page = words(send(as_user(professional), url, to_team=same, words=WHY, told="on"))
    assert "Kies een ander wijkteam dan dat van nu." in page
    with pytest.raises(NotAllowed, match="al van dit wijkteam"):
        asked_for(family, family.case_file.team)


def test_only_the_coordinator_asks_and_takes_back(family, asked, as_user, colleague, partner):
    for user in (colleague, partner):
        client = as_user(user)
        assert client.get(f"{family.url}ander-wijkteam/").status_code == 404
        client.post(f"{family.url}ander-wijkteam/intrekken/")
        asked.refresh_from_db()
        assert asked.waits


def test_it_is_taken_back_once(family, asked, as_user, professional, outsider):
    client = as_user(professional)
    done = client.post(f"{family.url}ander-wijkteam/intrekken/", follow=True)
    assert "Ingetrokken." in words(done)
    done = client.post(f"{family.url}ander-wijkteam/intrekken/", follow=True)
    assert "Deze vraag is al ingetrokken." in words(done)
    there = as_user(outsider)
    assert "Een gezin" not in words(there.get("/werk/"))
    over = there.get(f"/werk/overdrachten/{asked.pk}/", follow=True)
    assert "Deze vraag is ingetrokken." in words(over)


def test_closing_the_file_takes_it_back(family, asked, professional):
    family.case_file.close(professional, "Het gaat goed.")
    asked.refresh_from_db()
    assert asked.answer == "withdrawn"


def test_the_page_of_a_file_without_one_asks_nothing_more(family, other_team, as_user):
    client = as_user(family.coordinator.user)
    client.get(family.url)
    with queries() as before:
        client.get(family.url)
    assert not [one for one in before if 'FROM "casework_teamhandover"' in one]
    asked_for(family, other_team)
    with queries() as after:
        client.get(family.url)
    assert len(after) == len(before) + 1


# --- the family -----------------------------------------------------------------------------
def test_somebody_at_home_says_no_and_it_stops(
    family, asked, as_user, resident, linda, professional, outsider
):
    url = f"{family.own_url}ander-wijkteam/"
    client = as_user(resident)
    done = send(client, url, words="Noor zit hier op school.")
    assert done.url == family.own_url
    asked.refresh_from_db()
    assert asked.answer == "objected"
    assert TeamOffer.waiting() == []
    assert "Iemand van het gezin wil niet" in words(as_user(professional).get(family.url))
    own = TimelineEntry.objects.get(words__endswith="Noor zit hier op school.")
    assert own.by == family.resident
    assert "Noor zit hier op school" in words(as_user(professional).get(family.url))
    # A housemate reads that it does not happen, not who said so.
    page = words(as_user(linda.person.user).get(family.own_url))
    assert "Uw plan gaat nu niet naar" in page
    assert "Noor zit hier op school" not in page
    assert "Er is een antwoord over een dossier en een ander wijkteam" in mails(professional)
    again = client.get(url, follow=True)
    assert "wil dit niet" in words(again)
    over = as_user(outsider).get(f"/werk/overdrachten/{asked.pk}/", follow=True)
    assert "Het gaat niet door." in words(over)
    agree(resident)
    agree(professional)


def test_who_reads_arabic_says_no_to_a_table_that_reads_dutch(family, asked, as_user, resident):
    client = as_user(resident)
    client.cookies["django_language"] = "ar"
    send(client, f"{family.own_url}ander-wijkteam/", words="لا أريد")
    own = TimelineEntry.objects.get(words__endswith="لا أريد")
    assert own.words.startswith("Ik wil niet dat mijn plan naar ")


def test_a_resident_elsewhere_finds_nothing(family, asked, as_user):
    client = as_user(factories.user("Buurman", Role.RESIDENT))
    assert client.get(f"{family.own_url}ander-wijkteam/").status_code == 404
    assert client.post(f"{family.own_url}ander-wijkteam/", {}).status_code == 404
    assert client.get(f"/werk/overdrachten/{asked.pk}/").status_code == 403
    asked.refresh_from_db()
    assert asked.waits


# --- the other team -------------------------------------------------------------------------
def test_the_other_team_reads_who_asks_and_takes_it(
    family, asked, as_user, outsider, professional, resident
):
    there = as_user(outsider)
    url = f"/werk/overdrachten/{asked.pk}/"
    assert url in words(there.get("/werk/"))
    page = words(there.get(url))
    for said in ["Sanne de Wit", "Wijkteam Zonnewijk", WHY, "020 123 4501"]:
        assert said in page
    assert "Jansen" not in page
    assert '<form method="post" data-keep' in page
    assert "Kies een antwoord" in page or send(there, url).status_code == 200
    done = send(there, url, answer="ja", twice=True)
    assert done.url == family.url
    page = words(there.get(family.url))
    assert "U bent nu de regisseur van dit dossier." in page
    file = CaseFile.objects.get()
    assert file.team == outsider.memberships.get().team
    assert file.seats.open().get(is_coordinator=True).user == outsider
    assert Signpost.objects.get().coordinator == outsider
    told = TimelineEntry.objects.get(kind="handover")
    assert told.words.startswith("Dit dossier is nu van Wijkteam Oude Haven. Iris Bakker is de")
    assert "Sanne de Wit blijft nog meekijken tot" in told.words
    assert told.words in words(as_user(resident).get(family.own_url))
    assert AccessLog.objects.filter(user=outsider, act="veranderd", part="overdracht").exists()
    assert "Er is een antwoord over een dossier en een ander wijkteam" in mails(professional)


def test_a_no_says_why_and_the_file_stays(family, asked, as_user, outsider, professional):
    there = as_user(outsider)
    url = f"/werk/overdrachten/{asked.pk}/"
    assert "Schrijf kort op waarom niet." in words(send(there, url, answer="nee"))
    assert send(there, url, answer="nee", words="x" * 301).status_code == 200
    done = send(there, url, answer="nee", words="Wij zitten vol.")
    assert "Wie het vroeg, leest uw antwoord." in words(there.get(done.url))
    here = as_user(professional)
    day = words(here.get("/werk/"))
    assert "neemt het dossier niet over" in day
    assert "Gezin Jansen" in day
    assert "Wij zitten vol." in day
    assert "Wij zitten vol." in words(here.get(family.url))
    assert "neemt het dossier niet over" not in words(here.get("/werk/"))
    assert CaseFile.objects.get().team == family.case_file.team
    again = there.post(url, {"answer": "ja"}, follow=True)
    assert "Uw wijkteam zei hier al nee op." in words(again)
    TeamHandover.objects.update(answered_at=timezone.now() - timedelta(days=15))
    assert "Wij zitten vol." not in words(here.get(family.url))


def test_the_lead_says_no_and_does_not_take(family, asked, other_team, as_user):
    lead = factories.user("Bo", Role.TEAM_LEAD, team=other_team)
    client = as_user(lead)
    url = f"/werk/overdrachten/{asked.pk}/"
    assert "Overnemen doet een hulpverlener" in words(client.get(url))
    client.post(url, {"answer": "ja"})
    asked.refresh_from_db()
    assert asked.waits
    assert takes(lead) is None
    send(client, url, answer="nee", words="Wij zitten vol.")
    asked.refresh_from_db()
    assert asked.answer == "declined"


def test_a_third_team_finds_nothing(family, asked, as_user, colleague, partner):
    third = factories.user("Xem", Role.PROFESSIONAL, team=factories.team("Sterrenwijk", "1325BC"))
    for user in (third, colleague, partner):
        assert as_user(user).get(f"/werk/overdrachten/{asked.pk}/").status_code == 404
        assert as_user(user).post(f"/werk/overdrachten/{asked.pk}/", {}).status_code == 404


# --- nobody answers -------------------------------------------------------------------------
def test_a_question_that_nobody_answers_comes_back_to_who_asked(
    family, asked, other_team, as_user, professional, colleague, outsider
):
    lead = factories.user("Bo", Role.TEAM_LEAD, team=other_team)
    late, mine = "wacht op antwoord", "Bel, of trek de vraag in."
    for days, is_late in ((4, False), (5, True)):
        start = timezone.localtime()
        while add_working_days(start.date(), days) > timezone.localdate():
            start -= timedelta(days=1)
        TeamHandover.objects.update(asked_at=start)
        day = words(as_user(professional).get("/werk/"))
        assert (mine in day) == is_late
        assert (f"{family.url}#ander-wijkteam" in day) == is_late
        assert check_page(day) == []
        assert mine not in words(as_user(colleague).get("/werk/"))
        for user in (outsider, lead):  # the lead of the other team has it from the first day
            there = words(as_user(user).get("/werk/"))
            assert f"/werk/overdrachten/{asked.pk}/" in there
            assert (late in there) == is_late
            assert "Jansen" not in there
    asked.withdraw()
    assert mine not in words(as_user(professional).get("/werk/"))
