"""What people tell, and what others would have done. A story belongs to whoever told it."""

import hmac
import uuid
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitor.choices import Audience, Quality, StoryKind
from monitor.codes import code_hash
from wijkteam.choices import LifeDomain
from wijkteam.models import Team, User

DUTCH = "dutch"


VOICE_WORDS = {
    Audience.RESIDENT: _("een bewoner"),
    Audience.PROFESSIONAL: _("iemand van het wijkteam"),
    Audience.PARTNER: _("een professional van een andere organisatie"),
    Audience.CONTACT: _("iemand van een vindplaats"),
    Audience.MUNICIPALITY: _("iemand van de gemeente"),
}


class StoryQuerySet(models.QuerySet["Story"]):
    def visible_to(self, user: User) -> "StoryQuerySet":
        """One's own; and what was released, by whoever may read that kind."""
        may = models.Q(pk__in=[])
        if user.has_perm("monitor.tell_story"):
            may |= models.Q(pk__in=Teller.objects.filter(user=user).values("story_id"))
        out = models.Q(released_at__isnull=False, withdrawn_at=None)
        if user.has_perm("monitor.view_stories"):
            may |= out & models.Q(kind=StoryKind.STORY)
        if user.has_perm("monitor.read_in_circle"):
            may |= out & models.Q(kind=StoryKind.DILEMMA)
        return self.filter(may)

    def told_by(self, user: User) -> "StoryQuerySet":
        return self.filter(pk__in=Teller.objects.filter(user=user).values("story_id"))

    def released(self) -> "StoryQuerySet":
        """Told, read back, released and not taken back."""
        found = self.filter(released_at__isnull=False, withdrawn_at__isnull=True)
        return found.order_by("-released_at", "id")

    def stories(self) -> "StoryQuerySet":
        return self.filter(kind=StoryKind.STORY)


class Story(models.Model):
    """Written, read back, released and perhaps withdrawn: each by the teller alone.

    Who that is stands in `Teller`, which only the teller can read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=7, choices=StoryKind.choices, default=StoryKind.STORY)
    voice = models.CharField(_("wie vertelt"), max_length=12, choices=Audience.choices)
    title = models.CharField(_("titel"), max_length=120)
    words = models.TextField(_("verhaal"))
    indicator = models.CharField(_("bij welk cijfer"), max_length=40, blank=True)
    quality = models.CharField(
        _("bij welke kwaliteit"), max_length=14, choices=Quality.choices, blank=True
    )
    written_at = models.DateTimeField(default=timezone.now)
    read_back_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at"]
        verbose_name = _("verhaal")
        verbose_name_plural = _("verhalen")
        permissions = [
            ("tell_story", _("Mag een verhaal vertellen")),
            ("view_stories", _("Mag vrijgegeven verhalen lezen")),
            ("read_in_circle", _("Mag meedoen in de leeskring")),
            ("bring_dilemma", _("Mag een dilemma inbrengen")),
        ]
        constraints = [
            models.CheckConstraint(
                name="story_read_back_first",
                condition=models.Q(released_at__isnull=True) | models.Q(read_back_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    # --- the teller's verbs -------------------------------------------------------------------
    def tell(self, by: User) -> None:
        """The teller's row goes first: it is what lets this story in."""
        with transaction.atomic():
            Teller.objects.bulk_create([Teller(story_id=self.pk, user=by)])
            Story.objects.bulk_create([self])

    @classmethod
    def from_answer(cls, words: str, title: str, voice: str, code: str) -> None:
        """The words of an open answer, released by whoever wrote them; the code takes it back."""
        now = timezone.now()
        story = cls(
            voice=voice, title=title, words=words,
            written_at=now, read_back_at=now, released_at=now,
        )  # fmt: skip
        Teller.objects.bulk_create([Teller(story_id=story.pk, withdraw_hash=code_hash(code))])
        cls.objects.bulk_create([story])

    def change(self, by: User, **fields: Any) -> bool:
        """Rewritten: it is then not out any more, and has to be read back again."""
        return self._own(by, released_at=None, withdrawn_at=None, read_back_at=None, **fields)

    def release(self, by: User) -> bool:
        """Read back once more, and released. A second click changes nothing."""
        now = timezone.now()
        once = {"released_at__isnull": True}
        return self._own(by, once, read_back_at=now, released_at=now, withdrawn_at=None)

    def withdraw(self, by: User) -> bool:
        """Gone from every page at once; the teller may still read it, and release it again."""
        now = timezone.now()
        return self._own(by, {"released_at__isnull": False}, withdrawn_at=now, released_at=None)

    @classmethod
    def withdraw_with(cls, code: str) -> bool:
        """By whoever told it without an account."""
        told = Teller.objects.filter(withdraw_hash=code_hash(code)).values("story_id")
        waiting = cls.objects.filter(pk__in=told, released_at__isnull=False)
        return bool(waiting.update(withdrawn_at=timezone.now(), released_at=None))

    def _own(self, by: User, still: Mapping[str, Any] | None = None, **fields: Any) -> bool:
        return bool(Story.objects.told_by(by).filter(pk=self.pk, **(still or {})).update(**fields))

    @property
    def voice_words(self) -> str:
        """Whose voice, in the singular: 'een bewoner'."""
        return str(VOICE_WORDS[Audience(self.voice)])

    @property
    def is_released(self) -> bool:
        return self.released_at is not None


class Teller(models.Model):
    """Whose story it is: an account, or who holds the code. Nobody else can read this."""

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="teller")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdraw_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="teller_account_or_code",
                condition=models.Q(user__isnull=False, withdraw_hash="")
                | models.Q(user__isnull=True) & ~models.Q(withdraw_hash=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.story_id)


class ReadingQuerySet(models.QuerySet["Reading"]):
    def visible_to(self, user: User) -> "ReadingQuerySet":
        """One's own, and those of others on a story that one answered oneself."""
        answered = Reading.objects.filter(reader=user).values("story_id")
        return self.filter(story_id__in=answered)


class Reading(models.Model):
    """What one reader would have done. Others are read only after that, and nobody is named."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = models.TextField(_("wat zou u hebben gedaan?"))
    read_at = models.DateTimeField(default=timezone.now)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["read_at"]
        constraints = [
            models.UniqueConstraint(fields=["story", "reader"], name="reading_once_per_reader")
        ]

    def __str__(self) -> str:
        return f"{self.story_id}"

    @classmethod
    def add(cls, story: Story, by: User, words: str) -> None:
        """The first answer stands: it was given before seeing the others."""
        reading = cls(story=story, reader=by, words=words)
        cls.objects.bulk_create([reading], ignore_conflicts=True)


class LessonQuerySet(models.QuerySet["Lesson"]):
    def visible_to(self, user: User) -> "LessonQuerySet":
        """Kept lessons; and those of one's own team that still wait to be read over."""
        teams = user.memberships.filter(until__isnull=True).values("team_id")
        return self.filter(models.Q(kept_at__isnull=False) | models.Q(team_id__in=teams))

    def kept(self) -> "LessonQuerySet":
        return self.filter(kept_at__isnull=False)

    def like(self, words: str) -> "LessonQuerySet":
        """Those that share words with this text, the likeliest first."""
        sought = [word for word in _plain(words).split() if len(word) > 3][:40]
        if not sought:
            return self.none()
        query = SearchQuery(" | ".join(sought), config=DUTCH, search_type="raw")
        vector = SearchVector("words", config=DUTCH)
        found = self.annotate(vector=vector, rank=SearchRank(vector, query)).filter(vector=query)
        return found.order_by("-rank", "-kept_at")


def _plain(words: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in words)


class Lesson(models.Model):
    """What was learned, without names: of a settled difference, a goal let go, a stuck point."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # A keyed hash of what it came from, so that nothing is learned twice; it leads nowhere.
    source = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    life_domain = models.CharField(max_length=20, choices=LifeDomain.choices, blank=True)
    words = models.TextField(_("wat we leerden"))
    kept_at = models.DateTimeField(null=True)
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at"]
        verbose_name = _("les")
        verbose_name_plural = _("lessen")
        permissions = [
            ("view_lessons", _("Mag lezen wat er is geleerd")),
            ("keep_lesson", _("Mag een les bewaren")),
        ]
        indexes = [GinIndex(SearchVector("words", config=DUTCH), name="lesson_words")]

    def __str__(self) -> str:
        return self.words[:60]

    @staticmethod
    def source_of(key: str) -> str:
        return hmac.new(settings.SECRET_KEY.encode(), f"les\x1f{key}".encode(), sha256).hexdigest()

    def keep(self, by: User, words: str) -> None:
        """Read over, without names, and from now on found by everyone."""
        self.words, self.kept_at, self.kept_by = words, timezone.now(), by
        fields = ["words", "kept_at", "kept_by"]
        if self._state.adding:
            self.source = self.source or self.source_of(str(self.pk))
            self.save(force_insert=True)
        else:
            self.save(update_fields=fields)
