"""Three people of two houses, each with the own part: Sam of fifteen, Hennie and Cor who do not
read each other, and Mark who asks that somebody leaves his table."""

from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

OF_SAM = "Ik wil een bijbaan, niet weer een gesprek"
OF_FAMILY = "Ik wil weer zelf mijn post open durven maken"
APART_FROM_SAM = [
    "Een nacht doorslapen", "naar de bingo lopen", "gezongen op de fiets", "De stapel ligt er",
    "Van een 3 naar een 5",
]  # fmt: skip
SAYS_SAM = "Ik wil niet dat mijn vader mijn baas belt."
OF_COR = ["Een dag zonder, en dan nog een", "Het was weer een rotdag", "Volgende stap van Cor"]
SAYS_HENNIE = "Zaterdag ga ik naar mijn zus kijken voor een kamer."
AUNT = "Tante Mia"


def test_everyone_reads_the_own_part(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sam = own_page(cast, "young")
    sam_reads_and_says(sam)
    mark, sanne = cast.mark(), cast.at("coordinator")
    mark.go("/mijn/plan/")
    mark.never_sees(SAYS_SAM)
    sanne.go(cast.jansen)
    sanne.sees(SAYS_SAM)
    apart(own_page(cast, "apart"), own_page(cast, "apart_too"))
    off_the_table(mark, sanne, cast)
    cast.nothing_for_strangers()


def own_page(cast: Cast, role: str) -> Resident:
    person = Resident(cast.page())
    Professional(person.page).step_in(role)
    person.follow("Mijn plan")
    person.is_at("Mijn plan")
    return person


def sam_reads_and_says(sam: Resident) -> None:
    sam.sees(OF_SAM)
    sam.sees(OF_FAMILY)
    sam.sees("Sam geappt: zaterdag ging goed")
    for words in APART_FROM_SAM:
        sam.never_sees(words)
    plan = sam.page.url
    for part in ["geschiedenis/", "papier/"]:
        sam.go(f"{plan}{part}")
        for words in APART_FROM_SAM:
            expect(sam.page.locator("body")).not_to_contain_text(words)
    sam.go(f"{plan}bericht/")
    sam.fill_in("Wat wilt u vertellen?", SAYS_SAM)
    sam.press("Opschrijven")
    sam.sees(SAYS_SAM)


def apart(hennie: Resident, cor: Resident) -> None:
    """What one says never reaches the other; what the team says for both does."""
    for person in (hennie, cor):
        person.sees("Rust in huis na tien uur")
        person.sees("wie kookt wanneer")
        person.never_sees("op haar eigen verzoek")
    hennie.sees("Mijn eigen bankpas")
    hennie.go(f"{hennie.page.url}bericht/")
    hennie.fill_in("Wat wilt u vertellen?", SAYS_HENNIE)
    hennie.choose("Anderen in mijn huis mogen dit ook lezen")
    hennie.press("Opschrijven")
    hennie.sees(SAYS_HENNIE)
    plan = cor.page.url
    for part in ["", "geschiedenis/", "documenten/", "delen/"]:
        cor.go(f"{plan}{part}")
        for words in [SAYS_HENNIE, "Mijn eigen bankpas", "bij mijn zus gelegd"]:
            cor.never_sees(words)
        hennie.go(f"{plan}{part}")
        for words in OF_COR:
            hennie.never_sees(words)


def off_the_table(mark: Resident, sanne: Professional, cast: Cast) -> None:
    """Somebody of this walk's own; Mark asks, Sanne answers, and the chair is empty."""
    sanne.go(f"{cast.jansen}tafel/vragen/eigen-netwerk/")
    sanne.fill_in("Naam", AUNT)
    sanne.press("Een plek geven")
    sanne.sees("Er is een plek aan tafel bij.")
    mark.go("/mijn/plan/")
    ask = mark.page.locator("details", has_text="Wilt u dat iemand van tafel gaat?")
    ask.locator("summary").click()
    ask.get_by_role("link", name=AUNT).click()
    mark.fill_in("Wilt u vertellen waarom?", "Ze vertelt het door.")
    mark.press("Vragen")
    mark.sees("Uw vraag ligt bij de regisseur.")
    sanne.go(f"{cast.jansen}tafel/")
    asked = sanne.page.locator("#gevraagd li", has_text=AUNT)
    asked.get_by_role("link", name="Antwoorden").click()
    sanne.sees("Ze vertelt het door.")
    sanne.choose("ja, de plek stopt nu")
    sanne.fill_in("Uw antwoord aan de bewoner", "Goed dat u het zei. Ik heb haar gebeld.")
    sanne.press("Antwoorden")
    sanne.sees("De bewoner leest uw antwoord.")
    mark.go("/mijn/plan/")
    mark.sees("Goed dat u het zei. Ik heb haar gebeld.")
