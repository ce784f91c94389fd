"""A large town is a small one many times over, copied by the database itself.

Python needs some milliseconds for one made-up family, PostgreSQL for fifty. So the first families
are made one by one, and a town of more is copies of all of them. A copy is not the same to look at:
each lived some minutes earlier than the one before.

The key of a copied row is worked out from the old one and the number of the copy. So what belongs
together stays together, across tables and apps, and nobody keeps a list of who became who.
"""

from typing import Any

from django.db import connection, models

FIRST = 1_000
EARLIER = "%(number)s %% 36 * interval '5 minutes'"


def split(families: int) -> tuple[int, int]:
    """How many families are made one by one, and how many copies of all of them follow."""
    times = max(families // FIRST, 1)
    return -(-families // times), times - 1


class Copies:
    """The rows to copy, taken apart once; `make` writes one copy of all of them.

    `known` are models that another `Copies` copies under the same numbers.
    """

    def __init__(self, *known: type[models.Model]) -> None:
        self.known = set(known)
        self.taken: dict[type[models.Model], dict[str, str]] = {}

    def take(self, rows: models.QuerySet, **changes: str) -> None:
        """These rows; `changes` says in SQL what a copy has instead, by the name of a column."""
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        table, key = rows.model._meta.db_table, rows.model._meta.pk.column
        with connection.cursor() as cursor:
            cursor.execute(
                f'CREATE TEMP TABLE "copied_{table}" ON COMMIT DROP AS SELECT * FROM "{table}"'  # noqa: S608
                f' WHERE "{key}" = ANY(%s)',
                [keys],
            )
        self.known.add(rows.model)
        self.taken[rows.model] = changes

    def make(self, number: int) -> None:
        with connection.cursor() as cursor:
            for model in self.taken:
                cursor.execute(self.statement(model), {"number": number})

    def statement(self, model: type[models.Model]) -> str:
        """INSERT INTO table (columns) SELECT the same, with new keys, FROM what was taken."""
        changes, table = self.taken[model], model._meta.db_table
        columns = {
            column: changes.get(column) or self.copied(field)
            for field in model._meta.concrete_fields
            if (column := field.column)
        }
        names = ", ".join(f'"{name}"' for name in columns)
        return (
            f'INSERT INTO "{table}" ({names}) SELECT {", ".join(columns.values())}'  # noqa: S608
            f' FROM "copied_{table}" AS row'
        )

    def copied(self, field: Any) -> str:
        column = f'row."{field.column}"'
        if field.related_model in self.known or (field.primary_key and not field.related_model):
            return new(column)
        return f"{column} - {EARLIER}" if isinstance(field, models.DateTimeField) else column


def new(column: str) -> str:
    """The key that this key has in the copy; nothing stays nothing."""
    return f"md5({column} || ' ' || %(number)s)::uuid"


def stop_asking() -> None:
    """Until the end of the transaction no triggers: copies of rows that passed them pass them too.

    Only an administrator of the database may; for anybody else it is right, and slower.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() == (True,):
            cursor.execute("SET LOCAL session_replication_role = replica")


def ask_again() -> None:
    """Triggers for what comes after; and the planner learns how large the tables became."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() == (True,):
            cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("ANALYZE")
