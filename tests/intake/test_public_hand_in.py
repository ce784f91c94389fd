"""After the request: an own plan within seven days, a photo of a letter, and who may read them."""

from datetime import timedelta

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils import timezone

from intake.choices import PauseReason
from intake.models import Addition, ConversationRequest
from intake.models.additions import MOST_PER_REQUEST, own_plan_until
from tests import factories
from tests.conftest import app_login
from tests.filling import visit
from tests.page import check_page
from wijkteam import database, references
from wijkteam.models import AccessLog
from wijkteam.workdays import end_of_term

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
PLAN, LETTER = "/gesprek/stand/erbij/plan/", "/gesprek/stand/erbij/brief/"
BOX = "Wat wilt u zelf doen, en wie helpt u daarbij?"


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, tmp_path):
    field = Addition._meta.get_field("file")
    monkeypatch.setattr(field, "storage", FileSystemStorage(tmp_path))


@pytest.fixture
def asked(team, resident) -> ConversationRequest:
    return factories.request(team, "Jo", email=resident.email)


def opened(client, asked):
    page = visit(client, "/gesprek/stand/").fill(
        {
            "Uw nummer": asked.readable_reference,
            "Uw telefoonnummer, e-mailadres of postcode": "0612345678",
        }
    )
    return page.press("Bekijken")


def photo(name: str = "brief.png", content: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/png")


def test_an_own_plan_in_words(stranger, asked):
    page = opened(stranger, asked)
    assert "Mijn eigen plan geven" in page.text
    page = visit(stranger, PLAN)
    assert check_page(page.text) == []
    page = page.fill({BOX: "Met Els de post sorteren."}).press("Versturen")
    assert page.at == "/gesprek/stand/"
    assert "Ontvangen op" in page.text
    made = Addition.objects.get()
    assert (made.kind, made.words, made.request) == ("plan", "Met Els de post sorteren.", asked)
    log = AccessLog.objects.filter(request_id=asked.pk, part="bijlage", act="toegevoegd")
    assert log.count() == 1
    assert asked.moves.filter(words__contains="eigen plan").exists()


def test_sending_twice_hands_it_in_once(stranger, asked):
    opened(stranger, asked)
    page = visit(stranger, PLAN).fill({BOX: "Samen koken."})
    page.press("Versturen")
    page.press("Versturen")
    assert Addition.objects.count() == 1


def test_a_photo_of_a_letter_goes_to_the_team_and_back_to_me(
    stranger, as_user, asked, professional, resident, tmp_path
):
    opened(stranger, asked)
    response = stranger.post(LETTER, {"file": photo("../../geheim<.pdf")})
    assert response.status_code == 302
    made = Addition.objects.get()
    assert (made.content_type, made.name) == ("image/png", "geheim.png")
    assert "geheim" not in made.file.name
    assert made.file.path.startswith(str(tmp_path))

    client = as_user(professional)
    assert "geheim.png" in client.get(f"/werk/verzoeken/{asked.pk}/").content.decode()
    seen = client.get(f"/werk/bijlage/{made.pk}/")
    assert b"".join(seen.streaming_content) == PNG
    assert "no-store" in seen["Cache-Control"]
    assert AccessLog.objects.filter(user=professional, part="bijlage").count() == 1

    mine = as_user(resident)
    assert "geheim.png" in mine.get("/mijn/").content.decode()
    assert b"".join(mine.get(f"/mijn/bijlage/{made.pk}/").streaming_content) == PNG


@pytest.mark.parametrize("who", ["outsider", "partner", "team_lead", "municipality", "contact"])
def test_nobody_else_reads_it(stranger, as_user, asked, request, who):
    opened(stranger, asked)
    stranger.post(LETTER, {"file": photo()})
    pk = Addition.objects.get().pk
    client = as_user(request.getfixturevalue(who))
    assert client.get(f"/werk/bijlage/{pk}/").status_code == (404 if who == "outsider" else 403)
    assert client.get(f"/mijn/bijlage/{pk}/").status_code == 403
    other = as_user(factories.user("Piet", "resident"))
    assert other.get(f"/mijn/bijlage/{pk}/").status_code == 404
    assert stranger.get(f"/mijn/bijlage/{pk}/").headers["Location"].startswith("/inloggen/")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><script>alert(1)</script>", None),
        (b"MZ\x90\x00\x03\x00\x00\x00", "Dit soort bestand"),
        (b"", "Dit bestand is leeg."),
    ],
)
def test_the_content_counts_and_not_the_name(stranger, asked, content, said):
    opened(stranger, asked)
    response = stranger.post(PLAN, {"words": "Blijft staan", "file": photo(content=content)})
    if said is None:  # plain text, and given back as such
        assert Addition.objects.get().content_type.startswith("text/plain")
        return
    text = response.content.decode()
    assert said in text
    assert "Blijft staan" in text
    assert check_page(text) == []
    assert not Addition.objects.exists()


def test_after_the_day_of_its_clock_the_plan_comes_to_the_table(stranger, asked):
    opened(stranger, asked)
    today = timezone.localdate()
    asked.clocks.filter(kind="own_plan").update(due=today)
    assert visit(stranger, PLAN).fill({BOX: "Net op tijd."}).press("Versturen").at != PLAN
    asked.clocks.filter(kind="own_plan").update(due=today - timedelta(days=1))
    page = visit(stranger, PLAN).fill({BOX: "Te laat."}).press("Versturen")
    assert "De tijd voor een plan vooraf is voorbij." in page.text
    assert page.value(BOX) == "Te laat."
    assert "Mijn eigen plan geven" not in visit(stranger, "/gesprek/stand/").text
    assert Addition.objects.count() == 1


def test_a_team_that_gives_two_weeks_gives_them_everywhere(team, professional):
    team.days_for_own_plan = 14
    team.save()
    asked = factories.request(team, "Jo")
    asked.take(professional)
    due = asked.clocks.get(kind="own_plan").due
    assert due >= timezone.localdate() + timedelta(days=14)
    assert own_plan_until(asked) == due
    asked.pause(professional, PauseReason.values[0], on=timezone.localdate() - timedelta(days=4))
    # Three whole days stood still, and then the weekend that the term may end in.
    assert own_plan_until(asked) == end_of_term(due, days=3)
    asked.resume(professional)
    assert own_plan_until(asked) == asked.clocks.get(kind="own_plan").due


def test_nothing_is_added_without_the_second_fact_or_after_the_end(stranger, asked, professional):
    for address in (PLAN, LETTER):
        assert visit(stranger, address).at == "/gesprek/stand/"
        stranger.post(address, {"words": "x", "file": photo()})
    opened(stranger, asked)
    assert stranger.get("/gesprek/stand/erbij/iets/").status_code == 404
    asked.close(professional, "answered")
    stranger.post(PLAN, {"words": "x"})
    assert not Addition.objects.exists()


def test_ten_are_enough(stranger, asked):
    opened(stranger, asked)
    Addition.objects.bulk_create(
        Addition(request=asked, kind="letter", words="x") for _n in range(MOST_PER_REQUEST)
    )
    page = visit(stranger, PLAN).fill({BOX: "Nog een."}).press("Versturen")
    assert "Neem de rest mee naar het gesprek." in page.text


def test_from_the_own_page(as_user, resident, asked):
    client = as_user(resident)
    page = visit(client, "/mijn/").press(f"Mijn eigen plan geven: {asked.readable_reference}")
    assert page.at == PLAN
    page = page.fill({BOX: "Elke dag wandelen."}).press("Versturen")
    assert "Elke dag wandelen." in visit(client, "/mijn/").text


def test_the_database_says_so_too(asked, team, resident, team_lead, outsider):
    other = factories.request(team, "Ria", phone="0687654321")
    Addition.objects.create(request=other, kind="plan", words="Van Ria")
    secret = references.key(asked.reference, "+31612345678")
    with app_login(), database.role("public"):
        database.secret(secret)
        assert not Addition.objects.values("pk").exists()
        for refused in (
            lambda: list(Addition.objects.values("words")),
            lambda: Addition(request=other, kind="plan", words="x").save(force_insert=True),
            lambda: Addition.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                refused()
    for role, user in [("professional", outsider), ("resident", resident)]:
        with app_login(), database.role(role, user.pk):
            assert not Addition.objects.exists()
    with (
        app_login(),
        database.role("team_lead", team_lead.pk),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        Addition.objects.exists()
