"""Addresses of the team."""

from django.urls import path

from intake.views import (
    additions,
    clocks,
    complaints_team,
    conversations,
    day,
    entering,
    leading,
    links,
    outcomes,
    post,
    proposals,
    sending,
    team,
)

COMPLAINT = "leiding/klachten/<uuid:pk>/"
REQUEST = "werk/verzoeken/<uuid:pk>/"
TALK = "werk/gesprek/<uuid:pk>/"

urlpatterns = [
    path("werk/", day.day, name="day"),
    path("werk/zoeken/", day.search, name="search"),
    path("werk/opschrijven/", day.write_down, name="write_down"),
    path("werk/verzoeken/", team.inbox, name="inbox"),
    path("werk/verzoeken/nieuw/", entering.request_new, name="request_new"),
    path(REQUEST, team.request_detail, name="request_detail"),
    path(f"{REQUEST}oppakken/", team.request_take, name="request_take"),
    path(f"{REQUEST}klok/", clocks.request_pause, name="request_pause"),
    path(f"{REQUEST}klok/verder/", clocks.request_resume, name="request_resume"),
    path("werk/klachten/nieuw/", complaints_team.complaint_new, name="complaint_new"),
    path("leiding/klachten/", complaints_team.complaints, name="complaints"),
    path(COMPLAINT, complaints_team.complaint, name="complaint"),
    path(f"{COMPLAINT}verdelen/", complaints_team.complaint_assign, name="complaint_assign"),
    path(f"{COMPLAINT}langer/", complaints_team.complaint_extend, name="complaint_extend"),
    path(f"{COMPLAINT}antwoord/", complaints_team.complaint_answer, name="complaint_answer"),
    path(f"{COMPLAINT}bereikt/", complaints_team.complaint_reached, name="complaint_reached"),
    path(f"{COMPLAINT}op-papier/", complaints_team.complaint_print, name="complaint_print"),
    path("leiding/", leading.leading, name="leading"),
    path(f"{REQUEST}contact/", team.request_contact, name="request_contact"),
    path("werk/bijlage/<uuid:pk>/", additions.request_addition, name="request_addition"),
    path(f"{REQUEST}plannen/", conversations.request_plan, name="request_plan"),
    path(f"{REQUEST}voorstellen/", proposals.request_propose, name="request_propose"),
    path(f"{REQUEST}koppelen/", links.request_link, name="request_link"),
    path(f"{REQUEST}loskoppelen/", links.request_unlink, name="request_unlink"),
    path(f"{REQUEST}eigen-pagina/", links.request_own_page, name="request_own_page"),
    path("werk/voorstel/<uuid:pk>/gekozen/", proposals.proposal_choose, name="proposal_choose"),
    path("werk/brieven/", post.post, name="post"),
    path("werk/brieven/gedaan/", post.post_done, name="post_done"),
    path("werk/route/", day.route, name="route"),
    path(f"{REQUEST}verslag/", conversations.report_begin, name="report_begin"),
    path(f"{REQUEST}afronden/", outcomes.request_close, name="request_close"),
    path(f"{REQUEST}afronden/<slug:how>/", outcomes.request_end, name="request_end"),
    path(f"{REQUEST}dossier/", outcomes.request_case_file, name="request_case_file"),
    path(f"{TALK}verzetten/", conversations.conversation_move, name="conversation_move"),
    path(f"{TALK}afzeggen/", conversations.conversation_cancel, name="conversation_cancel"),
    path(f"{TALK}afspraak.ics", conversations.conversation_calendar, name="conversation_calendar"),
    path(f"{TALK}verslag/", conversations.report, name="report"),
    path(f"{TALK}verslag/bewaren/", conversations.report_save, name="report_save"),
    path(f"{TALK}verslag/samen-lezen/", sending.report_send, name="report_send"),
    path(f"{TALK}verslag/reactie/", sending.report_reaction, name="report_reaction"),
    path(f"{TALK}verslag/op-papier/", sending.report_print, name="report_print"),
    path("werk/bericht/<uuid:pk>/gedaan/", team.message_done, name="message_done"),
]
