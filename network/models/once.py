"""Insert a row under a key that the form already had: sending it twice makes one row."""

from django.db import IntegrityError, models, transaction
from psycopg2.errors import UniqueViolation


def insert_once(row: models.Model) -> bool:
    """False when a row with this key is there already, seen or hidden."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if isinstance(error.__cause__, UniqueViolation):
            return False
        raise
    return True
