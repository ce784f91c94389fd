"""One family of Wijkteam Poort to its end: somebody at home who reads Arabic and a young person
come along, two colleagues worry without hearing of each other, the file is closed, read on for the
after-care, opened again, closed, and destroyed. What takes years is written by the owner."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal
from wijkteam.processes import wait_until
from wijkteam.seed import PASSWORD

FILE = """SELECT f.id FROM casework_casefile f JOIN casework_seat s ON s.case_file_id = f.id
    JOIN wijkteam_user u ON u.id = s.user_id WHERE s.is_coordinator AND s.until IS NULL
    AND f.closed_at IS NULL AND u.email = 'marek@demo.example' ORDER BY f.opened_at LIMIT 1"""
AMINA, JIP = "amina@elders.example", "jip@elders.example"
RICK, HANNA = "wijkagent@demo.example", "hanna@demo.example"
CODE = re.compile(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", re.MULTILINE)


class Family:
    """Its file, and the people at their own screens."""

    def __init__(self, new_page: NewPage, portal: Portal) -> None:
        self.new_page, self.portal = new_page, portal
        self.key = str(portal.ask(FILE))
        self.work, self.own = f"/werk/dossiers/{self.key}/", f"/mijn/plan/{self.key}/"
        self.name = str(
            portal.ask("SELECT h.name FROM casework_household h JOIN casework_casefile f "
                       "ON f.household_id = h.id WHERE f.id = %s", self.key)
        )  # fmt: skip
        self.sent = {mail: len(portal.mails(mail)) for mail in (RICK, HANNA)}
        portal.do("UPDATE wijkteam_team SET aftercare_days = 14 WHERE name = 'Wijkteam Poort'")
        self.marek = self.at_work("marek")

    def at_work(self, name: str) -> Professional:
        person = Professional(self.new_page(viewport=DESKTOP, js=False))
        person.sign_in(f"{name}@demo.example")
        return person

    def at_home(self, mail: str, path: str, language: str = "nl") -> Resident:
        """With a code by mail, from the page that they wanted to see."""
        person = Resident(self.new_page(viewport=PHONE, js=False, language=language), language)
        person.go(path)
        person.follow("Met code per e-mail (bewoner)")
        before = len(self.portal.mails(mail))
        person.page.locator("[name=email]").fill(mail)
        person.press("Stuur mij een code")
        code = CODE.search(self.portal.next_mail(mail, after=before))
        assert code
        person.page.locator("[name=code]").fill(code[1])
        person.press("Inloggen")
        return person

    def asks_at_home(self, name: str, role: str, mail: str) -> None:
        self.marek.go(f"{self.work}tafel/vragen/gezin/")
        if self.marek.page.get_by_label("iemand anders").count():
            self.marek.choose("iemand anders")
        self.marek.fill_in("Naam", name)
        self.marek.choose(role)
        self.marek.fill_in("E-mailadres", mail)
        self.marek.press("Een plek geven")
        self.marek.sees("Er is een plek aan tafel bij.")

    def write(self, words: str) -> None:
        """By the owner: what only time does."""
        self.portal.do(f"UPDATE casework_casefile SET {words} WHERE id = '{self.key}'")

    def close(self, words: str) -> None:
        self.marek.go(f"{self.work}afsluiten/")
        self.marek.sees("leest uw team nog 14 dagen mee")
        self.marek.fill_in("Hoe gaat het nu", words)
        if self.marek.page.get_by_label("Er staat nog een verschil open").count():
            self.marek.fill_in("Er staat nog een verschil open", "Dat mag.")
        self.marek.press("Afsluiten")
        self.marek.sees("Het dossier is afgesloten.")

    def status(self, person: Professional | Resident, path: str) -> int:
        return person.page.request.get(path, max_redirects=0).status


def test_a_family_to_its_end(new_page: NewPage, portal: Portal) -> None:
    family = Family(new_page, portal)
    family.asks_at_home("Amina Haddad", "volwassene", AMINA)
    family.asks_at_home("Jip Haddad", "jongere (12-17)", JIP)
    amina = reads_arabic(family)
    grows_up(family)
    rick = says_yes(family, RICK, "Rick Jansma", language="pl")
    family.marek.go(f"{family.work}tafel/vragen/collega/")
    family.marek.pick("Welke collega?", "Hanna Tesfay")
    family.marek.press("Een plek geven")
    hanna = says_yes(family, HANNA, "Hanna Tesfay")
    worry(family, hanna)
    aftercare(family, hanna, amina)
    assert family.status(rick, family.work) == 404
    destroyed(family, hanna, amina)


def reads_arabic(family: Family) -> Resident:
    """Page and mail, from the first code to the yes."""
    amina = family.at_home(AMINA, family.own, "ar")
    amina.is_at("Mijn plan")
    expect(amina.page.locator("html[lang=ar][dir=rtl]")).to_be_attached()
    marek = family.marek
    marek.go(f"{family.work}tafel/vragen/organisatie/")
    marek.pick("Wie, van welke organisatie?", "Rick Jansma")
    marek.choose("nog niet: vraag het de bewoner")
    marek.unfold("Waarover, waarvoor en van wie de ja is")
    marek.choose("taal en digitaal")
    marek.fill_in("Waarvoor", "samen formulieren lezen")
    before = len(family.portal.mails(AMINA))
    marek.press("Een plek geven")
    mail = family.portal.next_mail(AMINA, after=before)
    assert amina.say("Er is een vraag aan u") == family.portal.mails(AMINA)[before]["Subject"]
    link = re.search(r"http\S+", mail)
    assert link
    amina.go(link[0])
    amina.follow("Ja of nee zeggen")
    expect(amina.page.locator("html[lang=ar][dir=rtl]")).to_be_attached()
    amina.page.locator("main [type=radio]").first.check()
    amina.press("Antwoorden")
    amina.sees("Uw antwoord staat er. Uw regisseur krijgt bericht.")
    return amina


def grows_up(family: Family) -> None:
    """The last day before and the first day of turning 12 and 16: only the year is known."""
    jip = family.at_home(JIP, f"{family.own}delen/")
    for age, decides, keeps in [(11, 0, 0), (12, 1, 0), (15, 1, 0), (16, 1, 1)]:
        family.portal.do(
            "UPDATE casework_person SET birth_year = extract(year FROM current_date)::int"
            f" - {age} WHERE name = 'Jip Haddad'"
        )
        jip.go(f"{family.own}delen/")
        expect(jip.page.get_by_text("Gaat het alleen over u?")).to_have_count(decides)
        expect(jip.page.get_by_text("Een volwassene in uw huis beslist")).to_have_count(1 - decides)
        expect(jip.page.get_by_text("In uw eigen huis")).to_have_count(keeps)


def says_yes(family: Family, mail: str, name: str, **more: str) -> Professional:
    """By the link in the mail. Pages and mail for work are Dutch, and whole."""
    sent = family.portal.next_mail(mail, after=family.sent[mail])
    assert sent.startswith(f"Hallo {name},")
    link = re.search(r"http\S+", sent)
    assert link
    person = Professional(family.new_page(viewport=DESKTOP, js=False, **more))
    person.go(link[0])
    person.page.locator("[name=login]").fill(mail)
    person.page.locator("[name=password]").fill(PASSWORD)
    person.page.locator("[name=password]").press("Enter")
    expect(person.page.locator("html[lang=nl]")).to_be_attached()
    person.is_at("U bent gevraagd aan een tafel")
    person.choose("ja, ik doe mee")
    person.press("Antwoorden")
    person.is_at(family.name)
    return person


def worry(family: Family, hanna: Professional) -> None:
    """Neither hears that the other began; the coordinator finds both."""
    road = f"{family.work}meldcode/"
    for person, words in [(family.marek, "Marek ziet iets."), (hanna, "Hanna hoort iets.")]:
        person.go(road)
        person.never_sees("begonnen door")
        person.fill_in("Welke signalen zijn er?", words)
        person.press("Vastleggen")
        person.sees("Stap 1 staat erin.")
    hanna.never_sees("Marek ziet iets.")
    family.marek.go(road)
    expect(family.marek.page.get_by_role("link", name="begonnen door")).to_have_count(2)


def aftercare(family: Family, hanna: Professional, amina: Resident) -> None:
    family.close("Het gaat weer.")
    for left, told in [(14, "nog 14 dagen"), (0, "Vandaag is de laatste dag")]:
        family.write(f"aftercare_until = current_date + {left}")
        hanna.go(family.work)
        hanna.sees(told)
    family.marek.go(f"{family.work}heropenen/")
    family.marek.fill_in("Waarom gaat het weer open?", "Toch nog iets.")
    family.marek.press("Weer openen")
    family.marek.sees("Het dossier is weer open.")
    assert family.status(hanna, family.work) == 200, "who still read along sits there still"
    family.close("Nu echt.")
    family.write("aftercare_until = current_date - 1")
    family.portal.run("casework.end_aftercare")
    assert wait_until(lambda: family.status(hanna, family.work) == 404, seconds=40)
    assert family.status(family.marek, family.work) == family.status(amina, family.own) == 200


def destroyed(family: Family, hanna: Professional, amina: Resident) -> None:
    family.write("destroy_on = current_date")
    family.marek.go(family.work)
    family.marek.sees("Dit dossier wordt vannacht vernietigd.")
    amina.go(family.own)
    amina.sees("Vannacht wordt uw plan vernietigd. Daarna kan niemand het meer lezen.")
    family.portal.run("casework.destroy_what_is_due")
    assert wait_until(lambda: family.status(amina, family.own) == 404, seconds=40)
    for person in (family.marek, hanna):
        assert family.status(person, family.work) == 404
    left = "SELECT count(*) FROM {} WHERE {}"
    for table, where in [
        ("casework_person", "name LIKE '%% Haddad' AND name IN ('Amina Haddad', 'Jip Haddad')"),
        ("wijkteam_outboxmessage", f"\"to\" = '{AMINA}' AND household_id IS NOT NULL"),
        ("casework_meldcodestep", "words IN ('Marek ziet iets.', 'Hanna hoort iets.')"),
        ("wijkteam_change", f"case_file_id = '{family.key}'"),
    ]:
        assert family.portal.ask(left.format(table, where)) == 0, table
    officer = Professional(family.new_page())
    officer.step_in("privacy_officer")
    officer.go("/toezicht/bewaren/")
    officer.sees("de bewaartermijn was om")
    officer.never_sees("Haddad")
