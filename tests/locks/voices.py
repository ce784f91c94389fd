"""What the permission matrix knocks on in the monitor: a story, a dilemma, questions, a pilot."""

from typing import Any

from django.utils import timezone

from monitor.models import (
    Answer,
    Lesson,
    Pilot,
    Publication,
    PublishedCell,
    Question,
    Questionnaire,
    Release,
    ReleaseFigure,
    Remark,
    Story,
)
from monitor.questions import write_down
from tests import factories
from wijkteam.choices import Role
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
    last = Question.objects.filter(questionnaire__audience="resident", kind="open").first()
    written = Answer.objects.create(
        question=last, audience="resident", team=team, year=today.year, quarter=1,
        words="het duurde lang", not_content=True,
    )  # fmt: skip
    return {
        "answer": written.pk,
        "story": own.pk, "told": out.pk, "dilemma": dilemma.pk, "lesson": lesson.pk,
        "for_team": asked.pk, "for_municipality": asks.pk, "pilot": pilot.pk,
        "list": Questionnaire.objects.order_by("pk")[0].pk,
    }  # fmt: skip


# The row of a count that only who signs may see: no other page may hold it.
COUNTED = "nog niet gepubliceerd 7351"


def releases(lead: User) -> dict[str, Any]:
    """One quarter in the making, with its counts; and the next one, set by two people."""
    making = Release(year=2026, quarter=2, begun_by=lead)
    making.save(force_insert=True)
    ReleaseFigure.objects.create(
        release=making, indicator="families", row=COUNTED, row_key="all", position=0,
        count=7351, value=7350,
    )  # fmt: skip
    Release.objects.update(state="ready")
    second = factories.user("Gerben", Role.TEAM_LEAD)
    out = Publication.objects.create(year=2026, quarter=3, signed_by=lead, confirmed_by=second)
    PublishedCell.objects.bulk_create(
        PublishedCell(
            publication=out, indicator="families", row=row, row_key=row, position=at, value=value
        )
        for at, (row, value) in enumerate([("all", 45), ("new", 0), ("other", None)])
    )
    return {"making": making.pk}
