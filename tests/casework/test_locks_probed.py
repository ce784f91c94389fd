"""What someone at a table tries with bare statements: the database refuses what the screen does."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

from casework.models import ActionLink, CaseFile, Document, Household, Seat, TimelineEntry
from casework.models.rights import give_right
from tests import factories
from tests.casework.test_locks import counted
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog, User
from wijkteam.roles import DATABASE_ROLE


def test_the_database_too_lets_nobody_set_words_beside_those_of_a_resident(
    family, professional, resident
):
    """Nor beside what stands in another file; a resident may beside the own words."""
    other = factories.case_file(professional, family.case_file.team, name="Buren", number="14")
    theirs = TimelineEntry(case_file=family.case_file, by=family.resident, words="van mij")
    theirs.write()
    ours = family.entries["parenting"]
    letter = Document(
        case_file=family.case_file, by=family.resident, title="d", file="documents/none", size=1
    )
    letter.save(force_insert=True)

    def beside(user: User, by: Seat, **first) -> bool:
        one = Document if isinstance([*first.values()][0], Document) else TimelineEntry
        new = f"documents/{uuid4()}"
        fields = {"title": "d", "file": new, "size": 1} if one is Document else {}
        row = one(case_file=by.case_file, by=by, **(fields or {"words": "w"}), **first)
        with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            try:
                with transaction.atomic():
                    row.save(force_insert=True)
            except ProgrammingError as error:
                return "row-level security" not in str(error)
        return True

    elsewhere = other.seats.get(is_coordinator=True)
    assert not beside(professional, family.coordinator, corrects=theirs)
    assert not beside(professional, family.coordinator, previous=letter)
    assert not beside(professional, elsewhere, corrects=ours)
    assert beside(professional, family.coordinator, corrects=ours)
    assert beside(resident, family.resident, corrects=theirs)
    assert beside(resident, family.resident, previous=letter)


def test_a_row_of_the_own_opens_no_file_of_another_family(family, outsider, other_team):
    """Not with the name of a file that somebody remembers, nor outside the documents."""
    own = factories.case_file(outsider, other_team, name="Buren", number="14")
    chair = own.seats.get(is_coordinator=True)
    theirs = Document(
        case_file=family.case_file, by=family.resident, title="d", file="documents/x", size=1
    )
    theirs.save(force_insert=True)
    for name, is_refused in {"documents/x": True, "exports/y": True, "documents/z": False}.items():
        row = Document(case_file=own, by=chair, title="d", file=name, size=1)
        with app_login(), database.role("professional", outsider.pk):
            try:
                with transaction.atomic():
                    row.save(force_insert=True)
            except ProgrammingError:
                assert is_refused
            else:
                assert not is_refused


def tries(user: User, statement: str, *values) -> str:
    """What the database says to a bare statement of this visitor; empty when it did it."""
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, values)
        except (ProgrammingError, IntegrityError) as error:
            return str(error)
    return ""


def test_who_left_a_table_does_not_sit_down_again(family, colleague):
    """Without a WHERE a statement needs no right to read, and reaches the chair that was left."""
    family.colleague.leave(colleague)
    for change in ["accepted_at = NULL", "until = NULL", "accepted_at = now()"]:
        assert "not taken again" in tries(colleague, f"UPDATE casework_seat SET {change}")
    assert counted(colleague, CaseFile) == (0, 0)


def test_nobody_reads_another_household_through_a_file_of_their_own(
    family, outsider, other_team, colleague
):
    own = factories.case_file(outsider, other_team, name="Buren", number="14")
    household = family.case_file.household_id
    closed = "closed_at = now(), destroy_on = '2090-01-01', outcome_words = 'w', household_id = %s"
    move = f"UPDATE casework_casefile SET {closed} WHERE id = %s"
    assert "stays there" in tries(outsider, move, household, own.pk)
    copy = CaseFile(
        household_id=household, team=other_team, outcome_words="w",
        closed_at=timezone.now(), destroy_on=timezone.localdate(),
    )  # fmt: skip

    def open_a_closed_one() -> None:
        with app_login(), database.role("professional", outsider.pk), transaction.atomic():
            give_right(copy, outsider, "coordinate_casefile")
            give_right(copy, outsider, "view_casefile")
            copy.save(force_insert=True)

    with pytest.raises(ProgrammingError, match="row-level security"):
        open_a_closed_one()
    # Nor when the family of that file has none that is open: for who does not know where they live.
    CaseFile.objects.filter(pk=family.case_file.pk).update(
        closed_at=copy.closed_at, destroy_on=copy.destroy_on, outcome_words="w"
    )
    copy.closed_at = copy.destroy_on = None
    with pytest.raises(ProgrammingError, match="row-level security"):
        open_a_closed_one()
    where = "SELECT address_key FROM casework_signpost"
    assert "permission denied" in tries(outsider, where)
    assert counted(outsider, Household) == (1, 1)
    send = "UPDATE casework_action SET case_file_id = %s WHERE owner_id = %s"
    assert "stays there" in tries(colleague, send, own.pk, family.colleague.pk)


def test_a_professional_does_not_become_the_resident(family, professional):
    person = family.resident.person
    for whose in [professional.pk, None]:
        said = tries(
            professional, "UPDATE casework_person SET user_id = %s WHERE id = %s", whose, person.pk
        )
        assert "in the name of a resident" in said


def test_a_link_opens_no_action_of_another_file(family, outsider, other_team):
    """In a file of the own, to an action elsewhere: nothing is behind it, and no answer goes."""
    own = factories.case_file(outsider, other_team, name="Buren", number="14")
    theirs = family.actions["late"]
    link = ActionLink(
        case_file=own, action=theirs, secret="s", sent_by=outsider,
        expires_at=timezone.localtime() + timedelta(days=1),
    )  # fmt: skip
    with app_login(), database.role("professional", outsider.pk):
        link.save(force_insert=True)
        database.secret("s")
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_linked_action()")
            assert cursor.fetchall() == []
            cursor.execute("SELECT casework_answer_action(true, 'w')")
            assert cursor.fetchone() == (False,)
    theirs.refresh_from_db()
    assert theirs.done_at is None


def test_a_look_stands_there_under_the_own_name(family, professional, colleague):
    """Whatever name and role a statement says: so a house kept apart reads who it was too."""
    with app_login(), database.role("professional", colleague.pk):
        AccessLog(
            user=colleague, user_name=professional.name, role="resident", act="bekeken",
            part="plan", organisation="De politie",
            household_id=family.case_file.household_id, correlation=uuid4(),
        ).save(force_insert=True)  # fmt: skip
    look = AccessLog.objects.get(user=colleague)
    assert (look.user_name, look.role, look.organisation) == (colleague.name, "professional", "")
    with app_login(), database.role("public"):
        AccessLog(
            user_name=professional.name, role="professional", act="bekeken", part="plan",
            household_id=family.case_file.household_id, correlation=uuid4(),
        ).save(force_insert=True)  # fmt: skip
    look = AccessLog.objects.get(user=None)
    assert (look.user_name, look.role) == ("", "")


def test_the_database_too_writes_nothing_in_a_closed_or_restricted_file(
    family, professional, resident
):
    here = CaseFile.objects.filter(pk=family.case_file.pk)
    by = {professional: family.coordinator, resident: family.resident}

    def write(user: User) -> bool:
        entry = TimelineEntry(case_file=family.case_file, by=by[user], words="w")
        with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
            try:
                with transaction.atomic():
                    entry.save(force_insert=True)
            except ProgrammingError:
                return False
        return True

    assert (write(professional), write(resident)) == (True, True)
    here.update(restricted_at=timezone.now())
    assert (write(professional), write(resident)) == (False, True)
    closed = {"closed_at": timezone.now(), "destroy_on": timezone.localdate()}
    here.update(restricted_at=None, outcome_words="w", **closed)
    assert (write(professional), write(resident)) == (False, False)
