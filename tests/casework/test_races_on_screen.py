"""Two at the same moment, as the second of them reads it: nothing that was typed is lost, nothing
leaks, and the page says in plain Dutch what happened meanwhile."""

import pytest

from casework.models import CaseFile, Goal, Seat, TimelineEntry
from tests import factories
from tests.casework.browser import fields, words
from tests.casework.racing import Page
from tests.page import check_page
from wijkteam.models import Change

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = "Twee uur gepraat; zij wil eerst zelf bellen."


def gives_back(response, field: str, typed: str = TYPED) -> str:
    """The page with the form: whole, and with what was typed in it. Returns its words."""
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    assert fields(response)[field] == [typed]
    return words(response)


def test_one_goal_changed_twice(family, as_user, professional, colleague):
    url = f"/werk/doelen/{family.money.pk}/"
    mine, theirs = "Mark opent zelf de post", "Samen de post openen"
    page = Page(as_user(colleague), url, words=theirs)
    first = Goal.objects.get(pk=family.money.pk)
    first.words = mine
    response = page.send_during(lambda: first.change(family.coordinator, 1), professional)
    said = gives_back(response, "words", theirs)
    assert "<bdi>Sanne de Wit</bdi> veranderde dit doel intussen" in said
    assert "Uw eigen tekst staat nog in de vakken. Er is niets verloren." in said
    assert mine in said
    again = fields(response)
    assert page.client.post(url, again).status_code == 302
    assert Goal.objects.get(pk=family.money.pk).words == theirs
    kept = Change.objects.filter(table_name="casework_goal").values_list("new", flat=True)
    assert mine in str(list(kept))


def test_the_last_coordinator_leaves_twice(family, as_user, professional, colleague, team):
    """In two windows, to two people: the first holds, and somebody stays the coordinator."""
    ruben = factories.user("Ruben Isaacs", "professional", team=team)
    other = factories.says_yes(Seat.invite(family.case_file, ruben, professional, "", None))
    page = Page(as_user(professional), f"{family.url}tafel/regie/", to=str(other.pk), words=TYPED)
    mine = Seat.objects.get(pk=family.coordinator.pk)

    def hand_over_and_leave() -> None:
        mine.hand_over(family.colleague, professional)
        Seat.objects.get(pk=mine.pk).leave(professional)

    said = gives_back(page.send_during(hand_over_and_leave, professional), "words")
    assert "Iemand anders heeft de regie al overgedragen." in said
    assert family.case_file.seats.get(is_coordinator=True, until=None).user == colleague
    gone = page.send()
    assert gone.status_code == 404
    assert TYPED in words(gone)
    assert not TimelineEntry.objects.filter(words=TYPED).exists()


def test_a_ground_withdrawn_while_the_partner_writes(family, as_user, professional, partner):
    client = as_user(partner)
    page = Page(client, f"{family.url}bericht/", words=TYPED, life_domain="parenting")
    said = gives_back(page.send_during(family.ground.withdraw, professional), "words")
    assert "Dit kan niet (meer) vanaf uw plek aan tafel. Vraag het de regisseur." in said
    for hidden in [family.money.words, family.parenting.words, "over Noor", "voor de hele tafel"]:
        assert hidden not in said, hidden
    assert client.get(family.url).status_code == 404
    assert CaseFile.objects.visible_to(partner).count() == 0
    gone = page.send()
    assert gone.status_code == 404
    assert check_page(gone.content.decode()) == []
    assert "Er is niets bewaard." in words(gone)
    assert TYPED in words(gone)
    assert "Jansen" not in words(gone)
    assert not TimelineEntry.objects.filter(words=TYPED).exists()


def test_a_file_closed_while_an_entry_is_written(family, as_user, professional, colleague):
    page = Page(as_user(colleague), f"{family.url}bericht/", words=TYPED, life_domain="money")
    first = CaseFile.objects.get(pk=family.case_file.pk)
    response = page.send_during(lambda: first.close(professional, "Het gaat weer."), professional)
    said = gives_back(response, "words")
    assert "Dit dossier is afgesloten. Er kan niets meer bij." in said
    assert '<option value="money" selected' in said
    assert TYPED in words(page.send())
    assert not TimelineEntry.objects.filter(words=TYPED).exists()


def test_a_resident_writes_while_the_file_is_closed(family, as_user, professional, resident):
    page = Page(as_user(resident), f"{family.own_url}bericht/", words=TYPED)
    first = CaseFile.objects.get(pk=family.case_file.pk)
    response = page.send_during(lambda: first.close(professional, "Het gaat weer."), professional)
    assert "Dit dossier is afgesloten." in gives_back(response, "words")
