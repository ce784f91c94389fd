"""What someone tries who gets a statement in: the database's own lock must hold by itself."""

import psycopg2
import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection, transaction
from django.http import JsonResponse
from django.test import override_settings
from django.urls import include, path

from casework.models import Action, CaseFile, Goal, Household, Person, Seat, TimelineEntry
from intake.models import Conversation, ConversationRequest, OwnWords
from tests.conftest import app_login
from tests.locks.visitors import Family
from wijkteam.roles import GROUP_ROLES

NOT_AT_A_TABLE = ["public", "contact", "municipality", "privacy_officer", "manager"]
PROBES = [
    "SELECT * FROM casework_casefile",
    "SELECT name FROM casework_person",
    "SELECT 1/(SELECT 0 FROM casework_household LIMIT 1)",
    "SELECT words FROM intake_ownwords",
    "SELECT goes_well FROM intake_conversation",
    "SELECT casework_files('view_casefile')",
    "SELECT casework_break_glass(gen_random_uuid(), 'een reden van meer dan twintig tekens', 24)",
    "SELECT casework_welcome()",
    "COPY casework_person TO STDOUT",
    "SELECT password FROM wijkteam_user",
    "SELECT session_key FROM django_session",
    "SELECT pg_read_file('/etc/passwd')",
    "CREATE TABLE mine (a int)",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "ALTER TABLE casework_person DISABLE ROW LEVEL SECURITY",
    "DROP POLICY person_read ON casework_person",
    "SET LOCAL row_security = off; SELECT name FROM casework_person",
    "TRUNCATE wijkteam_accesslog",
    "UPDATE wijkteam_accesslog SET why = ''",
    "DELETE FROM wijkteam_accesslog",
]


def refused(role: str, statement: str) -> bool:
    """Run it as this role, as the app's login would: True when the database says no."""
    with transaction.atomic():
        try:
            with app_login(), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT set_config('role', %s, true)", [f"wijkteam_{role}"])
                cursor.execute(statement)
        except DatabaseError as error:
            words = str(error)
            return any(no in words for no in ["permission denied", "must be owner", "security"])
        finally:
            transaction.set_rollback(True)
        return False


@pytest.mark.django_db
@pytest.mark.parametrize("role", NOT_AT_A_TABLE)
def test_no_statement_reaches_a_family(role):
    let_through = [probe for probe in PROBES if not refused(role, probe)]
    assert let_through == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", [name.removeprefix("wijkteam_") for name in GROUP_ROLES])
def test_no_role_becomes_the_owner_or_changes_the_log(role):
    for statement in [
        "SET ROLE wijkteam_owner",
        "SET ROLE wijkteam_backup",
        "SET ROLE postgres",
        "UPDATE wijkteam_accesslog SET why = ''",
        "DELETE FROM wijkteam_accesslog",
        "UPDATE casework_timelineentry SET words = ''",
        "DELETE FROM casework_timelineentry",
        "DELETE FROM casework_casefile",
    ]:
        assert refused(role, statement), statement


@pytest.mark.django_db
def test_the_login_of_the_web_process_reads_no_family_and_becomes_nobody_else():
    """On a connection of its own: the tests' own login is a superuser in disguise."""
    params = connection.get_connection_params()
    names = ["host", "port", "dbname"]
    app = psycopg2.connect(user="wijkteam_app", **{k: params[k] for k in names if params.get(k)})
    app.autocommit = True
    tried = ["SET SESSION AUTHORIZATION postgres", "SET ROLE wijkteam_owner", "SET ROLE postgres",
             *(f"SELECT * FROM {model._meta.db_table}" for model in FAMILY_MODELS)]  # fmt: skip
    for statement in tried:
        with pytest.raises(psycopg2.errors.InsufficientPrivilege), app.cursor() as cursor:
            cursor.execute(statement)
    app.close()


@pytest.mark.django_db
def test_whatever_number_the_municipality_says_it_is_it_sees_no_family():
    family = Family()
    for user in family.users.values():
        for table in ["casework_casefile", "intake_conversationrequest", "casework_goal"]:
            probe = f"SET LOCAL wijkteam.user_id = '{user.pk}'; SELECT * FROM {table}"
            assert refused("municipality", probe)


@pytest.mark.django_db
def test_a_stranger_without_the_secret_reads_no_request():
    family = Family()
    with app_login(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', 'wijkteam_public', true)")
        cursor.execute("SELECT set_config('wijkteam.secret', %s, true)", ["0" * 64])
        cursor.execute("SELECT count(*) FROM intake_conversationrequest")
        assert cursor.fetchone() == (0,)
    assert ConversationRequest.objects.filter(pk=family.request.pk).exists()


FAMILY_MODELS = [CaseFile, Household, Person, Seat, Goal, Action, TimelineEntry,
                 ConversationRequest, Conversation, OwnWords]  # fmt: skip


@login_not_required
def forgot_its_filter(request):
    """A view as it should never be: everything there is, for whoever asks, and nothing logged."""
    request.written_down = True  # past the witness that would refuse the page (see access.py)
    found = {}
    for model in FAMILY_MODELS:
        try:
            with transaction.atomic():
                found[model.__name__] = model.objects.count()
        except DatabaseError:
            found[model.__name__] = 0
    return JsonResponse(found)


urlpatterns = [path("broken/", forgot_its_filter), path("", include("wijkteam.urls"))]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_view_without_its_filter_shows_nothing_of_another_family(stranger, as_user):
    family = Family()
    strangers = ["elsewhere", "seat_ended", "withdrawn", "other_resident", "contact"]
    nobody = [stranger, *(as_user(family.users[key]) for key in strangers)]
    for key in ["municipality", "manager"]:
        nobody.append(as_user(family.users[key]))
    for client in nobody:
        assert set(client.get("/broken/").json().values()) == {0}
    # The privacy officer sees that there are files and till when they are kept, and no family.
    officer = as_user(family.users["privacy"]).get("/broken/").json()
    assert officer.pop("CaseFile") == 1
    assert set(officer.values()) == {0}
    assert as_user(family.users["coordinator"]).get("/broken/").json()["CaseFile"] == 1
