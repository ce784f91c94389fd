"""No letter and no call that nobody sees: each stands on a page of whoever must do it.

A new message by hand? Add its flow here, and the line of code to `WRITTEN`.
"""

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone

from casework.models import ActionLink, RightsRequest, Seat
from intake import follow_up, letters
from intake.choices import Outcome
from intake.models import Conversation
from network.models import Gathering
from tests import factories
from tests.casework.conftest import family  # noqa: F401
from tests.intake.team_doors import words
from tests.network.conftest import damp, els, make_place  # noqa: F401
from tests.page import check_page
from wijkteam.models import AccessLog, AccessQuestion, OutboxMessage, User

DAY, RIGHTS = "/werk/", "/toezicht/rechten/"
# Where the code says LETTER or CALL, and how often: outside the lists of what waits.
WRITTEN = {
    "casework/letters.py": 1,  # an action for a helper
    "casework/letters_of_rights.py": 1,  # answered, longer, lifted
    "intake/follow_up.py": 1,  # instead of a mail that came back
    "intake/letters.py": 5,  # the report; whatever a resident hears without mail
    "network/letters.py": 2,  # a signal; a gathering
    "wijkteam/letters.py": 1,  # a question on the log
}


@pytest.fixture
def jo(team, professional):
    made = factories.request(team, "Jo", address="Lindeplein 12", postcode="1311AB")
    made.take(professional)
    return made


@pytest.fixture
def mark(resident) -> User:
    """Signs in with a code on paper."""
    resident.email = None
    resident.save()
    return resident


def asked(family, mark, kind="correct") -> RightsRequest:  # noqa: F811
    return RightsRequest.ask(mark, kind, "De datum klopt niet.", family.case_file, uuid4())


def a_talk(jo, professional) -> Conversation:
    now = timezone.localtime()
    return Conversation(request=jo, professional=professional, planned_at=now, place="home")


def of_request(get):
    jo = get("jo")
    letters.planned(a_talk(jo, get("professional")))
    return [("professional", DAY), ("professional", f"/werk/verzoeken/{jo.pk}/")]


def of_request_that_nobody_took(get):
    one = factories.request(get("team"), "Noor")
    letters.received(one)
    return [("colleague", f"/werk/verzoeken/{one.pk}/")]


def of_request_that_was_withdrawn_before(get):
    one = factories.request(get("team"), "Noor")
    one.close(None, Outcome.WITHDRAWN)
    letters.withdrawn(one)
    return [("colleague", DAY), ("colleague", f"/werk/verzoeken/{one.pk}/")]


def of_request_whose_holder_left(get):
    jo = get("jo")
    get("professional").memberships.update(until=timezone.now())
    letters.handed_over(jo)
    return [("colleague", DAY), ("colleague", f"/werk/verzoeken/{jo.pk}/")]


def of_report(get):
    jo = get("jo")
    letters.report_letter(a_talk(jo, get("professional")))
    page = f"/werk/verzoeken/{jo.pk}/"
    return [("colleague", "/werk/brieven/"), ("professional", DAY), ("professional", page)]


def of_mail_that_came_back(get):
    jo = get("jo")
    OutboxMessage.objects.post(
        kind="mail", to="weg@voorbeeld.example", subject="x", body="x", request_id=jo.pk
    )
    OutboxMessage.objects.update(status="failed")
    follow_up.follow_up()
    OutboxMessage.objects.filter(kind="mail").delete()  # to its holder
    return [("professional", DAY), ("professional", f"/werk/verzoeken/{jo.pk}/")]


def of_helper(get):
    home = get("family")
    action = home.actions["own"]
    action.owner = home.els
    action.save()
    ActionLink.send(action, get("professional"), "")
    return [("professional", DAY)]


def of_helper_at_the_table_of_a_lead(get):
    home, lead = get("family"), get("team_lead")
    seat = factories.says_yes(Seat.invite(home.case_file, lead, get("professional"), "regie", []))
    home.coordinator.hand_over(seat, get("professional"))
    of_helper(get)
    return [("team_lead", DAY)]


def of_right(get):
    asked(get("family"), get("mark")).answer(get("privacy_officer"), "granted", "Het klopt nu.")
    return [("privacy_officer", RIGHTS), ("professional", DAY), ("professional", RIGHTS)]


def of_right_that_takes_longer(get):
    asked(get("family"), get("mark")).extend("Veel papier.")
    return [("privacy_officer", RIGHTS), ("professional", DAY)]


def of_right_without_a_plan(get):
    one = RightsRequest.ask(get("mark"), "look", "Alles", None, uuid4())
    one.answer(get("privacy_officer"), "granted", "Hier is het.")
    return [("privacy_officer", RIGHTS)]


def of_question_on_the_log(get):
    home, mark = get("family").case_file.household_id, get("mark")
    row = AccessLog.objects.create(
        user=get("colleague"), household_id=home, act="bekeken", part="plan", correlation=uuid4()
    )
    AccessQuestion.ask(row, mark).answer(get("privacy_officer"), "Hij verving Sanne.")
    return [("privacy_officer", RIGHTS)]


def of_signal(get):
    signal = get("damp")
    signal.pick_up(get("professional"))
    signal.answer(get("professional"), "De corporatie komt langs.")
    page = f"/netwerk/signalen/{signal.pk}/"
    return [("professional", DAY), ("colleague", page), ("team_lead", DAY)]


def of_gathering(get):
    at = timezone.localtime() + timedelta(days=3)
    cafe = Gathering(team=get("team"), title="Sociaal café", by=get("professional"),
                     starts_at=at, ends_at=at + timedelta(hours=2))  # fmt: skip
    cafe.plan()
    cafe.invite(get("els"))
    cafe.change()  # not yet called: then they hear this alone
    page = f"/netwerk/bijeenkomsten/{cafe.pk}/"
    return [("professional", DAY), ("team_lead", page), ("colleague", DAY)]


FLOWS = [
    of_request, of_request_that_nobody_took, of_request_that_was_withdrawn_before,
    of_request_whose_holder_left, of_report, of_mail_that_came_back, of_helper,
    of_helper_at_the_table_of_a_lead, of_right, of_right_that_takes_longer,
    of_right_without_a_plan, of_question_on_the_log, of_signal, of_gathering,
]  # fmt: skip


@pytest.mark.parametrize("flow", FLOWS)
def test_it_stands_with_who_does_it_until_it_is_done(flow, as_user, outsider, request):
    get = request.getfixturevalue
    pages = flow(get)
    message = OutboxMessage.objects.for_hand().order_by("created_at").last()
    for who, url in pages:
        page = words(as_user(get(who)).get(url))
        assert message.to in page, (who, url)
        assert check_page(page) == []
    assert message.to not in words(as_user(outsider).get(DAY))
    [deed] = set(re.findall(rf'action="(\S*{message.pk}/gedaan/)"', page))
    assert as_user(outsider).post(deed).status_code == 404
    assert as_user(get(who)).post(deed).status_code == 302
    assert not OutboxMessage.objects.for_hand().exists()
    assert deed not in words(as_user(get(who)).get(url))


def test_every_place_that_writes_one_is_known():
    """A letter or a call that is made somewhere else needs a page, and a flow above."""
    found = Counter()
    for app in ("casework", "intake", "monitor", "network", "wijkteam"):
        for file in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            if "views" in file.parts or "seed" in file.name or "migrations" in file.parts:
                continue
            number = len(re.findall(r"MessageKind\.(?:LETTER|CALL)\b", file.read_text()))
            found[str(file.relative_to(settings.BASE_DIR))] += number
    lists = ("wijkteam/models/outbox.py", "intake/reminders.py")
    assert {name: n for name, n in found.items() if n and name not in lists} == WRITTEN
