"""How far away the municipality stands: the whole database as its role, column by column."""

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from tests import factories
from wijkteam import database

# Reference data, what was released and the talk about it; of accounts only the own row (see the
# test below it).
READS = {
    "casework_forwardedstuckpoint",
    "monitor_pilot", "monitor_pilot_neighbourhoods", "monitor_pilotmark", "monitor_publication",
    "monitor_publishedcell", "monitor_publishedmark", "monitor_question",
    "monitor_questionnaire", "monitor_remark",
    "monitor_story", "network_outline", "network_publicplace", "wijkteam_neighbourhood",
    "wijkteam_organisation", "wijkteam_postcode", "wijkteam_team", "wijkteam_teamhours",
    "wijkteam_user",
}  # fmt: skip


def rows(statement: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchall()


def as_municipality(user, statement: str) -> list[tuple]:
    with transaction.atomic(), database.role("municipality", user.pk):
        return rows(statement)


def columns() -> list[tuple[str, str]]:
    """Every column of every table and view that we made."""
    return rows(
        "SELECT quote_ident(relname), quote_ident(attname) FROM pg_attribute"
        " JOIN pg_class ON pg_class.oid = attrelid"
        " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p', 'f')"
        " AND attnum > 0 AND NOT attisdropped ORDER BY 1, 2"
    )


def opens(user, statement: str) -> bool:
    role = database.role("municipality", user.pk)
    try:
        with transaction.atomic(), role, connection.cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError:
        return False
    return True


def test_of_every_column_it_reads_reference_data_and_releases_alone(municipality, release):
    found = {(t, c) for t, c in columns() if opens(municipality, f"SELECT {c} FROM {t} LIMIT 1")}
    assert {table for table, _column in found} == READS
    assert ("wijkteam_user", "password") not in found


def test_of_all_accounts_it_reads_its_own(municipality, professional, resident):
    assert as_municipality(municipality, "SELECT id FROM wijkteam_user") == [(municipality.pk,)]


def test_it_writes_nowhere_but_a_reply_to_what_was_put_to_it(municipality, release):
    tables = sorted({table for table, _column in columns()})
    for table in tables:
        assert not opens(municipality, f"DELETE FROM {table} WHERE false"), table
        assert not opens(municipality, f"TRUNCATE {table} CASCADE"), table
    writes = rows(
        "SELECT DISTINCT table_name FROM information_schema.column_privileges"
        " WHERE grantee = 'wijkteam_municipality' AND privilege_type IN ('INSERT', 'UPDATE')"
    )
    assert {table for (table,) in writes} <= {
        "casework_forwardedstuckpoint", "monitor_remark", "wijkteam_accesslog",
    }  # fmt: skip


@pytest.mark.parametrize(
    "probe",
    [
        # An error, a comparison or a plan that would tell what stands in a row.
        "SELECT 1 / (SELECT count(*) - 1 FROM intake_conversationrequest)",
        "SELECT name::int FROM intake_conversationrequest",
        "SELECT count(*) FROM monitor_publication p"
        " WHERE EXISTS (SELECT 1 FROM intake_conversationrequest r WHERE r.name = 'Jo')",
        "SELECT count(*) FROM wijkteam_team t JOIN intake_clock ON true",
        "EXPLAIN ANALYZE SELECT 1 FROM intake_conversationrequest",
        "SELECT network_my_contacts()",
        "LOCK TABLE intake_conversationrequest",
        "CREATE TEMP TABLE mine AS SELECT * FROM intake_conversationrequest",
        "COPY intake_conversationrequest TO STDOUT",
        "SELECT last_value FROM wijkteam_user_id_seq",
    ],
)
def test_a_question_that_would_give_a_row_away_is_refused(municipality, team, probe):
    factories.request(team, name="Jo")
    with pytest.raises(DatabaseError, match="permission denied") as refused:
        as_municipality(municipality, probe)
    assert "Jo" not in str(refused.value)


def test_what_the_planner_knows_of_values_stays_hidden(municipality, team):
    factories.request(team, name="Jo")
    about = "SELECT tablename FROM pg_stats WHERE tablename = 'intake_conversationrequest'"
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE intake_conversationrequest")
    assert rows(about) != []
    assert as_municipality(municipality, about) == []
