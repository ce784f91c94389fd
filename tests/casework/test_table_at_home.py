"""What the people at home read of the table: since when, who went, and who was there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Action, LastLook, MandateQuestion, Seat, TimelineEntry
from tests.casework.browser import send, words
from tests.casework.test_leave import url_of


def the_table(page: str) -> str:
    start = page.index('id="tafel"')
    return page[start : page.index("</section>", start)]


def test_since_when_everyone_sits_here(family, as_user, resident, professional):
    since = "sinds 3 maart 2026"
    Seat.objects.filter(pk=family.els.pk).update(
        since=timezone.datetime(2026, 3, 3, 12, tzinfo=timezone.get_current_timezone())
    )
    assert since in the_table(words(as_user(resident).get(family.own_url)))
    assert since in the_table(words(as_user(professional).get(family.url)))


def test_who_left_the_table_is_news_at_home(family, as_user, resident, colleague):
    client = as_user(resident)
    client.get(family.own_url)
    LastLook.objects.update(at=timezone.localtime() - timedelta(days=2))
    send(as_user(colleague), url_of(family.colleague))
    page = words(client.get(family.own_url))
    assert "ging van tafel" in page[page.index("Nieuw sinds") : page.index('id="plan"')]
    assert "Wie hier eerder zat" in the_table(page)


def test_who_moved_out_is_no_news_to_the_others_at_home(family, as_user, resident, linda):
    client = as_user(resident)
    client.get(family.own_url)
    LastLook.objects.update(at=timezone.localtime() - timedelta(days=2))
    Seat.objects.filter(pk=linda.pk).update(until=timezone.now())
    page = words(client.get(family.own_url))
    assert "ging van tafel" not in page
    assert "Wie hier eerder zat" not in page


def test_who_left_does_not_keep_an_eye_on_it(family, as_user, resident, colleague, professional):
    client = as_user(professional)
    url = f"{family.url}beslissing/"
    send(client, url, words="Mag het?", asked_to="gemeente", holder=str(family.colleague.pk))
    assert MandateQuestion.objects.get().holder == family.colleague
    at_home = as_user(resident)
    assert "Youssef" in _eye(words(at_home.get(family.own_url)))
    family.colleague.leave(colleague)
    for page in [at_home.get(family.own_url), client.get(family.url)]:
        eye = _eye(words(page))
        assert family.coordinator.name in eye
        assert "Youssef" not in eye


def _eye(page: str) -> str:
    end = page.index("houdt het in de gaten")
    return page[end - 60 : end]


def test_who_leaves_reads_what_is_not_done_yet(family, as_user, colleague, professional):
    page = words(as_user(colleague).get(url_of(family.colleague)))
    undone = Action.objects.open().filter(owner=family.colleague)
    assert undone.count() > 1
    for action in undone:
        assert action.words in page
    assert family.actions["school"].words not in page
    assert "Nog niet klaar" not in words(as_user(professional).get(url_of(family.els)))


@pytest.mark.parametrize(("named", "said"), [
    (["Mark Jansen"], "u was erbij"),
    (["Noor Jansen"], ""),
    ([], "iemand uit uw huis was erbij"),
])  # fmt: skip
def test_nobody_is_told_to_have_been_there_who_was_not(family, as_user, resident, named, said):
    TimelineEntry(
        case_file=family.case_file, by=family.coordinator, kind="visit", words="Op het schoolplein",
        audience="table", resident_present=True, with_whom=named,
    ).write()  # fmt: skip
    page = words(as_user(resident).get(family.own_url))
    item = page[page.index("Op het schoolplein</p>") :]
    found = [one for one in ("u was erbij", "iemand uit uw huis was erbij") if one in item[:600]]
    assert found == ([said] if said else [])


def test_one_mark_is_no_story(family, as_user, resident):
    page = words(as_user(resident).get(family.own_url))
    assert "Cijfer: begon met 3. Gewenst: 7." in page


def test_without_a_choice_only_the_choice_is_asked(family, as_user, professional):
    page = words(send(as_user(professional), f"{family.url}tafel/vragen/gezin/"))
    assert "Kies een van de antwoorden." in page
    assert "Vul een naam in." not in page


def test_the_question_says_who_asks(family, as_user, resident, professional):
    send(as_user(resident), f"/mijn/plekken/{family.els.pk}/van-tafel/")
    client = as_user(professional)
    page = words(client.get(f"{family.url}tafel/"))
    start = page.index("/werk/van-tafel/")
    url = page[start : page.index('"', start)]
    assert f"{family.resident.name}</bdi> vraagt of" in words(client.get(url))


@pytest.mark.parametrize("apart", [False, True])
def test_who_keeps_the_plan_together_from_now_on_is_news_at_home(
    family, as_user, resident, professional, apart
):
    family.case_file.is_apart = apart
    family.case_file.save(update_fields=["is_apart"])
    client = as_user(resident)
    client.get(family.own_url)
    LastLook.objects.update(at=timezone.localtime() - timedelta(days=2))
    url = f"{family.url}tafel/regie/"
    assert "Het gezin leest dit ook." in words(as_user(professional).get(url))
    send(as_user(professional), url, to=str(family.colleague.pk), words="Bel op maandag.")
    page = words(client.get(family.own_url))
    news = page[page.index("Nieuw sinds") : page.index('id="plan"')]
    assert "Youssef Amrani houdt het plan vanaf nu bij elkaar." in news
    assert ("Bel op maandag." in page) is not apart  # of a house apart the own part only


def test_whom_after_care_is_for_is_said_to_each(family, as_user, resident, professional):
    day = timezone.localdate() + timedelta(days=30)
    day_of = {"after_care_0": day.day, "after_care_1": day.month, "after_care_2": day.year}
    send(as_user(professional), url_of(family.colleague), **day_of)
    assert "mag u nog bellen tot" in words(as_user(resident).get(family.own_url))
    page = words(as_user(professional).get(f"{family.url}tafel/"))
    assert "mag het gezin nog bellen tot" in page
    assert "mag u nog bellen tot" not in page
