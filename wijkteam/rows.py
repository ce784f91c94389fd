"""Rows that stand on a page by the dozen, and questions that every page asks.

For `action.words` Django tries `action["words"]` first, and a model makes an error of it each time:
two thousand on a long page, a fifteenth of its time. And it gives every value of every row by way
of its field, one by one, though what the database answers needs no looking after.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, Generic, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.base import ModelState

M = TypeVar("M", bound=models.Model)
by_name = object.__getattribute__


class Row(models.Model):
    """A model of plain fields: none that makes something else of a value that is set."""

    __getitem__ = by_name

    class Meta:
        abstract = True

    # The stubs are of a newer Django, which says one thing more.
    @classmethod
    def from_db(  # type: ignore[override]
        cls, db: str | None, field_names: Collection[str], values: Iterable[Any]
    ) -> Self:
        new = cls.__new__(cls)
        new._state = ModelState()
        new._state.adding, new._state.db = False, db
        new.__dict__.update(zip(field_names, values, strict=True))
        return new

    def knows(self, **others: models.Model | None) -> None:
        """The rows that this one points to, read already; None: this visitor may not see it."""
        self._state.fields_cache.update(others)


class Columns(Generic[M]):
    """All columns of one model in a question that is written by hand, and the row that they make.

    For what every page asks: Django takes longer to write it than the answer takes.
    """

    def __init__(self, model: type[M], table: str, without: Collection[str] = ()) -> None:
        fields = model._meta.concrete_fields
        self.model, self.table = model, table
        self.fields: list[Any] = [field for field in fields if field.attname not in without]
        self.names = [field.attname for field in self.fields]

    def __str__(self) -> str:
        """As far as this visitor may ask for them (see `KeptField`)."""
        return ", ".join(
            field.select_format(None, f"{self.table}.{field.column}", ())[0]
            for field in self.fields
        )

    def row(self, values: Iterator[Any]) -> M:
        """The next of these values, as one row."""
        return self._made(list(islice(values, len(self.names))))

    def row_or_none(self, values: Iterator[Any]) -> M | None:
        """The same, where there may be nobody: then all of them are empty."""
        mine = list(islice(values, len(self.names)))
        return None if mine[0] is None else self._made(mine)

    def _made(self, mine: list[Any]) -> M:
        return self.model.from_db(DEFAULT_DB_ALIAS, self.names, mine)
