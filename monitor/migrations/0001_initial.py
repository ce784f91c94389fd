import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
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
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('kind', models.CharField(choices=[('faces', 'gezichtjes'), ('mark', 'cijfer van 1 tot 10'), ('yes_no', 'ja of nee'), ('open', 'open vraag')], max_length=6, verbose_name='soort')),
                ('quality', models.CharField(blank=True, choices=[('care', 'zorg als mensenwerk'), ('trust', 'vertrouwen'), ('sharing', 'delen wat nodig is'), ('teamwork', 'samenwerken'), ('involvement', 'eigen regie'), ('responsiveness', 'het ging over wat telt'), ('room', 'ruimte om te doen'), ('burden', 'weinig papierwerk')], default='', max_length=14, verbose_name='kwaliteit')),
                ('words', models.CharField(max_length=200, verbose_name='vraag')),
                ('standard', models.CharField(blank=True, max_length=20)),
            ],
            options={
                'ordering': ['questionnaire', 'number'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('number__range', (1, 5)), models.Q(('kind', 'open'), _negated=True)), models.Q(('kind', 'open'), ('number', 6)), _connector='OR'), name='question_at_most_six')],
            },
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('story', 'verhaal'), ('dilemma', 'dilemma')], default='story', max_length=7)),
                ('voice', models.CharField(choices=[('resident', 'bewoners'), ('professional', 'wijkteam'), ('partner', 'partners'), ('contact', 'vindplaatsen'), ('municipality', 'gemeente')], max_length=12, verbose_name='wie vertelt')),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
                ('words', models.TextField(verbose_name='verhaal')),
                ('indicator', models.CharField(blank=True, max_length=40, verbose_name='bij welk cijfer')),
                ('quality', models.CharField(blank=True, choices=[('care', 'zorg als mensenwerk'), ('trust', 'vertrouwen'), ('sharing', 'delen wat nodig is'), ('teamwork', 'samenwerken'), ('involvement', 'eigen regie'), ('responsiveness', 'het ging over wat telt'), ('room', 'ruimte om te doen'), ('burden', 'weinig papierwerk')], max_length=14, verbose_name='bij welke kwaliteit')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_back_at', models.DateTimeField(null=True)),
                ('released_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'verhaal',
                'verbose_name_plural': 'verhalen',
                'ordering': ['-written_at'],
                'permissions': [('tell_story', 'Mag een verhaal vertellen'), ('view_stories', 'Mag vrijgegeven verhalen lezen'), ('read_in_circle', 'Mag meedoen in de leeskring'), ('bring_dilemma', 'Mag een dilemma inbrengen')],
                'constraints': [models.CheckConstraint(condition=models.Q(('released_at__isnull', True), ('read_back_at__isnull', False), _connector='OR'), name='story_read_back_first')],
            },
        ),
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('source', models.CharField(max_length=64, unique=True)),
                ('kind', models.CharField(blank=True, max_length=12)),
                ('life_domain', models.CharField(blank=True, choices=[('housing', 'wonen'), ('money', 'geld'), ('work', 'werk en dagbesteding'), ('parenting', 'opvoeden en opgroeien'), ('health', 'lichamelijke gezondheid'), ('mind', 'psychische gezondheid'), ('addiction', 'verslaving'), ('safety', 'huiselijke relaties en veiligheid'), ('network', 'sociaal netwerk'), ('taking_part', 'meedoen'), ('paperwork', 'regelzaken'), ('language', 'taal en digitaal')], max_length=20)),
                ('words', models.TextField(verbose_name='wat we leerden')),
                ('kept_at', models.DateTimeField(null=True)),
                ('kept_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'les',
                'verbose_name_plural': 'lessen',
                'ordering': ['-kept_at'],
                'permissions': [('view_lessons', 'Mag lezen wat er is geleerd'), ('keep_lesson', 'Mag een les bewaren')],
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('words', config='dutch'), name='lesson_words')],
            },
        ),
        migrations.CreateModel(
            name='Pilot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, verbose_name='wat proberen we')),
                ('why', models.TextField(verbose_name='waarom, en wat hopen we te zien')),
                ('quality', models.CharField(choices=[('care', 'zorg als mensenwerk'), ('trust', 'vertrouwen'), ('sharing', 'delen wat nodig is'), ('teamwork', 'samenwerken'), ('involvement', 'eigen regie'), ('responsiveness', 'het ging over wat telt'), ('room', 'ruimte om te doen'), ('burden', 'weinig papierwerk')], max_length=14, verbose_name='waar letten we op')),
                ('year', models.PositiveSmallIntegerField(verbose_name='jaar')),
                ('quarter', models.PositiveSmallIntegerField(verbose_name='kwartaal')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('neighbourhoods', models.ManyToManyField(related_name='+', to='wijkteam.neighbourhood', verbose_name='in welke wijken')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'proef',
                'verbose_name_plural': 'proeven',
                'ordering': ['-started_at'],
                'permissions': [('run_pilot', 'Mag een proef beginnen en afsluiten')],
                'constraints': [models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4))), name='pilot_quarter')],
            },
        ),
        migrations.CreateModel(
            name='PilotMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('half', models.PositiveSmallIntegerField(verbose_name='helft van het jaar')),
                ('inside', models.BooleanField()),
                ('about', models.PositiveIntegerField(verbose_name='aantal antwoorden, ongeveer')),
                ('mean', models.DecimalField(decimal_places=1, max_digits=3, verbose_name='cijfer')),
                ('pilot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='monitor.pilot')),
            ],
            options={
                'verbose_name': 'vastgesteld cijfer van een proef',
                'verbose_name_plural': 'vastgestelde cijfers van proeven',
                'ordering': ['pilot', 'half', '-inside'],
                'constraints': [models.UniqueConstraint(fields=('pilot', 'half', 'inside'), name='pilot_mark_once'), models.CheckConstraint(condition=models.Q(('about__gte', 10), ('half__range', (1, 2)), ('mean__range', (1, 10))), name='pilot_mark_of_ten_or_more')],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='jaar')),
                ('quarter', models.PositiveSmallIntegerField(verbose_name='kwartaal')),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vastgesteld op')),
                ('frozen_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('most', models.PositiveSmallIntegerField(default=4)),
                ('draws', models.PositiveSmallIntegerField(default=1)),
                ('insider', models.PositiveSmallIntegerField(default=0)),
                ('hash', models.CharField(blank=True, max_length=64, verbose_name='controlegetal')),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'publicatie',
                'verbose_name_plural': 'publicaties',
                'ordering': ['-year', '-quarter'],
                'permissions': [('view_team_figures', 'Mag de cijfers van het eigen team zien'), ('view_releases', 'Mag zien wat is gepubliceerd'), ('sign_release', 'Mag een publicatie maken en vaststellen')],
                'constraints': [models.UniqueConstraint(fields=('year', 'quarter'), name='publication_once'), models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4))), name='publication_quarter'), models.CheckConstraint(condition=models.Q(('signed_by', models.F('confirmed_by')), _negated=True), name='publication_two_people')],
            },
        ),
        migrations.CreateModel(
            name='PublishedCell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=40)),
                ('period', models.CharField(choices=[('quarter', 'dit kwartaal'), ('year', 'het hele jaar')], default='quarter', max_length=8)),
                ('row', models.CharField(max_length=400)),
                ('column', models.CharField(blank=True, max_length=80)),
                ('row_key', models.CharField(blank=True, max_length=40)),
                ('column_key', models.CharField(blank=True, max_length=40)),
                ('position', models.PositiveIntegerField(default=0)),
                ('value', models.PositiveIntegerField(null=True)),
                ('words', models.CharField(blank=True, max_length=80)),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cells', to='monitor.publication')),
            ],
            options={
                'ordering': ['position', 'indicator', 'row', 'column'],
                'constraints': [models.UniqueConstraint(fields=('publication', 'indicator', 'row', 'column'), name='published_cell_once')],
            },
        ),
        migrations.CreateModel(
            name='PublishedMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='jaar')),
                ('voice', models.CharField(choices=[('resident', 'bewoners'), ('worker', 'professionals en partners'), ('contact', 'vindplaatsen'), ('municipality', 'de gemeente zelf')], max_length=12, verbose_name='wie')),
                ('quality', models.CharField(choices=[('care', 'zorg als mensenwerk'), ('trust', 'vertrouwen'), ('sharing', 'delen wat nodig is'), ('teamwork', 'samenwerken'), ('involvement', 'eigen regie'), ('responsiveness', 'het ging over wat telt'), ('room', 'ruimte om te doen'), ('burden', 'weinig papierwerk')], max_length=14, verbose_name='kwaliteit')),
                ('group', models.CharField(max_length=20)),
                ('names', models.CharField(blank=True, max_length=400, verbose_name='wijken')),
                ('whole', models.BooleanField(default=False)),
                ('about', models.PositiveIntegerField(verbose_name='aantal antwoorden, ongeveer')),
                ('mean', models.DecimalField(decimal_places=1, max_digits=3, verbose_name='cijfer')),
            ],
            options={
                'verbose_name': 'vastgesteld cijfer',
                'verbose_name_plural': 'vastgestelde cijfers',
                'ordering': ['year', 'quality', 'voice', 'whole', 'names'],
                'constraints': [models.UniqueConstraint(fields=('year', 'voice', 'quality', 'group'), name='published_mark_once'), models.CheckConstraint(condition=models.Q(('about__gte', 10), ('mean__range', (1, 10))), name='published_mark_of_ten_or_more')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('audience', models.CharField(choices=[('resident', 'bewoners'), ('professional', 'wijkteam'), ('partner', 'partners'), ('contact', 'vindplaatsen'), ('municipality', 'gemeente')], max_length=12)),
                ('year', models.PositiveSmallIntegerField()),
                ('quarter', models.PositiveSmallIntegerField()),
                ('band', models.CharField(blank=True, choices=[('money', 'geld, werk en regelzaken'), ('home', 'wonen en meedoen'), ('family', 'gezin en opvoeden'), ('health', 'gezondheid')], max_length=6)),
                ('mark', models.PositiveSmallIntegerField(null=True)),
                ('words', models.TextField(blank=True)),
                ('not_content', models.BooleanField(default=False)),
                ('reason', models.CharField(blank=True, choices=[('long', 'Het duurde te lang'), ('again', 'Ik moest mijn verhaal steeds opnieuw vertellen'), ('heard', 'Er werd niet goed naar mij geluisterd'), ('unclear', 'Ik wist niet wat er ging gebeuren'), ('decided', 'Anderen beslisten voor mij'), ('shared', 'Er is te veel over mij doorverteld'), ('fit', 'De hulp paste niet bij mij'), ('rules', 'Het mocht niet, of er was geen geld voor'), ('other', 'Iets anders')], max_length=8, verbose_name='reden')),
                ('reason_by_team', models.BooleanField(default=False)),
                ('neighbourhood', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.neighbourhood')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='monitor.question')),
            ],
            options={
                'permissions': [('sort_answers', 'Mag bij een open antwoord de reden kiezen')],
                'indexes': [models.Index(fields=['year', 'quarter', 'audience'], name='answer_period')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('mark__range', (1, 10)), ('reason', ''), ('words', '')), models.Q(('mark__isnull', True), models.Q(('reason', ''), ('words', ''), _negated=True)), _connector='OR'), name='answer_mark_or_words'), models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4))), name='answer_quarter')],
            },
        ),
        migrations.CreateModel(
            name='Questionnaire',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(choices=[('resident', 'bewoners'), ('professional', 'wijkteam'), ('partner', 'partners'), ('contact', 'vindplaatsen'), ('municipality', 'gemeente')], max_length=12, verbose_name='aan wie')),
                ('occasion', models.CharField(choices=[('conversation', 'na het gesprek'), ('review', 'bij het terugkijken'), ('closing', 'bij het afronden'), ('half_year', 'twee keer per jaar'), ('year', 'één keer per jaar'), ('signal', 'na een signaal')], max_length=12, verbose_name='wanneer')),
                ('version', models.PositiveSmallIntegerField(default=1, verbose_name='versie')),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
                ('since', models.DateField(default=django.utils.timezone.localdate)),
            ],
            options={
                'verbose_name': 'vragenlijst',
                'verbose_name_plural': 'vragenlijsten',
                'ordering': ['audience', 'occasion', '-version'],
                'permissions': [('enter_answers', 'Mag antwoorden van papier of telefoon invoeren')],
                'constraints': [models.UniqueConstraint(fields=('audience', 'occasion', 'version'), name='questionnaire_version')],
            },
        ),
        migrations.AddField(
            model_name='question',
            name='questionnaire',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='monitor.questionnaire'),
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('band', models.CharField(blank=True, choices=[('money', 'geld, werk en regelzaken'), ('home', 'wonen en meedoen'), ('family', 'gezin en opvoeden'), ('health', 'gezondheid')], max_length=6)),
                ('way', models.CharField(choices=[('link', 'met de link'), ('paper', 'op papier'), ('phone', 'aan de telefoon')], default='link', max_length=5)),
                ('made_on', models.DateField(default=django.utils.timezone.localdate)),
                ('expires_on', models.DateField()),
                ('reminded_on', models.DateField(null=True)),
                ('answered', models.BooleanField(default=False)),
                ('neighbourhood', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.neighbourhood')),
                ('team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wijkteam.team')),
                ('questionnaire', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='monitor.questionnaire')),
            ],
            options={
                'indexes': [models.Index(fields=['team', 'made_on'], name='invitation_team')],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField(verbose_name='wat zou u hebben gedaan?')),
                ('read_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['read_at'],
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField(verbose_name='jaar')),
                ('quarter', models.PositiveSmallIntegerField(verbose_name='kwartaal')),
                ('state', models.CharField(choices=[('waiting', 'wordt geteld'), ('ready', 'klaar om te tekenen'), ('signed', 'getekend, wacht op een tweede persoon'), ('set', 'vastgesteld'), ('refused', 'teruggegeven'), ('failed', 'niet gelukt')], default='waiting', max_length=8)),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('counted_at', models.DateTimeField(null=True)),
                ('draws', models.PositiveSmallIntegerField(default=0)),
                ('most', models.PositiveSmallIntegerField(default=4)),
                ('insider', models.PositiveSmallIntegerField(default=0)),
                ('small', models.PositiveIntegerField(default=0)),
                ('signed_at', models.DateTimeField(null=True)),
                ('set_at', models.DateTimeField(null=True)),
                ('refused_words', models.CharField(blank=True, max_length=300, verbose_name='waarom niet')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'publicatie in de maak',
                'verbose_name_plural': 'publicaties in de maak',
                'ordering': ['-year', '-quarter'],
                'constraints': [models.UniqueConstraint(fields=('year', 'quarter'), name='release_once'), models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4))), name='release_quarter'), models.CheckConstraint(condition=models.Q(('set_by__isnull', True), models.Q(('set_by', models.F('signed_by')), _negated=True), _connector='OR'), name='release_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'set'), _negated=True), models.Q(('set_at__isnull', False), ('set_by__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='release_set_was_signed')],
            },
        ),
        migrations.CreateModel(
            name='CountedFamilies',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('neighbourhood', models.CharField(max_length=40)),
                ('route', models.CharField(max_length=40)),
                ('domain', models.CharField(max_length=40)),
                ('number', models.PositiveIntegerField()),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counted', to='monitor.release')),
            ],
            options={
                'ordering': ['neighbourhood', 'route', 'domain'],
                'constraints': [models.UniqueConstraint(fields=('release', 'neighbourhood', 'route', 'domain'), name='counted_once')],
            },
        ),
        migrations.CreateModel(
            name='ReleaseFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=40)),
                ('period', models.CharField(choices=[('quarter', 'dit kwartaal'), ('year', 'het hele jaar')], default='quarter', max_length=8)),
                ('row', models.CharField(max_length=400)),
                ('column', models.CharField(blank=True, max_length=80)),
                ('row_key', models.CharField(max_length=40)),
                ('column_key', models.CharField(blank=True, max_length=40)),
                ('position', models.PositiveIntegerField()),
                ('count', models.PositiveIntegerField(null=True)),
                ('value', models.PositiveIntegerField(null=True)),
                ('words', models.CharField(blank=True, max_length=80)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='monitor.release')),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('release', 'indicator', 'row_key', 'column_key'), name='release_figure_once')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('indicator', models.CharField(blank=True, max_length=40)),
                ('side', models.CharField(choices=[('municipality', 'gemeente'), ('team', 'wijkteam')], max_length=12, verbose_name='wie vraagt')),
                ('words', models.TextField(verbose_name='uw vraag')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due', models.DateField()),
                ('answer', models.TextField(blank=True, verbose_name='antwoord')),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'vraag bij een cijfer',
                'verbose_name_plural': 'vragen bij cijfers',
                'ordering': ['-asked_at'],
                'permissions': [('ask_as_municipality', 'Mag vragen en antwoorden namens de gemeente'), ('ask_as_team', 'Mag vragen en antwoorden namens het wijkteam')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='remark_answer_has_time')],
            },
        ),
        migrations.CreateModel(
            name='Teller',
            fields=[
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='teller', serialize=False, to='monitor.story')),
                ('withdraw_hash', models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name='reading',
            name='story',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='monitor.story'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(fields=('questionnaire', 'number'), name='question_number'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='release_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{waiting:ready,waiting:failed,ready:signed,ready:refused,signed:set,signed:refused,refused:waiting,failed:waiting}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='f6c562a5cc13b7af6a71125c5385021986a30bc9', operation='UPDATE', pgid='pgtrigger_release_moves_84196', table='monitor_release', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='teller',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('story', 'reader'), name='reading_once_per_reader'),
        ),
        migrations.AddConstraint(
            model_name='teller',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('user__isnull', False), ('withdraw_hash', '')), models.Q(('user__isnull', True), models.Q(('withdraw_hash', ''), _negated=True)), _connector='OR'), name='teller_account_or_code'),
        ),
    ]
