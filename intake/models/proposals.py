"""Two or three moments, out of which the resident picks one: by a link, or over the phone."""

import secrets
import uuid
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intake.choices import MeetingPlace, RequestStatus
from intake.models.agenda import Going
from intake.models.conversations import Conversation
from intake.models.requests import ConversationRequest
from intake.workflow import Refused, check_move
from wijkteam import references
from wijkteam.choices import Role
from wijkteam.models import User

OPEN = models.Q(chosen_at__isnull=True, none_fits_at__isnull=True, withdrawn_at__isnull=True)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, user: User) -> "ProposalQuerySet":
        """Whoever may see the request sees what was proposed; not who only leads the team."""
        if user.is_authenticated and user.role == Role.TEAM_LEAD:
            return self.none()
        requests = ConversationRequest.objects.visible_to(user)
        return self.filter(request__in=requests.values("pk"))

    def open(self) -> "ProposalQuerySet":
        return self.filter(OPEN)


class Proposal(Going):
    """One offer of moments. A newer one takes its place."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(ConversationRequest, models.CASCADE, related_name="proposals")
    moments = ArrayField(models.DateTimeField())
    place = models.CharField(_("waar"), max_length=12, choices=MeetingPlace.choices, blank=True)
    address = models.CharField(_("adres of telefoonnummer"), max_length=200, blank=True)
    professional = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    chosen = models.DateTimeField(null=True)
    chosen_at = models.DateTimeField(null=True)
    none_fits_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                name="proposal_two_or_three", condition=models.Q(moments__len__range=(2, 3))
            ),
            models.CheckConstraint(
                name="proposal_chosen_out_of_its_moments",
                condition=models.Q(chosen__isnull=True, chosen_at__isnull=True)
                | models.Q(chosen_at__isnull=False, moments__contains=[models.F("chosen")]),
            ),
            models.UniqueConstraint(
                fields=["request"], condition=OPEN, name="proposal_one_open_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{len(self.moments)} {self.made_at:%d-%m-%Y}"

    def offer(self, by: User) -> str:
        """Put the moments to the resident. Returns the token of the link, which is kept nowhere."""
        token = secrets.token_urlsafe(12)
        one = self.request
        with transaction.atomic():
            one.lock()
            check_move(one.status, RequestStatus.PLANNED)
            self.check_free(self.moments)
            one.proposals.open().update(withdrawn_at=timezone.now())
            self.save(force_insert=True)
            one.lookup_keys = [*one.lookup_keys, references.key("moment", token)]
            one.save(update_fields=["lookup_keys"])
            one.stamp(one.status, by, str(_("momenten voorgesteld")))
        return token

    def choose(self, moment: datetime, by: User | None = None, **seen: Any) -> Conversation:
        """This one. `by` heard it over the phone; without it the resident chose by the link."""
        if moment not in self.moments:
            raise Refused(_("Kies een van deze momenten."))
        if moment <= timezone.now():
            raise Refused(_("Dit moment is geweest. Kies een ander."))
        talk = Conversation(
            request=self.request, planned_at=moment, place=self.place, address=self.address,
            professional_id=self.professional_id, colleagues=self.colleagues,
            along=self.along, **seen,
        )  # fmt: skip
        with transaction.atomic():
            self.request.lock()
            if not self._still_free(moment):
                raise Refused(_("Op dit moment kunnen wij niet meer. Kies een ander, of bel ons."))
            chosen = Proposal.objects.open().filter(pk=self.pk)
            if not chosen.update(chosen=moment, chosen_at=timezone.now()):
                raise Refused(_("Deze momenten gelden niet meer."))
            talk.plan(by)
        return talk

    def _still_free(self, moment: datetime) -> bool:
        """It was kept free since it was offered, and yet asked again: a colleague may have left, or
        two requests are not of one household after all. It says no more than yes or no."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT intake_still_free(%s, %s)", [self.pk, moment])
            return bool(cursor.fetchone()[0])

    def none_fits(self) -> None:
        """Another day is to be found; the request still waits for us."""
        with transaction.atomic():
            self.request.lock()
            if not Proposal.objects.open().filter(pk=self.pk).update(none_fits_at=timezone.now()):
                raise Refused(_("Deze momenten gelden niet meer."))
            self.request.stamp(self.request.status, None, str(_("geen van de momenten past")))

    def options(self) -> list[tuple[str, str]]:
        """(value, words) of the moments that still lie ahead, soonest first."""
        ahead = sorted(moment for moment in self.moments if moment > timezone.now())
        return [(moment.isoformat(), in_words(moment)) for moment in ahead]


def in_words(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{date_format(local, 'l j E')}, {local:%H.%M}"
