"""The one door to places, people and signals, and the adjectives of their lists."""

from datetime import date

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from network.choices import Formality, SignalKind, SignalStatus
from wijkteam.models import TeamMembership, User


def teams_of(user: User) -> QuerySet[TeamMembership]:
    """The teams that someone works for now."""
    return TeamMembership.objects.filter(user=user, until__isnull=True)


def works_in_team(user: User) -> bool:
    """A partner reads the register; people and signals are for who works in a team."""
    return user.has_perm("network.change_register") and teams_of(user).exists()


class VindplaatsQuerySet(models.QuerySet):
    """Places where need shows first."""

    def visible_to(self, user: User) -> "VindplaatsQuerySet":
        """The whole register for who may read it; a contact sees the own place."""
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

    def in_neighbourhood(self, code: str) -> "VindplaatsQuerySet":
        from network.models import Vindplaats

        through = Vindplaats.neighbourhoods.through.objects
        return self.filter(
            Exists(through.filter(vindplaats=OuterRef("pk"), neighbourhood__code=code))
        )

    def in_domain(self, domain: str) -> "VindplaatsQuerySet":
        return self.filter(life_domains__contains=[domain])

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


class ContactQuerySet(models.QuerySet):
    """People behind the places."""

    def visible_to(self, user: User) -> "ContactQuerySet":
        if works_in_team(user):
            return self
        return self.filter(user=user)

    def current(self) -> "ContactQuerySet":
        return self.filter(left_at__isnull=True)


class MomentQuerySet(models.QuerySet):
    """Visits and calls."""

    def visible_to(self, user: User) -> "MomentQuerySet":
        return self if works_in_team(user) else self.none()


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

    def answered(self) -> "SignalQuerySet":
        return self.filter(status=SignalStatus.ANSWERED)

    def late(self, on: date) -> "SignalQuerySet":
        return self.open().filter(due__lt=on)

    def needing_attention_first(self) -> "SignalQuerySet":
        return self.order_by("due", "sent_at", "pk")
