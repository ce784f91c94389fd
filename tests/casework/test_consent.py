"""Who says yes for whom: by age, and in doubt both."""

from datetime import date

import pytest

from casework.choices import HouseholdRole
from casework.consent import check_consent, who_decides
from casework.models import Person, SharingGround
from casework.models.case_files import NewPerson
from casework.workflow import NotAllowed
from tests import factories

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("born", "decides"),
    [(2020, "parent"), (2015, "parent"), (2014, "both"), (2011, "both"), (2010, "both"),
     (2009, "self"), (1990, "self")],
)  # fmt: skip
def test_by_year_of_birth(born, decides):
    assert who_decides(Person(name="Noor", birth_year=born), TODAY) == decides


@pytest.fixture
def family(professional, team):
    file = factories.case_file(professional, team)
    file.add_person(NewPerson("Noor", HouseholdRole.YOUNG, 2012), professional)
    file.add_person(NewPerson("Bo", HouseholdRole.CHILD), professional)
    people = {person.name: person for person in file.household.people()}
    return file, people["Mark Jansen"], people["Noor"], people["Bo"]


def test_a_child_does_not_decide_for_the_family(family):
    _file, parent, noor, bo = family
    check_consent(None, [parent], TODAY)
    for givers in [[noor], [bo], []]:
        with pytest.raises(NotAllowed, match="volwassene"):
            check_consent(None, givers, TODAY)


def test_below_twelve_a_parent_and_from_twelve_both(family):
    _file, parent, noor, bo = family
    check_consent(bo, [parent], TODAY)
    check_consent(noor, [noor, parent], TODAY)
    with pytest.raises(NotAllowed, match="ouder"):
        check_consent(noor, [noor], TODAY)
    with pytest.raises(NotAllowed, match="Noor moet zelf"):
        check_consent(noor, [parent], TODAY)


def test_the_page_says_who_is_missing_and_keeps_what_was_typed(
    as_user, professional, partner, family
):
    file, parent, noor, _bo = family
    values = {
        "person": partner.pk, "role": "juf", "domains": ["parenting"], "kind": "consent",
        "about": noor.pk, "purpose": "samen kijken", "given_by": parent.pk, "given_how": "table",
        "key": "6b0c2f5e-0000-4000-8000-000000000001",
    }  # fmt: skip
    url = f"/werk/dossiers/{file.pk}/tafel/vragen/organisatie/"
    page = as_user(professional).post(url, values).content.decode()
    assert "Noor moet zelf ook ja zeggen." in page
    assert "samen kijken" in page
    assert not SharingGround.objects.exists()
    values["also_given_by"] = noor.pk
    assert as_user(professional).post(url, values).status_code == 302
    assert SharingGround.objects.get().also_given_by == noor
