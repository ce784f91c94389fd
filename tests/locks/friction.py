"""What one table sees differently, waits for and is stuck on: for the permission matrix."""

from typing import Any

from django.utils import timezone

from casework.models import CaseFile, Difference, MandateQuestion, StuckPoint
from casework.models.differences import View
from wijkteam.choices import LifeDomain
from wijkteam.models import User

OBJECTS: dict[str, list[str]] = {
    "difference_add": ["file"],
    "mandate_ask": ["file"],
    "stuck_write": ["file"],
    "difference_": ["difference_parenting", "difference_money"],
    "position_": ["difference_parenting", "difference_money"],
    "own_position": ["difference_parenting"],
    "own_difference": ["file"],
    "mandate_answer": ["mandate_parenting", "mandate_money"],
    "stuck_sign": ["stuck_parenting", "stuck_money"],
    "stuck_forward_one": ["signed"],
    "stuck_reply": ["forwarded"],
}


def make(case_file: CaseFile, users: dict[str, User]) -> dict[str, Any]:
    """The keys of what a URL can point at, by the names that `matrix.py` gives them."""
    seats = case_file.seats.open()
    mine, other = seats.get(is_coordinator=True), seats.get(user=users["at_table"])
    home, soon = seats.get(person__isnull=False), timezone.localdate()
    found: dict[str, Any] = {}
    for domain in [LifeDomain.PARENTING, LifeDomain.MONEY]:
        about = {"case_file": case_file, "life_domain": domain}
        difference = Difference(subject="wel of niet", about="work", review_on=soon, **about)
        difference.raise_it(mine, [View(home, "a", "b"), View(mine, "c", "d")])
        question = MandateQuestion(words="mag het", asked_to="gemeente", holder=mine,
                                   asked_by=mine, **about)  # fmt: skip
        question.ask()
        stuck = StuckPoint(kind="rule", words="de regel past niet", written_by=mine, **about)
        stuck.write()
        found |= {f"difference_{domain}": difference.pk, f"mandate_{domain}": question.pk,
                  f"stuck_{domain}": stuck.pk}  # fmt: skip
    for key in ["signed", "forwarded"]:
        stuck = StuckPoint(case_file=case_file, kind="rule", words=key, written_by=mine)
        stuck.write()
        stuck.sign(other)
        stuck.refresh_from_db()
        found[key] = stuck.forwarded_id
    assert stuck.forwarded is not None
    stuck.forwarded.forward(users["team_lead"], "afdeling Wmo", soon)
    return found
