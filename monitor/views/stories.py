"""Telling: write, read back, release, take back. All of it by the teller alone."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monitor.choices import StoryKind
from monitor.forms.stories import StoryForm
from monitor.models import Lesson, Story
from wijkteam.requests import SignedInRequest

KINDS = {"verhaal": StoryKind.STORY, "dilemma": StoryKind.DILEMMA}


@require_safe
@permission_required("monitor.view_stories", raise_exception=True)
def stories(request: SignedInRequest) -> HttpResponse:
    """What was told and released, the newest first."""
    found = Story.objects.visible_to(request.user).released().stories()
    page = Paginator(found, 10).get_page(request.GET.get("page"))
    return render(request, "monitor/stories.html", {"page_obj": page})


@require_safe
@permission_required("monitor.tell_story", raise_exception=True)
def my_stories(request: SignedInRequest) -> HttpResponse:
    found = Story.objects.told_by(request.user)
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    return render(request, "monitor/my_stories.html", {"page_obj": page})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.tell_story", raise_exception=True)
def tell(request: SignedInRequest, kind: str) -> HttpResponse:
    """Written here, read back on the next page."""
    if kind not in KINDS:
        raise Http404
    if kind == "dilemma" and not request.user.has_perm("monitor.bring_dilemma"):
        raise PermissionDenied
    beside = {
        "indicator": request.GET.get("cijfer", ""),
        "quality": request.GET.get("kwaliteit", ""),
    }
    form = StoryForm(request.user, KINDS[kind], request.POST or None, initial=beside)
    if request.method == "POST" and form.is_valid():
        story = form.save(request.user)
        messages.success(request, _("Bewaard. Alleen u leest het, tot u het vrijgeeft."))
        return redirect("story_own", story.pk)
    return render(request, "monitor/story_tell.html", {"form": form, "kind": KINDS[kind]})


def own(request: SignedInRequest, pk: str) -> Story:
    return get_object_or_404(Story.objects.told_by(request.user), pk=pk)


@require_safe
@permission_required("monitor.tell_story", raise_exception=True)
def read_back(request: SignedInRequest, pk: str) -> HttpResponse:
    """As others will read it; and what was learned before about something like it."""
    story = own(request, pk)
    alike = Lesson.objects.none()
    if request.user.has_perm("monitor.view_lessons"):
        alike = Lesson.objects.visible_to(request.user).kept().like(story.words)[:3]
    return render(request, "monitor/story_own.html", {"story": story, "alike": alike})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.tell_story", raise_exception=True)
def change(request: SignedInRequest, pk: str) -> HttpResponse:
    """Told again. It is then out of sight until it is released again."""
    story = own(request, pk)
    now = {name: getattr(story, name) for name in ("title", "words", "quality", "indicator")}
    form = StoryForm(request.user, story.kind, request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        form.save(request.user, story)
        messages.success(request, _("Bewaard. Alleen u leest het, tot u het vrijgeeft."))
        return redirect("story_own", story.pk)
    context = {"form": form, "kind": story.kind, "story": story}
    return render(request, "monitor/story_tell.html", context)


@require_POST
@permission_required("monitor.tell_story", raise_exception=True)
def release(request: SignedInRequest, pk: str) -> HttpResponse:
    if own(request, pk).release(request.user):
        messages.success(request, _("Vrijgegeven. U kunt het altijd weer weghalen."))
    return redirect("story_own", pk)


@require_POST
@permission_required("monitor.tell_story", raise_exception=True)
def withdraw(request: SignedInRequest, pk: str) -> HttpResponse:
    if own(request, pk).withdraw(request.user):
        messages.success(request, _("Weggehaald. Niemand anders leest het nog."))
    return redirect("story_own", pk)
