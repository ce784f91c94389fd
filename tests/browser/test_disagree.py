"""Seeing it differently, asking who may decide, and being stuck: said, answered and kept."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

SUBJECT = "Wel of geen hond in huis"
HIS = "Een hond haalt mij de deur uit."
LEARNED = "Eerst een week oppassen zegt meer dan een uur praten."
ASKED = "Mag de hond in een huis zonder tuin?"
STUCK = "Wie drie dagen werkt, verliest de toeslag van de hele maand."
REPLY = "Wij rekenen vanaf nu per week."


def test_not_of_one_mind(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark = cast.at("coordinator"), cast.mark()
    raise_it(sanne, cast)
    mark.go("/mijn/plan/")
    mark.page.locator("summary", has_text=SUBJECT).first.click()
    mark.page.locator("details", has_text=SUBJECT).get_by_role("link", name="Zeg hoe").click()
    mark.fill_in("Wat ziet u?", HIS)
    mark.press("Opschrijven")
    for person in [cast.at("partner"), cast.at("professional")]:
        person.go(cast.jansen)
        person.page.locator("summary", has_text=SUBJECT).first.click()
        for side in [HIS, "Rust."]:
            person.sees(side)
    ends(sanne, cast)
    mark.page.reload()
    mark.page.get_by_text("Verschillen en beslissingen van eerder").click()
    mark.page.locator("summary", has_text=SUBJECT).first.click()
    mark.sees(LEARNED)
    mark.sees(HIS)
    cast.nothing_for_strangers()


def raise_it(sanne: Professional, cast: Cast) -> None:
    """Mark's words first, those of Sanne beside it, what is tried, and a day to look again."""
    sanne.go(f"{cast.jansen}verschil/")
    sanne.fill_in("Waarover zien we het verschillend?", SUBJECT)
    sanne.unfold("Hoe ziet ieder het?")
    sanne.choose("allebei")
    for side, who, words in [(1, "Mark Jansen", "Ja, een hond."), (2, "Sanne de Wit", "Rust.")]:
        who_is = sanne.page.locator(f"[name=seat_{side}]")
        option = who_is.locator("option", has_text=who)
        who_is.select_option(option.first.get_attribute("value"))
        sanne.page.locator(f"[name=work_{side}]").fill(words)
    sanne.unfold("Zo gaan we intussen verder")
    sanne.fill_in_day(timezone.localdate() + timedelta(days=14))
    sanne.fill_in("Wat proberen we intussen?", "Een week op de hond van Els passen.")
    sanne.press("Verschil bewaren")
    sanne.sees("De bewoner ziet het ook.")


def ends(sanne: Professional, cast: Cast) -> None:
    sanne.go(cast.jansen)
    sanne.page.locator("summary", has_text=SUBJECT).first.click()
    one = sanne.page.locator("details", has_text=SUBJECT)
    one.get_by_role("link", name="Samen naar kijken").first.click()
    sanne.choose("Het is opgelost")
    sanne.fill_in("Hoe liep het af?", "De hond van Els komt elke dag.")
    sanne.press("Bewaren")
    sanne.sees("Het verschil is bijgewerkt.")
    sanne.page.locator("summary", has_text="Verschillen en beslissingen van eerder").click()
    sanne.page.locator("summary", has_text=SUBJECT).first.click()
    sanne.page.get_by_role("link", name="Aanvullen").first.click()
    sanne.fill_in("Wat leerden we ervan?", LEARNED)
    sanne.press("Bewaren")
    sanne.sees("Het verschil is bijgewerkt.")


def test_asking_who_may_decide(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark = cast.at("coordinator"), cast.mark()
    sanne.go(f"{cast.jansen}beslissing/")
    sanne.fill_in("Wat moet er beslist worden?", ASKED)
    sanne.fill_in("Aan wie vraagt u het?", "woningstichting")
    sanne.fill_in("Gaat het om geld?", "1.250,50")
    sanne.press("Vraag bewaren")
    sanne.sees("De vraag staat in het dossier.")
    sees_waiting(mark)
    for person in [cast.at("partner"), cast.at("professional")]:
        person.go(cast.jansen)
        expect(person.page.locator("#wachten")).to_contain_text(ASKED)
    one = sanne.page.locator("#wachten li", has_text=ASKED)
    one.get_by_role("link", name="Er is een antwoord").click()
    sanne.choose("ja")
    sanne.fill_in("Wat is er beslist, en door wie?", "Het mag, zei de beheerder.")
    sanne.press("Antwoord bewaren")
    mark.page.reload()
    mark.page.get_by_text("Verschillen en beslissingen van eerder").click()
    mark.sees("Het mag, zei de beheerder.")
    cast.nothing_for_strangers()


def sees_waiting(mark: Resident) -> None:
    mark.go("/mijn/plan/")
    waits = mark.page.locator("#wachten li", has_text=ASKED)
    expect(waits).to_contain_text("€ 1.250,50")
    expect(waits).to_contain_text("woningstichting")


def test_stuck_without_a_name(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, youssef = cast.at("coordinator"), cast.at("professional")
    sanne.go(f"{cast.jansen}vastloper/")
    sanne.choose("een regel")
    box = "Waar loopt het vast?"
    sanne.fill_in(box, f"Mark Jansen: {STUCK}")
    sanne.press("Vastloper bewaren")
    wrong = sanne.page.get_by_text("Hier staat nog iets in dat naar het gezin wijst")
    expect(wrong.first).to_contain_text("mark", ignore_case=True)
    assert portal.ask("SELECT count(*) FROM casework_stuckpoint WHERE words LIKE %s", "Mark%") == 0
    sanne.fill_in(box, STUCK)
    sanne.press("Vastloper bewaren")
    youssef.go(cast.jansen)
    mine = youssef.page.locator("#vastlopers li", has_text=STUCK)
    mine.get_by_role("link", name="Meelezen en tekenen").click()
    youssef.press("Ik heb meegelezen: teken")
    comes_back(cast)
    sanne.go(cast.jansen)
    sanne.sees(REPLY)
    mark, ellen = cast.mark(), cast.at("partner")
    mark.go("/mijn/plan/")
    mark.unfold("Hier loopt het vast")
    ellen.go(cast.jansen)
    for person in (mark, ellen):
        person.sees(REPLY)
    cast.nothing_for_strangers()


def comes_back(cast: Cast) -> None:
    """Marijke sends it on, Jeroen of the municipality answers; neither sees whose it is."""
    lead, city = cast.at("team_lead"), cast.at("municipality")
    lead.go("/leiding/vastlopers/")
    lead.page.locator("li", has_text=STUCK).get_by_role("link", name="Doorsturen").click()
    lead.fill_in("Van wie vragen we antwoord?", "afdeling inkomen")
    lead.fill_in_day(timezone.localdate() + timedelta(days=21))
    lead.press("Doorsturen")
    city.go("/monitor/vastlopers/")
    city.never_sees("Jansen")
    city.page.locator("li", has_text=STUCK).get_by_role("link").first.click()
    city.never_sees("Jansen")
    city.fill_in("Uw antwoord", REPLY)
    city.press("Antwoord versturen")
    city.sees("Uw antwoord is bij het wijkteam.")
