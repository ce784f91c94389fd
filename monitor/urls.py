"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, include, path

from monitor.views import front, releases, team

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("monitor.voice_urls")),
    path("monitor/", front.monitor, name="monitor"),
    path("monitor/team/", team.team_figures, name="team_figures"),
    path("monitor/<int:year>/<int:quarter>/", releases.release, name="release"),
]
