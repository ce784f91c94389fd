"""What people do here, told in the words that stand on the screen."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

from tests.browser.portal import Portal
from wijkteam.seed import PASSWORD


@dataclass
class Person:
    """Somebody at a screen, who knows the page by its words alone."""

    page: Page
    language: str = "nl"

    def say(self, words: str) -> str:
        with override(self.language):
            return gettext(words)

    def like(self, words: str) -> re.Pattern[str]:
        """Begins with these words: "(niet verplicht)" or a name may follow."""
        return re.compile("^" + re.escape(self.say(words)), re.IGNORECASE)

    def go(self, path: str) -> None:
        self.page.goto(path)

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=self.like(words))

    def press(self, words: str) -> None:
        self.button(words).first.click()

    def press_and_leave(self, words: str) -> None:
        """Press it, and wait until its form is gone."""
        self.press(words)
        expect(self.button(words)).to_have_count(0)

    def follow(self, words: str) -> None:
        self.page.get_by_role("link", name=self.like(words)).first.click()

    def box(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=self.like(label)).first

    def unfold(self, words: str) -> None:
        self.page.locator("summary", has_text=self.like(words)).first.click()

    def fill_in(self, label: str, text: str) -> None:
        self.box(label).fill(text)

    def choose(self, label: str) -> None:
        self.page.get_by_label(self.like(label)).first.check()

    def pick(self, label: str, option: str) -> None:
        """Out of a list, by a part of its words."""
        field = self.page.get_by_label(self.like(label)).first
        found = field.locator("option", has_text=option).first
        field.select_option(found.get_attribute("value"))

    def fill_in_day(self, day: date) -> None:
        """The first day that the form asks for."""
        for label, part in [("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)]:
            self.fill_in(label, str(part))

    def sees(self, words: str) -> None:
        """On the page, and not only in the box in which it was typed."""
        read = self.page.get_by_text(self.say(words)).and_(self.page.locator(":not(textarea)"))
        expect(read.first).to_be_visible()

    def never_sees(self, words: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(words)

    def is_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1, name=self.say(heading))).to_be_visible()


class Resident(Person):
    def fill_in_request(self, name: str, email: str = "", phone: str = "0612345678") -> None:
        """The shortest way to the page where it is read over."""
        self.go("/")
        self.follow("Ja, ik wil een gesprek")
        self.press("Verder")
        self.fill_in("Hoe mogen we u noemen?", name)
        if phone:
            self.fill_in("Telefoonnummer", phone)
        if email:
            self.fill_in("E-mailadres", email)
        self.press("Sla de rest over")
        self.is_at("Klopt het zo?")

    def ask(self, name: str, email: str = "", phone: str = "0612345678") -> str:
        """Ask for a conversation; returns the number on the screen."""
        self.fill_in_request(name, email, phone)
        self.press("Versturen")
        self.is_at("Dank u wel. Uw vraag is bij ons.")
        return self.page.locator(".wt-code").inner_text()

    def find(self, number: str, fact: str) -> None:
        """By number and a second fact, from the front page."""
        self.go("/")
        self.follow("Al een gesprek aangevraagd?")
        self.fill_in("Uw nummer", number)
        self.fill_in("Uw telefoonnummer, e-mailadres of postcode", fact)
        self.press("Bekijken")
        self.is_at("Zo staat het met uw vraag")

    def make_own_page(self, portal: Portal, email: str) -> None:
        """From where the request stands, with a code that comes by mail."""
        before = len(portal.mails(email))
        self.press("Maak mijn eigen pagina")
        self.press("Stuur mij de code")
        mail = portal.next_mail(email, after=before)
        code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail, re.MULTILINE)
        assert code, mail
        self.fill_in("Code", code[1])
        self.press("Inloggen")


class Professional(Person):
    def sign_in(self, email: str) -> None:
        self.go("/inloggen/login/")
        self.sign_in_here(email)

    def sign_in_here(self, email: str) -> None:
        self.fill_in("E-mailadres", email)
        self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        self.press("Inloggen")
        expect(self.page).not_to_have_url(re.compile("/inloggen/login/"))

    def step_in(self, role: str) -> None:
        self.go("/demo/")
        self.page.locator(f"form:has([name=role][value={role}])").get_by_role("button").click()

    def open_request(self, name: str) -> None:
        self.go("/werk/verzoeken/")
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.is_at(name)

    def take(self, name: str) -> None:
        self.open_request(name)
        self.press("Ik pak het op")
        self.sees("opgepakt")

    def plan_talk(self, name: str, day: date, time: str) -> None:
        self.follow("Plan")
        self.fill_in_day(day)
        self.fill_in("Hoe laat?", time)
        self.press("Zet op de kalender")
        self.is_at(name)
        self.sees("gesprek gepland")

    def write_report(self, name: str, words: dict[str, str]) -> None:
        """Write down the six headings, read it together, and give it."""
        self.follow("Verslag")
        for heading, text in words.items():
            self.fill_in(heading, text)
        self.press("Bewaar en lees samen door")
        self.is_at("Lees het verslag samen door")
        self.choose("Een mail met een link")
        self.press("Geef het aan")
        self.is_at(f"Hoe gaat {name} verder?")

    def open_case_file(self, name: str) -> None:
        self.follow("Samen een plan maken")
        self.is_at("Samen een plan maken")
        self.fill_in("Hoe noemen we dit huishouden?", f"Gezin {name}")
        self.press("Open het gezinsdossier")
        self.is_at(f"Gezin {name}")

    def add_goal(self, domain: str, words: str) -> None:
        self.follow("Doel erbij")
        self.page.get_by_label(self.like("Waar gaat het over?")).select_option(label=domain)
        self.fill_in("Het doel, in eigen woorden van de bewoner", words)
        self.press_and_leave("Doel bewaren")
        self.sees(words)

    def add_action(
        self, words: str, owner: str, kind: str = "doen", goal: str = "", day: date | None = None
    ) -> None:
        self.follow("Afspraak erbij")
        self.fill_in("Wat spreken we af?", words)
        self.choose(kind)
        self.pick("Wie doet het?", owner)
        if day:
            self.fill_in_day(day)
        if goal:
            self.pick("Bij welk doel?", goal)
        self.press_and_leave("Afspraak bewaren")
        # The page comes back at what was written.
        expect(self.page.locator("#plan li.wt-deed", has_text=words).first).to_be_in_viewport()
