"""Complaints of the made-up town: a few, each handled by someone of another team."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from intake.choices import ComplaintAbout, Judgement, Route
from intake.models import Complaint
from intake.models.complaints import WEEKS
from intake.seed_town import Life, Town
from wijkteam import references
from wijkteam.models import User
from wijkteam.seed import made_up_phone, new_id
from wijkteam.workdays import end_of_term

TOLD = [
    (ComplaintAbout.WAITING, "Ik zou binnen twee dagen gebeld worden. Het werden er negen."),
    (ComplaintAbout.PERSON, "Ze was te laat en ging daarna telkens op haar telefoon kijken."),
    (ComplaintAbout.PRIVACY, "Mijn buurvrouw wist van het gesprek. Hoe kan dat?"),
    (ComplaintAbout.TEAM, "Ik moest drie keer hetzelfde verhaal vertellen aan drie mensen."),
    (ComplaintAbout.OTHER, "De inloop was dicht op een dag dat hij open zou zijn."),
]
ANSWERS = [
    (Judgement.RIGHT, "U hebt gelijk. Het spijt ons. We bellen nu elke ochtend de nieuwe lijst."),
    (Judgement.PARTLY, "Het eerste klopt. Dat hebben we met de collega besproken. Van het tweede "
                       "vonden we niets terug."),
    (Judgement.SETTLED, "We spraken elkaar en losten het samen op. Dank u wel voor uw geduld."),
    (Judgement.WRONG, "We zochten het uit. Alleen de mensen aan uw tafel wisten ervan."),
]  # fmt: skip


def complaints(lives: Sequence[Life], town: Town, rng: random.Random, now: datetime) -> None:
    """One in forty; the newest wait, the older ones have their answer."""
    chosen = sorted(lives[::40], key=lambda life: life.request.arrived_at, reverse=True)
    made = [_one(life, number, town, rng, now) for number, life in enumerate(chosen)]
    Complaint.objects.bulk_create(made, batch_size=1000)


def _one(life: Life, number: int, town: Town, rng: random.Random, now: datetime) -> Complaint:
    request = life.request
    about, words = TOLD[number % len(TOLD)]
    waits = number % 3 != 1
    arrived = now - timedelta(days=rng.randint(2, 50) if waits else rng.randint(60, 170))
    one = Complaint(
        id=new_id(rng),
        submission=new_id(rng),
        reference=town.reference(rng), team=request.team, request=request, arrived_at=arrived,
        route=rng.choice([Route.WEB, Route.PHONE, Route.PAPER]), about=about, words=words,
        name=request.sender_name or request.name, phone=made_up_phone(rng),
        due=end_of_term(timezone.localdate(arrived), weeks=WEEKS), announced_at=arrived,
    )  # fmt: skip
    one.about_user = life.holder if about == ComplaintAbout.PERSON else None
    one.lookup_keys = references.lookup_keys(one.reference, [one.phone.as_e164], one.name)
    handler = _outsider(town, request.team_id, rng)
    if handler and not (waits and number % 2):
        one.handler, one.taken_at = handler, arrived + timedelta(days=1)
    if handler and not waits:
        one.judgement, one.answer = ANSWERS[number % len(ANSWERS)]
        one.answered_at = arrived + timedelta(days=rng.randint(10, 40))
    return one


def _outsider(town: Town, team: int, rng: random.Random) -> User | None:
    others = [person for other, staff in town.staff.items() if other != team for person in staff]
    return rng.choice(others) if others else None
