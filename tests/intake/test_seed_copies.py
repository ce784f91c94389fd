"""A large town: families beyond the first are copies, whole and each with keys of its own."""

import random

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Count

from casework import seed as casework_seed
from casework.models import CaseFile, Person, Signpost
from intake import seed as intake_seed
from intake import seed_copies
from intake.models import ConversationRequest
from wijkteam import references
from wijkteam import seed as ground_seed
from wijkteam import seed_copies as copying

FAMILIES, FIRST = 300, 100


@pytest.fixture
def town(db, monkeypatch) -> None:
    monkeypatch.setattr(copying, "FIRST", FIRST)
    rng = random.Random(1)
    for part in (ground_seed, casework_seed, intake_seed, seed_copies):
        part.seed(FAMILIES, rng)


def dangling() -> list[str]:
    """Columns with a key of a row that is not there: a copy comes in without being asked."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is None:
                continue
            other = field.related_model._meta
            column, there = field.column, field.target_field.column
            query = (
                f'SELECT count(*) FROM "{model._meta.db_table}" a WHERE a."{column}" IS NOT NULL'
                f' AND NOT EXISTS (SELECT 1 FROM "{other.db_table}" b'
                f' WHERE b."{there}" = a."{column}")'
            )
            with connection.cursor() as cursor:
                cursor.execute(query)
                if cursor.fetchone() != (0,):
                    found.append(f"{model.__name__}.{field.name}")
    return found


def test_a_copy_is_whole_and_has_keys_of_its_own(town):
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("origin",)  # what comes after is guarded again
    assert dangling() == []
    files = CaseFile.objects.annotate(seats_there=Count("seats"))
    assert files.filter(seats_there=0).count() == 0
    assert CaseFile.objects.count() >= FAMILIES // 5
    requests = list(ConversationRequest.objects.all())
    assert FAMILIES <= len(requests) < FAMILIES * 1.2
    for request in requests[:: len(requests) // 20]:
        assert references.normal_reference(request.reference) == request.reference
        assert request.lookup_keys == request.keys()
    assert ConversationRequest.objects.exclude(case_file=None).count() > FIRST // 5
    numbers = Signpost.objects.exclude(address_key="").values("address_key", "number")
    assert numbers.count() == numbers.distinct().count()
    assert Person.objects.filter(user__email="mark@demo.example").count() == 1


def test_a_small_town_has_no_copies():
    assert copying.split(200) == (200, 0)
    assert copying.split(100_000) == (1_000, 99)
    first, copies = copying.split(25_001)
    assert first * (copies + 1) >= 25_001
