"""Signed out while writing: after signing in again the first page says where the text waits."""

import re

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.people import Person, Professional, Resident
from tests.browser.portal import wait_until

STORY = "Mark lachte om de stapel post."
DAY = 24 * 3600 * 1000  # as the browser counts
FEAR = "Ik ben bang thuis."


def waiting(person: Person) -> Locator:
    return person.page.locator("[data-waiting]")


def nothing_waits(person: Person) -> None:
    expect(person.page.locator("[data-waiting='0']")).to_have_count(1)  # it looked
    expect(waiting(person)).to_be_hidden()


def begin(person: Person, link: str, box: str, words: str) -> None:
    """Type it in the page of the file itself, and be signed out."""
    person.follow(link)
    expect(person.page.locator("form[data-kept]").first).to_be_visible()  # the script is there
    person.fill_in(box, words)
    person.page.context.clear_cookies(name="sessionid")
    person.page.reload()
    expect(person.page).to_have_url(re.compile("/inloggen/"))


def at_jansens(page: Page) -> Professional:
    sanne = Professional(page)
    sanne.step_in("coordinator")
    sanne.follow("Gezinsdossiers")
    sanne.follow("Gezin Jansen")
    return sanne


def test_my_day_says_where_a_text_waits(new_page: NewPage) -> None:
    sanne = at_jansens(new_page())
    file = sanne.page.url
    begin(sanne, "Schrijf iets", "Wat gebeurde er?", STORY)
    sanne.step_in("coordinator")
    expect(sanne.page).to_have_url(re.compile("/werk/$"))
    expect(waiting(sanne)).to_contain_text("Er wacht nog tekst van u")
    # Somebody may look over a shoulder.
    expect(waiting(sanne).get_by_text(STORY)).to_be_hidden()
    sanne.go(file)
    expect(waiting(sanne)).to_be_visible()
    sanne.follow("Ga verder: Schrijf iets · Gezin Jansen")
    expect(sanne.box("Wat gebeurde er?")).to_have_value(STORY)
    expect(sanne.box("Wat gebeurde er?")).to_be_in_viewport()
    nothing_waits(sanne)  # it is here
    sanne.press_and_leave("Opschrijven")
    sanne.sees("Het staat in het verhaal.")
    nothing_waits(sanne)
    sanne.go("/werk/")
    nothing_waits(sanne)


def test_a_text_that_waits_can_be_wiped_and_taken_back(new_page: NewPage) -> None:
    sanne = at_jansens(new_page())
    begin(sanne, "Schrijf iets", "Wat gebeurde er?", STORY)
    sanne.step_in("coordinator")
    sanne.press("Wissen")
    assert STORY not in sanne.page.evaluate("JSON.stringify(localStorage)")
    sanne.press("Gewist. Toch bewaren?")
    sanne.page.reload()
    expect(waiting(sanne)).to_be_visible()
    sanne.press("Wissen")
    sanne.page.reload()
    nothing_waits(sanne)


def test_what_has_no_form_any_more_can_still_be_read(new_page: NewPage) -> None:
    """The chair or the file may be gone meanwhile: then the link leads nowhere."""
    sanne = at_jansens(new_page())
    begin(sanne, "Schrijf iets", "Wat gebeurde er?", STORY)
    sanne.step_in("coordinator")
    sanne.unfold("Bekijk de tekst")
    expect(waiting(sanne).get_by_text(STORY)).to_be_visible()
    sanne.press("Wissen")


def test_what_is_written_in_an_open_tab_does_not_wait(new_page: NewPage) -> None:
    sanne = at_jansens(new_page())
    sanne.follow("Schrijf iets")
    expect(sanne.page.locator("form[data-kept]").first).to_be_visible()
    sanne.fill_in("Wat gebeurde er?", STORY)
    other = Professional(sanne.page.context.new_page())
    other.go("/werk/")
    nothing_waits(other)


def test_the_own_page_says_where_a_text_waits(new_page: NewPage) -> None:
    """At home the text is in the tab alone, and was typed in the page of the plan."""
    mark = Resident(new_page())
    Professional(mark.page).step_in("resident")
    mark.follow("Mijn plan")
    begin(mark, "Vertel iets", "Wat wilt u vertellen?", FEAR)
    Professional(mark.page).step_in("resident")
    expect(mark.page).to_have_url(re.compile("/mijn/$"))
    expect(waiting(mark)).to_contain_text("Er wacht nog tekst van u")
    mark.follow("Ga verder: Vertel iets")
    expect(mark.box("Wat wilt u vertellen?")).to_have_value(FEAR)
    mark.follow("Mijn plan")
    expect(waiting(mark)).to_be_visible()
    mark.follow("Vertel iets")
    # In the page itself it is the same text.
    expect(mark.box("Wat wilt u vertellen?")).to_have_value(FEAR)
    nothing_waits(mark)


def test_what_is_in_a_tab_is_wiped_after_a_week(new_page: NewPage) -> None:
    mark = Resident(new_page())
    Professional(mark.page).step_in("resident")
    mark.follow("Mijn plan")
    begin(mark, "Vertel iets", "Wat wilt u vertellen?", FEAR)
    mark.page.evaluate(f"""for (const key of Object.keys(sessionStorage)) {{
        if (!key.startsWith("wt-keep:")) continue;
        const kept = JSON.parse(sessionStorage.getItem(key));
        sessionStorage.setItem(key, JSON.stringify({{ ...kept, at: kept.at - {8 * DAY} }}));
    }}""")
    Professional(mark.page).step_in("resident")
    nothing_waits(mark)
    assert FEAR not in mark.page.evaluate("JSON.stringify(sessionStorage)")


def at_report(new_page: NewPage, name: str) -> Professional:
    Resident(new_page()).ask(name)
    hanna = Professional(new_page())
    hanna.step_in("professional")
    hanna.take(name)
    hanna.press("Ik heb contact gehad")
    hanna.press("Het gesprek was al: verslag")
    hanna.is_at(f"Het gesprek met {name}")
    expect(hanna.page.locator("form[data-autosave]")).to_be_visible()
    return hanna


def test_a_report_that_was_not_saved_waits_as_well(new_page: NewPage) -> None:
    """It is saved while typing; what was typed after the session ended is in the tab alone."""
    hanna = at_report(new_page, "Ria Verslag")
    report = hanna.page.url
    hanna.fill_in("Wat spraken we af", "Samen de post.")
    hanna.sees("bewaard om")
    hanna.go("/werk/")
    nothing_waits(hanna)  # the server has it
    hanna.go(report)
    hanna.page.context.clear_cookies(name="sessionid")
    hanna.fill_in("Wat spraken we af", STORY)
    hanna.sees("Niet bewaard: geen verbinding, of u bent uitgelogd.")
    hanna.step_in("professional")
    expect(waiting(hanna)).to_contain_text("Er wacht nog tekst van u")
    expect(waiting(hanna).get_by_text(STORY)).to_be_hidden()
    hanna.follow("Ga verder: Verslag van het gesprek met Ria Verslag")
    expect(hanna.box("Wat spraken we af")).to_have_value(STORY)
    nothing_waits(hanna)  # it is here
    hanna.press("Bewaar en lees samen door")
    hanna.is_at("Lees het verslag samen door")
    nothing_waits(hanna)
    hanna.go("/werk/")
    nothing_waits(hanna)


def test_a_report_that_arrived_without_an_answer_does_not_wait(new_page: NewPage) -> None:
    """The line broke while the answer came: the server has these words."""
    hanna = at_report(new_page, "Rob Verslag")
    report = hanna.page.url

    def arrives_and_breaks(route: Route) -> None:
        route.fetch()
        route.abort()

    hanna.page.route("**/verslag/bewaren/", arrives_and_breaks)
    hanna.fill_in("Wat spraken we af", STORY)
    hanna.sees("Niet bewaard: geen verbinding, of u bent uitgelogd.")
    hanna.page.unroute("**/verslag/bewaren/")
    hanna.go("/werk/")
    expect(waiting(hanna)).to_be_visible()  # it cannot know
    hanna.go(report)
    expect(hanna.box("Wat spraken we af")).to_have_value(STORY)
    hanna.go("/werk/")
    nothing_waits(hanna)


def test_on_a_slow_line_nobody_is_in_ones_own_way(new_page: NewPage) -> None:
    """Pressed while the typing was being saved: that was another version of the same person."""
    hanna = at_report(new_page, "Rik Verslag")
    held: list[Route] = []
    hanna.page.route("**/verslag/bewaren/", lambda route: held.append(route))  # noqa: PLW0108
    hanna.fill_in("Wat spraken we af", "Samen de post.")
    assert wait_until(lambda: hanna.page.evaluate("true") and held, seconds=15)
    answer = held[0].fetch()  # it is there, and the browser does not know
    hanna.fill_in("Wat spraken we af", STORY)
    hanna.button("Bewaar en lees samen door").click(no_wait_after=True)
    held[0].fulfill(response=answer)
    hanna.is_at("Lees het verslag samen door")
    hanna.sees(STORY)


def test_a_story_for_the_monitor_waits_at_home_too(new_page: NewPage) -> None:
    mark = Resident(new_page())
    Professional(mark.page).step_in("resident")
    mark.go("/mijn/verhalen/")
    begin(mark, "Vertel een verhaal", "Uw verhaal", FEAR)
    Professional(mark.page).step_in("resident")
    mark.follow("Ga verder: Vertel een verhaal")
    expect(mark.box("Uw verhaal")).to_have_value(FEAR)
    mark.fill_in("Titel", "Thuis")
    mark.pick("Waar gaat het vooral over?", "")
    mark.press("Lees het terug")
    mark.sees("Bewaard. Alleen u leest het")
    mark.go("/mijn/")
    nothing_waits(mark)


def test_without_a_script_the_words_are_given_back_at_once(new_page: NewPage) -> None:
    """Nothing but the server can keep them; and after signing in one is where one was."""
    mark = Resident(new_page(js=False))
    Professional(mark.page).step_in("resident")
    mark.follow("Mijn plan")
    mark.follow("Vertel iets")
    form = mark.page.url
    mark.fill_in("Wat wilt u vertellen?", "Bang.")
    mark.page.context.clear_cookies(name="sessionid")
    mark.press("Opschrijven")
    mark.is_at("U was uitgelogd")
    mark.sees("Bang.")
    mark.sees("Wat wilt u vertellen?")
    mark.page.locator("main").get_by_role("link", name="Inloggen").click()
    expect(mark.page).to_have_url(re.compile("/inloggen/login/.next=/mijn/plan/"))
    Professional(mark.page).step_in("resident")
    mark.go(form)
    mark.is_at("Vertel iets aan uw tafel")


def test_somebody_else_reads_nothing_of_it(new_page: NewPage) -> None:
    for first, link, box in [
        ("resident", "Vertel iets", "Wat wilt u vertellen?"),
        ("coordinator", "Schrijf iets", "Wat gebeurde er?"),
    ]:
        one = Professional(new_page())
        one.step_in(first)
        one.follow("Mijn plan" if first == "resident" else "Gezinsdossiers")
        if first == "coordinator":
            one.follow("Gezin Jansen")
        begin(one, link, box, FEAR)
        one.step_in("partner")
        nothing_waits(one)
        expect(waiting(one)).not_to_contain_text("Ga verder")
        assert FEAR not in one.page.evaluate("JSON.stringify([localStorage, sessionStorage])")
        one.step_in(first)
        nothing_waits(one)
