"""A complaint about the team lead is not read by that lead: on the screen and in the database."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from intake import escalation_complaints
from intake.models import Complaint
from tests import factories
from tests.conftest import app_login
from tests.intake.complaints.words import TYPED, url
from tests.intake.team_doors import words
from wijkteam import database
from wijkteam.choices import Role
from wijkteam.models import OutboxMessage

ABOUT_ME = [
    {"of_the_team": "lead"},
    {"words": "Mevrouw Vos belde niet terug."},
    {"words": "lotte's toon was niet goed"},
    {"about_name": "LOTTE"},
]


@pytest.fixture
def second_lead(team, other_team):
    """Of the other team."""
    return factories.user("Ahmed van den Berg", Role.TEAM_LEAD, team=other_team)


def sees(as_user, user, made: Complaint) -> bool:
    """On the screen, and the same in the database."""
    on_screen = as_user(user).get(url(made)).status_code == 200
    with app_login(), database.role("team_lead", user.pk):
        in_database = Complaint.objects.filter(pk=made.pk).exists()
    assert on_screen == in_database
    assert on_screen == Complaint.objects.visible_to(user).filter(pk=made.pk).exists()
    return on_screen


@pytest.mark.parametrize("said", ABOUT_ME)
def test_chosen_or_named_the_lead_does_not_read_it(stranger, as_user, team_lead, second_lead, said):
    stranger.post("/klacht/", TYPED | {"about_name": "", "words": "Niet netjes."} | said)
    made = Complaint.objects.get()
    assert made.kept_out == [team_lead.pk]
    assert not sees(as_user, team_lead, made)
    assert sees(as_user, second_lead, made)
    assert escalation_complaints.escalate() == 1
    told = OutboxMessage.objects.exclude(to=TYPED["email"])
    assert [mail.to for mail in told] == [second_lead.email]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"of_the_team": "nobody"},
        {"of_the_team": "worker", "about_name": "Sanne"},
        {"words": "De vossen in het park, en Charlotte."},
    ],
)
def test_any_other_complaint_stays_with_the_lead(stranger, as_user, team_lead, second_lead, said):
    stranger.post("/klacht/", TYPED | said)
    made = Complaint.objects.get()
    assert sees(as_user, team_lead, made)
    assert not sees(as_user, second_lead, made)


def test_a_second_lead_of_the_team_keeps_it_there(stranger, as_user, team, team_lead, second_lead):
    mate = factories.user("Bo Smit", Role.TEAM_LEAD, team=team)
    stranger.post("/klacht/", TYPED | {"of_the_team": "worker", "words": "Lotte schreeuwde."})
    made = Complaint.objects.get()
    assert made.team == team
    assert sees(as_user, mate, made)
    assert not sees(as_user, team_lead, made)


def test_without_another_lead_the_manager_hears_that_one_is_needed(
    stranger, as_user, team, team_lead, manager
):
    stranger.post("/klacht/", TYPED | {"of_the_team": "lead"})
    made = Complaint.objects.get()
    assert not sees(as_user, team_lead, made)
    with app_login():
        assert (escalation_complaints.escalate(), escalation_complaints.escalate()) == (1, 0)
    mail = OutboxMessage.objects.exclude(to=TYPED["email"]).get()
    assert mail.to == manager.email
    assert made.readable_reference in mail.body
    assert "belde" not in mail.body
    acting = factories.user("Wim de Waarnemer", Role.TEAM_LEAD, team=team)
    assert sees(as_user, acting, made)


def test_the_lead_does_not_handle_it_either(stranger, team_lead, second_lead):
    stranger.post("/klacht/", TYPED | {"of_the_team": "lead"})
    made = Complaint.objects.get()
    assert team_lead not in made.may_handle()
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.update(handler=team_lead)


def test_named_in_the_second_round_the_lead_is_out_from_then(as_user, team, team_lead, second_lead,
                                                             outsider):  # fmt: skip
    made = Complaint(team=team, about="waiting", words="Te laat.", name="Jo", phone="0612345678")
    made.arrive()
    assert sees(as_user, team_lead, made)
    made.assign(outsider)
    made.give_answer(outsider, "Dat klopt.", "right")
    made.reopen("Mevrouw Vos zei iets anders.")
    assert not sees(as_user, team_lead, made)
    assert sees(as_user, outsider, made) if outsider.role == Role.TEAM_LEAD else True
    assert sees(as_user, second_lead, made)


def test_at_the_desk_too(as_user, professional, team, team_lead, second_lead):
    typed = TYPED | {"route": "phone", "about_user": team_lead.pk}
    as_user(professional).post("/werk/klachten/nieuw/", typed)
    made = Complaint.objects.get()
    assert not sees(as_user, team_lead, made)
    assert sees(as_user, second_lead, made)


def test_nothing_that_is_sent_along_lifts_it(team, team_lead):
    """What a stranger writes into the column itself does not count."""
    made = Complaint(team=team, about="person", words="Vos loog.", name="Jo", phone="0612345678",
                     kept_out=[], due=timezone.localdate())  # fmt: skip
    with transaction.atomic(), app_login(), database.role("public"):
        made.save(force_insert=True)
    assert Complaint.objects.get().kept_out == [team_lead.pk]


def test_the_form_asks_it_and_does_not_insist(stranger, team):
    html = words(stranger.get("/klacht/"))
    assert "Gaat het over iemand van het team?" in html
    stranger.post("/klacht/", TYPED)
    assert Complaint.objects.get().of_the_team == ""
