"""The reading circle, and what was learned: for everyone who works, without names."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monitor.forms.stories import LessonForm, ReadingForm
from monitor.models import Lesson, Reading, Story
from wijkteam.access import no_family
from wijkteam.requests import SignedInRequest

# Where a stuck point or a difference is written (casework/forms).
WRITTEN = ["words", "subject", "measure_1", "work_1", "measure_2", "work_2", "tried"]


@require_safe
@permission_required("monitor.read_in_circle", raise_exception=True)
def circle(request: SignedInRequest) -> HttpResponse:
    """Dilemmas that are still open come first: there an answer can still help."""
    own = Reading.objects.filter(story=OuterRef("pk"), reader=request.user)
    found = Story.objects.visible_to(request.user).released().annotate(answered=Exists(own))
    page = Paginator(found.order_by("kind", "answered", "-released_at", "id"), 12)
    context = {"page_obj": page.get_page(request.GET.get("page"))}
    return render(request, "monitor/circle.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.read_in_circle", raise_exception=True)
def circle_story(request: SignedInRequest, pk: str) -> HttpResponse:
    """One's own answer first. Only then does the database give those of the others."""
    story = get_object_or_404(Story.objects.visible_to(request.user).released(), pk=pk)
    form = ReadingForm(story, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save(request.user, story)
        messages.success(request, _("Uw antwoord staat erbij."))
        return redirect("circle_story", pk)
    readings = list(Reading.objects.visible_to(request.user).filter(story=story))
    own = [one for one in readings if one.reader_id == request.user.pk]
    others = [one for one in readings if one.reader_id != request.user.pk]
    context = {"story": story, "form": form, "own": own, "others": others}
    return render(request, "monitor/circle_story.html", context)


@require_safe
@permission_required("monitor.view_lessons", raise_exception=True)
def lessons(request: SignedInRequest) -> HttpResponse:
    """Look for what was learned when something like it came up before."""
    no_family(request)
    sought = request.GET.get("zoek", "").strip()[:200]
    found = Lesson.objects.visible_to(request.user)
    waiting = found.filter(kept_at=None).aggregate(number=Count("pk"))["number"]
    kept = found.kept().like(sought) if sought else found.kept()
    page = Paginator(kept, 15).get_page(request.GET.get("page"))
    first = found.filter(kept_at=None).first()
    context = {"page_obj": page, "sought": sought, "waiting": waiting, "first": first}
    return render(request, "monitor/lessons.html", context)


@require_POST
@permission_required("monitor.view_lessons", raise_exception=True)
def lessons_alike(request: SignedInRequest) -> HttpResponse:
    """Beside what is being written now. By POST: words about a family stand in no address."""
    no_family(request)
    words = " ".join(request.POST.get(name, "") for name in WRITTEN)[:3000]
    alike = Lesson.objects.visible_to(request.user).kept().like(words)[:3]
    return render(request, "monitor/_alike.html", {"alike": alike})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.keep_lesson", raise_exception=True)
def lesson_new(request: SignedInRequest) -> HttpResponse:
    team = request.user.memberships.filter(until=None).first()
    if team is None:
        raise PermissionDenied
    return kept(request, Lesson(team_id=team.team_id))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.keep_lesson", raise_exception=True)
def lesson_keep(request: SignedInRequest, pk: str) -> HttpResponse:
    """What came up from a table is read over by a colleague before others find it."""
    waiting = Lesson.objects.visible_to(request.user).filter(kept_at=None)
    return kept(request, get_object_or_404(waiting, pk=pk))


def kept(request: SignedInRequest, lesson: Lesson) -> HttpResponse:
    now = {"words": lesson.words, "life_domain": lesson.life_domain}
    form = LessonForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        form.save(request.user, lesson)
        messages.success(request, _("Bewaard. Collega's vinden het terug als er iets lijkt."))
        return redirect("lessons")
    alike = Lesson.objects.visible_to(request.user).kept().like(lesson.words)[:3]
    context = {"form": form, "lesson": lesson, "alike": alike}
    return render(request, "monitor/lesson_keep.html", context)
