"""The one door to case files and what lies in them, and their adjectives."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import BooleanField, Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from casework import home
from casework.shut_out import shut_out
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.standing import Standing

FOUND = "casework_timelineentry.search @@ websearch_to_tsquery('dutch', %s)"
FOUND_BESIDE = """casework_timelineentry.id IN (SELECT c.corrects_id
    FROM casework_timelineentry c WHERE c.search @@ websearch_to_tsquery('dutch', %s))"""
VIEW, WRITE, COORDINATE = "view_casefile", "write_casefile", "coordinate_casefile"


class CaseFileQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Files at whose table the user has a right: the rows that the database policy reads."""
        return self.filter(pk__in=rights(user, VIEW).values("content_object_id"))

    def writable_by(self, user: User) -> Self:
        return self.filter(pk__in=rights(user, WRITE).values("content_object_id"))

    def run_by(self, user: User) -> Self:
        """Files of the user's own team: all life domains, and who sits at the table."""
        whole = rights(user, WRITE).filter(domains__isnull=True)
        return self.filter(pk__in=whole.values("content_object_id"))

    def coordinated_by(self, user: User) -> Self:
        return self.filter(pk__in=rights(user, COORDINATE).values("content_object_id"))

    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)

    def closed(self) -> Self:
        return self.filter(closed_at__isnull=False)

    def to_destroy(self) -> Self:
        """Closed, and the day that the law names has come."""
        return self.closed().filter(destroy_on__lte=timezone.localdate()).order_by("destroy_on")

    def newest_first(self) -> Self:
        return self.order_by("-changed_at", "pk")

    def search(self, words: str) -> Self:
        """Every word must be found in the family's name, the street, or the name of someone; a
        number also as that of the house."""
        from casework.models import HouseholdMember

        found = self
        for word in words.split():
            member = HouseholdMember.objects.filter(
                household=OuterRef("household_id"), person__name__icontains=word
            )
            number = Q(household__house_number__istartswith=word) if word[0].isdigit() else Q()
            found = found.filter(
                Q(household__name__icontains=word)
                | Q(household__street__icontains=word)
                | Exists(member)
                | number
            )
        return found


class RightQuerySet(models.QuerySet):
    def valid(self) -> Self:
        """Running; of a file whose data are restricted only while danger opened it."""
        now = timezone.now()
        in_use = Q(shielded=False) | Q(opened_until__gt=now)
        return self.filter(in_use, Q(until__isnull=True) | Q(until__gt=now))

    def at(self, case_file: uuid.UUID, user: User) -> Self:
        """What this user may do in one file now."""
        return self.valid().filter(user=user, content_object=case_file)

    def shielded(self, user: User) -> Self:
        """On files whose data are restricted: the chair is kept, and reads nothing now."""
        kept = self.filter(user=user, shielded=True, permission__codename=VIEW)
        return kept.exclude(opened_until__gt=timezone.now())


def rights(user: User, codename: str) -> models.QuerySet:
    """The user's valid rights of one kind, in guardian's direct table."""
    from casework.models import CaseFileUserObjectPermission

    if not user.is_authenticated:
        return CaseFileUserObjectPermission.objects.none()
    return CaseFileUserObjectPermission.objects.valid().filter(
        user=user, permission__codename=codename
    )


def readers(case_file: uuid.UUID, life_domain: str) -> list[int]:
    """Who may read what is about this part of life. The database tells (locks_news.sql): a partner
    reads no rights of others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_readers(%s, %s)", [case_file, life_domain])
        found: list[int] = cursor.fetchone()[0]
    return found


class InFileQuerySet(models.QuerySet):
    """Rows of a case file; a row with a life domain is for whoever was given that domain."""

    def at_home(self, reader: home.Reader) -> Q:
        """What people in one house do not read of each other is left out by who overrides this."""
        return Q()

    def visible_to(self, user: User) -> Self:
        """The shared part of the files that are partly the user's, and what was granted."""
        shared = granted(user, VIEW) | Q(life_domain="") & Exists(_partly(user, VIEW))
        return self.filter(shared).filter(self.at_home(home.Reader(user)))

    def seen_from(self, standing: "Standing") -> Self:
        """What `visible_to` gives in one file, for a page that knows the rights already."""
        if not standing.views:
            return self.none()
        rows = self.filter(self.at_home(standing.reader), case_file=standing.case_file)
        if standing.domains is None:
            return rows
        return rows.filter(life_domain__in=["", *standing.domains])

    def writable_by(self, user: User) -> Self:
        return self.filter(granted(user, WRITE))

    def in_open_files(self) -> Self:
        return self.filter(case_file__closed_at__isnull=True)

    def not_of_household(self) -> Self:
        """Not from the hand of a resident: another version of that is not for others to make."""
        return self.filter(by__person__isnull=True)


def granted(user: User, codename: str) -> Q:
    """Rows of files that the user has whole, or of a life domain that was granted."""
    whole = rights(user, codename).filter(domains__isnull=True)
    return Q(case_file_id__in=whole.values("content_object_id")) | Q(
        Exists(_partly(user, codename).filter(domains__contains=_one(OuterRef("life_domain"))))
    )


def _partly(user: User, codename: str) -> models.QuerySet:
    """The user's right on a row's file, when it is for some life domains only."""
    return rights(user, codename).filter(
        domains__isnull=False, content_object_id=OuterRef("case_file_id")
    )


def _one(expression: OuterRef) -> models.Func:
    """An array of one, to compare with an array column."""
    return models.Func(
        expression,
        template="ARRAY[%(expressions)s]::varchar[]",
        output_field=ArrayField(models.CharField()),
    )


class GoalQuerySet(InFileQuerySet):
    def at_home(self, reader: home.Reader) -> Q:
        return home.goals(reader)

    def running(self) -> Self:
        return self.filter(status="running")


class ReviewQuerySet(InFileQuerySet):
    def at_home(self, reader: home.Reader) -> Q:
        return home.marks(reader)


class ActionQuerySet(InFileQuerySet):
    def at_home(self, reader: home.Reader) -> Q:
        return home.actions(reader)

    def writable_by(self, user: User) -> Self:
        """Also what one does oneself, in a part of the file that is not one's own."""
        own = Q(owner__user=user) | Q(owner__person__user=user)
        return self.filter(granted(user, WRITE) | own & Q(owner__until__isnull=True))

    def open(self) -> Self:
        return self.filter(done_at__isnull=True)

    def of(self, user: User) -> Self:
        """What a professional does, from a seat that is still taken."""
        return self.filter(owner__user=user, owner__until__isnull=True)

    def to_mind(self, user: User) -> Self:
        """What a professional does; and what somebody left undone who is gone from a table that
        this one coordinates, or reads nothing there any more."""
        left, mine = Q(owner__until__isnull=False), Q(owner__user=user)
        files = rights(user, COORDINATE).values("content_object_id")
        undone = (left | ~mine & shut_out()) & Q(case_file_id__in=files)
        return self.filter(~left & mine | undone)

    def late(self, on: date) -> Self:
        return self.open().filter(due__lt=on)


class WordsQuerySet(InFileQuerySet):
    """What somebody wrote or handed in."""

    def at_home(self, reader: home.Reader) -> Q:
        return home.words(reader)


class EntryQuerySet(InFileQuerySet):
    def at_home(self, reader: home.Reader) -> Q:
        return home.texts(reader)

    def visible_to(self, user: User) -> Self:
        """As for all rows, and notes for the coordinator only to the coordinator."""
        coordinated = rights(user, COORDINATE).values("content_object_id")
        return super().visible_to(user).filter(
            ~Q(audience="coordinator") | Q(case_file_id__in=coordinated)
        )  # fmt: skip

    def seen_from(self, standing: "Standing") -> Self:
        rows = super().seen_from(standing)
        return rows if standing.coordinates else rows.exclude(audience="coordinator")

    def search(self, words: str) -> Self:
        """Entries with these words in Dutch, or with a correction that has them; see `search` in
        locks_plan.sql for the column."""
        itself = RawSQL(FOUND, [words], BooleanField())  # noqa: S611
        corrected = RawSQL(FOUND_BESIDE, [words], BooleanField())  # noqa: S611
        return self.filter(Q(itself) | Q(corrected))


class SeatQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(case_file_id__in=rights(user, VIEW).values("content_object_id"))

    def open(self) -> Self:
        return self.filter(until__isnull=True)

    def taken(self) -> Self:
        """Not only offered: somebody sits there."""
        return self.open().filter(Q(asked_at__isnull=True) | Q(accepted_at__isnull=False))

    def may_end(self, user: User) -> Self:
        """Open seats that this person may end: the own, and those of a table of the own team.

        Not the coordinator's: who keeps the plan together hands over first. And not those of
        the household: it is their table.
        """
        whole = rights(user, WRITE).filter(domains__isnull=True)
        run = Q(case_file_id__in=whole.values("content_object_id"), person__isnull=True)
        return self.open().filter(run | Q(user=user), is_coordinator=False)

    def of_household_run_by(self, user: User) -> Self:
        """Of people of the household, at the tables that this person runs."""
        whole = rights(user, WRITE).filter(domains__isnull=True)
        files = whole.values("content_object_id")
        return self.open().filter(case_file_id__in=files, person__isnull=False)

    def of(self, user: User) -> Self:
        """The chairs that someone sits on, as a professional or as a resident."""
        return self.open().filter(Q(user=user) | Q(person__user=user))


class GroundQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """For the own team and the household: with whom is shared is not for partners."""
        whole = rights(user, VIEW).filter(domains__isnull=True).values("content_object_id")
        return self.filter(home.sharing(home.Reader(user)), case_file_id__in=whole)

    def seen_from(self, standing: "Standing") -> Self:
        """What `visible_to` gives in one file."""
        if not standing.views or standing.domains is not None:
            return self.none()
        return self.filter(home.sharing(standing.reader), case_file=standing.case_file)

    def valid(self) -> Self:
        return self.filter(
            Q(until__isnull=True) | Q(until__gt=timezone.now()), withdrawn_at__isnull=True
        )

    def consents(self) -> Self:
        """What was a yes, and can become a no."""
        return self.filter(kind="consent")

    def for_list(self) -> Self:
        return self.select_related("organisation", "given_by", "also_given_by", "about")
