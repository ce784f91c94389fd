"""Seeing it differently: both in their own words, a day to look again, and how it ended."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from casework.models import Difference, OfferedLesson, Position, TimelineEntry
from casework.models.differences import View
from casework.workflow import NotAllowed, SomebodyWasFirst
from tests.casework.browser import send, words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog

SOON = timezone.localdate() + timedelta(days=14)
DAY = {"review_on_0": SOON.day, "review_on_1": SOON.month, "review_on_2": SOON.year}
SIDES = {
    "subject": "Wel of niet nu al schuldhulp", "about": "work", "measure_1": "Drie brieven",
    "work_1": "Eerst de post, dan de rest", "work_2": "Meteen naar schuldhulp", **DAY,
}  # fmt: skip


def test_both_sides_stand_there_the_residents_first(family, as_user, professional):
    client = as_user(professional)
    response = send(client, f"{family.url}verschil/", twice=True, **SIDES)
    assert response.url == f"{family.url}#verschillen"
    difference = Difference.objects.get()
    assert (difference.status, difference.review_on) == ("open", SOON)
    assert AccessLog.objects.filter(part="verschil", act="veranderd").count() == 2
    page = client.get(family.url).content.decode()
    assert check_page(page) == []
    assert "We zien dit verschillend (1)" in page
    assert page.index("Eerst de post, dan de rest") < page.index("Meteen naar schuldhulp")
    assert "opgeschreven door <bdi>Sanne de Wit" in page


def test_nobody_gets_words_that_they_cannot_read(family, as_user, professional):
    """Femke of the school reads about growing up, not about money."""
    client, url = as_user(professional), f"{family.url}verschil/"
    femke = {"seat_2": str(family.partner.pk), "life_domain": "money"}
    assert "Deze persoon leest dit niet mee." in words(send(client, url, **SIDES | femke))
    assert not Difference.objects.exists()
    els = {"seat_2": str(family.els.pk), "life_domain": "money"}  # reads nothing, and hears it
    assert send(client, url, **SIDES | els).status_code == 302
    femke["life_domain"] = "parenting"
    assert send(client, url, **SIDES | femke).status_code == 302
    assert Difference.objects.count() == 2


def test_what_we_try_has_an_end(family, as_user, professional):
    send(as_user(professional), f"{family.url}verschil/", **SIDES, tried="Twee weken samen post")
    difference = Difference.objects.get()
    assert (difference.status, difference.try_until) == ("trying", SOON)


@pytest.mark.parametrize(("answers", "said"), [
    ({"review_on_2": "2020"}, "Deze dag is al voorbij."),
    ({"subject": ""}, "Schrijf in een paar woorden"),
    ({"about": "onzin"}, "Dit antwoord kennen we niet."),
])  # fmt: skip
def test_a_mistake_is_said_and_nothing_typed_is_lost(family, as_user, professional, answers, said):
    page = words(send(as_user(professional), f"{family.url}verschil/", **{**SIDES, **answers}))
    assert said in page
    assert "Eerst de post, dan de rest" in page
    assert '<details class="wt-more" open>' in page  # what was filled in stays in sight
    assert check_page(page) == []
    assert not Difference.objects.exists()


def test_a_difference_is_between_two_people(family, as_user, professional):
    me = family.coordinator.pk
    page = send(as_user(professional), f"{family.url}verschil/", **SIDES, seat_1=me, seat_2=me)
    assert "een verschil is tussen twee mensen" in words(page)
    one = [View(family.coordinator, "a", "b")] * 2
    with pytest.raises(NotAllowed, match="ten minste twee kanten"):
        Difference(case_file=family.case_file, about="both", review_on=SOON).raise_it(
            family.coordinator, one
        )


def test_one_sentence_begins_it_and_the_page_says_what_lacks(family, as_user, professional):
    client = as_user(professional)
    send(client, f"{family.url}verschil/", subject="Wel of niet verhuizen")
    difference = Difference.objects.get()
    assert (difference.about, difference.review_on, difference.status) == ("both", SOON, "open")
    assert not Position.objects.exists()
    page = words(client.get(family.url))
    assert "hoe ieder het ziet, wat we intussen proberen, wie beslist." in page
    assert "Nog niet gehoord: <bdi>Mark Jansen" in page
    # Nobody decides before two were heard: in the verb, and in the database.
    url = f"/werk/verschillen/{difference.pk}/"
    assert "geen twee kanten zijn gehoord" in words(send(client, url, how="decided", outcome="Ja"))
    with pytest.raises(IntegrityError, match="two positions"), transaction.atomic():
        Difference.objects.update(status="decided")
    for seat in (family.coordinator, family.resident):
        Position(difference=difference, seat=seat, work="x").write(family.coordinator)
    assert send(client, url, how="decided", outcome="Ja").status_code == 302


def test_what_was_not_said_at_the_end_is_added_once(family, difference, as_user, professional):
    client, url = as_user(professional), f"/werk/verschillen/{difference.pk}/"
    send(client, url, how="decided", outcome="Ze blijft")
    page = words(client.get(family.url))
    assert "wat we ervan leerden, wie besliste." in page
    assert check_page(client.get(url).content.decode()) == []
    send(client, url, learned="Vraag Noor zelf")
    assert "wat we ervan leerden" not in words(client.get(family.url))
    send(client, url, decider="Mark")
    assert client.get(url).status_code == 404
    difference.refresh_from_db()
    assert (difference.learned, difference.decider) == ("Vraag Noor zelf", "Mark")
    as_professional = database.role("professional", professional.pk)
    with pytest.raises(IntegrityError, match="no move"), app_login(), as_professional:
        Difference.objects.update(learned="anders")


def test_the_database_wants_a_day(family, difference):
    with pytest.raises(IntegrityError, match="looked_at_again"), transaction.atomic():
        Difference.objects.update(review_on=None)


def test_the_resident_says_it_in_person(family, difference, as_user, resident, professional):
    client = as_user(resident)
    assert "Zeg hoe u het ziet" in words(client.get(family.own_url))
    url = f"/mijn/verschillen/{difference.pk}/"
    assert "Rust, geen nieuwe klas" in words(client.get(url))
    response = send(client, url, twice=True, measure="Ze is moe", work="Laat haar met rust")
    assert response.url == f"{family.own_url}#verschillen"
    position = Position.objects.get(seat=family.resident)
    assert (position.work, position.in_own_words) == ("Laat haar met rust", True)
    # From here on nobody writes it for Mark.
    page = words(as_user(professional).get(f"/werk/verschillen/{difference.pk}/standpunt/"))
    assert str(family.resident.pk) not in page
    other = Position(difference=difference, seat=family.resident, work="anders")
    with (
        pytest.raises(NotAllowed, match="in eigen woorden"),
        app_login(),
        database.role("professional", professional.pk),
    ):
        other.write(family.coordinator)


def test_a_resident_writes_for_nobody_else(family, difference, resident):
    forged = Position(difference=difference, seat=family.els, work="x")
    with (
        pytest.raises(NotAllowed),
        app_login(),
        database.role("resident", resident.pk),
    ):
        forged.write(family.resident)


def test_who_belongs_to_the_domain_joins_in(family, difference, as_user, partner, outsider):
    send(as_user(partner), f"/werk/verschillen/{difference.pk}/standpunt/", work="Toch anders")
    assert Position.objects.get(seat=family.partner).work == "Toch anders"
    send(as_user(partner), f"{family.url}verschil/", **SIDES, life_domain="parenting")
    assert Difference.objects.filter(life_domain="parenting").count() == 2
    money = Difference(case_file=family.case_file, life_domain="money", subject="Geld",
                       about="both", review_on=SOON)  # fmt: skip
    money.raise_it(family.coordinator, [View(family.coordinator, "a", ""),
                                        View(family.resident, "b", "")])  # fmt: skip
    assert "Geld" not in words(as_user(partner).get(family.url)).split('id="plan"')[0]
    assert as_user(partner).get(f"/werk/verschillen/{money.pk}/").status_code == 404
    assert as_user(outsider).get(f"/werk/verschillen/{difference.pk}/").status_code == 404


def test_somebody_decides_and_we_learned_something(family, difference, as_user, professional):
    client, url = as_user(professional), f"/werk/verschillen/{difference.pk}/"
    assert "hoe het afliep." in words(send(client, url, how="decided"))
    response = send(client, url, how="decided", outcome="Ze blijft", learned="Vraag Noor zelf",
                    decider="Mark")  # fmt: skip
    assert response.status_code == 302
    difference.refresh_from_db()
    assert (difference.status, difference.ended_by) == ("decided", family.coordinator)
    entry = TimelineEntry.objects.get(kind="outcome")
    assert (entry.life_domain, entry.audience) == ("parenting", "domain")
    page = words(client.get(family.url))
    assert "We zien dit verschillend" not in page
    assert "Vraag Noor zelf" in page
    assert client.get(url).status_code == 404


def test_still_there_so_a_new_day(family, difference, as_user, professional):
    url = f"/werk/verschillen/{difference.pk}/"
    client = as_user(professional)
    assert "wat u intussen probeert" in words(send(client, url, how="trying", **DAY))
    send(client, url, how="trying", tried="Een week proefles", **DAY)
    difference.refresh_from_db()
    assert (difference.status, difference.try_until, difference.version) == ("trying", SOON, 2)


def test_two_at_once_lose_nothing(family, difference, as_user, professional):
    stale = Difference.objects.get()
    difference.look_again(status="open", review_on=SOON)
    with pytest.raises(SomebodyWasFirst):
        stale.end(family.colleague, "dissolved", "weg", "niets")
    assert Difference.objects.get().status == "open"


def test_what_ended_stays_as_it_ended_and_nothing_is_removed(family, difference, professional):
    difference.end(family.coordinator, "dissolved", "Het is over", "Wachten hielp")
    with pytest.raises(NotAllowed):
        difference.look_again(status="open", review_on=SOON)
    with pytest.raises(NotAllowed):
        Position(difference=difference, seat=family.els, work="x").write(family.coordinator)
    as_professional = database.role("professional", professional.pk)
    with pytest.raises(IntegrityError, match="no move"), app_login(), as_professional:
        Difference.objects.update(status="open", ended_at=None, ended_by=None, review_on=SOON)
    as_professional = database.role("professional", professional.pk)
    with pytest.raises(ProgrammingError, match="denied"), app_login(), as_professional:
        Difference.objects.all()._raw_delete("default")


def test_a_file_closes_with_an_open_difference_only_when_that_is_said(
    family, difference, as_user, professional
):
    client, url = as_user(professional), f"{family.url}afsluiten/"
    page = words(send(client, url, words="Het gaat weer."))
    assert "Schrijf op wat er met het verschil gebeurt." in page
    with pytest.raises(NotAllowed, match="nog een verschil open"):
        family.case_file.close(professional, "Het gaat weer.")
    as_professional = database.role("professional", professional.pk)
    with pytest.raises(IntegrityError, match="still open"), app_login(), as_professional:
        family.case_file.__class__.objects.update(
            closed_at=timezone.now(), outcome_words="x", destroy_on=SOON + timedelta(days=5479)
        )
    send(client, url, words="Het gaat weer.", differences_left="Mark en school praten door.")
    family.case_file.refresh_from_db()
    assert family.case_file.differences_left == "Mark en school praten door."
    assert "praten door" in TimelineEntry.objects.get(kind="outcome").words
    for part in ["", "papier/"]:
        page = words(client.get(f"{family.url}{part}"))
        assert difference.subject in page
        for no_longer in ["proberen tot", "terugkijken op", "Samen kijken op", "samen naar kijken"]:
            assert no_longer not in page, part


def test_what_was_learned_leaves_the_file_when_its_writer_offers_it(
    family, difference, as_user, professional
):
    client = as_user(professional)
    url = f"/werk/verschillen/{difference.pk}/"
    answers = {"how": "dissolved", "outcome": "Zij bleef", "learned": "Mark had gelijk"}
    page = words(send(client, url, **answers, lesson="Noor wist het zelf"))
    assert "naar het gezin wijst: noor" in page
    send(client, url, **answers, lesson="Vraag het ook het kind.")
    assert OfferedLesson.objects.get().words == "Vraag het ook het kind."
    denied = pytest.raises(ProgrammingError, match="permission denied")
    with app_login(), denied, transaction.atomic(), database.role("municipality"):
        OfferedLesson.objects.count()


def test_lessons_that_look_like_it_are_asked_for_while_writing(family, as_user, professional):
    for path in ("verschil", "vastloper"):
        page = words(as_user(professional).get(f"{family.url}{path}/"))
        assert 'hx-post="/monitor/lessen/lijkt/"' in page
