"""How it is safe to reach someone, and what the conversation should be like."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from intake.choices import DayPart, MeetingPlace, Unsafe
from wijkteam.choices import Language


class Wishes(models.Model):
    """All of it may be left out."""

    may_leave_message = models.BooleanField(_("mogen wij iets inspreken"), null=True)
    unsafe = ArrayField(
        models.CharField(max_length=10, choices=Unsafe.choices),
        verbose_name=_("wat we niet doen"),
        default=list,
        blank=True,
    )
    introduce_as = models.CharField(_("hoe we ons bekendmaken"), max_length=120, blank=True)
    day_parts = ArrayField(
        models.CharField(max_length=10, choices=DayPart.choices),
        verbose_name=_("wanneer liever"),
        default=list,
        blank=True,
    )

    place = models.CharField(_("waar"), max_length=12, choices=MeetingPlace.choices, blank=True)
    place_words = models.CharField(_("welke plek"), max_length=120, blank=True)
    spoken_language = models.CharField(_("taal van het gesprek"), max_length=60, blank=True)
    interpreter = models.BooleanField(_("tolk erbij"), default=False)
    company = models.CharField(_("wie komt erbij"), max_length=200, blank=True)
    client_supporter = models.BooleanField(_("cliëntondersteuner erbij"), default=False)
    accessibility = models.CharField(_("waar wij op moeten letten"), max_length=200, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)

    class Meta:
        abstract = True

    @property
    def unsafe_labels(self) -> list[str]:
        return [str(Unsafe(one).label) for one in self.unsafe]
