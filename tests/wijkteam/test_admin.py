"""Django's admin: for the manager, reference data only, and no password is read or lost."""

import pytest
from django.contrib import admin

from tests import factories
from wijkteam.choices import Role
from wijkteam.models import Organisation, User

NO_TEAMS = {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}
ABOUT_WORK = {"Organisation", "Team", "Neighbourhood", "User"}


def test_no_case_data_is_registered():
    ours = {"wijkteam", "network", "casework", "intake", "monitor"}
    names = {m.__name__ for m in admin.site._registry if m._meta.app_label in ours}
    assert names == ABOUT_WORK


def test_the_manager_adds_an_organisation(as_user, manager):
    values = {"name": "Woonstichting Zuid", "kind": "housing", "active": "on", "phone": ""}
    assert as_user(manager).post("/beheer/wijkteam/organisation/add/", values).status_code == 302
    assert Organisation.objects.filter(name="Woonstichting Zuid").exists()


def test_a_changed_name_leaves_the_password(as_user, manager, professional, stranger):
    before = User.objects.get(pk=professional.pk).password
    values = {"email": professional.email, "name": "Sanne de Wit-Kok", "role": "professional",
              "discipline": "maatschappelijk werk", "phone": "", "language": "nl",
              **NO_TEAMS}  # fmt: skip
    url = f"/beheer/wijkteam/user/{professional.pk}/change/"
    assert as_user(manager).post(url, values).status_code == 302
    changed = User.objects.get(pk=professional.pk)
    assert (changed.name, changed.password) == ("Sanne de Wit-Kok", before)


def test_a_new_colleague_gets_the_rights_of_the_role(as_user, manager):
    values = {"email": "nieuw@voorbeeld.example", "name": "Nina", "role": "professional",
              "language": "nl", **NO_TEAMS}  # fmt: skip
    assert as_user(manager).post("/beheer/wijkteam/user/add/", values).status_code == 302
    nina = User.objects.get(email="nieuw@voorbeeld.example")
    assert nina.has_perm("intake.view_inbox")
    assert not nina.has_usable_password()


def test_residents_are_not_in_it(as_user, manager, resident):
    page = as_user(manager).get("/beheer/wijkteam/user/").content.decode()
    assert resident.name not in page
    assert as_user(manager).get(f"/beheer/wijkteam/user/{resident.pk}/change/").status_code == 302


@pytest.mark.parametrize("role", [r for r in Role.values if r != Role.MANAGER])
def test_others_do_not_get_in(request, as_user, role):
    user = request.getfixturevalue(role)
    assert as_user(user).get("/beheer/wijkteam/user/").status_code == 302


def test_a_new_colleague_works_for_a_team_and_sees_its_requests(as_user, manager, team):
    factories.request(team, "Jo")
    values = {"email": "nina@voorbeeld.example", "name": "Nina", "role": "professional",
              "language": "nl", **NO_TEAMS, "memberships-TOTAL_FORMS": "1",
              "memberships-0-team": team.pk}  # fmt: skip
    assert as_user(manager).post("/beheer/wijkteam/user/add/", values).status_code == 302
    nina = User.objects.get(email="nina@voorbeeld.example")
    assert "Jo" in as_user(nina).get("/werk/verzoeken/").content.decode()


def hours(team, *stretches) -> dict[str, object]:
    """The page of a team as the manager sends it, with these hours on Monday."""
    values: dict[str, object] = {
        name: getattr(team, name)
        for name in ("name", "phone", "address", "may_decide_up_to", "days_to_acknowledge",
                     "days_to_contact", "days_to_conversation", "days_for_own_plan",
                     "days_to_tell_lead")
    }  # fmt: skip
    values |= {"hours-TOTAL_FORMS": len(stretches), "hours-INITIAL_FORMS": 0}
    for number, (opens, closes) in enumerate(stretches):
        prefix = f"hours-{number}-"
        values |= {prefix + "kind": "walk_in", prefix + "weekday": "0"}
        values |= {prefix + "opens": opens, prefix + "closes": closes}
    return values


def test_a_door_that_closes_for_lunch(as_user, manager, team):
    url = f"/beheer/wijkteam/team/{team.pk}/change/"
    values = hours(team, ("13:00", "17:00"), ("09:00", "12:30"))
    below = as_user(manager).post(url, values | {"may_decide_up_to": "-5"})
    assert "minstens 0 is" in below.content.decode()
    values["aftercare_days"] = "90"
    assert as_user(manager).post(url, values).status_code == 302
    team.refresh_from_db()
    assert team.aftercare_days == 90
    found = team.hours.filter(kind="walk_in")
    assert [str(one) for one in found] == ["maandag 09.00-12.30", "maandag 13.00-17.00"]


@pytest.mark.parametrize(
    ("stretches", "said"),
    [
        ([("09:00", "13:00"), ("12:00", "17:00")], "laat er een pauze tussen"),
        ([("09:00", "10:00"), ("11:00", "12:00"), ("13:00", "14:00")], "hoogstens twee keer"),
        ([("12:00", "09:00")], "Dicht komt na open."),
        ([("09:00", ""), ("11:00", "12:00")], "verplicht"),
    ],
)
def test_hours_that_cannot_be_come_back(as_user, manager, team, stretches, said):
    url = f"/beheer/wijkteam/team/{team.pk}/change/"
    page = as_user(manager).post(url, hours(team, *stretches))
    assert said in page.content.decode()
    assert not team.hours.filter(kind="walk_in").exists()
