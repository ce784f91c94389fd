"""A chair at the table is offered: before the yes it shows who asks and what for, and no family."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.friction import day_rows
from casework.models import CaseFile, CaseFileUserObjectPermission, LastLook, Seat
from casework.models.rights import give_right
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import AccessLog, OutboxMessage, User


@pytest.fixture
def koen(db) -> User:
    office = factories.organisation("Schuldhulp Lichtpunt", "debt")
    return factories.user("Koen Terpstra", Role.PARTNER, organisation=office)


@pytest.fixture
def seat(family, koen, professional) -> Seat:
    factories.consent(family.case_file, koen.organisation, ["money"], professional)
    return Seat.invite(family.case_file, koen, professional, "schulden op een rij", ["money"])


@pytest.fixture
def url(seat) -> str:
    return f"/werk/plekken/{seat.pk}/meedoen/"


def test_before_the_yes_only_the_question_is_there(family, seat, url, as_user, koen, professional):
    client = as_user(koen)
    for path in (family.url, f"{family.url}tafel/", f"{family.url}verhaal/"):
        assert client.get(path).status_code == 404, path
    assert "/werk/plekken/" in OutboxMessage.objects.get(to=koen.email).body
    assert "Sanne de Wit</bdi> vraagt u aan tafel" in words(client.get("/werk/"))
    response = client.get(url)
    page = words(response)
    assert check_page(response.content.decode()) == []
    for said in ("Sanne de Wit</bdi> vraagt u aan een tafel van", "schulden op een rij", "geld"):
        assert said in page
    for hidden in ("Jansen", "Mark", "Noor", "Lindeplein 12", str(family.case_file.pk)):
        assert hidden not in page + words(client.get("/werk/")), hidden
    assert "gevraagd, nog geen antwoord" in words(as_user(professional).get(f"{family.url}tafel/"))
    log = AccessLog.objects.filter(user=koen, ground="gevraagd").latest("at")
    assert log.household_id == family.case_file.household_id


def test_yes_opens_what_the_ground_covers_once(family, seat, url, as_user, koen):
    client = as_user(koen)
    assert send(client, url, answer="ja", twice=True).url == family.url
    seat.refresh_from_db()
    assert seat.accepted_at
    page = words(client.get(family.url))
    assert "over geld" in page
    assert "over Noor" not in page
    assert "vraagt u aan tafel" not in words(client.get("/werk/"))
    assert client.get(url).url == family.url
    rights = CaseFileUserObjectPermission.objects.filter(user=koen)
    assert [right.domains for right in rights] == [["money"], ["money"]]


def test_the_table_hears_who_sat_down_not_who_was_asked(family, as_user, professional, koen):
    client = as_user(professional)
    client.get(family.url)
    LastLook.objects.update(before=timezone.localtime() - timedelta(hours=1))
    seat = Seat.invite(family.case_file, koen, professional, "", ["money"])
    assert "Koen Terpstra</bdi></b> schoof aan" not in words(client.get(family.url))
    factories.says_yes(seat)
    assert "Koen Terpstra</bdi></b> schoof aan" in words(client.get(family.url))


def test_a_colleague_of_the_team_says_yes_too(family, as_user, team, professional):
    ruben = factories.user("Ruben Isaacs", Role.PROFESSIONAL, team=team)
    one = Seat.invite(family.case_file, ruben, professional, "", None)
    assert as_user(ruben).get(family.url).status_code == 404
    assert ruben.name not in words(as_user(professional).get(f"{family.url}tafel/regie/"))
    with pytest.raises(NotAllowed, match="zelf aan deze tafel"):
        family.coordinator.hand_over(one, professional)
    send(as_user(ruben), f"/werk/plekken/{one.pk}/meedoen/", answer="ja")
    assert "over Noor" in words(as_user(ruben).get(family.url))


def test_no_reaches_the_coordinator_and_nothing_was_read(
    family, seat, url, as_user, koen, professional, resident
):
    coordinator = as_user(professional)
    assert (
        send(as_user(koen), url, answer="nee", words="Vraag Ellen.", twice=True).status_code == 302
    )
    seat.refresh_from_db()
    assert (seat.until is not None, seat.accepted_at) == (True, None)
    day = words(coordinator.get("/werk/"))
    assert "Koen Terpstra: Vraag Ellen." in day
    assert "doet niet mee aan deze tafel" in day
    assert "Vraag Ellen." in words(coordinator.get(f"{family.url}tafel/"))
    coordinator.get(family.url)
    assert "Vraag Ellen." not in words(coordinator.get("/werk/"))
    assert "Vraag Ellen." not in words(as_user(resident).get(f"{family.own_url}"))
    assert as_user(koen).get(family.url).status_code == 404


def test_silence_reaches_the_coordinator_after_some_days(family, seat, professional):
    today = timezone.localdate()
    assert "silent" not in {row.kind for row in day_rows(professional, today)}
    Seat.objects.filter(pk=seat.pk).update(asked_at=timezone.localtime() - timedelta(days=6))
    assert "silent" in {row.kind for row in day_rows(professional, today)}


def test_a_ground_that_comes_later_opens_only_what_was_said_yes_to(
    family, as_user, koen, professional
):
    one = Seat.invite(family.case_file, koen, professional, "", ["money"])
    factories.consent(family.case_file, koen.organisation, ["money"], professional)
    assert as_user(koen).get(family.url).status_code == 404
    factories.says_yes(one)
    assert as_user(koen).get(family.url).status_code == 200


def test_without_a_ground_a_yes_reads_nothing_and_does_no_harm(family, as_user, koen, professional):
    one = Seat.invite(family.case_file, koen, professional, "", ["money"])
    response = send(as_user(koen), f"/werk/plekken/{one.pk}/meedoen/", answer="ja", twice=True)
    assert response.url == "/werk/dossiers/"
    assert not CaseFileUserObjectPermission.objects.filter(user=koen).exists()


def test_a_closed_table_asks_no_more(family, seat, url, as_user, koen, professional):
    family.case_file.close(professional, "Het gaat weer.")
    for answer in [{"answer": "ja"}, {"answer": "ja"}, {"answer": "nee"}]:
        said = words(as_user(koen).post(url, answer, follow=True))
        assert "Meedoen kan nu niet. De tafel is gestopt" in said
        assert "Dank u wel." not in said
    assert not CaseFileUserObjectPermission.objects.filter(user=koen).exists()
    assert "vraagt u aan tafel" not in words(as_user(koen).get("/werk/"))


def test_the_database_takes_no_yes_to_a_closed_file(family, seat, koen):
    """Also when the chair was left standing, and past the one function that takes an answer."""
    closed = {"closed_at": timezone.now(), "destroy_on": timezone.localdate()}
    CaseFile.objects.filter(pk=family.case_file.pk).update(outcome_words="w", **closed)
    assert "not taken again" in tries(koen, "UPDATE casework_seat SET accepted_at = now()")
    answer = "SELECT casework_answer_invitation(%s, true, '')"
    assert tries(koen, answer, seat.pk) == ""
    seat.refresh_from_db()
    assert seat.accepted_at is None


def test_nobody_answers_for_another(
    seat, url, as_user, professional, colleague, partner, resident, outsider, stranger
):
    for who in (professional, colleague, partner, outsider):
        assert as_user(who).get(url).status_code == 404
        assert as_user(who).post(url, {"answer": "ja"}).status_code == 404
    assert as_user(resident).post(url).status_code == 403
    assert "/inloggen/" in stranger.post(url).url
    seat.refresh_from_db()
    assert seat.accepted_at is None


def test_an_empty_answer_asks_for_one(url, as_user, koen):
    assert "Kies een van de antwoorden." in words(send(as_user(koen), url))


@pytest.mark.parametrize("deed", ["yes", "right", "never_asked", "seated"])
def test_the_database_says_so_too(family, seat, koen, professional, deed):
    """Not even who runs the table gives a right before the yes, or a yes for another."""
    mine = Seat.objects.filter(pk=seat.pk)
    new = Seat(case_file=family.case_file, user=koen, name="Koen", invited_by=professional)
    deeds = {
        "yes": lambda: mine.update(accepted_at=timezone.now()),
        "right": lambda: give_right(family.case_file, koen, "view_casefile"),
        "never_asked": lambda: mine.update(asked_at=None),
        "seated": lambda: new.save(force_insert=True),
    }
    denied = pytest.raises(ProgrammingError, match="who was asked|row-level security")
    with denied, transaction.atomic(), app_login(), database.role("professional", professional.pk):
        deeds[deed]()


def test_the_database_shows_who_was_asked_no_row(family, seat, koen):
    with app_login(), database.role("professional", koen.pk):
        assert not CaseFile.objects.exists()
        assert not Seat.objects.exists()


def test_who_was_asked_in_person_is_asked_nothing(family):
    assert not family.els.awaits_answer


def test_the_number_to_call_first_can_be_dialled(seat, url, as_user, koen):
    page = words(as_user(koen).get(url))
    assert 'href="tel:020' in page
    assert "tel:tel:" not in page
