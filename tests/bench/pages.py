"""S3, S4, S5, S10: a long story, a full inbox, the resident's page, and searching one's own tables.

S3 and S5 are measured beside the same template rendered once more from what the page had read, with
the few queries that the template itself asks; S4 and S10 beside the queries of the page alone.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.test import Client
from django.test.signals import template_rendered
from django.test.utils import CaptureQueriesContext, setup_test_environment

from tests.bench.figures import Figure
from tests.bench.files import beside, listening, reader, tidy
from tests.browser.portal import ROOT, Portal
from wijkteam import database
from wijkteam.embedded import Embedded
from wijkteam.models import User
from wijkteam.roles import DATABASE_ROLE


def measure(portal: Portal) -> list[Figure]:
    admin = Embedded(portal.data).admin_url
    file = lived_in(admin)
    tidy(admin)
    setup_test_environment()
    settings.ALLOWED_HOSTS = ["*"]
    sanne, mark = client("sanne@demo.example"), client("mark@demo.example")
    inbox = "/werk/verzoeken/"
    return [
        *beside_template("S3", "a case file with a long story", sanne, f"/werk/dossiers/{file}/",
                         "casework/case_file.html", "<= 20"),
        *beside_sql("S4", "the inbox, 2,000 open requests", sanne, inbox, "<= 4", "<= 12"),
        *beside_template("S5", "the same plan for the resident", mark, f"/mijn/plan/{file}/",
                         "casework/own_file.html", "<= 20"),
        *beside_sql("S10", "search a name at my tables", sanne, "/werk/dossiers/?zoek=jan",
                    "<= 6", ""),
    ]  # fmt: skip


def lived_in(admin: str) -> str:
    """The key of the file with the long story."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.lived_in"],
        cwd=ROOT, env=os.environ | {"DATABASE_URL": admin}, check=True, text=True,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    return done.stdout.split()[-1]


def client(email: str) -> Client:
    made = Client(HTTP_HOST="localhost")
    made.force_login(User.objects.get(email=email), backend=settings.AUTHENTICATION_BACKENDS[0])
    return made


def opened(one: Client, url: str) -> Callable[[], None]:
    def page() -> None:
        assert one.get(url).status_code == 200, url

    return page


def beside_template(
    number: str, work: str, one: Client, url: str, template: str, queries: str
) -> list[Figure]:
    page = opened(one, url)
    page()
    seen: list[dict[str, Any]] = []

    def keep(sender: Any, template: Any, context: Any, **more: Any) -> None:
        if template.name == name:
            prefetch_related_objects([context["case_file"]], "requests")  # asked by the template
            seen.append(context.flatten())

    name = template
    template_rendered.connect(keep)
    with CaptureQueriesContext(connection) as captured:
        page()
        asked = len(captured)
    template_rendered.disconnect(keep)
    context = seen[-1]

    user = User.objects.get(pk=one.session["_auth_user_id"])

    def again() -> None:
        with database.role(DATABASE_ROLE[user.role], user.pk):
            render_to_string(name, context)

    again()
    with CaptureQueriesContext(connection) as more:
        again()
        left = sum(said["sql"].startswith("SELECT") for said in more.captured_queries) - 1
    ours, theirs = beside(page, again)
    asked = len(captured)
    return [
        Figure(number, work, f"{ours:.1f} ms", f"its template, {left} queries, {theirs:.1f} ms",
               ours / theirs, "<= 2", " x"),
        Figure(number, "the same: queries", str(asked), "", asked, queries),
    ]  # fmt: skip


def beside_sql(
    number: str, work: str, one: Client, url: str, goal: str, queries: str
) -> list[Figure]:
    page = opened(one, url)
    page()
    with CaptureQueriesContext(connection) as captured, listening() as said:
        page()
        asked = sum("SAVEPOINT" not in one["sql"] for one in captured.captured_queries)
    with reader() as read:
        ours, theirs = beside(page, lambda: read(said))
    reference = f"its {len(said)} queries, psycopg2 alone {theirs:.1f} ms"
    found = [Figure(number, work, f"{ours:.1f} ms", reference, ours / theirs, goal, " x")]
    if queries:
        found.append(Figure(number, "the same: queries", str(asked), "", asked, queries))
    return found
