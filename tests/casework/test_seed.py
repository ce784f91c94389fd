"""The made-up families are what the verbs would have made: rights as the seats and grounds say."""

import random
from io import BytesIO

import pytest
from django.db import transaction
from django.utils import timezone
from pypdf import PdfReader

from casework import seed as casework_seed
from casework.holding import RARE, held_in
from casework.models import (
    Action,
    CaseFile,
    CaseFileUserObjectPermission,
    Difference,
    Emergency,
    Goal,
    GoalAnswer,
    RightsRequest,
    Seat,
    StuckPoint,
    TeamHandover,
    TimelineEntry,
)
from casework.names import names_in
from network import seed as network_seed
from tests.casework.browser import words
from tests.casework.counting import queries
from wijkteam import seed as ground_seed
from wijkteam.models import User


def town(families: int) -> None:
    rng = random.Random(7)
    for part in (ground_seed, network_seed, casework_seed):
        part.seed(families, rng)


@pytest.fixture
def seeded(db) -> None:
    town(150)


def test_one_family_in_five_and_the_three_of_the_demo(seeded):
    assert CaseFile.objects.count() == 150 // 5 + 3
    assert CaseFile.objects.closed().exists()


def test_rights_say_what_seats_and_grounds_say(seeded):
    for case_file in CaseFile.objects.open():
        for seat in case_file.seats.taken().filter(user__isnull=False):
            granted = seat.granted_domains()
            rights = CaseFileUserObjectPermission.objects.filter(
                user=seat.user, content_object=case_file, coordinates=False
            )
            assert sorted(r.permission.codename for r in rights) == [
                "view_casefile", "write_casefile",
            ]  # fmt: skip
            assert all(right.domains == granted for right in rights)


def test_closed_files_keep_rights_for_coordinator_and_household_only(seeded):
    for case_file in CaseFile.objects.closed():
        assert not case_file.seats.open().exists()
        assert not case_file.grounds.valid().exists()
        holders = {right.user for right in case_file.rights.all()}
        assert holders == {case_file.seats.get(is_coordinator=True).user}


def test_nothing_happened_before_the_file_or_after_today(seeded):
    now = timezone.now()
    for case_file in CaseFile.objects.all():
        assert case_file.opened_at <= case_file.changed_at <= now
        for entry in case_file.entries.all():
            assert case_file.opened_at <= entry.at <= (case_file.closed_at or now)
    assert not Action.objects.filter(done_at__gt=now).exists()


def test_the_same_number_gives_the_same_families(db):
    made = []
    for _time in range(2):
        with transaction.atomic():
            town(40)
            models = [Seat, Goal, Action, TimelineEntry]
            made.append([{row.pk for row in model.objects.all()} for model in models])
            transaction.set_rollback(True)
    assert made[0] == made[1]


@pytest.mark.parametrize("mail", ["sanne", "youssef", "school"])
def test_the_family_of_the_demo_for_who_sits_there(seeded, as_user, mail):
    client = as_user(User.objects.get(email=f"{mail}@demo.example"))
    case_file = CaseFile.objects.get(household__name="Gezin Jansen", opened_at__isnull=False,
                                     seats__name="Mark Jansen")  # fmt: skip
    page = words(client.get(f"/werk/dossiers/{case_file.pk}/"))
    assert "Noor gaat weer met plezier naar school" in page
    assert ("post open durven" in page) == (mail != "school")
    assert "Nieuw sinds" in page


def test_the_resident_of_the_demo(seeded, as_user):
    client = as_user(User.objects.get(email="mark@demo.example"))
    page = words(client.get("/mijn/plan/", follow=True))
    assert "Ik wil weer zelf mijn post open durven maken" in page
    assert "3 dagen te laat" in page
    assert "Ellen Sluis" in words(client.get("/mijn/wie-keek/"))


def test_what_the_families_see_differently_and_where_it_is_stuck(seeded):
    jansen = CaseFile.objects.get(household__name="Gezin Jansen", household__house_number="12")
    assert jansen.differences.still_open().get().status == "trying"
    assert jansen.mandate_questions.waiting().get().days_waited == 42
    assert jansen.stuck_points.filter(forwarded__replied_at__isnull=False).exists()
    assert Difference.objects.count() > 2
    for difference in Difference.objects.all():
        assert difference.positions.count() >= 2
    for stuck in StuckPoint.objects.select_related("case_file__household"):
        assert names_in(stuck.words, stuck.case_file) == []


def test_what_a_file_is_said_to_hold_is_what_it_holds(seeded):
    corrected = TimelineEntry.objects.filter(corrects__isnull=False)
    rows = {kind: kind._default_manager.all() for kind in RARE.values()} | {
        TimelineEntry: corrected,
        Difference: Difference.objects.filter(positions=None),
        TeamHandover: TeamHandover.objects.to_show(),
        RightsRequest: RightsRequest.objects.none(),  # told to a visitor: test_restriction_apart.py
    }
    said = {file.pk: held_in(file) for file in CaseFile.objects.all()}
    for kind, there in rows.items():
        files = {pk for pk, kinds in said.items() if kind in kinds}
        assert files == set(there.values_list("case_file_id", flat=True)), kind
    assert set(RARE.values()) - set().union(*said.values()) <= {
        Difference, Emergency, GoalAnswer, RightsRequest, TeamHandover,
    }  # fmt: skip


@pytest.mark.parametrize("who", ["mark", "sanne"])
def test_the_fullest_family_takes_no_more_than_twenty_questions(seeded, as_user, who):
    user = User.objects.get(email=f"{who}@demo.example")
    file = CaseFile.objects.get(household__name="Gezin Jansen")
    url = f"/mijn/plan/{file.pk}/" if who == "mark" else f"/werk/dossiers/{file.pk}/"
    client = as_user(user)
    client.get(url)
    with queries() as asked:
        client.get(url)
    # The phone and door of the team are asked once a minute, for every page.
    own = [sql for sql in asked if 'FROM "wijkteam_team' not in sql]
    assert len(own) <= 20, "\n".join(sql[:160] for sql in own)


def test_mail_to_the_people_of_the_demo_leaves(seeded):
    for user in User.objects.filter(email__in=["mark@demo.example", "sam@demo.example"]):
        assert user.persons.get().contact.email == user.email


def test_the_fullest_plan_of_the_demo_prints_on_two_pages(as_user, db):
    """Also once someone left whose action nobody took over yet."""
    town(0)
    seat = Seat.objects.get(name="Esther Blom", case_file__household__name="Gezin Jansen")
    seat.leave(seat.user)
    mark = User.objects.get(email="mark@demo.example")
    response = as_user(mark).get(f"/mijn/plan/{seat.case_file_id}/papier/plan.pdf")
    pages = PdfReader(BytesIO(response.content)).pages
    assert len(pages) == 2, pages[2].extract_text()
    text = " ".join(page.extract_text() for page in pages)
    assert "maatschappelijk werker" in text  # no word is cut where the line can be
    assert "Youssef\n" not in text  # what is agreed on wraps, and leaves room for a name
