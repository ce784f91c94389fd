"""Addresses of the privacy officer."""

from django.urls import path

from wijkteam.views import oversight

urlpatterns = [
    path("", oversight.access_log, name="access_log"),
    path("export/", oversight.access_log_export, name="access_log_export"),
    path("zegels/", oversight.access_seals, name="access_seals"),
    path("vragen/", oversight.access_questions, name="access_questions"),
    path("vragen/<uuid:pk>/", oversight.access_question, name="access_question"),
]
