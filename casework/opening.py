"""What every page of a case file asks first: the file with the rights to it, and who sits there.

By hand, since Django takes longer to write these two questions than the answers take.
"""

import uuid

from django.db import connection
from django.utils import timezone

from casework.models import CaseFile, Household, Person, Seat
from casework.querysets import VIEW
from wijkteam.models import Organisation, Team, User
from wijkteam.rows import Columns

Rights = dict[str, list[str] | None]  # life domains per right; None: the whole file

FILE, HOUSEHOLD, TEAM = Columns(CaseFile, "f"), Columns(Household, "h"), Columns(Team, "t")
OPENED = """
    SELECT p.codename, r.domains, {file}, {household}, {team}
    FROM casework_casefileuserobjectpermission r
    JOIN auth_permission p ON p.id = r.permission_id
    JOIN casework_casefile f ON f.id = r.content_object_id
    JOIN casework_household h ON h.id = f.household_id
    JOIN wijkteam_team t ON t.id = f.team_id
    WHERE r.content_object_id = %(file)s AND r.user_id = %(user)s
    AND (NOT r.shielded OR r.opened_until > %(now)s) AND (r.until IS NULL OR r.until > %(now)s)
"""
SEAT, SITTER = Columns(Seat, "s"), Columns(User, "u")
EMPLOYER, PERSON = Columns(Organisation, "o"), Columns(Person, "p")
SEATS = """
    SELECT {seat}, {sitter}, {employer}, {person} FROM casework_seat s
    LEFT JOIN wijkteam_user u ON u.id = s.user_id
    LEFT JOIN wijkteam_organisation o ON o.id = u.organisation_id
    LEFT JOIN casework_person p ON p.id = s.person_id
    WHERE s.case_file_id = %s
"""


def opened(user: User, pk: uuid.UUID) -> tuple[CaseFile, Rights] | None:
    """The file of this address and the user's rights in it, in one question; None when the user
    may not see it. The same files as `CaseFile.objects.visible_to`."""
    with connection.cursor() as cursor:
        asked = OPENED.format(file=FILE, household=HOUSEHOLD, team=TEAM)
        cursor.execute(asked, {"file": pk, "user": user.pk, "now": timezone.now()})
        found = cursor.fetchall()
    domains: Rights = {row[0]: row[1] for row in found}
    if VIEW not in domains:
        return None
    values = iter(found[0][2:])
    one = FILE.row(values)
    one.knows(household=HOUSEHOLD.row(values), team=TEAM.row(values))
    return one, domains


def seats_of(case_file: CaseFile) -> list[Seat]:
    """Who sits and who sat at this table, with all that a page says of them: the coordinator first,
    then who came first."""
    seats = []
    with connection.cursor() as cursor:
        asked = SEATS.format(seat=SEAT, sitter=SITTER, employer=EMPLOYER, person=PERSON)
        cursor.execute(asked, [case_file.pk])
        for row in cursor.fetchall():
            values = iter(row)
            seat = SEAT.row(values)
            user, organisation = SITTER.row_or_none(values), EMPLOYER.row_or_none(values)
            seat.knows(case_file=case_file, user=user, person=PERSON.row_or_none(values))
            if user and organisation:
                user.organisation = organisation
            seats.append(seat)
    return sorted(seats, key=lambda seat: (not seat.is_coordinator, seat.since))
