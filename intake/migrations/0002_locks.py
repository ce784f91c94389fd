from django.db import migrations

from wijkteam.sql import locks


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
        ("wijkteam", "0002_locks"),
        ("network", "0002_locks"),
        ("casework", "0002_locks"),
    ]
    operations = [locks("intake")]
