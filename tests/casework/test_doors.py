"""Three locks on every address of a file: signed in, permitted, at this table."""

import pytest
from django.urls import reverse

from casework import plan_urls, urls

MODULES = [f"casework.views.{name}" for name in
           ("files", "plan", "actions", "story", "table", "sharing", "own")]  # fmt: skip
# The addresses of documents and of rights have tests of their own.
ADDRESSES = [p for p in [*urls.urlpatterns, *plan_urls.urlpatterns]
             if getattr(p, "callback", None) and p.callback.__module__ in MODULES]  # fmt: skip

OWN = {"own_plan", "own_file", "own_entry", "own_mark", "own_action_done", "own_action_reopen",
       "own_readers", "who_looked"}  # fmt: skip
# Pages without a row of a family, and those of other keepers, have their own tests.
ELSEWHERE = {"case_files", "own_plan", "who_looked", "own_leave", "leave_request", "seat_accept"}


def rows(family) -> dict[str, object]:
    """The row that an address is about, by the name of the address."""
    goal, action = family.money.pk, family.actions["late"].pk
    found = {
        "goal_change": goal, "goal_review": goal, "goal_move": goal, "own_mark": goal,
        "action_done": action, "action_reopen": action, "action_change": action,
        "own_action_done": action,
        "own_action_reopen": action, "entry_correct": family.entries["money"].pk,
        "seat_leave": family.colleague.pk, "seat_ground": family.partner.pk,
        "ground_withdraw": family.ground.pk,
    }  # fmt: skip
    of_file = [p.name for p in ADDRESSES if str(p.pattern).startswith(
        ("werk/dossiers/<uuid:pk>", "mijn/plan/<uuid:pk>"))]  # fmt: skip
    return dict.fromkeys(of_file, family.case_file.pk) | found


def addresses(family) -> dict[str, str]:
    more = {"goal_move": {"how": "gelukt"}, "invite_someone": {"whom": "eigen-netwerk"}}
    return {
        name: reverse(name, kwargs={"pk": pk, **more.get(name, {})})
        for name, pk in rows(family).items()
    }


def answer(client, name: str, url: str) -> int:
    """As the page is meant to be asked."""
    is_button = name.endswith(("_done", "_reopen")) and "action" in name
    return (client.post(url) if is_button else client.get(url)).status_code


def test_no_address_is_forgotten(family):
    known = set(rows(family)) | ELSEWHERE
    assert {p.name for p in ADDRESSES} == known


def test_strangers_are_sent_to_sign_in(family, stranger):
    for name, url in addresses(family).items():
        response = stranger.get(url)
        assert response.status_code == 302, name
        assert response.url.startswith("/inloggen/"), name


@pytest.mark.parametrize("who", ["municipality", "privacy_officer", "manager", "contact"])
def test_roles_without_the_permission_are_refused(family, as_user, who, request):
    client = as_user(request.getfixturevalue(who))
    for name, url in addresses(family).items():
        assert answer(client, name, url) == 403, name


def test_a_resident_has_no_business_in_the_files_nor_a_professional_in_the_own_plans(
    family, as_user, resident, professional
):
    mine, theirs = as_user(resident), as_user(professional)
    for name, url in addresses(family).items():
        assert answer(theirs if name in OWN else mine, name, url) == 403, name


@pytest.mark.parametrize("who", ["outsider", "team_lead"])
def test_who_does_not_sit_here_finds_nothing(family, as_user, who, request):
    client = as_user(request.getfixturevalue(who))
    for name, url in addresses(family).items():
        if name not in OWN:
            assert answer(client, name, url) == 404, name


def test_another_resident_finds_nothing(family, as_user):
    from tests import factories

    client = as_user(factories.user("Buurman", "resident"))
    for name, url in addresses(family).items():
        if name in OWN:
            assert answer(client, name, url) == 404, name


def test_a_partner_finds_nothing_outside_the_granted_domains(family, as_user, partner):
    client = as_user(partner)
    not_theirs = {"goal_change", "goal_review", "goal_move", "action_done", "action_reopen",
                  "action_change", "entry_correct", "seat_leave", "seat_ground", "ground_withdraw",
                  "invite",
                  "invite_someone",
                  "hand_over", "case_file_close", "case_file_reopen", "case_file_log"}  # fmt: skip
    for name, url in addresses(family).items():
        if name not in OWN:
            expected = 404 if name in not_theirs else 200
            assert answer(client, name, url) == expected, name


def test_a_colleague_at_the_table_does_not_do_what_the_coordinator_does(family, as_user, colleague):
    client = as_user(colleague)
    urls = addresses(family)
    for name in ["hand_over", "case_file_close", "case_file_reopen", "case_file_log"]:
        assert answer(client, name, urls[name]) == 404, name


def test_whoever_left_the_table_finds_nothing(family, as_user, colleague, professional):
    family.colleague.leave(professional)
    client = as_user(colleague)
    for name, url in addresses(family).items():
        if name not in OWN:
            assert answer(client, name, url) == 404, name
