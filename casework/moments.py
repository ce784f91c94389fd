"""At a look back and at closing: whom the monitor may ask how it is.

Only who has an e-mail address; others get the questions on paper, at the table.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from casework import letters
from casework.models import GoalReview, Person, Seat
from wijkteam.moments import Moment

WITH_MAIL = Q(person__contact__email__gt="") | Q(person__user__email__isnull=False)
PLACE = ("person_id", "case_file_id", "case_file__team_id")


def moments(since: date, until: date) -> Iterable[Moment]:
    """Everyone of the household with a chair: at closing, and once per half-year before that. Who
    moved out is asked nothing more."""
    chairs = Seat.objects.filter(WITH_MAIL, person__isnull=False).order_by().distinct()
    until_closing = Q(until__isnull=True) | Q(until__gte=F("case_file__closed_at"))
    closed = chairs.filter(
        until_closing,
        case_file__closed_at__date__gte=since,
        case_file__closed_at__date__lte=until,
        case_file__may_be_asked=True,  # said at the closing
    )
    found = [
        (f"{person} {file} closed", "closing", file, team)
        for person, file, team in closed.values_list(*PLACE)
    ]
    looked_back = GoalReview.objects.filter(at__date__gte=since, at__date__lte=until)
    files = looked_back.values("goal__case_file_id")
    half = f"{until.year}-{(until.month + 5) // 6}"
    running = chairs.filter(until=None, case_file__closed_at=None, case_file_id__in=files)
    found += [
        (f"{person} {file} {half}", "review", file, team)
        for person, file, team in running.values_list(*PLACE)
    ]
    about = about_files({file for _key, _occasion, file, _team in found})
    for key, occasion, file, team in found:
        yield Moment(key, "resident", occasion, team, *about.get(file, (None, "")))


def about_files(files: set[UUID]) -> dict[UUID, tuple[int | None, str]]:
    """Of each file the wijk and the life domain of its first goal: never an address or a goal."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_about_files(%s)", [list(files)])
        return {file: (wijk, domain) for file, wijk, domain in cursor.fetchall()}


def ask(key: str, link: str, again: bool) -> None:
    person = Person.objects.select_related("user", "contact").only(
        "user__email", "user__language", "contact__email"
    )
    letters.questions(person.get(pk=key.split(" ")[0]), link, again)
