"""No right without what covers it: the database refuses wider ones to who runs the table too."""

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from casework.models import (
    CaseFile,
    CaseFileUserObjectPermission,
    HouseholdMember,
    Person,
    Seat,
    SharingGround,
)
from casework.models.rights import permission
from tests import factories
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import User

GIVE = """INSERT INTO casework_casefileuserobjectpermission (id, user_id, permission_id,
    content_object_id, domains, until, shielded, opened_until, coordinates)
    VALUES (gen_random_uuid(), %s, %s, %s, %s, %s::timestamptz, %s, %s::timestamptz, false)"""
REFUSED = "row-level security"


def gives(by: User, file: CaseFile, to: User, codename: str = "view_casefile", **said) -> str:
    """What the database says; the old right goes first, as in a verb."""
    CaseFileUserObjectPermission.objects.filter(user=to, coordinates=False).delete()
    values = {"domains": None, "until": None, "shielded": False, "opened": None} | said
    return tries(by, GIVE, to.pk, permission(codename).pk, file.pk, *values.values())


def test_a_partner_gets_no_more_than_chair_and_ground(family, professional, colleague, partner):
    file, ours = family.case_file, {"domains": ["parenting"]}
    for by in [professional, colleague]:
        for wider in [None, [], ["money"], ["parenting", "money"]]:
            assert REFUSED in gives(by, file, partner, domains=wider), wider
        assert gives(by, file, partner, "write_casefile", **ours, until="2040-01-01") == ""
        assert REFUSED in gives(by, file, partner, **ours, opened="2040-01-01")
        assert REFUSED in gives(by, file, partner, "coordinate_casefile", **ours)
    Seat.objects.filter(pk=family.partner.pk).update(domains=["money"])
    assert REFUSED in gives(professional, file, partner, **ours)


def test_a_right_does_not_outlive_its_ground(family, professional, partner):
    file, ours = family.case_file, {"domains": ["parenting"]}
    family.ground.withdraw()
    assert REFUSED in gives(professional, file, partner, **ours)
    factories.consent(
        file, partner.organisation, ["parenting"], professional, until="2040-01-01T12:00Z"
    )
    for until in [None, "2040-01-02"]:
        assert REFUSED in gives(professional, file, partner, **ours, until=until)
    assert gives(professional, file, partner, **ours, until="2039-12-31") == ""
    longer = "UPDATE casework_casefileuserobjectpermission SET until = NULL"
    assert "permission denied" in tries(professional, longer)


def test_a_yes_is_of_who_lives_here_and_has_to_say_it(family, professional, colleague, team):
    """And is written down by who writes: a child says no yes for the family, nor another house."""
    away = factories.case_file(professional, team, name="Buren", number="14")
    neighbour = Person.objects.get(memberships__household=away.household_id)
    mark, child = family.resident.person, Person.objects.get(name="Noor Jansen")

    def stands(given_by: Person, about: Person | None = None, by: User = professional) -> bool:
        ground = SharingGround(
            case_file=family.case_file, kind="consent", organisation=family.ground.organisation,
            domains=["money"], purpose="p", given_by=given_by, about=about, recorded_by=by,
        )  # fmt: skip
        try:
            with app_login(), database.role("professional", professional.pk), transaction.atomic():
                ground.save(force_insert=True)
        except ProgrammingError:
            return False
        return True

    assert stands(mark)
    assert stands(mark, about=child)
    for giver, about, by in [
        (neighbour, None, professional),
        (child, None, professional),
        (child, child, professional),
        (mark, neighbour, professional),
        (mark, None, colleague),
    ]:
        assert not stands(giver, about, by), giver


def test_nobody_has_a_family_destroyed_tonight(family, professional):
    soon = "UPDATE casework_casefile SET closed_at = now(), outcome_words = 'w', destroy_on = now()"
    assert "as long as the law says" in tries(professional, soon)


def test_nobody_takes_away_the_shield_of_a_restricted_file(family, professional, colleague):
    here = CaseFile.objects.filter(pk=family.case_file.pk)
    here.update(restricted_at=timezone.now())
    assert REFUSED in gives(professional, family.case_file, colleague)
    assert gives(professional, family.case_file, colleague, shielded=True) == ""


@pytest.mark.parametrize("which", ["coordinates", "NOT coordinates AND domains IS NULL"])
def test_a_whole_right_moves_to_no_partner(family, professional, colleague, partner, which):
    chair = "UPDATE casework_seat SET is_coordinator = NOT is_coordinator WHERE id = %s"
    assert "only the coordinator hands over" in tries(colleague, chair, family.partner.pk)
    rights = CaseFileUserObjectPermission.objects
    rights.filter(user=partner).delete()
    rights.filter(user=colleague).exclude(permission__codename="view_casefile").delete()
    move = f"UPDATE casework_casefileuserobjectpermission SET user_id = %s WHERE {which}"
    move += " AND user_id IN (%s, %s) AND permission_id <> %s"
    whose = [professional.pk, colleague.pk, permission("write_casefile").pk]
    for to in [partner, colleague]:  # who has no chair as coordinator
        tries(professional, move, to.pk, *whose)
    assert not rights.filter(user=partner).exists()
    assert rights.get(coordinates=True).user == professional


def test_who_lives_here_reads_and_another_house_does_not(family, professional, resident, team):
    assert REFUSED in gives(professional, family.case_file, resident, "write_casefile")
    assert gives(professional, family.case_file, resident) == ""
    neighbour = factories.user("Bo Buren", "resident")
    away = factories.case_file(professional, team, name="Buren", resident=neighbour, number="14")
    person = Person.objects.get(memberships__household=away.household_id)
    Seat.objects.create(case_file=family.case_file, person=person, name="Bo")
    assert REFUSED in gives(professional, family.case_file, neighbour)


def test_an_account_of_a_colleague_is_not_of_the_house(family, professional, colleague):
    """Nor the own: not for somebody new in the house, not for whoever is there already."""
    house = family.case_file.household
    here = Person.objects.create(name="Oma")
    HouseholdMember.objects.create(household=house, person=here, role="other")
    give = "UPDATE casework_person SET user_id = %s WHERE id = %s"
    for account in [professional, colleague]:
        new = Person(name="Nieuw", user=account)
        member = HouseholdMember(household=house, person=new, role="adult")
        with app_login(), database.role("professional", professional.pk), transaction.atomic():
            member.save(force_insert=True)
            with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
                new.save(force_insert=True)
            transaction.set_rollback(True)
        assert "in the name of a resident" in tries(professional, give, account.pk, here.pk)
