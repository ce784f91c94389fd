"""A new portal, or one with a single team: whoever asks without a known postcode has a team."""

import pytest
from django.core.management import call_command

from intake.models import ConversationRequest
from tests import factories
from tests.filling import visit
from wijkteam.models import Team

pytestmark = pytest.mark.django_db


def ask(stranger) -> None:
    page = visit(stranger, "/gesprek/").press("Verder")
    page = page.fill(
        {"Hoe mogen we u noemen?": "Jo", "E-mail": True, "E-mailadres": "jo@example.nl"}
    )
    page.press("Sla de rest over").press("Versturen")


def test_a_new_portal_takes_its_first_request(stranger):
    call_command("first_team")
    call_command("first_team")  # with every migrate
    team = Team.objects.get()
    ask(stranger)
    assert ConversationRequest.objects.get().team == team


def test_a_team_that_nobody_chose_for_it_takes_unknown_postcodes(stranger):
    team = factories.team("Het enige wijkteam", postcode="1311AB")
    call_command("first_team")
    ask(stranger)
    assert ConversationRequest.objects.get().team == team
