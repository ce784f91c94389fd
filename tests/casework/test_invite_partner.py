"""Someone of another organisation: for which life domains, and why that is allowed."""

import pytest

from casework.models import CaseFile, Seat, SharingGround
from tests import factories
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.choices import Role


@pytest.fixture
def koen(db):
    """Koen, of debt counselling."""
    office = factories.organisation("Schuldhulp Lichtpunt", "debt")
    return factories.user("Koen Terpstra", Role.PARTNER, organisation=office)


@pytest.fixture
def ask(family, as_user, professional, koen):
    client = as_user(professional)
    mark = family.resident.person
    yes = {"person": str(koen.pk), "domains": ["money"], "kind": "consent",
           "purpose": "samen de schulden op een rij", "given_by": str(mark.pk)}  # fmt: skip

    def invite(**answers):
        return send(client, f"{family.url}tafel/vragen/organisatie/", **(yes | answers))

    return invite


def test_with_the_yes_of_the_resident(family, ask, as_user, koen, professional):
    assert ask(twice=True).status_code == 302
    ground = SharingGround.objects.get(organisation=koen.organisation)
    assert (ground.kind, ground.domains, ground.given_by.name) == (
        "consent", ["money"], "Mark Jansen",
    )  # fmt: skip
    assert ground.recorded_by == professional
    factories.says_yes(Seat.objects.get(user=koen))
    page = words(as_user(koen).get(family.url))
    assert "over geld" in page
    assert "over Noor" not in page


def test_what_was_written_down_of_a_yes_is_not_lost_as_later(family, ask, koen):
    assert "Kies dan ook waarom het gedeeld mag worden." in words(ask(kind="later"))
    assert ask(kind="later", purpose="").status_code == 302
    assert not SharingGround.objects.filter(organisation=koen.organisation).exists()


def test_by_law_with_the_article(family, ask, koen):
    assert "Schrijf op welke wet, en welk artikel." in words(ask(kind="task"))
    assert ask(kind="task", law="Wgs art. 3").status_code == 302
    ground = SharingGround.objects.get(organisation=koen.organisation)
    assert (ground.law, ground.given_by) == ("Wgs art. 3", None)


def test_in_acute_danger(family, ask, koen):
    assert ask(kind="vital", purpose="er dreigt geweld").status_code == 302
    assert SharingGround.objects.get(organisation=koen.organisation).kind == "vital"


@pytest.mark.parametrize(("answers", "complaint"), [
    ({"person": ""}, "Kies iemand."),
    ({"person": "onzin"}, "Kies opnieuw."),
    ({"domains": []}, "Kies ten minste één leefgebied."),
    ({"domains": ["onzin"]}, "kennen we niet"),
    ({"purpose": ""}, "Schrijf op waarvoor het nodig is."),
    ({"given_by": ""}, "Kies wie van het gezin ja zei."),
    ({"kind": "has"}, "nog niet afgesproken"),
])  # fmt: skip
def test_a_mistake_is_said_in_words_and_gives_nothing(family, ask, koen, answers, complaint):
    response = ask(**answers)
    assert response.status_code == 200
    assert complaint in words(response)
    assert check_page(response.content.decode()) == []
    assert not Seat.objects.filter(user=koen).exists()
    assert not SharingGround.objects.filter(organisation=koen.organisation).exists()


def test_the_person_is_enough_and_why_it_may_comes_later(
    family, koen, as_user, professional, outsider, partner
):
    """Nothing is shared before somebody wrote down why that is allowed."""
    client = as_user(professional)
    send(client, f"{family.url}tafel/vragen/organisatie/", person=str(koen.pk), domains=[])
    seat = factories.says_yes(Seat.objects.get(user=koen))
    assert as_user(koen).get(family.url).status_code == 404
    page = words(client.get(f"{family.url}tafel/"))
    assert "leest niets: nog niet bekend waarom dat mag" in page
    url = f"/werk/plekken/{seat.pk}/delen/"
    assert check_page(client.get(url).content.decode()) == []
    page = words(send(client, url, kind="consent", domains=[], given_by=""))
    for said in ("Kies ten minste één leefgebied.", "waarvoor het nodig is", "wie van het gezin"):
        assert said in page
    assert "Kies een van de antwoorden." in words(send(client, url))
    send(client, url, kind="task", law="Wgs art. 3", domains=["money"], purpose="schulden")
    assert "over geld" in words(as_user(koen).get(family.url))
    assert "leest niets" not in words(client.get(f"{family.url}tafel/"))
    for user in (outsider, partner, koen):
        assert as_user(user).get(url).status_code == 404


def test_a_child_does_not_say_yes(family, ask):
    noor = family.case_file.household.members.get(person__name="Noor Jansen").person
    assert ask(given_by=str(noor.pk)).status_code == 200


def test_a_second_of_the_same_organisation_needs_no_second_ground(family, ask, partner):
    other = factories.user("Ellen Sluis", Role.PARTNER, organisation=partner.organisation)
    assert ask(person=str(other.pk), kind="has", domains=["money"]).status_code == 200
    assert ask(person=str(other.pk), kind="has", domains=["parenting"]).status_code == 302
    assert SharingGround.objects.count() == 1
    factories.says_yes(Seat.objects.get(user=other))
    assert CaseFile.objects.visible_to(other).count() == 1


def test_a_professional_of_another_team_needs_a_ground_too(family, ask, outsider, as_user):
    outsider.organisation = factories.organisation("Buurtwerk", "welfare")
    outsider.save()
    assert ask(person=str(outsider.pk)).status_code == 302
    factories.says_yes(Seat.objects.get(user=outsider))
    page = words(as_user(outsider).get(family.url))
    assert "over geld" in page
    assert "over Noor" not in page


def test_the_same_person_is_not_asked_twice(family, ask, koen, as_user, professional):
    ask()
    url = f"{family.url}tafel/vragen/organisatie/"
    assert f'value="{koen.pk}"' not in as_user(professional).get(url).content.decode()
    assert ask().status_code == 200


def test_a_colleague_of_another_wijkteam_sits_here_too(family, as_user, professional, other_team):
    office = factories.organisation("Buurtwerk Oude Haven", "welfare")
    aylin = factories.user("Aylin Kaya", Role.PROFESSIONAL, team=other_team, organisation=office)
    url = f"{family.url}tafel/vragen/ander-wijkteam/"
    assert "Femke Smit" not in words(as_user(professional).get(url))  # of no wijkteam
    mark = family.resident.person
    response = send(
        as_user(professional), url, person=str(aylin.pk), domains=["money"], kind="consent",
        purpose="de schulden samen bekijken", given_by=str(mark.pk), by_experience="on",
    )  # fmt: skip
    assert response.status_code == 302
    factories.says_yes(Seat.objects.get(user=aylin))
    page = words(as_user(aylin).get(family.url))
    assert "over geld" in page
    assert "over Noor" not in page
    assert "ervaringsdeskundige" in page
