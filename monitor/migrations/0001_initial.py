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
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            },
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('year', 'quarter'), name='publication_once'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4))), name='publication_quarter'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('signed_by', models.F('confirmed_by')), _negated=True), name='publication_two_people'),
        ),
        migrations.AddConstraint(
            model_name='publishedcell',
            constraint=models.UniqueConstraint(fields=('publication', 'indicator', 'row', 'column'), name='published_cell_once'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.UniqueConstraint(fields=('year', 'quarter'), name='release_once'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('quarter__range', (1, 4))), name='release_quarter'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('set_by__isnull', True), models.Q(('set_by', models.F('signed_by')), _negated=True), _connector='OR'), name='release_two_people'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'set'), _negated=True), models.Q(('set_at__isnull', False), ('set_by__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='release_set_was_signed'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='release_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{waiting:ready,waiting:failed,ready:signed,ready:refused,signed:set,signed:refused,refused:waiting,failed:waiting}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='f6c562a5cc13b7af6a71125c5385021986a30bc9', operation='UPDATE', pgid='pgtrigger_release_moves_84196', table='monitor_release', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='countedfamilies',
            constraint=models.UniqueConstraint(fields=('release', 'neighbourhood', 'route', 'domain'), name='counted_once'),
        ),
        migrations.AddConstraint(
            model_name='releasefigure',
            constraint=models.UniqueConstraint(fields=('release', 'indicator', 'row_key', 'column_key'), name='release_figure_once'),
        ),
    ]
