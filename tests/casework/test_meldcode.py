"""The meldcode: read by the coordinator and who is named; the family learns nothing of it."""

from uuid import uuid4

import pytest

from casework.models import Emergency, Meldcode, MeldcodeStep
from tests.casework.browser import send, words
from tests.casework.test_locks_probed import tries
from tests.conftest import app_login
from wijkteam import database
from wijkteam.models import AccessLog

WORDS = "Blauwe plekken gezien bij Noor."


@pytest.fixture
def begun(family, as_user, colleague) -> Meldcode:
    response = send(as_user(colleague), f"{family.url}meldcode/", words=WORDS, twice=True)
    assert response.status_code == 302
    return Meldcode.objects.get()


def url(one: Meldcode) -> str:
    return f"/werk/meldcode/{one.pk}/"


def test_who_begins_and_the_coordinator_read_it(begun, as_user, colleague, professional):
    for user in [colleague, professional]:
        page = words(as_user(user).get(url(begun)))
        assert WORDS in page
        assert "1. Signalen in kaart brengen" in page
    assert MeldcodeStep.objects.count() == 1


def test_others_find_nothing(begun, family, as_user, partner, outsider, team_lead, resident):
    for user in [partner, outsider, team_lead]:
        assert as_user(user).get(url(begun)).status_code == 404
        with app_login(), database.role("professional", user.pk):
            assert not Meldcode.objects.exists()
            assert not MeldcodeStep.objects.exists()
    assert as_user(resident).get(url(begun)).status_code == 403
    assert WORDS not in words(as_user(resident).get(family.own_url))
    assert "eldcode" not in words(as_user(resident).get("/mijn/wie-keek/"))
    assert not AccessLog.objects.filter(
        part="meldcode", household_id=family.case_file.household_id
    ).exists()


def test_who_does_not_read_it_does_not_hear_that_one_runs(family, as_user, professional, colleague):
    road, worry = f"{family.url}meldcode/", "Ik maak mij zorgen."
    send(as_user(professional), road, words=WORDS)
    assert words(as_user(colleague).get(road)).count("De meldcode van") == 0
    began = send(as_user(colleague), road, words=worry)
    assert began.status_code == 302, words(began)
    told = words(as_user(colleague).get(began.url))
    assert worry in told
    assert WORDS not in told
    assert "begonnen door" not in told
    page = words(as_user(professional).get(road))
    assert page.count("begonnen door") == 2, "the coordinator reads both, and finds them here"


def test_who_began_one_writes_on_in_that_one(begun, family, as_user, colleague):
    """Two windows: what was typed in the second one stays."""
    other = {"key": uuid4(), "words": "Nog iets."}
    page = words(as_user(colleague).post(f"{family.url}meldcode/", other))
    assert "U begon hier al een meldcode." in page
    assert "Nog iets." in page
    assert url(begun) in page, "the way there"
    assert Meldcode.objects.count() == 1


def test_only_who_does_not_read_it_yet_can_be_named(begun, as_user, professional, partner):
    def choices() -> str:
        return words(as_user(professional).get(url(begun))).partition("Wie leest er mee?")[2]

    assert f'value="{partner.pk}"' in choices()
    assert f'value="{professional.pk}"' not in choices(), "the coordinator reads it already"
    again = as_user(professional).post(f"{url(begun)}meelezen/", {"user": professional.pk})
    assert begun.members.count() == 1, again
    for seat in begun.case_file.seats.open().filter(user__isnull=False, is_coordinator=False):
        as_user(professional).post(f"{url(begun)}meelezen/", {"user": seat.user_id})
    assert choices() == "", "nobody is left: no list without names"


def test_the_resident_has_no_right_on_its_tables(begun, resident):
    from django.db import ProgrammingError, transaction

    with app_login(), database.role("resident", resident.pk):
        for model in [Meldcode, MeldcodeStep]:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                list(model.objects.all())


def test_who_is_named_reads_it_and_the_log_says_so(begun, as_user, professional, partner):
    client = as_user(professional)
    assert client.post(f"{url(begun)}meelezen/", {"user": partner.pk}).status_code == 302
    assert WORDS in words(as_user(partner).get(url(begun)))
    page = words(client.get(url(begun)))
    assert "Femke Smit</bdi> bekeek" in page


def test_who_was_named_finds_the_way_and_nobody_else_does(
    begun, family, as_user, professional, partner
):
    road, client = f"{family.url}meldcode/", as_user(partner)
    assert road not in words(client.get(family.url))
    assert client.get(road).status_code == 404
    as_user(professional).post(f"{url(begun)}meelezen/", {"user": partner.pk})
    assert road in words(client.get(family.url))
    assert client.get(road).url == url(begun)


def test_after_the_closing_the_coordinator_still_finds_it(
    begun, family, as_user, professional, resident
):
    family.case_file.close(professional, "Het gaat weer.")
    road, client = f"{family.url}meldcode/", as_user(professional)
    assert road in words(client.get(family.url))
    assert client.get(road).url == url(begun)
    send(client, f"{url(begun)}stap/", kind="decide", words="Besloten.", decision="help")
    client.post(f"{url(begun)}afsluiten/")
    page = words(client.get(road))
    assert url(begun) in page
    assert "Stap 1" not in page
    assert "eldcode" not in words(as_user(resident).get(family.own_url))


def test_steps_are_added_and_the_last_one_decides(begun, as_user, professional):
    client = as_user(professional)
    page = words(send(client, f"{url(begun)}stap/", kind="decide", words="Besloten."))
    assert "Kies bij stap 5 wat u besloot." in page
    page = words(send(client, f"{url(begun)}stap/", kind="talk", words="Gepraat.", decision="help"))
    assert "Kies dan stap 5." in page
    assert MeldcodeStep.objects.count() == 1, "what was chosen is not left out in silence"
    refused = client.post(f"{url(begun)}afsluiten/", follow=True)
    assert "Leg eerst stap 5 vast" in words(refused)
    send(client, f"{url(begun)}stap/", kind="decide", words="Besloten.", decision="help")
    client.post(f"{url(begun)}afsluiten/")
    assert not Meldcode.objects.open().exists()
    assert client.get(f"{url(begun)}stap/").status_code == 404


def test_broken_glass_stays_unsaid_while_a_step_says_why(
    begun, family, as_user, professional, resident, other_team, outsider
):
    step = f"{url(begun)}stap/"
    send(as_user(professional), step, kind="talk", words="Gesprek.", withheld="Gevaar voor Noor.")
    with app_login(), database.role("professional", outsider.pk):
        Emergency.break_glass(
            family.case_file.household_id, outsider, "De buren horen geschreeuw en gehuil."
        )
    AccessLog.objects.create(
        user=outsider, user_name="Iris Bakker", household_id=family.case_file.household_id,
        act="noodtoegang", part="plan", ground="acuut gevaar", correlation=begun.pk,
    )  # fmt: skip
    assert "Iris Bakker" not in words(as_user(resident).get("/mijn/wie-keek/"))
    with app_login(), database.role("resident", resident.pk):
        assert not Emergency.objects.exists()
        assert not AccessLog.objects.filter(ground="acuut gevaar").exists()
    # Asking which files are silent would say that there is a meldcode.
    assert "permission denied" in tries(resident, "SELECT casework_silent_files()")
    send(as_user(professional), step, kind="weigh", words="Het is veilig.")
    assert "Iris Bakker" in words(as_user(resident).get("/mijn/wie-keek/"))
    assert "geschreeuw" in words(as_user(resident).get(family.own_url))
