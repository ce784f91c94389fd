"""While a restriction stands the data are kept and not used: in the screen and in the database."""

from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from casework.models import Action, ActionLink, CaseFile, Goal, RightsRequest, TimelineEntry
from casework.models.links import hashed
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import OutboxMessage
from wijkteam.roles import DATABASE_ROLE


@pytest.fixture
def asked(family, resident) -> RightsRequest:
    return RightsRequest.ask(resident, "restrict", "Even niet", family.case_file, uuid4())


@pytest.fixture
def restricted(asked, as_user, privacy_officer):
    """Granted by the officer, who reads no file."""
    url = f"/toezicht/rechten/{asked.pk}/"
    assert "het hele dossier meteen afgeschermd" in words(as_user(privacy_officer).get(url))
    send(as_user(privacy_officer), url, outcome="granted", words="Goed, tot het is uitgezocht.")
    return url


def seen_in_sql(user) -> set[int]:
    with transaction.atomic(), app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        return {model.objects.count() for model in [CaseFile, Goal, Action, TimelineEntry]}


def test_the_table_reads_nothing_but_that_it_is_so(restricted, family, as_user, colleague, partner):
    for user in [colleague, partner]:
        page = as_user(user).get(family.url)
        assert page.status_code == 403
        assert check_page(page.content.decode()) == []
        assert "Tijdelijk afgeschermd" in words(page)
        assert "Jansen" not in words(page)
        assert as_user(user).get(f"{family.url}tafel/").status_code == 404
        assert "tijdelijk afgeschermd" in words(as_user(user).get("/werk/dossiers/"))
        assert seen_in_sql(user) == {0}
        assert not CaseFile.objects.visible_to(user).exists()


def test_who_never_sat_there_learns_nothing(restricted, family, as_user, outsider):
    assert as_user(outsider).get(family.url).status_code == 404


def test_the_coordinator_reads_and_nobody_writes(restricted, family, as_user, professional):
    client = as_user(professional)
    page = client.get(family.url)
    assert check_page(page.content.decode()) == []
    assert "Tijdelijk afgeschermd sinds" in words(page)
    before = TimelineEntry.objects.count()
    response = client.post(f"{family.url}bericht/", {"words": "toch iets", "kind": "note",
                                                     "audience": "table"})  # fmt: skip
    assert "tijdelijk afgeschermd" in words(response)
    assert TimelineEntry.objects.count() == before


def test_the_resident_reads_and_writes_on(restricted, family, as_user, resident):
    client = as_user(resident)
    page = words(client.get(family.own_url))
    assert "Uw gegevens zijn afgeschermd sinds" in page
    assert family.money.words in page
    send(client, f"{family.own_url}bericht/", words="Ik schrijf zelf door")
    assert TimelineEntry.objects.filter(words="Ik schrijf zelf door").exists()
    assert client.post(f"/mijn/delen/{family.ground.pk}/stoppen/").status_code == 302


def test_a_yes_meanwhile_opens_when_it_is_lifted(
    restricted, family, as_user, resident, partner, professional
):
    send(as_user(resident), f"/mijn/plekken/{family.partner.pk}/delen/", domains=["money"],
         about="family")  # fmt: skip
    assert as_user(partner).get(family.url).status_code == 403
    lift = f"{restricted}opheffen/"
    assert as_user(partner).post(lift).status_code == 403
    page = as_user(professional).post(lift, {"opheffen-words": ""})
    assert "Schrijf op waarom het weer mag." in words(page)
    as_user(professional).post(lift, {"opheffen-words": "Uitgezocht, zie het gesprek van maandag."})
    assert family.money.words in words(as_user(partner).get(family.url))
    assert "gesprek van maandag" in words(as_user(resident).get("/mijn/gegevens/"))
    assert OutboxMessage.objects.filter(to=resident.email, subject__contains="weer gebruikt")
    CaseFile.objects.get(restricted_at=None)


def test_a_no_restricts_nothing(asked, family, as_user, professional, colleague):
    send(as_user(professional), f"/toezicht/rechten/{asked.pk}/", outcome="refused", words="Nee.")
    assert as_user(colleague).get(family.url).status_code == 200
    lift = as_user(professional).post(f"/toezicht/rechten/{asked.pk}/opheffen/",
                                      {"opheffen-words": "x"}, follow=True)  # fmt: skip
    assert "al opgeheven" in words(lift)


def test_a_neighbour_with_a_link_sees_nothing_meanwhile(restricted, family, stranger):
    action = Action(case_file=family.case_file, words="oppassen", owner=family.els,
                    created_by=family.els)  # fmt: skip
    action.add()
    ActionLink.objects.create(
        case_file=family.case_file, action=action, secret=hashed("een-geheim"),
        sent_by=family.coordinator.user, expires_at="2100-01-01T00:00Z",
    )  # fmt: skip
    assert "oppassen" not in words(stranger.get("/afspraak/een-geheim/"))
    CaseFile.objects.filter(pk=family.case_file.pk).update(restricted_at=None)
    assert "oppassen" in words(stranger.get("/afspraak/een-geheim/"))


def test_an_answer_stays_and_the_file_follows_only_it(restricted, asked, family, professional):
    tries = [
        lambda: RightsRequest.objects.filter(pk=asked.pk).update(answer_words="anders"),
        lambda: CaseFile.objects.filter(pk=family.case_file.pk).update(restricted_at=None),
    ]
    for deed in tries:
        with (
            pytest.raises((IntegrityError, ProgrammingError)),
            transaction.atomic(), app_login(),
            database.role("wijkteam_professional", professional.pk),
        ):  # fmt: skip
            deed()
