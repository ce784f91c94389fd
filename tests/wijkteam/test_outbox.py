"""The outbox: a row is sent once, tried again when sending fails, and never lost."""

from email import message_from_bytes, policy
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import app_login
from wijkteam import database
from wijkteam.choices import MessageKind, MessageStatus
from wijkteam.models import OutboxMessage
from wijkteam.tasks import send_waiting


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.EMAIL_BACKEND = "wijkteam.mail.FolderBackend"
    settings.MAIL_FOLDER = str(tmp_path)


def post(kind=MessageKind.MAIL, to="jo@voorbeeld.example", **about) -> None:
    OutboxMessage.objects.post(kind=kind, to=to, subject="Bericht", body="Dag Jo", **about)


def test_a_message_is_sent_once(db, tmp_path):
    post()
    assert send_waiting() == 1
    assert send_waiting() == 0
    [file] = tmp_path.glob("*.eml")
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["To"], mail["Subject"], mail.get_content().strip()) == (
        "jo@voorbeeld.example", "Bericht", "Dag Jo",
    )  # fmt: skip
    assert OutboxMessage.objects.get().sent_at


def test_the_login_of_the_app_may_write_and_not_read(db):
    with app_login(), database.role("none"):
        post()
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            OutboxMessage.objects.count()
    assert OutboxMessage.objects.count() == 1


def test_a_failure_is_tried_again_later_and_stays_visible(db, settings, tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    settings.MAIL_FOLDER = str(blocked)
    post()
    send_waiting()
    message = OutboxMessage.objects.get()
    assert (message.status, message.attempts) == (MessageStatus.WAITING, 1)
    assert message.error
    for _attempt in range(10):
        OutboxMessage.objects.update(send_after=message.created_at)
        send_waiting()
    assert OutboxMessage.objects.get().status == MessageStatus.FAILED


def test_letters_and_calls_wait_for_a_person(db, tmp_path):
    post(MessageKind.LETTER, request_id=uuid4())
    post(MessageKind.CALL, about_id=uuid4())
    assert send_waiting() == 0
    assert OutboxMessage.objects.for_hand().count() == 2


@pytest.mark.parametrize("kind", [MessageKind.LETTER, MessageKind.CALL])
def test_a_letter_that_no_page_would_show_is_refused(db, kind):
    with pytest.raises(IntegrityError, match="outbox_by_hand_has_a_page"), transaction.atomic():
        post(kind)


@pytest.mark.django_db(transaction=True)
def test_a_message_that_another_sender_holds_is_passed_over(tmp_path):
    post()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT id FROM wijkteam_outboxmessage FOR UPDATE")
            assert send_waiting() == 0
            cursor.execute("ROLLBACK")
    finally:
        other.close()
    assert send_waiting() == 1
