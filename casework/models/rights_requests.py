"""A resident asks something about the own data: look, correct, object, restrict, erase, take along.

AVG art. 15-21. The answer comes within a month of asking; once it may take two months longer, when
the resident hears why within that first month (art. 12 lid 3).
"""

import uuid
from calendar import monthrange
from datetime import date

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework import letters_of_rights as letters
from casework.choices import RightKind, RightOutcome
from casework.models.case_files import CaseFile
from casework.querysets import COORDINATE, rights
from casework.workflow import NotAllowed, verb
from wijkteam import retention
from wijkteam.choices import Language
from wijkteam.models import User

MONTHS_MORE = 2


def months_later(day: date, number: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + number, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _answer_by() -> date:
    return months_later(timezone.localdate(), 1)


class RightsRequestQuerySet(models.QuerySet["RightsRequest"]):
    def visible_to(self, user: User) -> "RightsRequestQuerySet":
        """The officer sees all, a resident the own, a coordinator those about the own files."""
        if user.has_perm("casework.see_every_right"):
            return self.all()
        if user.has_perm("casework.ask_right"):
            return self.filter(asked_by=user)
        return self.filter(case_file_id__in=rights(user, COORDINATE).values("content_object_id"))

    def waiting(self) -> "RightsRequestQuerySet":
        return self.filter(answered_at__isnull=True).order_by("due", "asked_at")

    def answered(self) -> "RightsRequestQuerySet":
        return self.filter(answered_at__isnull=False).order_by("-answered_at")


class RightsRequest(models.Model):
    """One request, its clock and its answer. The words of both stay as they were."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Empty for whoever has no case file (any more), and asks about a request or an account.
    case_file = models.ForeignKey(
        CaseFile, models.CASCADE, null=True, blank=True, related_name="rights_requests"
    )
    # For the log: the officer may not read the file itself.
    household_id = models.UUIDField(null=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    # Copied from the account, which professionals may not read.
    name = models.CharField(_("naam"), max_length=120)
    email = models.EmailField(_("e-mailadres"), blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    kind = models.CharField(_("wat vraagt de bewoner"), max_length=10, choices=RightKind.choices)
    words = models.TextField(_("in eigen woorden"), max_length=2000, blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    due = models.DateField(_("antwoord uiterlijk"), default=_answer_by)
    extended_at = models.DateTimeField(_("verlengd op"), null=True)
    extended_words = models.TextField(_("waarom het langer duurt"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True)
    outcome = models.CharField(
        _("uitkomst"), max_length=8, choices=RightOutcome.choices, blank=True
    )
    answer_words = models.TextField(_("antwoord"), max_length=4000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # Only of a restriction that was granted: until then the data are kept and not used.
    lifted_at = models.DateTimeField(_("opgeheven op"), null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lift_words = models.TextField(_("waarom het weer mag"), max_length=2000, blank=True)

    objects = RightsRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("verzoek over gegevens")
        verbose_name_plural = _("verzoeken over gegevens")
        permissions = [
            ("ask_right", _("Mag iets vragen over de eigen gegevens")),
            ("answer_right", _("Beantwoordt verzoeken over gegevens")),
            ("see_every_right", _("Ziet alle verzoeken over gegevens, en wat vernietigd wordt")),
        ]
        constraints = [
            models.CheckConstraint(
                name="right_answer_whole",
                condition=models.Q(answered_at=None, answered_by=None, answer_words="", outcome="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=False)
                & ~models.Q(answer_words="")
                & ~models.Q(outcome=""),
            ),
            models.CheckConstraint(
                name="right_lifted_whole",
                condition=models.Q(lifted_at=None, lifted_by=None, lift_words="")
                | models.Q(lifted_at__isnull=False, lifted_by__isnull=False, kind="restrict")
                & ~models.Q(lift_words=""),
            ),
            models.CheckConstraint(
                name="right_extended_with_words",
                condition=models.Q(extended_at__isnull=True) | ~models.Q(extended_words=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due"],
                condition=models.Q(answered_at__isnull=True),
                name="right_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.asked_at:%d-%m-%Y}"

    @property
    def is_late(self) -> bool:
        return self.answered_at is None and self.due < timezone.localdate()

    @property
    def may_extend(self) -> bool:
        return self.answered_at is None and self.extended_at is None and not self.is_late

    @property
    def stands(self) -> bool:
        """A restriction that was granted and not lifted."""
        is_granted = self.kind == RightKind.RESTRICT and self.outcome == RightOutcome.GRANTED
        return is_granted and self.lifted_at is None

    @classmethod
    def ask(
        cls, by: User, kind: str, words: str, case_file: CaseFile | None, key: uuid.UUID
    ) -> "RightsRequest":
        """Ask it; the officers and the coordinator hear at once. Sent again from the page before,
        what waits already is one question, with one clock."""
        waits = cls.objects.waiting().filter(
            asked_by=by, kind=kind, words=words, case_file=case_file
        )
        if asked := waits.first():
            return asked
        request = cls(
            id=key, case_file=case_file, asked_by=by,
            household_id=case_file.household_id if case_file else None,
            name=by.name, email=by.email or "",
            language=by.language, kind=kind, words=words,
        )  # fmt: skip
        with verb():
            request.save(force_insert=True)
            letters.right_asked(request)
        return request

    @classmethod
    def ask_of_each(
        cls, by: User, kind: str, words: str, plans: list[CaseFile], key: uuid.UUID
    ) -> "RightsRequest":
        """Of everything: each plan its own, so that a yes reaches every one of them."""
        with verb():
            made = [cls.ask(by, kind, words, plan, uuid.uuid5(key, str(plan.pk))) for plan in plans]
        return made[0]

    def answer(self, by: User, outcome: str, words: str) -> None:
        """Answer once, and tell the resident so. A yes to erasing destroys the file tonight."""
        if self.asked_by_id == by.pk:
            raise NotAllowed(__("Uw eigen verzoek beantwoordt iemand anders."))
        with verb():
            waiting = RightsRequest.objects.waiting().filter(pk=self.pk)
            if not waiting.update(
                answered_at=timezone.now(), answered_by=by, outcome=outcome, answer_words=words
            ):
                raise NotAllowed(__("Een collega was u voor. Dat antwoord blijft staan."))
            if self.kind == RightKind.ERASE and outcome == RightOutcome.GRANTED:
                self._erase_soon()
            letters.right_answered(self)

    def lift(self, by: User, words: str) -> None:
        """The data may be used again. The resident was told before (art. 18 lid 3), and reads why.

        The database opens the file again (casework_restriction_follows in locks_restriction.sql).
        """
        with verb():
            standing = RightsRequest.objects.filter(
                pk=self.pk, kind=RightKind.RESTRICT, outcome=RightOutcome.GRANTED, lifted_at=None
            )
            if not standing.update(lifted_at=timezone.now(), lifted_by=by, lift_words=words):
                raise NotAllowed(__("Dit is al opgeheven."))
            self.lift_words = words
            letters.right_lifted(self)

    def _erase_soon(self) -> None:
        """The database does it: whoever answers may be someone who reads no file."""
        if self.case_file_id is None:
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_erase_soon(%s)", [self.pk])
            if not cursor.fetchone()[0]:
                raise NotAllowed(__("Dit dossier is nog open. Sluit het eerst af met de bewoner."))

    @staticmethod
    def end_answers(today: date) -> int:
        """Answers without a case file (any more) go two years after they were given."""
        years = retention.years(retention.Kept.REQUEST, today)
        with connection.cursor() as cursor:
            last_day = retention.years_later(today, -years)
            cursor.execute("SELECT casework_end_answers(%s)", [last_day])
            return int(cursor.fetchone()[0])

    def extend(self, words: str) -> None:
        """Two months more, once, with the reason; the resident hears it."""
        with transaction.atomic():
            found = RightsRequest.objects.filter(
                pk=self.pk, answered_at=None, extended_at=None, due__gte=timezone.localdate()
            )
            longer = months_later(self.due, MONTHS_MORE)
            if not found.update(extended_at=timezone.now(), extended_words=words, due=longer):
                raise NotAllowed(__("Dit verzoek kan niet (meer) langer duren."))
            self.due, self.extended_words = longer, words
            letters.right_extended(self)
