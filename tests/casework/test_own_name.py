"""By SQL too: an answer stands as it was given, and nobody writes in the name of another."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError
from django.utils import timezone

from casework.models import Action, Difference, Goal, MandateQuestion
from tests.conftest import app_login
from wijkteam import database

NOW = timezone.now()
DONE = {"done_by": {"done_at": NOW},
        "ended_by": {"status": "dissolved", "ended_at": NOW, "outcome": "op"}}  # fmt: skip


@pytest.fixture
def question(family) -> MandateQuestion:
    found = MandateQuestion(
        case_file=family.case_file, words="Mag het?", asked_to="gemeente",
        due=timezone.localdate() + timedelta(days=14), holder=family.coordinator,
        asked_by=family.coordinator,
    )  # fmt: skip
    found.ask()
    return found


def test_an_answer_stands_as_it_was_given(question, family, professional):
    again = {"answer": "no", "answer_words": "toch niet"}
    with app_login(), database.role("professional", professional.pk):
        question.settle(family.coordinator, "yes", "Het mag.")
        assert MandateQuestion.objects.filter(pk=question.pk).update(**again) == 0
    question.refresh_from_db()
    assert (question.answer, question.answer_words) == ("yes", "Het mag.")


def test_nobody_answers_in_the_name_of_another(question, family, professional):
    given = {"answer": "yes", "answered_at": timezone.now(), "answered_by": family.colleague}
    with (
        pytest.raises(ProgrammingError, match="answered_by_id is who does it"),
        app_login(),
        database.role("professional", professional.pk),
    ):
        MandateQuestion.objects.filter(pk=question.pk).update(**given)


@pytest.mark.parametrize(("model", "field"), [
    (Goal, "created_by"), (Goal, "changed_by"),
    (Action, "created_by"), (Action, "changed_by"), (Action, "done_by"),
    (Difference, "ended_by"),
])  # fmt: skip
def test_a_name_is_of_who_does_it(family, difference, professional, model, field):
    row = model.objects.exclude(**{field: family.colleague}).filter(case_file=family.case_file)[0]
    values = {field: family.colleague} | DONE.get(field, {})
    with (
        pytest.raises(ProgrammingError, match=f"{field}_id is who does it"),
        app_login(),
        database.role("professional", professional.pk),
    ):
        model.objects.filter(pk=row.pk).update(**values)
