"""How each visitor of visits.py comes in, and what must have happened before."""

import time
from collections.abc import Callable

from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Page

from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import Portal
from wijkteam.seed import PASSWORD

FENNA = "fenna@demo.example"
REASON = "Er is nu gevaar voor een kind, en de regisseur neemt de telefoon niet op."


def come_in(page: Page, who: str, language: str, portal: Portal) -> None:
    if who in ENTRANCES:
        ENTRANCES[who](Resident(page, language), portal)
    elif who != "stranger":
        Professional(page).step_in(who)


def drafting(person: Resident, portal: Portal) -> None:
    person.fill_in_request("Axel")


def asked(person: Resident, portal: Portal) -> None:
    person.ask("Axel", email="axel@example.nl")


def with_a_code(person: Person, portal: Portal) -> None:
    person.go("/inloggen/login/code/")
    person.fill_in("E-mailadres", "mark@demo.example")
    person.press_and_leave("Stuur mij een code")


def sign_in(email: str) -> Callable[[Person, Portal], None]:
    return lambda person, portal: Professional(person.page).sign_in(email)


def sign_in_again(person: Person, email: str) -> None:
    """Before anything about signing in may change, the password is asked once more."""
    Professional(person.page).sign_in(email)
    person.go("/inloggen/extra/totp/activate/")
    person.is_at("Bent u het zelf?")
    person.page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    person.press_and_leave("Verder")
    person.is_at("Een tweede sleutel")


def signed_in(person: Person, portal: Portal) -> None:
    sign_in_again(person, "sanne@demo.example")


def two_factors(person: Person, portal: Portal) -> None:
    """Fenna sets up her second factor, as every professional does outside the demo."""
    sign_in_again(person, FENNA)
    secret = person.page.locator(".wt-code").inner_text().strip()
    code = totp.hotp_value(secret, int(time.time()) // 30)
    person.page.get_by_role("textbox").first.fill(totp.format_hotp_value(code))
    person.press_and_leave("Aanzetten")


def signing_in_twice(person: Person, portal: Portal) -> None:
    if not portal.ask("SELECT count(*) FROM mfa_authenticator"):
        two_factors(person, portal)
        person.page.context.clear_cookies()
    Professional(person.page).sign_in(FENNA)


def ended(person: Person, portal: Portal) -> None:
    """Whoever coordinated the first file that was closed."""
    email = portal.ask(
        "SELECT u.email FROM casework_casefileuserobjectpermission r JOIN wijkteam_user u "
        "ON u.id = r.user_id WHERE r.coordinates AND r.content_object_id = %s",
        portal.row("ended_file"),
    )
    Professional(person.page).sign_in(email)


def municipality(person: Person, portal: Portal) -> None:
    """With the releases of the made-up town."""
    Professional(person.page).step_in("municipality")


def privacy_officer(person: Person, portal: Portal) -> None:
    """With a question of a resident and an emergency to look at."""
    page, address = person.page, portal.row("looked")
    if not portal.ask("SELECT count(*) FROM wijkteam_accessquestion"):
        Professional(page).step_in("resident")
        person.go(f"/mijn/wie-keek/{address}/waarom/")
        page.locator("main textarea").first.fill("Waarom keek deze persoon?")
        person.press_and_leave("Vraag sturen")
    if not portal.ask("SELECT count(*) FROM casework_emergency"):
        page.context.clear_cookies()
        Professional(page).sign_in("aylin@demo.example")
        person.go(f"/werk/nood/{portal.row('household')}/")
        person.fill_in("Wat is er aan de hand?", REASON)
        person.press_and_leave("Open het dossier")
    page.context.clear_cookies()
    Professional(page).step_in("privacy_officer")


ENTRANCES: dict[str, Callable[[Resident, Portal], None]] = {
    "drafting": drafting,
    "asked": asked,
    "with a code": with_a_code,
    "signed in": signed_in,
    "two factors": two_factors,
    "signing in twice": signing_in_twice,
    "ended": ended,
    "without table": sign_in("jgz@demo.example"),
    "municipality": municipality,
    "privacy_officer": privacy_officer,
}
