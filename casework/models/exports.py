"""Everything that is kept about a resident, to take along: made by the worker, kept some days."""

import uuid
from datetime import timedelta

from celery import current_app
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from kombu.exceptions import OperationalError

from casework.choices import ExportStatus
from wijkteam import files, retention
from wijkteam.models import User

# A worker that was killed leaves an export busy; after this time another one starts it anew.
STUCK = timedelta(minutes=15)


def random_name(_row: "Export", name: str) -> str:
    return files.random_name(_row, name).replace("documents/", "exports/")


class ExportQuerySet(models.QuerySet["Export"]):
    def visible_to(self, user: User) -> "ExportQuerySet":
        """Only for the person it is about."""
        return self.filter(user=user)

    def running(self) -> "ExportQuerySet":
        return self.filter(status__in=[ExportStatus.WAITING, ExportStatus.BUSY])

    def to_make(self) -> "ExportQuerySet":
        stuck = models.Q(status=ExportStatus.BUSY, started_at__lt=timezone.now() - STUCK)
        return self.filter(models.Q(status=ExportStatus.WAITING) | stuck).order_by("asked_at")

    def expired(self) -> "ExportQuerySet":
        return self.filter(expires_on__lt=timezone.localdate())


class Export(models.Model):
    """One download of the own data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    status = models.CharField(
        max_length=8, choices=ExportStatus.choices, default=ExportStatus.WAITING
    )
    started_at = models.DateTimeField(null=True)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(storage=files.store, upload_to=random_name, blank=True)
    has_pdf = models.BooleanField(default=False)
    ready_at = models.DateTimeField(null=True)
    expires_on = models.DateField(_("staat klaar tot en met"), null=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("download van eigen gegevens")
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(status__in=["waiting", "busy"]),
                name="export_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%d-%m-%Y}"

    @property
    def is_running(self) -> bool:
        return self.status in {ExportStatus.WAITING, ExportStatus.BUSY}

    @classmethod
    def ask(cls, by: User) -> None:
        """Start making one; who asks twice waits for the first."""
        if cls.objects.visible_to(by).running().exists():
            return
        Export.objects.bulk_create([Export(user=by)], ignore_conflicts=True)
        transaction.on_commit(_wake_worker, robust=True)

    def take(self) -> None:
        """The worker has it now."""
        self.status, self.started_at = ExportStatus.BUSY, timezone.now()
        self.save(update_fields=["status", "started_at"])

    def step(self, done: int, total: int) -> None:
        """How far it is, for the one who waits."""
        Export.objects.filter(pk=self.pk).update(done=done, total=total)

    def ready(self, has_pdf: bool) -> None:
        now = timezone.now()
        Export.objects.filter(pk=self.pk).update(
            status=ExportStatus.READY,
            file=self.file.name,
            has_pdf=has_pdf,
            ready_at=now,
            expires_on=retention.destroy_on(retention.Kept.EXPORT, timezone.localdate(now)),
        )

    def failed(self) -> None:
        tomorrow = timezone.localdate() + timedelta(days=1)
        Export.objects.filter(pk=self.pk).update(status=ExportStatus.FAILED, expires_on=tomorrow)


def _wake_worker() -> None:
    try:
        current_app.send_task("casework.make_exports", retry=False, expires=60)
    except (OperationalError, OSError):
        return  # the clock of the worker finds it within a minute
