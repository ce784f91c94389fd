"""The plan on paper and its history: what one may read, and nothing more."""

from datetime import date

from casework.models import Action, MandateQuestion
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.models import AccessLog


def test_the_plan_as_a_page_to_print(family, as_user, professional, resident):
    Action.objects.filter(pk=family.actions["late"].pk).update(due=date(2099, 3, 12))
    response = as_user(professional).get(f"{family.url}papier/")
    page = words(response)
    assert check_page(response.content.decode()) == []
    for text in [
        "Gezin Jansen",
        "post open durven maken",
        "Elke maandag",
        "Els",
        "Samen aan tafel",
        "do 12 mrt 2099",  # paper hangs there for longer than a year
    ]:
        assert text in page
    own = as_user(resident)
    resident.language = "ar"
    resident.save()
    own.cookies["django_language"] = "ar"
    for url in [family.own_url, f"{family.own_url}papier/"]:
        assert ">gezin" not in words(own.get(url))
    assert AccessLog.objects.filter(act="geprint", part="papier").exists()


def test_the_plan_as_pdf(family, as_user, professional, resident):
    for user, url in [(professional, family.url), (resident, family.own_url)]:
        response = as_user(user).get(f"{url}papier/plan.pdf")
        assert response["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF")
        assert "Jansen" not in response["Content-Disposition"]


def test_nobody_waits_for_what_was_not_asked_and_nobody_counts_on_who_left(
    family, as_user, professional
):
    question = MandateQuestion(
        case_file=family.case_file, words="Een bed voor Noor", holder=family.coordinator,
        asked_by=family.coordinator,
    )  # fmt: skip
    question.save(force_insert=True)
    client = as_user(professional)
    gone = "Wie neemt dit over?"
    assert gone not in words(client.get(family.url))
    family.colleague.leave(professional)
    page = words(client.get(f"{family.url}papier/"))
    assert "Nog niet gevraagd:" in page
    assert "We wachten op" not in page
    assert gone in page
    assert words(client.get(family.url)).count(gone) == 2


def test_what_is_not_agreed_is_on_it_where_the_whole_house_reads_that(
    family, difference, as_user, professional, resident
):
    sheets = [(professional, family.url), (resident, family.own_url)]
    for user, url in sheets:
        response = as_user(user).get(f"{url}papier/")
        assert "Wel of niet naar groep 4" in words(response)
        assert check_page(response.content.decode()) == []
    family.case_file.keep_apart(professional, True)
    for user, url in sheets:
        assert "Wel of niet naar groep 4" not in words(as_user(user).get(f"{url}papier/"))


def test_a_partner_s_paper_has_the_own_part(family, as_user, partner):
    page = words(as_user(partner).get(f"{family.url}papier/"))
    assert "met plezier naar school" in page
    assert "post open durven maken" not in page


def test_paper_is_not_for_others(family, as_user, outsider, resident, professional, stranger):
    assert as_user(outsider).get(f"{family.url}papier/plan.pdf").status_code == 404
    assert as_user(resident).get(f"{family.url}papier/").status_code == 403
    assert as_user(professional).get(f"{family.own_url}papier/").status_code == 403
    assert stranger.get(f"{family.url}papier/").url.startswith("/inloggen/")


def test_every_change_is_told_with_what_stood_there_before(family, as_user, professional):
    client = as_user(professional)
    send(client, f"/werk/doelen/{family.money.pk}/", words="Ik open mijn post", wished_mark="8")
    client.post(f"/werk/afspraken/{family.actions['late'].pk}/klaar/")
    response = client.get(f"{family.url}geschiedenis/")
    page = words(response)
    assert check_page(response.content.decode()) == []
    assert "Sanne de Wit</bdi></b> vinkte een afspraak af" in page
    assert "veranderde een doel" in page
    assert ">7</del>" in page
    assert ">8</ins>" in page
    assert "Ik wil weer zelf mijn post open durven maken</del>" in page
    # What it said then: the goal that was written down, not what it became.
    written = page.rindex("schreef een doel op")
    assert "Ik wil weer zelf mijn post open durven maken" in page[written:]
    assert "Ik open mijn post" not in page[written:]


def test_history_is_as_private_as_the_plan(family, as_user, professional, partner, resident):
    send(as_user(professional), f"/werk/doelen/{family.money.pk}/", words="Geheim voor school")
    assert "Geheim voor school" not in words(as_user(partner).get(f"{family.url}geschiedenis/"))
    assert "Geheim voor school" in words(as_user(resident).get(f"{family.own_url}geschiedenis/"))


def test_marks_are_a_line_with_words_beside_it(family, as_user, professional):
    family.money.review(family.coordinator, 5)
    page = words(as_user(professional).get(family.url))
    assert 'class="wt-spark"' in page
    assert "Cijfer: begon met 3, nu 5. Gewenst: 7." in page
    assert page.count('class="wt-spark"') == 1  # one mark is no line
