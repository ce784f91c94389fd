"""One side asks, the other answers, both stay with the figure; each speaks for itself alone."""

from datetime import timedelta

from django.utils import timezone

from monitor.models import Remark
from tests.page import check_page

ASK = "/monitor/gesprek/vraag/families/"


def test_the_municipality_asks_and_the_team_answers(as_user, municipality, professional):
    theirs, ours = as_user(municipality), as_user(professional)
    assert "Schrijf eerst uw vraag op" in theirs.post(ASK, {"words": " "}).content.decode()
    assert theirs.post(ASK, {"words": "Waarom zo veel?"}).status_code == 302
    remark = Remark.objects.get()
    assert (remark.side, remark.due) == ("municipality", timezone.localdate() + timedelta(days=21))
    url = f"/monitor/gesprek/{remark.pk}/"
    assert theirs.get(url).status_code == 404  # put to the other side
    assert ours.post(url, {"words": "Het was winter."}).status_code == 302
    ours.post(url, {"words": "Of toch niet."})  # the first answer stands
    page = theirs.get("/monitor/cijfers/families/").content.decode()
    assert "Waarom zo veel?" in page
    assert "Het was winter." in page
    assert "Of toch niet." not in page
    assert municipality.name not in page.split("<main")[1]
    assert check_page(page) == []


def test_and_the_other_way(as_user, municipality, team_lead):
    as_user(team_lead).post(ASK, {"words": "Mag het?"})
    remark = Remark.objects.get()
    url = f"/monitor/gesprek/{remark.pk}/"
    page = as_user(municipality).get("/monitor/").content.decode()
    assert "Mag het?" in page
    assert url in page
    assert as_user(municipality).post(url, {"words": "Ja."}).status_code == 302
    assert Remark.objects.get().answer == "Ja."


def test_a_late_answer_is_said_so(as_user, municipality, team_lead):
    late = Remark(side="team", words="Mag het?", asked_at=timezone.localtime() - timedelta(days=30))
    late.ask(team_lead)
    assert late.is_late
    assert late.days_open == 30
    assert "wt-status--late" in as_user(municipality).get("/monitor/gesprek/").content.decode()


def test_who_only_reads_along_speaks_for_nobody(as_user, privacy_officer, partner, resident):
    assert as_user(privacy_officer).get(ASK).status_code == 403
    assert as_user(partner).post(ASK, {"words": "?"}).status_code == 403
    assert as_user(resident).get("/monitor/gesprek/").status_code == 403
    assert as_user(partner).get("/monitor/gesprek/").status_code == 200
    assert as_user(privacy_officer).get("/monitor/cijfers/bestaat-niet/").status_code == 404
