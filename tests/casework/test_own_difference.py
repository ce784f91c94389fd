"""A resident sees it differently: the own words first, the coordinator hears, others add."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from casework.friction import day_rows
from casework.models import Difference, Position, Seat
from casework.models.differences import View
from casework.workflow import Refused
from tests import factories
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage

SAID = {"subject": "Wel of niet verhuizen", "work": "Hier blijven, bij oma", "measure": ""}


@pytest.fixture
def url(family):
    return f"{family.own_url}verschil/"


def test_the_own_words_stand_there_first(family, as_user, resident, professional, url):
    client = as_user(resident)
    assert check_page(client.get(url).content.decode()) == []
    response = send(client, url, twice=True, **SAID)
    assert response.url == f"{family.own_url}#verschillen"
    difference = Difference.objects.get()
    assert difference.review_on is not None
    assert [view.seat for view in difference.positions.all()] == [family.resident]
    page = words(client.get(family.own_url))
    assert "We zien dit verschillend (1)" in page
    assert "De anderen zeiden nog niet hoe zij het zien." in page
    mail = OutboxMessage.objects.get(to=professional.email)
    assert "verhuizen" not in mail.body + mail.subject
    assert AccessLog.objects.filter(part="verschil", act="veranderd", user=resident).exists()


def test_the_day_asks_for_it_until_somebody_answers(family, as_user, resident, professional, url):
    send(as_user(resident), url, **SAID)
    difference = Difference.objects.get()
    today = difference.created_at.date()
    assert "alone" in {row.kind for row in day_rows(professional, today)}
    answer = f"/werk/verschillen/{difference.pk}/standpunt/"
    send(as_user(professional), answer, work="Verhuizen geeft rust")
    assert "alone" not in {row.kind for row in day_rows(professional, today)}
    page = words(as_user(professional).get(family.url))
    assert page.index("Hier blijven") < page.index("Verhuizen geeft rust")


def test_wrong_input_comes_back_filled_in(family, as_user, resident, url):
    page = words(send(as_user(resident), url, subject="", work="Hier blijven"))
    assert "Schrijf in een paar woorden waarover het gaat." in page
    assert "Hier blijven" in page
    assert not Difference.objects.exists()


def test_one_sentence_is_enough(family, as_user, resident, professional, url):
    send(as_user(resident), url, subject="Wel of niet verhuizen")
    difference = Difference.objects.get()
    assert not Position.objects.exists()
    assert "Zeg hoe u het ziet" in words(as_user(resident).get(family.own_url))
    answer = f"/werk/verschillen/{difference.pk}/standpunt/"
    today = difference.created_at.date()
    assert "alone" in {row.kind for row in day_rows(professional, today)}
    send(as_user(professional), answer, work="Verhuizen geeft rust")
    assert "alone" not in {row.kind for row in day_rows(professional, today)}


def test_nobody_else_comes_in(family, as_user, partner, professional, client, url):
    assert as_user(professional).get(url).status_code == 403
    assert as_user(partner).get(url).status_code == 403
    assert as_user(factories.user("Buur", "resident")).get(url).status_code == 404
    assert "/inloggen/" in client.get(url).url


def test_not_in_a_house_that_is_kept_apart(family, as_user, resident, professional, url):
    family.case_file.keep_apart(professional, True)
    assert as_user(resident).get(url).status_code == 404
    assert "Ik zie iets anders" not in words(as_user(resident).get(family.own_url))
    row = Difference(case_file=family.case_file, subject="x", about="work")
    assert refused(resident, lambda: row.begin(family.resident, View(family.resident, "", "w")))


def test_the_database_takes_nothing_in_the_name_of_another(family, resident):
    row = Difference(case_file=family.case_file, subject="x", about="work",
                     created_by=family.coordinator, review_on="2030-01-01")  # fmt: skip
    assert refused(resident, lambda: row.save(force_insert=True))
    assert not Position.objects.exists()
    assert Seat.objects.count() == 5


def refused(user, deed) -> bool:
    try:
        with transaction.atomic(), app_login(), database.role("wijkteam_resident", user.pk):
            deed()
    except (ProgrammingError, Refused):
        return True
    return False
