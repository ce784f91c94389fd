"""What leaves: texts, calendar files, reminders, what came back and what left late."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.core.management import call_command
from django.utils import timezone

from intake.choices import ReachBy
from intake.models import Conversation
from intake.reminders import remind
from intake.tasks import follow_up_failed
from tests import factories
from tests.intake.team_doors import words
from wijkteam.models import OutboxMessage
from wijkteam.tasks import send_waiting
from wijkteam.workdays import is_working_day

NOTICE = b"""From: mailer-daemon@server.example
To: wijkteam@voorbeeldstad.example
Message-ID: <notice-1@server.example>
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="B"
MIME-Version: 1.0

--B
Content-Type: text/plain

I could not deliver your mail.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; server.example

Final-Recipient: rfc822; jo@voorbeeld.example
Action: ACTION
Status: STATUS
Diagnostic-Code: smtp; 550 no such user
--B
Content-Type: text/rfc822-headers

To: jo@voorbeeld.example
Message-ID: <NUMBER@wijkteam>
X-Outbox-Id: NUMBER
--B--
"""


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_BACKEND = "wijkteam.mail.FolderBackend"
    settings.MAIL_FOLDER = str(tmp_path)
    settings.SMS_BACKEND = "wijkteam.sms.to_folder"
    return tmp_path


def texter(team, professional, **fields):
    made = factories.request(team, "Jo", reach_by=ReachBy.TEXT, **fields)
    made.take(professional)
    return made


def planned(request, professional, days: int = 1) -> Conversation:
    at = timezone.localtime().replace(hour=10, minute=30) + timedelta(days=days)
    talk = Conversation(request=request, planned_at=at, place="home", address="Lindeplein 12",
                        professional=professional)  # fmt: skip
    talk.plan(professional)
    return talk


def next_day_off(talk) -> int:
    """Days until the planned day, from the last working day before it."""
    day = timezone.localdate(talk.planned_at) - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def came_back(tmp_path, message, action="failed", status="5.1.1") -> None:
    notice = NOTICE.replace(b"NUMBER", str(message.pk).encode())
    notice = notice.replace(b"ACTION", action.encode()).replace(b"STATUS", status.encode())
    (tmp_path / "notice").write_bytes(notice)
    call_command("read_bounces", tmp_path / "notice", stdout=_Quiet())


class _Quiet:
    def write(self, text: str) -> None: ...


def typed(professional) -> dict:
    day = timezone.localdate() + timedelta(days=6)
    return {"day_0": day.day, "day_1": day.month, "day_2": day.year, "time": "10.30",
            "place": "home", "professional": professional.pk}  # fmt: skip


def test_the_mail_brings_the_appointment_and_takes_it_back(as_user, professional, jo, folder):
    client = as_user(professional)
    client.post(f"/werk/verzoeken/{jo.pk}/plannen/", typed(professional))
    talk = jo.conversations.get()
    client.post(f"/werk/gesprek/{talk.pk}/afzeggen/", {"words": ""})
    send_waiting()
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    calendars = [next(mail.iter_attachments()).get_content() for mail in mails]
    invite, taken_back = sorted(calendars, key=lambda text: "CANCEL" in text)
    assert "STATUS:CONFIRMED" in invite
    assert "SEQUENCE:1" in taken_back
    assert "METHOD:CANCEL" in taken_back
    for text in calendars:
        assert "Jo" not in text
        assert "Lindeplein" not in text


def test_who_chose_a_text_gets_a_text_without_a_name(as_user, professional, team, folder):
    jo = texter(team, professional)
    as_user(professional).post(f"/werk/verzoeken/{jo.pk}/plannen/", typed(professional))
    message = OutboxMessage.objects.get()
    assert (message.kind, message.to) == ("sms", "+31612345678")
    assert "Jo" not in message.body
    assert "10.30" in message.body
    assert len(message.body) <= 160
    send_waiting()
    message.refresh_from_db()
    assert message.status == "sent"
    assert len(list(folder.glob("*.eml"))) == 1


@pytest.mark.parametrize("why", ["no backend", "shared phone"])
def test_without_texts_or_on_a_shared_phone_somebody_calls(
    as_user, professional, team, settings, folder, why
):
    leave = None
    if why == "no backend":
        settings.SMS_BACKEND = ""
    else:
        leave = False
    jo = texter(team, professional, may_leave_message=leave)
    as_user(professional).post(f"/werk/verzoeken/{jo.pk}/plannen/", typed(professional))
    assert OutboxMessage.objects.get().kind == "call"


def test_a_broken_backend_is_tried_again_and_holds_up_nobody(team, settings, folder):
    settings.SMS_BACKEND = "no.such.thing"
    for kind, to in [("sms", "+31612345678"), ("mail", "jo@voorbeeld.example")]:
        OutboxMessage.objects.post(kind=kind, to=to, subject="x", body="x")
    send_waiting()
    assert set(OutboxMessage.objects.values_list("kind", "status")) == {
        ("sms", "waiting"), ("mail", "sent"),
    }  # fmt: skip


def test_the_day_before_a_mail_goes_out_once(jo, professional):
    talk = planned(jo, professional, days=4)
    day_before = timezone.localdate(talk.planned_at) - timedelta(days=1)
    assert remind(day_before - timedelta(days=2)) == 0
    assert remind(day_before) == 1
    assert remind(day_before) == 0
    mail = OutboxMessage.objects.get()
    assert mail.kind == "mail"
    assert "BEGIN:VCALENDAR" in mail.calendar
    talk.planned_at += timedelta(hours=2)
    talk.move(professional)
    assert remind(day_before) == 1


def test_a_call_is_put_down_on_the_last_working_day_before(team, professional):
    jo = factories.request(team, "Jo")
    jo.take(professional)
    talk = planned(jo, professional, days=7)
    assert remind(next_day_off(talk)) == 1
    assert OutboxMessage.objects.get().kind == "call"


def test_a_conversation_that_was_called_off_is_not_reminded_of(jo, professional):
    talk = planned(jo, professional)
    talk.cancel(professional)
    assert remind() == 0


def test_mail_that_came_back_is_called_about(as_user, jo, professional, folder, tmp_path):
    OutboxMessage.objects.post(kind="mail", to=jo.email, subject="Afspraak", body="Morgen",
                               team_id=jo.team_id, request_id=jo.pk)  # fmt: skip
    send_waiting()
    message = OutboxMessage.objects.get()
    came_back(tmp_path, message)
    came_back(tmp_path, message)
    assert follow_up_failed() == 1
    assert follow_up_failed() == 0
    message.refresh_from_db()
    assert message.status == "failed"
    assert "550 no such user" in message.error
    call = OutboxMessage.objects.get(kind="call")
    assert (call.body, call.request_id) == ("Morgen", jo.pk)
    assert "06" in call.to
    to_holder = OutboxMessage.objects.get(to=professional.email)
    assert jo.readable_reference in to_holder.body
    assert "Jo" not in to_holder.body.replace(jo.readable_reference, "")
    jo.refresh_from_db()
    assert jo.status == "acknowledged"
    day = words(as_user(professional).get("/werk/"))
    assert "Nog te bellen of te printen" in day
    assert call.to in day


def test_a_delay_or_a_notice_about_nothing_changes_nothing(jo, folder, tmp_path):
    OutboxMessage.objects.post(kind="mail", to=jo.email, subject="x", body="x",
                               request_id=jo.pk)  # fmt: skip
    send_waiting()
    message = OutboxMessage.objects.get()
    came_back(tmp_path, message, action="delayed", status="4.4.1")
    (tmp_path / "notice").write_bytes(b"\xff\x00 no mail at all")
    call_command("read_bounces", tmp_path / "notice", stdout=_Quiet())
    message.refresh_from_db()
    assert message.status == "sent"


def test_what_left_late_says_so_to_reader_and_team(as_user, jo, professional, folder):
    OutboxMessage.objects.post(kind="mail", to=jo.email, subject="x", body="Morgen",
                               team_id=jo.team_id, request_id=jo.pk)  # fmt: skip
    OutboxMessage.objects.update(created_at=timezone.now() - timedelta(hours=3))
    send_waiting()
    mail = message_from_bytes(next(folder.glob("*.eml")).read_bytes(), policy=policy.default)
    assert "later verstuurd" in mail.get_content()
    html = words(as_user(professional).get(f"/werk/verzoeken/{jo.pk}/"))
    assert "later dan bedoeld" in html
