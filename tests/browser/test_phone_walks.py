"""Residents and a neighbour with a phone, from the first page to the last: one walk each."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

WORRY = "Zij doet al weken de deur niet meer open."


def kept_by_browser(page: Page) -> list[str]:
    """Everything a browser can keep for a site, but for cookies and history."""
    return page.evaluate(
        "async () => [...Object.values(localStorage), ...Object.values(sessionStorage),"
        " ...await caches.keys(), ...(await indexedDB.databases()).map(one => one.name)]"
    )


def test_asking_changing_and_stopping_in_dutch(new_page: NewPage, portal: Portal) -> None:
    loes = Resident(new_page())
    number = loes.ask("Loes Kort")
    expect(loes.page.get_by_text(re.compile("^Uiterlijk .* neemt iemand contact"))).to_be_visible()
    loes.follow("Kijk hoe het ermee staat")
    loes.is_at("Zo staat het met uw vraag")
    loes.sees(number)
    loes.sees("Uw vraag is bij ons binnen")

    loes.follow("Bereik mij op een andere manier")
    expect(loes.box("Telefoonnummer")).to_have_value("06 12345678")
    loes.fill_in("Telefoonnummer", "12")
    loes.press("Bewaren")
    loes.sees("Dit nummer klopt niet.")
    expect(loes.box("Telefoonnummer")).to_have_value("12")
    loes.fill_in("Telefoonnummer", "0687654321")
    loes.press("Bewaren")
    loes.sees("Bewaard. We gebruiken dit vanaf nu.")
    loes.press("Klaar met kijken: sluit dit")
    loes.is_at("Wilt u met iemand praten?")

    elsewhere = Resident(new_page())
    elsewhere.go("/gesprek/stand/")
    elsewhere.fill_in("Uw nummer", number.lower().replace("-", " "))
    elsewhere.fill_in("Uw telefoonnummer, e-mailadres of postcode", "06 12345678")
    elsewhere.press("Bekijken")
    elsewhere.sees("Bij dit nummer en dit gegeven vinden we niets.")
    elsewhere.find(number, "+31 6 87 65 43 21")
    elsewhere.follow("Ik wil toch geen gesprek")
    elsewhere.is_at("Toch geen gesprek?")
    elsewhere.press("Ja, stop met mijn vraag")
    elsewhere.sees("We stoppen ermee. U mag ons altijd weer vragen.")
    elsewhere.sees("Gestopt: u wilt geen gesprek meer")
    expect(elsewhere.page.get_by_role("link", name="Ik wil toch geen gesprek")).to_have_count(0)
    assert portal.times_asked("Loes Kort") == 1


def speak(person: Resident, language: str, name: str) -> Resident:
    """Choose another language in the head of the page, halfway."""
    person.page.locator(".wt-languages summary").first.click()
    person.page.get_by_role("button", name=name, exact=True).click()
    expect(person.page.locator("html")).to_have_attribute("lang", language)
    return Resident(person.page, language)


def test_from_right_to_left_and_gone_in_one_press(new_page: NewPage, portal: Portal) -> None:
    amina = Resident(new_page(language="ar"), "ar")
    page = amina.page
    before = portal.times_asked("أمينة")
    amina.go("/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    amina.follow("Ja, ik wil een gesprek")
    amina.press("Verder")
    amina.fill_in("Hoe mogen we u noemen?", "أمينة")
    amina.fill_in("Telefoonnummer", "06 1234")
    amina.choose("avond")
    amina.press("Verder")
    amina.sees("Dit nummer klopt niet. Een nummer heeft 10 cijfers: 06 12345678.")
    amina = speak(amina, "nl", "Nederlands")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    amina.fill_in("Telefoonnummer", "06 12345678")
    amina = speak(amina, "ar", "العربية")
    expect(amina.box("Hoe mogen we u noemen?")).to_have_value("أمينة")
    expect(amina.box("Telefoonnummer")).to_have_value("06 12345678")
    expect(page.locator("[name=day_parts][value=evening]")).to_be_checked()
    amina.press("Sla de rest over")
    amina.is_at("Klopt het zo?")
    amina.press("Versturen")
    amina.is_at("Dank u wel. Uw vraag is bij ons.")
    number = page.locator(".wt-code").inner_text()

    again = page.reload()
    assert again
    assert again.status == 200
    expect(page.locator(".wt-code")).to_have_text(number)
    page.go_back()
    if amina.button("Versturen").count():  # the browser kept the page
        amina.press("Versturen")
    amina.is_at("Dank u wel. Uw vraag is bij ons.")
    assert portal.times_asked("أمينة") == before + 1

    amina.follow("Kijk hoe het ermee staat")
    amina.is_at("Zo staat het met uw vraag")
    pages_before = page.evaluate("history.length")
    with page.expect_request("https://www.buienradar.nl/"):
        amina.page.locator("[data-quick-exit]").click(no_wait_after=True)
    page.wait_for_timeout(300)  # the weather cannot be reached from here
    assert page.context.cookies() == []
    for _page in range(pages_before):
        page.go_back()
        expect(page.locator("body")).not_to_contain_text("أمينة")
        expect(page.locator("body")).not_to_contain_text(number)
    page.goto("/favicon.ico")
    assert kept_by_browser(page) == []


def test_a_neighbour_who_worries(new_page: NewPage, portal: Portal) -> None:
    """About somebody who does not know it yet: the team calls the neighbour first."""
    piet, team = Resident(new_page()), Professional(new_page())
    piet.go("/")
    piet.follow("Voor iemand anders")
    piet.press("Verder")
    piet.sees("Vul in wat u van die persoon bent.")
    piet.sees("Kies of die persoon het weet.")
    piet.fill_in("Wat bent u van die persoon?", "buurman")
    piet.choose("Nee, nog niet")
    piet.press("Verder")
    piet.fill_in("Hoe mogen we u noemen?", "Piet")
    piet.fill_in("Over wie gaat het?", "Mevrouw Zorg")
    piet.fill_in("Telefoonnummer", "0611223344")
    piet.press("Verder")
    piet.press("Verder")
    piet.fill_in("In uw eigen woorden", WORRY)
    piet.press("Verder")
    piet.is_at("Klopt het zo?")
    for told in ("buurman", "Nee, nog niet", "Mevrouw Zorg", WORRY):
        piet.sees(told)
    piet.press("Versturen")
    piet.is_at("Dank u wel. Uw vraag is bij ons.")
    piet.follow("Kijk hoe het ermee staat")
    expect(piet.button("Maak mijn eigen pagina")).to_have_count(0)

    team.step_in("professional")
    team.open_request("Mevrouw Zorg")
    reach = team.page.locator("section", has=team.page.get_by_role("heading", name="Contact"))
    expect(reach).to_contain_text("Piet, buurman")
    expect(reach.locator("strong")).to_have_text("nee, nog niet")
    team.sees(WORRY)
