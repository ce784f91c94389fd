"""From request to the one case file: one household, one file, one coordinator."""

import pytest

from casework.models import CaseFile, Household
from tests import factories
from tests.intake.team_doors import check_doors, looked, words
from tests.page import check_page


@pytest.fixture
def mark(team, professional, resident):
    made = factories.request(team, "Mark Jansen", address="Lindeplein 12", postcode="1311AB")
    made.requester = resident
    made.save()
    made.take(professional)
    return made


def url(request) -> str:
    return f"/werk/verzoeken/{request.pk}/dossier/"


def typed(number: str = "12", **more) -> dict:
    return {
        "name": "Gezin Jansen",
        "street": "Lindeplein",
        "house_number": number,
        "postcode": "1311 AB",
        "p-TOTAL_FORMS": "4",
        "p-INITIAL_FORMS": "1",
        "p-0-name": "Mark Jansen",
        "p-0-role": "adult",
        "p-1-name": "Noor",
        "p-1-role": "child",
        "p-1-birth_year": "2018",
    } | more


def test_the_page_knows_who_and_where(as_user, professional, mark):
    html = words(as_user(professional).get(url(mark)))
    for known in ('value="Lindeplein"', 'value="12"', 'value="1311AB"', 'value="Mark Jansen"'):
        assert known in html
    assert check_page(html) == []


def test_opens_the_file_with_the_requester_at_the_table(as_user, professional, mark, resident):
    as_user(professional).post(url(mark), typed())
    mark.refresh_from_db()
    case_file = CaseFile.objects.get()
    assert (mark.status, mark.outcome, mark.case_file) == ("closed", "case_file", case_file)
    people = case_file.household.members.values_list("person__name", "role")
    assert set(people) == {("Mark Jansen", "adult"), ("Noor", "child")}
    seats = set(case_file.seats.values_list("name", "is_coordinator"))
    assert seats == {("Sanne de Wit", True), ("Mark Jansen", False)}
    assert case_file in CaseFile.objects.visible_to(resident)
    assert "dossier openen" in looked(professional, mark)


@pytest.mark.parametrize("spelling", ["1311-AB", "1311.ab", " 1311  ab "])
def test_a_postcode_in_any_spelling(as_user, team, professional, mark, spelling):
    as_user(professional).post(url(mark), typed(postcode=spelling))
    assert CaseFile.objects.get().household.postcode == "1311AB"
    neighbour = factories.request(team, "Jo")
    neighbour.take(professional)
    known = as_user(professional).post(url(neighbour), typed(postcode="1311AB"))
    assert "een ander huishouden" in words(known)


def test_half_a_postcode_is_said(as_user, professional, mark):
    page = words(as_user(professional).post(url(mark), typed(postcode="1311")))
    assert "Schrijf de postcode als 1311 AB." in page
    assert 'value="1311"' in page


def test_the_closed_request_leads_those_at_the_table_to_the_file(
    as_user, professional, colleague, mark
):
    as_user(professional).post(url(mark), typed())
    page = f"/werk/verzoeken/{mark.pk}/"
    assert "Naar het gezinsdossier" in words(as_user(professional).get(page))
    assert "Naar het gezinsdossier" not in words(as_user(colleague).get(page))


def test_who_has_no_account_yet_is_known_by_the_address_of_the_request(as_user, professional, team):
    jo = factories.request(team, "Jo", email="Jo@voorbeeld.example")
    jo.take(professional)
    as_user(professional).post(url(jo), typed(**{"p-0-name": "Jo"}))
    people = dict(
        CaseFile.objects.get().household.members.values_list(
            "person__name", "person__contact__email"
        )
    )
    assert people == {"Jo": "jo@voorbeeld.example", "Noor": None}


def test_opening_twice_makes_one_file(as_user, professional, mark):
    client = as_user(professional)
    client.post(url(mark), typed())
    again = client.post(url(mark), typed(which="ander"))
    assert "Dit kan niet meer." in words(again) or "Kies" in words(again)
    assert CaseFile.objects.count() == 1


def test_the_same_address_asks_for_another_household(as_user, professional, colleague, team, mark):
    factories.case_file(colleague, team, name="Gezin De Vries")
    client = as_user(professional)
    asked = words(client.post(url(mark), typed()))
    assert "Op dit adres is al een huishouden bekend" in asked
    assert "Youssef Amrani" in asked
    assert "De Vries" not in asked
    assert "Gezin Jansen" in asked
    assert check_page(asked) == []
    client.post(url(mark), typed(which="ander"))
    assert Household.objects.count() == 2


def test_the_same_household_leads_to_its_coordinator(as_user, professional, colleague, team, mark):
    first = factories.case_file(colleague, team, name="Gezin De Vries")
    page = as_user(professional).post(url(mark), typed(which=str(first.household_id)))
    html = words(page)
    assert "Er is al een gezinsdossier." in html
    assert "Youssef Amrani" in html
    assert "0201234502" in html
    assert "De Vries" not in html
    assert CaseFile.objects.count() == 1
    mark.refresh_from_db()
    assert mark.status == "acknowledged"


def test_a_household_elsewhere_cannot_be_claimed(as_user, professional, colleague, team, mark):
    elsewhere = factories.case_file(colleague, team, number="99")
    forged = typed(which=str(elsewhere.household_id))
    as_user(professional).post(url(mark), forged)
    assert CaseFile.objects.filter(household_id=elsewhere.household_id).count() == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": ""}, "Vul een naam in, bijvoorbeeld: gezin Jansen."),
        ({"p-0-name": ""}, "Vul de naam van de bewoner in."),
        ({"p-1-name": ""}, "Vul ook de naam in."),
        ({"p-1-birth_year": "tien"}, "Vul een jaar in met vier cijfers"),
        ({"p-1-birth_year": "2999"}, "Dit jaar is nog niet geweest."),
        ({"p-1-role": "hond"}, "Rol in het huishouden"),
        ({"p-TOTAL_FORMS": "veel"}, "Wie horen bij dit huishouden?"),
        ({"p-TOTAL_FORMS": "100000"}, "Wie horen bij dit huishouden?"),
        ({"postcode": "\x00"}, "Postcode"),
    ],
)
def test_a_mistake_is_said_in_words_and_loses_nothing(as_user, professional, mark, change, says):
    page = as_user(professional).post(url(mark), typed(town="Blijf") | change)
    assert page.status_code == 200
    assert says in words(page)
    assert "Blijf" in words(page)
    assert not CaseFile.objects.exists()


def test_room_for_one_more_keeps_what_was_typed(as_user, professional, mark):
    html = words(as_user(professional).post(url(mark), typed(more="ja", town="Blijf")))
    assert 'name="p-4-name"' in html
    assert "Blijf" in html
    assert "Noor" in html
    assert not CaseFile.objects.exists()
    for odd in ("veel", "9" * 400):
        page = as_user(professional).post(url(mark), typed(more="ja", **{"p-TOTAL_FORMS": odd}))
        assert page.status_code == 200


def test_who_asked_for_someone_else_gets_no_seat(as_user, professional, mark, resident):
    mark.for_whom, mark.knows = "other", "yes"
    mark.save()
    as_user(professional).post(url(mark), typed())
    assert not CaseFile.objects.visible_to(resident).exists()


def test_keeps_out_who_may_not(as_user, outsider, team_lead, mark):
    check_doors(as_user, url(mark), outsider=outsider, without=team_lead, post=typed())
    assert not CaseFile.objects.exists()
