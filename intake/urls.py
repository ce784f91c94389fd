"""Addresses of this app: what residents use, and what the team uses."""

from django.urls import include, path

urlpatterns = [
    path("", include("intake.public_urls")),
    path("", include("intake.team_urls")),
]
