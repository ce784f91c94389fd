"""Requests that turn out to be of one household: linked, both kept, visible on both."""

import uuid
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.workflow import Refused
from wijkteam.choices import Role
from wijkteam.models import User

if TYPE_CHECKING:
    from casework.models import Person
    from intake.models.requests import ConversationRequest


class RequestLinkQuerySet(models.QuerySet["RequestLink"]):
    def visible_to(self, user: User) -> "RequestLinkQuerySet":
        """For a professional who sees both."""
        from intake.models.requests import ConversationRequest

        if not user.is_authenticated or user.role != Role.PROFESSIONAL:
            return self.none()
        mine = ConversationRequest.objects.visible_to(user).values("pk")
        return self.filter(one__in=mine, other__in=mine)


class RequestLink(models.Model):
    """Two requests of one household. Nothing is merged: ending the link undoes a mistake."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    one = models.ForeignKey("intake.ConversationRequest", models.CASCADE, related_name="+")
    other = models.ForeignKey("intake.ConversationRequest", models.CASCADE, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = RequestLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                condition=models.Q(ended_at__isnull=True),
                name="link_once_at_a_time",
            ),
            # The lower key first: the same two are never linked twice.
            models.CheckConstraint(
                name="link_two_requests", condition=models.Q(one__lt=models.F("other"))
            ),
        ]
        indexes = [models.Index(fields=["other"], name="link_other")]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"


class Linked(models.Model):
    """What a request knows of the others of its household."""

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        pk: uuid.UUID
        status: str
        team_id: int
        phone: Any
        email: str
        address: str
        requester: User | None
        requester_id: int | None

        def lock(self) -> None: ...
        def stamp(self, old: str, by: User | None, words: str = "") -> None: ...

    def link(self, other: "ConversationRequest", by: User) -> None:
        """They belong to one household. Linking twice changes nothing."""
        if other.pk == self.pk:
            raise Refused(_("Dit is hetzelfde verzoek."))
        first, second = sorted([self.pk, other.pk])
        with transaction.atomic():
            self.lock()
            if RequestLink.objects.filter(one=first, other=second, ended_at=None).exists():
                raise Refused(_("Deze verzoeken waren al gekoppeld."))
            RequestLink(one_id=first, other_id=second, by=by).save(force_insert=True)
            self.stamp(
                self.status, by, str(_("gekoppeld aan een verzoek van hetzelfde huishouden"))
            )
            other.stamp(
                other.status, by, str(_("gekoppeld aan een verzoek van hetzelfde huishouden"))
            )

    def unlink(self, other: "ConversationRequest", by: User) -> None:
        first, second = sorted([self.pk, other.pk])
        links = RequestLink.objects.filter(one=first, other=second, ended_at__isnull=True)
        with transaction.atomic():
            if not links.update(ended_at=timezone.now()):
                raise Refused(_("Deze verzoeken waren niet gekoppeld."))
            self.stamp(self.status, by, str(_("niet meer gekoppeld")))
            other.stamp(other.status, by, str(_("niet meer gekoppeld")))

    def linked(self, by: User) -> "models.QuerySet[ConversationRequest]":
        """The other requests of the household that this colleague may see."""
        rows = RequestLink.objects.filter(
            models.Q(one=self.pk) | models.Q(other=self.pk), ended_at__isnull=True
        )
        keys = {key for pair in rows.values_list("one", "other") for key in pair} - {self.pk}
        model: Any = type(self)
        found: models.QuerySet[ConversationRequest] = model.objects.visible_to(by)
        return found.filter(pk__in=keys)

    def looks_alike(self, by: User) -> "models.QuerySet[ConversationRequest]":
        """Same number, mail or address: perhaps the same household. A person decides."""
        same = models.Q(pk__in=[])
        for name in ("phone", "email", "address"):
            if getattr(self, name):
                same |= models.Q(**{name: getattr(self, name)})
        model: Any = type(self)
        found: models.QuerySet[ConversationRequest] = model.objects.visible_to(by)
        return found.filter(same).exclude(pk=self.pk).order_by("-arrived_at")

    def give_to(self, person: "Person", by: User) -> None:
        """On the own page of this resident from now on: for who asked without an e-mail address."""
        with transaction.atomic():
            self.lock()
            if person.user_id is None:
                raise Refused(_("Deze bewoner heeft nog geen eigen pagina."))
            model: Any = type(self)
            free = model.objects.filter(pk=self.pk, requester__isnull=True)
            if not free.update(requester=person.user_id):
                raise Refused(_("Dit verzoek staat al op een eigen pagina."))
            self.requester_id = person.user_id
            words = _("op de eigen pagina van %(name)s gezet") % {"name": person.name}
            self.stamp(self.status, by, words)
