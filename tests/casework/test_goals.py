"""Goals: added, changed by two at once, looked back on, reached and let go."""

import uuid

import pytest

from casework.models import Goal, GoalReview, OfferedLesson, TimelineEntry
from tests.casework.browser import fields, send, words
from tests.page import check_page
from wijkteam.models import AccessLog


def test_a_goal_in_own_words(family, as_user, professional):
    response = send(
        as_user(professional), f"{family.url}doel/", life_domain="housing",
        words="Een eigen hoekje", start_mark="4", wished_mark="8",
    )  # fmt: skip
    assert response.status_code == 302
    goal = Goal.objects.get(life_domain="housing")
    assert (goal.words, goal.start_mark, goal.wished_mark) == ("Een eigen hoekje", 4, 8)
    assert goal.created_by == family.coordinator
    row = AccessLog.objects.filter(act="veranderd").get()
    assert (row.user, row.part) == (professional, "plan")


def test_who_sits_here_for_one_life_domain_needs_one_sentence(family, as_user, partner):
    send(as_user(partner), f"{family.url}doel/", words="Elke dag naar school")
    assert Goal.objects.get(words="Elke dag naar school").life_domain == "parenting"


def test_sent_twice_it_is_there_once(family, as_user, professional):
    client = as_user(professional)
    response = send(client, f"{family.url}doel/", twice=True, life_domain="housing", words="Rust")
    assert response.status_code == 302
    assert Goal.objects.filter(words="Rust").count() == 1


@pytest.mark.parametrize(("answers", "complaint"), [
    ({"words": ""}, "Schrijf het doel op"),
    ({"life_domain": ""}, "Kies een leefgebied."),
    ({"life_domain": "onzin"}, "Kies een van de antwoorden."),
    ({"start_mark": "11"}, "Vul een cijfer in van 1 tot en met 10."),
    ({"wished_mark": "veel"}, "Vul een cijfer in van 1 tot en met 10."),
    ({"whose": str(uuid.uuid4())}, "Kies een van de antwoorden."),
    ({"review_on_0": "31", "review_on_1": "2", "review_on_2": "2027"}, "bestaat niet"),
    ({"review_on_0": "31", "review_on_1": "1", "review_on_2": "1999"}, "al voorbij"),
    ({"words": "x" * 501}, "500"),
    ({"words": "a\x00b"}, "Nul"),
])  # fmt: skip
def test_a_mistake_is_said_in_words_and_loses_nothing(
    family, as_user, professional, answers, complaint
):
    answers = {"life_domain": "housing", "words": "Een eigen hoekje", **answers}
    response = send(as_user(professional), f"{family.url}doel/", **answers)
    page = words(response)
    assert response.status_code == 200
    assert complaint in page
    assert check_page(response.content.decode()) == []
    if answers["words"] == "Een eigen hoekje":
        assert "Een eigen hoekje" in page
    assert not Goal.objects.filter(life_domain="housing").exists()


def test_a_partner_adds_goals_in_the_own_domain_only(family, as_user, partner):
    client, url = as_user(partner), f"{family.url}doel/"
    assert 'value="money"' not in client.get(url).content.decode()
    response = send(client, url, life_domain="money", words="Stiekem")
    assert response.status_code == 200
    assert send(client, url, life_domain="parenting", words="Voorlezen").status_code == 302
    assert [goal.words for goal in Goal.objects.filter(words__in=["Stiekem", "Voorlezen"])] == [
        "Voorlezen"
    ]


def test_of_two_who_change_one_goal_both_texts_are_shown(family, as_user, professional, colleague):
    url = f"/werk/doelen/{family.money.pk}/"
    mine, theirs = as_user(professional), as_user(colleague)
    opened = fields(first := mine.get(url))
    assert "Cijfer nu" not in words(first)  # that one is given by looking back
    assert send(theirs, url, words="Post is niet eng").status_code == 302
    page = mine.post(url, opened | {"words": "De post kan ik aan"})
    assert page.status_code == 200
    text = words(page)
    assert "<bdi>Youssef Amrani</bdi> veranderde dit doel intussen" in text
    assert "Post is niet eng" in text
    assert "De post kan ik aan" in text
    assert 'class="wt-beside"' in text  # both texts side by side, where there is room
    assert "Er klopt iets nog niet" not in text  # nobody did anything wrong
    assert check_page(page.content.decode()) == []
    again = fields(page)
    assert again["words"] == ["De post kan ik aan"]
    assert mine.post(url, again).status_code == 302
    goal = Goal.objects.get(pk=family.money.pk)
    assert (goal.words, goal.version, goal.changed_by) == (
        "De post kan ik aan", 3, family.coordinator,
    )  # fmt: skip


def test_the_same_change_sent_twice_is_shown_not_lost(family, as_user, professional):
    url = f"/werk/doelen/{family.money.pk}/"
    response = send(as_user(professional), url, twice=True, words="Open die post")
    assert response.status_code == 200
    assert Goal.objects.get(pk=family.money.pk).version == 2


def test_a_goal_saved_as_it_stands_is_not_changed(family, as_user, professional):
    client, goal = as_user(professional), family.money
    response = send(client, f"/werk/doelen/{goal.pk}/")
    assert "Er is niets veranderd." in words(client.get(response.url))
    assert Goal.objects.get(pk=goal.pk).version == goal.version


def test_looking_back_gives_a_mark(family, as_user, professional):
    client, url = as_user(professional), f"/werk/doelen/{family.money.pk}/terugblik/"
    send(client, url, twice=True, mark="5", words="De stapel is weg.")
    review = GoalReview.objects.get()
    assert (review.mark, review.by, review.life_domain) == (5, family.coordinator, "money")
    assert "Vul een cijfer in" in words(send(client, url, mark=""))


@pytest.mark.parametrize(("how", "status"), [("gelukt", "reached"), ("loslaten", "let_go")])
def test_reached_or_let_go_with_what_was_learned(family, as_user, professional, how, status):
    client, url = as_user(professional), f"/werk/doelen/{family.money.pk}/{how}/"
    response = send(client, url, words="Samen gaat het beter.")
    assert response.status_code == 302
    assert Goal.objects.get(pk=family.money.pk).status == status
    entry = TimelineEntry.objects.order_by("at").last()
    assert "Samen gaat het beter." in entry.words
    assert entry.life_domain == "money"
    # A second thumb hears that it is done.
    again = client.post(url, {"words": ""})
    assert "Dit doel staat al anders" in words(again)
    assert send(client, f"/werk/doelen/{family.money.pk}/oppakken/").status_code == 302
    assert Goal.objects.get(pk=family.money.pk).status == "running"


def test_an_unknown_move_is_not_found(family, as_user, professional):
    url = f"/werk/doelen/{family.money.pk}/weggooien/"
    assert as_user(professional).get(url).status_code == 404


def test_a_lesson_for_colleagues_leaves_without_names(family, as_user, professional):
    client, url = as_user(professional), f"/werk/doelen/{family.money.pk}/loslaten/"
    page = words(send(client, url, words="Te vroeg.", lesson="Mark wilde eerst rust."))
    assert "Hier staat nog iets in dat naar het gezin wijst: mark" in page
    assert not OfferedLesson.objects.exists()
    send(client, url, twice=True, words="Te vroeg.", lesson="Eerst rust, dan pas geld.")
    lesson = OfferedLesson.objects.get()
    assert (lesson.words, lesson.kind) == ("Eerst rust, dan pas geld.", "goal")
    assert (lesson.life_domain, lesson.team_id) == ("money", family.case_file.team_id)
    assert not {field.name for field in OfferedLesson._meta.fields} & {"case_file", "seat", "by"}


def test_who_works_for_another_offers_no_lesson(family, as_user, partner):
    page = words(as_user(partner).get(f"/werk/doelen/{family.parenting.pk}/loslaten/"))
    assert "Waarom laten we dit los" in page
    assert "Wat kunnen collega" not in page
