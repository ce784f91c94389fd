"""Who looked: the household reads it in plain Dutch, the coordinator of the own file too."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import factories
from tests.casework.browser import words
from tests.casework.counting import queries
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog
from wijkteam.roles import DATABASE_ROLE

URL = "/mijn/wie-keek/"


@pytest.fixture
def looked(family, as_user, professional, partner):
    """Sanne looked twice and changed something, Femke looked once."""
    sanne = as_user(professional)
    sanne.get(family.url)
    sanne.get(f"{family.url}tafel/")
    sanne.post(f"/werk/afspraken/{family.actions['late'].pk}/klaar/")
    as_user(partner).get(family.url)
    return family


def test_in_plain_dutch(looked, as_user, resident):
    response = as_user(resident).get(URL)
    page = words(response)
    assert check_page(response.content.decode()) == []
    assert "<b><bdi>Sanne de Wit</bdi></b> bekeek het plan en wie er aan tafel zit" in page
    assert "2 keer die dag" in page
    assert "<b><bdi>Sanne de Wit</bdi></b> veranderde iets in het plan" in page
    assert "<b><bdi>Femke Smit</bdi></b> van <bdi>De Regenboog</bdi> bekeek het plan" in page


def test_looking_into_the_log_is_a_look_too(looked, as_user, resident):
    page = words(as_user(resident).get(URL))
    assert "<b><bdi>Mark Jansen</bdi></b> bekeek wie er keek" in page


def test_only_the_own_household(looked, as_user, professional, outsider):
    stranger = factories.user("Buur", "resident")
    factories.case_file(outsider, outsider.teams.get(), "Buren", stranger, number="40")
    page = words(as_user(stranger).get(URL))
    assert "Sanne de Wit" not in page
    assert "<b><bdi>Buur</bdi></b> bekeek wie er keek" in page


def test_someone_without_a_plan_sees_an_empty_list(as_user):
    assert "Er heeft nog niemand gekeken." in words(
        as_user(factories.user("Jo", "resident")).get(URL)
    )


@pytest.mark.parametrize(("who", "sees"), [
    ("resident", True), ("professional", True), ("colleague", False), ("partner", False),
    ("outsider", False),
])  # fmt: skip
def test_the_database_says_the_same(looked, who, sees, request):
    user = request.getfixturevalue(who)
    with app_login(), database.role(DATABASE_ROLE[user.role], user.pk):
        rows = AccessLog.objects.filter(household_id=looked.case_file.household_id)
        assert rows.exists() == sees


def test_the_coordinator_reads_the_log_of_the_own_file(looked, as_user, professional):
    page = words(as_user(professional).get(f"{looked.url}wie-keek/"))
    assert "<b><bdi>Femke Smit</bdi></b> van <bdi>De Regenboog</bdi> bekeek het plan" in page


def test_the_log_is_one_question_to_the_database(looked, as_user, resident):
    rows = AccessLog.objects.filter(household_id=looked.case_file.household_id)
    first = rows.first()
    for day in range(60):
        AccessLog.objects.create(
            at=timezone.localtime() - timedelta(days=day), user=first.user, user_name=f"Wie {day}",
            household_id=first.household_id, act="bekeken", part="plan",
            correlation=first.correlation,
        )  # fmt: skip
    with queries() as found:
        page = words(as_user(resident).get(URL))
    assert "Pagina 1 van 2" in page
    of_the_log = [sql for sql in found if 'FROM "wijkteam_accesslog"' in sql]
    assert len(of_the_log) == 2  # the lines, and how many there are


def test_much_on_one_day_is_a_list_and_not_one_long_sentence(family, as_user, resident):
    parts = ["plan", "tafel", "verhaal", "documenten"]
    for part in parts:
        AccessLog.objects.create(user_name="Sanne", household_id=family.case_file.household_id,
                                 act="bekeken", part=part, correlation=uuid4())  # fmt: skip
    response = as_user(resident).get(URL)
    assert check_page(response.content.decode()) == []
    assert "<li>de documenten</li><li>het plan</li>" in words(response)
