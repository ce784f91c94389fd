"""A release, signed by two people."""

import pytest

from monitor.models import Publication, PublishedCell
from tests import factories
from wijkteam.choices import Role


@pytest.fixture
def release(team_lead) -> Publication:
    """Two wijken, two columns; one figure withheld."""
    other = factories.user("Gerben Postma", Role.TEAM_LEAD)
    made = Publication.objects.create(year=2026, quarter=3, signed_by=team_lead, confirmed_by=other)
    cells = [("West", "web", 15), ("West", "phone", 0), ("Oost", "web", None), ("Oost", "phone", 5)]
    PublishedCell.objects.bulk_create(
        PublishedCell(
            publication=made, indicator="requests_by_route", row=row, column=column,
            position=position, value=value,
        )
        for position, (row, column, value) in enumerate(cells)
    )  # fmt: skip
    return made
