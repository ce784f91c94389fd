"""After an answered signal, and once a year: whom of the places the monitor may ask how it was."""

from collections.abc import Iterable
from datetime import date

from network import letters
from network.models import Signal, VindplaatsContact
from wijkteam.moments import Moment

YEARLY_MONTH = 10


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
        for contact in there.order_by().values_list("pk", flat=True):
            yield Moment(f"{contact} {until.year}", "contact", "year", None)


def ask(key: str, link: str, again: bool) -> None:
    contact = VindplaatsContact.objects.only("email").get(pk=key.split(" ")[0])
    letters.questions(contact.email, link, again)
