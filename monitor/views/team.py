"""The team's own figures, unrounded."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from monitor.catalogue import INDICATORS, TEAM
from monitor.charts import bar_chart, stacked_chart
from monitor.tables import last_quarters, team_table
from wijkteam.access import no_family
from wijkteam.models import Team
from wijkteam.requests import SignedInRequest


@require_safe
@permission_required(TEAM, raise_exception=True)
def team_figures(request: SignedInRequest) -> HttpResponse:
    """How people come in and how long they wait, per quarter, for the visitor's own team."""
    no_family(request)
    own = {"memberships__user": request.user, "memberships__until__isnull": True}
    teams = list(Team.objects.filter(**own).distinct())
    quarters = last_quarters(4, timezone.localdate())
    figures = []
    for indicator in INDICATORS if teams else []:
        if request.user.has_perm(indicator.reader):
            table = team_table(indicator, [team.pk for team in teams], quarters)
            chart = stacked_chart(table) if indicator.stacked else bar_chart(table)
            figures.append({"indicator": indicator, "table": table, "chart": chart})
    return render(request, "monitor/team_figures.html", {"teams": teams, "figures": figures})
