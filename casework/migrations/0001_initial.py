import casework.models.exports
import casework.models.mandate
import casework.models.rights_requests
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import phonenumber_field.modelfields
import uuid
import wijkteam.files
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('network', '0001_initial'),
        ('wijkteam', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('street', models.CharField(blank=True, max_length=120, verbose_name='straat')),
                ('house_number', models.CharField(blank=True, max_length=12, verbose_name='huisnummer')),
                ('postcode', models.CharField(blank=True, max_length=6, verbose_name='postcode')),
                ('town', models.CharField(blank=True, max_length=60, verbose_name='plaats')),
            ],
            options={
                'verbose_name': 'huishouden',
                'verbose_name_plural': 'huishoudens',
            },
        ),
        migrations.CreateModel(
            name='NewsWish',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('how', models.CharField(choices=[('daily', 'elke werkdag'), ('weekly', 'elke week, op maandag'), ('never', 'nooit')], default='daily', max_length=6)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('words', models.CharField(max_length=300, verbose_name='wat gaat er gebeuren')),
                ('kind', models.CharField(choices=[('do', 'doen'), ('arrange', 'regelen'), ('wait', 'bewust even niets doen'), ('celebrate', 'vieren')], default='do', max_length=10, verbose_name='soort')),
                ('due', models.DateField(blank=True, null=True, verbose_name='wanneer')),
                ('repeat', models.CharField(blank=True, choices=[('', 'één keer'), ('weekly', 'elke week'), ('monthly', 'elke maand')], default='', max_length=7, verbose_name='komt terug')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('changed_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('follows', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='next', to='casework.action')),
            ],
            options={
                'verbose_name': 'afspraak',
                'verbose_name_plural': 'afspraken',
                'ordering': ['done_at', 'due', 'created_at'],
            },
        ),
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='geopend op')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='laatst veranderd')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='afgesloten op')),
                ('outcome_words', models.TextField(blank=True, verbose_name='hoe het afliep, in eigen woorden')),
                ('differences_left', models.TextField(blank=True, verbose_name='wat open bleef')),
                ('destroy_on', models.DateField(blank=True, null=True, verbose_name='bewaren tot')),
                ('aftercare_until', models.DateField(blank=True, null=True, verbose_name='nazorg tot en met')),
                ('may_be_asked', models.BooleanField(default=False, verbose_name='mag later vragen krijgen')),
                ('restricted_at', models.DateTimeField(editable=False, null=True, verbose_name='afgeschermd sinds')),
                ('is_apart', models.BooleanField(default=False, verbose_name='huisgenoten lezen elkaar niet')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_files', to='wijkteam.team')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_files', to='casework.household')),
            ],
            options={
                'verbose_name': 'gezinsdossier',
                'verbose_name_plural': 'gezinsdossiers',
                'permissions': [('view_case_files', 'Mag dossiers zien waar hij of zij aan tafel zit'), ('write_case_files', 'Mag schrijven in dossiers aan de eigen tafel'), ('open_case_file', 'Mag een gezinsdossier openen'), ('view_own_plan', 'Mag het eigen plan zien'), ('write_own_plan', 'Mag in het eigen plan schrijven en delen stoppen'), ('write_casefile', 'Schrijft in dit dossier'), ('coordinate_casefile', 'Is regisseur van dit dossier')],
            },
        ),
        migrations.CreateModel(
            name='ActionLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12)),
                ('secret', models.CharField(max_length=64, unique=True)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='casework.action')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.casefile')),
            ],
            options={
                'ordering': ['-sent_at'],
            },
        ),
        migrations.AddField(
            model_name='action',
            name='case_file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='casework.casefile'),
        ),
        migrations.CreateModel(
            name='Destruction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vernietigd op')),
                ('why', models.CharField(choices=[('term', 'de bewaartermijn was om'), ('asked', 'de bewoner vroeg het')], max_length=8, verbose_name='waarom')),
                ('opened_year', models.PositiveSmallIntegerField(verbose_name='geopend in')),
                ('closed_year', models.PositiveSmallIntegerField(verbose_name='afgesloten in')),
                ('rows', models.JSONField(verbose_name='wat er was')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'vernietiging',
                'verbose_name_plural': 'vernietigingen',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='Difference',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('subject', models.CharField(max_length=200, verbose_name='waarover')),
                ('about', models.CharField(choices=[('measure', 'de maat: wat er aan de hand is'), ('work', 'het werk: wat er nodig is'), ('both', 'allebei')], max_length=8, verbose_name='waarin verschillen we')),
                ('status', models.CharField(choices=[('open', 'open'), ('trying', 'we proberen iets'), ('decided', 'beslist'), ('dissolved', 'opgelost')], default='open', max_length=10)),
                ('tried', models.TextField(blank=True, max_length=1000, verbose_name='wat we intussen proberen')),
                ('try_until', models.DateField(blank=True, null=True, verbose_name='proberen tot')),
                ('decider', models.CharField(blank=True, max_length=120, verbose_name='wie beslist')),
                ('mandate', models.CharField(blank=True, max_length=200, verbose_name='op welk mandaat')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='samen terugkijken op')),
                ('outcome', models.TextField(blank=True, max_length=2000, verbose_name='hoe het afliep')),
                ('learned', models.TextField(blank=True, max_length=2000, verbose_name='wat we ervan leerden')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='differences', to='casework.casefile')),
            ],
            options={
                'verbose_name': 'verschil van inzicht',
                'verbose_name_plural': 'verschillen van inzicht',
                'ordering': ['created_at'],
            },
        ),
        migrations.CreateModel(
            name='ForwardedStuckPoint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('rule', 'een regel'), ('money', 'geld'), ('waiting', 'een wachtlijst'), ('no_offer', 'er is geen aanbod'), ('mandate', 'niemand mag beslissen'), ('information', 'informatie komt niet'), ('other', 'iets anders')], max_length=12, verbose_name='wat zit er in de weg')),
                ('words', models.CharField(max_length=300, verbose_name='waar loopt het vast')),
                ('asked_to', models.CharField(blank=True, max_length=120, verbose_name='van wie vragen we antwoord')),
                ('due', models.DateField(blank=True, null=True, verbose_name='antwoord uiterlijk')),
                ('forwarded_at', models.DateTimeField(blank=True, null=True)),
                ('reply', models.TextField(blank=True, max_length=1000, verbose_name='antwoord')),
                ('replied_at', models.DateTimeField(blank=True, null=True)),
                ('replied_by_name', models.CharField(blank=True, max_length=120)),
                ('forwarded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replied_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'vastloper bij de gemeente',
                'verbose_name_plural': 'vastlopers bij de gemeente',
                'ordering': ['due'],
                'permissions': [('forward_stuck_points', 'Mag vastlopers doorsturen aan de gemeente'), ('answer_stuck_points', 'Mag namens de gemeente antwoorden op vastlopers')],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('words', models.TextField(max_length=500, verbose_name='doel, in eigen woorden')),
                ('start_mark', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='cijfer nu')),
                ('wished_mark', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='gewenst cijfer')),
                ('status', models.CharField(choices=[('running', 'loopt'), ('reached', 'gelukt'), ('let_go', 'losgelaten')], default='running', max_length=8)),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='samen terugkijken op')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='casework.casefile')),
            ],
            options={
                'verbose_name': 'doel',
                'verbose_name_plural': 'doelen',
                'ordering': ['created_at'],
            },
        ),
        migrations.AddField(
            model_name='action',
            name='goal',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='casework.goal', verbose_name='doel'),
        ),
        migrations.CreateModel(
            name='Signpost',
            fields=[
                ('household', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='signpost', serialize=False, to='casework.household')),
                ('address_key', models.CharField(blank=True, max_length=64)),
                ('number', models.PositiveSmallIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name='LastLook',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('before', models.DateTimeField(null=True)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='last_looks', to='casework.casefile')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Meldcode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closed_at', models.DateTimeField(null=True)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meldcodes', to='casework.casefile')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-opened_at'],
                'permissions': [('use_meldcode', 'Mag stappen van de meldcode vastleggen')],
            },
        ),
        migrations.CreateModel(
            name='MeldcodeMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meldcode', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='casework.meldcode')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='MeldcodeStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('map', '1. Signalen in kaart brengen'), ('consult', '2. Overleggen met een collega en zo nodig Veilig Thuis'), ('talk', '3. Praten met de betrokkene'), ('weigh', '4. Het geweld wegen'), ('decide', '5. Beslissen: melden, en hulp bieden')], max_length=8, verbose_name='welke stap')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('words', models.TextField(verbose_name='wat deed u, en wat hoorde u')),
                ('decision', models.CharField(blank=True, choices=[('report', 'melden bij Veilig Thuis'), ('help', 'zelf hulp bieden of organiseren'), ('both', 'melden en zelf hulp bieden'), ('nothing', 'het vermoeden klopte niet')], max_length=8, verbose_name='beslissing')),
                ('withheld', models.CharField(blank=True, max_length=300, verbose_name='waarom het gezin dit nog niet hoort')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meldcode', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='casework.meldcode')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='NetworkPerson',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('relation', models.CharField(blank=True, max_length=80, verbose_name='wie is dit')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='network', to='casework.household')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='OfferedLesson',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('difference', 'verschil van inzicht'), ('goal', 'losgelaten doel'), ('stuck', 'vastloper')], max_length=12)),
                ('words', models.CharField(max_length=600, verbose_name="wat collega's kunnen leren")),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12)),
                ('offered_on', models.DateField(default=django.utils.timezone.localdate)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'aangeboden les',
                'verbose_name_plural': 'aangeboden lessen',
                'ordering': ['offered_on'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='geboortejaar')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('goals_shown_to', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, null=True, size=None)),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='persons', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'bewoner',
                'verbose_name_plural': 'bewoners',
            },
        ),
        migrations.CreateModel(
            name='HouseholdMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('adult', 'volwassene'), ('young', 'jongere (12-17)'), ('child', 'kind (tot 12)'), ('other', 'anders')], max_length=6, verbose_name='rol')),
                ('since', models.DateField(default=django.utils.timezone.localdate)),
                ('until', models.DateField(blank=True, null=True)),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='casework.household')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='casework.person')),
            ],
        ),
        migrations.AddField(
            model_name='goal',
            name='whose',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='casework.person', verbose_name='van wie is dit doel'),
        ),
        migrations.CreateModel(
            name='RightsRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('household_id', models.UUIDField(null=True)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2)),
                ('kind', models.CharField(choices=[('look', 'Ik wil weten wat u over mij bewaart, en waarom'), ('correct', 'Er staat iets wat niet klopt'), ('object', 'Ik wil niet dat u dit met iemand deelt of gebruikt'), ('restrict', 'Ik wil dat u even niets met mijn gegevens doet'), ('erase', 'Ik wil dat u mijn gegevens verwijdert'), ('take', 'Ik verhuis, en wil mijn plan meenemen')], max_length=10, verbose_name='wat vraagt de bewoner')),
                ('words', models.TextField(blank=True, max_length=2000, verbose_name='in eigen woorden')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gevraagd op')),
                ('due', models.DateField(default=casework.models.rights_requests._answer_by, verbose_name='antwoord uiterlijk')),
                ('extended_at', models.DateTimeField(null=True, verbose_name='verlengd op')),
                ('extended_words', models.TextField(blank=True, max_length=2000, verbose_name='waarom het langer duurt')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='beantwoord op')),
                ('outcome', models.CharField(blank=True, choices=[('granted', 'ja, dat is gedaan'), ('partly', 'voor een deel gedaan'), ('refused', 'nee, dat kan niet')], max_length=8, verbose_name='uitkomst')),
                ('answer_words', models.TextField(blank=True, max_length=4000, verbose_name='antwoord')),
                ('lifted_at', models.DateTimeField(null=True, verbose_name='opgeheven op')),
                ('lift_words', models.TextField(blank=True, max_length=2000, verbose_name='waarom het weer mag')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='rights_requests', to='casework.casefile')),
                ('lifted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'verzoek over gegevens',
                'verbose_name_plural': 'verzoeken over gegevens',
                'permissions': [('ask_right', 'Mag iets vragen over de eigen gegevens'), ('answer_right', 'Beantwoordt verzoeken over gegevens'), ('see_every_right', 'Ziet alle verzoeken over gegevens, en wat vernietigd wordt')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('asked_at', models.DateTimeField(blank=True, null=True, verbose_name='gevraagd op')),
                ('accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='zei ja op')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('from_whom', models.CharField(blank=True, max_length=120, verbose_name='van')),
                ('role', models.CharField(blank=True, max_length=120, verbose_name='wat doet deze persoon')),
                ('domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12), blank=True, null=True, size=None, verbose_name='leefgebieden')),
                ('is_coordinator', models.BooleanField(default=False, verbose_name='regisseur')),
                ('by_experience', models.BooleanField(default=False, verbose_name='ervaringsdeskundige')),
                ('since', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sinds')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='tot')),
                ('after_care_until', models.DateField(blank=True, null=True, verbose_name='nazorg tot en met')),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='casework.casefile')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='network.vindplaatscontact')),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('network_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='casework.networkperson')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='casework.person')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'plek aan tafel',
                'ordering': ['-is_coordinator', 'since'],
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12)),
                ('measure', models.TextField(blank=True, max_length=1500, verbose_name='de maat: wat ziet u')),
                ('work', models.TextField(blank=True, max_length=1500, verbose_name='het werk: wat is er nodig')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.casefile')),
                ('difference', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='casework.difference')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
            ],
            options={
                'verbose_name': 'standpunt',
                'verbose_name_plural': 'standpunten',
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='MandateQuestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('words', models.CharField(max_length=300, verbose_name='wat moet er beslist worden')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='bedrag in euro')),
                ('asked_to', models.CharField(max_length=120, verbose_name='aan wie')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due', models.DateField(default=casework.models.mandate.answer_by, verbose_name='antwoord uiterlijk')),
                ('answer', models.CharField(blank=True, choices=[('yes', 'ja'), ('partly', 'voor een deel'), ('no', 'nee'), ('taken_back', 'niet meer nodig')], max_length=10, verbose_name='antwoord')),
                ('answer_words', models.TextField(blank=True, max_length=1000, verbose_name='wat er beslist is')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandate_questions', to='casework.casefile')),
                ('difference', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mandate_questions', to='casework.difference')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat', verbose_name='wie houdt dit in de gaten')),
            ],
            options={
                'verbose_name': 'mandaatvraag',
                'verbose_name_plural': 'mandaatvragen',
                'ordering': ['asked_at'],
            },
        ),
        migrations.CreateModel(
            name='LeaveRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(blank=True, verbose_name='waarom')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due', models.DateField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('leaves', models.BooleanField(null=True)),
                ('answer_words', models.TextField(blank=True, verbose_name='antwoord')),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leave_requests', to='casework.casefile')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
            ],
            options={
                'ordering': ['-asked_at'],
            },
        ),
        migrations.CreateModel(
            name='GoalReview',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12)),
                ('mark', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='cijfer')),
                ('words', models.TextField(blank=True, verbose_name='wat is er veranderd')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.casefile')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='casework.goal')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='GoalAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12)),
                ('agrees', models.BooleanField(verbose_name='eens met dit doel')),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='hoe ziet u het')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.casefile')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='casework.goal')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.AddField(
            model_name='goal',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.AddField(
            model_name='goal',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('for_household', models.BooleanField(default=False, verbose_name='ook voor huisgenoten')),
                ('title', models.CharField(max_length=120, verbose_name='wat is het')),
                ('file', models.FileField(storage=wijkteam.files.store, upload_to=wijkteam.files.random_name)),
                ('name', models.CharField(max_length=140, verbose_name='bestandsnaam')),
                ('kind', models.CharField(max_length=100, verbose_name='soort')),
                ('size', models.PositiveIntegerField(verbose_name='grootte')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='wanneer')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='versie')),
                ('scan', models.CharField(choices=[('none', 'niet gescand'), ('waiting', 'wordt nog gecontroleerd'), ('clean', 'gecontroleerd'), ('found', 'niet veilig')], default='none', max_length=8)),
                ('scanned_at', models.DateTimeField(null=True)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='casework.casefile')),
                ('previous', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='next_version', to='casework.document')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documenten',
                'ordering': ['-at'],
            },
        ),
        migrations.AddField(
            model_name='difference',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.AddField(
            model_name='difference',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.AddField(
            model_name='action',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.AddField(
            model_name='action',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.AddField(
            model_name='action',
            name='done_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat'),
        ),
        migrations.AddField(
            model_name='action',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='casework.seat', verbose_name='wie doet het'),
        ),
        migrations.CreateModel(
            name='SharingGround',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('consent', 'de bewoner zei ja'), ('task', 'wettelijke taak'), ('vital', 'acuut gevaar')], max_length=8, verbose_name='grond')),
                ('domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12), size=None, verbose_name='leefgebieden')),
                ('purpose', models.CharField(max_length=200, verbose_name='waarvoor')),
                ('law', models.CharField(blank=True, max_length=120, verbose_name='wet en artikel')),
                ('given_how', models.CharField(choices=[('portal', 'op de eigen pagina'), ('table', 'aan tafel'), ('paper', 'op papier')], default='table', max_length=6, verbose_name='hoe')),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.person', verbose_name='over wie gaat het')),
                ('also_given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.person', verbose_name='wie zei nog meer ja')),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grounds', to='casework.casefile')),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='casework.person', verbose_name='wie zei ja')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.organisation', verbose_name='met wie')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'grond om te delen',
                'ordering': ['-since'],
            },
        ),
        migrations.CreateModel(
            name='SharingQuestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12), size=None, verbose_name='leefgebieden')),
                ('purpose', models.CharField(blank=True, max_length=200, verbose_name='waarvoor')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('first_yes_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('agreed', models.BooleanField(null=True)),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.person', verbose_name='over wie gaat het')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.person')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sharing_questions', to='casework.casefile')),
                ('first_yes_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.person')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.organisation')),
            ],
            options={
                'verbose_name': 'vraag om te delen',
                'verbose_name_plural': 'vragen om te delen',
                'ordering': ['-asked_at'],
            },
        ),
        migrations.CreateModel(
            name='StuckPoint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('kind', models.CharField(choices=[('rule', 'een regel'), ('money', 'geld'), ('waiting', 'een wachtlijst'), ('no_offer', 'er is geen aanbod'), ('mandate', 'niemand mag beslissen'), ('information', 'informatie komt niet'), ('other', 'iets anders')], max_length=12, verbose_name='wat zit er in de weg')),
                ('words', models.CharField(max_length=300, verbose_name='waar loopt het vast')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stuck_points', to='casework.casefile')),
                ('forwarded', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.forwardedstuckpoint')),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
            ],
            options={
                'verbose_name': 'vastloper',
                'verbose_name_plural': 'vastlopers',
                'ordering': ['written_at'],
            },
        ),
        migrations.CreateModel(
            name='TimelineEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='wanneer')),
                ('kind', models.CharField(choices=[('note', 'notitie'), ('visit', 'bezoek'), ('contact', 'contact'), ('meeting', 'overleg'), ('message', 'bericht'), ('handover', 'overdracht'), ('outcome', 'hoe het verder gaat')], default='note', max_length=8, verbose_name='soort')),
                ('words', models.TextField(verbose_name='wat gebeurde er')),
                ('audience', models.CharField(choices=[('table', 'iedereen aan tafel'), ('domain', 'alleen wie bij dit leefgebied hoort'), ('coordinator', 'alleen de regisseur')], default='table', max_length=12, verbose_name='voor wie')),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12, verbose_name='leefgebied')),
                ('resident_present', models.BooleanField(blank=True, null=True, verbose_name='was de bewoner erbij')),
                ('for_household', models.BooleanField(default=False, verbose_name='ook voor huisgenoten')),
                ('with_whom', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='wie waren erbij')),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.person', verbose_name='over wie gaat het')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.seat')),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='casework.casefile')),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='casework.timelineentry')),
            ],
            options={
                'verbose_name': 'bericht in het dossier',
                'verbose_name_plural': 'berichten in het dossier',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='CaseFileUserObjectPermission',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('domains', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=12), blank=True, null=True, size=None)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('coordinates', models.BooleanField(default=False)),
                ('shielded', models.BooleanField(default=False)),
                ('opened_until', models.DateTimeField(blank=True, null=True)),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rights', to='casework.casefile')),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['user', 'permission', 'content_object'], include=('until',), name='right_by_user')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('coordinates', True)), fields=('content_object',), name='right_one_coordinator')],
                'unique_together': {('user', 'permission', 'content_object')},
            },
        ),
        migrations.CreateModel(
            name='Emergency',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('household_id', models.UUIDField()),
                ('reason', models.TextField(verbose_name='wat is er aan de hand')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField()),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('review', models.TextField(blank=True, verbose_name='oordeel')),
                ('case_file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emergencies', to='casework.casefile')),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at'],
                'permissions': [('break_glass', 'Mag in acuut gevaar een dossier openen'), ('review_emergency', 'Beoordeelt of een dossier terecht in nood is geopend')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='emergency_has_reason'), models.CheckConstraint(condition=models.Q(('reviewed_at__isnull', True), models.Q(('reviewed_by__isnull', False), models.Q(('review', ''), _negated=True)), _connector='OR'), name='emergency_review_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('status', models.CharField(choices=[('waiting', 'wacht'), ('busy', 'wordt gemaakt'), ('ready', 'staat klaar'), ('failed', 'niet gelukt')], default='waiting', max_length=8)),
                ('started_at', models.DateTimeField(null=True)),
                ('done', models.PositiveSmallIntegerField(default=0)),
                ('total', models.PositiveSmallIntegerField(default=0)),
                ('file', models.FileField(blank=True, storage=wijkteam.files.store, upload_to=casework.models.exports.random_name)),
                ('has_pdf', models.BooleanField(default=False)),
                ('ready_at', models.DateTimeField(null=True)),
                ('expires_on', models.DateField(null=True, verbose_name='staat klaar tot en met')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'download van eigen gegevens',
                'ordering': ['-asked_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['waiting', 'busy'])), fields=('user',), name='export_one_at_a_time')],
            },
        ),
        migrations.AddConstraint(
            model_name='forwardedstuckpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked_to', ''), ('due', None), ('forwarded_at', None), ('forwarded_by', None)), models.Q(models.Q(('asked_to', ''), _negated=True), ('due__isnull', False), ('forwarded_at__isnull', False), ('forwarded_by__isnull', False)), _connector='OR'), name='forwarded_to_someone'),
        ),
        migrations.AddConstraint(
            model_name='forwardedstuckpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('replied_at', None), ('replied_by', None), ('replied_by_name', ''), ('reply', '')), models.Q(models.Q(('reply', ''), _negated=True), models.Q(('replied_by_name', ''), _negated=True), ('forwarded_at__isnull', False), ('replied_at__isnull', False), ('replied_by__isnull', False)), _connector='OR'), name='forwarded_reply_whole'),
        ),
        migrations.AddField(
            model_name='signpost',
            name='coordinator',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='casefile',
            index=models.Index(fields=['-changed_at'], name='case_file_changed'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('household',), name='one_open_case_file_per_household'),
        ),
        migrations.AddConstraint(
            model_name='casefile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('destroy_on__isnull', True)), models.Q(('closed_at__isnull', False), ('destroy_on__isnull', False), models.Q(('outcome_words', ''), _negated=True)), _connector='OR'), name='closed_case_file_says_how'),
        ),
        migrations.AddConstraint(
            model_name='lastlook',
            constraint=models.UniqueConstraint(fields=('case_file', 'user'), name='last_look_once'),
        ),
        migrations.AddConstraint(
            model_name='meldcode',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('case_file',), name='meldcode_one_open'),
        ),
        migrations.AddConstraint(
            model_name='meldcodemember',
            constraint=models.UniqueConstraint(fields=('meldcode', 'user'), name='meldcode_member_once'),
        ),
        migrations.AddConstraint(
            model_name='meldcodestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'decide'), models.Q(('decision', ''), _negated=True)), models.Q(models.Q(('kind', 'decide'), _negated=True), ('decision', '')), _connector='OR'), name='meldcode_step_five_decides'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(django.db.models.functions.text.Lower('email'), name='person_email'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('birth_year__isnull', True), models.Q(('birth_year__gte', 1900), ('birth_year__lte', 2100)), _connector='OR'), name='person_birth_year_sensible'),
        ),
        migrations.AddConstraint(
            model_name='householdmember',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('household', 'person'), name='household_member_once'),
        ),
        migrations.AddIndex(
            model_name='rightsrequest',
            index=models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['due'], name='right_waiting'),
        ),
        migrations.AddConstraint(
            model_name='rightsrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer_words', ''), ('answered_at', None), ('answered_by', None), ('outcome', '')), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer_words', ''), _negated=True), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='right_answer_whole'),
        ),
        migrations.AddConstraint(
            model_name='rightsrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lift_words', ''), ('lifted_at', None), ('lifted_by', None)), models.Q(('kind', 'restrict'), ('lifted_at__isnull', False), ('lifted_by__isnull', False), models.Q(('lift_words', ''), _negated=True)), _connector='OR'), name='right_lifted_whole'),
        ),
        migrations.AddConstraint(
            model_name='rightsrequest',
            constraint=models.CheckConstraint(condition=models.Q(('extended_at__isnull', True), models.Q(('extended_words', ''), _negated=True), _connector='OR'), name='right_extended_with_words'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('contact__isnull', True), ('network_person__isnull', True), ('person__isnull', True), ('user__isnull', False)), models.Q(('contact__isnull', False), ('network_person__isnull', True), ('person__isnull', True), ('user__isnull', True)), models.Q(('contact__isnull', True), ('network_person__isnull', True), ('person__isnull', False), ('user__isnull', True)), models.Q(('contact__isnull', True), ('network_person__isnull', False), ('person__isnull', True), ('user__isnull', True)), _connector='OR'), name='seat_belongs_to_one'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('is_coordinator', False), ('user__isnull', False), _connector='OR'), name='seat_coordinator_is_user'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_at__isnull', True), ('asked_at__isnull', False), _connector='OR'), name='seat_accepted_was_asked'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('is_coordinator', True), ('until__isnull', True)), fields=('case_file',), name='one_coordinator_per_case_file'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True), ('user__isnull', False)), fields=('case_file', 'user'), name='seat_user_once'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('contact__isnull', False), ('until__isnull', True)), fields=('case_file', 'contact'), name='seat_contact_once'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('person__isnull', False), ('until__isnull', True)), fields=('case_file', 'person'), name='seat_person_once'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(fields=('difference', 'seat'), name='position_once'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('measure', ''), ('work', ''), _negated=True), name='position_says_something'),
        ),
        migrations.AddConstraint(
            model_name='mandatequestion',
            constraint=models.CheckConstraint(condition=models.Q(('amount__isnull', True), ('amount__gt', 0), _connector='OR'), name='mandate_amount_above_nothing'),
        ),
        migrations.AddConstraint(
            model_name='mandatequestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answer_words', ''), ('answered_at', None), ('answered_by', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='mandate_answer_whole'),
        ),
        migrations.AddConstraint(
            model_name='leaverequest',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('seat', 'asked_by'), name='leave_request_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='leaverequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('leaves__isnull', True)), models.Q(('answered_at__isnull', False), ('leaves__isnull', False)), _connector='OR'), name='leave_request_answer_says_what'),
        ),
        migrations.AddConstraint(
            model_name='goalreview',
            constraint=models.CheckConstraint(condition=models.Q(('mark__gte', 1), ('mark__lte', 10)), name='review_mark_1_to_10'),
        ),
        migrations.AddConstraint(
            model_name='goalanswer',
            constraint=models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('words', ''), _negated=True), _connector='OR'), name='goal_answer_no_has_words'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('start_mark__isnull', True), models.Q(('start_mark__gte', 1), ('start_mark__lte', 10)), _connector='OR'), models.Q(('wished_mark__isnull', True), models.Q(('wished_mark__gte', 1), ('wished_mark__lte', 10)), _connector='OR')), name='goal_marks_1_to_10'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(('life_domain', ''), _negated=True), name='goal_has_domain'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('scan', 'waiting')), fields=['at'], name='document_to_scan'),
        ),
        migrations.AddIndex(
            model_name='difference',
            index=models.Index(fields=['case_file', 'status'], name='difference_file_status'),
        ),
        migrations.AddConstraint(
            model_name='difference',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['decided', 'dissolved']), ('review_on__isnull', False), _connector='OR'), name='difference_looked_at_again'),
        ),
        migrations.AddConstraint(
            model_name='difference',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'trying'), _negated=True), models.Q(models.Q(('tried', ''), _negated=True), ('try_until__isnull', False)), _connector='OR'), name='difference_tries_something'),
        ),
        migrations.AddConstraint(
            model_name='difference',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('status__in', ['decided', 'dissolved']), _negated=True), ('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('learned', ''), _negated=True), ('ended_at__isnull', False), ('ended_by__isnull', False), ('status__in', ['decided', 'dissolved'])), _connector='OR'), name='difference_ended_says_how'),
        ),
        migrations.AddConstraint(
            model_name='difference',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'decided'), _negated=True), models.Q(('decider', ''), _negated=True), _connector='OR'), name='difference_decided_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'wait'), _negated=True), ('due__isnull', False), _connector='OR'), name='action_wait_looks_again'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('done_by__isnull', True)), models.Q(('done_at__isnull', False), ('done_by__isnull', False)), _connector='OR'), name='action_done_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='sharingground',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'consent'), _negated=True), ('given_by__isnull', False), _connector='OR'), name='ground_consent_has_giver'),
        ),
        migrations.AddConstraint(
            model_name='sharingground',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'task'), _negated=True), models.Q(('law', ''), _negated=True), _connector='OR'), name='ground_task_has_law'),
        ),
        migrations.AddConstraint(
            model_name='sharingquestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreed__isnull', True), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('agreed__isnull', False), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='sharing_question_answer_whole'),
        ),
        migrations.AddConstraint(
            model_name='sharingquestion',
            constraint=models.CheckConstraint(condition=models.Q(('domains__len__gt', 0)), name='sharing_question_about_something'),
        ),
        migrations.AddConstraint(
            model_name='stuckpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('forwarded', None), ('signed_at', None), ('signed_by', None)), models.Q(models.Q(('signed_by', models.F('written_by')), _negated=True), ('forwarded__isnull', False), ('signed_at__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='stuck_signed_by_another'),
        ),
        migrations.AddIndex(
            model_name='timelineentry',
            index=models.Index(fields=['case_file', '-at'], name='entry_file_at'),
        ),
        migrations.AddIndex(
            model_name='timelineentry',
            index=models.Index(condition=models.Q(('corrects__isnull', False)), fields=['case_file'], name='entry_corrections'),
        ),
        migrations.AddConstraint(
            model_name='timelineentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('audience', 'domain'), _negated=True), models.Q(('life_domain', ''), _negated=True), _connector='OR'), name='entry_domain_named'),
        ),
        migrations.AddConstraint(
            model_name='timelineentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['visit', 'contact', 'meeting']), _negated=True), ('resident_present__isnull', False), _connector='OR'), name='entry_meeting_says_with'),
        ),
        migrations.AddConstraint(
            model_name='signpost',
            constraint=models.UniqueConstraint(condition=models.Q(('address_key', ''), _negated=True), fields=('address_key', 'number'), name='signpost_household_number'),
        ),
    ]
