"""Make the roles of the cluster. Idempotent; `--sql` prints what a database administrator runs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from wijkteam.choices import Role
from wijkteam.roles import APP_LOGIN, BACKUP, DATABASE_ROLE, GROUP_ROLES, OWNER, SITE_LOGIN

CREATE = """DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN
    CREATE ROLE {name} {options};
  END IF;
END $$;"""


def statements(database: str) -> list[str]:
    """The SQL, in order. Group roles cannot sign in; the app inherits nothing from them."""
    groups = ", ".join(GROUP_ROLES)
    return [
        CREATE.format(name=OWNER, options="NOLOGIN"),
        CREATE.format(name=BACKUP, options="NOLOGIN BYPASSRLS"),
        *(CREATE.format(name=name, options="NOLOGIN NOINHERIT") for name in GROUP_ROLES),
        CREATE.format(name=APP_LOGIN, options="LOGIN NOINHERIT"),
        CREATE.format(name=SITE_LOGIN, options="LOGIN NOINHERIT"),
        f"GRANT {groups} TO {APP_LOGIN};",
        f"GRANT {DATABASE_ROLE[Role.MUNICIPALITY]} TO {SITE_LOGIN};",
        f"GRANT pg_read_all_data TO {BACKUP};",
        "ALTER ROLE wijkteam_municipality SET default_transaction_read_only = on;",
        f'GRANT CONNECT, TEMPORARY ON DATABASE "{database}" TO {APP_LOGIN};',
        f'GRANT CONNECT ON DATABASE "{database}" TO {SITE_LOGIN};',
        f'REVOKE TEMPORARY ON DATABASE "{database}" FROM PUBLIC;',
        f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER};",
        f"GRANT USAGE ON SCHEMA public TO {APP_LOGIN}, {SITE_LOGIN}, {groups};",
    ]


class Command(BaseCommand):
    help = "Maak de rollen van de database (mag vaker)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sql", action="store_true", help="alleen tonen")

    def handle(self, *args: Any, sql: bool, **options: Any) -> None:
        lines = statements(connection.settings_dict["NAME"])
        if sql:
            self.stdout.write("\n".join(lines))
            return
        with connection.cursor() as cursor:
            # One at a time: two set-ups at once would both try to create the same role.
            cursor.execute("SELECT pg_advisory_lock(20261122)")
            for line in lines:
                cursor.execute(line)
            cursor.execute("SELECT pg_advisory_unlock(20261122)")
