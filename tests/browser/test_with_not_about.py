"""With the family and not about them: a yes that can be taken back, and what was said without."""

from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

WITHOUT = "Met de klantmanager gebeld over het formulier."
BESIDE = "Daar had ik bij willen zijn."
PURPOSE = "Naast Mark zitten bij het invullen van papieren"
MONEY = "Ik wil weer zelf mijn post open durven maken"


def test_a_yes_for_one_part_and_a_no_that_works_at_once(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark, grace = cast.at("coordinator"), cast.mark(), cast.with_password("naastu")
    ask_grace(sanne, cast)
    say_yes(grace)
    told_without(sanne, cast)
    grace.go(cast.jansen)
    grace.sees(WITHOUT)
    grace.never_sees(MONEY)
    reads_and_answers(mark)
    grace.page.reload()
    youssef, ellen = cast.at("professional"), cast.at("partner")
    for person in (youssef, ellen):
        person.go(cast.jansen)
    for person in (grace, youssef):
        person.sees(BESIDE)
    ellen.never_sees(WITHOUT)  # it is about papers, and she is there for Noor
    grace.go(f"{cast.jansen}bericht/")
    take_back(mark)
    grace.fill_in("Wat gebeurde er?", "Net te laat")
    grace.press("Opschrijven")
    expect(grace.page.get_by_role("heading", level=1)).not_to_have_text("Gezin Jansen")
    answer = grace.page.goto(cast.jansen)
    assert answer
    assert answer.status == 404
    gone = "SELECT count(*) FROM casework_timelineentry WHERE words = 'Net te laat'"
    assert portal.ask(gone) == 0
    cast.nothing_for_strangers()


def ask_grace(sanne: Professional, cast: Cast) -> None:
    sanne.go(f"{cast.jansen}tafel/vragen/organisatie/")
    sanne.pick("Wie, van welke organisatie?", "Grace Owusu")
    sanne.choose("de bewoner zei ja")
    sanne.unfold("Waarover, waarvoor")
    sanne.choose("regelzaken")
    sanne.fill_in("Waarvoor is het nodig?", PURPOSE)
    sanne.pick("Wie zei ja?", "Mark Jansen")
    sanne.press("Een plek geven")
    sanne.is_at("Gezin Jansen")


def say_yes(grace: Professional) -> None:
    grace.go("/werk/")
    grace.page.get_by_role("link", name="Antwoorden").first.click()
    grace.choose("ja, ik doe mee")
    grace.press("Antwoorden")
    grace.is_at("Gezin Jansen")


def told_without(sanne: Professional, cast: Cast) -> None:
    """A meeting asks whether the resident was there."""
    sanne.go(f"{cast.jansen}bericht/")
    sanne.fill_in("Wat gebeurde er?", WITHOUT)
    sanne.choose("overleg")
    sanne.pick("Waar ging het over?", "regelzaken")
    sanne.press("Opschrijven")
    sanne.sees("Zeg erbij of de bewoner erbij was.")
    sanne.choose("nee")
    sanne.press("Opschrijven")
    sanne.sees("zonder de bewoner")


def reads_and_answers(mark: Resident) -> None:
    """His page says "without you", and his own words stand beside it; and who looked."""
    mark.go("/mijn/plan/")
    entry = mark.page.locator("li.wt-timeline__item", has_text=WITHOUT)
    expect(entry).to_contain_text("zonder u")
    entry.get_by_role("link", name="Ik zie het anders").click()
    mark.fill_in("Hoe ziet u het?", BESIDE)
    mark.press("Ernaast zetten")
    expect(entry).to_contain_text(BESIDE)
    mark.go("/mijn/wie-keek/")
    mark.sees("Grace Owusu")
    mark.go("/mijn/plan/")
    mark.follow("Mijn plan op papier")
    mark.sees(MONEY)


def take_back(mark: Resident) -> None:
    mark.go("/mijn/plan/")
    one = mark.page.locator("#delen .wt-card", has_text=PURPOSE)
    one.locator("summary").click()
    one.get_by_role("link", name="Ik wil dit niet meer delen").click()
    mark.press("Ja")
