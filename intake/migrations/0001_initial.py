import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import intake.models.drafts
import phonenumber_field.modelfields
import uuid
import wijkteam.files
import wijkteam.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
        ('network', '0001_initial'),
        ('wijkteam', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ConversationRequest',
            fields=[
                ('own_page_email', models.EmailField(blank=True, editable=False, max_length=254)),
                ('lookup_keys', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), default=list, editable=False, size=None)),
                ('may_leave_message', models.BooleanField(null=True, verbose_name='mogen wij iets inspreken')),
                ('unsafe', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('call', 'bellen'), ('mail', 'mailen'), ('letter', 'een brief sturen'), ('visit', 'langskomen')], max_length=10), blank=True, default=list, size=None, verbose_name='wat we niet doen')),
                ('introduce_as', models.CharField(blank=True, max_length=120, verbose_name='hoe we ons bekendmaken')),
                ('day_parts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('morning', 'ochtend'), ('afternoon', 'middag'), ('evening', 'avond')], max_length=10), blank=True, default=list, size=None, verbose_name='wanneer liever')),
                ('place', models.CharField(blank=True, choices=[('home', 'bij mij thuis'), ('team', 'bij het wijkteam'), ('walk', 'tijdens een wandeling'), ('phone', 'aan de telefoon'), ('video', 'met beeldbellen'), ('vindplaats', 'op een plek in de buurt')], max_length=12, verbose_name='waar')),
                ('place_words', models.CharField(blank=True, max_length=120, verbose_name='welke plek')),
                ('spoken_language', models.CharField(blank=True, max_length=60, verbose_name='taal van het gesprek')),
                ('interpreter', models.BooleanField(default=False, verbose_name='tolk erbij')),
                ('company', models.CharField(blank=True, max_length=200, verbose_name='wie komt erbij')),
                ('client_supporter', models.BooleanField(default=False, verbose_name='cliëntondersteuner erbij')),
                ('accessibility', models.CharField(blank=True, max_length=200, verbose_name='waar wij op moeten letten')),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(default=wijkteam.references.new_reference, editable=False, max_length=8, unique=True, verbose_name='nummer')),
                ('arrived_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='binnen op')),
                ('route', models.CharField(choices=[('web', 'via de website'), ('phone', 'via de telefoon'), ('walk_in', 'via de inloop'), ('paper', 'op papier'), ('vindplaats', 'via een vindplaats'), ('house_visit', 'bij een huisbezoek')], max_length=12, verbose_name='hoe binnengekomen')),
                ('postcode', models.CharField(blank=True, max_length=6, verbose_name='postcode')),
                ('for_whom', models.CharField(choices=[('self', 'voor mijzelf of mijn gezin'), ('other', 'voor iemand anders')], default='self', max_length=6)),
                ('relation', models.CharField(blank=True, max_length=80, verbose_name='wat bent u van die persoon')),
                ('knows', models.CharField(blank=True, choices=[('yes', 'ja, die weet het'), ('no', 'nee, nog niet')], max_length=3, verbose_name='weet die persoon het')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('sender_name', models.CharField(blank=True, max_length=120, verbose_name='naam van wie het vraagt')),
                ('reach_by', models.CharField(choices=[('call', 'bellen'), ('text', 'een berichtje (sms)'), ('mail', 'e-mail'), ('visit', 'langskomen'), ('via', 'via iemand anders')], max_length=6, verbose_name='contact via')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoonnummer')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='adres')),
                ('via', models.CharField(blank=True, max_length=200, verbose_name='via wie')),
                ('status', models.CharField(choices=[('received', 'binnengekomen'), ('acknowledged', 'opgepakt'), ('planned', 'gesprek gepland'), ('held', 'gesprek gevoerd'), ('closed', 'klaar')], default='received', max_length=12)),
                ('outcome', models.CharField(blank=True, choices=[('answered', 'vraag beantwoord'), ('arranged', 'samen geregeld'), ('referred', 'warm overgedragen'), ('case_file', 'samen een plan maken'), ('withdrawn', 'ingetrokken door de bewoner'), ('not_reached', 'niet bereikt')], max_length=12)),
                ('outcome_words', models.TextField(blank=True, verbose_name='wat er is afgesproken')),
                ('handover_to', models.CharField(blank=True, max_length=200, verbose_name='warm overgedragen aan')),
                ('handover_phone', models.CharField(blank=True, max_length=40, verbose_name='telefoon')),
                ('handover_on', models.DateField(null=True, verbose_name='afgesproken dag')),
                ('closed_at', models.DateTimeField(null=True)),
                ('submission', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('case_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='casework.casefile')),
                ('holder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held_requests', to=settings.AUTH_USER_MODEL)),
                ('neighbourhood', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='wijkteam.neighbourhood')),
                ('requester', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='own_requests', to=settings.AUTH_USER_MODEL)),
                ('signal', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conversation_request', to='network.signal')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='wijkteam.team')),
            ],
            options={
                'verbose_name': 'verzoek om een gesprek',
                'verbose_name_plural': 'verzoeken om een gesprek',
                'ordering': ['arrived_at'],
                'permissions': [('view_inbox', 'Mag de verzoeken van de eigen wijken zien'), ('enter_request', 'Mag een verzoek invoeren'), ('handle_request', 'Mag een verzoek oppakken en afronden'), ('view_day', 'Mag de eigen dag zien'), ('lead_team', 'Mag zien hoe lang mensen wachten en wie wat draagt'), ('view_own_page', 'Mag de eigen pagina zien')],
            },
        ),
        migrations.CreateModel(
            name='OwnWords',
            fields=[
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='own_words', serialize=False, to='intake.conversationrequest')),
                ('words', models.TextField(blank=True, verbose_name='in eigen woorden')),
                ('own_plan', models.TextField(blank=True, verbose_name='eigen plan')),
            ],
        ),
        migrations.CreateModel(
            name='Conversation',
            fields=[
                ('colleagues', models.CharField(blank=True, max_length=200, verbose_name='wie er nog meer komt')),
                ('along', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('planned_at', models.DateTimeField(null=True, verbose_name='wanneer')),
                ('place', models.CharField(blank=True, choices=[('home', 'bij mij thuis'), ('team', 'bij het wijkteam'), ('walk', 'tijdens een wandeling'), ('phone', 'aan de telefoon'), ('video', 'met beeldbellen'), ('vindplaats', 'op een plek in de buurt')], max_length=12, verbose_name='waar')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='adres of telefoonnummer')),
                ('company', models.CharField(blank=True, max_length=200, verbose_name='wie zat erbij')),
                ('cancelled_at', models.DateTimeField(null=True)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('reminded_for', models.DateTimeField(null=True)),
                ('invited', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None)),
                ('invited_for', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('held_at', models.DateTimeField(null=True, verbose_name='gevoerd op')),
                ('goes_well', models.TextField(blank=True, verbose_name='Wat gaat goed')),
                ('can_give', models.TextField(blank=True, verbose_name='Wat kan en wil de bewoner zelf, ook voor anderen')),
                ('is_hard', models.TextField(blank=True, verbose_name='Wat is lastig')),
                ('network_can', models.TextField(blank=True, verbose_name='Wat kunnen mensen eromheen')),
                ('asked', models.TextField(blank=True, verbose_name='Wat vragen we aan professionals')),
                ('agreed', models.TextField(blank=True, verbose_name='Wat spraken we af')),
                ('version', models.PositiveIntegerField(default=1)),
                ('saved_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True, verbose_name='verstuurd op')),
                ('sent_how', models.CharField(blank=True, choices=[('mail', 'een mail met een link'), ('letter', 'een brief om te printen'), ('hand', 'al gegeven of samen gelezen')], max_length=6)),
                ('reaction', models.CharField(blank=True, choices=[('agrees', 'zo klopt het'), ('adds', 'ik wil iets veranderen of toevoegen')], max_length=6)),
                ('reaction_words', models.TextField(blank=True, verbose_name='uw eigen woorden')),
                ('reacted_at', models.DateTimeField(null=True)),
                ('professional', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conversations', to=settings.AUTH_USER_MODEL)),
                ('reaction_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conversations', to='intake.conversationrequest')),
            ],
            options={
                'verbose_name': 'keukentafelgesprek',
                'verbose_name_plural': 'keukentafelgesprekken',
                'ordering': ['planned_at'],
            },
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(default=wijkteam.references.new_reference, max_length=8, unique=True)),
                ('submission', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('arrived_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='binnen op')),
                ('route', models.CharField(choices=[('web', 'via de website'), ('phone', 'via de telefoon'), ('walk_in', 'via de inloop'), ('paper', 'op papier'), ('vindplaats', 'via een vindplaats'), ('house_visit', 'bij een huisbezoek')], default='web', max_length=12)),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2)),
                ('about', models.CharField(choices=[('team', 'het wijkteam'), ('person', 'iemand van het wijkteam'), ('waiting', 'het wachten'), ('privacy', 'mijn gegevens'), ('other', 'iets anders')], max_length=8, verbose_name='waarover')),
                ('of_the_team', models.CharField(blank=True, choices=[('nobody', 'nee, over niemand in het bijzonder'), ('worker', 'ja, over een medewerker'), ('lead', 'ja, over de teamleider')], max_length=8)),
                ('about_name', models.CharField(blank=True, max_length=120, verbose_name='over wie')),
                ('kept_out', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None)),
                ('words', models.TextField(verbose_name='wat er gebeurde')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('phone', phonenumber_field.modelfields.PhoneNumberField(blank=True, max_length=128, region=None, verbose_name='telefoonnummer')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='adres')),
                ('lookup_keys', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), default=list, editable=False, size=None)),
                ('taken_at', models.DateTimeField(null=True)),
                ('due', models.DateField(verbose_name='antwoord uiterlijk')),
                ('extended_at', models.DateTimeField(null=True)),
                ('extended_why', models.TextField(blank=True, verbose_name='waarom het langer duurt')),
                ('answer', models.TextField(blank=True, verbose_name='antwoord')),
                ('judgement', models.CharField(blank=True, choices=[('right', 'de klacht klopt'), ('partly', 'de klacht klopt voor een deel'), ('wrong', 'de klacht klopt volgens ons niet'), ('settled', 'het is samen opgelost')], max_length=8, verbose_name='oordeel')),
                ('answered_at', models.DateTimeField(null=True)),
                ('reopened_at', models.DateTimeField(null=True)),
                ('reopened_words', models.TextField(blank=True, verbose_name='waarom opnieuw')),
                ('second_answer', models.TextField(blank=True, verbose_name='tweede antwoord')),
                ('second_answered_at', models.DateTimeField(null=True)),
                ('announced_at', models.DateTimeField(null=True)),
                ('handler_told_for', models.DateField(null=True)),
                ('lead_told_for', models.DateField(null=True)),
                ('about_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('handler', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='complaints_handled', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='complaints', to='wijkteam.team')),
                ('request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='complaints', to='intake.conversationrequest')),
            ],
            options={
                'verbose_name': 'klacht',
                'verbose_name_plural': 'klachten',
                'ordering': ['due', 'arrived_at'],
                'permissions': [('enter_complaint', 'Mag een klacht opschrijven'), ('handle_complaint', 'Mag een klacht behandelen'), ('lead_complaints', 'Mag klachten van het eigen team verdelen')],
            },
        ),
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('acknowledge', 'bericht dat wij het verzoek hebben'), ('contact', 'eerste contact met een mens'), ('conversation', 'keukentafelgesprek'), ('legal', 'wettelijke termijn van zes weken'), ('own_plan', 'eigen plan van de bewoner')], max_length=12, verbose_name='klok')),
                ('due', models.DateField(verbose_name='uiterlijk')),
                ('met_at', models.DateTimeField(null=True, verbose_name='gedaan op')),
                ('stopped_at', models.DateTimeField(null=True, verbose_name='gestopt op')),
                ('paused_on', models.DateField(null=True, verbose_name='staat stil sinds')),
                ('paused_why', models.CharField(blank=True, choices=[('asked', 'de bewoner wil later verder'), ('away', 'de bewoner is weg of ziek'), ('papers', 'we wachten op papieren van de bewoner'), ('other', 'iets anders, met instemming van de bewoner')], max_length=8)),
                ('holder_told_at', models.DateTimeField(null=True)),
                ('lead_told_at', models.DateTimeField(null=True)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='intake.conversationrequest')),
            ],
            options={
                'ordering': ['due'],
            },
        ),
        migrations.CreateModel(
            name='Addition',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('plan', 'eigen plan'), ('letter', 'brief of foto')], max_length=6)),
                ('words', models.TextField(blank=True, verbose_name='in eigen woorden')),
                ('file', models.FileField(blank=True, storage=wijkteam.files.store, upload_to=wijkteam.files.random_name)),
                ('name', models.CharField(blank=True, max_length=160)),
                ('content_type', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='additions', to='intake.conversationrequest')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('data', models.JSONField(default=dict)),
                ('language', models.CharField(choices=[('nl', 'Nederlands'), ('en', 'English'), ('ar', 'العربية'), ('tr', 'Türkçe'), ('pl', 'Polski'), ('uk', 'Українська'), ('ti', 'ትግርኛ')], default='nl', max_length=2)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('expires_at', models.DateTimeField(default=intake.models.drafts.a_week_from_now)),
                ('sent_reference', models.CharField(blank=True, max_length=8)),
            ],
            options={
                'indexes': [models.Index(fields=['expires_at'], name='draft_expires')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('colleagues', models.CharField(blank=True, max_length=200, verbose_name='wie er nog meer komt')),
                ('along', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('moments', django.contrib.postgres.fields.ArrayField(base_field=models.DateTimeField(), size=None)),
                ('place', models.CharField(blank=True, choices=[('home', 'bij mij thuis'), ('team', 'bij het wijkteam'), ('walk', 'tijdens een wandeling'), ('phone', 'aan de telefoon'), ('video', 'met beeldbellen'), ('vindplaats', 'op een plek in de buurt')], max_length=12, verbose_name='waar')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='adres of telefoonnummer')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('chosen', models.DateTimeField(null=True)),
                ('chosen_at', models.DateTimeField(null=True)),
                ('none_fits_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('professional', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='intake.conversationrequest')),
            ],
            options={
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='RequestLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intake.conversationrequest')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intake.conversationrequest')),
            ],
        ),
        migrations.CreateModel(
            name='StatusMove',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('old', models.CharField(blank=True, choices=[('received', 'binnengekomen'), ('acknowledged', 'opgepakt'), ('planned', 'gesprek gepland'), ('held', 'gesprek gevoerd'), ('closed', 'klaar')], max_length=12)),
                ('new', models.CharField(choices=[('received', 'binnengekomen'), ('acknowledged', 'opgepakt'), ('planned', 'gesprek gepland'), ('held', 'gesprek gevoerd'), ('closed', 'klaar')], max_length=12)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('words', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='intake.conversationrequest')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddIndex(
            model_name='conversationrequest',
            index=models.Index(condition=models.Q(('status', 'closed'), _negated=True), fields=['team', 'arrived_at'], name='request_open_by_team'),
        ),
        migrations.AddIndex(
            model_name='conversationrequest',
            index=models.Index(fields=['requester'], name='request_requester'),
        ),
        migrations.AddIndex(
            model_name='conversationrequest',
            index=models.Index(condition=models.Q(('requester__isnull', True), models.Q(('own_page_email', ''), _negated=True)), fields=['own_page_email'], name='request_unclaimed'),
        ),
        migrations.AddIndex(
            model_name='conversationrequest',
            index=django.contrib.postgres.indexes.GinIndex(fields=['lookup_keys'], name='request_lookup'),
        ),
        migrations.AddConstraint(
            model_name='conversationrequest',
            constraint=models.CheckConstraint(condition=models.Q(('address', ''), ('email', ''), ('phone', ''), ('via', ''), _negated=True), name='request_reachable'),
        ),
        migrations.AddConstraint(
            model_name='conversationrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('status', 'closed'), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('status', 'closed'), _negated=True), ('closed_at__isnull', True), ('outcome', '')), _connector='OR'), name='request_closed_has_outcome'),
        ),
        migrations.AddConstraint(
            model_name='conversationrequest',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['received', 'closed']), ('holder__isnull', False), _connector='OR'), name='request_taken_has_holder'),
        ),
        migrations.AddConstraint(
            model_name='conversationrequest',
            constraint=models.CheckConstraint(condition=models.Q(('for_whom', 'other'), ('knows', ''), _negated=True), name='request_other_says_knows'),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(condition=models.Q(('cancelled_at__isnull', True), ('held_at__isnull', True)), fields=['planned_at'], name='conversation_ahead'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), ('held_at__isnull', False), _connector='OR'), name='conversation_sent_was_held'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.CheckConstraint(condition=models.Q(('reaction', ''), ('sent_at__isnull', False), _connector='OR'), name='conversation_reaction_after_sending'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at__isnull', True), ('held_at__isnull', True)), fields=('request',), name='conversation_one_ahead'),
        ),
        migrations.AddIndex(
            model_name='complaint',
            index=models.Index(fields=['team', 'due'], name='complaint_by_team'),
        ),
        migrations.AddIndex(
            model_name='complaint',
            index=django.contrib.postgres.indexes.GinIndex(fields=['lookup_keys'], name='complaint_lookup'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('handler', models.F('about_user')), _negated=True), ('handler__isnull', True), ('about_user__isnull', True), _connector='OR'), name='complaint_handler_is_not_its_subject'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('address', ''), ('email', ''), ('phone', ''), _negated=True), name='complaint_reachable'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), models.Q(('handler__isnull', False), models.Q(('answer', ''), _negated=True), models.Q(('judgement', ''), _negated=True)), _connector='OR'), name='complaint_answer_by_handler'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('reopened_at__isnull', True), ('answered_at__isnull', False), _connector='OR'), name='complaint_reopened_after_answer'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('second_answered_at__isnull', True), ('reopened_at__isnull', False), _connector='OR'), name='complaint_second_after_reopening'),
        ),
        migrations.AddIndex(
            model_name='clock',
            index=models.Index(condition=models.Q(('met_at__isnull', True), ('stopped_at__isnull', True)), fields=['request', 'due'], name='clock_running'),
        ),
        migrations.AddIndex(
            model_name='clock',
            index=models.Index(condition=models.Q(('met_at__isnull', True), ('stopped_at__isnull', True)), fields=['due'], name='clock_open_due'),
        ),
        migrations.AddConstraint(
            model_name='clock',
            constraint=models.UniqueConstraint(fields=('request', 'kind'), name='clock_once_per_kind'),
        ),
        migrations.AddConstraint(
            model_name='clock',
            constraint=models.CheckConstraint(condition=models.Q(('met_at__isnull', True), ('stopped_at__isnull', True), _connector='OR'), name='clock_met_or_stopped'),
        ),
        migrations.AddConstraint(
            model_name='clock',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('paused_on__isnull', True), ('paused_why', '')), models.Q(('met_at__isnull', True), ('paused_on__isnull', False), models.Q(('paused_why', ''), _negated=True)), _connector='OR'), name='clock_paused_is_unmet_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='addition',
            constraint=models.CheckConstraint(condition=models.Q(('file', ''), ('words', ''), _negated=True), name='addition_says_something'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('moments__len__range', (2, 3))), name='proposal_two_or_three'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('chosen__isnull', True), ('chosen_at__isnull', True)), models.Q(('chosen_at__isnull', False), ('moments__contains', [models.F('chosen')])), _connector='OR'), name='proposal_chosen_out_of_its_moments'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(condition=models.Q(('chosen_at__isnull', True), ('none_fits_at__isnull', True), ('withdrawn_at__isnull', True)), fields=('request',), name='proposal_one_open_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='requestlink',
            index=models.Index(fields=['other'], name='link_other'),
        ),
        migrations.AddConstraint(
            model_name='requestlink',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('one', 'other'), name='link_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='requestlink',
            constraint=models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='link_two_requests'),
        ),
    ]
