"""The family moves, and another team goes on: with the family, warmly, and nobody in between."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import DESKTOP, NewPage
from tests.browser.entrances import come_in
from tests.browser.pages import stop
from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import Portal, own_folder, running
from tests.browser.rows import KEYS
from tests.browser.test_axe import look

THERE = "Wijkteam Poort"
WHY = "Het gezin verhuisde naar uw wijk, en de school is daar ook."
NO = "Ik wil eerst kennismaken."
MONEY = "Ik wil weer zelf mijn post open durven maken"


@pytest.fixture
def portal() -> Iterator[Portal]:
    """Its own: the family of the other walks would be gone from their table."""
    with own_folder() as folder, running(folder / "demo", "0") as portal:
        yield portal


def test_another_team_goes_on_with_the_family(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark, marek = cast.at("coordinator"), cast.mark(), cast.with_password("marek")
    youssef, ellen = cast.at("professional"), cast.at("partner")
    ask(sanne, cast)
    stands_in_nobody_s_way(cast)
    mark_says_no(mark)
    sanne.go(cast.jansen)
    sanne.sees("Iemand van het gezin wil niet naar")
    sanne.sees(NO)
    ask(sanne, cast)
    mark.go("/mijn/plan/")
    mark.sees(WHY)
    finds(marek)
    # Taken back while she reads; asked once more, and now she takes it.
    sanne.press("Vraag intrekken")
    sanne.sees("Ingetrokken. Het dossier blijft bij uw wijkteam.")
    marek.choose("ja, ik word de regisseur")
    marek.press("Antwoorden")
    marek.sees("Deze vraag is ingetrokken. U hoeft niets te doen.")
    ask(sanne, cast)
    takes(marek)
    after(cast, {"sanne": sanne, "youssef": youssef, "ellen": ellen, "mark": mark})
    sanne_goes(sanne, marek, cast)
    cast.nothing_for_strangers()


def ask(sanne: Professional, cast: Cast) -> None:
    sanne.go(f"{cast.jansen}tafel/")
    sanne.follow("Naar een ander wijkteam")
    sanne.pick("Welk wijkteam gaat verder?", THERE)
    sanne.fill_in("Waarom?", WHY)
    sanne.press("Vragen")
    sanne.sees("Bespreek het eerst met het gezin.")
    sanne.choose("Ik heb dit met het gezin besproken")
    sanne.press("Vragen")
    sanne.sees("Gevraagd. Tot het andere wijkteam ja zegt, blijft u de regisseur.")


def stands_in_nobody_s_way(cast: Cast) -> None:
    """For axe, the two pages that are there only now: of who is asked, and of the family."""
    portal, pages = cast.portal, []
    offer = portal.ask("SELECT id FROM casework_teamhandover WHERE answered_at IS NULL")
    marek = Professional(cast.new_page(viewport=DESKTOP))
    marek.sign_in("marek@demo.example")
    pages.append((marek, stop(f"/werk/overdrachten/{offer}/", press="Antwoorden")))
    for language in ("nl", "ar"):
        mark = Resident(cast.new_page(viewport=DESKTOP, language=language), language)
        come_in(mark.page, "resident", language, portal)
        pages.append((mark, stop(f"/mijn/plan/{portal.ask(KEYS['file'])}/ander-wijkteam/")))
    found = [words for person, page in pages for words in look(person, page, portal)]
    assert not found, "\n".join(found)


def mark_says_no(mark: Resident) -> None:
    mark.go("/mijn/plan/")
    mark.sees(WHY)
    mark.follow("Ik wil dit niet")
    mark.fill_in("Wilt u zeggen waarom?", NO)
    mark.press("Ik wil dit niet")
    mark.sees("Het gaat niet door. Uw regisseur krijgt bericht.")


def finds(marek: Professional) -> None:
    """On her day; who it is about stands nowhere before the yes."""
    marek.go("/werk/")
    row = marek.page.locator("li", has_text="vraagt of uw wijkteam verdergaat")
    row.get_by_role("link").click()
    marek.sees(WHY)
    marek.never_sees("Jansen")


def takes(marek: Professional) -> None:
    finds(marek)
    marek.choose("ja, ik word de regisseur")
    marek.press("Antwoorden")
    marek.is_at("Gezin Jansen")
    marek.sees("U bent nu de regisseur van dit dossier.")
    marek.sees(MONEY)


def after(cast: Cast, people: dict[str, Person]) -> None:
    """Sanne still reads along, Youssef of the old team does not, the school does as before."""
    for name, status in {"sanne": 200, "youssef": 404, "ellen": 200}.items():
        answer = people[name].page.goto(cast.jansen)
        assert answer
        assert answer.status == status, name
    people["ellen"].never_sees(MONEY)
    mark = people["mark"]
    mark.go("/mijn/plan/")
    mark.sees("Dit dossier is nu van Wijkteam Poort. Marek Nowak is de regisseur.")
    expect(mark.page.get_by_text("houdt uw plan bij elkaar")).to_contain_text("Marek Nowak")
    mark.unfold("Er zitten")
    mark.sees("kijkt nog mee tot")
    mark.go("/mijn/wie-keek/")
    mark.sees("Marek Nowak")


def sanne_goes(sanne: Professional, marek: Professional, cast: Cast) -> None:
    sanne.go(f"{cast.jansen}tafel/")
    sanne.follow("Van tafel gaan")
    sanne.press("Van tafel gaan")
    answer = sanne.page.goto(cast.jansen)
    assert answer
    assert answer.status == 404
    marek.go(f"{cast.jansen}tafel/")
    marek.never_sees("kijkt nog mee tot")
