"""Addresses of this app."""

from django.urls import URLPattern, path

from monitor import views

urlpatterns: list[URLPattern] = [
    path("monitor/", views.monitor, name="monitor"),
    path("monitor/team/", views.team_figures, name="team_figures"),
    path("monitor/<int:year>/<int:quarter>/", views.release, name="release"),
]
