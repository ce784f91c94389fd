"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, include, path

from monitor.views import front, releases, signing, team

RELEASE = "monitor/<int:year>/<int:quarter>/"
MAKING = "leiding/publicatie/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("monitor.voice_urls")),
    path("monitor/", front.monitor, name="monitor"),
    path("monitor/team/", team.team_figures, name="team_figures"),
    path(RELEASE, releases.release, name="release"),
    path(f"{RELEASE}cijfers.<slug:kind>", releases.release_download, name="release_download"),
    path(f"{RELEASE}papier/", releases.release_paper, name="release_paper"),
    path(f"{RELEASE}papier.pdf", releases.release_pdf, name="release_pdf"),
    path(MAKING, signing.release_desk, name="release_desk"),
    path(f"{MAKING}<uuid:pk>/", signing.release_preview, name="release_preview"),
    path(f"{MAKING}<uuid:pk>/terug/", signing.release_refuse, name="release_refuse"),
    path(f"{MAKING}<uuid:pk>/<slug:how>/", signing.release_step, name="release_step"),
]
