"""What people say of us: the whole of it, for the team that it is about. To learn from."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from monitor import not_content, team_voices
from monitor.catalogue import TEAM, Week, reach, waiting_by_week
from monitor.forms.questions import SortForm
from monitor.lines import line_chart
from monitor.models import Answer
from monitor.tables import Row, Table
from monitor.team_voices import mondays
from monitor.wheel import wheel
from wijkteam.access import no_family
from wijkteam.models import Team
from wijkteam.requests import SignedInRequest

YEAR = timedelta(days=365)
MOST_WORDS = 8


@require_safe
@permission_required(TEAM, raise_exception=True)
def voices(request: SignedInRequest) -> HttpResponse:
    """Marks, what goes wrong where, open answers, who is not reached, waiting and writing."""
    no_family(request)
    own = {"memberships__user": request.user, "memberships__until__isnull": True}
    teams = list(Team.objects.filter(**own).distinct())
    keys = [team.pk for team in teams]
    since = timezone.localdate() - YEAR
    words = Answer.objects.visible_to(request.user).filter(year__gte=since.year)
    context = {
        "teams": teams,
        "wheel": wheel(team_voices.marks(keys, since)),
        "steps": not_content.not_content(keys, since),
        "reasons": not_content.reasons(keys, since),
        "for_whom": not_content.for_whom(keys, since),
        "response": team_voices.response(keys, since),
        "page_obj": Paginator(words.in_order(), MOST_WORDS).get_page(request.GET.get("page")),
        "reach": reach(keys, since),
        "waiting": weekly(waiting_by_week(keys, mondays(timezone.localdate()))),
        "writing": weekly(team_voices.writing(teams)),
    }
    return render(request, "monitor/team_voices.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("monitor.sort_answers", raise_exception=True)
def answer_sort(request: SignedInRequest, pk: str) -> HttpResponse:
    """Why somebody was not content, named by the team when they did not name it themselves."""
    no_family(request)
    answer = get_object_or_404(Answer.objects.to_sort(request.user), pk=pk)
    form = SortForm(request.POST or None, initial={"reason": answer.reason})
    if request.method == "POST" and form.is_valid():
        form.save(request.user, answer)
        messages.success(request, _("Bewaard. De tabel telt dit antwoord nu mee."))
        return redirect("team_voices")
    return render(request, "monitor/answer_sort.html", {"answer": answer, "form": form})


def weekly(weeks: list[Week] | None) -> dict[str, object] | None:
    """A line and its table: one number per week."""
    if weeks is None:
        return None
    names = [date_format(week.monday, "j M") for week in weeks]
    table = Table(names, [Row("", [week.number for week in weeks])], adds_up=False)
    return {"chart": line_chart(table), "weeks": list(zip(names, weeks, strict=True))}
