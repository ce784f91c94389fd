"""The main job in full, as two people at two phones: from a request to one shared plan."""

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

REPORT = {
    "Wat gaat goed": "Jo kookt elke dag en kent de buren.",
    "Wat kan en wil": "Jo wil zelf de post openen, en Els leren fietsen.",
    "Wat is lastig": "De brieven van de belasting.",
    "Wat kunnen mensen": "Els komt op maandag.",
    "Wat vragen we aan professionals": "Een budgetmaatje.",
    "Wat spraken we af": "Maandag openen we samen de post.",
}
GOAL = "Ik wil weer zelf mijn post open durven maken."
ACTION = "De post openen met buurvrouw Els"


def test_from_a_request_to_one_shared_plan(new_page: NewPage, portal: Portal) -> None:
    walk(new_page, portal, "Jo Script", js=True)


def test_the_same_without_javascript(new_page: NewPage, portal: Portal) -> None:
    walk(new_page, portal, "Bo Zonder", js=False)


def test_the_same_in_arabic(new_page: NewPage, portal: Portal) -> None:
    walk(new_page, portal, "Fatima Rechts", js=True, language="ar")


def walk(new_page: NewPage, portal: Portal, name: str, js: bool, language: str = "nl") -> None:
    email = f"{name.split()[0].lower()}@example.nl"
    narrow = {"js": js, "language": language, "viewport": NARROW}
    resident = Resident(new_page(**narrow), language)
    team = Professional(new_page(js=js))

    number = resident.ask(name, email)
    team.step_in("professional")
    team.take(name)
    team.plan_talk(name, timezone.localdate(), "8.30")
    resident.follow("Kijk hoe het ermee staat")
    resident.sees("Uw gesprek")
    resident.make_own_page(portal, email)
    resident.sees("Deze pagina is alleen van u. Anderen in uw huis zien dit niet.")

    if js and language == "nl":
        what_was_not_saved_comes_back(team, name)
    team.write_report(name, REPORT)
    team.open_case_file(name)
    team.add_goal("geld", GOAL)
    team.add_action(ACTION, owner=name)

    elsewhere = Resident(new_page(**narrow), language)
    elsewhere.find(number, email)
    elsewhere.sees("We maken samen een plan")
    expect(elsewhere.page.locator("main")).not_to_contain_text(REPORT["Wat is lastig"])

    resident.go("/mijn/")
    for words in REPORT.values():
        resident.sees(words)
    resident.follow("Klopt dit? Geef antwoord")
    resident.choose("zo klopt het")
    resident.press("Bewaren")
    resident.sees("Uw antwoord")

    resident.follow("Naar mijn plan")
    resident.is_at("Mijn plan")
    resident.sees(GOAL)
    expect(resident.page.locator("#tafel")).to_contain_text("Youssef Amrani")
    tick = resident.page.locator("li", has_text=ACTION).get_by_role("button")
    before = tick.get_attribute("aria-label")
    tick.click()
    expect(tick).not_to_have_attribute("aria-label", str(before))
    assert_reads_well(resident, language)

    team.page.reload()
    team.sees("1 afspraak klaar")


def assert_reads_well(resident: Resident, language: str) -> None:
    """Every page of the resident fits a small phone, in the direction of the language."""
    for path in (
        "/",
        "/gesprek/",
        "/gesprek/bereiken/",
        "/gesprek/stand/",
        "/mijn/",
        "/mijn/plan/",
    ):
        resident.go(path)
        html = resident.page.locator("html")
        expect(html).to_have_attribute("lang", language)
        expect(html).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
        wide = resident.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROW["width"], f"{path} is {wide} pixels wide"


def what_was_not_saved_comes_back(team: Professional, name: str) -> None:
    """The line was gone, and the page is opened anew."""
    heading, kept = "Wat is lastig", "Nog niet bewaard."
    team.follow("Verslag")
    team.page.route("**/verslag/bewaren/", lambda route: route.abort())
    team.fill_in(heading, kept)
    team.page.reload()
    expect(team.box(heading)).to_have_value(kept)
    team.page.unroute("**/verslag/bewaren/")
    team.open_request(name)
