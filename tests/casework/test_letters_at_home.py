"""Mail to people of a household: in the language that they chose, or short in each."""

import pytest

from casework.models import PersonContact, SharingQuestion
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import OutboxMessage, User


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
