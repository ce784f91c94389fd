"""Yes and no on the own page: per organisation and life domain, by whoever decides about whom."""

import pytest

from casework.models import (
    CaseFile,
    CaseFileUserObjectPermission,
    Person,
    PersonContact,
    Seat,
    SharingGround,
    SharingQuestion,
)
from tests import factories
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.models import AccessLog, OutboxMessage


def domains_of(user) -> list[str]:
    right = CaseFileUserObjectPermission.objects.filter(
        user=user, permission__codename="view_casefile"
    )
    return sorted(right.values_list("domains", flat=True).first() or [])


@pytest.fixture
def share_url(family):
    return f"/mijn/plekken/{family.partner.pk}/delen/"


def test_a_yes_of_the_resident_opens_at_once(family, as_user, resident, partner, share_url):
    theirs = as_user(partner)
    assert family.money.words not in words(theirs.get(family.url))
    page = as_user(resident).get(share_url)
    assert check_page(page.content.decode()) == []
    assert "Noor Jansen" in words(page)  # a child below 12: also about Noor alone
    send(as_user(resident), share_url, twice=True, domains=["money"], about="family",
         purpose="samen kijken")  # fmt: skip
    assert family.money.words in words(theirs.get(family.url))
    assert domains_of(partner) == ["money", "parenting"]
    ground = SharingGround.objects.get(domains=["money"])
    assert (ground.given_how, ground.given_by.user, ground.recorded_by) == (
        "portal", resident, resident
    )  # fmt: skip
    assert AccessLog.objects.filter(part="delen", act="veranderd", user=resident).count() == 2


def test_and_a_no_for_one_of_two_closes_only_that(family, as_user, resident, partner, share_url):
    send(as_user(resident), share_url, domains=["money", "housing"], about="family")
    ground = SharingGround.objects.valid().get(domains__contains=["money"])
    url = f"/mijn/delen/{ground.pk}/stoppen/"
    assert check_page(as_user(resident).get(url).content.decode()) == []
    send(as_user(resident), url, domains=["money"])
    assert domains_of(partner) == ["housing", "parenting"]
    assert family.money.words not in words(as_user(partner).get(family.url))
    rest = SharingGround.objects.valid().get(domains=["housing"])
    assert (rest.since, rest.given_by) == (ground.since, ground.given_by)


def test_yes_again_after_a_no(family, as_user, resident, partner, share_url):
    as_user(resident).post(f"/mijn/delen/{family.ground.pk}/stoppen/")
    assert as_user(partner).get(family.url).status_code == 404
    assert "Leest nu niets over u." in words(as_user(resident).get(f"{family.own_url}delen/"))
    send(as_user(resident), share_url, domains=["parenting"], about="family")
    assert as_user(partner).get(family.url).status_code == 200


def test_only_organisations_at_the_table(family, as_user, resident):
    for seat in [family.colleague, family.els, family.coordinator, family.resident]:
        assert as_user(resident).get(f"/mijn/plekken/{seat.pk}/delen/").status_code == 404


@pytest.fixture
def question(family, as_user, professional) -> SharingQuestion:
    url = f"{family.url}delen/vragen/"
    mark = Person.objects.get(user__isnull=False)
    PersonContact.write_down(mark, "mark@voorbeeld.example")
    send(as_user(professional), url, twice=True, reader=str(family.partner.pk), domains=["money"],
         purpose="schoolgeld")  # fmt: skip
    return SharingQuestion.objects.get()


def test_the_table_asks_and_the_resident_says_yes(
    question, family, as_user, resident, professional, partner
):
    mail = OutboxMessage.objects.get(to="mark@voorbeeld.example")
    assert "Regenboog" not in mail.body
    assert "Mag <bdi>De Regenboog</bdi> meelezen?" in words(as_user(resident).get(family.own_url))
    url = f"/mijn/vragen/{question.pk}/"
    assert check_page(as_user(resident).get(url).content.decode()) == []
    assert "Kies" in words(send(as_user(resident), url)) or domains_of(partner) == ["parenting"]
    send(as_user(resident), url, answer="ja")
    assert domains_of(partner) == ["money", "parenting"]
    assert as_user(resident).get(url).status_code == 404
    assert "al beantwoord" in words(as_user(resident).post(url, {"answer": "nee"}))
    assert "ja van" in words(as_user(professional).get(f"{family.url}delen/"))


def test_a_no_shares_nothing(question, as_user, resident, partner, family, professional):
    send(as_user(resident), f"/mijn/vragen/{question.pk}/", answer="nee")
    assert domains_of(partner) == ["parenting"]
    assert "nee van" in words(as_user(professional).get(f"{family.url}delen/"))


def test_a_closed_plan_asks_nothing_and_says_until_when_to_call(
    question, family, as_user, resident, professional
):
    type(family.case_file.team).objects.update(aftercare_days=14)
    CaseFile.objects.get().close(professional, "Het gaat weer.")
    page = words(as_user(resident).get(family.own_url))
    assert "meelezen?" not in page
    assert "mag u nog bellen tot en met" in page


def test_who_may_not_ask_or_answer(
    question, family, as_user, partner, client, professional, resident
):
    assert as_user(partner).get(f"{family.url}delen/vragen/").status_code == 404
    assert as_user(professional).get(f"/mijn/vragen/{question.pk}/").status_code == 403
    assert as_user(professional).get(f"{family.own_url}delen/").status_code == 403
    stranger = factories.user("Vreemd", "resident")
    for url in [f"/mijn/vragen/{question.pk}/", f"{family.own_url}delen/"]:
        assert as_user(stranger).get(url).status_code == 404
        assert "/inloggen/" in client.get(url).url
    family.case_file.close(professional, "Het gaat weer.")  # then nothing is asked any more
    home = as_user(resident)
    for url in [family.own_url, f"{family.own_url}delen/"]:
        assert "Mag <bdi>De Regenboog</bdi> meelezen?" not in words(home.get(url))
    url = f"/mijn/vragen/{question.pk}/"
    assert home.get(url).url == family.own_url
    home.post(url, {"answer": "ja"})
    assert domains_of(partner) == []


def test_inviting_may_leave_the_answer_to_the_resident(family, as_user, professional, resident):
    office = factories.organisation("Lichtpunt", "debt")
    koen = factories.user("Koen", "partner", organisation=office)
    send(as_user(professional), f"{family.url}tafel/vragen/organisatie/", person=str(koen.pk),
         domains=["money"], kind="ask", purpose="schulden", twice=True)  # fmt: skip
    assert CaseFile.objects.visible_to(koen).count() == 0
    question = SharingQuestion.objects.get()
    send(as_user(resident), f"/mijn/vragen/{question.pk}/", answer="ja")
    assert domains_of(koen) == []
    factories.says_yes(Seat.objects.get(user=koen))
    assert domains_of(koen) == ["money"]


def test_who_did_not_answer_yet_is_invited_and_not_at_the_table(
    family, as_user, resident, partner, professional
):
    client, url = as_user(resident), f"{family.own_url}delen/"
    assert "Aan uw tafel: <bdi>Femke" in words(client.get(url))
    colleague = factories.user("Koen", "partner", organisation=partner.organisation)
    Seat.invite(family.case_file, colleague, professional, "", ["parenting"])
    page = words(client.get(url))
    assert "Uitgenodigd: <bdi>Koen</bdi>" in page
    assert "<bdi>Koen</bdi>, " not in page
    Seat.objects.filter(pk=family.partner.pk).update(accepted_at=None)
    assert "Aan uw tafel:" not in words(client.get(url))
