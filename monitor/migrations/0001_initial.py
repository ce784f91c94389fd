import django.db.models.deletion
import django.utils.timezone
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
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'publicatie',
                'verbose_name_plural': 'publicaties',
                'ordering': ['-year', '-quarter'],
                'permissions': [('view_team_figures', 'Mag de cijfers van het eigen team zien'), ('view_releases', 'Mag zien wat is gepubliceerd')],
            },
        ),
        migrations.CreateModel(
            name='PublishedCell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=40)),
                ('row', models.CharField(max_length=80)),
                ('column', models.CharField(blank=True, max_length=80)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('value', models.PositiveIntegerField(null=True)),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cells', to='monitor.publication')),
            ],
            options={
                'ordering': ['indicator', 'position'],
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
    ]
