"""A yes that becomes a no: at once, in the screen and in the database, by whoever may say it."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils import timezone

from casework.models import CaseFile, CaseFileUserObjectPermission, Seat, SharingGround
from tests import factories
from tests.casework.browser import words
from tests.conftest import app_login
from tests.page import check_page
from wijkteam import database
from wijkteam.models import AccessLog, OutboxMessage


def rights() -> set[tuple[str, str, tuple[str, ...] | None]]:
    return {
        (right.user.name, right.permission.codename, right.domains and tuple(right.domains))
        for right in CaseFileUserObjectPermission.objects.select_related("user", "permission")
    }


def test_the_coordinator_stops_in_two_steps(family, as_user, professional, partner):
    client, theirs = as_user(professional), as_user(partner)
    url = f"/werk/delen/{family.ground.pk}/stoppen/"
    assert "Stoppen met delen?" in words(client.get(url))
    assert theirs.get(family.url).status_code == 200
    assert client.post(url).url == f"{family.url}delen/"
    assert theirs.get(family.url).status_code == 404
    assert "Gestopt op" in words(client.get(f"{family.url}delen/"))
    assert AccessLog.objects.filter(part="delen", act="veranderd").count() == 1
    assert client.post(url).status_code == 404


def test_the_resident_stops_and_the_coordinator_hears(
    family, as_user, resident, partner, professional
):
    before = rights()
    client, theirs = as_user(resident), as_user(partner)
    url = f"/mijn/delen/{family.ground.pk}/stoppen/"
    page = client.get(url)
    assert check_page(page.content.decode()) == []
    assert "De Regenboog" in words(page)
    assert client.post(url).url == f"{family.own_url}delen/"
    assert theirs.get(family.url).status_code == 404
    assert CaseFile.objects.visible_to(partner).count() == 0
    gone = before - rights()
    assert {name for name, _code, _domains in gone} == {"Femke Smit"}
    mail = OutboxMessage.objects.get(to=professional.email)
    assert "Regenboog" not in mail.body
    assert client.post(url).status_code == 404


def test_what_another_ground_still_covers_stays(family, as_user, resident, partner, professional):
    SharingGround(
        case_file=family.case_file, kind="task", organisation=partner.organisation, law="Lpw",
        domains=["parenting"], purpose="leerplicht", recorded_by=professional,
    ).give()  # fmt: skip
    factories.consent(family.case_file, partner.organisation, ["money"], professional)
    Seat.objects.filter(pk=family.partner.pk).update(domains=["parenting", "money"])
    family.partner.refresh_from_db()
    family.partner.settle_rights()
    money = SharingGround.objects.get(domains=["money"])
    as_user(resident).post(f"/mijn/delen/{money.pk}/stoppen/")
    assert {domains for name, _code, domains in rights() if name == "Femke Smit"} == {
        ("parenting",)
    }


def test_a_task_by_law_is_not_the_residents_to_withdraw(family, as_user, resident, professional):
    ground = SharingGround(
        case_file=family.case_file, kind="task", organisation=family.ground.organisation,
        law="Lpw", domains=["parenting"], purpose="leerplicht", recorded_by=professional,
    )  # fmt: skip
    ground.give()
    assert as_user(resident).post(f"/mijn/delen/{ground.pk}/stoppen/").status_code == 404
    with app_login(), database.role("resident", resident.pk):
        assert SharingGround.objects.filter(pk=ground.pk).update(withdrawn_at=timezone.now()) == 0


@pytest.mark.parametrize("statement", [
    "DELETE FROM casework_casefileuserobjectpermission",
    "UPDATE casework_casefileuserobjectpermission SET until = now()",
    "INSERT INTO casework_casefileuserobjectpermission SELECT * FROM "
    "casework_casefileuserobjectpermission",
    "UPDATE casework_sharingground SET domains = '{}'",
    "UPDATE casework_seat SET until = now()",
    "UPDATE casework_casefile SET closed_at = now()",
])  # fmt: skip
def test_a_resident_touches_no_right_but_through_the_no(family, resident, statement):
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        app_login(),
        database.role("resident", resident.pk),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_withdrawing_past_our_own_code_ends_the_rights_too(family, partner):
    SharingGround.objects.filter(pk=family.ground.pk).update(withdrawn_at=timezone.now())
    assert CaseFile.objects.visible_to(partner).count() == 0


def test_a_ground_is_never_changed(family):
    def widen():
        with transaction.atomic():
            SharingGround.objects.filter(pk=family.ground.pk).update(domains=["money"])

    with pytest.raises(IntegrityError, match="only withdrawn, never changed"):
        widen()


def test_rights_end_with_the_ground(family, partner, professional):
    office = factories.organisation("Lichtpunt", "debt")
    koen = factories.user("Koen", "partner", organisation=office)
    mark = family.resident.person
    ground = SharingGround(
        case_file=family.case_file, kind="consent", organisation=office, domains=["money"],
        given_by=mark, recorded_by=professional, purpose="kort",
        until=timezone.localtime() + timedelta(days=1),
    )  # fmt: skip
    factories.says_yes(Seat.invite(family.case_file, koen, professional, "", ["money"], ground))
    assert CaseFile.objects.visible_to(koen).count() == 1
    right = CaseFileUserObjectPermission.objects.filter(user=koen)
    assert set(right.values_list("until", flat=True)) == {ground.until}


def test_a_partner_does_not_see_with_whom_else_is_shared(family, as_user, partner):
    assert "Noor" not in words(as_user(partner).get(f"{family.url}delen/"))
