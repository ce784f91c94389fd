"""Standing up from the table, and handing the coordination over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import CaseFile, Seat, TimelineEntry
from casework.workflow import NotAllowed
from tests import factories
from tests.casework.browser import send, words
from wijkteam.models import OutboxMessage


def url_of(seat: Seat) -> str:
    return f"/werk/plekken/{seat.pk}/van-tafel/"


def test_who_leaves_hands_over_warmly_and_reads_nothing_more(family, as_user, colleague):
    client = as_user(colleague)
    response = send(client, url_of(family.colleague), words="De regeling loopt tot mei.")
    assert response.url == "/werk/dossiers/"
    entry = TimelineEntry.objects.get(kind="handover")
    assert (entry.words, entry.by) == ("De regeling loopt tot mei.", family.colleague)
    assert client.get(family.url).status_code == 404
    assert CaseFile.objects.visible_to(colleague).count() == 0
    assert client.post(url_of(family.colleague), {"words": ""}).status_code == 404


def test_a_partner_leaves_with_words_about_the_own_domain(family, as_user, partner, professional):
    client = as_user(partner)
    assert send(client, url_of(family.partner), words="Noor leest.").status_code == 302
    entry = TimelineEntry.objects.get(kind="handover")
    assert (entry.life_domain, entry.audience) == ("parenting", "domain")
    assert CaseFile.objects.visible_to(partner).count() == 0
    page = words(as_user(professional).get(f"{family.url}tafel/"))
    assert "Wie hier eerder zat" in page


def test_the_own_team_lets_someone_of_the_network_go(family, as_user, colleague):
    response = send(as_user(colleague), url_of(family.els), words="Els is verhuisd.")
    assert response.url == f"{family.url}tafel/"
    assert not Seat.objects.open().filter(pk=family.els.pk).exists()


def test_after_care_lies_ahead_and_who_was_only_asked_never_sat_here(
    family, as_user, professional, colleague, team
):
    gone = timezone.localdate() - timedelta(days=1)
    day = {"after_care_0": str(gone.day), "after_care_1": str(gone.month),
           "after_care_2": str(gone.year)}  # fmt: skip
    client = as_user(professional)
    assert "Deze dag is al voorbij." in words(send(client, url_of(family.els), **day))
    noa = factories.user("Noa Asked", "professional", team=team)
    send(client, url_of(Seat.invite(family.case_file, noa, professional, "", None)))
    page = words(client.get(f"{family.url}tafel/"))
    assert "gevraagd: " in page[page.index("Wie hier eerder zat") :]


def test_what_was_left_undone_comes_to_the_coordinator(family, as_user, professional, colleague):
    client, said = as_user(professional), family.actions["late"].words
    later = family.actions["wait"].words  # not due yet: nobody will do it all the same
    page = words(client.get("/werk/"))
    assert said not in page
    assert later not in page
    family.colleague.leave(colleague)
    page = words(client.get("/werk/"))
    assert said in page
    assert later in page
    assert "Wie neemt dit over?" in page
    assert said not in words(as_user(colleague).get("/werk/"))


def test_nobody_ends_the_chair_of_the_household_or_the_coordinator(family, as_user, colleague):
    for seat in [family.resident, family.coordinator]:
        assert as_user(colleague).get(url_of(seat)).status_code == 404


def test_a_coordinator_hands_over_first(family, professional):
    with pytest.raises(NotAllowed, match="Draag eerst de regie over"):
        family.coordinator.leave(professional)


def test_the_coordination_goes_to_a_colleague_at_this_table(
    family, as_user, professional, colleague
):
    client, url = as_user(professional), f"{family.url}tafel/regie/"
    response = send(client, url, to=str(family.colleague.pk), words="Bel Mark op maandag.")
    assert response.status_code == 302
    assert family.case_file.seats.open().get(is_coordinator=True).user == colleague
    said = TimelineEntry.objects.filter(kind="handover").values_list("words", flat=True)
    assert "Bel Mark op maandag." in said
    assert CaseFile.objects.coordinated_by(colleague).count() == 1
    assert CaseFile.objects.coordinated_by(professional).count() == 0
    assert "voor de regie" in words(as_user(colleague).get(family.url))
    assert "voor de regie" not in words(client.get(family.url))
    assert OutboxMessage.objects.filter(to=colleague.email, subject="U bent nu regisseur").exists()
    assert client.post(url, {"to": str(family.colleague.pk)}).status_code == 404


@pytest.mark.parametrize("who", ["partner", "els", "resident", "coordinator"])
def test_only_a_colleague_of_the_team_can_take_over(family, as_user, professional, who):
    seat = getattr(family, who)
    response = send(as_user(professional), f"{family.url}tafel/regie/", to=str(seat.pk))
    assert response.status_code == 200
    assert family.case_file.seats.open().get(is_coordinator=True) == family.coordinator


def test_without_a_colleague_the_page_says_what_to_do_first(family, as_user, professional):
    family.colleague.leave(professional)
    page = words(as_user(professional).get(f"{family.url}tafel/regie/"))
    assert "Vraag eerst een collega." in page
    assert "Overdragen</button>" not in page  # nothing to choose, nothing to send


def test_who_came_back_sits_and_reads_again(family, as_user, professional, colleague):
    family.colleague.leave(professional)
    factories.says_yes(Seat.invite(family.case_file, colleague, professional, "", None))
    assert as_user(colleague).get(family.url).status_code == 200


def test_after_care_stands_at_the_table_and_gives_no_right(family, as_user, colleague, resident):
    day = timezone.localdate() + timedelta(days=90)
    answers = {"after_care_0": day.day, "after_care_1": day.month, "after_care_2": day.year}
    send(as_user(colleague), f"/werk/plekken/{family.colleague.pk}/van-tafel/", **answers)
    page = words(as_user(resident).get(family.own_url))
    assert "Nazorg" in page
    assert "mag u nog bellen tot en met" in page
    assert as_user(colleague).get(family.url).status_code == 404


def test_a_partner_leaves_with_after_care_too(family, as_user, partner, resident):
    day = timezone.localdate() + timedelta(days=30)
    answers = {"after_care_0": day.day, "after_care_1": day.month, "after_care_2": day.year}
    url = f"/werk/plekken/{family.partner.pk}/van-tafel/"
    assert send(as_user(partner), url, **answers).status_code == 302
    assert "Nazorg" in words(as_user(resident).get(family.own_url))
