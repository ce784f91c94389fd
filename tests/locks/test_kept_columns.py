"""Columns that a role reads past no page: hashes that open something, and stories."""

import pytest

from casework.models import ActionLink
from intake.models import ConversationRequest
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from tests.locks.visitors import Family
from wijkteam import database

KEPT = {
    "coordinator": ["secret FROM casework_actionlink", "code FROM casework_actionlink"],
    "team_lead": [
        "lookup_keys FROM intake_conversationrequest",
        "outcome_words FROM intake_conversationrequest",
        "secret FROM casework_actionlink",
    ],
}


@pytest.mark.django_db
def test_what_opens_something_and_what_was_agreed_stays_out_of_sight():
    family = Family()
    for who, columns in KEPT.items():
        for column in columns:
            assert "permission denied" in tries(family.users[who], f"SELECT {column}"), column
    steal = "UPDATE casework_actionlink SET secret = 'mine'"
    assert "permission denied" in tries(family.users["coordinator"], steal)
    with app_login(), database.role("professional", family.users["coordinator"].pk):
        assert {link.secret for link in ActionLink.objects.all()} == {None}
    with app_login(), database.role("team_lead", family.users["team_lead"].pk):
        asked = ConversationRequest.objects.get(pk=family.request.pk)
        assert (asked.name, asked.lookup_keys, asked.outcome_words) == ("Mark", None, None)
