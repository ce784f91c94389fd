"""The network on phones: a holder who keeps it alive, a contact who hears back, a table that gives.

Each walk holds several of the requirements N1-N7; the portal is shared, so each begins at what the
seed put there.
"""

import re
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.people import Person, Professional
from tests.browser.portal import Portal

SANNE, HASSAN = "sanne@demo.example", "moskee@demo.example"
HEARD = "De moeders willen graag een ochtend over geld."
SEEN = "Steeds meer mensen komen met een brief over hun huur."
STEP = "Wij zitten vanaf maandag in de moskee."
ALONE = "Een man zit al weken alleen op het bankje."
SORTED = "We hebben samen de post geopend."
WALL = "Jongeren hebben 's avonds geen plek."
PROMISE = "De gymzaal vragen voor de dinsdagavond"


def test_a_holder_keeps_the_register_alive(new_page: NewPage, portal: Portal) -> None:
    """N2: from my day to a visit written down in three taps. N1: quick add. N4: who knows whom."""
    sanne = Professional(new_page())
    sanne.sign_in(SANNE)
    sanne.go("/werk/")
    due = sanne.page.locator("h2:text-is('Warm houden') + ul > li")
    place = due.first.locator("a").first.inner_text()
    due.first.get_by_role("link", name="Schrijf op").click()
    sanne.fill_in("Wat hoorde u?", HEARD)
    sanne.press("Bewaar")
    sanne.is_at(place)
    sanne.sees(HEARD)
    sanne.go("/werk/")
    expect(due.filter(has_text=place)).to_have_count(0)

    sanne.go("/netwerk/nieuw/")
    sanne.box("Hoe heet de plek").press_sequentially("moedergroep")
    expect(sanne.page.locator("#lijkt-op")).to_contain_text("Moedergroep Zonnewijk")
    sanne.fill_in("Hoe heet de plek", "Kapper Karim")
    expect(sanne.page.locator("#lijkt-op")).not_to_contain_text("Moedergroep")
    sanne.page.get_by_label("Wat voor plek is het?").select_option("shop")
    sanne.page.get_by_label("In welke wijk?").select_option(label="Zonnewijk-West")
    sanne.press_and_leave("Toevoegen")
    sanne.go("/netwerk/?zoek=karim")
    sanne.sees("Kapper Karim")

    sanne.go("/netwerk/wie-waar/")
    sanne.is_at("Wie kennen we waar")
    missing = sanne.page.locator("h2:text-is('Partners die een team nog mist') + ul > li")
    expect(missing.filter(has_text="Wijkteam Zonnewijk")).to_be_visible()
    expect(sanne.page.locator(".wt-missing tbody tr", has_text="Zonnewijk-West")).to_be_visible()
    cell = sanne.page.locator(".wt-matrix tr", has_text="Zonnewijk-West").locator("a").first
    number = int(cell.inner_text())
    cell.click()
    expect(sanne.page.locator("main .wt-days > li")).to_have_count(number)
    sanne.go("/netwerk/kaart/")
    dots = sanne.page.locator("#kaart path.leaflet-interactive")
    expect(dots.first).to_be_visible()
    names = sanne.page.locator(".wt-map__name:not(.wt-map__name--away)")
    expect(names.first).to_be_visible()
    # No two names over each other, and the mark of what has the focus in the list grows.
    boxes = [name.bounding_box() for name in names.all()]
    for at, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[at + 1 :])
    sanne.page.locator(".wt-near [href]").first.focus()
    expect(sanne.page.locator("#kaart path[stroke-width='5']")).to_have_count(1)


def overlap(one: dict, other: dict) -> bool:
    return all(
        one[start] < other[start] + other[size] and other[start] < one[start] + one[size]
        for start, size in (("x", "width"), ("y", "height"))
    )


def test_who_passes_something_on_always_hears_back(new_page: NewPage, portal: Portal) -> None:
    """N3: about a person who knows, about one who does not, and about the neighbourhood."""
    hassan, sanne = Professional(new_page()), Professional(new_page())
    hassan.sign_in(HASSAN)
    sanne.sign_in(SANNE)

    hassan.go("/signaal/persoon/")
    hassan.choose("ja, die weet het")
    hassan.fill_in("Wat ziet u?", "Zij durft haar post niet te openen.")
    hassan.fill_in("Om wie gaat het?", "Mevrouw Bakari")
    hassan.fill_in("Hoe kunnen wij deze persoon bereiken?", "06 12345678")
    hassan.press_and_leave("Geef het door")
    sanne.go("/werk/")
    told = sanne.page.locator("h2:text-is('Van de vindplaatsen') + ul > li", has_text="Moskee")
    expect(told.first).not_to_contain_text("Bakari")
    told.get_by_role("button", name="Ik pak het op").first.click()
    sanne.sees("Mevrouw Bakari")
    signal = sanne.page.url
    sanne.press("Stuur het antwoord")
    sanne.sees("Zonder antwoord blijft het open.")
    sanne.follow("Maak hier een verzoek van")
    expect(sanne.box("Naam van de bewoner")).to_have_value("Mevrouw Bakari")
    sanne.press_and_leave("Opslaan")
    sanne.go(signal)
    sanne.follow("Naar het verzoek")
    sanne.is_at("Mevrouw Bakari")
    sanne.go(signal)
    sanne.fill_in("Wat kwam ervan?", SORTED)
    sanne.press_and_leave("Stuur het antwoord")
    hassan.go("/signaal/")
    hassan.sees(SORTED)

    hassan.go("/signaal/persoon/")
    hassan.choose("nee, nog niet")
    hassan.fill_in("Wat ziet u?", ALONE)
    hassan.fill_in("Om wie gaat het?", "Meneer Jaap")
    hassan.press("Geef het door")
    hassan.sees("Haal dit weg: deze persoon weet het nog niet.")
    expect(hassan.box("Wat ziet u?")).to_have_value(ALONE)
    hassan.fill_in("Om wie gaat het?", "")
    hassan.press_and_leave("Geef het door")
    hassan.page.get_by_text("Hoe breng ik het ter sprake?").first.click()
    hassan.sees("Zo kunt u het ter sprake brengen")
    sanne.go("/netwerk/signalen/")
    sanne.page.locator("li", has_text="Moskee").get_by_role("button", name="Ik pak").first.click()
    sanne.sees(ALONE)
    sanne.sees("Deze persoon weet het nog niet.")
    expect(sanne.page.get_by_role("link", name="Maak hier een verzoek van")).to_have_count(0)

    hassan.go("/signaal/buurt/")
    hassan.fill_in("Wat ziet u in de buurt?", SEEN)
    hassan.page.get_by_label("Waar heeft het mee te maken?").select_option("money")
    hassan.press_and_leave("Geef het door")
    sanne.go("/netwerk/bord/")
    card = sanne.page.locator("article", has_text=SEEN)
    card.get_by_role("link", name="Schrijf op wat we doen").click()
    sanne.fill_in("Wat doen we eraan?", STEP)
    sanne.press_and_leave("Zet op het bord")
    hassan.go("/signaal/")
    hassan.sees(STEP)


def test_a_gathering_and_what_came_of_it(new_page: NewPage, portal: Portal) -> None:
    """N6: planned, asked, who came, what came up, for the wall. N5: a place that fits a plan."""
    sanne = Professional(new_page())
    sanne.sign_in(SANNE)
    sanne.go("/netwerk/bijeenkomsten/nieuw/")
    sanne.fill_in("Hoe heet het?", "Buurtlunch")
    on(sanne, timezone.localdate() + timedelta(days=7))
    sanne.fill_in("Van", "0.00")
    sanne.fill_in("Tot", "23.59")
    sanne.press_and_leave("Zet op de kalender")
    sanne.page.locator("li", has_text="Hassan Yildiz").get_by_role("checkbox").check()
    before = len(portal.mails(HASSAN))
    sanne.press("Nodig deze mensen uit")
    link = re.search(r"http\S+\.ics", portal.next_mail(HASSAN, after=before))
    assert link
    assert "BEGIN:VEVENT" in sanne.page.request.get(link.group()).text()
    sanne.go("/netwerk/bijeenkomsten/")
    sanne.follow("Buurtlunch")
    sanne.follow("Bewerk")
    on(sanne, timezone.localdate())
    sanne.press_and_leave("Zet op de kalender")
    meeting = sanne.page.url
    sanne.follow("Wie was er?")
    sanne.page.locator("li", has_text="Hassan Yildiz").get_by_role("checkbox").check()
    sanne.press("Deze mensen waren er")
    sanne.go(meeting)
    sanne.sees("was er")

    sanne.follow("Iets in de buurt opschrijven")
    who = sanne.page.get_by_label("Van wie hoorde u dit?")
    who.select_option(label="Hassan Yildiz, Moskee El Wahda")
    sanne.fill_in("Wat ziet u in de buurt?", WALL)
    sanne.page.get_by_label("Waar heeft het mee te maken?").select_option("taking_part")
    sanne.page.get_by_label("In welke wijk?").select_option(label="Zonnewijk-West")
    sanne.press_and_leave("Schrijf het op")
    sanne.follow("Afspraak erbij")
    sanne.fill_in("Wat is afgesproken?", PROMISE)
    sanne.press("Bewaar")
    sanne.sees("De afspraak staat erbij.")
    sanne.follow("Op het scherm")
    sanne.sees(WALL)
    sanne.sees(PROMISE)
    sanne.go("/werk/")
    mine = sanne.page.locator("li", has_text=PROMISE)
    mine.get_by_role("button", name="Klaar").click()
    sanne.go("/werk/")
    expect(mine).to_have_count(0)

    sanne.go("/werk/dossiers/")
    sanne.follow("Gezin Jansen")
    sanne.follow("Wat kan de buurt?")
    offer = sanne.page.locator(".wt-offers > li", has_text="Eettafel Tuindorp")
    offer.get_by_role("button", name="Zet in het plan").click()
    sanne.sees("Met Eettafel Tuindorp bespreken")


def on(person: Person, day: date) -> None:
    for label, value in (("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)):
        person.fill_in(label, str(value))


def test_without_javascript_and_without_an_account(new_page: NewPage, portal: Portal) -> None:
    """N7: places near a postcode, the guide, the open data; N3: a signal by a one-time link."""
    team, guest = Professional(new_page(js=False)), Professional(new_page(js=False))
    guest.go("/plekken/")
    guest.fill_in("Uw postcode", "1311AB")
    guest.press("Zoek")
    nearest = guest.page.locator(".wt-places > li").first
    expect(nearest).to_contain_text("km")
    expect(guest.page.locator("#kaart")).to_be_hidden()
    name = nearest.get_by_role("heading").inner_text()
    guest.follow("Print dit als gids")
    guest.sees(name)
    paper = guest.page.request.get("/plekken/gids.pdf?postcode=1311AB")
    assert (paper.status, paper.headers["content-type"]) == (200, "application/pdf")
    found = guest.page.request.get("/plekken/open-data/services", params={"search": name}).json()
    assert [one["name"] for one in found["contents"]] == [name]

    team.sign_in(SANNE)
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
    guest.fill_in("Wat ziet u?", ALONE)
    guest.press_and_leave("Geef het door")
    guest.sees("Bewaar deze link: hier leest u wat ervan kwam.")
