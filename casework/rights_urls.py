"""Addresses of documents, of who in a house reads what, and of the rights of the resident."""

from django.urls import path

from casework.views import documents, files, own_words

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
]
