"""One plan: own words and marks, deeds and rest, what is new, and little typing."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional
from tests.browser.portal import Portal

GOAL = "Ik wil weer zingen, en niet alleen onder de douche."
DEED = "Eén keer meezingen met het koor op dinsdag"
REST = "Het huis laten zoals het is"
PARTY = "Taart, ook als het vals was"
NOTE = "Mark neuriede onder het praten."
ROWS = "SELECT coalesce(sum(times), 0) FROM wijkteam_writingtime WHERE page = 'entry_write'"
VEENSTRA = "SELECT f.id FROM casework_casefile f JOIN casework_household h " \
    "ON h.id = f.household_id WHERE h.name = 'Gezin Veenstra'"  # fmt: skip
TALK = "Vier weken gepraat en doorverwezen, en nog niets gedaan."


def test_a_plan_that_everyone_follows(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark, youssef = cast.at("coordinator"), cast.mark(), cast.at("professional")
    youssef.go(cast.jansen)
    sanne.go(cast.jansen)
    sanne.add_goal("meedoen", GOAL)
    sanne.add_action(DEED, "Mark Jansen")
    rest_and_cake(sanne)
    mark.go("/mijn/plan/")
    mark.sees(GOAL)
    goal = mark.page.locator("article", has_text=GOAL)
    goal.get_by_role("link", name="Geef een cijfer").click()
    mark.fill_in("Welk cijfer is het nu?", "6")
    mark.press("Cijfer bewaren")
    mark.page.get_by_role("button", name=f"Klaar: {DEED}").click()
    expect(mark.page.get_by_role("button", name=f"Toch niet klaar: {DEED}")).to_have_count(1)
    youssef.page.reload()
    news = youssef.page.get_by_role("region", name="Nieuw sinds")
    for words in [GOAL, DEED]:
        expect(news).to_contain_text(words)
    youssef.go("/werk/nieuws-per-mail/")
    youssef.choose("elke week")
    youssef.press("Bewaren")
    ellen = cast.at("partner")
    ellen.go(cast.jansen)
    ellen.never_sees(GOAL)
    cast.nothing_for_strangers()


def rest_and_cake(sanne: Professional) -> None:
    """Doing nothing on purpose has a day to look again; a result is celebrated."""
    sanne.follow("Afspraak erbij")
    sanne.fill_in("Wat spreken we af?", REST)
    sanne.choose("bewust even niets doen")
    sanne.fill_in_day(timezone.localdate() + timedelta(days=30))
    sanne.press_and_leave("Afspraak bewaren")
    sanne.follow("Afspraak erbij")
    sanne.fill_in("Wat spreken we af?", PARTY)
    sanne.choose("vieren")
    sanne.press_and_leave("Afspraak bewaren")
    sanne.sees("bewust even niets doen")
    # The page comes back at what was written.
    expect(sanne.page.locator("#plan").get_by_text(PARTY).first).to_be_in_viewport()


def test_a_few_words_are_enough_and_the_time_is_the_team_s(
    new_page: NewPage, portal: Portal
) -> None:
    cast = Cast(new_page, portal)
    people = [cast.at(role) for role in ("coordinator", "professional", "partner")]
    before = portal.ask(ROWS)
    for person in people:
        person.go(f"{cast.jansen}bericht/")
    people[0].page.wait_for_timeout(1100)  # it counts whole seconds
    for person in people:
        person.fill_in("Wat gebeurde er?", NOTE)
        person.press("Opschrijven")
        person.sees(NOTE)
    assert portal.ask(ROWS) >= before + len(people)  # other walks write too
    mark = cast.mark()
    mark.go("/mijn/plan/")
    mark.follow("Vertel iets")
    mark.fill_in("Wat wilt u vertellen?", "Het was vals, en leuk.")
    mark.press("Opschrijven")
    mark.sees("Het was vals, en leuk.")
    cast.nothing_for_strangers()


def test_weeks_of_talk_are_named_until_something_is_done(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, youssef = cast.at("coordinator"), cast.at("professional")
    file = f"/werk/dossiers/{portal.ask(VEENSTRA)}/"
    for person in (sanne, youssef):
        person.go(file)
        person.sees(TALK)
    assert cast.at("partner").page.request.get(file).status == 404  # no seat at this table
    sanne.page.get_by_role("button", name="Klaar:").first.click()
    sanne.go(file)
    sanne.never_sees(TALK)
    cast.nothing_for_strangers()
