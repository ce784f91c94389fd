"""How to reach somebody of a household: not for the others in it, nor by what is sent there."""

import pytest

from casework.models import CaseFile, NetworkPerson, Person, PersonContact
from casework.models.case_files import NewPerson
from tests import factories
from tests.casework.browser import send, words
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage, User
from wijkteam.roles import DATABASE_ROLE

KARIN = "karin@elders.example"
POST = """INSERT INTO wijkteam_outboxmessage (id, kind, "to", subject, body, calendar, language,
    status, created_at, send_after, attempts, error, household_id, person_id)
    VALUES (gen_random_uuid(), %s, '', 's', 'b', '', 'nl',
    'waiting', now(), now(), 0, '', %s, %s)"""


@pytest.fixture
def karin(family, professional) -> Person:
    """She went away, and reads her mail in Arabic."""
    user = factories.user("Karin", "resident")
    User.objects.filter(pk=user.pk).update(language="ar")
    new = NewPerson("Karin", birth_year=1985, user=user, email=KARIN, has_seat=True)
    PersonContact.write_down(family.resident.person, "mark@voorbeeld.example")
    return family.case_file.add_person(new, professional)


def addresses(role: str, user: User) -> set[str]:
    with app_login(), database.role(role, user.pk):
        return set(PersonContact.objects.values_list("email", flat=True))


def test_a_resident_reads_the_own_address_and_no_other(
    family, karin, resident, professional, outsider
):
    assert addresses("resident", resident) == {"mark@voorbeeld.example"}
    assert addresses("resident", karin.user) == {KARIN}
    assert addresses("professional", professional) == {"mark@voorbeeld.example", KARIN}
    assert addresses("professional", outsider) == set()
    for change in [
        "UPDATE casework_personcontact SET email = 'mark@voorbeeld.example'",
        "INSERT INTO casework_personcontact (person_id, phone, email) SELECT id, '', 'x' FROM"
        " casework_person",
        "DELETE FROM casework_personcontact",
        "SELECT email FROM casework_person",
    ]:
        assert tries(resident, change), change
    change = "UPDATE casework_personcontact SET email = 'x@elders.example' WHERE person_id = %s"
    tries(outsider, change, karin.pk)
    assert PersonContact.objects.get(pk=karin.pk).email == KARIN
    assert not tries(professional, change, karin.pk)
    assert PersonContact.objects.get(pk=karin.pk).email == "x@elders.example"


def test_nor_that_of_whom_one_of_them_asked_along(family, karin, resident, professional):
    NetworkPerson.objects.update(email="zus@elders.example")
    assert "permission denied" in tries(resident, "SELECT email FROM casework_networkperson")
    assert "permission denied" in tries(resident, "SELECT phone FROM casework_networkperson")
    assert not tries(resident, "SELECT name, relation FROM casework_networkperson")
    assert not tries(professional, "SELECT email FROM casework_networkperson")


def test_nor_of_who_passes_on_signals(contact, resident, professional, partner):
    """Nor does one of them of another, or a partner; who works in a team does."""
    other = factories.user("Gerda", "contact")

    def read(user: User) -> set[str | None]:
        with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            return set(User.objects.values_list("email", flat=True))

    work = {professional.email, partner.email}
    assert read(partner) == work
    assert read(professional) == {contact.email, other.email, *work}
    # Of whoever works here a resident or a place reads a name, and writes by key.
    for user in [resident, contact]:
        assert read(user) == {None}
        for column in ["email", "last_login", "*"]:
            assert "permission denied" in tries(user, f"SELECT {column} FROM wijkteam_user")
        assert tries(user, "SELECT name FROM wijkteam_user") == ""
    assert "permission denied" in tries(professional, "SELECT last_login FROM wijkteam_user")


def test_kept_apart_nobody_reads_when_another_was_here(
    family, karin, as_user, resident, professional
):
    as_user(professional).get(family.url)
    as_user(karin.user).get(family.own_url)
    for apart, seen in [(False, {"Karin", "Mark Jansen", "Sanne de Wit"}),
                        (True, {"Mark Jansen", "Sanne de Wit"})]:  # fmt: skip
        CaseFile.objects.update(is_apart=apart)
        page = words(as_user(resident).get("/mijn/wie-keek/"))
        assert {name for name in [*seen, "Karin"] if f"<bdi>{name}</bdi>" in page} == seen
        with app_login(), database.role("resident", resident.pk):
            assert set(AccessLog.objects.values_list("user_name", flat=True)) == seen
    assert "<bdi>Karin</bdi>" in words(as_user(karin.user).get("/mijn/wie-keek/"))


def test_a_message_finds_its_way_and_tells_the_sender_nothing(family, karin, resident, outsider):
    home = family.case_file.household_id
    noor = Person.objects.get(name="Noor Jansen")
    assert not tries(resident, POST, "mail", home, karin.pk)
    assert [mail.to for mail in OutboxMessage.objects.filter(body="b")] == [KARIN]
    # Who has no address: answered as the others, and not sent. To another house nobody writes.
    assert not tries(resident, POST, "mail", home, noor.pk)
    assert "row-level security" in tries(outsider, POST, "mail", home, karin.pk)
    assert OutboxMessage.objects.filter(body="b").count() == 1
    assert "by_mail" in tries(resident, POST, "letter", home, karin.pk)
    for read in ['RETURNING "to"', "ON CONFLICT (id) DO UPDATE SET \"to\" = ''"]:
        assert "permission denied" in tries(resident, f"{POST} {read}", "mail", home, karin.pk)
    assert "permission denied" in tries(resident, 'SELECT "to" FROM wijkteam_outboxmessage')


def test_to_an_address_that_two_share_goes_one_mail(family, karin, as_user, professional):
    PersonContact.objects.update(email="samen@voorbeeld.example")
    url = f"{family.url}bericht/"
    for text in ["De stroom gaat eraf", "De stroom is er weer"]:
        send(as_user(professional), url, words=text, urgent="on")
    assert OutboxMessage.objects.filter(to="samen@voorbeeld.example").count() == 2


def test_each_is_written_to_in_the_own_language(family, karin, as_user, resident, professional):
    send(as_user(professional), f"{family.url}bericht/", words="Bel vandaag", urgent="on")
    mail = OutboxMessage.objects.get(to=KARIN)
    assert mail.language == "ar"
    assert "رقمنا" in mail.body  # our number, and nothing that was in the text
    assert "Bel vandaag" not in mail.body + mail.subject
    mail = OutboxMessage.objects.get(to="mark@voorbeeld.example")
    assert "Liever bellen? Ons nummer is" in mail.body


def test_a_mail_of_a_table_is_not_read_by_the_team(family, professional, colleague):
    """It holds what a helper was asked, with the link. Who runs the table prints its letters."""
    file = family.case_file
    beside = factories.user("Bram", "professional", team=file.team)
    for kind, home in [("mail", file.household_id), ("letter", file.household_id), ("mail", None)]:
        OutboxMessage.objects.post(
            kind=kind, to="x", subject="s", body="b", team_id=file.team_id, household_id=home
        )
    for user, seen in [(professional, ["letter"]), (colleague, ["letter"]), (beside, [])]:
        with app_login(), database.role("professional", user.pk):
            assert list(OutboxMessage.objects.values_list("kind", flat=True)) == seen
