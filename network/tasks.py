"""Names have a term: ask in time whether they may stay, and forget them when it is over.

Safe to run twice, at once, or again after a kill: what was asked is written in the same transaction
as the letter, and what is forgotten is forgotten.
"""

from collections import defaultdict

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from network import letters
from network.models import Signal, VindplaatsContact
from wijkteam import database
from wijkteam.models import User

FIELDS = ["name", "keep_until", "reminded_for", "vindplaats__name", "vindplaats__holder_id"]
SIGNAL_FIELDS = ["status", "pick_up_due", "due", "chased_for", "picked_up_by", "team"]


@shared_task(name="network.mind_people")
def mind_people() -> tuple[int, int]:
    """(how many names were asked about, how many were forgotten)."""
    with database.role("worker"):
        return ask_about_names(), forget_names()


def ask_about_names() -> int:
    """One letter to each holder, about names of which the term ends within a month; each once."""
    today = timezone.localdate()
    found = VindplaatsContact.objects.to_ask_about(today).filter(vindplaats__holder__isnull=False)
    found = found.select_related("vindplaats").only(*FIELDS).order_by("pk")
    contacts = list(found.select_for_update(skip_locked=True, of=("self",)))
    of_holder: dict[int, list[VindplaatsContact]] = defaultdict(list)
    for contact in contacts:
        of_holder[contact.vindplaats.holder_id].append(contact)
    for holder in User.objects.filter(pk__in=of_holder, email__isnull=False, is_active=True):
        with transaction.atomic():
            letters.ask_to_keep(holder, of_holder[holder.pk])
            for contact in of_holder[holder.pk]:
                contact.asked_about()
    return len(contacts)


def forget_names() -> int:
    expired = VindplaatsContact.objects.expired(timezone.localdate()).only("user_id")
    for contact in expired:
        contact.erase()
    return len(expired)


@shared_task(name="network.chase_signals")
def chase_signals() -> int:
    """Remind of signals whose day is over, each day once; returns how many."""
    with database.role("worker"):
        late = Signal.objects.to_chase(timezone.localdate()).only(*SIGNAL_FIELDS)
        late = late.select_for_update(skip_locked=True, of=("self",))
        found = list(late.order_by("pk"))
        for signal in found:
            signal.chase()
    return len(found)
