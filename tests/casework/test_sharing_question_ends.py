"""A question to share of which nobody can say yes any more ends: someone of it moved out."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

from casework.models import CaseFile, HouseholdMember, Person, SharingQuestion
from casework.models.households import NewPerson
from tests.casework.browser import send, words
from tests.conftest import app_login
from wijkteam import database


@pytest.fixture
def ask(family, partner):
    def put(about: Person | None = None, **fields) -> SharingQuestion:
        question = SharingQuestion(
            case_file=family.case_file, organisation=partner.organisation, domains=["money"],
            purpose="schoolgeld", about=about, asked_by=family.coordinator, **fields,
        )  # fmt: skip
        question.put()
        return question

    return put


@pytest.fixture
def sem(family, professional) -> Person:
    """Thirteen: Sem and a parent both say yes."""
    born = timezone.localdate().year - 13
    return family.case_file.add_person(NewPerson("Sem", "young", birth_year=born), professional)


def waiting() -> set:
    return set(SharingQuestion.objects.waiting().values_list("pk", flat=True))


def test_a_question_about_who_moved_out_ends_and_says_why(
    family, linda, ask, as_user, professional, resident
):
    about_linda, about_all = ask(linda.person), ask()
    client = as_user(professional)
    assert send(client, f"/werk/plekken/{linda.pk}/uit-huis/", sure="on").status_code == 302
    assert waiting() == {about_all.pk}
    page = words(client.get(f"{family.url}delen/"))
    assert "gestopt: <bdi>Linda Jansen</bdi> woont hier niet meer" in page
    assert page.count("wacht op antwoord") == 1
    at_home = words(as_user(resident).get(f"{family.own_url}delen/"))
    assert at_home.count("Mag <bdi>De Regenboog</bdi> meelezen?") == 1
    assert "Linda" not in at_home
    url = f"/mijn/vragen/{about_linda.pk}/"
    assert as_user(linda.person.user).get(url).status_code == 404
    assert as_user(linda.person.user).post(url, {"answer": "ja"}).status_code == 404
    assert as_user(resident).post(url, {"answer": "ja"}).status_code == 404


def test_so_does_one_that_waits_beside_the_yes_of_who_moved_out(
    family, linda, sem, ask, as_user, resident
):
    question = ask(sem)
    url = f"/mijn/vragen/{question.pk}/"
    send(as_user(linda.person.user), url, answer="ja")
    assert SharingQuestion.objects.get(pk=question.pk).first_yes_by == linda.person
    family.case_file.moves_out(linda.person, family.coordinator.user)
    assert waiting() == set()
    page = words(as_user(resident).post(url, {"answer": "ja"}))
    assert "Deze vraag is gestopt: iemand van de vraag woont hier niet meer." in page


def test_and_one_about_a_child_whose_only_parent_moved_out(family, sem, ask, professional):
    about_noor, about_sem = ask(Person.objects.get(name="Noor Jansen")), ask(sem)
    oma = family.case_file.add_person(NewPerson("Oma Jansen", "other"), professional)
    about_oma, about_all = ask(oma), ask()
    family.case_file.moves_out(family.resident.person, professional)
    assert waiting() == {about_oma.pk, about_all.pk}  # a grandmother decides, but not as a parent
    about_noor.refresh_from_db()
    about_sem.refresh_from_db()
    assert about_noor.ended_by_leaving == family.resident.person == about_sem.ended_by_leaving


def test_nobody_asks_about_who_moved_out_in_a_page_that_stood_open(
    family, linda, as_user, professional
):
    client, url = as_user(professional), f"{family.url}delen/vragen/"
    answers = {"reader": str(family.partner.pk), "domains": ["money"], "purpose": "schoolgeld"}
    assert client.get(url).status_code == 200
    family.case_file.moves_out(linda.person, professional)
    page = words(client.post(url, answers | {"about": str(linda.person.pk)}))
    assert "schoolgeld" in page
    assert not SharingQuestion.objects.exists()


def test_the_database_lets_nobody_ask_it_or_answer_it_again(
    family, linda, ask, professional, partner, resident
):
    question = ask(linda.person)
    family.case_file.moves_out(linda.person, professional)
    with (
        app_login(), database.role("professional", professional.pk),
        pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(),
    ):  # fmt: skip
        SharingQuestion(
            case_file=family.case_file, organisation=partner.organisation, domains=["money"],
            about=linda.person, asked_by=family.coordinator,
        ).save(force_insert=True)  # fmt: skip
    for role, user in (("professional", professional), ("resident", resident)):
        with (
            app_login(), database.role(role, user.pk),
            pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(),
        ):  # fmt: skip
            SharingQuestion.objects.filter(pk=question.pk).update(ended_at=None)
    now, mark = timezone.now(), family.resident.person
    with pytest.raises(IntegrityError, match="sharing_question_answer_whole"), transaction.atomic():
        SharingQuestion.objects.filter(pk=question.pk).update(
            answered_at=now, answered_by=mark, agreed=True
        )


def test_the_database_ends_it_whoever_writes_the_day(linda, ask, professional):
    question = ask(linda.person)
    with app_login(), database.role("professional", professional.pk):
        HouseholdMember.objects.filter(person=linda.person).update(until=timezone.localdate())
    question.refresh_from_db()
    assert question.ended_by_leaving == linda.person


def test_who_asked_it_at_home_reads_there_that_it_ended(
    family, sem, as_user, resident, professional
):
    url = f"/mijn/plekken/{family.partner.pk}/delen/"
    send(as_user(resident), url, domains=["money"], about=str(sem.pk))
    assert len(waiting()) == 1  # for Sem
    family.case_file.moves_out(sem, professional)
    page = words(as_user(resident).get(f"{family.own_url}delen/"))
    assert "Uw vraag of <bdi>De Regenboog</bdi> mag meelezen, is gestopt." in page
    assert "<bdi>Sem</bdi> woont niet meer in uw huis." in page


def test_the_database_tells_only_who_sees_the_file(family, sem, professional, outsider):
    for user, told in ((professional, True), (outsider, False)):
        with app_login(), database.role("professional", user.pk), connection.cursor() as cursor:
            cursor.execute("SELECT casework_can_say_yes(%s, %s)", [sem.pk, family.case_file.pk])
            assert cursor.fetchone()[0] is told


def test_who_asked_it_in_a_house_apart_reads_why_it_ended(
    family, sem, linda, as_user, partner, resident, professional
):
    """Also about a child that lives there no more, over whom nobody there decides now."""
    CaseFile.objects.update(is_apart=True)
    question = SharingQuestion(
        case_file=family.case_file, organisation=partner.organisation, domains=["money"],
        about=sem, asked_by=family.resident,
    )  # fmt: skip
    question.put()
    family.case_file.moves_out(sem, professional)
    url = f"{family.own_url}delen/"
    assert "<bdi>Sem</bdi> woont niet meer in uw huis." in words(as_user(resident).get(url))
    assert "Sem" not in words(as_user(linda.person.user).get(url))
    for user, reads in [(resident, 1), (linda.person.user, 0)]:
        with app_login(), database.role("resident", user.pk):
            assert SharingQuestion.objects.count() == reads
            assert SharingQuestion.objects.visible_to(user).count() == reads
