"""Addresses of this app: the table of the professionals, and the resident's own plan."""

from django.urls import include, path

from casework.views import (
    emergency,
    exchange,
    files,
    leaving,
    own,
    paper_codes,
    plan,
    sharing,
    story,
    table,
)

FILE = "werk/dossiers/<uuid:pk>/"
OWN = "mijn/plan/<uuid:pk>/"

urlpatterns = [
    path("werk/dossiers/", files.case_files, name="case_files"),
    path(FILE, files.case_file, name="case_file"),
    path(f"{FILE}afsluiten/", files.case_file_close, name="case_file_close"),
    path(f"{FILE}heropenen/", files.case_file_reopen, name="case_file_reopen"),
    path(f"{FILE}wie-keek/", files.case_file_log, name="case_file_log"),
    path(f"{FILE}doel/", plan.goal_add, name="goal_add"),
    path("werk/doelen/<uuid:pk>/", plan.goal_change, name="goal_change"),
    path("werk/doelen/<uuid:pk>/terugblik/", plan.goal_review, name="goal_review"),
    path("werk/doelen/<uuid:pk>/<slug:how>/", plan.goal_move, name="goal_move"),
    path("", include("casework.plan_urls")),
    path("", include("casework.differences_urls")),
    path(f"{FILE}bericht/", story.entry_write, name="entry_write"),
    path("werk/berichten/<uuid:pk>/verbeteren/", story.entry_correct, name="entry_correct"),
    path(f"{FILE}buurt/", exchange.neighbourhood, name="exchange"),
    path(f"{FILE}buurt/ja/", exchange.exchange_accept, name="exchange_accept"),
    path(f"{FILE}tafel/", table.table, name="table"),
    path(f"{FILE}tafel/vragen/", table.invite, name="invite"),
    path(f"{FILE}tafel/vragen/<slug:whom>/", table.invite_someone, name="invite_someone"),
    path(f"{FILE}tafel/regie/", table.hand_over, name="hand_over"),
    path("werk/plekken/<uuid:pk>/van-tafel/", table.seat_leave, name="seat_leave"),
    path("werk/plekken/<uuid:pk>/codes/", paper_codes.paper_codes, name="paper_codes"),
    path("werk/van-tafel/<uuid:pk>/", table.leave_request, name="leave_request"),
    path("mijn/plekken/<uuid:pk>/van-tafel/", own.own_leave, name="own_leave"),
    path(f"{FILE}delen/", sharing.grounds, name="grounds"),
    path("werk/delen/<uuid:pk>/stoppen/", sharing.ground_withdraw, name="ground_withdraw"),
    path("", include("casework.rights_urls")),
    path("mijn/plan/", own.own_plan, name="own_plan"),
    path(OWN, own.own_file, name="own_file"),
    path(f"{OWN}bericht/", own.own_entry, name="own_entry"),
    path("mijn/doelen/<uuid:pk>/cijfer/", own.own_mark, name="own_mark"),
    path("mijn/afspraken/<uuid:pk>/klaar/", own.own_action_done, name="own_action_done"),
    path("mijn/afspraken/<uuid:pk>/toch-niet/", own.own_action_reopen, name="own_action_reopen"),
    path("mijn/delen/<uuid:pk>/stoppen/", own.own_ground_withdraw, name="own_ground_withdraw"),
    path("mijn/wie-keek/", own.who_looked, name="who_looked"),
    path("mensen/", leaving.people, name="people"),
    path("mensen/<int:pk>/stopt/", leaving.person_stops, name="person_stops"),
    path("organisaties/<int:pk>/stopt/", leaving.organisation_stops, name="organisation_stops"),
    path("werk/nood/", emergency.find, name="emergency"),
    path("werk/nood/<uuid:pk>/", emergency.break_glass, name="break_glass"),
    path("toezicht/nood/", emergency.reviews, name="emergencies"),
    path("toezicht/nood/<uuid:pk>/", emergency.review, name="emergency_review"),
]
