"""May this be shared? Asked at the table or begun by the household itself, and answered by each
person for whom they decide (casework/consent.py). What is a yes becomes a ground at once."""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import home, letters_of_sharing
from casework.choices import GivenHow, GroundKind
from casework.models.case_files import CaseFile
from casework.models.grounds import SharingGround
from casework.models.households import Person
from casework.models.seats import Seat
from casework.querysets import VIEW, rights
from casework.workflow import NotAllowed, verb
from wijkteam.choices import LifeDomain
from wijkteam.models import Organisation, User

if TYPE_CHECKING:
    from casework.consent import Deciding
    from casework.standing import Standing


class SharingQuestionQuerySet(models.QuerySet["SharingQuestion"]):
    def visible_to(self, user: User) -> Self:
        """For the own team and the household, as the grounds themselves."""
        whole = rights(user, VIEW).filter(domains__isnull=True).values("content_object_id")
        return self.filter(home.questions(home.Reader(user)), case_file_id__in=whole)

    def seen_from(self, standing: "Standing") -> Self:
        """What `visible_to` gives in one file."""
        if not standing.views or standing.domains is not None:
            return self.none()
        return self.filter(home.questions(standing.reader), case_file=standing.case_file)

    def waiting(self) -> Self:
        return self.filter(answered_at__isnull=True, ended_at__isnull=True)


class SharingQuestion(models.Model):
    """One question about one organisation. A child from 12 and a parent both say yes: the first
    yes waits here for the second. One no is a no."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="sharing_questions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    domains = ArrayField(
        models.CharField(max_length=12, choices=LifeDomain.choices),
        verbose_name=_("leefgebieden"),
    )
    purpose = models.CharField(_("waarvoor"), max_length=200, blank=True)
    about = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("over wie gaat het"),
    )  # fmt: skip
    asked_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    first_yes_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    first_yes_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    agreed = models.BooleanField(null=True)
    # Who moved out, so that nobody can say yes any more: the database ends it (casework_leaves).
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by_leaving = models.ForeignKey(
        Person, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = SharingQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("vraag om te delen")
        verbose_name_plural = _("vragen om te delen")
        constraints = [
            models.CheckConstraint(
                name="sharing_question_answer_whole",
                condition=models.Q(
                    answered_at__isnull=True, answered_by__isnull=True, agreed__isnull=True
                )
                | models.Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    agreed__isnull=False,
                    ended_at__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="sharing_question_about_something",
                condition=models.Q(domains__len__gt=0),
            ),
            models.CheckConstraint(
                name="sharing_question_end_says_why",
                condition=models.Q(ended_at__isnull=True, ended_by_leaving__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by_leaving__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def put(self) -> None:
        """Ask the household; whoever may answer hears it, when there is an address."""
        with verb():
            self._ask()
            letters_of_sharing.asked(self)

    def _ask(self) -> None:
        from casework.consent import Deciding

        self.case_file.touch()
        if not Deciding.of(self.case_file.household).can_say_yes(self.about):
            raise NotAllowed(__("Niemand van het gezin kan hier nu ja op zeggen."))
        self.save(force_insert=True)

    def put_with(self, user: User, by: User, role: str, key: uuid.UUID, experienced: bool) -> None:
        """Someone of another organisation gets a chair that reads nothing until this is a yes."""
        with verb():
            Seat.invite(self.case_file, user, by, role, self.domains, None, key, experienced)
            self.put()

    def begin(self, by: Person, user: User, deciding: "Deciding") -> bool:
        """Someone of the household wants this without being asked: their own yes is the first."""
        with verb():
            self._ask()
            return self.say_yes(by, user, deciding)

    def say_yes(self, by: Person, user: User, deciding: "Deciding") -> bool:
        """True when it is shared from now on; False when someone else has to say yes too."""
        self._may_answer(by, deciding)
        givers = [by, *([self.first_yes_by] if self.first_yes_by else [])]
        with verb():
            self.case_file.touch()
            if not deciding.counts(by, self.about, self.first_yes_by):
                raise NotAllowed(self.yes_is_there)
            if not deciding.is_enough(self.about, givers):
                self._write(first_yes_by=by, first_yes_at=timezone.now())
                letters_of_sharing.asked(self, but=by)
                return False
            # The ground first: the database looks whether this question still waits.
            self._ground(by, user).save(force_insert=True)
            self._write(answered_at=timezone.now(), answered_by=by, agreed=True)
            letters_of_sharing.answered(self)
        return True

    @property
    def yes_is_there(self) -> str:
        """To a second parent, of whom no yes is needed any more."""
        words = __(
            "%(name)s zei al ja. Nu wacht het alleen nog op %(about)s. U kunt nog wel nee zeggen."
        )
        return words % {"name": self.first_yes_by, "about": self.about}

    def say_no(self, by: Person, deciding: "Deciding") -> None:
        self._may_answer(by, deciding)
        with verb():
            self.case_file.touch()
            self._write(answered_at=timezone.now(), answered_by=by, agreed=False)
            letters_of_sharing.answered(self)

    def _may_answer(self, by: Person, deciding: "Deciding") -> None:
        if self.answered_at:
            raise NotAllowed(__("Deze vraag is al beantwoord."))
        if self.ended_at:
            raise NotAllowed(__("Deze vraag is gestopt: iemand van de vraag woont hier niet meer."))
        if not deciding.may(by, self.about):
            raise NotAllowed(__("Daarover beslist iemand anders van uw gezin."))

    def _ground(self, by: Person, user: User) -> SharingGround:
        """The rights follow in the database (casework_ground_begins in locks_sharing.sql)."""
        return SharingGround(
            case_file=self.case_file, kind=GroundKind.CONSENT, organisation=self.organisation,
            domains=self.domains, purpose=self.purpose, about=self.about, given_by=by,
            also_given_by=self.first_yes_by if self.first_yes_by != by else None,
            given_how=GivenHow.PORTAL, recorded_by=user,
        )  # fmt: skip

    def _write(self, **values: object) -> None:
        """Only while it waits, and the first yes only once."""
        waiting = SharingQuestion.objects.waiting().filter(pk=self.pk)
        if "first_yes_by" in values:
            waiting = waiting.filter(first_yes_by__isnull=True)
        if not waiting.update(**values):
            raise NotAllowed(__("Deze vraag is al beantwoord."))
        for name, value in values.items():
            setattr(self, name, value)
