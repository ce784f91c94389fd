"""As each role of the database: try SELECT, INSERT, UPDATE and DELETE on every table.

What must come out stands in `grants.txt`, a table to read: S, I, U, D for the whole table, a small
letter when only some columns are allowed. A new table or a new right fails until it is written
there on purpose: `UPDATE_GRANTS=1` writes the file anew, to read before committing.
"""

import os
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from wijkteam.roles import APP_LOGIN, GROUP_ROLES, SITE_LOGIN

EXPECTED = Path(__file__).with_name("grants.txt")
ROLES = [*GROUP_ROLES, APP_LOGIN, SITE_LOGIN]
PROBES = {
    "S": "SELECT * FROM {table} LIMIT 0",
    "I": "INSERT INTO {table} DEFAULT VALUES",
    "U": "UPDATE {table} SET {columns} WHERE false",
    "D": "DELETE FROM {table} WHERE false",
}
# Tables with a path to a person that need no policy, and why.
NO_POLICY = {
    "wijkteam_teammembership": "which colleague works for which team",
    "account_emailconfirmation": "read by the app's own login only",
    "socialaccount_socialaccount": "empty for ever: nothing is kept of signing in at work",
    "socialaccount_socialtoken": "empty for ever, and nobody has a right on it",
    "guardian_userobjectpermission": "not used: nobody has a right on it",
    "guardian_groupobjectpermission": "not used: nobody has a right on it",
    "wijkteam_accessseal": "hashes, no people",
    "wijkteam_writingtime": "seconds per page, week and team: no person stands in it",
    "wijkteam_sealcheck": "whether the hashes were right, no people",
}


def tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'v', 'm', 'p') ORDER BY 1"
        )
        return [row[0] for row in cursor.fetchall()]


def columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = %s::regclass"
            " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            [table],
        )
        return [row[0] for row in cursor.fetchall()]


def allowed(role: str, statement: str) -> bool:
    """True unless the database denies it; other errors (a missing value) come after that check."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [role])
        try:
            with transaction.atomic():
                cursor.execute(statement)
        except DatabaseError as error:
            if "permission denied" in str(error):
                return False
        finally:
            transaction.set_rollback(True)
        return True


def rights(role: str, table: str) -> str:
    """What this role may do: 'SIUD', with small letters for some columns only, or '-'."""
    names = columns(table)
    found = ""
    for letter, probe in PROBES.items():
        all_columns = ", ".join(f"{name} = {name}" for name in names)
        if allowed(role, probe.format(table=table, columns=all_columns)):
            found += letter
        elif letter in "SU" and some_column(role, table, letter, names):
            found += letter.lower()
    return found or "-"


def some_column(role: str, table: str, letter: str, names: list[str]) -> bool:
    if letter == "S":
        return any(allowed(role, f"SELECT {name} FROM {table} LIMIT 0") for name in names)  # noqa: S608
    return any(allowed(role, f"UPDATE {table} SET {name} = NULL") for name in names)  # noqa: S608


def lines() -> list[str]:
    """The table as it is now, one line per table that somebody may touch."""
    short = [role.removeprefix("wijkteam_") for role in ROLES]
    out = ["table".ljust(40) + " ".join(name.ljust(16) for name in short).rstrip()]
    for table in tables():
        cells = [rights(role, table) for role in ROLES]
        out.append((table.ljust(40) + " ".join(cell.ljust(16) for cell in cells)).rstrip())
    return out


@pytest.mark.django_db
def test_each_role_may_do_just_what_the_table_says():
    found = lines()
    if os.environ.get("UPDATE_GRANTS"):
        EXPECTED.write_text("\n".join(found) + "\n")
    assert found == EXPECTED.read_text().splitlines()


@pytest.mark.django_db
def test_every_table_with_a_path_to_a_person_stands_under_a_forced_policy():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        locked = {row[0] for row in cursor.fetchall()}
    leads_to_people = {"wijkteam_user"}
    models = apps.get_models(include_auto_created=True)
    while True:
        found = {
            model._meta.db_table
            for model in models
            for field in model._meta.get_fields()
            if getattr(field, "column", None)
            and (
                field.name.endswith(("household_id", "request_id"))
                or (field.related_model and field.related_model._meta.db_table in leads_to_people)
            )
        }
        if found <= leads_to_people:
            break
        leads_to_people |= found
    assert leads_to_people - locked - set(NO_POLICY) == set()


@pytest.mark.django_db
def test_what_a_function_of_the_owner_does_its_policies_let_it_do():
    """Here the owner is a superuser, whom no policy holds; where the portal runs it is not, and a
    function would erase nothing, or fail, and no other test would see it."""
    policies = (
        "SELECT relname, string_agg(polcmd::text, '') FROM pg_class LEFT JOIN pg_policy"
        " ON polrelid = pg_class.oid AND polpermissive"
        " AND polroles && ARRAY['wijkteam_owner'::regrole::oid, 0::oid]"
        " WHERE relrowsecurity AND relforcerowsecurity GROUP BY 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(policies)
        may = {table: letters or "" for table, letters in cursor.fetchall()}
        cursor.execute(
            "SELECT proname, regexp_replace(prosrc, '--[^\n]*', '', 'g') FROM pg_proc"
            " WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        )
        bodies = cursor.fetchall()
    verbs = {"INSERT INTO ": "a", "UPDATE ": "w", "DELETE FROM ": "d", "FROM ": "r", "JOIN ": "r"}
    found = set()
    for name, body in bodies:
        for verb, table in re.findall(
            r"\b(INSERT INTO |UPDATE |DELETE FROM |FROM |JOIN )(\w+)", body
        ):
            if table in may and not {verbs[verb], "*"} & set(may[table]):
                found.add(f"{name}: {verb}{table}")
    assert found == set()
