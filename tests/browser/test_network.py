"""The network on two phones: a place passes something on, a holder visits, each sees the other."""

from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.people import Professional
from tests.browser.portal import Portal

SEEN = "Steeds meer mensen komen met een brief over hun huur."
HEARD = "De moeders willen graag een ochtend over geld."
STEP = "Wij zitten vanaf maandag in de bibliotheek."


def test_a_contact_and_a_holder_on_their_phones(new_page: NewPage, portal: Portal) -> None:
    """Signal, board, step and answer; a visit in a few taps; a double entry seen while typing."""
    contact, team = Professional(new_page()), Professional(new_page())
    contact.step_in("contact")
    contact.go("/signaal/")
    contact.follow("Ik zie iets in de buurt")
    contact.fill_in("Wat ziet u in de buurt?", SEEN)
    contact.page.get_by_label("Waar heeft het mee te maken?").select_option("money")
    contact.press_and_leave("Geef het door")
    contact.sees(SEEN)

    team.sign_in("sanne@demo.example")
    team.go("/netwerk/bord/?overal")
    card = team.page.locator("article", has_text=SEEN)
    card.get_by_role("link", name="Schrijf op wat we doen").click()
    team.fill_in("Wat doen we eraan?", STEP)
    team.press_and_leave("Zet op het bord")
    team.press_and_leave("Ik pak het op")
    contact.go("/signaal/")
    contact.sees(STEP)
    team.fill_in("Wat kwam ervan?", "Elke maandag is er nu een spreekuur.")
    team.press_and_leave("Stuur het antwoord")
    contact.page.reload()
    contact.sees("Elke maandag is er nu een spreekuur.")

    team.go("/netwerk/?zoek=Moedergroep")
    team.page.locator("main").get_by_role("link", name="Schrijf op").first.click()
    team.fill_in("Wat hoorde u?", HEARD)
    team.press("Bewaar")
    team.sees(HEARD)
    team.go("/netwerk/nieuw/")
    team.box("Hoe heet de plek").press_sequentially("moedergroep")
    expect(team.page.locator("#lijkt-op")).to_contain_text("Moedergroep Zonnewijk")


def test_without_javascript_a_list_and_the_map_still_work(
    new_page: NewPage, portal: Portal
) -> None:
    """The list says it all; the map is only there with a script; a signal by a one-time link."""
    team, guest = Professional(new_page(js=False)), Professional(new_page(js=False))
    team.sign_in("sanne@demo.example")
    team.go("/netwerk/kaart/")
    expect(team.page.locator(".wt-near li").first).to_be_visible()
    expect(team.page.locator("#kaart")).to_be_hidden()
    team.go("/netwerk/?zoek=Moskee")
    team.follow("Moskee El Wahda")
    team.page.locator(".wt-people a").first.click()
    team.press("Maak een link")
    link = team.page.locator(".wt-code").inner_text()
    guest.go("/" + link.split("/", 3)[3])
    guest.follow("Ik maak mij zorgen over iemand")
    guest.choose("nee, nog niet")
    guest.fill_in("Wat ziet u?", "Een man zit al weken alleen op het bankje.")
    guest.press_and_leave("Geef het door")
    guest.sees("Bewaar deze link: hier leest u wat ervan kwam.")
