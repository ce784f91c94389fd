"""C11: every screen that records something saves with one obligatory field at most.

A field that is filled in already is no question. What the law asks, or what is one answer in more
boxes, stands here with its reason. Forms that ask more by what was chosen first are tested beside
their pages.
"""

import importlib
import inspect
import pkgutil

import pytest
from django import forms

BASES = ("casework.forms", "intake.forms", "network.forms")
# Filled in by the form itself, from whoever asks and where.
GUESSED = {
    "ActionForm": {"owner"}, "ActionChangeForm": {"owner"}, "AskSharingForm": {"reader"},
    "GatheringForm": {"team"}, "PromiseForm": {"who"}, "HandOverForm": {"whose"},
    "AreaSignalForm": {"neighbourhood"}, "ToldAreaForm": {"neighbourhood", "contact"},
    "ToldPersonForm": {"contact"}, "PlanForm": {"professional"}, "ProposeForm": {"professional"},
    "NewRequestForm": {"route", "reach_by", "for_whom"}, "CaseFileForm": {"which"},
    "DeskComplaintForm": {"route", "about"},
}  # fmt: skip
WHY_MORE = {
    # A goal belongs to a life domain: with none, more would read it than the family said yes to. It
    # is filled in for whoever sits at the table for one.
    "GoalForm": 2, "GoalChangeForm": 2,
    # A signal of the neighbourhood is what and about what: without it nobody can count it.
    "AreaSignalForm": 2, "ToldAreaForm": 2,
    # The law: what for is asked of who says yes (AVG art. 6, 13); a complaint has a name, and its
    # answer what was found and what comes of it (Awb 9:4, 9:12); a no to a right says why.
    "AskSharingForm": 2, "ShareForm": 2, "DeskComplaintForm": 2, "ComplaintForm": 3,
    "AnswerForm": 2, "AnswerRight": 2,
    # Another team reads why before it says yes; and the family heard of it first.
    "AskTeamForm": 3,
    # Closing with an open difference says so; it is not asked when there is none.
    "CloseForm": 2,
    # Another household at that address is only asked about where one is known.
    "HouseMovesForm": 2,
    # One moment, one address, one number with its second fact: one answer in two boxes.
    "PlanForm": 2, "ProposeForm": 2, "WhereForm": 2, "FindForm": 2, "GatheringForm": 4,
    # Somebody new is known from a place: the register has nobody without one.
    "NewGuestForm": 2,
    # Changing what stands there already, in full.
    "VindplaatsForm": 3,
}  # fmt: skip


def recording() -> list[type[forms.BaseForm]]:
    found = []
    for base in BASES:
        package = importlib.import_module(base)
        for module in pkgutil.iter_modules(package.__path__):
            names = vars(importlib.import_module(f"{base}.{module.name}")).values()
            found += [one for one in names if inspect.isclass(one)
                      and issubclass(one, forms.BaseForm)
                      and one.__module__ == f"{base}.{module.name}"]  # fmt: skip
    return found


@pytest.mark.parametrize("form", recording(), ids=lambda form: form.__name__)
def test_one_answer_is_enough(form):
    asked = {
        name
        for name, field in form.base_fields.items()
        if field.required and field.initial is None
        and not isinstance(field.widget, forms.HiddenInput)
    } - GUESSED.get(form.__name__, set())  # fmt: skip
    assert len(asked) <= WHY_MORE.get(form.__name__, 1), asked
