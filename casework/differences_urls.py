"""Addresses of what a table sees differently, waits for and is stuck on."""

from django.urls import path

from casework.views import differences, stuck

FILE = "werk/dossiers/<uuid:pk>/"

urlpatterns = [
    path(f"{FILE}verschil/", differences.difference_add, name="difference_add"),
    path("werk/verschillen/<uuid:pk>/", differences.difference_review, name="difference_review"),
    path(
        "werk/verschillen/<uuid:pk>/standpunt/", differences.position_write, name="position_write"
    ),
    path(f"{FILE}beslissing/", differences.mandate_ask, name="mandate_ask"),
    path("werk/beslissingen/<uuid:pk>/", differences.mandate_answer, name="mandate_answer"),
    path(f"{FILE}vastloper/", differences.stuck_write, name="stuck_write"),
    path("werk/vastlopers/<uuid:pk>/", differences.stuck_sign, name="stuck_sign"),
    path("leiding/vastlopers/", stuck.stuck_forward, name="stuck_forward"),
    path("leiding/vastlopers/<uuid:pk>/", stuck.stuck_forward_one, name="stuck_forward_one"),
    path("monitor/vastlopers/", stuck.stuck_inbox, name="stuck_inbox"),
    path("monitor/vastlopers/<uuid:pk>/", stuck.stuck_reply, name="stuck_reply"),
    path("mijn/plan/<uuid:pk>/verschil/", differences.own_difference, name="own_difference"),
    path("mijn/verschillen/<uuid:pk>/", differences.own_position, name="own_position"),
]
