"""S3, S4, S5, S10: a long story, a full inbox, the resident's page, and searching one's own tables.

S3 and S5 are measured beside the same template with the same words in plain dicts: by the clock on
the wall, and by the time that this process works. S4 and S10 beside the queries of the page alone.
"""

import os
import subprocess
import sys
import time
from typing import Any

from django.db import connection
from django.template.loader import render_to_string
from django.test.signals import template_rendered
from django.test.utils import (
    CaptureQueriesContext,
    setup_test_environment,
    teardown_test_environment,
)

from tests.bench.figures import Figure
from tests.bench.files import listening, reader, tidy
from tests.bench.inside import Work, beside, plain, visit
from tests.browser.portal import ROOT, Portal
from wijkteam.embedded import Embedded
from wijkteam.models import User

STEPS = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")  # no questions


def measure(portal: Portal) -> list[Figure]:
    admin = Embedded(portal.data).admin_url
    file = lived_in(admin)
    tidy(admin)
    sanne, mark = person("sanne@demo.example"), person("mark@demo.example")
    inbox, search = "/werk/verzoeken/", "/werk/dossiers/?zoek=jan"
    return [
        *beside_template("S3", "a case file with a long story",
                         visit(sanne, f"/werk/dossiers/{file}/"), "casework/case_file.html"),
        *beside_sql("S4", "the inbox, 2,000 open requests", visit(sanne, inbox), "<= 4", "<= 12"),
        *beside_template("S5", "the same plan for the resident",
                         visit(mark, f"/mijn/plan/{file}/"), "casework/own_file.html"),
        *beside_sql("S10", "search a name at my tables", visit(sanne, search), "<= 6", ""),
    ]  # fmt: skip


def person(email: str) -> User:
    return User.objects.get(email=email)


def lived_in(admin: str) -> str:
    """The key of the file with the long story."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.lived_in"],
        cwd=ROOT, env=os.environ | {"DATABASE_URL": admin}, check=True, text=True,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    return done.stdout.split()[-1]


def beside_template(number: str, work: str, page: Work, template: str) -> list[Figure]:
    page()
    context = context_of(page, template)

    def again() -> None:
        render_to_string(template, context)

    again()
    wall, bare_wall = beside(page, again)
    busy, bare_busy = beside(page, again, time.process_time)
    with CaptureQueriesContext(connection) as left:
        again()
    assert not len(left), left.captured_queries
    asked = questions(page)
    return [
        Figure(number, work, f"{wall:.1f} ms", f"its template with dicts {bare_wall:.1f} ms",
               wall / bare_wall, "<= 2", " x"),
        Figure(number, "the same, time at work", f"{busy:.1f} ms", f"template {bare_busy:.1f} ms",
               busy / bare_busy, "<= 2", " x"),
        Figure(number, "the same: queries", str(asked), "", asked, "<= 20"),
    ]  # fmt: skip


def context_of(page: Work, template: str) -> dict[str, Any]:
    """What this template was given, as plain dicts."""
    seen: list[dict[str, Any]] = []

    def keep(sender: Any, template: Any, context: Any, **more: Any) -> None:
        if template.name == name and not seen:
            seen.append({key: plain(value) for key, value in context.flatten().items()})
            render_to_string(name, seen[-1])  # still as the visitor: what the dicts need is read

    name = template
    setup_test_environment()
    template_rendered.connect(keep)
    page()
    template_rendered.disconnect(keep)
    teardown_test_environment()
    return seen[0]


def questions(page: Work) -> int:
    with CaptureQueriesContext(connection) as captured:
        page()
    return sum(not one["sql"].lstrip().startswith(STEPS) for one in captured.captured_queries)


def beside_sql(number: str, work: str, page: Work, goal: str, queries: str) -> list[Figure]:
    page()
    with listening() as said:
        page()
    with reader() as read:
        ours, theirs = beside(page, lambda: read(said))
    reference = f"its {len(said)} queries, psycopg2 alone {theirs:.1f} ms"
    found = [Figure(number, work, f"{ours:.1f} ms", reference, ours / theirs, goal, " x")]
    if queries:
        asked = questions(page)
        found.append(Figure(number, "the same: queries", str(asked), "", asked, queries))
    return found
