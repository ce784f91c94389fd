"""What colleagues may learn of what happened at a table: words that left the file, without names.

Like a stuck point that left it (stuck_points.py): nothing here says which family it was. The
monitor takes it along once a day and lets a colleague read it over before others find it.
"""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import LessonFrom
from casework.models.case_files import CaseFile
from casework.names import names_in
from casework.workflow import NotAllowed
from wijkteam.choices import LifeDomain
from wijkteam.models import Team

MOST_WORDS = 600


class OfferedLesson(models.Model):
    """Of a difference that ended, or a goal that was let go."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=LessonFrom.choices)
    words = models.CharField(_("wat collega's kunnen leren"), max_length=MOST_WORDS)
    life_domain = models.CharField(max_length=12, choices=LifeDomain.choices, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    offered_on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["offered_on"]
        verbose_name = _("aangeboden les")
        verbose_name_plural = _("aangeboden lessen")

    def __str__(self) -> str:
        return self.words

    @classmethod
    def offer(cls, case_file: CaseFile, kind: str, words: str, life_domain: str) -> None:
        """By who writes it; within the verb that ends what it was learned from. None without words.

        It is for colleagues elsewhere, without names, and leaves the file.
        """
        if words:
            check_nameless(words, case_file)
            team = case_file.team_id
            cls(kind=kind, words=words, life_domain=life_domain, team_id=team).save(
                force_insert=True
            )


def check_nameless(words: str, case_file: CaseFile) -> None:
    found = names_in(words, case_file)
    if found:
        say = __("Hier staat nog iets in dat naar het gezin wijst: %(names)s. Haal het weg.")
        raise NotAllowed(say % {"names": get_text_list(found, __("en"))})
