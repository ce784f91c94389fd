"""My day, the part of the tables: what I promised, what waits for me, and finding anything."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Action, LeaveRequest, TimelineEntry
from network.models import Vindplaats
from tests.casework.conftest import family  # noqa: F401
from tests.intake.team_doors import check_doors, queries_of, words
from tests.page import check_page
from wijkteam.models import AccessLog

URL = "/werk/"


def promise(family, text: str, days: int, **fields) -> Action:  # noqa: F811
    action = Action(
        case_file=family.case_file, words=text, owner=family.coordinator,
        due=timezone.localdate() + timedelta(days=days), created_by=family.coordinator, **fields,
    )  # fmt: skip
    action.add()
    return action


def test_what_i_promised_stands_late_or_today(family, as_user, professional):  # noqa: F811
    late = promise(family, "De huur uitzoeken", -2)
    promise(family, "Mark bellen", 0)
    promise(family, "Pas volgende week", 7)
    client = as_user(professional)
    response = client.get(URL)
    page = words(response)
    assert check_page(page) == []
    before, after = page.split("Vandaag</h2>")
    assert "De huur uitzoeken" in before
    assert "2 dagen te laat" in before
    assert "Mark bellen" in after
    assert "Pas volgende week" not in page
    assert "Bellen over de huur" not in page  # of Youssef
    assert AccessLog.objects.filter(
        user=professional, part="mijn dag", household_id=family.case_file.household_id
    ).exists()
    kept = client.post(f"/werk/afspraken/{late.pk}/klaar/", {"from": "day"})
    assert kept.url == URL  # and not the plan: the rest of the day waits
    assert "De huur uitzoeken" not in words(client.get(URL)).split("Vandaag</h2>")[0]


def test_what_a_resident_asked_waits_for_the_coordinator(
    family, as_user, professional, colleague  # noqa: F811
):  # fmt: skip
    LeaveRequest(case_file=family.case_file, seat=family.colleague, asked_by=family.resident).ask()
    assert "Wacht op mij" in words(as_user(professional).get(URL))
    assert "vraagt of <bdi>Youssef Amrani</bdi> van tafel gaat" in words(
        as_user(professional).get(URL)
    )
    assert "van tafel gaat" not in words(as_user(colleague).get(URL))


def test_as_many_queries_with_ten_rows_as_with_three_hundred(
    family, as_user, professional  # noqa: F811
):  # fmt: skip
    client, today = as_user(professional), timezone.localdate()
    client.get(URL)
    counts = []
    for number in (10, 300):
        Action.objects.bulk_create(
            Action(case_file=family.case_file, words=f"a{n}", owner=family.coordinator,
                   due=today - timedelta(days=n % 2), created_by=family.coordinator)
            for n in range(number)
        )  # fmt: skip
        TimelineEntry.objects.bulk_create(
            TimelineEntry(case_file=family.case_file, by=family.colleague, words=f"e{n}")
            for n in range(number)
        )
        Vindplaats.objects.bulk_create(
            Vindplaats(name=f"Plek {n}", kind="library", formality="formal", holder=professional,
                       contact_due_on=today) for n in range(number)
        )  # fmt: skip
        counts.append(len(queries_of(lambda: client.get(URL))))
    assert counts[0] == counts[1] <= 25


def test_searching_people_words_and_places(family, as_user, professional):  # noqa: F811
    Vindplaats.objects.create(name="Bibliotheek Noord", kind="library", formality="formal")
    client = as_user(professional)
    answers = {"jansen": "Lindeplein 12", "noor": "over Noor", "bieb": "Niets gevonden",
               "bibliotheek": "Bibliotheek Noord"}  # fmt: skip
    for asked, found in answers.items():
        response = client.get(f"{URL}zoeken/", {"zoek": asked})
        assert found in words(response), asked
        assert check_page(words(response)) == []
    assert AccessLog.objects.filter(user=professional, act="gezocht").exists()


def test_searching_finds_only_what_one_may_read(
    family, as_user, outsider, partner, municipality  # noqa: F811
):  # fmt: skip
    TimelineEntry(case_file=family.case_file, by=family.coordinator,
                  words="Een deurwaarder aan de deur",
                  audience="domain", life_domain="money").write()  # fmt: skip
    for user in (outsider, partner):
        page = words(as_user(user).get(f"{URL}zoeken/", {"zoek": "deurwaarder"}))
        assert "aan de deur" not in page
    assert "Jansen" not in words(as_user(outsider).get(f"{URL}zoeken/", {"zoek": "jansen"}))
    assert as_user(outsider).get(f"{URL}zoeken/", {"zoek": "\x00' %"}).status_code == 200
    check_doors(as_user, f"{URL}zoeken/", outsider=None, without=municipality)


def test_writing_down_asks_first_with_whom(family, as_user, professional, partner):  # noqa: F811
    client = as_user(professional)
    assert f"{URL}opschrijven/" in words(client.get(URL))
    page = words(client.get(f"{URL}opschrijven/"))
    assert check_page(page) == []
    for deed in ("bericht/", "afspraak/"):
        assert family.url + deed in page
        assert words(client.get(family.url + deed)).count(" autofocus") == 1
    assert "Gezin Jansen" in page
    assert "Niemand aan uw tafels heet zo." in words(
        client.get(f"{URL}opschrijven/", {"zoek": "pietersen"})
    )
    assert f"{family.url}bericht/" in words(as_user(partner).get(f"{URL}opschrijven/"))


@pytest.mark.parametrize("path", ["zoeken/", "opschrijven/"])
def test_keeps_out_who_may_not(as_user, manager, path):
    check_doors(as_user, URL + path, outsider=None, without=manager)


def test_the_keys_are_named_on_the_page(as_user, professional):
    page = words(as_user(professional).get(URL))
    assert "Alt + K" in page
    assert 'data-key="s"' in page
