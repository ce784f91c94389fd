"""Every page and message of a resident at B1: easy words, short sentences."""

import pytest
from django.conf import settings
from django.utils import timezone

from intake import letters
from intake.models import Conversation
from tests import factories, reading
from tests.conftest import LockedClient
from tests.filling import visit
from tests.intake.test_public_path import shortest
from tests.locks.matrix import addresses
from tests.locks.visitors import Family
from wijkteam.models import OutboxMessage

HARD = (
    "<main><p>Overeenkomstig het vigerende beleidskader dienen belanghebbenden voorafgaand aan "
    "de besluitvorming hun zienswijze schriftelijk kenbaar te maken aan het bevoegde gezag van "
    "de gemeente.</p></main>"
)
# Pages for whoever makes websites, not for residents.
FOR_MAKERS = {"/plekken/open-data/uitleg/"}
SIGNING_IN = [
    "/inloggen/login/", "/inloggen/login/code/", "/inloggen/password/reset/", "/inloggen/signup/",
    "/gesprek/?ander", "/bestaat-niet/", "/gesprek/bereiken/?fout=1",
]  # fmt: skip


def is_page(response) -> bool:
    return response.status_code in {200, 404} and response["Content-Type"].startswith("text/html")


def check(client, found: list[str], who: str) -> dict[str, list[str]]:
    """Address -> what is hard to read there."""
    wrong = {}
    # In one order, from the back: "who looked" comes before this walk fills it.
    for address in sorted(set(found) - FOR_MAKERS, reverse=True):
        response = client.get(address)
        blocks = reading.blocks_of(response.content.decode()) if is_page(response) else []
        problems = reading.problems(blocks) if blocks else []
        if problems:
            wrong[f"{who} {address}"] = problems
    return wrong


@pytest.mark.django_db
def test_pages_of_a_stranger_and_of_a_resident():
    family = Family()
    urls = [url for _name, url in addresses(family)] + SIGNING_IN
    stranger = LockedClient()
    wrong = check(stranger, urls, "stranger")
    shortest(stranger)
    drafting = [url for url in urls if url.startswith("/gesprek/")]
    wrong |= check(stranger, drafting, "half-way")
    visit(stranger, "/gesprek/controle/").press("Versturen")
    wrong |= check(stranger, drafting, "sent")
    resident = LockedClient()
    resident.force_login(family.users["resident"], backend=settings.AUTHENTICATION_BACKENDS[0])
    wrong |= check(resident, urls, "resident")
    assert not wrong, "\n".join(
        f"{where}: {what}" for where, whats in wrong.items() for what in whats
    )


@pytest.mark.django_db
def test_messages(team, professional):
    asked = factories.request(team, "Jo", email="jo@voorbeeld.example", address="Lindeplein 4")
    asked.take(professional)
    asked.handover_on = timezone.localdate()
    talk = Conversation(request=asked, professional=professional, planned_at=timezone.now())
    talk.save(force_insert=True)
    talk.agreed = "We bellen."
    for write in (letters.received, letters.withdrawn, letters.handed_over):
        write(asked)
    for write in (letters.planned, letters.cancelled, letters.report_ready, letters.report_letter):
        write(talk)
    letters.contact_changed(asked, "oud@voorbeeld.example")
    letters.resume("jo@voorbeeld.example", "ACDEFGHJ", "nl")
    sent = OutboxMessage.objects.values_list("subject", "body")
    assert len(sent) == 9
    wrong = {}
    for subject, body in sent:
        blocks = [line for line in [subject, *body.splitlines()] if "://" not in line]
        problems = reading.problems([one for one in blocks if reading.words_of(one)])
        if problems:
            wrong[subject] = problems
    assert not wrong, "\n".join(
        f"{where}: {what}" for where, whats in wrong.items() for what in whats
    )


def test_what_is_hard_is_found():
    blocks = reading.blocks_of(HARD)
    assert reading.ease(blocks) < 40
    assert {"vigerende", "beleidskader"} <= reading.rare(blocks)
    assert any(one.startswith("long") for one in reading.problems(blocks))
    easy = reading.blocks_of('<main><p>Wij bellen u. <input dir="ltr"> Dat is gratis.</p></main>')
    assert reading.sentences_of(easy) == ["Wij bellen u", "Dat is gratis"]
    assert reading.problems(easy) == []
