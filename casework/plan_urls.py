"""Addresses of the plan: actions, help from outside, paper, history."""

from django.urls import path

from casework.views import actions, helping, letters, news, paper

FILE = "werk/dossiers/<uuid:pk>/"
ACTION = "werk/afspraken/<uuid:pk>/"
OWN = "mijn/plan/<uuid:pk>/"

urlpatterns = [
    path(f"{FILE}afspraak/", actions.action_add, name="action_add"),
    path(ACTION, actions.action_change, name="action_change"),
    path(f"{ACTION}klaar/", actions.action_done, name="action_done"),
    path(f"{ACTION}toch-niet/", actions.action_reopen, name="action_reopen"),
    path("werk/helper-aan-de-telefoon/", helping.action_by_code, name="action_by_code"),
    path(f"{ACTION}versturen/", helping.action_send, name="action_send"),
    path(f"{ACTION}gebeld/", helping.action_phone, name="action_phone"),
    path("afspraak/klaar/", helping.linked_thanks, name="linked_thanks"),
    path("afspraak/<slug:token>/", helping.linked_action, name="linked_action"),
    path(f"{FILE}wie-is-hier/", news.presence, name="presence"),
    path(f"{OWN}wie-is-hier/", news.own_presence, name="own_presence"),
    path("werk/nieuws-per-mail/", news.news_wish, name="news_wish"),
    path("mijn/nieuws-per-mail/", news.own_news_wish, name="own_news_wish"),
    path("werk/brieven/<uuid:pk>/", letters.letter, name="letter"),
    path("werk/brieven/<uuid:pk>/gedaan/", letters.letter_done, name="letter_done"),
    path(f"{FILE}papier/", paper.plan_paper, name="plan_paper"),
    path(f"{FILE}papier/plan.pdf", paper.plan_paper_pdf, name="plan_paper_pdf"),
    path(f"{FILE}geschiedenis/", paper.plan_history, name="plan_history"),
    path(f"{OWN}papier/", paper.own_paper, name="own_paper"),
    path(f"{OWN}papier/plan.pdf", paper.own_paper_pdf, name="own_paper_pdf"),
    path(f"{OWN}geschiedenis/", paper.own_history, name="own_history"),
]
