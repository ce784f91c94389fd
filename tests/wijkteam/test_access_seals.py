"""Seals on the access log: made once an hour is over, and broken by whoever touches a row."""

from datetime import datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone

from tests import factories
from wijkteam import seals_file, tasks
from wijkteam.choices import Role
from wijkteam.models import AccessLog, AccessSeal, OutboxMessage, SealCheck

HOUR = timedelta(hours=1)
# Not long ago: every hour from then until now is looked at, the empty ones too.
FIRST = (timezone.now() - timedelta(days=2)).replace(minute=0, second=0, microsecond=0)


def write(moment: datetime, **values) -> AccessLog:
    """A row as the database stamped it at `moment`."""
    row = AccessLog.objects.create(
        act="bekeken", part="plan", correlation=uuid4(), at=moment, **values
    )
    AccessLog.objects.filter(pk=row.pk).update(written_at=moment)
    return row


@pytest.fixture
def rows(db) -> list[AccessLog]:
    """Three hours with rows, an empty one between them, and the hour that runs."""
    rows = [write(FIRST + hours * HOUR) for hours in [0, 0, 1, 3]]
    AccessLog.objects.create(act="bekeken", part="nu", correlation=uuid4())
    return rows


def verified(**options) -> None:
    call_command("verify_access_log", **options)


def seals() -> list[tuple[int, int]]:
    return list(AccessSeal.objects.order_by("number").values_list("number", "count"))


def test_each_hour_that_is_over_is_sealed_once(rows, capsys):
    assert tasks.seal_access_log() == 3
    assert tasks.seal_access_log() == 0
    assert seals() == [(1, 2), (2, 1), (3, 1)]
    verified()
    assert "3 zegels kloppen; 1 regels nog niet verzegeld." in capsys.readouterr().out


@pytest.mark.parametrize("column", ["user_name", "why", "part", "ground", "organisation"])
def test_a_changed_row_is_found_and_its_seal_named(rows, column):
    tasks.seal_access_log()
    AccessLog.objects.filter(pk=rows[2].pk).update(**{column: "iets anders"})
    with pytest.raises(CommandError, match="Zegel 2 klopt niet: een regel of het zegel zelf"):
        verified()


def test_a_deleted_row_is_found(rows):
    tasks.seal_access_log()
    rows[0].delete()
    with pytest.raises(CommandError, match="Zegel 1 klopt niet: er zijn 1 regels in plaats van 2"):
        verified()


def test_a_row_slipped_in_afterwards_is_found(rows):
    tasks.seal_access_log()
    write(FIRST + HOUR / 2)
    with pytest.raises(CommandError, match="Zegel 1 klopt niet: er zijn 3 regels in plaats van 2"):
        verified()


def test_a_removed_seal_is_found(rows):
    tasks.seal_access_log()
    AccessSeal.objects.filter(number=2).delete()
    with pytest.raises(CommandError, match="Zegel 3 klopt niet: een zegel ontbreekt"):
        verified()


def test_a_log_that_was_sealed_anew_differs_from_the_mail_and_the_file(rows, settings, tmp_path):
    settings.SEALS_FILE = str(tmp_path / "zegels.txt")
    tasks.seal_access_log()
    mailed = str(AccessSeal.objects.get(number=1))
    rows[0].delete()
    AccessSeal.objects.all().delete()
    settings.SEALS_FILE, file = "", settings.SEALS_FILE
    tasks.seal_access_log()
    verified()
    for outside in [{"expect": mailed}, {"file": file}]:
        with pytest.raises(CommandError, match="Zegel 1 is hier anders dan buiten"):
            verified(**outside)


def test_the_file_gets_every_seal_once_also_after_a_kill(rows, settings, tmp_path):
    file = tmp_path / "zegels.txt"
    settings.SEALS_FILE = str(file)
    tasks.seal_access_log()
    whole = file.read_text()
    file.write_text(whole.splitlines(keepends=True)[0] + whole.splitlines()[1][:30])
    seals_file.append()
    assert seals_file.read(file) == dict(AccessSeal.objects.values_list("number", "hash"))


def test_officers_get_each_seal_by_mail_and_a_broken_one_once(rows):
    officer = factories.user("Karim Haddad", Role.PRIVACY_OFFICER)
    tasks.seal_access_log()
    mails = OutboxMessage.objects.filter(to=officer.email)
    assert mails.count() == 3
    assert str(AccessSeal.objects.get(number=2)) in mails.get(subject__startswith="Zegel 2").body
    rows[3].delete()
    tasks.check_every_seal()
    tasks.check_every_seal()
    assert mails.filter(subject__contains="klopt niet").count() == 1
    assert SealCheck.objects.latest().broken == 3


def test_unreadable_words_of_a_mail_are_said_plainly(rows):
    with pytest.raises(CommandError, match="Onleesbaar"):
        verified(expect="geen zegel")


@pytest.mark.django_db(transaction=True)
def test_two_sealing_runs_at_once_make_one_chain():
    for hour in range(12):
        write(FIRST + hour * HOUR)
    start, made = Barrier(2), []

    def run() -> None:
        start.wait()
        made.append(tasks.seal_access_log())
        connections.close_all()

    both = [Thread(target=run) for _each in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    tasks.seal_access_log()
    assert sum(made) <= 12
    assert seals() == [(number, 1) for number in range(1, 13)]
    verified()


@pytest.mark.django_db(transaction=True)
def test_an_hour_in_which_someone_still_writes_waits():
    """The row is stamped in the old hour and committed in the next: no seal until then."""
    write(FIRST)
    hour = int(FIRST.timestamp()) // 3600
    held, over = Barrier(2), Barrier(2)

    def writer() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock_shared(7513, %s)", [hour])
            held.wait()
            over.wait()
            # By hand: a server that is busy takes its time to notice that a connection ended.
            cursor.execute("SELECT pg_advisory_unlock_shared(7513, %s)", [hour])
        connections.close_all()

    thread = Thread(target=writer)
    thread.start()
    held.wait()
    first = tasks.seal_access_log()
    over.wait()
    thread.join()
    assert (first, tasks.seal_access_log()) == (0, 1)
