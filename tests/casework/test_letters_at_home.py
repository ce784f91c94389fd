"""Mail to people of a household: in the language that they chose, or short in each."""

import pytest
from django.utils import timezone

from casework import letters_at_home
from casework.models import PersonContact, SharingQuestion
from tests.casework.browser import words
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage, User


@pytest.fixture
def mail(family, partner, professional):
    """The mail to Mark about a question to share."""
    PersonContact.write_down(family.resident.person, "mark@voorbeeld.example")

    def sent() -> OutboxMessage:
        question = SharingQuestion(
            case_file=family.case_file, organisation=partner.organisation, domains=["money"],
            asked_by=family.coordinator,
        )  # fmt: skip
        with app_login(), database.role("professional", professional.pk):
            question.put()
        return OutboxMessage.objects.get(to="mark@voorbeeld.example")

    return sent


def test_who_has_no_account_yet_reads_what_it_is_in_every_language(family, mail):
    family.resident.person.user = None
    family.resident.person.save()
    one = mail()
    assert (one.language, one.subject) == ("nl", "Er is een vraag aan u")
    *_first, english, arabic, _tr, _pl, _uk, _ti = one.body.strip().split("\n")
    assert english.startswith("English: ")
    assert arabic.startswith("العربية: ")
    assert "Nederlands" not in one.body


def test_who_has_one_reads_the_own_language_alone(family, mail):
    User.objects.filter(pk=family.resident.person.user_id).update(language="en")
    one = mail()
    assert one.language == "en"
    assert one.subject != "Er is een vraag aan u"
    assert "العربية" not in one.body


def came_back(one: OutboxMessage) -> None:
    OutboxMessage.objects.filter(pk=one.pk).update(status="failed", error="kwam terug")


def test_mail_that_came_back_stands_on_the_day_of_the_table_until_it_is_done(
    family, mail, as_user, professional, colleague, partner, outsider, resident
):
    client, one = as_user(professional), mail()
    assert "mail kwam niet aan" not in words(client.get("/werk/"))
    came_back(one)
    page = client.get("/werk/")
    assert check_page(page.content.decode()) == []
    assert "mail kwam niet aan" in words(page)
    assert "mark@voorbeeld.example" in words(page)
    assert f"{family.url}tafel/" in words(page)
    assert AccessLog.objects.filter(
        user=professional, household_id=family.case_file.household_id
    ).exists()
    url = f"/werk/brieven/{one.pk}/gedaan/"
    for user in (partner, outsider):
        assert "mark@voorbeeld.example" not in words(as_user(user).get("/werk/"))
        assert as_user(user).post(url).status_code == 404
    for path in ("/mijn/", family.own_url):
        assert "niet aan" not in words(as_user(resident).get(path))
    assert client.post(url).url == "/werk/"
    assert client.post(url).status_code == 404
    assert "mail kwam niet aan" not in words(client.get("/werk/"))


def test_a_later_mail_that_arrives_ends_it(family, mail, as_user, professional):
    one = mail()
    came_back(one)
    client = as_user(professional)
    assert "mail kwam niet aan" in words(client.get("/werk/"))
    with app_login(), database.role("professional", professional.pk):
        people = [family.resident.person]
        letters_at_home.tell(people, family.case_file, "urgent_at_home", "https://x.example")
    assert "mail kwam niet aan" in words(client.get("/werk/")), "it still waits"
    OutboxMessage.objects.exclude(pk=one.pk).update(status="sent", sent_at=timezone.now())
    assert "mail kwam niet aan" not in words(client.get("/werk/"))


def test_the_table_reads_no_mail_that_waits_and_makes_none_go_again(
    family, mail, professional, colleague, outsider, partner
):
    one = mail()

    def reads(user) -> int:
        with app_login(), database.role("professional", user.pk):
            return OutboxMessage.objects.filter(pk=one.pk).count()

    assert reads(professional) == 0
    came_back(one)
    assert [reads(user) for user in (professional, outsider, partner)] == [1, 0, 0]
    again = "UPDATE wijkteam_outboxmessage SET status = 'waiting' WHERE id = %s"
    assert "row-level security" in tries(professional, again, one.pk)
    other = """UPDATE wijkteam_outboxmessage SET "to" = 'x@y.example' WHERE id = %s"""
    assert "permission denied" in tries(professional, other, one.pk)
