"""The monitor as people meet it: the council's alderman, two team leads, a resident, a reader."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.own_site import own_site
from tests.browser.people import Person, Professional
from tests.browser.portal import Portal
from tests.browser.rows import KEYS
from wijkteam.embedded import Embedded
from wijkteam.roles import GROUP_ROLES, SITE_LOGIN
from wijkteam.seed import PASSWORD

TABLET = {"width": 834, "height": 1112}
ELSEWHERE = [
    "/werk/", "/werk/dossiers/", "/mijn/", "/mijn/plan/", "/gesprek/", "/leiding/publicatie/",
    "/beheer/", "/toezicht/", "/plekken/", "/vragen/voorbeeld/", "/inloggen/papier/",
    "/inloggen/login/code/",
]  # fmt: skip
STUCK = "Zonder vast adres geen uitkering, zonder uitkering geen adres."
REPLY = "Vanaf maandag mag het adres van het wijkteam."


@pytest.fixture
def site(portal: Portal) -> Iterator[str]:
    with own_site(portal) as address:
        yield address


def test_the_alderman_on_the_municipalitys_own_site(
    new_page: NewPage, portal: Portal, site: str, tmp_path: Path
) -> None:
    get_stuck(portal)
    alderman = Professional(new_page(viewport=TABLET))
    page = alderman.page
    for path in ELSEWHERE:  # before and, below, after signing in
        assert page.request.get(site + path, max_redirects=0).status == 404, path
    alderman.go(f"{site}/")
    alderman.sign_in_here("wethouder@demo.example")
    alderman.is_at("Hoe gaat het in de wijken?")
    for path in ELSEWHERE:
        assert page.request.get(site + path, max_redirects=0).status == 404, path
    reads_the_front(alderman)
    reads_a_figure(alderman, tmp_path)
    answers_what_is_stuck(alderman, Professional(new_page()))
    nobody_else_comes_in(Professional(new_page()), site)


def test_its_login_of_the_database_becomes_the_municipality_and_nobody_else(
    portal: Portal,
) -> None:
    with closing(psycopg2.connect(Embedded(portal.data).url(SITE_LOGIN))) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        for role in [*GROUP_ROLES, "wijkteam_app", "wijkteam_owner", "postgres"]:
            if role != "wijkteam_municipality":
                with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                    cursor.execute(f"SET ROLE {role}")
        cursor.execute("SELECT count(*), count(*) FILTER (WHERE role = 'municipality')"
                       " FROM wijkteam_user")  # fmt: skip
        everyone, own = cursor.fetchone()
        assert everyone == own > 0
        for table in ("mfa_authenticator", "account_emailaddress", "wijkteam_user_groups"):
            cursor.execute(f"SELECT count(*) FROM {table} WHERE user_id NOT IN"
                           " (SELECT id FROM wijkteam_user)")  # fmt: skip
            assert cursor.fetchone() == (0,), table
        for table in ("django_session", "intake_conversationrequest", "casework_casefile",
                      "monitor_releasefigure", "monitor_answer", "wijkteam_accesslog"):  # fmt: skip
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cursor.execute(f"SELECT 1 FROM {table}")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("UPDATE wijkteam_user SET is_superuser = true")


def reads_the_front(alderman: Person) -> None:
    """Voices, then what waits for an answer, and only then figures."""
    main = alderman.page.locator("main")
    expect(main.locator(".wt-wheel__wedge")).not_to_have_count(0)
    expect(main.locator(".wt-told--short")).to_have_count(3)
    texts = main.get_by_role("heading", level=2).all_inner_texts()
    order = ["Wat mensen ervan vinden", "Verhalen", "Wat vraagt antwoord van de gemeente?",
             "En dan de cijfers", "Wat deze cijfers niet kunnen"]  # fmt: skip
    assert [text for text in texts if text in order] == order
    assert alderman.page.evaluate("document.documentElement.scrollWidth") <= TABLET["width"]


def reads_a_figure(alderman: Professional, folder: Path) -> None:
    """Chart, table, story and conversation; a question of one's own; files; paper."""
    page = alderman.page
    alderman.follow("Hoe lang wachten mensen op het keukentafelgesprek?")
    alderman.is_at("Hoe lang wachten mensen op het keukentafelgesprek?")
    main = page.locator("main")
    shown = main.locator(".wt-lines__name .wt-chart__number").all_text_contents()
    last = main.locator("tbody tr td:last-child").all_inner_texts()
    assert sorted(shown, key=int) == sorted((cell.split()[0] for cell in last), key=int)
    expect(main.get_by_role("heading", name="Het verhaal erbij")).to_be_visible()
    alderman.follow("Stel een vraag bij dit cijfer")
    alderman.fill_in("Uw vraag", "Komt dit door de zomer?")
    alderman.press("Stel de vraag")
    alderman.sees("Komt dit door de zomer?")
    alderman.follow("Hoe gaat het in de wijken?")
    page.get_by_role("link", name=re.compile(r"^\de kwartaal \d{4}$")).first.click()
    for words, kind in [("Als tekst", "csv"), ("Als rekenblad", "ods"), ("Als datapakket", "json")]:
        with page.expect_download() as download:
            alderman.follow(words)
        file = folder / kind
        download.value.save_as(file)
        assert file.stat().st_size > 1000, kind
    alderman.follow("Op papier, voor de raad")
    alderman.sees("afgerond op vijftallen")
    alderman.sees("Wat wacht op antwoord van de gemeente?")
    expect(page.locator(".paper__figure svg")).not_to_have_count(0)
    expect(page.locator(".paper__told")).not_to_have_count(0)
    page.go_back()


def answers_what_is_stuck(alderman: Professional, coordinator: Professional) -> None:
    """What waits is on the front until it is answered; the answer is back at the table."""
    page = alderman.page
    alderman.follow("Hoe gaat het in de wijken?")
    alderman.sees(STUCK)
    alderman.follow("Vastlopers")
    page.locator("li", has_text=STUCK).get_by_role("link").click()
    page.get_by_role("textbox").first.fill(REPLY)
    alderman.press("Antwoord versturen")
    alderman.sees("Uw antwoord is bij het wijkteam.")
    alderman.follow("Hoe gaat het in de wijken?")
    expect(page.get_by_text(STUCK)).to_have_count(0)
    coordinator.step_in("coordinator")
    coordinator.go("/werk/")
    coordinator.sees(STUCK)  # in the list of the day
    coordinator.follow("Gezinsdossiers")
    coordinator.follow("Gezin Jansen")
    coordinator.sees(REPLY)


def get_stuck(portal: Portal) -> None:
    """At the table of the Jansens, read along by a colleague and sent on by the team lead."""
    portal.do(
        "WITH seats AS (SELECT s.*, f.team_id FROM casework_seat s JOIN casework_casefile f"
        f" ON f.id = s.case_file_id WHERE s.case_file_id = ({KEYS['file']})"
        " AND s.user_id IS NOT NULL AND s.until IS NULL),"
        " out AS (INSERT INTO casework_forwardedstuckpoint (id, kind, words, team_id, asked_to,"
        "  due, forwarded_at, forwarded_by_id, reply, replied_by_name) SELECT gen_random_uuid(),"
        f"  'rule', '{STUCK}', team_id, 'afdeling Wmo', current_date + 9, now() - '40 days'"
        "   ::interval, (SELECT min(id) FROM wijkteam_user WHERE role = 'team_lead'), '', ''"
        "  FROM seats WHERE is_coordinator RETURNING id)"
        " INSERT INTO casework_stuckpoint (id, case_file_id, life_domain, kind, words, written_at,"
        "  written_by_id, signed_at, signed_by_id, forwarded_id) SELECT gen_random_uuid(),"
        f"  one.case_file_id, '', 'rule', '{STUCK}', now(), one.id, now(), two.id, out.id"
        "  FROM seats one, seats two, out WHERE one.is_coordinator AND NOT two.is_coordinator"
        "  LIMIT 1"
    )


def nobody_else_comes_in(other: Professional, site: str) -> None:
    """The database knows no account but those of the municipality."""
    other.go(f"{site}/inloggen/login/")
    other.fill_in("E-mailadres", "sanne@demo.example")
    other.page.get_by_label("Wachtwoord").fill(PASSWORD)
    other.press("Inloggen")
    other.sees("wachtwoord is niet correct")
