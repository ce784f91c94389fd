import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import phonenumber_field.modelfields
import uuid
import wijkteam.models.paper_codes
import wijkteam.models.people
import wijkteam.models.questions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='AccessSeal',
            fields=[
                ('number', models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name='zegel')),
                ('since', models.DateTimeField(verbose_name='vanaf')),
                ('until', models.DateTimeField(verbose_name='tot')),
                ('count', models.PositiveBigIntegerField(verbose_name='regels')),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64, verbose_name='controlegetal')),
                ('sealed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='verzegeld op')),
            ],
            options={
                'verbose_name': 'zegel',
                'verbose_name_plural': 'zegels',
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Neighbourhood',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10, unique=True, verbose_name='CBS-code')),
                ('name', models.CharField(max_length=80, verbose_name='naam')),
                ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='inwoners')),
            ],
            options={
                'verbose_name': 'wijk',
                'verbose_name_plural': 'wijken',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True, verbose_name='naam')),
                ('kind', models.CharField(choices=[('municipality', 'gemeente'), ('care', 'zorg'), ('welfare', 'welzijn'), ('client_support', 'onafhankelijke cliëntondersteuning'), ('debt', 'schuldhulp'), ('school', 'school'), ('gp', 'huisarts'), ('district_nurse', 'wijkverpleging'), ('youth_health', 'jeugdgezondheidszorg'), ('housing', 'woningcorporatie'), ('police', 'politie'), ('work_income', 'werk en inkomen'), ('other', 'anders')], max_length=20, verbose_name='soort')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon')),
                ('active', models.BooleanField(default=True, verbose_name='doet mee')),
            ],
            options={
                'verbose_name': 'organisatie',
                'verbose_name_plural': 'organisaties',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='SiteSession',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
            ],
            options={
                'verbose_name': 'sessie van de site van de gemeente',
                'verbose_name_plural': 'sessies van de site van de gemeente',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('password', wijkteam.models.people.PasswordField(max_length=128, verbose_name='wachtwoord')),
                ('last_login', wijkteam.models.people.LastLoginField(blank=True, null=True, verbose_name='laatst ingelogd')),
                ('email', wijkteam.models.people.WorkEmailField(blank=True, max_length=254, null=True, unique=True, verbose_name='e-mailadres')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('role', models.CharField(choices=[('resident', 'bewoner'), ('professional', 'wijkteammedewerker'), ('partner', 'professional van een andere organisatie'), ('contact', 'contactpersoon van een vindplaats'), ('team_lead', 'teamleider'), ('municipality', 'gemeente'), ('privacy_officer', 'privacyfunctionaris'), ('manager', 'applicatiebeheerder')], max_length=20, verbose_name='rol')),
                ('discipline', models.CharField(blank=True, max_length=80, verbose_name='vak')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon')),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2, verbose_name='taal')),
                ('is_active', models.BooleanField(default=True, verbose_name='actief')),
                ('is_staff', models.BooleanField(default=False, verbose_name='mag in het beheer')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='wijkteam.organisation', verbose_name='organisatie')),
            ],
            options={
                'verbose_name': 'gebruiker',
                'verbose_name_plural': 'gebruikers',
                'ordering': ['name'],
                'permissions': [('manage_reference_data', 'Mag wijken, teams en accounts beheren')],
                'constraints': [models.CheckConstraint(condition=models.Q(('email__isnull', False), ('role', 'resident'), _connector='OR'), name='user_email_unless_resident')],
            },
        ),
        migrations.CreateModel(
            name='AccessLog',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='wanneer')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('user_name', models.CharField(blank=True, max_length=120, verbose_name='wie')),
                ('role', models.CharField(blank=True, choices=[('resident', 'bewoner'), ('professional', 'wijkteammedewerker'), ('partner', 'professional van een andere organisatie'), ('contact', 'contactpersoon van een vindplaats'), ('team_lead', 'teamleider'), ('municipality', 'gemeente'), ('privacy_officer', 'privacyfunctionaris'), ('manager', 'applicatiebeheerder')], max_length=20, verbose_name='rol')),
                ('organisation', models.CharField(blank=True, max_length=120, verbose_name='organisatie')),
                ('household_id', models.UUIDField(null=True, verbose_name='gezin')),
                ('request_id', models.UUIDField(null=True, verbose_name='verzoek')),
                ('act', models.CharField(max_length=20, verbose_name='handeling')),
                ('part', models.CharField(max_length=60, verbose_name='onderdeel')),
                ('ground', models.CharField(blank=True, max_length=60, verbose_name='grond')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='reden')),
                ('correlation', models.UUIDField(verbose_name='aanvraag van de pagina')),
                ('user', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at'],
                'permissions': [('view_access_log', 'Mag zien wie waarin keek')],
                'indexes': [models.Index(fields=['household_id', '-at'], name='access_household'), models.Index(fields=['request_id', '-at'], name='access_request'), models.Index(fields=['user', '-at'], name='access_user'), models.Index(fields=['-at'], name='access_at'), models.Index(fields=['written_at', 'id'], name='access_written')],
            },
        ),
        migrations.CreateModel(
            name='AccessQuestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2)),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='vraag')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gevraagd op')),
                ('due', models.DateField(default=wijkteam.models.questions._answer_by, verbose_name='antwoord uiterlijk')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='beantwoord op')),
                ('answer_words', models.TextField(blank=True, max_length=2000, verbose_name='antwoord')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='wijkteam.accesslog')),
            ],
            options={
                'verbose_name': 'vraag over inzage',
                'verbose_name_plural': 'vragen over inzage',
                'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['due'], name='access_question_waiting'), models.Index(fields=['-answered_at'], name='access_question_answered')],
                'constraints': [models.UniqueConstraint(fields=('row', 'asked_by'), name='access_question_once'), models.CheckConstraint(condition=models.Q(models.Q(('answer_words', ''), ('answered_at', None), ('answered_by', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer_words', ''), _negated=True)), _connector='OR'), name='access_question_answer_whole')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('table_name', models.CharField(max_length=63)),
                ('row_id', models.UUIDField()),
                ('act', models.CharField(max_length=6)),
                ('case_file_id', models.UUIDField(null=True)),
                ('request_id', models.UUIDField(null=True)),
                ('life_domain', models.CharField(max_length=12, null=True)),
                ('old', models.JSONField()),
                ('new', models.JSONField()),
                ('user_id', models.BigIntegerField(null=True)),
                ('login', models.CharField(max_length=63)),
                ('role', models.CharField(max_length=63)),
                ('correlation', models.UUIDField(null=True)),
            ],
            options={
                'ordering': ['-at'],
                'indexes': [models.Index(fields=['case_file_id', '-at'], name='change_case_file'), models.Index(fields=['request_id', '-at'], name='change_request')],
            },
        ),
        migrations.CreateModel(
            name='PaperCode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField(default=wijkteam.models.paper_codes.ninety_days_from_now)),
                ('used_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='paper_codes', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Postcode',
            fields=[
                ('code', models.CharField(max_length=6, primary_key=True, serialize=False, verbose_name='postcode')),
                ('neighbourhood', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postcodes', to='wijkteam.neighbourhood')),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='SealCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gecontroleerd op')),
                ('complete', models.BooleanField(verbose_name='alles')),
                ('through', models.PositiveBigIntegerField(default=0, verbose_name='tot en met zegel')),
                ('broken', models.PositiveBigIntegerField(null=True, verbose_name='kapot zegel')),
                ('words', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'get_latest_by': 'at',
                'indexes': [models.Index(fields=['at'], name='seal_check_at')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='naam')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(max_length=128, region=None, verbose_name='telefoon')),
                ('out_of_hours_phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon buiten openingstijd')),
                ('address', models.CharField(max_length=160, verbose_name='adres')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('is_default', models.BooleanField(default=False, verbose_name='vangt onbekende postcodes op')),
                ('days_to_acknowledge', models.PositiveSmallIntegerField(default=1, verbose_name='werkdagen tot bericht')),
                ('days_to_contact', models.PositiveSmallIntegerField(default=2, verbose_name='werkdagen tot contact')),
                ('days_to_conversation', models.PositiveSmallIntegerField(default=10, verbose_name='werkdagen tot gesprek')),
                ('days_for_own_plan', models.PositiveSmallIntegerField(default=7, help_text='De wet geeft bewoners ten minste zeven dagen.', validators=[django.core.validators.MinValueValidator(7)], verbose_name='dagen voor een eigen plan')),
                ('days_to_tell_lead', models.PositiveSmallIntegerField(default=2, verbose_name='werkdagen te laat tot de teamleider het hoort')),
                ('aftercare_days', models.PositiveSmallIntegerField(blank=True, help_text='Zo lang kan het team een afgesloten dossier nog lezen. Leeg: zoals overal.', null=True, verbose_name='dagen nazorg na afsluiten')),
                ('may_decide_up_to', models.DecimalField(decimal_places=2, default=500, max_digits=8, validators=[django.core.validators.MinValueValidator(0)], verbose_name='mag de tafel zelf beslissen tot (euro)')),
                ('asks_decisions_of', models.CharField(blank=True, help_text='Staat dan al ingevuld. Bijvoorbeeld: gemeente, afdeling inkomen.', max_length=120, verbose_name='waar het team een beslissing meestal vraagt')),
            ],
            options={
                'verbose_name': 'wijkteam',
                'verbose_name_plural': 'wijkteams',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('is_default',), name='team_one_default'), models.CheckConstraint(condition=models.Q(('days_for_own_plan__gte', 7)), name='team_own_plan_week')],
            },
        ),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('mail', 'e-mail'), ('letter', 'brief om te printen'), ('call', 'bellen'), ('sms', 'sms')], max_length=10, verbose_name='soort')),
                ('to', models.CharField(max_length=320, verbose_name='aan')),
                ('subject', models.CharField(max_length=200, verbose_name='onderwerp')),
                ('body', models.TextField(verbose_name='tekst')),
                ('calendar', models.TextField(blank=True)),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2)),
                ('request_id', models.UUIDField(null=True)),
                ('household_id', models.UUIDField(null=True)),
                ('person_id', models.UUIDField(null=True)),
                ('colleague_id', models.BigIntegerField(null=True)),
                ('about_id', models.UUIDField(null=True)),
                ('status', models.CharField(choices=[('waiting', 'wacht op verzenden'), ('sent', 'verstuurd'), ('failed', 'niet gelukt')], default='waiting', max_length=10)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('send_after', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('error', models.CharField(blank=True, max_length=300)),
                ('sent_at', models.DateTimeField(null=True)),
                ('followed_up_at', models.DateTimeField(null=True)),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
            ],
            options={
                'ordering': ['created_at'],
                'indexes': [models.Index(condition=models.Q(('status', 'waiting')), fields=['send_after'], name='outbox_waiting'), models.Index(fields=['request_id'], name='outbox_request'), models.Index(condition=models.Q(('status', 'failed')), fields=['to'], name='outbox_failed'), models.Index(condition=models.Q(('about_id__isnull', False)), fields=['about_id'], name='outbox_about')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('status', 'sent')), models.Q(('status', 'sent'), _negated=True), _connector='OR'), name='outbox_sent_has_time'), models.CheckConstraint(condition=models.Q(('person_id__isnull', True), ('kind', 'mail'), _connector='OR'), name='outbox_to_person_by_mail'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['letter', 'call']), _negated=True), ('request_id__isnull', False), ('household_id__isnull', False), ('about_id__isnull', False), _connector='OR'), name='outbox_by_hand_has_a_page')],
            },
        ),
        migrations.AddField(
            model_name='neighbourhood',
            name='team',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='neighbourhoods', to='wijkteam.team', verbose_name='wijkteam'),
        ),
        migrations.CreateModel(
            name='TeamHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('phone', 'telefoon'), ('walk_in', 'inloop')], max_length=10, verbose_name='soort')),
                ('weekday', models.CharField(choices=[('0', 'maandag'), ('1', 'dinsdag'), ('2', 'woensdag'), ('3', 'donderdag'), ('4', 'vrijdag'), ('5', 'zaterdag'), ('6', 'zondag')], max_length=1, verbose_name='dag')),
                ('opens', models.TimeField(verbose_name='open')),
                ('closes', models.TimeField(verbose_name='dicht')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'openingstijd',
                'verbose_name_plural': 'openingstijden',
                'ordering': ['kind', 'weekday', 'opens'],
                'constraints': [models.UniqueConstraint(fields=('team', 'kind', 'weekday', 'opens'), name='team_hours_begin_once'), models.CheckConstraint(condition=models.Q(('opens__lt', models.F('closes'))), name='team_hours_open_first', violation_error_message='Dicht komt na open.')],
            },
        ),
        migrations.CreateModel(
            name='TeamMembership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='werkt daar tot')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='wijkteam.team', verbose_name='wijkteam')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'wijkteam van deze collega',
                'verbose_name_plural': 'wijkteams van deze collega',
                'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('user', 'team'), name='membership_once_at_a_time')],
            },
        ),
        migrations.AddField(
            model_name='user',
            name='teams',
            field=models.ManyToManyField(related_name='members', through='wijkteam.TeamMembership', to='wijkteam.team'),
        ),
        migrations.CreateModel(
            name='WritingTime',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('week', models.DateField()),
                ('page', models.CharField(max_length=60)),
                ('seconds', models.PositiveIntegerField()),
                ('times', models.PositiveIntegerField()),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wijkteam.team')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('week', 'team', 'page'), name='writing_time_once')],
            },
        ),
    ]
