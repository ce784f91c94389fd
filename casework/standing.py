"""How one person stands to one case file: the chair, the rights, the life domains."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from casework.consent import Deciding
from casework.holding import RARE, held_in
from casework.home import Reader, ReaderAtTable
from casework.models import (
    CaseFile,
    CaseFileUserObjectPermission,
    Goal,
    Person,
    RightsRequest,
    Seat,
)
from casework.opening import Rights
from casework.querysets import COORDINATE, VIEW, WRITE
from casework.workflow import NotAllowed
from wijkteam.choices import LifeDomain
from wijkteam.models import User
from wijkteam.rows import by_name


@dataclass(frozen=True)
class Standing:
    """Read once per page. It only decides what a page offers; the rows are guarded elsewhere."""

    user: User
    case_file: CaseFile
    seat: Seat | None
    views: bool = False
    is_household: bool = False
    writes: bool = False
    coordinates: bool = False
    domains: list[str] | None = None  # None: the whole file
    chairs: list[Seat] | None = None  # of everyone who sits or sat here, where they are read
    known: list[str] | None = None  # what the file holds, where the page was told already
    __getitem__ = by_name

    @classmethod
    def of(
        cls,
        user: User,
        case_file: CaseFile,
        everyone: list[Seat] | None = None,
        domains: Rights | None = None,
        known: list[str] | None = None,
    ) -> "Standing":
        """`everyone` are the seats with their persons, `domains` the rights of this user and
        `known` what the file holds, where the page has them already."""
        if domains is None:
            rights = CaseFileUserObjectPermission.objects.at(case_file.pk, user)
            domains = dict(rights.values_list("permission__codename", "domains"))
        if everyone is None:
            seat = case_file.seats.of(user).first()
        else:
            seat = next((seat for seat in everyone if seat.is_of(user)), None)
        return cls(
            user=user,
            case_file=case_file,
            seat=seat,
            views=VIEW in domains,
            is_household=bool(seat and seat.person_id),
            writes=WRITE in domains and case_file.closed_at is None and not case_file.restricted_at,
            coordinates=COORDINATE in domains,
            domains=domains.get(VIEW),
            chairs=everyone,
            known=known,
        )

    @cached_property
    def deciding(self) -> Deciding:
        """The people of the house as they are today."""
        return Deciding.of(self.case_file.household)

    @cached_property
    def reads_all(self) -> bool:
        """Not the own part only (casework/home.py)."""
        return not self.case_file.is_apart and self.me not in self.deciding.young()

    @cached_property
    def me(self) -> Person | None:
        """Who of this house the visitor is."""
        return self.deciding.own(self.user)

    def may_mark(self, goal: Goal) -> bool:
        """Of what is somebody's alone that one says how it goes, or the parents who decide."""
        if not goal.whose or goal.whose == self.me:
            return True
        return self.deciding.may(self.me, goal.whose)

    @cached_property
    def reader(self) -> Reader:
        """For what is left out between people of one house."""
        if self.chairs is None or not self.is_household or self.me is None:
            return Reader(self.user)
        house = [seat for seat in self.chairs if seat.person_id]
        keeping = [one.pk for one in self.deciding.keeping_from(self.me)]
        return ReaderAtTable(self.user, not self.reads_all, house, keeping)

    @cached_property
    def held(self) -> set[type[Model]]:
        if self.known is None:
            return held_in(self.case_file)
        return {RARE[table] for table in self.known}

    @cached_property
    def restricted_since(self) -> datetime | None:
        """Since when nothing is done with the data, as far as somebody at home may know it."""
        if RightsRequest not in self.held:
            return None
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_restricted_since(%s)", [self.case_file.pk])
            since: datetime | None = cursor.fetchone()[0]
        return since

    def rows(self, rare: Any) -> list[Any]:
        """Of these what this person may see here; not asked for where the file holds none."""
        return list(rare.seen_from(self)) if rare.model in self.held else []

    @property
    def chair(self) -> Seat:
        """Whoever writes or ticks sits here now; otherwise in words why not."""
        if self.case_file.closed_at:
            raise NotAllowed(_("Dit dossier is afgesloten. Er kan niets meer bij."))
        if self.seat is None:
            raise NotAllowed(_("U zit niet meer aan deze tafel."))
        return self.seat

    @property
    def runs(self) -> bool:
        """Of the own team: sees the whole file, and who may sit at its table."""
        return self.writes and self.domains is None

    @property
    def part(self) -> list[str]:
        """Of which life domains this person reads; nothing for whoever reads the whole file."""
        return [str(LifeDomain(domain).label) for domain in self.domains or ()]

    @property
    def domain_choices(self) -> list[tuple[str, str]]:
        """The life domains that this person may write in."""
        return [
            (value, str(label))
            for value, label in LifeDomain.choices
            if self.domains is None or value in self.domains
        ]
