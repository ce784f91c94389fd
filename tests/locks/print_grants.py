"""Print what every role may do with every table now, to compare with `grants.txt`.

Run with DATABASE_URL of a migrated database and DJANGO_SETTINGS_MODULE=wijkteam.settings.
"""

import django

django.setup()

from tests.locks.test_grants import lines  # noqa: E402

print("\n".join(lines()))
