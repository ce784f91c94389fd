"""No page about a family without a row in the log: not forgotten, not failed, not rolled back."""

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from casework.models import CaseFile
from tests import factories
from wijkteam.access import look, looks, no_family
from wijkteam.models import AccessLog

handler500 = "wijkteam.views.errors.server_error"


def names() -> str:
    return ", ".join(CaseFile.objects.values_list("household__name", flat=True))


def forgets(request: HttpRequest) -> HttpResponse:
    return HttpResponse(names())


def remembers(request: HttpRequest) -> HttpResponse:
    looks(request, part="plan", households=[one.household_id for one in CaseFile.objects.all()])
    return HttpResponse(names())


def counts(request: HttpRequest) -> HttpResponse:
    no_family(request)
    return HttpResponse(str(CaseFile.objects.count()))


def changes(request: HttpRequest) -> HttpResponse:
    CaseFile.objects.update(closed_at="2026-11-01T10:00Z")
    return HttpResponse(status=302)


def looks_elsewhere(request: HttpRequest) -> HttpResponse:
    names()
    return HttpResponse(status=404)


def shows_no_family(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hallo")


def looks_too_long(request: HttpRequest) -> HttpResponse:
    look(request, part="x" * 61)
    return HttpResponse(names())


urlpatterns = [
    path("vergeet/", forgets),
    path("onthoudt/", remembers),
    path("telt/", counts),
    path("verandert/", changes),
    path("niets/", looks_elsewhere),
    path("hallo/", shows_no_family),
    path("te-lang/", looks_too_long),
    path("", include("wijkteam.urls")),
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.wijkteam.test_access_witness")]
NAME = "Gezin Jansen"


@pytest.fixture
def visitor(as_user, professional, team):
    factories.case_file(professional, team, NAME)
    client = as_user(professional)
    client.raise_request_exception = False
    return client


def test_a_page_that_forgot_the_log_is_refused(visitor):
    page = visitor.get("/vergeet/")
    assert page.status_code == 500
    assert NAME not in page.content.decode()


def test_a_page_that_wrote_it_down_is_shown(visitor, professional):
    page = visitor.get("/onthoudt/")
    assert NAME in page.content.decode()
    row = AccessLog.objects.get(user=professional)
    assert (row.user_name, row.role, row.act) == ("Sanne de Wit", "professional", "bekeken")


def test_a_change_that_forgot_the_log_did_not_happen(visitor):
    assert visitor.get("/verandert/").status_code == 500
    assert CaseFile.objects.get().closed_at is None


@pytest.mark.parametrize("address", ["/telt/", "/hallo/"])
def test_what_shows_nobody_needs_no_row(visitor, professional, address):
    assert visitor.get(address).status_code == 200
    assert not AccessLog.objects.filter(user=professional).exists()


def test_what_is_refused_needs_no_row(visitor, professional):
    assert visitor.get("/niets/").status_code == 404
    assert not AccessLog.objects.filter(user=professional).exists()


def test_a_row_that_cannot_be_written_gives_an_error_page_and_no_data(visitor):
    page = visitor.get("/te-lang/")
    assert page.status_code == 500
    assert NAME not in page.content.decode()


@pytest.mark.parametrize("address", ["/werk/dossiers/", "/mijn/plan/", "/toezicht/"])
def test_without_the_log_every_page_is_closed(
    as_user, professional, resident, privacy_officer, team, address
):
    who = {"/werk/dossiers/": professional, "/mijn/plan/": resident, "/toezicht/": privacy_officer}
    factories.case_file(professional, team, NAME, resident=resident)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE wijkteam_accesslog ADD CHECK (false) NOT VALID")
    client = as_user(who[address])
    client.raise_request_exception = False
    page = client.get(address, follow=True)
    assert page.status_code == 500
    assert NAME not in page.content.decode()


def test_the_error_page_says_it_in_dutch(visitor):
    assert "Er ging bij ons iets mis" in visitor.get("/vergeet/").content.decode()
