"""Weeks of talk and no deed: said to whoever works there, and to nobody at home."""

import re

from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

VEENSTRA = "SELECT f.id FROM casework_casefile f JOIN casework_household h " \
    "ON h.id = f.household_id WHERE h.name = 'Gezin Veenstra'"  # fmt: skip
REMARK = "Vier weken gepraat en doorverwezen, en nog niets gedaan."
TALKED = ["De wachtlijst voor gezinshulp is vier maanden.", "Nog niets besloten."]
COFFEE = "Elke vrijdag koffie met Wendy"
WISH = "Ik wil dat er eens iemand voor míj komt"
AT_SCHOOL = "Luca eet vrijdag mee in de klas van groep 3"
WORRY = re.compile("meldcode|blauwe plek|Veilig Thuis, zonder namen", re.IGNORECASE)


def test_weeks_of_talk_are_named_until_something_is_done(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, youssef, ellen = [cast.at(r) for r in ("coordinator", "professional", "partner")]
    file = f"/werk/dossiers/{portal.ask(VEENSTRA)}/"
    assert ellen.page.request.get(file).status == 404  # no chair yet
    for person in (sanne, youssef):
        person.go(file)
        person.sees(REMARK)
    wendy = signs_in_on_paper(sanne, cast, file)
    reads_the_honest_page(wendy)
    sits_down(sanne, ellen, file)
    does_it(ellen)
    for person in (sanne, youssef):
        person.go(file)
        expect(person.page.locator("#plan")).to_contain_text(AT_SCHOOL)
        person.never_sees(REMARK)
    wendy.go("/mijn/plan/")
    done = wendy.page.locator("#plan li.wt-deed--done", has_text=AT_SCHOOL)
    expect(done).to_contain_text("Ellen Sluis")
    cast.nothing_for_strangers()


def signs_in_on_paper(sanne: Professional, cast: Cast, file: str) -> Resident:
    """She has no e-mail: Sanne gives her a sheet with codes."""
    sanne.go(f"{file}tafel/")
    sanne.follow("Codes op papier om in te loggen Wendy")
    sanne.press("Codes maken")
    code = sanne.page.locator(".wt-codes li").first.inner_text()
    wendy = Resident(cast.page())
    wendy.go("/inloggen/papier/")
    wendy.box("Code").fill(code)
    wendy.press("Inloggen")
    return wendy


def reads_the_honest_page(wendy: Resident) -> None:
    """What was said without her, and what nobody did yet. Not the remark, nor the worry about
    her children, on none of her pages."""
    wendy.go("/mijn/plan/")
    for words in TALKED:
        entry = wendy.page.locator("#verhaal li.wt-timeline__item", has_text=words)
        expect(entry).to_contain_text("zonder u")
    wendy.sees(WISH)
    deeds = wendy.page.locator("#plan li.wt-deed")
    expect(deeds).to_have_count(1)
    expect(deeds).to_contain_text(COFFEE)
    expect(wendy.page.locator("#plan li.wt-deed--done")).to_have_count(0)
    plan = wendy.page.url
    for part in ["", "geschiedenis/", "papier/", "delen/", "documenten/"]:
        answer = wendy.page.goto(f"{plan}{part}")
        assert answer
        assert answer.ok, part
        body = wendy.page.locator("body")
        expect(body).not_to_contain_text(REMARK)
        expect(body).not_to_contain_text(WORRY)


def sits_down(sanne: Professional, ellen: Professional, file: str) -> None:
    """The school of Luca, with the yes of Wendy, for how he grows up."""
    sanne.go(f"{file}tafel/vragen/organisatie/")
    sanne.pick("Wie, van welke organisatie?", "Ellen Sluis")
    sanne.choose("de bewoner zei ja")
    sanne.unfold("Waarover, waarvoor")
    sanne.choose("opvoeden en opgroeien")
    sanne.fill_in("Waarvoor is het nodig?", "Luca een fijne vrijdag geven")
    sanne.pick("Wie zei ja?", "Wendy Veenstra")
    sanne.press("Een plek geven")
    sanne.is_at("Gezin Veenstra")
    ellen.go("/werk/")
    ellen.follow("Antwoorden")
    ellen.sees("opvoeden en opgroeien")
    ellen.never_sees("Veenstra")
    ellen.choose("ja, ik doe mee")
    ellen.press("Antwoorden")
    ellen.is_at("Gezin Veenstra")


def does_it(ellen: Professional) -> None:
    """Who reads a part of the plan cannot know what else was done: no remark. A deed she has."""
    ellen.sees(TALKED[0])
    for words in [REMARK, WISH, COFFEE]:
        ellen.never_sees(words)
    ellen.add_action(AT_SCHOOL, "Ellen Sluis")
    ellen.press(f"Klaar: {AT_SCHOOL}")
    expect(ellen.button(f"Toch niet klaar: {AT_SCHOOL}")).to_have_count(1)
