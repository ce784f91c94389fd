"""Addresses of the resident, and of anyone who looks for help."""

from django.urls import path

from intake.views import additions, complaints, leaving, moments, own, paper, public, resume, state

urlpatterns = [
    path("", public.home, name="home"),
    path("weg/", leaving.leave, name="leave"),
    path("gesprek/", public.page, {"name": "whom"}, name="whom"),
    path("gesprek/bereiken/", public.page, {"name": "reach"}, name="reach"),
    path("gesprek/wensen/", public.page, {"name": "wishes"}, name="wishes"),
    path("gesprek/vertellen/", public.page, {"name": "words"}, name="words"),
    path("gesprek/controle/", public.check, name="check"),
    path("gesprek/verstuurd/", public.sent, name="sent"),
    path("gesprek/formulier/", paper.paper, name="paper"),
    path("gesprek/formulier.pdf", paper.paper_pdf, name="paper_pdf"),
    path("gesprek/wissen/", leaving.wipe, name="wipe"),
    path("gesprek/later/", resume.later, name="later"),
    path("gesprek/stoppen/", resume.stop, name="stop"),
    path("gesprek/verder/", resume.resume, name="resume"),
    path("gesprek/verder/<slug:code>/", resume.resume, name="resume_link"),
    path("gesprek/stand/", state.state, name="state"),
    path("gesprek/stand/contact/", state.change, name="state_change"),
    path("gesprek/stand/erbij/<slug:what>/", additions.hand_in, name="hand_in"),
    path("mijn/bijlage/<uuid:pk>/", additions.own_addition, name="own_addition"),
    path("gesprek/stand/intrekken/", state.withdraw, name="state_withdraw"),
    path("gesprek/stand/moment/", moments.moment_choose, name="moment_choose"),
    path("gesprek/moment/<slug:token>/", moments.moment_link, name="moment_link"),
    path("gesprek/stand/dicht/", state.close, name="state_close"),
    path("gesprek/stand/eigen-pagina/", own.ask_own_page, name="ask_own_page"),
    path("klacht/", complaints.complain, name="complain"),
    path("klacht/formulier/", paper.paper_complaint, name="paper_complaint"),
    path("klacht/stand/", complaints.complaint_state, name="complaint_state"),
    path("klacht/stand/opnieuw/", complaints.complaint_reopen, name="complaint_reopen"),
    path("inloggen/eigen-pagina/", own.own_page_start, name="own_page_start"),
    path("mijn/", own.own_page, name="own_page"),
    path("mijn/verslag/<uuid:pk>/", own.react, name="own_reaction"),
    path("mijn/verzoek/<uuid:pk>/", own.open_state, name="own_request"),
]
