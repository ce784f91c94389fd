"""The timeline: writing in it, and correcting what stands there."""

import uuid
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.choices import Act, Part
from casework.forms.story import CorrectionForm, EntryForm, StoryFilter
from casework.models import Document, TimelineEntry
from casework.page import FilePage
from casework.views.doors import FORM, form_of, form_page, noted, writable, writes
from wijkteam.requests import SignedInRequest

ENTRIES = 20


@dataclass(frozen=True)
class Stretch:
    """Some entries of the story, newest first. Counting all of them would take longer than reading
    these, and nobody asks how many pages a life has."""

    entries: list[TimelineEntry]
    number: int
    has_older: bool
    filter: StoryFilter
    documents: list[Document]

    @property
    def rows(self) -> list[TimelineEntry | Document]:
        """Both, as they came about."""
        return sorted([*self.entries, *self.documents], key=lambda one: one.at, reverse=True)

    @property
    def is_newest(self) -> bool:
        """The story as it opens: not narrowed, and not further back."""
        return self.number == 1 and not self.filter.is_on


def story_of(request: SignedInRequest, page: FilePage) -> Stretch:
    """What the address bar asks for: narrowed, and how far back."""
    narrowing = StoryFilter(request.GET, seats=page.everyone)
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    first = (max(number, 1) - 1) * ENTRIES
    narrowed = narrowing.narrow(page.entries())
    if narrowing.words:
        noted(request, page.case_file, Part.STORY, Act.SEARCHED)
    some = narrowed[first : first + ENTRIES + 1]
    # What is searched for names its own table: it does not fit in a question about a question.
    found = page.whole(list(some) if narrowing.words else some)
    entries, has_older = found[:ENTRIES], len(found) > ENTRIES
    documents = [
        one
        for one in page.documents
        if narrowing.fits(one)
        and (not has_older or one.at > found[ENTRIES].at)
        and (number < 2 or (bool(entries) and one.at <= entries[0].at))
    ]
    return Stretch(entries, max(number, 1), has_older, narrowing, documents)


@writes
@require_http_methods(FORM)
def entry_write(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    form = form_of(request, EntryForm, writable(request, pk))
    return form_page(
        request,
        form,
        heading=_("Schrijf iets"),
        button=_("Opschrijven"),
        done=_("Het staat in het verhaal."),
        part=Part.STORY,
        to="#verhaal",
    )


@writes
@require_http_methods(FORM)
def entry_correct(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """The first text is never changed; the better one stands beside it. What somebody of the
    household wrote is theirs, and is not corrected by others."""
    visible = TimelineEntry.objects.visible_to(request.user).writable_by(request.user)
    theirs = visible.not_of_household().select_related("case_file")
    entry = get_object_or_404(theirs, pk=pk)
    form = form_of(request, CorrectionForm, entry.case_file, entry=entry)
    return form_page(
        request,
        form,
        heading=_("Verbeteren"),
        button=_("Ernaast zetten"),
        done=_("De verbetering staat naast de eerste tekst."),
        part=Part.STORY,
        to="#verhaal",
        quote=entry.words,
    )
