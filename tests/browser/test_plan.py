"""Several people in one plan: nothing is lost, colleagues see each other, a neighbour helps."""

import re

from playwright.sync_api import Route, expect

from tests.browser.cast import Cast
from tests.browser.conftest import NewPage
from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import Portal

STORY = "Mark lachte om de stapel post."
DESK = "/werk/helper-aan-de-telefoon/"
ELS = "els@voorbeeld.example"


def at_jansens(team: Professional, role: str) -> None:
    team.step_in(role)
    team.follow("Gezinsdossiers")
    team.follow("Gezin Jansen")


def test_what_was_typed_is_still_there_until_it_is_saved(new_page: NewPage) -> None:
    sanne = Professional(new_page())
    at_jansens(sanne, "coordinator")
    sanne.follow("Schrijf iets")
    expect(sanne.page.locator("form[data-kept]").first).to_be_visible()  # the script is there
    sanne.fill_in("Wat gebeurde er?", STORY)
    sanne.page.locator("summary", has_text="Wie waren erbij").click()
    sanne.choose("Alleen de regisseur")
    sanne.sees("Nog niet verstuurd.")
    sanne.page.reload()
    sanne.follow("Schrijf iets")
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)
    # Who may read it comes back with the words, and is in sight.
    expect(sanne.page.get_by_label("Alleen de regisseur")).to_be_checked()
    expect(sanne.page.get_by_label("Alleen de regisseur")).to_be_visible()
    sanne.sees("Dit schreef u eerder.")
    sanne.page.route("**/bericht/", lambda route: route.abort())
    sanne.press("Opschrijven")
    sanne.sees("Dit is niet verstuurd. Uw tekst staat er nog.")
    sanne.page.unroute("**/bericht/")
    sanne.page.route("**/bericht/", lambda route: route.fulfill(status=404))
    sanne.press("Opschrijven")
    sanne.sees("Dit kan hier niet meer")  # and not: try again later
    sanne.page.unroute("**/bericht/")
    sanne.page.context.set_offline(True)
    sanne.press("Opschrijven")
    sanne.sees("Geen verbinding.")
    sanne.page.context.set_offline(False)
    sanne.page.context.clear_cookies(name="sessionid")  # it ended meanwhile
    sanne.press("Opschrijven")
    expect(sanne.page).to_have_url(re.compile("/inloggen/"))
    at_jansens(sanne, "coordinator")
    sanne.follow("Schrijf iets")
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)
    expect(sanne.page.get_by_label("Alleen de regisseur")).to_be_checked()
    sanne.press_and_leave("Opschrijven")
    sanne.sees("Het staat in het verhaal.")
    expect(sanne.page.locator("#verhaal").get_by_text(STORY).first).to_be_in_viewport()
    sanne.follow("Schrijf iets")
    expect(sanne.box("Wat gebeurde er?")).to_have_value("")
    expect(sanne.page.get_by_label("Alleen de regisseur")).not_to_be_checked()


def test_what_was_pasted_a_moment_ago_is_kept_too(new_page: NewPage) -> None:
    """Pasted, and gone to another page at once: before anything was said about keeping it."""
    sanne = Professional(new_page())
    at_jansens(sanne, "coordinator")
    file = sanne.page.url
    sanne.follow("Schrijf iets")
    expect(sanne.page.locator("form[data-kept]").first).to_be_visible()  # the script is there
    sanne.fill_in("Wat gebeurde er?", STORY)
    sanne.page.goto("/werk/")
    sanne.page.goto(file)
    sanne.follow("Schrijf iets")
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)


def test_what_is_said_while_one_presses_moves_no_button(new_page: NewPage) -> None:
    """It is said a moment after the last letter, just when one presses: the press must land."""
    sanne = Professional(new_page())
    at_jansens(sanne, "coordinator")
    sanne.follow("Schrijf iets")
    expect(sanne.page.locator("form[data-kept]").first).to_be_visible()  # the script is there
    sanne.fill_in("Wat gebeurde er?", STORY)
    sanne.button("Opschrijven").first.hover()
    sanne.page.mouse.down()
    sanne.sees("Nog niet verstuurd.")
    sanne.page.mouse.up()
    sanne.sees("Het staat in het verhaal.")


def test_what_was_typed_before_the_script_came_is_kept_too(new_page: NewPage) -> None:
    """A slow phone: the words are there before the scripts are."""
    waiting: list[Route] = []
    sanne = Professional(new_page())
    at_jansens(sanne, "coordinator")
    file = sanne.page.url
    write = sanne.page.get_by_role("link", name="Schrijf iets").get_attribute("href") or ""
    sanne.page.route(re.compile("/drafts[^/]*js"), lambda route: waiting.append(route))
    sanne.page.goto(write, wait_until="commit")
    sanne.fill_in("Wat gebeurde er?", STORY)
    assert waiting
    waiting.pop().continue_()
    expect(sanne.page.locator("form[data-kept]")).to_be_visible()
    sanne.sees("Nog niet verstuurd.")
    sanne.page.unroute_all()
    sanne.page.goto(file)
    sanne.page.goto(write)
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)


def test_the_form_opened_again_or_refused_loses_nothing(new_page: NewPage) -> None:
    """A second click on "Schrijf iets"; and a form that came back with an error, left behind."""
    sanne = Professional(new_page())
    at_jansens(sanne, "coordinator")
    file = sanne.page.url
    sanne.follow("Schrijf iets")
    form = sanne.page.locator("form[data-kept]")
    expect(form).to_be_visible()  # the script is there
    sanne.fill_in("Wat gebeurde er?", STORY)
    form.evaluate("form => { form.dataset.first = 'yes'; }")
    sanne.follow("Schrijf iets")
    expect(sanne.page.locator("form[data-first]")).to_have_count(0)
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)
    sanne.choose("bezoek")
    sanne.press("Opschrijven")
    sanne.sees("Zeg erbij of de bewoner erbij was.")
    sanne.choose("ja")
    sanne.page.goto("/werk/")
    sanne.page.goto(file)
    sanne.follow("Schrijf iets")
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)
    expect(sanne.page.get_by_label(sanne.like("bezoek")).first).to_be_checked()


def test_two_tabs_with_one_form_do_not_write_over_each_other(new_page: NewPage) -> None:
    """What the one says stays its own; of a tab that was closed it comes back in the other."""
    one = Professional(new_page())
    at_jansens(one, "coordinator")
    one.follow("Schrijf iets")
    expect(one.page.locator("form[data-kept]").first).to_be_visible()  # the script is there
    one.fill_in("Wat gebeurde er?", "In het ene tabblad.")
    one.sees("Nog niet verstuurd.")
    other = Professional(one.page.context.new_page())
    other.page.goto(one.page.url)
    other.follow("Schrijf iets")
    other.sees("U schrijft dit ook in een ander tabblad.")
    expect(other.box("Wat gebeurde er?")).to_have_value("")
    other.fill_in("Wat gebeurde er?", "En in het andere.")
    other.sees("Nog niet verstuurd.")
    one.page.reload()
    one.follow("Schrijf iets")
    expect(one.box("Wat gebeurde er?")).to_have_value("In het ene tabblad.")
    other.page.close()
    one.press_and_leave("Opschrijven")
    one.sees("Het staat in het verhaal.")
    one.follow("Schrijf iets")
    expect(one.box("Wat gebeurde er?")).to_have_value("En in het andere.")
    one.press("Wissen")
    one.page.reload()
    one.follow("Schrijf iets")
    expect(one.box("Wat gebeurde er?")).to_have_value("")
    assert "tabblad" not in one.page.evaluate("JSON.stringify(localStorage)")


def test_somebody_else_in_the_same_tab_finds_nothing(new_page: NewPage) -> None:
    """Two people of one house have the same addresses; what one typed is not for the other."""
    page = new_page()
    mark = Resident(page)
    Professional(page).step_in("resident")
    mark.follow("Mijn plan")
    mark.page.locator("a[href$='/bericht/']").first.click()
    expect(page.locator("main form[data-kept]").first).to_be_visible()  # the script is there
    mark.page.locator("main textarea").first.fill("Ik ben bang thuis.")
    page.context.clear_cookies(name="sessionid")
    page.reload()
    expect(page).to_have_url(re.compile("/inloggen/"))
    assert "bang" in page.evaluate("JSON.stringify(sessionStorage)")
    Professional(page).step_in("coordinator")
    assert "bang" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_signing_out_wipes_what_was_typed(new_page: NewPage) -> None:
    sanne = Professional(new_page())
    at_jansens(sanne, "coordinator")
    sanne.follow("Schrijf iets")
    sanne.fill_in("Wat gebeurde er?", STORY)
    sanne.sees("Nog niet verstuurd.")
    sanne.page.locator(".wt-header__tools summary").last.click()
    sanne.press("Uitloggen")
    expect(sanne.page.get_by_role("link", name="Inloggen").first).to_be_visible()
    assert sanne.page.evaluate("Object.keys(localStorage).length") == 0


def test_colleagues_see_each_other_and_keys_lead_the_way(new_page: NewPage) -> None:
    sanne, youssef = Professional(new_page()), Professional(new_page())
    at_jansens(youssef, "professional")
    at_jansens(sanne, "coordinator")
    # The page asks once in 15 seconds; the first time may be almost that far away, for both.
    for person, other in [(sanne, "Youssef Amrani"), (youssef, "Sanne de Wit")]:
        # Who came by in the walk before may still be there as well: "A en B zijn bezig".
        here = person.page.locator("#wie-is-hier", has_text="bezig in dit plan")
        expect(here).to_contain_text(other, timeout=30_000)
    sanne.page.keyboard.press("Alt+KeyK")
    expect(sanne.page.get_by_role("dialog")).to_be_visible()
    sanne.page.keyboard.press("s")
    sanne.is_at("Met wie was het?")


def test_a_neighbour_helps_without_an_account(new_page: NewPage, portal: Portal) -> None:
    sanne, els = Professional(new_page()), Person(new_page())
    at_jansens(sanne, "coordinator")
    deed = sanne.page.locator("li.wt-deed", has_text="Op woensdag Noor uit school halen").first
    deed.get_by_role("link", name="versturen").click()
    sanne.fill_in("E-mailadres", ELS)
    sanne.press("Versturen")
    sanne.sees("De afspraak is verstuurd.")
    mail = portal.next_mail(ELS)
    link, code = re.search(r"http\S+/afspraak/\S+", mail), re.search(r"deze code: (\S+)", mail)
    assert link
    assert code
    els.go(link.group())
    els.is_at("Hallo Els")
    expect(els.page.locator("main")).not_to_contain_text("Jansen")
    els.choose("ja, het is klaar")
    els.fill_in("Wilt u er iets bij vertellen?", "Ze zong de hele weg.")
    els.press("Versturen")
    els.is_at("Dank u wel")
    els.go(link.group())
    els.is_at("Deze link werkt niet meer")
    cast = Cast(new_page, portal)
    mark, youssef, ellen = cast.mark(), cast.at("professional"), cast.at("partner")
    mark.follow("Mijn plan")
    for person in (youssef, ellen):
        person.go(cast.jansen)
    for person in (mark, youssef, ellen):
        expect(person.page.locator("#verhaal")).to_contain_text("Ze zong de hele weg.")
        done = person.page.locator("#plan li.wt-deed--done", has_text="Op woensdag Noor uit school")
        expect(done).to_contain_text("Els")
    # Who calls after all: the code in the same mail opens nothing more either.
    youssef.go(DESK)
    youssef.fill_in("Welke code staat er", code[1])
    youssef.press("Zoek de afspraak")
    youssef.sees("Bij deze code is er geen open afspraak van uw team. Klopt elk teken?")
    assert ellen.page.request.get(DESK).status == 403
    cast.nothing_for_strangers()
