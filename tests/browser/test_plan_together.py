"""One plan: own words and marks, deeds and rest, what is new, and little typing."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import Portal

GOAL = "Ik wil weer zingen, en niet alleen onder de douche."
DEED = "Eén keer meezingen met het koor op dinsdag"
REST = "Het huis laten zoals het is"
PARTY = "Taart, ook als het vals was"
READ_ALOUD = "Noor wil voorlezen, ook als iemand lacht."
FIRST = "Een boek uitkiezen voor groep 1"
NO_QUESTIONS = "Op maandag niet vragen hoe het ging"
NOTE = "Mark neuriede onder het praten."
ROWS = "SELECT coalesce(sum(times), 0) FROM wijkteam_writingtime WHERE page = 'entry_write'"


def test_a_plan_that_everyone_follows(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark = cast.at("coordinator"), cast.mark()
    youssef, ellen = cast.at("professional"), cast.at("partner")
    for person in (youssef, ellen):
        person.go(cast.jansen)
    writes(sanne, cast)
    reads_her_part(ellen)
    ellen.add_goal("opvoeden en opgroeien", READ_ALOUD)
    mark.go("/mijn/plan/")
    news(mark, [f"Ellen Sluis schreef een doel op: {READ_ALOUD}"])
    does_her_part(ellen)
    does_his_part(mark)
    youssef.page.reload()
    news(youssef, [f"Mark Jansen is klaar met: {DEED}", f"Mark Jansen is klaar met: {PARTY}"])
    how_often(youssef, "elke week")
    how_often(ellen, "nooit")
    cast.nothing_for_strangers()


def writes(sanne: Professional, cast: Cast) -> None:
    """A goal with a deed and a party; doing nothing on purpose has a day to look again."""
    sanne.go(cast.jansen)
    sanne.add_goal("meedoen", GOAL)
    sanne.add_action(DEED, "Mark Jansen", goal=GOAL)
    sanne.add_action(PARTY, "Mark Jansen", "vieren", goal=GOAL)
    month = timezone.localdate() + timedelta(days=30)
    sanne.add_action(REST, "Sanne de Wit", "bewust even niets doen", day=month)
    expect(deed(sanne, REST)).to_contain_text("bewust even niets doen")
    expect(deed(sanne, PARTY)).to_contain_text("vieren")


def reads_her_part(ellen: Professional) -> None:
    """The school reads what is for all and what is about Noor, and can write about nothing else."""
    ellen.page.reload()
    news(ellen, [f"Sanne de Wit sprak af: {REST}"], never=[GOAL, DEED, PARTY])
    ellen.sees("U leest hier een deel van het plan: opvoeden en opgroeien.")
    for words in [GOAL, DEED, PARTY]:
        ellen.never_sees(words)
    expect(deed(ellen, REST)).to_contain_text("bewust even niets doen")
    ellen.follow("Doel erbij")
    domains = ellen.page.get_by_label("Waar gaat het over?").locator("option:not([value=''])")
    expect(domains).to_have_text(["opvoeden en opgroeien"])
    ellen.page.go_back()


def does_her_part(ellen: Professional) -> None:
    ellen.add_action(FIRST, "Ellen Sluis", goal=READ_ALOUD)
    ellen.add_action(NO_QUESTIONS, "Ellen Sluis", "bewust even niets doen", goal=READ_ALOUD)
    ellen.press(f"Klaar: {FIRST}")
    expect(ellen.button(f"Toch niet klaar: {FIRST}")).to_have_count(1)
    goal(ellen, READ_ALOUD).get_by_role("link", name="Terugkijken").click()
    ellen.fill_in("Welk cijfer is het nu?", "7")
    ellen.press_and_leave("Cijfer bewaren")
    expect(goal(ellen, READ_ALOUD)).to_contain_text("7")


def does_his_part(mark: Resident) -> None:
    """Reads what is let rest and what was done, gives a mark, does it, and there is cake."""
    mark.page.reload()
    for words in [NO_QUESTIONS, REST]:
        expect(deed(mark, words)).to_contain_text("bewust even niets doen")
    expect(deed(mark, FIRST)).to_contain_text("klaar")
    goal(mark, GOAL).get_by_role("link", name="Geef een cijfer").click()
    mark.fill_in("Welk cijfer is het nu?", "6")
    mark.press_and_leave("Cijfer bewaren")
    expect(goal(mark, GOAL)).to_contain_text("6")
    for words in [DEED, PARTY]:
        mark.press(f"Klaar: {words}")
        expect(mark.button(f"Toch niet klaar: {words}")).to_have_count(1)


def news(person: Person, words: list[str], never: Sequence[str] = ()) -> None:
    """Apart from the plan: what others did since the last visit. Only the newest eight, and other
    walks write in this file too: so of what was done just now."""
    new = person.page.get_by_role("region", name="Nieuw sinds")
    for one in words:
        expect(new).to_contain_text(one)
    for one in never:
        expect(new).not_to_contain_text(one)


def how_often(person: Professional, choice: str) -> None:
    person.go("/werk/nieuws-per-mail/")
    person.choose(choice)
    person.press("Bewaren")
    person.go("/werk/nieuws-per-mail/")
    expect(person.page.get_by_label(choice)).to_be_checked()


def goal(person: Person, words: str) -> Locator:
    return person.page.locator("#plan article", has_text=words)


def deed(person: Person, words: str) -> Locator:
    return person.page.locator("#plan li.wt-deed", has_text=words)


def test_a_few_words_are_enough_and_the_time_is_the_team_s(
    new_page: NewPage, portal: Portal
) -> None:
    cast = Cast(new_page, portal)
    people = [cast.at(role) for role in ("coordinator", "professional", "partner")]
    before = portal.ask(ROWS)
    for person in people:
        person.go(f"{cast.jansen}bericht/")
    people[0].page.wait_for_timeout(1100)  # it counts whole seconds
    for number, person in enumerate(people):
        note = f"{NOTE} ({number})"
        person.fill_in("Wat gebeurde er?", note)
        person.press("Opschrijven")
        expect(person.page.locator("#verhaal")).to_contain_text(note)
    assert portal.ask(ROWS) >= before + len(people)  # other walks write too
    mark = cast.mark()
    mark.go("/mijn/plan/")
    mark.follow("Vertel iets")
    mark.fill_in("Wat wilt u vertellen?", "Het was vals, en leuk.")
    mark.press("Opschrijven")
    mark.sees("Het was vals, en leuk.")
    cast.nothing_for_strangers()
