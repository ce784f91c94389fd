"""A complaint arrives once, on paper and by phone too, and is found again by whoever sent it."""

import pytest
from django.utils import timezone

from intake.models import Complaint
from tests.casework.browser import fields
from tests.intake.complaints.words import TYPED, url
from tests.intake.team_doors import words
from tests.page import check_page
from wijkteam.models import OutboxMessage
from wijkteam.workdays import end_of_term


def test_anyone_can_complain_and_gets_a_number_and_a_date(stranger, team):
    form = words(stranger.get("/klacht/"))
    assert check_page(form) == []
    ways = form[form.index("Uw naam") : form.index("Postcode")]
    assert "één is genoeg" in ways
    assert "niet verplicht" not in ways  # none of them is, and one of them is asked
    page = stranger.post("/klacht/", TYPED, follow=True)
    made = Complaint.objects.get()
    html = words(page)
    assert made.readable_reference in html
    assert made.due == end_of_term(timezone.localdate(), weeks=6)
    assert check_page(html) == []
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.team_id, mail.request_id) == ("jo@voorbeeld.example", None, None)
    assert mail.about_id == made.pk
    assert "Ze belde" not in mail.body + mail.subject


def test_a_second_click_sends_no_second_complaint(stranger, team):
    stranger.post("/klacht/", TYPED)
    stranger.post("/klacht/", TYPED)
    assert Complaint.objects.count() == 1
    assert OutboxMessage.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"words": ""}, "Schrijf op wat er gebeurde."),
        ({"name": ""}, "Vul uw naam in."),
        ({"about": "x"}, "Kies een van de antwoorden."),
        ({"email": ""}, "Dan kunnen we antwoorden."),
        ({"email": "jo"}, "Kijk of er een @ in staat."),
        ({"phone": "12"}, "Een nummer heeft 10 cijfers."),
        ({"number": "ZZZ"}, "Deze code klopt niet helemaal."),
        ({"submission": "x"}, "Vul"),
    ],
)
def test_a_mistake_is_said_in_words_and_loses_nothing(stranger, team, change, says):
    page = stranger.post("/klacht/", TYPED | {"about_name": "Blijf"} | change)
    assert page.status_code == 200
    if "submission" not in change:
        assert says in words(page)
    assert "Blijf" in words(page)
    assert not Complaint.objects.exists()


def test_the_number_of_a_request_links_it_when_the_facts_agree(stranger, jo, team):
    stranger.post("/klacht/", TYPED | {"number": jo.readable_reference.lower()})
    assert Complaint.objects.get().request == jo


def test_a_number_of_someone_else_links_nothing_and_says_nothing(stranger, jo, team):
    typed = TYPED | {"number": jo.readable_reference, "email": "x@voorbeeld.example", "name": "X"}
    page = stranger.post("/klacht/", typed, follow=True)
    assert page.status_code == 200
    assert Complaint.objects.get().request is None


def test_it_is_found_again_by_number_and_fact_and_not_by_one(stranger, made):
    typed = {"reference": made.readable_reference, "fact": "Jo@voorbeeld.example"}
    assert "vinden we niets" in words(stranger.post("/klacht/stand/", typed | {"fact": "06"}))
    html = words(stranger.post("/klacht/stand/", typed, follow=True))
    assert "Uw klacht is bij ons binnen" in html
    assert made.words not in html


def test_who_tries_numbers_is_slowed_down(stranger, made):
    typed = {"reference": made.readable_reference, "fact": "raden"}
    statuses = [stranger.post("/klacht/stand/", typed).status_code for _time in range(12)]
    assert statuses[-1] == 429
    assert set(statuses[:10]) == {200}


def test_the_desk_writes_it_down_and_sees_it_no_more(as_user, professional, team, jo):
    client = as_user(professional)
    first = words(client.get("/werk/klachten/nieuw/", {"verzoek": jo.pk}))
    assert jo.readable_reference in first
    assert check_page(first) == []
    typed = TYPED | {"route": "phone", "about_user": professional.pk}
    page = client.post(f"/werk/klachten/nieuw/?verzoek={jo.pk}", typed, follow=True)
    made = Complaint.objects.get()
    assert (made.entered_by, made.about_user, made.request) == (professional, professional, jo)
    assert made.readable_reference in words(page)
    assert client.get(url(made)).status_code == 404


def test_the_desk_may_type_the_number_of_the_request(as_user, professional, team, jo):
    typed = TYPED | {"route": "paper", "number": jo.readable_reference}
    as_user(professional).post("/werk/klachten/nieuw/", typed)
    assert Complaint.objects.get().request == jo


def test_who_is_signed_in_need_not_type_the_own_name(as_user, resident, stranger, team):
    filled = fields(as_user(resident).get("/klacht/"))
    assert (filled["name"], filled["email"]) == ([resident.name], [resident.email])
    mine = {"name": "M. Jansen", "email": "m@thuis.example"}
    sent = as_user(resident).post("/klacht/", TYPED | mine)
    assert sent.status_code == 302
    made = Complaint.objects.get()
    assert (made.name, made.email) == ("M. Jansen", "m@thuis.example")
    assert fields(stranger.get("/klacht/"))["name"] == [""]
