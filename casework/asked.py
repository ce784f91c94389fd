"""What somebody asks of me, in one question for my day: a chair at a table, a file of another team;
what another team answered about a file of mine since I looked there, or did not; and whom our mail
with a link for a signal did not reach."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from wijkteam.workdays import add_working_days

PATIENCE = 5  # working days for another team, before the question comes back to who asked it

ASKED = """
SELECT 'chair', seat, household, asked_by, '', '', asked_at FROM casework_invitations()
UNION ALL
SELECT 'file', pk, household, asked_by, from_team, '', asked_at FROM casework_team_offers()
UNION ALL
SELECT 'kept', f.id, f.household_id, o.name, t.name, h.answer_words, h.answered_at
FROM casework_teamhandover h
JOIN casework_casefile f ON f.id = h.case_file_id
JOIN casework_household o ON o.id = f.household_id
JOIN wijkteam_team t ON t.id = h.to_team_id
WHERE h.answer = 'declined' AND f.closed_at IS NULL
  AND f.id = ANY (casework_files('coordinate_casefile'))
  AND NOT EXISTS (SELECT FROM casework_lastlook l WHERE l.case_file_id = f.id
      AND l.user_id = wijkteam_me() AND l.at >= h.answered_at)
UNION ALL
SELECT 'waits', f.id, f.household_id, o.name, t.name, '', h.asked_at
FROM casework_teamhandover h
JOIN casework_casefile f ON f.id = h.case_file_id
JOIN casework_household o ON o.id = f.household_id
JOIN wijkteam_team t ON t.id = h.to_team_id
WHERE h.answer = '' AND f.closed_at IS NULL AND f.id = ANY (casework_files('coordinate_casefile'))
UNION ALL
SELECT 'link', pk, NULL, name, place, '', since FROM network_unreached()
ORDER BY 7"""


@dataclass(frozen=True)
class Asked:
    kind: str  # chair, file, kept, waits, link
    pk: uuid.UUID  # of the chair, of the question, of the own file, of who has the link
    household_id: uuid.UUID | None
    who: str  # who asks, the family, or who has the link
    team: str  # or the place
    words: str
    at: datetime

    @property
    def waits_long(self) -> bool:
        """A question about a file that another team should have answered by now."""
        asked = timezone.localdate(self.at)
        is_asked = self.kind in ("file", "waits")
        return is_asked and add_working_days(asked, PATIENCE) <= timezone.localdate()


def asked_of_me() -> list[Asked]:
    """The oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED)
        rows = [Asked(*row) for row in cursor.fetchall()]
    return [row for row in rows if row.kind != "waits" or row.waits_long]
