"""T1, T2, T5, T6: how much a person must answer, click and type. Counted in the browser."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.bench.browser import Hand, context
from tests.bench.figures import Figure
from tests.browser.portal import Portal

# One writes about a table where something just happened; in a town Sanne sits at five hundred.
JUST_NOW = """UPDATE casework_casefile SET changed_at = now() WHERE household_id IN
    (SELECT id FROM casework_household WHERE name = 'Gezin Jansen')"""


def measure(portal: Portal) -> list[Figure]:
    portal.do(JUST_NOW)
    figures = []
    for scene in (required_answers, shortest_request, entered_by_phone):
        figures += act(portal, scene)
    for work in WORK:
        figures += act(portal, lambda hand, work=work: from_my_day(hand, work))
    return figures


def act(portal: Portal, scene: Callable[[Hand], list[Figure]]) -> list[Figure]:
    with context(portal) as phone:
        return scene(Hand(phone.new_page()))


def required_answers(hand: Hand) -> list[Figure]:
    hand.start_at("/gesprek/")
    hand.press("Verder")
    number = hand.required("Verder")
    return [Figure("T1", "required answers of a request", str(number), "", number, "<= 2")]


def shortest_request(hand: Hand) -> list[Figure]:
    hand.start_at("/")
    hand.follow("Ja, ik wil een gesprek")
    hand.press("Verder")
    hand.type("Hoe mogen we u noemen?", "Jo")
    hand.type("Telefoonnummer", "0612345678")
    hand.press("Sla de rest over")
    hand.press("Versturen")
    expect(hand.page.get_by_role("heading", name="Dank u wel.")).to_be_visible()
    work = "the shortest request:"
    return [
        Figure("T2", f"{work} pages", "", "front page and thanks too", hand.pages, "<= 5"),
        Figure("T2", f"{work} clicks", "", "", hand.clicks, "<= 8"),
        Figure("T2", f"{work} keys", "", "a name and a number", hand.keys, "<= 25"),
    ]


def step_in(hand: Hand, role: str) -> None:
    hand.page.goto("/demo/")
    hand.page.locator(f"form:has([name=role][value={role}])").get_by_role("button").click()


def entered_by_phone(hand: Hand) -> list[Figure]:
    step_in(hand, "coordinator")
    hand.start_at("/werk/verzoeken/nieuw/")
    number = hand.required("Opslaan")
    hand.start_at("/werk/verzoeken/nieuw/")
    hand.type("Naam van de bewoner", "Jo")
    hand.type("Telefoonnummer", "0612345678")
    hand.press("Opslaan")
    expect(hand.page.get_by_role("heading", name="Jo")).to_be_visible()
    return [
        Figure("T5", "a request by phone: pages", "", "", hand.pages - 1, "<= 1"),
        Figure("T5", "a request by phone: required", "", "", number, "<= 4"),
    ]


def entry(hand: Hand) -> tuple[str, str, str]:
    hand.follow("Schrijf op wat er gebeurde")
    hand.follow("Gezin Jansen")
    return "Wat gebeurde er?", "Mark belde: de brief is er.", "Opschrijven"


def action(hand: Hand) -> tuple[str, str, str]:
    hand.follow("Schrijf op wat er gebeurde")
    hand.click(hand.page.get_by_role("link", name=re.compile("^Afspraak erbij ?: Gezin Jansen")))
    return "Wat spreken we af?", "Samen de brief lezen", "Afspraak bewaren"


def visit(hand: Hand) -> tuple[str, str, str]:
    """Of today, to a place that my day says to keep warm: nothing has to be filled in."""
    hand.click(hand.page.get_by_role("link", name=re.compile("^Schrijf op ?:")))
    return "", "", "Bewaar"


WORK = {"a timeline entry": entry, "an action": action, "a visit": visit}


def from_my_day(hand: Hand, work: str) -> list[Figure]:
    """What is asked when it is sent empty; then every click from my day until it is saved."""
    step_in(hand, "coordinator")
    required = 0
    label, text, button = WORK[work](hand)
    if label:
        required = hand.required(button)
    hand.start_at("/werk/")
    label, text, button = WORK[work](hand)
    if label:
        hand.type(label, text)
    hand.press(button)
    saved = hand.page.get_by_text(text) if text else hand.page.locator(".wt-messages")
    expect(saved.first).to_be_visible()
    return [
        Figure("T6", f"{work}: required", "", "", required, "<= 1"),
        Figure("T6", f"{work}: clicks", "", "from my day until saved", hand.clicks, "<= 3"),
    ]
