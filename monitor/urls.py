"""Addresses of this app."""

from django.urls import URLPattern, path

from monitor.views import front, releases, team

urlpatterns: list[URLPattern] = [
    path("monitor/", front.monitor, name="monitor"),
    path("monitor/team/", team.team_figures, name="team_figures"),
    path("monitor/<int:year>/<int:quarter>/", releases.release, name="release"),
]
