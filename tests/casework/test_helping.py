"""Helping without joining: one action, a link that works until it is done, and the telephone."""

import re
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.models import Action, ActionLink, NetworkPerson, TimelineEntry
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage


@pytest.fixture
def action(family) -> Action:
    NetworkPerson.objects.update(email="els@voorbeeld.example")
    made = Action(
        case_file=family.case_file, goal=family.parenting, words="Noor uit school halen",
        owner=family.els, due=timezone.localdate(), created_by=family.coordinator,
    )  # fmt: skip
    made.add()
    return made


@pytest.fixture
def link(action, as_user, professional) -> str:
    send(as_user(professional), f"/werk/afspraken/{action.pk}/versturen/")
    return re.search(r"/afspraak/\S+", OutboxMessage.objects.latest("created_at").body).group()


def test_the_mail_has_just_the_action(family, action, link):
    mail = OutboxMessage.objects.latest("created_at")
    assert (mail.kind, mail.to) == ("mail", "els@voorbeeld.example")
    assert "Noor uit school halen" in mail.body
    assert "Jansen" not in mail.body
    assert "Jansen" not in mail.subject
    assert link.split("/")[2] not in ActionLink.objects.get().secret


def test_without_an_address_it_is_a_letter_for_the_team(action, as_user, professional, team):
    send(as_user(professional), f"/werk/afspraken/{action.pk}/versturen/", email="")
    letter = OutboxMessage.objects.latest("created_at")
    assert (letter.kind, letter.to, letter.team) == ("letter", "Els", team)


def test_the_letter_waits_in_my_day_until_it_is_posted(
    action, as_user, professional, outsider, partner
):
    client = as_user(professional)
    send(client, f"/werk/afspraken/{action.pk}/versturen/", email="")
    letter = OutboxMessage.objects.get(kind="letter")
    assert f"/werk/brieven/{letter.pk}/" in words(client.get("/werk/"))
    response = client.get(f"/werk/brieven/{letter.pk}/")
    assert "Noor uit school halen" in words(response)
    assert 'alt="Code om te scannen: http' in words(response)  # nobody types that link over
    assert check_page(response.content.decode()) == []
    for user in (outsider, partner):
        assert as_user(user).get(f"/werk/brieven/{letter.pk}/").status_code == 404
        assert as_user(user).post(f"/werk/brieven/{letter.pk}/gedaan/").status_code == 404
    client.post(f"/werk/brieven/{letter.pk}/gedaan/")
    assert f"/werk/brieven/{letter.pk}/" not in words(client.get("/werk/"))
    assert client.post(f"/werk/brieven/{letter.pk}/gedaan/").status_code == 404


def test_sent_twice_is_one_link(action, as_user, professional):
    send(as_user(professional), f"/werk/afspraken/{action.pk}/versturen/", twice=True)
    assert ActionLink.objects.count() == 1


def test_the_link_shows_one_action_and_nothing_else(family, link, stranger):
    response = stranger.get(link)
    page = words(response)
    assert check_page(response.content.decode()) == []
    assert "Noor uit school halen" in page
    for other in ["Jansen", "Lindeplein 12", "Youssef", "met plezier naar school", "Femke"]:
        assert other not in page
    look = AccessLog.objects.get(ground="link aan een helper")
    assert (look.household_id, look.why) == (family.case_file.household_id, "Els")


def test_done_and_a_few_words_once(family, action, link, stranger, as_user, professional):
    stranger.get(link)  # looking uses nothing up
    response = stranger.post(link, {"how": "klaar", "words": "Ze had een tekening."})
    assert response.url == "/afspraak/klaar/"
    assert stranger.get(response.url).status_code == 200
    action.refresh_from_db()
    assert action.done_by == family.els
    entry = TimelineEntry.objects.get(by=family.els)
    assert "Ze had een tekening." in entry.words
    assert (entry.life_domain, entry.audience) == ("parenting", "domain")
    again = stranger.post(link, {"how": "klaar", "words": "nog eens"})
    assert again.status_code == 404
    assert "werkt niet meer" in words(again)
    assert TimelineEntry.objects.filter(by=family.els).count() == 1
    assert "Ze had een tekening." in words(as_user(professional).get(family.url))


def test_about_a_goal_of_one_person_it_is_about_that_person(family, action, link, stranger):
    """At home it is for them alone, as the goal itself may be (casework/home.py)."""
    family.parenting.whose = family.resident.person
    family.parenting.save()
    stranger.post(link, {"how": "klaar", "words": "Ze had een tekening."})
    assert TimelineEntry.objects.get(by=family.els).about == family.resident.person


def test_it_says_who_reads_the_words_before_they_are_sent(link, stranger):
    page = words(stranger.get(link))
    assert "Het gezin en hun hulpverleners lezen dit." in page
    assert "Lukt het niet, schrijf dan kort waarom." in page
    assert "(niet verplicht)" not in page  # a "no" asks for it


def test_not_done_asks_for_a_word(action, link, stranger):
    response = stranger.post(link, {"how": "niet"})
    assert response.status_code == 200
    assert "Schrijf kort op hoe het gaat." in words(response)
    for _ in range(2):  # a second click writes nothing twice
        answered = stranger.post(link, {"how": "niet", "words": "Ik ben ziek."})
        assert answered.url == "/afspraak/klaar/"
    action.refresh_from_db()
    assert action.done_at is None
    assert TimelineEntry.objects.filter(words__contains="Ik ben ziek.").count() == 1
    # "Not yet" leaves the same letter good for the yes that comes later.
    assert stranger.post(link, {"how": "klaar", "words": "Nu wel."}).status_code == 302
    action.refresh_from_db()
    assert action.done_at is not None
    assert stranger.get(link).status_code == 404


def test_who_keeps_saying_no_is_asked_to_call(action, link, stranger):
    for number in range(10):
        stranger.post(link, {"how": "niet", "words": f"Nog niet, {number}."})
    gone = stranger.post(link, {"how": "niet", "words": "Nog eens."})
    assert gone.status_code == 404
    assert "Bel het wijkteam" in words(gone)
    assert TimelineEntry.objects.filter(words__contains="Nog niet,").count() == 10


def test_old_closed_and_standing_up_end_the_link(family, link, stranger, professional):
    def works() -> bool:
        return stranger.get(link).status_code == 200

    assert works()
    ActionLink.objects.update(expires_at=timezone.localtime() - timedelta(days=1))
    assert not works()
    ActionLink.objects.update(expires_at=timezone.localtime() + timedelta(days=1))
    family.els.leave(professional)
    assert not works()


def test_in_a_closed_file_the_link_opens_nothing(family, link, stranger, professional):
    family.case_file.close(professional, "Het gaat weer.")
    assert stranger.get(link).status_code == 404
    # What was typed meanwhile is not lost.
    late = stranger.post(link, {"how": "klaar", "words": "Ze <b>zong</b>."})
    assert late.status_code == 404
    assert "Ze &lt;b&gt;zong&lt;/b&gt;." in late.content.decode()


def test_a_new_link_ends_the_old_one(action, link, stranger, as_user, professional):
    send(as_user(professional), f"/werk/afspraken/{action.pk}/versturen/")
    assert stranger.get(link).status_code == 404


def test_a_stranger_has_no_right_on_any_table(link):
    for table in ["casework_action", "casework_actionlink", "casework_casefile", "casework_seat"]:
        with (
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            app_login(),
            database.role("public"),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608


def test_by_phone_a_professional_ticks_in_their_name(family, action, as_user, professional):
    url = f"/werk/afspraken/{action.pk}/gebeld/"
    send(as_user(professional), url, twice=True, how="klaar", words="Het ging goed.")
    action.refresh_from_db()
    assert action.done_by == family.coordinator
    entry = TimelineEntry.objects.get(words__contains="Het ging goed.")
    assert entry.words.startswith("Els aan de telefoon")


def test_only_for_who_has_no_account_and_only_by_the_table(
    family, action, as_user, professional, outsider, resident, partner
):
    own = family.actions["late"]
    assert as_user(professional).get(f"/werk/afspraken/{own.pk}/versturen/").status_code == 404
    for user, status in [(outsider, 404), (resident, 403), (partner, 200)]:
        response = as_user(user).get(f"/werk/afspraken/{action.pk}/versturen/")
        assert response.status_code == status
