"""The mail about what is new: daily, weekly, never; once; and without one word of a family."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import Difference, LastLook, MandateQuestion, NewsWish, PersonContact, Seat
from casework.models.case_files import NewPerson
from casework.tasks import send_news
from tests import factories
from tests.casework.browser import fields, send, words
from tests.page import check_page
from wijkteam.models import OutboxMessage


@pytest.fixture
def quiet(family):
    """Everyone looked just now."""
    for seat in [family.coordinator, family.colleague, family.partner]:
        LastLook.renew(family.case_file, seat.user)
    LastLook.renew(family.case_file, family.resident.person.user)
    return family


def told() -> dict[str, str]:
    mails = OutboxMessage.objects.filter(subject="Er is iets nieuws")
    return {mail.to: mail.body for mail in mails}


def test_nothing_new_is_no_mail(quiet):
    assert send_news() == 0


def test_who_looked_before_it_happened_hears_of_it_once(quiet, as_user, professional, colleague):
    send(as_user(professional), f"{quiet.url}bericht/", words="Mark belde over de huur.")
    assert send_news() == 3  # not to whoever wrote it
    assert send_news() == 0
    mails = told()
    assert professional.email not in mails
    mail = mails[colleague.email]
    assert "Er is iets nieuws aan 1 tafel." in mail
    for word in ["Jansen", "Mark belde", "huur", str(quiet.case_file.pk)]:
        assert word not in mail
    OutboxMessage.objects.all().delete()
    send(as_user(professional), f"{quiet.url}bericht/", words="Nog iets.")
    assert send_news() == 0  # one mail a day
    NewsWish.objects.update(sent_at=timezone.localtime() - timedelta(days=1))
    assert send_news() == 3


def test_who_never_looked_hears_on_monday_of_friday(quiet, colleague):
    """No mail goes in the weekend: three days between two of them."""
    LastLook.objects.filter(user=colleague).delete()
    with connection.cursor() as cursor:  # nothing of this table is of today
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM wijkteam_change")
        cursor.execute("UPDATE casework_timelineentry SET at = now() - interval '3 days'")
        cursor.execute("UPDATE casework_goalreview SET at = now() - interval '3 days'")
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert quiet.case_file.entries.exists()
    send_news()
    assert set(told()) == {colleague.email}


def test_what_one_may_not_read_is_not_news(quiet, as_user, professional, partner):
    url = f"{quiet.url}bericht/"
    send(as_user(professional), url, words="Over geld", life_domain="money")
    send(as_user(professional), url, words="Voor mij", only_coordinator="on")
    send_news()
    assert partner.email not in told()


def test_a_tick_is_news(quiet, as_user, professional, resident):
    as_user(professional).post(f"/werk/afspraken/{quiet.actions['late'].pk}/klaar/")
    send_news()
    assert "/mijn/plan/" in told()[resident.email]


def test_what_the_table_sees_differently_and_what_is_answered_is_news(
    quiet, as_user, professional, resident, colleague
):
    hears = {resident.email, colleague.email}  # it is about money: not the school
    day = timezone.localdate() + timedelta(days=14)
    when = {"review_on_0": day.day, "review_on_1": day.month, "review_on_2": day.year}
    client = as_user(professional)
    send(client, f"{quiet.url}verschil/", subject="Een bed", about="work", life_domain="money",
         work_1="Bed", work_2="Eerst de huur", measure_1="Noor slaapt", **when)  # fmt: skip
    send_news()
    assert set(told()) == hears
    asked = MandateQuestion(
        case_file=quiet.case_file, life_domain="money", words="Een bed", asked_to="de gemeente",
        holder=quiet.coordinator, asked_by=quiet.coordinator,
    )  # fmt: skip
    asked.ask()
    OutboxMessage.objects.all().delete()
    NewsWish.objects.update(sent_at=timezone.localtime() - timedelta(days=1))
    for user in [professional, resident, colleague, quiet.partner.user]:
        LastLook.renew(quiet.case_file, user)
    send(client, f"/werk/beslissingen/{asked.pk}/", answer="yes", answer_words="Het mag.")
    send_news()
    assert set(told()) == hears


def test_everyone_chooses_for_oneself(quiet, as_user, professional, colleague, resident):
    page = send(as_user(colleague), "/werk/nieuws-per-mail/", how="never")
    assert page.status_code == 302
    for page in ["/mijn/", quiet.own_url]:  # the mail says that one finds it after signing in
        assert 'href="/mijn/nieuws-per-mail/"' in words(as_user(resident).get(page))
    send(as_user(resident), "/mijn/nieuws-per-mail/", how="weekly")
    send(as_user(professional), f"{quiet.url}bericht/", words="Iets")
    send_news()
    assert colleague.email not in told()
    assert resident.email not in told()
    send_news(weekly=True)
    assert resident.email in told()
    assert colleague.email not in told()


def test_the_page_says_what_one_chose(family, as_user, colleague, resident):
    url, client = "/werk/nieuws-per-mail/", as_user(colleague)
    for how, said in [("weekly", "Zo vaak krijgt u een mail."),
                      ("never", "U krijgt geen mail over nieuws.")]:  # fmt: skip
        response = client.post(url, {"how": how}, follow=True)
        assert check_page(response.content.decode()) == []
        assert f"Bewaard. {said}" in words(response)
        assert fields(response)["how"] == [how]
    assert client.get("/mijn/nieuws-per-mail/").status_code == 403
    assert as_user(resident).get(url).status_code == 403
    wrong = as_user(resident).post("/mijn/nieuws-per-mail/", {"how": "onzin"})
    assert "Kies een van de antwoorden." in words(wrong)


def test_what_is_urgent_goes_at_once(quiet, as_user, professional, colleague, partner, team):
    asked = factories.user("Noa Asked", "professional", team=team)
    Seat.invite(quiet.case_file, asked, professional, "", None)
    client, asks = as_user(professional), {"words": "De stroom gaat eraf", "life_domain": "money"}
    send(client, f"{quiet.url}bericht/", **asks)
    send(client, f"{quiet.url}bericht/", **asks, urgent="on")  # who came back to say so
    assert quiet.case_file.entries.filter(words=asks["words"]).count() == 1
    mails = OutboxMessage.objects.filter(subject="Er is iets dringends aan een tafel")
    assert {mail.to for mail in mails} == {colleague.email}  # school has no part in money
    assert "stroom" not in mails.get().body


def test_what_is_urgent_goes_to_nobody_who_may_not_read_it(quiet, as_user, professional, partner):
    Seat.objects.filter(pk=quiet.partner.pk).update(domains=None)  # for all that is shared
    url, client = f"{quiet.url}bericht/", as_user(professional)
    send(client, url, words="De stroom gaat eraf", life_domain="money", urgent="on")
    assert not OutboxMessage.objects.filter(to=partner.email, body__contains="dringends").exists()
    send(as_user(partner), url, words="Noor is weg", life_domain="parenting", urgent="on")
    assert OutboxMessage.objects.filter(to=professional.email, body__contains="dringends").exists()
    quiet.ground.withdraw(professional)
    send(client, url, words="Noor is er weer", life_domain="parenting", urgent="on")
    assert not OutboxMessage.objects.filter(to=partner.email, body__contains="dringends").exists()


def test_what_is_urgent_reaches_the_house_too_but_not_a_house_kept_apart(
    quiet, as_user, professional
):
    PersonContact.write_down(quiet.resident.person, "mark@voorbeeld.example")
    url = f"{quiet.url}bericht/"
    send(as_user(professional), url, words="De stroom gaat eraf", urgent="on")
    mail = OutboxMessage.objects.get(to="mark@voorbeeld.example")
    assert "stroom" not in mail.body + mail.subject
    assert "/mijn/plan/" in mail.body
    quiet.case_file.keep_apart(professional, True)
    send(as_user(professional), url, words="Alleen voor de tafel", urgent="on", for_household="")
    assert OutboxMessage.objects.filter(to="mark@voorbeeld.example").count() == 1


@pytest.mark.parametrize("apart", [True, False])
def test_what_a_housemate_wrote_makes_no_mail(quiet, as_user, professional, resident, apart):
    karin = factories.user("Karin", "resident")
    quiet.case_file.add_person(NewPerson("Karin", user=karin, has_seat=True), professional)
    quiet.case_file.keep_apart(professional, apart)
    for user in [resident, karin]:
        LastLook.renew(quiet.case_file, user)
    send(as_user(karin), f"{quiet.own_url}bericht/", words="Dat leest Mark niet")
    if not apart:
        send(as_user(karin), f"{quiet.own_url}verschil/", subject="Blijven", work="Hier blijven")
        assert Difference.objects.exists()
    send_news()
    assert resident.email not in told()
    assert professional.email in told()
