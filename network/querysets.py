"""The one door to places, people and signals, and the adjectives of their lists."""

import math
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FloatField,
    Func,
    OuterRef,
    Q,
    QuerySet,
    When,
)
from django.db.models.functions import Power, Sqrt
from django.utils import timezone

from network import alike
from network.choices import Formality, SignalKind, SignalStatus
from wijkteam.choices import LifeDomain
from wijkteam.models import TeamMembership, User


def teams_of(user: User) -> QuerySet[TeamMembership]:
    """The teams that someone works for now."""
    return TeamMembership.objects.filter(user=user, until__isnull=True)


def works_in_team(user: User) -> bool:
    """A partner reads the register; people and signals are for whoever works in a team."""
    return user.has_perm("network.change_register") and teams_of(user).exists()


def who_can_hold() -> QuerySet[User]:
    """Who may keep contact with a place: whoever works in a team now."""
    working = TeamMembership.objects.filter(until__isnull=True)
    return User.objects.filter(is_active=True, pk__in=working.values("user_id"))


class VindplaatsQuerySet(models.QuerySet):
    """Places where need shows first."""

    def visible_to(self, user: User) -> "VindplaatsQuerySet":
        """The whole register for whoever may read it; a contact sees the own place."""
        if user.has_perm("network.view_register"):
            return self
        if user.has_perm("network.send_signal"):
            return self.filter(contacts__user=user, contacts__left_at__isnull=True)
        return self.none()

    def in_use(self) -> "VindplaatsQuerySet":
        return self.filter(retired_at__isnull=True)

    def retired(self) -> "VindplaatsQuerySet":
        return self.filter(retired_at__isnull=False)

    def formal(self) -> "VindplaatsQuerySet":
        return self.filter(formality=Formality.FORMAL)

    def informal(self) -> "VindplaatsQuerySet":
        return self.filter(formality=Formality.INFORMAL)

    def due(self, on: date) -> "VindplaatsQuerySet":
        """The rhythm is up: someone should drop by."""
        return self.in_use().filter(contact_due_on__lte=on)

    def cold(self, on: date) -> "VindplaatsQuerySet":
        """Not spoken for three rhythms."""
        return self.in_use().filter(cold_on__lte=on)

    def held_by(self, user: User) -> "VindplaatsQuerySet":
        return self.filter(holder=user)

    def hand_to(self, user: User) -> int:
        """Pass these places on; who holds one does not step in for it as well."""
        rest = Case(When(substitute=user, then=None), default=F("substitute"))
        return self.update(holder=user, substitute=rest, version=F("version") + 1)

    def to_keep_warm(self, user: User, on: date) -> "VindplaatsQuerySet":
        """Whose rhythm is up for who holds them; the substitute steps in when a place is cold."""
        mine = Q(holder=user) | Q(substitute=user, cold_on__lte=on)
        return self.due(on).filter(mine)

    def in_neighbourhood(self, code: str) -> "VindplaatsQuerySet":
        from network.models import Vindplaats

        through = Vindplaats.neighbourhoods.through.objects
        return self.filter(
            Exists(through.filter(vindplaats=OuterRef("pk"), neighbourhood__code=code))
        )

    def in_domain(self, domain: str) -> "VindplaatsQuerySet":
        return self.filter(life_domains__contains=[domain])

    def shown_until(self, moment: datetime | None) -> "VindplaatsQuerySet":
        """What was there when the first page was shown: the next pages do not shift."""
        return self.filter(added_at__lte=moment) if moment else self

    def alike(self, words: str) -> "VindplaatsQuerySet":
        """Places that may well be what somebody is typing, by name or by address."""
        telling = alike.telling_words(words)
        if not telling:
            return self.none()
        by_name, by_address = Q(), Q()
        for word in telling:
            by_name &= Q(name_key__contains=word)
            by_address &= Q(address_key__contains=word)
        return self.in_use().filter(by_name | by_address).order_by("name", "pk")

    def nearest_first(self, latitude: float, longitude: float) -> "VindplaatsQuerySet":
        """By distance in km as the crow flies; a place without a point has none and comes last.

        A flat map is good enough inside one municipality.
        """
        per_degree = 111.2
        north = (F("latitude") - latitude) * per_degree
        east = (F("longitude") - longitude) * per_degree * math.cos(math.radians(latitude))
        distance = Sqrt(Power(north, 2) + Power(east, 2), output_field=FloatField())
        nearest = F("distance").asc(nulls_last=True)
        return self.annotate(distance=distance).order_by(nearest, "name", "pk")

    def search(self, words: str) -> "VindplaatsQuerySet":
        """Every word must be found in the name, the street, or whom the place reaches."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(name__icontains=word) | Q(address__icontains=word) | Q(reaches__icontains=word)
            )
        return found

    def needing_attention_first(self, on: date) -> "VindplaatsQuerySet":
        """Cold places, then those whose rhythm is up, then the rest; longest ago first."""
        attention = Case(
            When(cold_on__lte=on, then=0), When(contact_due_on__lte=on, then=1), default=2
        )
        return self.order_by(attention, "contact_due_on", "name", "pk")

    def for_list(self) -> "VindplaatsQuerySet":
        return self.select_related("holder").prefetch_related("neighbourhoods")


DAYS_AHEAD = 30


class ContactQuerySet(models.QuerySet):
    """People behind the places."""

    def visible_to(self, user: User) -> "ContactQuerySet":
        if works_in_team(user):
            return self
        return self.filter(user=user)

    def current(self) -> "ContactQuerySet":
        return self.filter(left_at__isnull=True)

    def named(self, words: str) -> "ContactQuerySet":
        """Every word must be found in the name, or in that of the place."""
        found = self
        for word in words.split():
            found = found.filter(Q(name__icontains=word) | Q(vindplaats__name__icontains=word))
        return found

    def to_ask_about(self, on: date) -> "ContactQuerySet":
        """Soon we may keep the name no longer, and nobody was asked about that day yet."""
        soon = self.current().filter(keep_until__lte=on + timedelta(days=DAYS_AHEAD))
        unasked = Q(reminded_for__isnull=True) | ~Q(reminded_for=F("keep_until"))
        return soon.filter(unasked, keep_until__gt=on, erased_at__isnull=True)

    def expired(self, on: date) -> "ContactQuerySet":
        """The term is over and the name still stands."""
        return self.filter(keep_until__lte=on, erased_at__isnull=True)


class MomentQuerySet(models.QuerySet):
    """Visits and calls."""

    def visible_to(self, user: User) -> "MomentQuerySet":
        return self if works_in_team(user) else self.none()

    def by_domain(self, since: datetime) -> list[tuple[str, int]]:
        """(life domain in words, how often it came up), most often first."""
        domain = Func(F("life_domains"), function="unnest", output_field=CharField())
        found = self.filter(at__gte=since).annotate(domain=domain).order_by().values("domain")
        counted = found.annotate(number=Count("pk")).order_by("-number", "domain")
        return [(str(LifeDomain(row["domain"]).label), row["number"]) for row in counted]


class SignalQuerySet(models.QuerySet):
    """What the places tell us."""

    def visible_to(self, user: User) -> "SignalQuerySet":
        """About the neighbourhood: every team. About a person: the own team. A contact: own."""
        if user.has_perm("network.send_signal"):
            return self.filter(contact__user=user, contact__left_at__isnull=True)
        if not works_in_team(user):
            return self.none()
        own = teams_of(user).values("team_id")
        return self.filter(Q(kind=SignalKind.COLLECTIVE) | Q(team_id__in=own))

    def of_teams_of(self, user: User) -> "SignalQuerySet":
        return self.filter(team_id__in=teams_of(user).values("team_id"))

    def about_who_knows(self) -> "SignalQuerySet":
        """Those that may become a request for a conversation."""
        return self.filter(kind=SignalKind.INDIVIDUAL, person_knows=True)

    def open(self) -> "SignalQuerySet":
        return self.exclude(status=SignalStatus.ANSWERED)

    def unheld(self) -> "SignalQuerySet":
        return self.filter(status=SignalStatus.NEW)

    def waiting_for(self, user: User) -> "SignalQuerySet":
        """This person promised an answer, or nobody did yet."""
        return self.open().filter(Q(picked_up_by=user) | Q(status=SignalStatus.NEW))

    def answered(self) -> "SignalQuerySet":
        return self.filter(status=SignalStatus.ANSWERED)

    def late(self, on: date) -> "SignalQuerySet":
        return self.open().filter(due__lt=on)

    def to_chase(self, on: date) -> "SignalQuerySet":
        """Nobody put a name to it in time, or gave no answer in time; not yet reminded of."""
        unheld = Q(status=SignalStatus.NEW, pick_up_due__lt=on) & ~Q(chased_for=F("pick_up_due"))
        unanswered = Q(status=SignalStatus.PICKED_UP, due__lt=on) & ~Q(chased_for=F("due"))
        return self.filter(unheld | unanswered)

    def needing_attention_first(self) -> "SignalQuerySet":
        return self.order_by("due", "sent_at", "pk")

    def collective(self) -> "SignalQuerySet":
        return self.filter(kind=SignalKind.COLLECTIVE)

    def on_the_board(self) -> "SignalQuerySet":
        """About the neighbourhood: what is running, and what was answered in the last half year."""
        recently = timezone.now() - timedelta(days=182)
        shown = Q(answered_at__isnull=True) | Q(answered_at__gte=recently)
        return self.collective().filter(shown)


class StepQuerySet(models.QuerySet):
    """What is done about signals of the neighbourhood."""

    def visible_to(self, user: User) -> "StepQuerySet":
        if user.has_perm("network.send_signal"):
            return self.filter(signal__contact__user=user, signal__contact__left_at__isnull=True)
        return self if works_in_team(user) else self.none()


class LinkQuerySet(models.QuerySet):
    """One-time links."""

    def visible_to(self, user: User) -> "LinkQuerySet":
        return self if works_in_team(user) else self.none()


class GatheringQuerySet(models.QuerySet):
    """Moments where places and team meet. Colleagues of every team may come."""

    def visible_to(self, user: User) -> "GatheringQuerySet":
        return self if works_in_team(user) else self.none()

    def coming(self) -> "GatheringQuerySet":
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")

    def past(self) -> "GatheringQuerySet":
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at", "pk")


class OfGatheringQuerySet(models.QuerySet):
    """Guests and promises: seen by whoever sees the gathering."""

    def visible_to(self, user: User) -> "OfGatheringQuerySet":
        return self if works_in_team(user) else self.none()

    def asked(self) -> "OfGatheringQuerySet":
        return self.filter(invited_at__isnull=False)

    def open(self) -> "OfGatheringQuerySet":
        return self.filter(done_at__isnull=True)


class ImportQuerySet(models.QuerySet):
    """Lists that were read in; each for whoever brought it."""

    def visible_to(self, user: User) -> "ImportQuerySet":
        return self.filter(by=user) if works_in_team(user) else self.none()
