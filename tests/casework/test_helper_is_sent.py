"""A helper hears of an action when it is agreed on, once; and calls the desk with a code."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Action, ActionLink, LinkedAction, NetworkPerson, TimelineEntry
from casework.tasks import send_next_actions
from tests import factories
from tests.casework.browser import fields, send, words
from tests.page import check_page
from wijkteam.choices import Role
from wijkteam.models import AccessLog, OutboxMessage

DESK = "/werk/helper-aan-de-telefoon/"


@pytest.fixture
def add(family, as_user, professional):
    NetworkPerson.objects.update(email="els@voorbeeld.example")
    client = as_user(professional)

    def agree(**answers):
        known = {"words": "Noor uit school halen", "owner": str(family.els.pk)}
        send(client, f"{family.url}afspraak/", **(known | answers))
        return Action.objects.filter(words="Noor uit school halen").first()

    return agree


def mails() -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(body__contains="Noor uit school halen"))


def code_of(mail: OutboxMessage) -> str:
    return re.search(r"deze code: (\S+)", mail.body).group(1)


def test_it_leaves_when_it_is_agreed_on_once(add):
    add(twice=True)
    (mail,) = mails()
    assert (mail.kind, mail.to) == ("mail", "els@voorbeeld.example")
    assert ActionLink.objects.count() == 1


def test_without_an_address_a_letter_lies_ready(add):
    NetworkPerson.objects.update(email="")
    add()
    (letter,) = mails()
    assert (letter.kind, letter.to) == ("letter", "Els")


def test_it_stays_here_when_that_is_chosen_or_there_is_nothing_to_do(add, family):
    add(send="")
    add(words="Samen niets doen", kind="wait")
    add(words="Zelf bellen", owner=str(family.coordinator.pk))
    assert not ActionLink.objects.exists()


def test_another_owner_hears_of_it_and_the_same_one_not_again(add, family, as_user, professional):
    action = add(owner=str(family.coordinator.pk))
    client, url = as_user(professional), f"/werk/afspraken/{action.pk}/"
    send(client, url, owner=str(family.els.pk))
    send(client, url, words="Noor uit school halen, om drie uur")
    assert len(mails()) == 1


@pytest.mark.parametrize(("email", "repeat", "first", "again"), [
    ("els@voorbeeld.example", "weekly", "on", 1),
    ("", "weekly", "on", 0),  # no letter every week
    ("", "monthly", "on", 1),
    ("els@voorbeeld.example", "weekly", "", 0),  # what was kept here stays here
])  # fmt: skip
def test_what_comes_back_goes_to_the_same_helper_again_once(
    add, family, email, repeat, first, again
):
    NetworkPerson.objects.update(email=email)
    action = add(repeat=repeat, send=first)
    action.finish(family.coordinator)
    before = len(mails())
    assert send_next_actions() == 0  # not long ahead
    Action.objects.filter(follows=action).update(due=timezone.localdate() + timedelta(days=2))
    assert (send_next_actions(), send_next_actions()) == (again, 0)
    assert len(mails()) == before + again
    if again:
        new = Action.objects.get(follows=action)
        tokens = [re.search(r"/afspraak/(\S+)/", mail.body).group(1) for mail in mails()]
        (opened,) = filter(None, map(LinkedAction.behind, tokens))  # the first was ticked off
        assert (opened.helper, opened.due) == ("Els", new.due)
        action.reopen()  # what was sent stays
        assert Action.objects.filter(pk=new.pk).exists()


def test_a_table_without_helpers_is_not_asked(family, as_user, professional):
    family.els.leave(professional)
    page = words(as_user(professional).get(f"{family.url}afspraak/"))
    assert "Stuur deze afspraak" not in page


def test_at_the_desk_the_code_shows_one_action_and_takes_one_answer(add, family, as_user, team):
    """By a colleague who does not sit at that table."""
    action = add()
    code = code_of(mails()[0])
    desk = factories.user("Bo Balie", Role.PROFESSIONAL, team=team)
    client = as_user(desk)
    response = send(client, DESK, code=code.lower())
    page = words(response)
    assert check_page(response.content.decode()) == []
    assert "Noor uit school halen" in page
    for hidden in ("Jansen", "Lindeplein 12", "Mark", "plezier naar school"):
        assert hidden not in page
    answers = fields(response) | {"how": "klaar", "words": "Ze had een tekening."}
    assert client.post(DESK, answers).url == DESK
    action.refresh_from_db()
    assert action.done_by == family.els
    entry = TimelineEntry.objects.get(by=family.els)
    assert "opgeschreven door Bo Balie" in entry.words
    assert "Ze had een tekening." in entry.words
    assert "geen open afspraak" in words(client.post(DESK, answers))
    looks = AccessLog.objects.filter(user=desk, ground="code aan de telefoon", why="Els")
    assert list(looks.values_list("act", flat=True).order_by("at")) == ["bekeken", "veranderd"]
    assert client.get(family.url).status_code == 404
    # Writing it down takes time of the team, as any page does.
    assert fields(client.get(DESK))["began"][0]


def test_a_code_opens_nothing_for_another_team_or_as_a_link(
    add, as_user, partner, resident, stranger, other_team
):
    add()
    code = code_of(mails()[0])
    elsewhere = factories.user("Aylin Kaya", Role.PROFESSIONAL, team=other_team)
    assert "geen open afspraak" in words(send(as_user(elsewhere), DESK, code=code))
    assert stranger.get(f"/afspraak/{code}/").status_code == 404
    for user in (partner, resident):
        assert as_user(user).get(DESK).status_code == 403
    assert "/inloggen/" in stranger.get(DESK).url


@pytest.mark.parametrize("typed", ["", "onzin", "ACDE-FGHJ", "x" * 60])
def test_a_wrong_code_is_said_in_words(family, as_user, professional, typed):
    response = send(as_user(professional), DESK, code=typed)
    assert response.status_code == 200
    assert 'id="' in words(response)
    assert check_page(response.content.decode()) == []


def test_not_done_asks_for_a_word(add, as_user, professional):
    action = add()
    client = as_user(professional)
    response = send(client, DESK, code=code_of(mails()[0]))
    response = client.post(DESK, fields(response) | {"how": "niet", "words": ""})
    assert "Schrijf kort op hoe het gaat." in words(response)
    client.post(DESK, fields(response) | {"how": "niet", "words": "Ik ben ziek."})
    action.refresh_from_db()
    assert action.done_at is None
    assert TimelineEntry.objects.filter(words__contains="Ik ben ziek.").exists()
    # Called again with the same letter, when it was done after all.
    response = send(client, DESK, code=code_of(mails()[0]))
    client.post(DESK, fields(response) | {"how": "klaar", "words": ""})
    action.refresh_from_db()
    assert action.done_by
