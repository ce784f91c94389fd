"""The desk on the phone and a colleague who runs behind, both with a phone in the hand."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewPage
from tests.browser.people import Professional, Resident
from tests.browser.portal import Portal


def day_of(box: Locator, days: int) -> None:
    """So many days from now, in the three fields of this date."""
    day = timezone.localdate() + timedelta(days=days)
    for label, part in [("Dag", day.day), ("Maand", day.month), ("Jaar", day.year)]:
        box.get_by_label(label).fill(str(part))


def test_the_desk_types_and_the_resident_picks(new_page: NewPage, portal: Portal) -> None:
    """A call becomes a request on one page; the resident picks one of three moments by link."""
    desk, hans = Professional(new_page()), Resident(new_page())
    desk.step_in("coordinator")
    desk.go("/werk/")
    desk.follow("Nieuw verzoek aan de telefoon")
    desk.fill_in("Naam van de bewoner", "Hans Bel")
    desk.press("Opslaan en zelf oppakken")
    desk.sees("Vul het telefoonnummer in, of kies een andere manier.")
    expect(desk.box("Naam van de bewoner")).to_have_value("Hans Bel")
    desk.fill_in("Telefoonnummer", "0633445566")
    desk.fill_in("E-mailadres", "hans@voorbeeld.example")
    desk.fill_in("Wat vertelt de bewoner?", "De huur lukt niet meer.")
    desk.press("Opslaan en zelf oppakken")
    desk.is_at("Hans Bel")
    desk.sees("De huur lukt niet meer.")
    number = desk.page.locator(".wt-code").first.inner_text()

    desk.follow("Stel momenten voor")
    form = desk.page.locator("main form")
    for moment, (days, time) in enumerate([(3, "9.30"), (4, "14.00"), (5, "19.15")], 1):
        day_of(form.get_by_role("group", name=re.compile(f"Moment {moment}: dag")), days)
        form.get_by_label("Hoe laat?").nth(moment - 1).fill(time)
    desk.press("Stel deze momenten voor")
    desk.is_at("Hans Bel")
    mail = portal.next_mail("hans@voorbeeld.example", after=1)
    link = re.search(r"http\S+/gesprek/\S+", mail)
    assert link, mail
    hans.go(link.group().rstrip("."))
    hans.is_at("Zo staat het met uw vraag")
    hans.press("Dit kies ik")
    hans.sees("Kies een moment, of kies dat niets past.")
    hans.page.get_by_label(re.compile("14[.:]00")).check()
    hans.press("Dit kies ik")
    hans.sees("Dank u wel. Wij weten het nu.")
    hans.sees("Uw gesprek")

    desk.page.reload()
    desk.sees("gesprek gepland")
    desk.go(f"/werk/zoeken/?zoek={number}")
    desk.page.get_by_role("link", name="Hans Bel").click()
    desk.is_at("Hans Bel")
    assert portal.times_asked("Hans Bel") == 1


TWENTY_LATE = """
CREATE TEMP TABLE one AS SELECT r.* FROM intake_conversationrequest r
  JOIN wijkteam_team t ON t.id = r.team_id
  WHERE t.name = 'Wijkteam Poort' AND r.status = 'received' LIMIT 1;
CREATE TEMP TABLE many AS SELECT one.*, n FROM one, generate_series(1, 20) n;
UPDATE many SET id = gen_random_uuid(), submission = gen_random_uuid(), lookup_keys = '{}',
  reference = 'LATE' || lpad(n::text, 4, '0'), name = 'Laat ' || lpad(n::text, 2, '0'),
  signal_id = NULL, for_whom = 'self', reach_by = 'call', phone = '+31612345678',
  arrived_at = now() - (200 + n) * interval '1 day';
CREATE TEMP TABLE clocks AS SELECT c.*, m.id AS other, m.n FROM intake_clock c
  JOIN one ON c.request_id = one.id, many m;
UPDATE clocks SET request_id = other, id = gen_random_uuid(), met_at = NULL,
  due = current_date - (100 + n);
ALTER TABLE many DROP COLUMN n;
ALTER TABLE clocks DROP COLUMN other, DROP COLUMN n;
INSERT INTO intake_conversationrequest SELECT * FROM many;
INSERT INTO intake_clock SELECT * FROM clocks;
"""


def test_a_colleague_with_twenty_late_requests(new_page: NewPage, portal: Portal) -> None:
    """What runs late stands on top, the longest first; one of them from the list to the end."""
    portal.do(TWENTY_LATE)
    hanna = Professional(new_page())
    hanna.sign_in("hanna@demo.example")
    hanna.go("/werk/")
    expect(hanna.page.locator(".wt-days").first.locator(".wt-day__who").first).to_have_text(
        "Laat 20"
    )
    hanna.go("/werk/verzoeken/")
    late = hanna.page.locator(".wt-day__who", has_text="Laat ")
    expect(late).to_have_text([f"Laat {number:02d}" for number in range(20, 0, -1)])
    expect(hanna.page.locator(".wt-days").first).to_contain_text("te laat")

    row = hanna.page.locator("li.wt-day", has_text="Laat 20")
    row.get_by_role("button", name=hanna.like("Ik pak het op")).click()
    hanna.open_request("Laat 20")
    hanna.press("Ik heb contact gehad")
    hanna.plan_talk("Laat 20", timezone.localdate(), "8.30")
    hanna.follow("Verslag")
    hanna.fill_in("Wat spraken we af", "Els van de sociaal raadslieden helpt met de brieven.")
    hanna.press("Bewaar en lees samen door")
    hanna.choose("Al gegeven of samen gelezen")
    hanna.press("Geef het aan")
    hanna.is_at("Hoe gaat Laat 20 verder?")
    hanna.follow("Warm overdragen aan iemand anders")
    hanna.press("Rond het verzoek af")
    hanna.sees("Vul de naam in van wie het overneemt.")
    hanna.fill_in("Aan wie draagt u over?", "Els Bos, sociaal raadslieden")
    hanna.fill_in("Telefoonnummer van die persoon", "0205554433")
    today = timezone.localdate()
    for part, number in (("Dag", today.day), ("Maand", today.month), ("Jaar", today.year)):
        hanna.fill_in(part, str(number))
    hanna.fill_in("Wat is afgesproken?", "Els belt om 10 uur.")
    hanna.press("Rond het verzoek af")
    hanna.is_at("Laat 20")
    hanna.sees("Els Bos, sociaal raadslieden")
    hanna.sees("Els belt om 10 uur.")
    hanna.go("/werk/verzoeken/")
    expect(late).to_have_count(19)
    expect(late.first).to_have_text("Laat 19")
