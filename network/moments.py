"""After an answered signal, and once a year: whom of the places the monitor may ask how it was."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, Min

from network import letters
from network.models import Signal, VindplaatsContact
from wijkteam.moments import Moment

YEARLY_MONTH = 10
TEAM = "vindplaats__neighbourhoods__team_id"


def moments(since: date, until: date) -> Iterable[Moment]:
    """Only who has an e-mail address: others are asked at a visit, on paper."""
    answered = Signal.objects.filter(
        answered_at__date__gte=since, answered_at__date__lte=until
    ).exclude(contact__email="")
    rows = answered.order_by().values_list("pk", "contact_id", "team_id", "neighbourhood_id")
    for pk, contact, team, wijk in rows:
        yield Moment(f"{contact} {pk}", "contact", "signal", team, wijk)
    if until.month == YEARLY_MONTH:
        there = VindplaatsContact.objects.filter(left_at=None).exclude(email="")
        teams = {"low": Min(TEAM), "high": Max(TEAM)}
        for contact, low, high in there.order_by().annotate(**teams).values_list("pk", *teams):
            # A place of more than one team says something of the town, and of no team by itself.
            one = low if low == high else None
            yield Moment(f"{contact} {until.year}", "contact", "year", one)


def ask(key: str, link: str, again: bool) -> None:
    contact = VindplaatsContact.objects.only("email").get(pk=key.split(" ")[0])
    letters.questions(contact.email, link, again)
