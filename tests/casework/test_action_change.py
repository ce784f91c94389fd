"""Changing an action: nothing is lost when a colleague was first. And what comes back by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from casework.models import Action
from tests.casework.browser import fields, send, words
from tests.page import check_page
from wijkteam.models import AccessLog, Change


@pytest.fixture
def url(family):
    return f"/werk/afspraken/{family.actions['late'].pk}/"


def test_other_words_and_another_owner(family, as_user, professional, url):
    response = send(as_user(professional), url, words="Schrijven", owner=str(family.els.pk))
    assert response.url == f"{family.url}#afspraak-{family.actions['late'].pk}"
    action = Action.objects.get(pk=family.actions["late"].pk)
    assert (action.words, action.owner, action.version) == ("Schrijven", family.els, 2)
    assert AccessLog.objects.filter(act="veranderd", user=professional).exists()


def test_saving_it_as_it_stands_changes_nothing(family, as_user, professional, url):
    client, pk = as_user(professional), family.actions["late"].pk
    before = Action.objects.get(pk=pk)
    assert "Er is niets veranderd." in words(client.get(send(client, url).url))
    after = Action.objects.select_related("case_file").get(pk=pk)
    assert (after.version, after.changed_at) == (before.version, before.changed_at)
    assert after.case_file.changed_at == family.case_file.changed_at
    assert not Change.objects.filter(row_id=pk, act="UPDATE").exists()
    assert not AccessLog.objects.filter(act="veranderd", user=professional).exists()


def test_a_day_that_is_over_may_stay_and_may_not_be_chosen(as_user, professional, url):
    client = as_user(professional)
    assert send(client, url, words="Schrijven").status_code == 302  # it is late already
    page = words(send(client, url, due_0="1", due_1="1", due_2="1999"))
    assert "Deze dag is al voorbij. Kies een dag die nog komt." in page


def test_when_a_colleague_was_first_both_texts_stand_there(
    family, as_user, professional, colleague, url
):
    client = as_user(professional)
    mine = fields(client.get(url)) | {"words": "van Sanne"}
    send(as_user(colleague), url, words="van Youssef")
    response = client.post(url, mine)
    page = words(response)
    assert "<bdi>Youssef Amrani</bdi> veranderde deze afspraak intussen" in page
    assert 'class="wt-beside"' in page
    assert "Er klopt iets nog niet" not in page
    assert "van Youssef" in page
    assert 'value="van Sanne"' in page
    assert check_page(response.content.decode()) == []
    client.post(url, fields(response))
    assert Action.objects.get(pk=family.actions["late"].pk).words == "van Sanne"


def test_who_ticked_it_off_meanwhile_is_named(family, as_user, professional, url):
    client = as_user(professional)
    mine = fields(client.get(url)) | {"words": "van Sanne"}
    family.actions["late"].finish(family.colleague)
    assert client.post(url, mine).status_code == 404  # it is done: nothing to change
    assert client.get(url).status_code == 404


def test_a_partner_changes_only_what_is_in_the_own_part(family, as_user, partner, url):
    client = as_user(partner)
    assert client.get(url).status_code == 404
    own = f"/werk/afspraken/{family.actions['school'].pk}/"
    assert send(client, own, words="Gesprek met Noor en Mark").status_code == 302


def test_a_resident_and_a_stranger_stay_out(as_user, resident, stranger, url):
    assert as_user(resident).get(url).status_code == 403
    assert stranger.get(url).url.startswith("/inloggen/")


def repeating(family, owner, due, repeat="weekly") -> Action:
    action = Action(
        case_file=family.case_file, words="De post openen", owner=owner, due=due, repeat=repeat,
        created_by=family.coordinator,
    )  # fmt: skip
    action.add()
    return action


def test_the_resident_s_tick_makes_the_next_one(family, as_user, resident):
    today = timezone.localdate()
    action = repeating(family, family.resident, today - timedelta(days=15))
    for _thumb in range(2):
        as_user(resident).post(f"/mijn/afspraken/{action.pk}/klaar/")
    following = Action.objects.get(follows=action)
    assert following.due == today + timedelta(days=6)  # the same day of the week, and ahead
    assert (following.owner, following.repeat) == (family.resident, "weekly")
    assert Action.objects.filter(words="De post openen").count() == 2


def test_ticked_in_place_it_says_when_the_next_one_is(family, as_user, resident):
    """The row of the next one comes with the next page; who ticks should not think it is gone."""
    in_place = {"headers": {"HX-Request": "true"}}
    action = repeating(family, family.resident, timezone.localdate())
    client = as_user(resident)
    told = words(client.post(f"/mijn/afspraken/{action.pk}/klaar/", **in_place))
    day = date_format(timezone.localdate() + timedelta(days=7), "l j E")
    assert f"De volgende keer: {day}" in told
    back = words(client.post(f"/mijn/afspraken/{action.pk}/toch-niet/", **in_place))
    assert "De volgende keer" not in back
    once = client.post(f"/mijn/afspraken/{family.actions['own'].pk}/klaar/", **in_place)
    assert "De volgende keer" not in words(once)


def test_ticked_by_mistake_takes_the_next_one_back(family, as_user, professional):
    action = repeating(family, family.coordinator, timezone.localdate(), "monthly")
    client = as_user(professional)
    client.post(f"/werk/afspraken/{action.pk}/klaar/")
    assert Action.objects.filter(follows=action).exists()
    client.post(f"/werk/afspraken/{action.pk}/toch-niet/")
    assert not Action.objects.filter(follows=action).exists()


def test_what_happens_once_does_not_come_back(family, as_user, professional):
    as_user(professional).post(f"/werk/afspraken/{family.actions['late'].pk}/klaar/")
    assert not Action.objects.filter(follows__isnull=False).exists()


def test_agreed_with_a_repeat(family, as_user, professional):
    url = f"{family.url}afspraak/"
    send(as_user(professional), url, words="Samen wandelen", repeat="weekly")
    assert Action.objects.get(words="Samen wandelen").repeat == "weekly"
    assert "elke week" in words(as_user(professional).get(family.url))
