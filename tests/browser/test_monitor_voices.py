"""Who speaks in the monitor: two team leads who publish, a resident who answers, a reader."""

import secrets

from playwright.sync_api import Locator, expect

from monitor.models.invitations import hash_of
from monitor.questions_residents import RESIDENTS
from tests.browser.conftest import NewPage
from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import Portal
from tests.browser.rows import KEYS

STORY = "De brief die te vroeg kwam"
OWN = "Ik zou eerst bellen en dan pas schrijven."


def test_two_team_leads_set_a_release(new_page: NewPage, portal: Portal) -> None:
    """One looks at the counts beside the figures and signs; the other sets; then it is frozen."""
    first, second = Professional(new_page()), Professional(new_page())
    emails = portal.ask(
        "SELECT array_agg(email ORDER BY id) FROM wijkteam_user WHERE role = 'team_lead'"
    )
    path = f"/leiding/publicatie/{portal.ask(KEYS['release'])}/"
    first.sign_in(emails[0])
    first.go(path)
    first.sees("Deze cijfers wijken het meest af")
    for name in ("geteld", "wordt"):
        expect(columns(first, name).first).to_be_visible()
    first.press("Ik teken voor deze cijfers")
    first.sees("U hebt getekend. Nu moet een tweede persoon kijken.")
    expect(first.button("Stel vast en publiceer")).to_have_count(0)
    second.sign_in(emails[1])
    second.go(path)
    second.sees("U bent de tweede persoon.")
    second.press("Stel vast en publiceer")
    second.sees("Vastgesteld. De gemeente ziet deze cijfers nu.")
    second.follow("Bekijk wat de gemeente ziet")
    second.sees("Deze cijfers veranderen niet meer.")
    expect(columns(second, "geteld")).to_have_count(0)
    number = portal.ask("SELECT hash FROM monitor_publication ORDER BY year DESC, quarter DESC")
    expect(second.page.get_by_text(number)).to_be_visible()


def columns(person: Person, name: str) -> Locator:
    return person.page.get_by_role("columnheader", name=name, exact=True)


def test_a_resident_answers_in_turkish_by_a_link_that_works_once(
    new_page: NewPage, portal: Portal
) -> None:
    token = secrets.token_urlsafe(12).replace("-", "a").replace("_", "b")
    portal.do(
        "INSERT INTO monitor_invitation (id, questionnaire_id, token_hash, team_id, way, band,"
        " made_on, expires_on, answered) SELECT gen_random_uuid(), questionnaire_id,"
        f" '{hash_of(token)}', team_id, 'link', '', current_date, current_date + 9, false"
        f" FROM monitor_invitation WHERE token_hash = '{hash_of('voorbeeld')}'"
    )
    resident = Resident(new_page(language="tr"), "tr")
    page = resident.page
    resident.go(f"/vragen/{token}/?taal=tr")
    expect(page.locator("html")).to_have_attribute("lang", "tr")
    resident.sees("Het duurt één minuut. Sla over wat u wilt.")
    for one in RESIDENTS[0].questions:
        resident.sees(one.words)  # in Turkish
    for question in page.locator(".wt-ask").all():
        question.get_by_role("radio").last.check()
    why = page.locator(".wt-ask__why")
    expect(why).to_be_hidden()
    page.locator(".wt-ask").first.get_by_role("radio").first.check()
    why.get_by_role("radio").first.check()  # asked of whoever is not content
    page.get_by_role("textbox").first.fill("İlk kez biri beni dinledi.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    resident.press("Versturen")
    resident.is_at("Dank u wel")
    resident.go(f"/vragen/{token}/")
    resident.is_at("Deze vragen zijn klaar")
    resident.sees("U hebt al geantwoord, of de link is te oud. U hoeft niets meer te doen.")
    expect(page.locator("main form")).to_have_count(0)


def test_a_professional_reads_along_and_tells(new_page: NewPage) -> None:
    """The own answer before others; a story released, beside its figure, and taken back."""
    reader, alderman = Professional(new_page()), Professional(new_page())
    reader.step_in("professional")
    reads_along(reader)
    reader.go("/monitor/cijfers/days_to_first_deed/")
    reader.follow("Vertel een verhaal bij dit cijfer")
    reader.fill_in("Titel", STORY)
    reader.fill_in("Uw verhaal", "Er kwam een brief. Niemand had gebeld. Daarna bleef het stil.")
    reader.press("Lees het terug")
    alderman.step_in("municipality")
    is_told(alderman, 0)
    reader.press("Ik geef het vrij")
    reader.sees("Vrijgegeven. U kunt het altijd weer weghalen.")
    is_told(alderman, 1)
    reader.press("Haal het weg")
    reader.sees("Weggehaald. Niemand anders leest het nog.")
    is_told(alderman, 0)


def reads_along(reader: Professional) -> None:
    page = reader.page
    reader.go("/monitor/leeskring/")
    reader.follow("Zeggen dat de huur weer niet is betaald?")
    expect(page.get_by_text("Zwijgen is ook een keuze")).to_have_count(0)
    page.get_by_role("textbox").first.fill(OWN)
    reader.press("Schrijf mee en lees de anderen")
    reader.sees(OWN)
    expect(page.get_by_text("Zwijgen is ook een keuze")).to_be_visible()
    reader.follow("Leeskring")


def is_told(alderman: Person, times: int) -> None:
    alderman.go("/monitor/cijfers/days_to_first_deed/")
    expect(alderman.page.get_by_text(STORY)).to_have_count(times)
