"""What the permission matrix knocks on in the monitor: a story, a dilemma, questions, a pilot."""

from typing import Any

from django.utils import timezone

from monitor.models import Lesson, Pilot, Questionnaire, Remark, Story
from monitor.questions import write_down
from wijkteam.models import Neighbourhood, Team, User


def make(users: dict[str, User], team: Team) -> dict[str, Any]:
    """Keys of all of them; Mark's story is his alone, the other one and the dilemma are out."""
    write_down()
    mark, sanne = users["resident"], users["coordinator"]
    own = Story(voice="resident", title="Van mij", words="nog niet voor anderen")
    out = Story(voice="professional", title="Voor allen", words="wat er gebeurde")
    dilemma = Story(kind="dilemma", voice="professional", title="Wat nu?", words="of toch niet")
    for story, teller in [(own, mark), (out, sanne), (dilemma, sanne)]:
        story.tell(teller)
        if story is not own:
            story.release(teller)
    lesson = Lesson.objects.create(source="een", team=team, words="wat we leerden")
    asked = Remark(side="municipality", words="waarom?", indicator="families")
    asked.ask(users["municipality"])
    asks = Remark(side="team", words="mag het?", indicator="families")
    asks.ask(sanne)
    today = timezone.localdate()
    pilot = Pilot.begin(
        users["team_lead"], Neighbourhood.objects.filter(team=team), title="Proef", why="zo",
        quality="trust", year=today.year, quarter=1,
    )  # fmt: skip
    return {
        "story": own.pk, "told": out.pk, "dilemma": dilemma.pk, "lesson": lesson.pk,
        "for_team": asked.pk, "for_municipality": asks.pk, "pilot": pilot.pk,
        "list": Questionnaire.objects.order_by("pk")[0].pk,
    }  # fmt: skip
