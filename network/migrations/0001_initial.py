import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.utils.timezone
import network.alike
import network.models.gatherings
import network.models.links
import network.models.people
import network.models.signal
import pgtrigger.compiler
import pgtrigger.migrations
import phonenumber_field.modelfields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wijkteam', '0001_initial'),
        ('wijkteam', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Outline',
            fields=[
                ('neighbourhood', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='outline', serialize=False, to='wijkteam.neighbourhood')),
                ('geometry', models.JSONField(verbose_name='omtrek')),
                ('latitude', models.FloatField(verbose_name='breedtegraad van het midden')),
                ('longitude', models.FloatField(verbose_name='lengtegraad van het midden')),
            ],
            options={
                'verbose_name': 'omtrek van een wijk',
                'verbose_name_plural': 'omtrekken van wijken',
            },
        ),
        migrations.CreateModel(
            name='Gathering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, verbose_name='hoe heet het')),
                ('starts_at', models.DateTimeField(verbose_name='wanneer')),
                ('ends_at', models.DateTimeField(verbose_name='tot')),
                ('where', models.CharField(blank=True, max_length=160, verbose_name='waar')),
                ('about', models.TextField(blank=True, max_length=1000, verbose_name='waar gaat het over')),
                ('notes', models.TextField(blank=True, max_length=4000, verbose_name='wat kwam er op tafel')),
                ('key', models.CharField(default=network.models.gatherings.new_key, editable=False, max_length=32, unique=True)),
                ('sequence', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('cancelled_at', models.DateTimeField(editable=False, null=True)),
                ('by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gatherings', to='wijkteam.team', verbose_name='van welk wijkteam')),
            ],
            options={
                'verbose_name': 'bijeenkomst',
                'verbose_name_plural': 'bijeenkomsten',
                'ordering': ['-starts_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='gathering_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='RegisterImport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('file_name', models.CharField(max_length=200)),
                ('columns', models.JSONField(default=list)),
                ('unknown_columns', models.JSONField(default=list)),
                ('rows', models.JSONField(default=list)),
                ('done_at', models.DateTimeField(null=True)),
                ('added', models.PositiveIntegerField(default=0)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ingelezen lijst',
                'verbose_name_plural': 'ingelezen lijsten',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('individual', 'over één persoon of gezin'), ('collective', 'over de buurt')], max_length=10, verbose_name='waar gaat het over')),
                ('person_knows', models.BooleanField(null=True, verbose_name='weet deze persoon dat u dit doorgeeft')),
                ('about_name', models.CharField(blank=True, max_length=120, verbose_name='om wie gaat het')),
                ('about_reach', models.CharField(blank=True, max_length=200, verbose_name='hoe kunnen wij deze persoon bereiken')),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=20, verbose_name='waar heeft het mee te maken')),
                ('how_many', models.PositiveIntegerField(blank=True, null=True, verbose_name='om hoeveel mensen gaat het')),
                ('since', models.CharField(blank=True, max_length=80, verbose_name='sinds wanneer ziet u dit')),
                ('words', models.TextField(max_length=4000, verbose_name='wat ziet u')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('route', models.CharField(choices=[('account', 'zelf doorgegeven, met een account'), ('link', 'zelf doorgegeven, met een link'), ('phone', 'aan de telefoon of bij een bezoek'), ('gathering', 'op een bijeenkomst')], default='account', editable=False, max_length=10, verbose_name='hoe kwam het binnen')),
                ('status', models.CharField(choices=[('new', 'nieuw'), ('picked_up', 'opgepakt'), ('answered', 'beantwoord')], default='new', editable=False, max_length=10)),
                ('pick_up_due', models.DateField(default=network.models.signal.pick_up_day, editable=False, verbose_name='opgepakt uiterlijk')),
                ('due', models.DateField(default=network.models.signal.answer_day, editable=False, verbose_name='antwoord uiterlijk')),
                ('chased_for', models.DateField(editable=False, null=True)),
                ('picked_up_at', models.DateTimeField(editable=False, null=True)),
                ('feedback', models.TextField(blank=True, max_length=4000, verbose_name='wat ervan kwam')),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
                ('answered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gathering', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='network.gathering')),
                ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='wijkteam.neighbourhood', verbose_name='in welke wijk')),
                ('noted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('picked_up_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='picked_up_signals', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'signaal',
                'verbose_name_plural': 'signalen',
                'ordering': ['-sent_at'],
                'permissions': [('send_signal', 'Mag een signaal doorgeven')],
                'indexes': [models.Index(condition=models.Q(('status', 'answered'), _negated=True), fields=['team', 'due'], name='signal_open_by_team')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('status', 'answered'), _negated=True), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), ('feedback__regex', '\\S')), _connector='OR'), name='signal_answered_has_feedback'), models.CheckConstraint(condition=models.Q(models.Q(('picked_up_by__isnull', True), ('status', 'new')), models.Q(models.Q(('status', 'new'), _negated=True), ('picked_up_by__isnull', False)), _connector='OR'), name='signal_picked_up_by_someone'), models.CheckConstraint(condition=models.Q(models.Q(('noted_by__isnull', True), ('route__in', ['account', 'link'])), models.Q(('noted_by__isnull', False), ('route__in', ['phone', 'gathering'])), _connector='OR'), name='signal_told_is_noted_by_someone'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'individual'), ('person_knows__isnull', False)), models.Q(('kind', 'collective'), ('person_knows__isnull', True)), _connector='OR'), name='signal_individual_says_knows'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'individual'), ('person_knows', True)), models.Q(('about_name', ''), ('about_reach', '')), _connector='OR'), name='signal_name_only_when_known'), models.CheckConstraint(condition=models.Q(('kind', 'individual'), models.Q(('neighbourhood__isnull', False), models.Q(('life_domain', ''), _negated=True)), _connector='OR'), name='signal_collective_has_theme')],
            },
        ),
        migrations.CreateModel(
            name='SignalStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('words', models.CharField(max_length=500, verbose_name='wat doen we eraan')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='network.signal')),
            ],
            options={
                'verbose_name': 'stap',
                'verbose_name_plural': 'stappen',
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Vindplaats',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('formality', models.CharField(choices=[('formal', 'formeel'), ('informal', 'informeel')], default='informal', max_length=8, verbose_name='formeel of informeel')),
                ('kind', models.CharField(choices=[('school', 'school of kinderopvang'), ('gp', 'huisarts of gezondheidscentrum'), ('community_centre', 'buurthuis'), ('library', 'bibliotheek'), ('faith', 'kerk, moskee of ander gebedshuis'), ('housing', 'woningcorporatie of huismeester'), ('police', 'wijkagent'), ('district_nurse', 'wijkverpleging'), ('youth_health', 'jeugdgezondheidszorg'), ('work_income', 'werk en inkomen'), ('debt', 'schuldhulp'), ('food', 'voedselbank of eettafel'), ('sport', 'sport of vereniging'), ('shop', 'winkel of markt'), ('meeting', 'inloop of ontmoeting'), ('initiative', 'initiatief van bewoners'), ('volunteer', 'vrijwilliger'), ('confidant', 'vertrouwenspersoon in de buurt'), ('other', 'iets anders')], max_length=20, verbose_name='soort plek')),
                ('address', models.CharField(blank=True, max_length=160, verbose_name='adres')),
                ('postcode', models.CharField(blank=True, max_length=6, verbose_name='postcode')),
                ('latitude', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='breedtegraad')),
                ('longitude', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='lengtegraad')),
                ('life_domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=20), blank=True, default=list, size=None, verbose_name='wat de plek ziet')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('nl', 'Nederlands'), ('en', 'Engels'), ('ar', 'Arabisch'), ('tr', 'Turks'), ('pl', 'Pools'), ('uk', 'Oekraïens'), ('ti', 'Tigrinya'), ('zgh', 'Berbers'), ('so', 'Somalisch'), ('fa', 'Farsi of Dari'), ('ku', 'Koerdisch'), ('pap', 'Papiaments'), ('srn', 'Sranantongo'), ('es', 'Spaans'), ('fr', 'Frans'), ('bg', 'Bulgaars'), ('ro', 'Roemeens'), ('zh', 'Chinees'), ('dse', 'Nederlandse gebarentaal')], max_length=3), blank=True, default=list, size=None, verbose_name='talen die er gesproken worden')),
                ('reaches', models.CharField(blank=True, max_length=300, verbose_name='wie er komen')),
                ('opening_hours', models.TextField(blank=True, max_length=500, verbose_name='wanneer open')),
                ('offers', models.TextField(blank=True, max_length=1000, verbose_name='wat de plek kan bieden')),
                ('asks', models.TextField(blank=True, max_length=1000, verbose_name='wat de plek zoekt')),
                ('notes', models.TextField(blank=True, max_length=2000, verbose_name='goed om te weten')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon van de plek')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('open_days', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('0', 'maandag'), ('1', 'dinsdag'), ('2', 'woensdag'), ('3', 'donderdag'), ('4', 'vrijdag'), ('5', 'zaterdag'), ('6', 'zondag')], max_length=1), blank=True, default=list, size=None, verbose_name='op welke dagen open')),
                ('is_public', models.BooleanField(default=False, verbose_name='mag openbaar op de website')),
                ('public_fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('address', 'adres, en waar het ligt op de kaart'), ('phone', 'telefoonnummer'), ('website', 'website'), ('opening_hours', 'wanneer het open is'), ('reaches', 'wie er komen'), ('life_domains', 'waarvoor u er terechtkunt'), ('languages', 'welke talen ze er spreken'), ('offers', 'wat er te doen is'), ('asks', 'wat de plek zoekt')], max_length=20), blank=True, default=list, size=None, verbose_name='wat er dan te zien is')),
                ('rhythm_days', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MinValueValidator(7), django.core.validators.MaxValueValidator(365)], verbose_name='om de hoeveel dagen contact')),
                ('created_on', models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name_key', models.GeneratedField(db_persist=True, expression=network.alike.Key('name'), output_field=models.TextField())),
                ('address_key', models.GeneratedField(db_persist=True, expression=network.alike.Key('address'), output_field=models.TextField())),
                ('last_contact_on', models.DateField(editable=False, null=True, verbose_name='laatste contact')),
                ('contact_due_on', models.GeneratedField(db_persist=True, expression=models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(django.db.models.functions.comparison.Coalesce(models.F('last_contact_on'), models.F('created_on')), '+', django.db.models.expressions.CombinedExpression(models.F('rhythm_days'), '*', models.Value(1))), output_field=models.DateField()), output_field=models.DateField())),
                ('cold_on', models.GeneratedField(db_persist=True, expression=models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(django.db.models.functions.comparison.Coalesce(models.F('last_contact_on'), models.F('created_on')), '+', django.db.models.expressions.CombinedExpression(models.F('rhythm_days'), '*', models.Value(3))), output_field=models.DateField()), output_field=models.DateField())),
                ('retired_at', models.DateTimeField(editable=False, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('retired_because', models.CharField(blank=True, max_length=300, verbose_name='waarom gestopt')),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held_vindplaatsen', to=settings.AUTH_USER_MODEL, verbose_name='wie van ons houdt contact')),
                ('neighbourhoods', models.ManyToManyField(blank=True, related_name='vindplaatsen', to='wijkteam.neighbourhood', verbose_name='wijken')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vindplaatsen', to='wijkteam.organisation', verbose_name='hoort bij organisatie')),
                ('retired_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('substitute', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='wie valt in')),
            ],
            options={
                'verbose_name': 'vindplaats',
                'verbose_name_plural': 'vindplaatsen',
                'ordering': ['name'],
                'permissions': [('view_register', 'Mag het register van vindplaatsen lezen'), ('change_register', 'Mag vindplaatsen toevoegen en bijwerken')],
                'indexes': [models.Index(condition=models.Q(('retired_at__isnull', True)), fields=['contact_due_on', 'name'], name='vindplaats_due'), models.Index(fields=['holder'], name='vindplaats_holder'), models.Index(fields=['name_key'], name='vindplaats_name_key')],
                'constraints': [models.CheckConstraint(condition=models.Q(('rhythm_days__gte', 7), ('rhythm_days__lte', 365)), name='vindplaats_rhythm'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False)), _connector='OR'), name='vindplaats_whole_point'), models.CheckConstraint(condition=models.Q(('is_public', False), models.Q(('kind__in', ['confidant', 'volunteer']), _negated=True), _connector='OR'), name='vindplaats_person_not_public'), models.CheckConstraint(condition=models.Q(models.Q(('retired_at__isnull', True), ('retired_by__isnull', True)), models.Q(('retired_at__isnull', False), ('retired_by__isnull', False)), _connector='OR'), name='vindplaats_retired_by_someone')],
            },
        ),
        migrations.AddField(
            model_name='signal',
            name='vindplaats',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='network.vindplaats'),
        ),
        migrations.AddField(
            model_name='gathering',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gatherings', to='network.vindplaats', verbose_name='bij welke plek'),
        ),
        migrations.CreateModel(
            name='ContactMoment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='wanneer')),
                ('kind', models.CharField(choices=[('visit', 'bezoek'), ('call', 'gebeld'), ('mail', 'gemaild of geappt'), ('gathering', 'gesproken op een bijeenkomst')], max_length=10, verbose_name='hoe')),
                ('told', models.TextField(blank=True, max_length=4000, verbose_name='wat u hoorde')),
                ('life_domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=20), blank=True, default=list, size=None, verbose_name='ging het ergens over')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vindplaats', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moments', to='network.vindplaats')),
            ],
            options={
                'verbose_name': 'contactmoment',
                'verbose_name_plural': 'contactmomenten',
                'ordering': ['-at'],
                'indexes': [models.Index(fields=['vindplaats', '-at'], name='moment_vindplaats')],
            },
        ),
        migrations.CreateModel(
            name='VindplaatsContact',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('role_there', models.CharField(blank=True, max_length=120, verbose_name='wat doet deze persoon daar')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('ground', models.CharField(choices=[('consent', 'vindt het zelf goed'), ('public_role', 'staat openbaar bij de functie'), ('agreement', 'afspraak met de organisatie')], default='consent', max_length=12, verbose_name='waarom mogen wij deze gegevens bewaren')),
                ('keep_until', models.DateField(default=network.models.people.in_two_years, verbose_name='bewaren tot')),
                ('left_at', models.DateTimeField(editable=False, null=True)),
                ('reminded_for', models.DateField(editable=False, null=True)),
                ('erased_at', models.DateTimeField(editable=False, null=True)),
                ('user', models.OneToOneField(blank=True, limit_choices_to={'role': 'contact'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vindplaats_contact', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('vindplaats', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='network.vindplaats')),
            ],
            options={
                'verbose_name': 'contactpersoon',
                'verbose_name_plural': 'contactpersonen',
                'ordering': ['name'],
                'indexes': [models.Index(fields=['keep_until'], name='contact_keep_until')],
            },
        ),
        migrations.CreateModel(
            name='SignalLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('expires_at', models.DateTimeField(default=network.models.links.last_day)),
                ('used_at', models.DateTimeField(editable=False, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signal', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='network.signal')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='network.vindplaatscontact')),
            ],
            options={
                'verbose_name': 'eenmalige link',
                'verbose_name_plural': 'eenmalige links',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('signal__isnull', True), ('used_at__isnull', True)), models.Q(('signal__isnull', False), ('used_at__isnull', False)), _connector='OR'), name='link_used_with_signal')],
            },
        ),
        migrations.AddField(
            model_name='signal',
            name='contact',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='network.vindplaatscontact', verbose_name='van wie is het signaal'),
        ),
        migrations.CreateModel(
            name='Promise',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=300, verbose_name='wat is afgesproken')),
                ('due', models.DateField(blank=True, null=True, verbose_name='wanneer')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('done_at', models.DateTimeField(editable=False, null=True)),
                ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='network.gathering')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='collega')),
                ('owner_there', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='network.vindplaatscontact')),
            ],
            options={
                'verbose_name': 'afspraak van een bijeenkomst',
                'verbose_name_plural': 'afspraken van bijeenkomsten',
                'ordering': ['done_at', 'due', 'made_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('owner__isnull', False), ('owner_there__isnull', True)), models.Q(('owner__isnull', True), ('owner_there__isnull', False)), _connector='OR'), name='promise_has_one_owner')],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('invited_at', models.DateTimeField(editable=False, null=True)),
                ('came', models.BooleanField(default=False, verbose_name='was erbij')),
                ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guests', to='network.gathering')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='network.vindplaatscontact')),
            ],
            options={
                'verbose_name': 'gast',
                'verbose_name_plural': 'gasten',
                'ordering': ['contact__name'],
                'constraints': [models.UniqueConstraint(fields=('gathering', 'contact'), name='guest_once')],
            },
        ),
        migrations.CreateModel(
            name='PublicPlace',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.BigIntegerField(editable=False, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('kind', models.CharField(choices=[('school', 'school of kinderopvang'), ('gp', 'huisarts of gezondheidscentrum'), ('community_centre', 'buurthuis'), ('library', 'bibliotheek'), ('faith', 'kerk, moskee of ander gebedshuis'), ('housing', 'woningcorporatie of huismeester'), ('police', 'wijkagent'), ('district_nurse', 'wijkverpleging'), ('youth_health', 'jeugdgezondheidszorg'), ('work_income', 'werk en inkomen'), ('debt', 'schuldhulp'), ('food', 'voedselbank of eettafel'), ('sport', 'sport of vereniging'), ('shop', 'winkel of markt'), ('meeting', 'inloop of ontmoeting'), ('initiative', 'initiatief van bewoners'), ('volunteer', 'vrijwilliger'), ('confidant', 'vertrouwenspersoon in de buurt'), ('other', 'iets anders')], max_length=20, verbose_name='soort plek')),
                ('organisation_key', models.UUIDField(db_index=True)),
                ('neighbourhood_codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('address', models.CharField(blank=True, max_length=160)),
                ('postcode', models.CharField(blank=True, max_length=6)),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None)),
                ('website', models.URLField(blank=True)),
                ('opening_hours', models.TextField(blank=True)),
                ('open_days', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('0', 'maandag'), ('1', 'dinsdag'), ('2', 'woensdag'), ('3', 'donderdag'), ('4', 'vrijdag'), ('5', 'zaterdag'), ('6', 'zondag')], max_length=1), default=list, size=None)),
                ('reaches', models.CharField(blank=True, max_length=300)),
                ('life_domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), default=list, size=None)),
                ('offers', models.TextField(blank=True)),
                ('asks', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='public_places', to='wijkteam.organisation')),
            ],
            options={
                'verbose_name': 'openbare plek',
                'verbose_name_plural': 'openbare plekken',
                'ordering': ['name', 'id'],
                'indexes': [models.Index(fields=['name', 'id'], name='public_place_name'), django.contrib.postgres.indexes.GinIndex(fields=['neighbourhood_codes'], name='public_place_wijk')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signal',
            trigger=pgtrigger.compiler.Trigger(name='signal_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{new:picked_up,picked_up:answered,picked_up:new}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='fc04f33fc69585c1a92eec58a797258e9ee55198', operation='UPDATE', pgid='pgtrigger_signal_moves_6e6b2', table='network_signal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signal',
            trigger=pgtrigger.compiler.Trigger(name='signal_answer_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."feedback" IS DISTINCT FROM (OLD."feedback") AND OLD."status" = \'answered\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='30834ed29331b55dce6e53690f816094e7f0ae2e', operation='UPDATE', pgid='pgtrigger_signal_answer_stays_4e57e', table='network_signal', when='BEFORE')),
        ),
    ]
