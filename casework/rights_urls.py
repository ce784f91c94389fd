"""Addresses of documents, of who in a house reads what, and of the rights of the resident."""

from django.urls import path

from casework.views import documents, files, letters, meldcode, own_words, retention, rights

FILE = "werk/dossiers/<uuid:pk>/"
OWN = "mijn/plan/<uuid:pk>/"

urlpatterns = [
    path(f"{FILE}documenten/", documents.documents, name="documents"),
    path(f"{FILE}documenten/erbij/", documents.document_add, name="document_add"),
    path("werk/documenten/<uuid:pk>/", documents.document_show, name="document_show"),
    path(
        "werk/documenten/<uuid:pk>/download/", documents.document_download, name="document_download"
    ),
    path(
        "werk/documenten/<uuid:pk>/nieuwe-versie/",
        documents.document_version,
        name="document_version",
    ),
    path(f"{OWN}documenten/", documents.own_documents, name="own_documents"),
    path(f"{OWN}documenten/erbij/", documents.own_document_add, name="own_document_add"),
    path("mijn/documenten/<uuid:pk>/", documents.own_document_show, name="own_document_show"),
    path(
        "mijn/documenten/<uuid:pk>/download/",
        documents.own_document_download,
        name="own_document_download",
    ),
    path(f"{FILE}huisgenoten/", files.case_file_apart, name="case_file_apart"),
    path("mijn/berichten/<uuid:pk>/ernaast/", own_words.own_beside, name="own_beside"),
    path("mijn/doelen/<uuid:pk>/eens/", own_words.own_goal_answer, name="own_goal_answer"),
    path(f"{OWN}iemand-erbij/", own_words.own_guest, name="own_guest"),
    path("mijn/gegevens/", rights.own_rights, name="own_rights"),
    path("mijn/gegevens/vragen/", rights.own_right_ask, name="own_right_ask"),
    path("mijn/gegevens/download/", rights.own_export_ask, name="own_export_ask"),
    path("mijn/gegevens/download/stand/", rights.own_export_state, name="own_export_state"),
    path("mijn/gegevens/download/<uuid:pk>/", rights.own_export, name="own_export"),
    path("toezicht/rechten/", rights.rights, name="rights"),
    path("toezicht/rechten/<uuid:pk>/", rights.right_answer, name="right_answer"),
    path("toezicht/rechten/<uuid:pk>/langer/", rights.right_extend, name="right_extend"),
    path("toezicht/rechten/<uuid:pk>/opheffen/", rights.right_lift, name="right_lift"),
    path("toezicht/brieven/<uuid:pk>/", letters.letter_of_right, name="letter_of_right"),
    path(
        "toezicht/brieven/<uuid:pk>/gedaan/",
        letters.letter_of_right_done,
        name="letter_of_right_done",
    ),
    path("toezicht/bewaren/", retention.retention, name="retention"),
    path("toezicht/bewaren/<uuid:pk>/", retention.retention_ahead, name="retention_ahead"),
    path(f"{FILE}meldcode/", meldcode.meldcode_begin, name="meldcode_begin"),
    path("werk/meldcode/<uuid:pk>/", meldcode.meldcode, name="meldcode"),
    path("werk/meldcode/<uuid:pk>/stap/", meldcode.meldcode_step, name="meldcode_step"),
    path("werk/meldcode/<uuid:pk>/meelezen/", meldcode.meldcode_name, name="meldcode_name"),
    path("werk/meldcode/<uuid:pk>/afsluiten/", meldcode.meldcode_close, name="meldcode_close"),
]
