"""A list of places that somebody wants to read in: looked at first, put in the register then."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.querysets import ImportQuerySet
from wijkteam.models import User


class RegisterImport(models.Model):
    """The rows of one file with what is wrong in each. Nothing is thrown away.

    `rows` is a list of {number, cells, errors, place}: the cells as they stood in the file, what is
    wrong in them, and the place that they make (empty when something is wrong).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    file_name = models.CharField(max_length=200)
    columns = models.JSONField(default=list)
    unknown_columns = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)
    added = models.PositiveIntegerField(default=0)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("ingelezen lijst")
        verbose_name_plural = _("ingelezen lijsten")

    def __str__(self) -> str:
        return self.file_name
