"""The resident's own pages on a phone, whole: Mark says, ticks, shares, asks and takes along, and
the school reads at once what he lets it read."""

import json
import zipfile

from django.utils import timezone
from django.utils.formats import date_format
from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal

SCHOOL = "Basisschool De Wilgen"


def test_mark_and_his_plan(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    mark, ellen = Resident(cast.page(js=True)), Professional(cast.page(js=True))
    mark.go("/demo/")
    mark.page.locator("form:has([name=role][value=resident])").get_by_role("button").click()
    mark.follow("Mijn plan")
    mark.is_at("Mijn plan")
    ellen.sign_in("school@demo.example")
    ellen.go(mark.page.url.replace("/mijn/plan/", "/werk/dossiers/"))
    expect(ellen.page.locator("main")).not_to_contain_text("mijn post open")

    says(mark)
    shares(mark, ellen)
    asks(mark)
    takes_along(mark)
    for team in (cast.at("coordinator"), cast.at("professional")):
        team.go(cast.jansen)
        for words in ("Niet alleen de post, ook de telefoon.", "Oma Truus"):
            expect(team.page.locator("main")).to_contain_text(words)
    cast.nothing_for_strangers()


def says(mark: Resident) -> None:
    """A tick, a goal seen otherwise, own words, another view, someone of his own."""
    plan = mark.page.url
    mark.press("Klaar: Elke maandag de post openen")
    expect(mark.button("Toch niet klaar: Elke maandag de post openen").first).to_be_attached()
    mark.go(plan)
    mark.follow("Wil ik dit ook?")
    mark.choose("nee, ik zie het anders")
    mark.press("Bewaren")
    mark.sees("Schrijf kort op hoe u het ziet.")
    mark.fill_in("Hoe ziet u het?", "Niet alleen de post, ook de telefoon.")
    mark.press("Bewaren")
    mark.sees("Niet alleen de post, ook de telefoon.")
    mark.follow("Ik zie iets anders dan de anderen")
    mark.fill_in("Waarover denkt u anders?", "Wel of niet verhuizen")
    mark.fill_in("Wat is er volgens u nodig?", "Hier blijven wonen.")
    mark.press("Opschrijven")
    mark.sees("Het staat in uw plan. Uw regisseur krijgt bericht.")
    mark.follow("Iemand van mijzelf erbij vragen")
    mark.fill_in("Naam", "Oma Truus")
    mark.press("Aan tafel vragen")
    mark.sees("Oma Truus")


def shares(mark: Resident, ellen: Professional) -> None:
    """A yes and a no, each at once on the screen of the school."""
    main = ellen.page.locator("main")
    mark.follow("Ja of nee per organisatie")
    mark.follow("Ja of nee zeggen")
    mark.choose("nee, liever niet")
    mark.press("Antwoorden")
    mark.sees("Uw antwoord staat er.")
    mark.follow(f"Meer delen met {SCHOOL}")
    mark.choose("geld")
    mark.choose("het hele gezin")
    mark.press("Ja, dit mag gedeeld worden")
    mark.sees("Uw ja staat er.")
    ellen.page.reload()
    expect(main).to_contain_text("mijn post open")
    yes = mark.page.locator(".wt-card", has_text=SCHOOL).locator(".wt-ground", has_text="geld")
    yes.get_by_role("link", name="Ik wil dit niet meer delen").click()
    mark.press("Ja, stop met delen")
    mark.sees("leest dit niet meer")
    ellen.page.reload()
    expect(main).not_to_contain_text("mijn post open")
    ellen.is_at("Gezin Jansen")  # of what she read before nothing is taken from her
    mark.go("/mijn/wie-keek/")
    looked = mark.page.locator("li.wt-log", has_text="Ellen Sluis").first
    expect(looked).to_contain_text(date_format(timezone.localdate(), "j E Y"))


def asks(mark: Resident) -> None:
    """Someone off the table; a correction; an objection; a complaint is one link away."""
    mark.go("/mijn/gegevens/")
    for link, words in [("Er staat iets wat niet klopt", "Mijn straat is anders geschreven."),
                        ("Ik wil niet dat u dit deelt", "Niet met de school.")]:  # fmt: skip
        mark.follow(link)
        mark.fill_in("Vertel het in uw eigen woorden", words)
        mark.press("Versturen")
        mark.sees(words)
    mark.follow("Een klacht indienen")
    mark.is_at("Bent u niet tevreden?")


def takes_along(mark: Resident) -> None:
    """Everything in one file: to read, for a computer, and the documents."""
    mark.go("/mijn/gegevens/")
    mark.press("Maak mijn bestand")
    link = mark.page.get_by_role("link", name="Downloaden")
    expect(link).to_be_visible(timeout=60_000)  # a worker makes it, as soon as it has time
    with mark.page.expect_download() as download:
        link.click()
    with zipfile.ZipFile(download.value.path()) as taken:
        names = taken.namelist()
        assert any(name.endswith(".pdf") for name in names), names
        data = next(name for name in names if name.endswith(".json"))
        assert "mijn post open" in json.dumps(json.loads(taken.read(data)), ensure_ascii=False)
        assert len([name for name in names if "document" in name]) > 1, names


def test_the_line_of_marks_runs_as_the_numbers_beside_it(new_page: NewPage) -> None:
    """In Arabic too both go from left to right: else a mark that rose would seem to fall."""
    mark = Resident(new_page(language="ar", js=False), "ar")
    Professional(mark.page).step_in("resident")
    mark.go("/mijn/plan/")
    marks = mark.page.locator(".wt-marks", has=mark.page.locator("circle")).first
    line, last = marks.locator("svg").bounding_box(), marks.locator("circle").bounding_box()
    assert line
    assert last
    assert last["x"] > line["x"] + line["width"] / 2
    expect(marks.locator("[aria-hidden][dir=ltr]")).to_have_css("direction", "ltr")
