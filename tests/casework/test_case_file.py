"""The page of one file: the table, what is new, the plan, the story; as far as one may see it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import (
    Action,
    GoalReview,
    LastLook,
    MandateQuestion,
    Seat,
    TimelineEntry,
)
from tests.casework.browser import words
from tests.casework.counting import queries
from wijkteam.models import AccessLog


def test_head_names_the_coordinator_and_the_phone(family, as_user, partner):
    page = words(as_user(partner).get(family.url))
    assert "Lindeplein 12" in page
    assert "Sanne de Wit" in page
    assert "020 123 4501" in page


def test_the_table_as_picture_and_as_list(family, as_user, professional):
    page = words(as_user(professional).get(family.url))
    assert 'role="img"' in page
    assert "Er zitten 5 mensen aan tafel. De regisseur is Sanne de Wit." in page
    for name in ["Mark Jansen", "Youssef Amrani", "Femke Smit", "Els"]:
        assert f"<bdi>{name}</bdi>" in page
    assert "style=" not in page


def test_an_empty_chair_for_a_goal_that_nobody_cares_for(family, as_user, professional):
    client = as_user(professional)
    assert "Niemand voor" not in words(client.get(family.url))
    Action.objects.filter(goal=family.money).delete()
    family.colleague.domains = None
    family.colleague.save()
    assert "Niemand voor geld." in words(client.get(family.url))


def test_the_plan_with_marks_owners_and_what_is_late(family, as_user, professional):
    family.money.review(family.resident, 5)
    page = words(as_user(professional).get(family.url))
    assert "Cijfer: begon met 3, nu 5. Gewenst: 7." in page
    assert "3 dagen te laat" in page
    assert "bewust even niets doen" in page
    assert page.index("Geld") < page.index("Opvoeden en opgroeien") < page.index("Voor alles")


def test_a_partner_reads_the_granted_domain_and_the_shared_part(family, as_user, partner):
    page = words(as_user(partner).get(family.url))
    for there in ["Noor gaat met plezier", "Gesprek met Noor", "Samen eten", "over Noor",
                  "voor de hele tafel"]:  # fmt: skip
        assert there in page, there
    for hidden in ["post open durven", "Bellen over de huur", "over geld", "voor de regie",
                   "Iemand erbij vragen", "Het dossier afsluiten"]:  # fmt: skip
        assert hidden not in page, hidden


def test_notes_for_the_coordinator_are_for_the_coordinator(
    family, as_user, professional, colleague
):
    assert "voor de regie" in words(as_user(professional).get(family.url))
    assert "voor de regie" not in words(as_user(colleague).get(family.url))


def test_what_others_did_since_the_last_visit_is_new(family, as_user, professional, colleague):
    mine = as_user(professional)
    assert "Welkom aan deze tafel" in words(mine.get(family.url))
    LastLook.objects.update(at=timezone.localtime() - timedelta(days=2))
    family.actions["late"].finish(family.colleague)
    family.entries["table"].correct(family.colleague, "Het was dinsdag.")
    page = words(mine.get(family.url))
    assert "Nieuw sinds" in page
    assert 'is klaar met: <span dir="auto">Bellen over de huur' in page
    assert 'schreef: <span dir="auto">Het was dinsdag.' in page
    # Who looks further back or for a word in the story gets that, and not the news.
    assert "Nieuw sinds" not in words(mine.get(f"{family.url}?page=2"))
    # Still new on the next page of the same visit, old at the next visit.
    assert "is klaar met:" in words(mine.get(family.url))
    LastLook.objects.update(at=timezone.now() + timedelta(seconds=1), before=timezone.now())
    assert "is klaar met:" not in words(mine.get(family.url))


def test_what_is_seen_differently_asked_and_answered_is_new_too(
    family, as_user, colleague, partner, difference
):
    """The mail counts it, so the page does not say that nothing changed."""
    for user in (colleague, partner):
        as_user(user).get(family.url)
    LastLook.objects.update(at=timezone.localtime() - timedelta(days=2))
    asked = MandateQuestion(
        case_file=family.case_file, life_domain="money", words="Een bed", asked_to="de gemeente",
        holder=family.coordinator, asked_by=family.coordinator,
    )  # fmt: skip
    asked.ask()
    asked.settle(family.coordinator, "yes", "Het mag.")
    late = family.actions["late"]
    late.words = "Bellen en mailen"
    late.change(family.coordinator, late.version)
    page = words(as_user(colleague).get(family.url))
    for told in ["ziet iets anders:", "vroeg een beslissing:", "kreeg antwoord op:",
                 'veranderde een afspraak: <span dir="auto">Bellen en mailen']:  # fmt: skip
        assert told in page, told
    assert "zei iets over het verschil" not in page  # written down by whoever named it
    # Not for whom it is not about.
    page = words(as_user(partner).get(family.url))
    assert "ziet iets anders:" in page
    assert "Een bed" not in page
    assert "Bellen en mailen" not in page


def test_who_was_only_asked_does_not_sit_there(family, as_user, professional, resident, outsider):
    Seat.invite(family.case_file, outsider, professional, "huur", ["housing"])
    page = words(as_user(resident).get(family.own_url))
    assert "Er zitten 5 mensen aan tafel." in page
    assert "Er zitten 6" not in page
    assert f"<b><bdi>{outsider.name}</bdi></b> (gevraagd)" in words(
        as_user(resident).get(f"{family.own_url}papier/")
    )


def test_opening_it_is_a_look(family, as_user, partner):
    as_user(partner).get(family.url)
    row = AccessLog.objects.get(user=partner)
    assert row.household_id == family.case_file.household_id
    assert (row.act, row.part, row.ground) == ("bekeken", "plan", "plek aan tafel")


def test_no_page_without_a_row_in_the_log(family, as_user, professional):
    """The log is closed: then the page is, too."""
    with connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON wijkteam_accesslog FROM wijkteam_professional")
    client = as_user(professional)
    client.raise_request_exception = False
    response = client.get(family.url)
    assert response.status_code == 500
    assert "Jansen" not in response.content.decode()


@pytest.mark.parametrize("query", [
    {"leefgebied": "money"}, {"leefgebied": "onzin"}, {"wie": "onzin"}, {"page": "x"},
    {"wie": "00000000-0000-0000-0000-000000000000"}, {"page": "99"}, {"leefgebied": "\x00"},
])  # fmt: skip
def test_any_filter_gives_a_page(family, as_user, professional, query):
    assert as_user(professional).get(family.url, query).status_code == 200


def test_the_story_is_narrowed_by_domain_and_by_who(family, as_user, professional):
    client = as_user(professional)
    story = words(client.get(family.url, {"leefgebied": "money"})).split('id="verhaal"')[1]
    assert "over geld" in story
    assert "over Noor" not in story
    story = words(client.get(family.url, {"wie": family.partner.pk})).split('id="verhaal"')[1]
    assert "over Noor" in story
    assert "over geld" not in story


# Of these 7 are for the frame: session, account, rights, role, and the phone number on the page.
# The partner has not said yes to the seat yet, and reads who asked. The file has a difference and
# marks. Whether a partner is named in the meldcode is asked. What it has none of is not asked for.
QUERIES = {"professional": 14, "partner": 13, "resident": 15}


def marked(family, times: int) -> None:
    GoalReview.objects.bulk_create(
        GoalReview(case_file=family.case_file, goal=family.money, life_domain="money", mark=5,
                   by=family.colleague)
        for n in range(times)
    )  # fmt: skip


def lived_in(family) -> None:
    """500 entries, 60 actions, many marks."""
    seat, now = family.colleague, timezone.now()
    TimelineEntry.objects.bulk_create(
        TimelineEntry(case_file=family.case_file, by=seat, words=f"dag {n}", at=now)
        for n in range(500)
    )
    Action.objects.bulk_create(
        Action(case_file=family.case_file, goal=family.money, life_domain="money", words=f"{n}",
               owner=seat, created_by=seat)
        for n in range(60)
    )  # fmt: skip
    marked(family, 10)


@pytest.mark.parametrize("who", ["professional", "partner", "resident"])
def test_as_many_queries_for_a_thin_file_as_for_a_thick_one(
    family, difference, as_user, who, request
):
    client = as_user(request.getfixturevalue(who))
    url = family.own_url if who == "resident" else family.url
    marked(family, 1)
    client.get(url)
    LastLook.objects.update(before=timezone.localtime() - timedelta(days=2))
    with queries() as thin:
        client.get(url)
    lived_in(family)
    with queries() as thick:
        response = client.get(url)
    assert "Ouder" in words(response)
    assert len(thin) == len(thick) == QUERIES[who], "\n".join(sql[:160] for sql in thick)


def test_who_reads_a_part_is_told_so_on_the_screen_and_on_paper(
    family, as_user, partner, professional
):
    part = {"": "U leest hier een deel van het plan", "papier/": "Hier staat een deel van het plan"}
    for path, told in part.items():
        url = f"{family.url}{path}"
        assert f"{told}: opvoeden en opgroeien." in words(as_user(partner).get(url))
        assert told not in words(as_user(professional).get(url))
