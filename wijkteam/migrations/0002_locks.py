from django.db import migrations

from wijkteam.sql import locks


class Migration(migrations.Migration):
    dependencies = [
        ("wijkteam", "0001_initial"),
        ("sessions", "0001_initial"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]
    operations = [locks("wijkteam")]
