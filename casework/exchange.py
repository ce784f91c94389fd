"""What a place in the neighbourhood offers or asks, beside what the plan of a family needs.

The comparing is done here, in the request of whoever has the file open: the register is asked for
the places of the team, and no word of the plan goes into that question. What comes out is a
suggestion. Only a person puts it in the plan, and nothing about it is written in the register.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from casework.choices import GoalStatus
from casework.models import Action, Goal
from casework.standing import Standing
from network.alike import key
from network.models import Vindplaats
from wijkteam.choices import LifeDomain

ENOUGH = 6
STEM = 5  # letters that two forms of one word share: wandelen, wandeling
# Words that say nothing about what somebody wants to do.
EMPTY = {
    "iemand", "iedere", "elke", "graag", "willen", "kunnen", "samen", "mensen", "wordt", "worden",
    "heeft", "hebben", "zoekt", "zoeken", "buurt", "gezin", "weken", "maand", "eigen", "weer",
    "durven", "gaan", "doen", "maken", "voor", "naar", "over", "niet", "meer", "tijdens", "overdag",
}  # fmt: skip
# Different words for one wish: the wishes of a plan and the words of a place seldom agree.
SAME_WISH = [
    ("gezelschap", "alleen", "eenzaam", "aanspraak", "ontmoeten", "ontmoeting", "maatje", "koffie",
     "eettafel", "buurttafel", "luisterend"),
    ("bewegen", "wandelen", "wandeling", "sporten", "sport", "training", "fietsen", "buiten"),
    ("werk", "werken", "baan", "vrijwilliger", "vrijwilligers", "dagbesteding", "stageplekken",
     "barman", "beheerder", "bezig", "kassa"),
    ("geld", "schulden", "toeslagen", "noodfonds", "budget", "sparen"),
    ("post", "brieven", "formulieren", "administratie", "papieren"),
    ("taal", "nederlands", "taalmaatjes", "taalcafe", "leren", "lezen", "voorleesouders"),
    ("kleding", "kleren", "huisraad", "speelgoed", "spullen", "weggeefwinkel"),
    ("koken", "koks", "keuken", "bakken", "pannenkoeken"),
    ("eten", "maaltijd", "maaltijden", "voedselbank", "soep"),
    ("tuin", "moestuin", "moestuinhulp", "groen", "planten"),
    ("oppas", "kinderopvang", "kinderen", "huiswerkhulp", "huiswerk"),
    ("repareren", "klusruimte", "klussen", "naaister", "naaimachines", "gereedschap", "handig"),
]  # fmt: skip
_WISH_OF = {key(word)[:STEM]: f"wish {n}" for n, words in enumerate(SAME_WISH) for word in words}
ENOUGH_ALIKE = 3


@dataclass(frozen=True)
class Need:
    """Something in the plan that is still open: a goal, or an action."""

    pk: uuid.UUID
    words: str
    domain: str
    goal: Goal | None

    @property
    def domain_label(self) -> str:
        return str(LifeDomain(self.domain).label) if self.domain else ""


@dataclass(frozen=True)
class Match:
    """One place that may fit one need, and with which of its sentences."""

    need: Need
    place: Vindplaats
    words: str
    asks: bool  # the place asks this of people; otherwise it offers it
    score: int

    @property
    def key(self) -> uuid.UUID:
        """Putting it in the plan twice makes one action."""
        return uuid.uuid5(self.need.pk, f"{self.place.pk} {self.asks}")


def stems(words: str) -> set[str]:
    """The telling words of a sentence, cut to what their forms share, and the wishes in them."""
    found = {key(word) for word in words.replace("/", " ").split()}
    wishes = {_WISH_OF[word[:STEM]] for word in found if word[:STEM] in _WISH_OF}
    return wishes | {word[:STEM] for word in found if len(word) >= STEM and word not in EMPTY}


def needs(standing: Standing) -> list[Need]:
    """The open part of the plan, as far as this person may read it."""
    goals = list(Goal.objects.seen_from(standing).filter(status=GoalStatus.RUNNING))
    by_pk = {goal.pk: goal for goal in goals}
    found = [Need(goal.pk, goal.words, goal.life_domain, goal) for goal in goals]
    for action in Action.objects.seen_from(standing).filter(done_at__isnull=True):
        goal = by_pk.get(action.goal_id) if action.goal_id else None
        found.append(Need(action.pk, action.words, action.life_domain, goal))
    return found


def places_near(standing: Standing) -> Iterable[Vindplaats]:
    """Places in the neighbourhoods of this team that offer or ask something."""
    giving = ~Q(offers="") | ~Q(asks="")
    places = Vindplaats.objects.visible_to(standing.user).in_use().filter(giving)
    return places.filter(neighbourhoods__team=standing.case_file.team_id).distinct()


def matches(standing: Standing) -> list[Match]:
    """The best few; the same place once, for the need that it fits best."""
    wanted = [(need, stems(need.words)) for need in needs(standing)]
    best: dict[uuid.UUID, Match] = {}
    for place in places_near(standing):
        for words, asks in ((place.offers, False), (place.asks, True)):
            said = stems(words)
            for need, meant in wanted:
                score = weight(said & meant, need.domain in place.life_domains)
                if score >= ENOUGH_ALIKE and (place.pk not in best or score > best[place.pk].score):
                    best[place.pk] = Match(need, place, words, asks, score)
    found = sorted(best.values(), key=lambda one: (-one.score, one.place.name))
    return found[:ENOUGH]


def weight(shared: set[str], same_domain: bool) -> int:
    """A shared wish weighs most; one shared word alone is too little without the same domain."""
    wishes = sum(one.startswith("wish ") for one in shared)
    return 2 * len(shared) + wishes + same_domain if shared else 0


def put_in_plan(match: Match, standing: Standing, words: str) -> None:
    """An action for whoever accepts it, under the goal that it serves. Twice is once."""
    if Action.objects.seen_from(standing).filter(pk=match.key).exists():
        return
    Action(
        pk=match.key,
        case_file=standing.case_file,
        goal=match.need.goal,
        life_domain=match.need.domain,
        words=words[:300],
        owner=standing.chair,
        created_by=standing.chair,
    ).add()
