"""S2: my case files, newest first, for an ordinary professional with 60 seats, all locks on."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework.models import CaseFile
from tests.bench.figures import Figure, note
from tests.bench.inside import TIMES, at_work, beside, visit
from tests.browser.portal import Portal
from wijkteam import database
from wijkteam.embedded import Embedded
from wijkteam.models import User

SEATS, ROWS = 60, 25
BIG = 1000  # rows: a table that must never be read from end to end
EXPLAIN = "ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF"
EMAIL = "bench@demo.example"
BECOME = "SELECT set_config('role', 'wijkteam_professional', true), \
set_config('wijkteam.user_id', %s, true), set_config('wijkteam.secret', '', true)"


def measure(portal: Portal) -> list[Figure]:
    admin = Embedded(portal.data).admin_url
    portal.do(SEATED)  # and hangs up: a connection that stays tells ten seconds later what it read
    tidy(admin)
    user = User.objects.get(email=EMAIL)
    page = visit(user, "/werk/dossiers/")
    page()
    with listening() as said:
        read_list(user)
    with listening() as said_by_page:
        page()
    with reader() as read:
        ours, theirs = beside(lambda: read_list(user), lambda: read(said))
        whole, sql = beside(page, lambda: read(said_by_page))
    note("S2 page, ms", 1000 * at_work(page, TIMES))  # to lay beside another day and hour
    note("S2 plan", plan(user, said[-1]))
    return [
        ratio("my case files, 25 of 60 seats", ours, theirs, len(said)),
        ratio("the whole page of them", whole, sql, len(said_by_page)),
        sequential(scanned(admin, page)),
    ]


def ratio(work: str, ours: float, theirs: float, queries: int) -> Figure:
    reference = f"its {queries} queries, psycopg2 alone {theirs:.2f} ms"
    return Figure("S2", work, f"{ours:.2f} ms", reference, ours / theirs, "<= 4", " x")


def sequential(tables: list[str]) -> Figure:
    found = ", ".join(tables) or "none"
    return Figure(
        "S2", "big tables read from end to end", found, f"{BIG} rows or more", len(tables), "<= 0"
    )


def read_list(user: User) -> None:
    """What the page reads first, in a transaction as that person."""
    with database.role("wijkteam_professional", user.pk):
        files = CaseFile.objects.visible_to(user).open().newest_first()
        assert len(files.select_related("household", "team")[:ROWS]) == ROWS


@contextmanager
def listening() -> Iterator[list[str]]:
    """What is asked of the database meanwhile: every SELECT, also the one that becomes someone."""
    said: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield said
    queries = [one["sql"] for one in captured.captured_queries]
    said += [one for one in queries if one.startswith("SELECT")]


@contextmanager
def reader() -> Iterator[Callable[[list[str]], None]]:
    """The same SQL in one transaction, as the same person behind the same locks, and no more."""
    server = psycopg2.connect(os.environ["DATABASE_URL"])

    def read(queries: list[str]) -> None:
        with server, server.cursor() as cursor:
            for query in queries:
                cursor.execute(query)
                cursor.fetchall()

    yield read
    server.close()


def plan(user: User, query: str) -> str:
    """How PostgreSQL finds these rows, costs left out so that it can be compared."""
    with psycopg2.connect(os.environ["DATABASE_URL"]) as server, server.cursor() as cursor:
        cursor.execute(BECOME, [str(user.pk)])
        cursor.execute(
            "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) " + query
        )
        return "\n".join(line for (line,) in cursor.fetchall())


def scanned(admin: str, work: Callable[[], Any]) -> list[str]:
    """Big tables that were read from end to end meanwhile, also inside functions and policies."""
    before = scans(admin)
    work()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
    work()
    time.sleep(1.2)
    return sorted(name for name, number in scans(admin).items() if number > before.get(name, 0))


def scans(admin: str) -> dict[str, int]:
    with psycopg2.connect(admin) as server, server.cursor() as cursor:
        cursor.execute(
            "SELECT relname, seq_scan FROM pg_stat_user_tables WHERE n_live_tup >= %s", [BIG]
        )
        return dict(cursor.fetchall())


def tidy(admin: str) -> None:
    """A fresh seed has no statistics yet."""
    server = psycopg2.connect(admin)
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    server.close()


# A professional of the first team, on 60 open files of the whole town; made once.
SEATED = f"""
DO $$
DECLARE me bigint;
BEGIN
    IF EXISTS (SELECT 1 FROM wijkteam_user WHERE email = '{EMAIL}') THEN RETURN; END IF;
    INSERT INTO wijkteam_user (is_superuser, password, email, name, role, discipline, phone,
        language, is_active, is_staff, created_at, organisation_id)
    SELECT false, '', '{EMAIL}', 'Bo Bench', role, discipline, phone, language, true, false,
        created_at, organisation_id FROM wijkteam_user WHERE email = 'sanne@demo.example'
    RETURNING id INTO me;
    INSERT INTO wijkteam_user_groups (user_id, group_id)
    SELECT me, id FROM auth_group WHERE name = 'professional';
    INSERT INTO wijkteam_teammembership (since, team_id, user_id)
    SELECT since, team_id, me FROM wijkteam_teammembership m JOIN wijkteam_user u
        ON u.id = m.user_id WHERE u.email = 'sanne@demo.example' LIMIT 1;
    CREATE TEMP TABLE mine AS SELECT id FROM casework_casefile WHERE closed_at IS NULL
        ORDER BY md5(id::text) LIMIT {SEATS};
    INSERT INTO casework_seat (id, name, from_whom, role, is_coordinator, by_experience, since,
        case_file_id, user_id, declined_words)
        SELECT gen_random_uuid(), 'Bo Bench', 'wijkteam', '', false, false, now(), id, me, ''
        FROM mine;
    INSERT INTO casework_casefileuserobjectpermission (id, coordinates, content_object_id,
        permission_id, user_id)
    SELECT gen_random_uuid(), false, mine.id, p.id, me FROM mine, auth_permission p
        WHERE p.codename IN ('view_casefile', 'write_casefile');
END $$;
"""
