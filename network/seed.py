"""Places, people, visits and signals of the made-up town: warm, overdue and cold ones."""

import random
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from network.choices import (
    PEOPLE_KINDS,
    Formality,
    MomentKind,
    PublicField,
    SignalKind,
    SignalStatus,
)
from network.models import ContactMoment, Signal, Vindplaats, VindplaatsContact
from network.models.signal import WORKING_DAYS_TO_ANSWER, WORKING_DAYS_TO_PICK_UP
from network.seed_places import PEOPLE, PLACES, SIGNALS, TOLD
from network.seed_town import make_gatherings, make_outlines, make_steps, point_in
from wijkteam.choices import Role
from wijkteam.models import Neighbourhood, Organisation, User
from wijkteam.seed import made_up_phone, new_id
from wijkteam.workdays import add_working_days

# mail name of a contact account -> the place where this person is
ACCOUNTS = {
    "bieb": ("Bibliotheek Oude Haven", "medewerker"),
    "moskee": ("Moskee El Wahda", "bestuurslid"),
    "voedselbank": ("Voedselbank Voorbeeldstad", "coördinator"),
}
# How many rhythms ago we last spoke, round and round: warm, warm, nearly, over, warm, cold...
RHYTHMS_AGO = [0.1, 0.6, 0.95, 1.3, 0.4, 3.4, 0.2, 0.8, 1.1, 0.5, 2.2]
# What places agreed to show: most of them everything, some not what they look for.
AGREED = [PublicField.values, PublicField.values[:8], PublicField.values]
# How the list of places writes days -> Monday is 0.
DAYS = {"ma": "0", "di": "1", "wo": "2", "do": "3", "vr": "4", "za": "5", "zo": "6"}


def seed(families: int, rng: random.Random) -> None:
    """The same forty places for every number of families."""
    places = [make_place(number, row, rng) for number, row in enumerate(PLACES)]
    Vindplaats.objects.bulk_create(places)
    link_neighbourhoods(places)
    make_people(places, rng)
    make_moments(places, rng)
    make_signals(rng)
    make_outlines()
    make_steps(lambda: new_id(rng))
    make_gatherings(lambda: new_id(rng))


def a_moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, 15)))  # noqa: DTZ001


def make_place(number: int, row: list[str], rng: random.Random) -> Vindplaats:
    name, formality, kind, organisation, wijken, street, domains, languages, *words = row
    wijk = Neighbourhood.objects.get(code=f"WK9999{wijken.split()[0]}")
    holders = User.objects.filter(role=Role.PROFESSIONAL, memberships__team=wijk.team)
    latitude, longitude = point_in(wijk, rng) if street else (None, None)
    return Vindplaats(
        id=new_id(rng),
        name=name,
        formality=Formality.FORMAL if formality == "f" else Formality.INFORMAL,
        kind=kind,
        organisation=Organisation.objects.filter(name=organisation).first(),
        address=f"{street}, Voorbeeldstad" if street else "",
        postcode=wijk.postcodes.order_by("code")[number % 4].code if street else "",
        latitude=latitude,
        longitude=longitude,
        life_domains=domains.split(),
        languages=languages.split(),
        phone=made_up_phone(rng) if street and number % 3 else "",
        is_public=kind not in PEOPLE_KINDS and number % 5 != 4,
        public_fields=AGREED[number % len(AGREED)],
        # One place in nine has nobody: that is what the register must show.
        holder=None if number % 9 == 8 else holders.order_by("pk")[number % holders.count()],
        rhythm_days=rng.choice([28, 42, 60, 90]),
        created_on=timezone.localdate() - timedelta(days=rng.randint(400, 900)),
        **in_words(*words),
    )


def in_words(reaches: str, hours: str, offers: str, asks: str) -> dict[str, Any]:
    return {
        "reaches": reaches,
        "opening_hours": hours,
        "open_days": days_in(hours),
        "offers": offers,
        "asks": asks,
    }


def days_in(hours: str) -> list[str]:
    """The days that a text such as 'ma t/m vr 9-18 uur' names."""
    if "elke dag" in hours:
        return list(DAYS.values())
    if "werkdagen" in hours or "schooldagen" in hours:
        return list(DAYS.values())[:5]
    named = [DAYS[word] for word in re.findall(r"[a-z]+", hours) if word in DAYS]
    if "t/m" in hours and len(named) > 1:
        return [str(day) for day in range(int(named[0]), int(named[1]) + 1)]
    return named


def link_neighbourhoods(places: list[Vindplaats]) -> None:
    wijken = {one.code: one for one in Neighbourhood.objects.all()}
    for place, row in zip(places, PLACES, strict=True):
        place.neighbourhoods.set([wijken[f"WK9999{number}"] for number in row[4].split()])


def make_people(places: list[Vindplaats], rng: random.Random) -> None:
    """One known person at most places; three of them have an account to send signals with."""
    with_account = {place: mail for mail, (place, _role) in ACCOUNTS.items()}
    people = iter(PEOPLE)
    made = []
    for number, place in enumerate(places):
        if place.name in with_account:
            mail = with_account[place.name]
            user = User.objects.get(email=f"{mail}@demo.example")
            made.append(a_contact(place, user.name, ACCOUNTS[mail][1], rng, user))
        elif number % 4 != 3:
            made.append(a_contact(place, next(people), "", rng, None))
    VindplaatsContact.objects.bulk_create(made)


def a_contact(
    place: Vindplaats, name: str, role: str, rng: random.Random, user: User | None
) -> VindplaatsContact:
    return VindplaatsContact(
        id=new_id(rng),
        vindplaats=place,
        name=name,
        role_there=role,
        phone=made_up_phone(rng),
        email=(user.email if user else "") or "",
        user=user,
        keep_until=timezone.localdate() + timedelta(days=rng.randint(30, 700)),
    )


def make_moments(places: list[Vindplaats], rng: random.Random) -> None:
    """Visits in each place's rhythm, the last one long or short ago. Two were never visited."""
    today, moments = timezone.localdate(), []
    someone = User.objects.filter(role=Role.PROFESSIONAL).order_by("pk").first()
    for number, place in enumerate(places[:-2]):
        days = int(place.rhythm_days * RHYTHMS_AGO[number % len(RHYTHMS_AGO)])
        place.last_contact_on = today - timedelta(days=days)
        for past in range(rng.randint(1, 5)):
            told, domains = rng.choice(TOLD)
            day = place.last_contact_on - timedelta(days=past * place.rhythm_days)
            moments.append(
                ContactMoment(
                    id=new_id(rng),
                    vindplaats=place,
                    by=place.holder or someone,
                    at=a_moment(day, rng.randint(8, 15)),
                    kind=rng.choice(MomentKind.values[:3]),
                    told=told,
                    life_domains=domains.split(),
                )
            )
    Vindplaats.objects.bulk_update(places, ["last_contact_on"])
    ContactMoment.objects.bulk_create(moments)


def make_signals(rng: random.Random) -> None:
    """Signals in every state: waiting, late, picked up and answered."""
    Signal.objects.bulk_create(a_signal(row, rng) for row in SIGNALS)


def a_signal(row: tuple, rng: random.Random) -> Signal:
    place, days, status, kind, knows, name, reach, domain, how_many, since, words, feedback = row
    sender = VindplaatsContact.objects.get(vindplaats__name=place)
    wijk = sender.vindplaats.neighbourhoods.order_by("code")[0]
    sent = timezone.localdate() - timedelta(days=days)
    signal = Signal(
        id=new_id(rng), vindplaats=sender.vindplaats, contact=sender, team=wijk.team,
        kind=SignalKind(kind), words=words, person_knows=knows, about_name=name, about_reach=reach,
        neighbourhood=wijk, life_domain=domain, how_many=how_many, since=since,
        status=SignalStatus(status),
        sent_at=a_moment(sent, rng.randint(8, 15)),
        pick_up_due=add_working_days(sent, WORKING_DAYS_TO_PICK_UP),
        due=add_working_days(sent, WORKING_DAYS_TO_ANSWER),
    )  # fmt: skip
    if signal.status != SignalStatus.NEW:
        take_up(signal, sent, feedback)
    return signal


def take_up(signal: Signal, sent: date, feedback: str) -> None:
    """Picked up by a colleague of the team two days later, and perhaps answered after nine."""
    colleagues = User.objects.filter(role=Role.PROFESSIONAL, memberships__team=signal.team)
    colleague = colleagues.order_by("-pk").first()
    signal.picked_up_by, signal.picked_up_at = colleague, a_moment(sent + timedelta(days=2), 9)
    if feedback:
        signal.feedback = feedback
        signal.answered_by = colleague
        signal.answered_at = a_moment(sent + timedelta(days=9), 11)
