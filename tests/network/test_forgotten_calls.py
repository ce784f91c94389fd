"""A name that is forgotten stands in no call that waits, and in no mail about it either."""

import pytest
from django.db import connection
from django.utils import timezone

from network import tasks
from network.models import Signal, VindplaatsContact
from tests.conftest import app_login
from tests.network.conftest import words
from wijkteam.models import OutboxMessage


@pytest.fixture
def called(els, damp, cafe, professional) -> VindplaatsContact:
    """Els waits to be called about what she passed on, and about a gathering."""
    damp.pick_up(professional)
    damp.answer(professional, "De verhuurder komt kijken.")
    cafe.invite(els)
    assert _to("Els Hendriks 020 130 0001") == 2
    return els


def _to(whom: str) -> int:
    return OutboxMessage.objects.filter(to=whom).count()


def forget(person: VindplaatsContact) -> None:
    VindplaatsContact.objects.filter(pk=person.pk).update(keep_until=timezone.localdate())
    with app_login():
        assert tasks.mind_people()[1] == 1


def test_with_the_name_the_calls_end(called, as_user, professional, cafe):
    page = f"/netwerk/bijeenkomsten/{cafe.pk}/"
    for url in (page, "/werk/"):
        assert "Els Hendriks" in words(as_user(professional).get(url, follow=True)), url
    forget(called)
    assert not OutboxMessage.objects.filter(to__contains="Els").exists()
    for url in (page, "/werk/"):
        said = words(as_user(professional).get(url, follow=True))
        assert "Els Hendriks" not in said
        assert "130 0001" not in said


def test_also_when_the_name_or_the_number_was_changed_since(called):
    VindplaatsContact.objects.update(name="Els de Boer")
    forget(called)
    assert not OutboxMessage.objects.filter(to__contains="Els").exists()


def test_and_when_only_the_number_was(called):
    VindplaatsContact.objects.update(phone="+31201300009")
    forget(called)
    assert not OutboxMessage.objects.filter(to__contains="Els").exists()


def test_who_is_also_called_els_is_still_called(called, cafe):
    other = VindplaatsContact.objects.create(
        vindplaats=called.vindplaats, name=called.name, phone="+31201300002"
    )
    cafe.invite(other)
    forget(called)
    assert _to("Els Hendriks 020 130 0002") == 1
    assert _to("Els Hendriks 020 130 0001") == 0


@pytest.mark.parametrize(
    ("name", "phone"),
    [("Els Hendriks-de Wit", "+31201300002"), ("Piet Bos", "+31201300001")],
    ids=["a longer name", "the number of the place"],
)
def test_another_guest_who_is_much_like_els_is_still_called(called, cafe, name, phone):
    other = VindplaatsContact.objects.create(vindplaats=called.vindplaats, name=name, phone=phone)
    cafe.invite(other)
    assert OutboxMessage.objects.filter(to__startswith=name).count() == 1
    forget(called)
    assert OutboxMessage.objects.filter(to__startswith=name).count() == 1
    assert _to("Els Hendriks 020 130 0001") == 0


def test_mail_to_the_forgotten_address_goes_too(ria, worry, cafe, professional, els):
    for person in (ria, els):
        cafe.invite(person)
    OutboxMessage.objects.filter(to=ria.email).update(status="failed")
    address = ria.email
    assert _to(address) == 1
    forget(ria)
    assert _to(address) == 0
    assert _to("Els Hendriks 020 130 0001") == 1


@pytest.mark.parametrize(("forgotten", "stays"), [
    ("Ria Smit", "Ria"), ("Ria", "Ria Smit"), ("Ria", "Jan"),
])  # fmt: skip
def test_mail_that_waits_for_another_guest_at_that_address_stays(
    ria, els, cafe, professional, forgotten, stays
):
    VindplaatsContact.objects.filter(pk=ria.pk).update(name=forgotten)
    VindplaatsContact.objects.filter(pk=els.pk).update(name=stays, email=ria.email)
    for person in (ria, els):
        person.refresh_from_db()
        cafe.invite(person)
    assert _to(ria.email) == 2
    address = ria.email
    forget(ria)
    left = OutboxMessage.objects.get(to=address)
    assert f"Hallo {stays}," in left.body


def test_nobody_is_called_who_was_forgotten_before(els, damp, cafe, professional):
    cafe.invite(els)
    forget(els)
    cafe.title = "Buurtlunch"
    cafe.change()
    told = Signal.objects.get(pk=damp.pk)
    told.pick_up(professional)
    told.answer(professional, "De verhuurder komt kijken.")
    assert not OutboxMessage.objects.filter(kind="call").exists()


def test_the_database_itself_does_it(called):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE network_vindplaatscontact SET erased_at = now(), name = 'weg',"
            " phone = '', email = '' WHERE id = %s",
            [called.pk],
        )
    assert not OutboxMessage.objects.filter(to__contains="Els").exists()
