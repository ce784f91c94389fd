"""Who signed in, with organisation and rights, in one question."""

import pytest
from django.contrib.auth.models import Permission

from tests import factories
from wijkteam.choices import Role
from wijkteam.models import Organisation
from wijkteam.rights import RoleBackend
from wijkteam.roles import PERMISSIONS


def test_one_question_gives_person_rights_and_organisation(partner, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = RoleBackend().get_user(partner.pk)
        assert found.get_all_permissions() == set(PERMISSIONS[Role.PARTNER])
        assert not found.has_perm("wijkteam.view_access_log")
        assert str(found.organisation) == partner.organisation.name
    assert found == partner
    for field in partner._meta.concrete_fields:
        assert getattr(found, field.name) == getattr(partner, field.name)
    for field in Organisation._meta.concrete_fields:
        there = getattr(partner.organisation, field.name)
        assert getattr(found.organisation, field.name) == there


@pytest.mark.parametrize("role", Role.values)
def test_each_role_has_its_rights_and_no_more(role, team):
    user = factories.user("Iemand", role)
    assert RoleBackend().get_user(user.pk).get_all_permissions() == set(PERMISSIONS[role])


def test_nobody_has_a_right_of_their_own(resident):
    resident.user_permissions.add(Permission.objects.get(codename="view_access_log"))
    found = RoleBackend().get_user(resident.pk)
    assert found.organisation is None
    assert not found.has_perm("wijkteam.view_access_log")
    assert not type(found).objects.get(pk=found.pk).has_perm("wijkteam.view_access_log")


def test_who_may_not_sign_in_any_more_is_nobody(professional, as_user):
    client = as_user(professional)
    assert client.get("/werk/").status_code == 200
    professional.is_active = False
    professional.save()
    assert RoleBackend().get_user(professional.pk) is None
    assert RoleBackend().get_user(0) is None
    assert client.get("/werk/").status_code == 302
