"""Voices of the made-up town: answers of two years, stories, remarks, lessons and a pilot."""

import random
from datetime import timedelta

from django.utils import timezone

from monitor.choices import BAND_OF, Audience, Kind, Occasion
from monitor.models import (
    Answer,
    Invitation,
    Lesson,
    Pilot,
    PilotMark,
    PublishedMark,
    Question,
    Questionnaire,
    Reading,
    Remark,
    Story,
    Teller,
)
from monitor.models.answers import NOT_CONTENT
from monitor.models.invitations import DAYS_TO_ANSWER, hash_of
from monitor.questions import write_down
from monitor.seed_words import (
    DILEMMAS,
    LESSONS,
    OPEN,
    READINGS,
    REASON_OF,
    REASONS,
    REMARKS,
    STORIES,
    TASTE,
)
from wijkteam.choices import LifeDomain, Role
from wijkteam.models import Neighbourhood, Team, User
from wijkteam.seed import new_id

# How many people of the whole town answered one list in one quarter.
SHARE = {Audience.RESIDENT: 0.10, Audience.PROFESSIONAL: 13, Audience.PARTNER: 16,
         Audience.CONTACT: 14, Audience.MUNICIPALITY: 7}  # fmt: skip
MOST = 120
EXAMPLE = "voorbeeld"  # the link of the demo: /vragen/voorbeeld/


def seed(families: int, rng: random.Random) -> None:
    """Nothing in an empty town; else enough of everything to read."""
    if not families:
        return
    write_down()
    make_answers(families, rng)
    make_stories(rng)
    make_remarks()
    make_lessons(rng)
    make_pilots()
    for year in sorted(set(Answer.objects.values_list("year", flat=True))):
        PublishedMark.freeze(year)
        PilotMark.freeze(year, rng)


# --- answers ----------------------------------------------------------------------------------
def quarters() -> list[tuple[int, int]]:
    """Two whole years before this one, and this one until today."""
    today = timezone.localdate()
    now = (today.month + 2) // 3
    past = [
        (year, quarter) for year in (today.year - 2, today.year - 1) for quarter in (1, 2, 3, 4)
    ]
    return [*past, *((today.year, quarter) for quarter in range(1, now + 1))]


def how_many(one: Questionnaire, families: int, quarter: int) -> int:
    """Of residents so many of all families; of others as many, twice a year."""
    share = SHARE[Audience(one.audience)]
    if one.audience == Audience.RESIDENT:
        return min(max(int(families * share), 40), MOST)
    return 0 if quarter % 2 else int(share)


def make_answers(families: int, rng: random.Random) -> None:
    wijken = list(Neighbourhood.objects.all())
    lists = list(Questionnaire.objects.current().prefetch_related("questions"))
    rows: list[Answer] = []
    asked: list[Invitation] = []
    for year, quarter in quarters():
        for one in lists:
            for _person in range(how_many(one, families, quarter)):
                wijk = rng.choices(wijken, [w.population or 1 for w in wijken])[0]
                rows += sheet(one, wijk, (year, quarter), rng)
                if (year, quarter) == quarters()[-1]:
                    asked += invitations(one, wijk, rng)
    rows.append(unsorted(lists, rng))
    rng.shuffle(rows)
    Answer.objects.bulk_create(rows, batch_size=5000)
    Invitation.objects.bulk_create(asked, batch_size=5000)
    after = next(one for one in lists if one.occasion == Occasion.CONVERSATION)
    Invitation.objects.create(
        questionnaire=after, token_hash=hash_of(EXAMPLE), team_id=wijken[0].team_id,
        expires_on=timezone.localdate() + timedelta(days=365),
    )  # fmt: skip


def sheet(
    one: Questionnaire, wijk: Neighbourhood, when: tuple[int, int], rng: random.Random
) -> list[Answer]:
    """One in five is not content, and says so in more than one answer."""
    mood = -3.4 if rng.random() < 0.2 else 0.6
    band = BAND_OF[LifeDomain(rng.choice(LifeDomain.values))]
    answers = []
    low = False
    for question in one.questions.all():
        answer = Answer(
            id=new_id(rng), question=question, audience=one.audience, team_id=wijk.team_id,
            neighbourhood=wijk if one.audience == Audience.RESIDENT else None,
            year=when[0], quarter=when[1], band=band,
        )  # fmt: skip
        if question.kind == Kind.OPEN:
            if not opened(answer, low, rng):
                continue
        else:
            answer.mark = mark(question, one.audience, mood + helped(wijk, when, question), rng)
            low = low or (answer.mark <= NOT_CONTENT and question.kind != Kind.YES_NO)
        answers.append(answer)
    return answers


def unsorted(lists: list[Questionnaire], rng: random.Random) -> Answer:
    """One resident only wrote: the team still has to say what it is about."""
    closing = next(one for one in lists if one.occasion == Occasion.CLOSING)
    year, quarter = quarters()[-1]
    return Answer(
        id=new_id(rng), question=closing.questions.get(kind=Kind.OPEN), audience=closing.audience,
        team=Team.objects.order_by("pk")[0], year=year, quarter=quarter, not_content=True,
        words="Ze zouden bellen. Dat gebeurde niet.",
    )  # fmt: skip


def opened(answer: Answer, low: bool, rng: random.Random) -> bool:
    """A few write something; of residents who are not content most also say why."""
    audience = Audience(answer.audience)
    if rng.random() < 0.12:
        answer.words = rng.choice(OPEN[audience][low])
    if low and audience == Audience.RESIDENT and rng.random() < 0.6:
        answer.reason = REASON_OF.get(answer.words) or rng.choices(*REASONS)[0]
    answer.not_content = low
    return bool(answer.words or answer.reason)


def helped(wijk: Neighbourhood, when: tuple[int, int], question: Question) -> float:
    """What the pilot of `make_pilots` did, and a slow bettering of the whole town."""
    years = when[0] - timezone.localdate().year + 2
    pilot = wijk.code in PILOT and years > 0 and question.quality == "burden"
    return 0.15 * years + (1.6 if pilot else 0)


def mark(question: Question, audience: str, mood: float, rng: random.Random) -> int:
    middle = TASTE.get((Audience(audience), question.quality), 7.2) + mood
    found = min(max(rng.gauss(middle, 1.4), 1), 10)
    if question.kind == Kind.YES_NO:
        return 10 if found > 6.5 else 1
    return max(round(found), 1) if question.kind == Kind.MARK else max(2 * round(found / 2), 2)


def invitations(one: Questionnaire, wijk: Neighbourhood, rng: random.Random) -> list[Invitation]:
    """One that was answered, and sometimes one that was not."""
    made_on = timezone.localdate() - timedelta(days=rng.randint(1, 50))
    return [
        Invitation(
            id=new_id(rng), questionnaire=one, token_hash=f"{rng.getrandbits(256):064x}",
            team_id=wijk.team_id, made_on=made_on,
            expires_on=made_on + timedelta(days=DAYS_TO_ANSWER), answered=answered,
            way="link" if rng.random() < 0.8 else "paper",
        )
        for answered in ([True] if rng.random() < 0.4 else [True, False, False])
    ]  # fmt: skip


# --- stories and what was learned ---------------------------------------------------------------
def make_stories(rng: random.Random) -> None:
    people = {(user.email or "").split("@")[0]: user for user in User.objects.exclude(email=None)}
    now = timezone.now()
    for number, (kind, mail, voice, quality, indicator, title, words) in enumerate(
        [*STORIES, *DILEMMAS]
    ):
        at = now - timedelta(days=5 + 9 * number)
        story = Story(
            id=new_id(rng), kind=kind, voice=voice, title=title, words=words, quality=quality,
            indicator=indicator, written_at=at, read_back_at=at, released_at=at,
        )  # fmt: skip
        teller = people.get(mail)
        code = "" if teller else f"{rng.getrandbits(256):064x}"
        Teller.objects.bulk_create([Teller(story_id=story.pk, user=teller, withdraw_hash=code)])
        Story.objects.bulk_create([story])
    make_readings(people)


def make_readings(people: dict[str, User]) -> None:
    """Colleagues answered; Sanne, whom the demo steps in as, did not yet."""
    stories = {story.title: story for story in Story.objects.all()}
    Reading.objects.bulk_create(
        Reading(story=stories[title], reader=people[mail], words=words)
        for title, mail, words in READINGS
    )


def make_remarks() -> None:
    council = User.objects.filter(role=Role.MUNICIPALITY).order_by("pk").last()
    lead = User.objects.filter(role=Role.TEAM_LEAD).order_by("pk").first()
    if council is None or lead is None:
        return
    for days, side, indicator, words, answer, after in REMARKS:
        at = timezone.now() - timedelta(days=days)
        asks, answers = (council, lead) if side == "municipality" else (lead, council)
        remark = Remark(indicator=indicator, side=side, words=words, asked_at=at)
        remark.ask(asks)
        if answer:
            Remark.objects.filter(pk=remark.pk).update(
                answer=answer, answered_by=answers, answered_at=at + timedelta(days=after)
            )


def make_lessons(rng: random.Random) -> None:
    teams = list(Team.objects.order_by("pk"))
    keeper = User.objects.filter(role=Role.PROFESSIONAL).order_by("pk").first()
    for number, (kind, domain, words, is_kept) in enumerate(LESSONS):
        Lesson.objects.create(
            id=new_id(rng),
            source=Lesson.source_of(f"seed {number}"),
            kind=kind,
            team=teams[number % len(teams)] if is_kept else teams[0],
            life_domain=domain,
            words=words,
            kept_at=timezone.now() - timedelta(days=12 * number) if is_kept else None,
            kept_by=keeper if is_kept else None,
        )


PILOT = ("WK999901", "WK999908", "WK999909")


# title, why, aim, quarter in which it began
PILOTS = [
    (
        "Eén keer uw verhaal",
        "Mensen vertellen nu bij elke organisatie hetzelfde. In deze wijken gaat een collega "
        "mee naar de eerste afspraak. We hopen dat mensen minder vaak opnieuw beginnen.",
        "burden",
        1,
    ),
    (
        "Spreekuur in de bibliotheek",
        "Wie niet belt, komt misschien wel binnenlopen. Drie middagen per week zit er iemand. "
        "We hopen dat mensen eerder komen en dat het gaat over wat zij zelf willen.",
        "involvement",
        3,
    ),
]


def make_pilots() -> None:
    """One with a frozen year on either side of it; one in one wijk, begun halfway last year."""
    lead = User.objects.filter(role=Role.TEAM_LEAD).order_by("pk").first()
    wijken = Neighbourhood.objects.filter(code__in=PILOT)
    if lead is None or not wijken:
        return
    year = timezone.localdate().year - 1
    for (title, why, quality, quarter), where in zip(PILOTS, [wijken, wijken[:1]], strict=True):
        Pilot.begin(lead, where, title=title, why=why, quality=quality, year=year, quarter=quarter)
