"""The rules that hold in the database, whatever a form or a view forgets."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, InternalError, transaction
from django.utils import timezone

from network.choices import Warmth
from network.models import Signal
from network.workflow import NEXT, IllegalMove, NoFeedback
from wijkteam.workdays import add_working_days

STATES = {
    "new": {},
    "picked_up": {"picked_up_at": timezone.now()},
    "answered": {"picked_up_at": timezone.now(), "answered_at": timezone.now(), "feedback": "Ja."},
}


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"person_knows": None}, "signal_individual_says_knows"),
        ({"person_knows": False}, "signal_name_only_when_known"),
        ({"kind": "collective"}, "violates check constraint"),
        ({"status": "picked_up"}, "signal_picked_up_by_someone"),
    ],
)
def test_a_signal_that_breaks_a_rule_is_refused(worry, values, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Signal.objects.filter(pk=worry.pk).update(**values)


def test_the_neighbourhood_needs_a_wijk_and_a_theme(damp):
    for missing in ({"neighbourhood": None}, {"life_domain": ""}):
        with pytest.raises(IntegrityError, match="collective_has_theme"), transaction.atomic():
            Signal.objects.filter(pk=damp.pk).update(**missing)


def test_no_answer_without_words(worry, professional):
    worry.pick_up(professional)
    now = timezone.now()
    for nothing in ("", " \n"):
        with pytest.raises(IntegrityError, match="answered_has_feedback"), transaction.atomic():
            Signal.objects.filter(pk=worry.pk).update(
                status="answered", answered_by=professional, answered_at=now, feedback=nothing
            )
        with pytest.raises(NoFeedback):
            worry.answer(professional, nothing)


def test_what_the_sender_read_is_what_we_said(worry, professional):
    worry.pick_up(professional)
    worry.answer(professional, "We zijn langs geweest.")
    with pytest.raises(InternalError, match="signal_answer_stays"), transaction.atomic():
        Signal.objects.filter(pk=worry.pk).update(feedback="Niets gedaan.")


@pytest.mark.parametrize("old", STATES)
@pytest.mark.parametrize("new", STATES)
def test_a_signal_moves_along_the_workflow_only(damp, professional, old, new):
    """The database's trigger and `workflow.NEXT` say the same about every move."""
    signal = Signal.objects.get(pk=damp.pk)
    signal.pk, signal.status = None, old
    signal.pk = Signal._meta.pk.get_default()
    people = {"picked_up_by": professional, "answered_by": professional}
    for name, value in (STATES[old] | ({} if old == "new" else people)).items():
        setattr(signal, name, value)
    signal.save(force_insert=True)
    values = {"status": new} | STATES[new] | (people if new != "new" else {})
    if new == "new":
        values |= {"picked_up_by": None}
    allowed = new == old or new in NEXT[old]
    try:
        with transaction.atomic():
            Signal.objects.filter(pk=signal.pk).update(**values)
    except DatabaseError:
        assert not allowed
    else:
        assert allowed


def test_a_verb_refuses_what_the_workflow_refuses(damp, professional):
    with pytest.raises(IllegalMove, match=r"'nieuw' naar 'beantwoord'"):
        damp.answer(professional, "Klaar")
    damp.pick_up(professional)
    with pytest.raises(IllegalMove):
        damp.pick_up(professional)


def test_a_signal_goes_to_the_team_of_the_wijk(make_place, els, team, other_team):
    wijk = other_team.neighbourhoods.get()
    signal = Signal(
        vindplaats=els.vindplaats,
        contact=els,
        kind="collective",
        life_domain="money",
        neighbourhood=wijk,
        words="Iets",
    )
    signal.send()
    assert signal.team == other_team
    assert signal.due == add_working_days(timezone.localdate(), 10)


def test_an_unknown_wijk_goes_to_the_default_team(make_place, els, team, other_team):
    els.vindplaats.neighbourhoods.clear()
    signal = Signal(
        vindplaats=els.vindplaats,
        contact=els,
        kind="individual",
        person_knows=False,
        words="Iets",
    )
    signal.send()
    assert signal.team == team


@pytest.mark.parametrize(
    ("spoken", "warmth"),
    [(0, "warm"), (29, "warm"), (30, "due"), (89, "due"), (90, "cold"), (400, "cold")],
)
def test_a_place_cools_after_its_rhythm(make_place, spoken, warmth):
    place = make_place("Plek", spoken=spoken, rhythm_days=30)
    place.refresh_from_db()
    assert place.warmth == Warmth(warmth)


def test_a_place_never_spoken_counts_from_its_entry(make_place):
    place = make_place("Plek", created_on=timezone.localdate() - timedelta(days=31))
    place.refresh_from_db()
    assert place.warmth == Warmth.DUE


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"rhythm_days": 3}, "vindplaats_rhythm"),
        ({"latitude": 52.1}, "vindplaats_whole_point"),
        ({"retired_at": timezone.now()}, "vindplaats_retired_by_someone"),
    ],
)
def test_a_place_that_breaks_a_rule_is_refused(make_place, values, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        make_place("Plek", **values)
