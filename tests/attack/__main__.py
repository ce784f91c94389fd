"""`make attack`: fill a made-up town, publish its quarters, attack it, write docs/attack.md.

Runs beside its own database (`python -m wijkteam.embedded run --data .data/attack`). Ends with 1
when a line fails. FAMILIES and SEED choose the town: below 2,000, since a larger
one is made of copies (wijkteam/seed_copies.py), of which no count is small.
"""

import os
import random
import sys
from pathlib import Path

import django


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkteam.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.attack import bench, report
    from tests.conftest import pytest_configure

    pytest_configure()

    families, seed = int(os.environ.get("FAMILIES", 400)), int(os.environ.get("SEED", 1))
    call_command("database_roles", verbosity=0)
    old = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        call_command("sync_roles", verbosity=0)
        call_command("seed", families=families, seed=seed)
        lines = bench.all_lines(random.Random(seed))
        words = bench.town_in_words(families, seed)
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)
    print(report.table(lines))
    Path("docs/attack.md").write_text(report.page(lines, words))
    return 0 if all(line.passed for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
