"""Requests of one household: linked, the report written once, on an own page, erased in time."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.keeping import destroy_what_is_due
from casework.models import CaseFile, Person
from intake.choices import Outcome
from intake.models import Addition, Complaint, ConversationRequest, OwnWords, RequestLink
from intake.tasks import erase_old_requests
from tests import factories
from tests.conftest import app_login
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page
from wijkteam import database, files
from wijkteam.models import AccessLog, AccessQuestion, OutboxMessage
from wijkteam.models.changes import Change


@pytest.fixture
def noor(team):
    return factories.request(team, "Noor")


def url(request, deed: str) -> str:
    return f"/werk/verzoeken/{request.pk}/{deed}/"


def test_the_page_finds_who_looks_alike_and_links_both(as_user, professional, jo, noor):
    client = as_user(professional)
    html = words(client.get(url(jo, "koppelen")))
    assert "Noor" in html  # the same phone number
    assert check_page(html) == []
    client.post(url(jo, "koppelen"), {"alike": noor.pk})
    for one, other in [(jo, noor), (noor, jo)]:
        assert f"{other.name}</bdi>" in words(client.get(f"/werk/verzoeken/{one.pk}/"))
    assert "koppelen" in looked(professional, noor)
    assert {jo.moves.last().words, noor.moves.last().words} == {
        "gekoppeld aan een verzoek van hetzelfde huishouden"
    }


def test_by_number_twice_and_loose_again(as_user, professional, jo, noor):
    client = as_user(professional)
    for _time in range(2):
        page = client.post(url(jo, "koppelen"), {"number": noor.readable_reference}, follow=True)
    assert "waren al gekoppeld" in words(page)
    client.post(url(noor, "loskoppelen"), {"nummer": jo.reference})
    assert not RequestLink.objects.filter(ended_at__isnull=True).exists()
    assert list(noor.linked(professional)) == []


@pytest.mark.parametrize("number", ["", "x", "ACDE-FGHJ", "own", "other team"])
def test_a_number_that_cannot_be_is_said(as_user, professional, jo, other_team, number):
    if number == "other team":
        number = factories.request(other_team, "Ver", phone="0687654321").readable_reference
    typed = {"number": jo.reference if number == "own" else number}
    client = as_user(professional)
    page = client.post(url(jo, "koppelen"), typed, follow=True)
    assert page.status_code == 200
    assert not RequestLink.objects.exists()


def test_screen_and_database_agree_on_links(jo, noor, professional, outsider, team_lead):
    jo.link(noor, professional)
    for user, number in [(professional, 1), (outsider, 0)]:
        with app_login(), database.role("professional", user.pk):
            assert RequestLink.objects.count() == number


def test_one_talk_two_siblings_one_report(as_user, professional, jo, noor):
    noor.take(professional)
    jo.link(noor, professional)
    jo.hold(professional)
    talk = jo.conversations.create(
        professional=professional, held_at=timezone.now(), goes_well="Samen eten", company="oma"
    )
    client = as_user(professional)
    html = words(client.get(f"/werk/gesprek/{talk.pk}/verslag/samen-lezen/"))
    assert noor.readable_reference in html
    assert check_page(html) == []
    typed = {"how": "mail", "reaction": "agrees", "also": [str(noor.pk)]}
    client.post(f"/werk/gesprek/{talk.pk}/verslag/samen-lezen/", typed)
    copy = noor.conversations.get()
    noor.refresh_from_db()
    assert (copy.goes_well, copy.company, noor.status) == ("Samen eten", "oma", "held")
    assert copy.sent_at
    kinds = dict(OutboxMessage.objects.values_list("request_id", "kind"))
    assert kinds == {jo.pk: "mail", noor.pk: "letter"}


def test_a_sibling_with_an_own_report_keeps_it_and_nothing_is_half_done(
    as_user, professional, jo, noor
):
    for one, text in [(jo, "Samen eten"), (noor, "Eigen woorden")]:
        one.take(professional)
        one.hold(professional)
        one.conversations.create(professional=professional, held_at=timezone.now(), goes_well=text)
    jo.link(noor, professional)
    talk = jo.conversations.get()
    typed = {"how": "hand", "reaction": "", "also": [str(noor.pk)]}
    page = as_user(professional).post(
        f"/werk/gesprek/{talk.pk}/verslag/samen-lezen/", typed, follow=True
    )
    assert "Noor heeft al een eigen verslag." in words(page)
    talk.refresh_from_db()
    assert talk.sent_at is None
    assert noor.conversations.get().goes_well == "Eigen woorden"


def test_a_request_without_mail_goes_on_the_own_page(as_user, professional, team, noor, resident):
    factories.case_file(professional, team, resident=resident)
    client = as_user(professional)
    html = words(client.get(url(noor, "eigen-pagina")))
    assert check_page(html) == []
    person = Person.objects.get(user=resident).pk
    client.post(url(noor, "eigen-pagina"), {"person": person})
    again = client.post(url(noor, "eigen-pagina"), {"person": person}, follow=True)
    assert "staat al op een eigen pagina" in words(again)
    noor.refresh_from_db()
    assert noor.requester == resident
    assert noor.readable_reference in words(as_user(resident).get("/mijn/"))


def test_only_people_of_own_tables_can_be_chosen(
    as_user, professional, outsider, other_team, noor, resident
):
    factories.case_file(outsider, other_team, resident=resident)
    client = as_user(professional)
    assert "nog geen bewoner met een eigen pagina" in words(client.get(url(noor, "eigen-pagina")))
    client.post(url(noor, "eigen-pagina"), {"person": Person.objects.get(user=resident).pk})
    noor.refresh_from_db()
    assert noor.requester is None


@pytest.mark.parametrize("deed", ["koppelen", "loskoppelen", "eigen-pagina"])
def test_keeps_out_who_may_not(as_user, outsider, team_lead, jo, deed):
    post = {} if deed == "loskoppelen" else None
    check_doors(as_user, url(jo, deed), outsider=outsider, without=team_lead, post=post)


def test_the_route_of_a_day(as_user, professional, jo, team_lead):
    at = timezone.localtime().replace(hour=23, minute=30)
    jo.conversations.create(professional=professional, planned_at=at, place="home",
                            address="Lindeplein 12", company="oma")  # fmt: skip
    ConversationRequest.objects.update(status="planned")
    client = as_user(professional)
    html = words(client.get("/werk/route/"))
    for said in ("23.30", "Lindeplein 12", "Jo</bdi>", "oma"):
        assert said in html
    assert check_page(html) == []
    assert "geen gesprekken" in words(client.get("/werk/route/", {"dag": "2030-01-01"}))
    assert client.get("/werk/route/", {"dag": "\x00"}).status_code == 200
    check_doors(as_user, "/werk/route/", outsider=None, without=team_lead)


def closed(request, professional, years: float, **fields) -> None:
    request.close(professional, Outcome.ANSWERED, "klaar")
    at = timezone.localtime() - timedelta(days=int(years * 366))
    ConversationRequest.objects.filter(pk=request.pk).update(closed_at=at, **fields)


def test_what_ended_long_ago_is_erased_with_all_that_hangs_on_it(
    jo, noor, professional, team, django_capture_on_commit_callbacks
):
    OwnWords(request=jo, words="Mijn verhaal").save(force_insert=True)
    jo.link(noor, professional)
    name = files.store().save("proef", ContentFile(b"x"))
    Addition(request=jo, kind="plan", file=name).save(force_insert=True)
    OutboxMessage.objects.post(kind="mail", to="x@x.nl", subject="x", body="x", request_id=jo.pk)
    Complaint(
        team=team, request=jo, about="team", words="x", name="Jo", phone="0612345678"
    ).arrive()
    look = {"act": "bekeken", "part": "verzoek", "correlation": uuid4()}
    row = AccessLog.objects.create(user=professional, request_id=jo.pk, **look)
    AccessQuestion.ask(row, professional).answer(professional, "Daarom.")
    closed(jo, professional, 2.1)
    closed(noor, professional, 1.9)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_old_requests() == 1
    assert not files.store().exists(name)
    assert erase_old_requests() == 0
    assert list(ConversationRequest.objects.all()) == [noor]
    assert not OwnWords.objects.exists()
    assert not RequestLink.objects.exists()
    assert not OutboxMessage.objects.exclude(request_id=None, about_id=None).exists()
    assert Complaint.objects.get().request is None  # it still waits for its answer
    assert AccessLog.objects.filter(request_id=jo.pk, act="vernietigd").count() == 1
    assert "Jo" not in str(list(Change.objects.filter(request_id=jo.pk).values("old", "new")))


def test_a_withdrawn_request_takes_its_files_along(
    stranger, jo, professional, django_capture_on_commit_callbacks
):
    """Handed in by the resident, withdrawn by the resident, erased by the role of the round."""
    stranger.post("/gesprek/stand/", {"reference": jo.reference, "fact": "jo@voorbeeld.example"})
    for what in ("plan", "brief"):
        photo = SimpleUploadedFile("brief.txt", b"Lees dit.", "text/plain")
        stranger.post(f"/gesprek/stand/erbij/{what}/", {"key": uuid4(), "file": photo})
    stored = list(Addition.objects.values_list("file", flat=True))
    assert len(stored) == 2
    stranger.post("/gesprek/stand/intrekken/", {"words": ""})
    old = timezone.localtime() - timedelta(days=800)
    ConversationRequest.objects.filter(outcome="withdrawn").update(closed_at=old)
    with django_capture_on_commit_callbacks(execute=True), app_login():
        assert erase_old_requests() == 1
    assert not Addition.objects.exists()
    assert not any(files.store().exists(name) for name in stored)


def test_files_go_with_the_case_file_that_came_of_the_request(
    jo, professional, team, django_capture_on_commit_callbacks
):
    file = factories.case_file(professional, team)
    name = files.store().save("proef", ContentFile(b"x"))
    Addition(request=jo, kind="letter", file=name).save(force_insert=True)
    closed(jo, professional, 16, outcome=Outcome.CASE_FILE, case_file=file)
    file.close(professional, "Het gaat goed.", "Niets meer.")
    CaseFile.objects.update(destroy_on=timezone.localdate() - timedelta(days=1))
    with django_capture_on_commit_callbacks(execute=True), app_login():
        assert destroy_what_is_due() == 1
    assert not Addition.objects.exists()
    assert not files.store().exists(name)


def test_what_became_a_case_file_goes_with_the_file(jo, professional, team):
    file = factories.case_file(professional, team)
    closed(jo, professional, 3, outcome=Outcome.CASE_FILE, case_file=file)
    assert erase_old_requests() == 0


def test_the_worker_itself_erases_nothing_younger(jo, professional):
    jo.close(professional, Outcome.ANSWERED)
    with database.role("worker"):
        ConversationRequest.objects.filter(pk=jo.pk)._raw_delete("default")
    assert ConversationRequest.objects.filter(pk=jo.pk).exists()
