"""What a bare statement writes in a file of one's own: no more than the pages do."""

from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from casework.choices import Scan
from casework.keeping import scan_documents
from casework.models import Document, Invitation, Meldcode, Seat
from casework.models.invitations import tell_said_no
from tests import factories
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import Change, User
from wijkteam.roles import DATABASE_ROLE


def hands_in(family, user: User, seat, scan: str) -> bool:
    row = Document(
        case_file=family.case_file,
        by=seat,
        title="d",
        size=1,
        file=f"documents/{uuid4()}",
        scan=scan,
    )
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except ProgrammingError:
            return False
    return True


def test_only_the_scanner_says_that_a_document_is_clean(family, professional, resident):
    for user, seat in {professional: family.coordinator, resident: family.resident}.items():
        for scan, may in {"clean": False, "found": False, "none": True, "waiting": True}.items():
            assert hands_in(family, user, seat, scan) == may, scan


def never_clean(_file) -> bool:
    return False


@pytest.mark.django_db
def test_where_there_is_a_scanner_it_looks_at_what_says_it_needs_none(
    family, professional, settings
):
    """Who writes 'not scanned' past the pages, gets no further than who waits; nor does what came
    in before there was a scanner."""
    assert hands_in(family, professional, family.coordinator, "none")
    one = Document.objects.get()
    assert one.is_ready
    settings.SCANNER = f"{__name__}.never_clean"
    assert not one.is_ready
    assert not Document.objects.ready().exists()
    # Nor does a row without a file hold up the documents after it.
    assert scan_documents() == 1
    one.refresh_from_db()
    assert one.scan == Scan.FOUND


def test_a_meldcode_ends_after_step_five_for_a_bare_statement_too(family, professional):
    concern = Meldcode.begin(family.case_file, family.coordinator, "x", uuid4())
    end = "UPDATE casework_meldcode SET closed_at = now() WHERE id = %s"
    assert "row-level security" in tries(professional, end, concern.pk)
    concern.take_step(professional, "decide", "Wij melden.", uuid4(), "report")
    assert tries(professional, end, concern.pk) == ""
    concern.refresh_from_db()
    assert concern.closed_at


def test_when_a_file_was_opened_stays(family, professional, colleague):
    move = "UPDATE casework_casefile SET opened_at = now() - interval '1 year'"
    for user in [professional, colleague]:
        assert "was opened" in tries(user, move)


def test_nobody_makes_a_child_of_sixteen_of_one_of_twelve(
    family, professional, colleague, resident
):
    for change in [
        "UPDATE casework_person SET birth_year = 2000",
        "UPDATE casework_person SET name = 'Iemand anders'",
        "UPDATE casework_householdmember SET role = 'adult'",
        "DELETE FROM casework_householdmember",
    ]:
        for user in [professional, colleague, resident]:
            assert "permission denied" in tries(user, change), change


def test_what_changes_at_home_past_the_pages_is_written_down(family, professional):
    person = family.resident.person
    with connection.cursor() as cursor:
        cursor.execute("UPDATE casework_person SET birth_year = 1990 WHERE id = %s", [person.pk])
        cursor.execute(
            "UPDATE casework_householdmember SET role = 'child' WHERE person_id = %s", [person.pk]
        )
    here = Change.objects.filter(case_file_id=family.case_file.pk)
    year = here.get(table_name="casework_person")
    assert (year.old, year.new) == ({"birth_year": None}, {"birth_year": 1990})
    role = here.get(table_name="casework_householdmember")
    assert (role.old, role.new) == ({"role": "adult"}, {"role": "child"})
    with app_login(), database.role("professional", professional.pk):
        assert Change.objects.filter(pk=role.pk).exists()


def test_a_clock_that_is_set_back_stands_in_the_changes(team, professional):
    asked = factories.request(team)
    asked.take(professional)
    late = "UPDATE intake_clock SET due = due + 30 WHERE kind = 'contact' AND request_id = %s"
    assert tries(professional, late, asked.pk) == ""
    change = Change.objects.get(table_name="intake_clock")
    assert change.new.keys() == {"due"}
    assert (change.request_id, change.user_id) == (asked.pk, professional.pk)
    with app_login(), database.role("professional", professional.pk):
        assert Change.objects.filter(pk=change.pk).exists()


def test_what_was_said_with_a_no_is_for_who_asked(
    family, team, professional, colleague, partner, resident, as_user
):
    nina = factories.user("Nina", "professional", team=team)
    seat = Seat.invite(family.case_file, nina, colleague, "", None)
    with app_login(), database.role("professional", nina.pk):
        words = "Ik ken deze familie te goed."
        Invitation.waiting()[0].answer(takes_part=False, words=words)
    seat.refresh_from_db()
    assert seat.declined_words == words
    for user, may in {professional: True, colleague: True, partner: False, resident: False}.items():
        for bare in ["SELECT declined_words FROM casework_seat", "SELECT * FROM casework_seat"]:
            assert "permission denied" in tries(user, bare)
        with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            one = Seat.objects.get(pk=seat.pk)
            assert one.declined_words == ""
            if user.role == "professional":
                tell_said_no([one])
                assert one.declined_words == words
            elif user.role == "partner":
                tell_said_no([one])
                assert one.declined_words == ""
            assert "te goed" not in str(list(Change.objects.values_list("new", flat=True)))
        door = f"{family.own_url}" if user == resident else f"{family.url}tafel/"
        assert (words in as_user(user).get(door).content.decode()) == may
    assert words in as_user(professional).get("/werk/").content.decode()
