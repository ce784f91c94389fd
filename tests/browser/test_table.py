"""One file, one table, one coordinator: across organisations and teams, and in acute danger."""

from playwright.sync_api import expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Professional
from tests.browser.portal import Portal
from wijkteam.processes import wait_until

ELSEWHERE = "(SELECT id FROM wijkteam_team WHERE name = 'Wijkteam Oude Haven')"
REASON = "De buren horen een kind schreeuwen en de regisseur neemt de telefoon niet op."
MONEY = "Ik wil weer zelf mijn post open durven maken"
BRIDGE = "Soraya belt nog één keer met de bus, daarna is Els het aanspreekpunt."


def test_one_table_for_one_family(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    sanne, mark, soraya = cast.at("coordinator"), cast.mark(), cast.with_password("soraya")
    ask_an_aunt(sanne, cast)
    ask_someone_of_another_team(sanne, cast)
    mark.go("/mijn/plan/")
    table = mark.page.locator("#tafel")
    for words in ["Bep", "ervaringsdeskundige", "Soraya Ramdin", "vervoer"]:
        expect(table).to_contain_text(words)
    for role in ("professional", "partner"):
        helper = cast.at(role)
        helper.go(f"{cast.jansen}tafel/")
        helper.sees("Bep")
        asked = helper.page.locator("li.wt-chair", has_text="Soraya Ramdin")
        expect(asked).to_contain_text("gevraagd, nog geen antwoord")
    say_yes(soraya, cast)
    soraya.sees("Fijn dat u meedoet.")
    soraya.never_sees(MONEY)
    stand_up(soraya, cast)
    sanne.go(cast.jansen)
    sanne.sees(BRIDGE)
    mark.page.reload()
    before = table.locator("details", has_text="Wie hier eerder zat")
    expect(before.get_by_text("Soraya Ramdin")).to_have_count(1)
    expect(table.get_by_text("Soraya Ramdin")).to_have_count(1)  # and nowhere else
    cast.nothing_for_strangers()


def ask_an_aunt(sanne: Professional, cast: Cast) -> None:
    """Who lived through it sits here like anyone, without an account."""
    sanne.go(f"{cast.jansen}tafel/vragen/eigen-netwerk/")
    sanne.fill_in("Naam", "Bep")
    sanne.fill_in("Wie is dit voor het gezin?", "zus van Riet")
    sanne.choose("Zit aan tafel als ervaringsdeskundige")
    sanne.press("Een plek geven")
    sanne.is_at("Gezin Jansen")


def ask_someone_of_another_team(sanne: Professional, cast: Cast) -> None:
    """Tables cross the borders of teams, with a yes of the family."""
    sanne.go(f"{cast.jansen}tafel/vragen/ander-wijkteam/")
    sanne.pick("Wie, van welke organisatie?", "Soraya Ramdin")
    sanne.choose("de bewoner zei ja")
    sanne.unfold("Wat deze persoon aan tafel doet")
    sanne.fill_in("Wat doet deze persoon aan deze tafel?", "vervoer voor Riet")
    sanne.unfold("Waarover, waarvoor")
    sanne.choose("meedoen")
    sanne.fill_in("Waarvoor is het nodig?", "Riet wil mee naar de bingo")
    sanne.pick("Wie zei ja?", "Mark Jansen")
    sanne.press("Een plek geven")
    sanne.sees("Tot het ja leest deze persoon niets van dit gezin.")


def say_yes(soraya: Professional, cast: Cast) -> None:
    """Before the yes she reads who asks and what for; the file itself is closed to her."""
    answer = soraya.page.goto(cast.jansen)
    assert answer
    assert answer.status == 404
    soraya.go("/werk/")
    soraya.page.get_by_role("link", name="Antwoorden").first.click()
    soraya.sees("vervoer voor Riet")
    expect(soraya.page.locator("main")).not_to_contain_text("Jansen")
    soraya.choose("ja, ik doe mee")
    soraya.press("Antwoorden")
    soraya.is_at("Gezin Jansen")


def stand_up(soraya: Professional, cast: Cast) -> None:
    """With a warm word for whoever goes on; after that the file is closed for her."""
    soraya.go(f"{cast.jansen}tafel/")
    soraya.follow("Van tafel gaan")
    soraya.fill_in("Wat moeten de anderen weten om verder te gaan?", BRIDGE)
    soraya.press("Van tafel gaan")
    answer = soraya.page.goto(cast.jansen)
    assert answer
    assert answer.status == 404


def test_a_second_file_leads_to_the_coordinator(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    aylin = cast.with_password("aylin")
    request = portal.ask(
        "SELECT id FROM intake_conversationrequest WHERE status = 'planned' "
        f"AND team_id = {ELSEWHERE} ORDER BY 1 LIMIT 1"
    )
    aylin.go(f"/werk/verzoeken/{request}/dossier/")
    aylin.fill_in("Hoe noemen we dit huishouden?", "Gezin aan het Lindeplein")
    for label, text in [("Straat", "Lindeplein"), ("Huisnummer", "12"), ("Postcode", "1310AB")]:
        aylin.fill_in(label, text)
    aylin.press("Open het gezinsdossier")
    aylin.choose("Nee, het huishouden met regisseur Sanne de Wit")
    aylin.press("Open het gezinsdossier")
    aylin.sees("Er is al een gezinsdossier.")
    aylin.sees("Sanne de Wit")
    aylin.never_sees("Jansen")
    # Whoever is of that one file reads the same name.
    sanne = cast.at("coordinator")
    sanne.go("/werk/dossiers/?zoek=Lindeplein")
    expect(sanne.page.get_by_role("link", name="Gezin Jansen")).to_have_count(1)
    mark, ellen, youssef = cast.mark(), cast.at("partner"), cast.at("professional")
    mark.go("/mijn/plan/")
    expect(mark.page.get_by_text("houdt uw plan bij elkaar")).to_contain_text("Sanne de Wit")
    for person in (sanne, ellen, youssef):
        person.go(cast.jansen)
        expect(person.page.get_by_text("regisseur:")).to_contain_text("Sanne de Wit")
    # The request is of the team where a stranger works, too.
    cast.used = {path for path in cast.used if not path.startswith("/werk/verzoeken/")}
    cast.nothing_for_strangers()


def test_breaking_the_glass_is_seen_by_everyone(new_page: NewPage, portal: Portal) -> None:
    cast = Cast(new_page, portal)
    pieter, mark, thijs = cast.with_password("pieter"), cast.mark(), cast.at("privacy_officer")
    sanne, ellen = cast.at("coordinator"), cast.at("partner")
    assert ellen.page.request.get("/werk/nood/").status == 403
    pieter.go("/werk/nood/?postcode=1310AB&house_number=12")
    pieter.sees("Sanne de Wit")
    pieter.never_sees("Jansen")
    pieter.follow("Toch openen")
    pieter.fill_in("Wat is er aan de hand?", REASON)
    pieter.press("Open het dossier")
    pieter.is_at("Gezin Jansen")
    pieter.sees(MONEY)
    expect(pieter.page.get_by_role("link", name="Schrijf iets")).to_have_count(0)
    sanne.go(cast.jansen)
    sanne.sees(REASON)
    mark.go("/mijn/plan/")
    mark.sees(REASON)
    mark.go("/mijn/wie-keek/")
    mark.sees("Pieter Hoogland")
    thijs.go("/toezicht/nood/")
    thijs.sees(REASON)
    assert wait_until(lambda: is_told(portal), seconds=40)
    cast.nothing_for_strangers()


def is_told(portal: Portal) -> bool:
    """Among the other mail of the coordinator."""
    bodies = [mail.get_body(("plain",)) for mail in portal.mails("sanne@demo.example")]
    return any("Pieter Hoogland" in str(body.get_content()) for body in bodies if body)
