"""Documents of a case file: for the whole table or one life domain, every version kept."""

import uuid
from typing import Self

from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from casework.choices import Scan
from casework.models.case_files import CaseFile
from casework.models.seats import Seat
from casework.querysets import WordsQuerySet
from casework.workflow import NotAllowed, verb
from wijkteam import files, scanner
from wijkteam.choices import LifeDomain

UNSEEN = [Scan.WAITING, Scan.NONE]


class DocumentQuerySet(WordsQuerySet):
    def newest(self) -> Self:
        """Of every document the last version."""
        return self.filter(next_version__isnull=True)

    def ready(self) -> Self:
        """What the scanner let through, or where there is none."""
        return self.filter(scan__in=let_through())

    def not_thrown_away(self) -> Self:
        """For the story and what is new: also what the scanner still has to see."""
        return self.exclude(scan=Scan.FOUND)

    def to_scan(self) -> Self:
        """What no scanner saw, also of the time before there was one. What was asked in vain comes
        after the others: one file that the scanner cannot read holds up none of them."""
        unseen = UNSEEN if scanner.is_on() else [Scan.WAITING]
        asked = models.F("scanned_at").asc(nulls_first=True)
        return self.filter(scan__in=unseen).order_by(asked, "at")


def let_through() -> set[str]:
    """Where there is a scanner only what it called clean: not what says it needs none."""
    return {Scan.CLEAN} if scanner.is_on() else {Scan.CLEAN, Scan.NONE}


class Document(models.Model):
    """One version of one document. Never changed: a new version points at the one before."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_file = models.ForeignKey(CaseFile, models.CASCADE, related_name="documents")
    life_domain = models.CharField(
        _("leefgebied"), max_length=12, choices=LifeDomain.choices, blank=True
    )
    for_household = models.BooleanField(_("ook voor huisgenoten"), default=False)
    title = models.CharField(_("wat is het"), max_length=120)
    file = models.FileField(storage=files.store, upload_to=files.random_name)
    name = models.CharField(_("bestandsnaam"), max_length=140)
    kind = models.CharField(_("soort"), max_length=100)
    size = models.PositiveIntegerField(_("grootte"))
    at = models.DateTimeField(_("wanneer"), default=timezone.now)
    by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    previous = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="next_version"
    )
    scan = models.CharField(max_length=8, choices=Scan.choices, default=Scan.NONE)
    scanned_at = models.DateTimeField(null=True)  # or, while it waits, last asked in vain

    is_document = True  # among the entries of the story

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        indexes = [
            models.Index(fields=["at"], condition=models.Q(scan="waiting"), name="document_to_scan")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_ready(self) -> bool:
        return self.scan in let_through()

    @property
    def is_shown(self) -> bool:
        """A browser can show it in a window of its own."""
        return self.kind in files.SHOWN

    @property
    def ending(self) -> str:
        return files.KINDS.get(self.kind, "")

    def add(self, upload: UploadedFile) -> None:
        """Put a file of `DocumentField` into the case file; it waits for the scanner, if any."""
        self.name, self.kind = upload.name or "", upload.content_type or ""
        self.size = upload.size or 0
        self.scan = Scan.WAITING if scanner.is_on() else Scan.NONE
        self.file = upload
        try:
            with verb():
                self.case_file.touch()
                self.save(force_insert=True)
        except Exception:
            # No row, no file. What is thrown away later with the request is never reachable.
            if self.file and self.file._committed:
                files.store().delete(str(self.file.name))
            raise

    def add_version(self, by: Seat, upload: UploadedFile, key: uuid.UUID) -> "Document":
        """A newer text for the same readers; the old one stays to be read. What a resident handed
        in has fewer readers at home (casework/home.py), so others hand in a document of their own.
        """
        if self.by.person_id and by.person_id is None:
            raise NotAllowed(__("Dit is van een bewoner. Zet er een eigen document bij."))
        if Document.objects.filter(previous=self).exists():
            raise NotAllowed(__("Er staat al een nieuwere versie. Kijk die eerst na."))
        newer = Document(
            id=key,
            case_file=self.case_file,
            life_domain=self.life_domain,
            for_household=self.for_household,
            title=self.title,
            by=by,
            version=self.version + 1,
            previous=self,
        )
        newer.add(upload)
        return newer

    def asked_in_vain(self) -> None:
        """The scanner did not answer: it keeps waiting, and whoever reads the list sees why."""
        unseen = Document.objects.filter(pk=self.pk, scan__in=UNSEEN)
        unseen.update(scanned_at=timezone.now())

    def scanned(self, clean: bool) -> None:
        """What the scanner said, once. Something dangerous is thrown away at once."""
        self.scan, self.scanned_at = Scan.CLEAN if clean else Scan.FOUND, timezone.now()
        Document.objects.filter(pk=self.pk, scan__in=UNSEEN).update(
            scan=self.scan, scanned_at=self.scanned_at
        )
        if not clean:
            files.store().delete(str(self.file.name))
