"""Ask people how it was, at the right moment: pulled from the other apps, which know no monitor.

Every day the apps name their moments of the last weeks. Of each the token follows from its key, so
nothing has to be kept to see that someone was asked already, or to send the one reminder.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from casework import figures as casework
from intake import figures as intake
from monitor.choices import BAND_OF, Audience, Occasion
from monitor.models import Invitation, Questionnaire
from monitor.models.invitations import DAYS_TO_REMINDER, hash_of, token_of
from monitor.models.questionnaires import Place
from network import figures as network
from wijkteam.choices import LifeDomain, Role
from wijkteam.envelopes import link_to
from wijkteam.letters import ask_by_mail
from wijkteam.models import User
from wijkteam.moments import Moment

REST = 2  # days of rest after the moment itself
WINDOW = 2 * DAYS_TO_REMINDER
HALF_YEARLY = (4, 10)
AUDIENCES = {
    Role.PROFESSIONAL: Audience.PROFESSIONAL,
    Role.TEAM_LEAD: Audience.PROFESSIONAL,
    Role.PARTNER: Audience.PARTNER,
    Role.MUNICIPALITY: Audience.MUNICIPALITY,
}


class Source(NamedTuple):
    name: str
    moments: Callable[[date, date], Iterable[Moment]]
    ask: Callable[[str, str, bool], None]


def of_requests(since: date, until: date) -> Iterable[Moment]:
    """Conversations held and requests that ended: each request is asked about once."""
    for one in intake.moments(since, until):
        yield Moment(
            str(one.key), Audience.RESIDENT, Occasion.CONVERSATION, one.team_id,
            one.neighbourhood_id, "", one.language,
        )  # fmt: skip


def own_moments(since: date, until: date) -> Iterable[Moment]:
    """Who signs in for work is asked twice a year."""
    if until.month not in HALF_YEARLY:
        return
    people = User.objects.filter(role__in=AUDIENCES, is_active=True, email__isnull=False)
    teams = dict(
        people.filter(memberships__until=None).values_list("pk", "memberships__team_id").order_by()
    )
    for pk, role in people.values_list("pk", "role").order_by("pk"):
        audience = AUDIENCES[Role(role)]
        key = f"{pk} {until.year}-{until.month}"
        yield Moment(key, audience, Occasion.HALF_YEAR, teams.get(pk))


def ask_user(key: str, link: str, again: bool) -> None:
    user = User.objects.only("email", "language").get(pk=key.split(" ")[0])
    ask_by_mail(user.email or "", user.language, link, again)


SOURCES = [
    Source("intake", of_requests, intake.ask),
    Source("casework", casework.moments, casework.ask),
    Source("network", network.moments, network.ask),
    Source("wijkteam", own_moments, ask_user),
]


def ask_all() -> int:
    """Everyone whose moment has come, and once again who did not answer. How many went out."""
    until = timezone.localdate() - timedelta(days=REST)
    since = until - timedelta(days=WINDOW)
    lists = {(one.audience, one.occasion): one for one in Questionnaire.objects.current()}
    sent = 0
    for source in SOURCES:
        for moment in source.moments(since, until):
            asked = lists.get((moment.audience, moment.occasion))
            if asked:
                sent += ask_one(source, moment, asked)
    return sent


def ask_one(source: Source, moment: Moment, asked: Questionnaire) -> bool:
    """The invitation and its message stand or fall together."""
    key = f"{source.name} {moment.key}"
    domain = moment.life_domain
    band = BAND_OF[LifeDomain(domain)] if domain else ""
    place = Place(moment.team_id, moment.neighbourhood_id, band)
    token = token_of(key)
    link = link_to("questions", token)
    with transaction.atomic():
        if Invitation.make(asked, key, place):
            source.ask(moment.key, link, False)
            return True
        waiting = Invitation.objects.filter(token_hash=hash_of(token)).first()
        if waiting and waiting.remind(timezone.localdate()):
            source.ask(moment.key, link, True)
            return True
    return False
