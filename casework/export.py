"""What a resident takes along from the case files. Read as the resident."""

from collections.abc import Iterable
from typing import Any

from django.template.defaultfilters import filesizeformat, floatformat
from django.utils.translation import gettext as _

from casework.models import (
    Action,
    CaseFile,
    Difference,
    Document,
    Goal,
    GoalAnswer,
    GoalReview,
    HouseholdMember,
    LeaveRequest,
    MandateQuestion,
    PersonContact,
    Position,
    RightsRequest,
    Seat,
    SharingGround,
    SharingQuestion,
    StuckPoint,
    TeamHandover,
    TimelineEntry,
)
from wijkteam.choices import LifeDomain
from wijkteam.export import Chapter, Line, for_machines, label, line_of, plain
from wijkteam.models import AccessLog, AccessQuestion, User

MOST_LOOKS = 5000


def chapters(user: User) -> Iterable[Chapter]:
    """One chapter per kind, over all files of this person."""
    files = list(CaseFile.objects.visible_to(user).select_related("household", "team"))
    if files:
        yield from _of_files(user, files)
    yield Chapter(_("Wat ik vroeg over mijn gegevens"), _rights(user))
    yield Chapter(_("Wie er keek"), _looks(user))
    asked = AccessQuestion.objects.filter(asked_by=user).select_related("row")
    why = ("words", "asked_at", "due", "answered_at", "answer_words")
    yield Chapter(_("Waarom?"), [
        {_("wie"): one.row.user_name} | line_of(one, *why) for one in asked
    ])  # fmt: skip


def _of_files(user: User, files: list[CaseFile]) -> Iterable[Chapter]:
    """Who there is, the plan, the story, and with whom it is shared."""
    yield Chapter(_("Mijn plan"), [_file(one) for one in files])
    homes = [one.household_id for one in files]
    members = HouseholdMember.objects.filter(household__in=homes).select_related("person")
    yield Chapter(_("Wie er bij het gezin horen"), [_member(one, user) for one in members])
    seats = Seat.objects.visible_to(user)
    fields = ("name", "from_whom", "role", "is_coordinator", "since", "until")
    yield Chapter(
        _("Wie er aan tafel zit of zat"), [line_of(s, *fields) for s in seats],
        {label(Seat, "is_coordinator"): lambda is_so: is_so or ""},
    )  # fmt: skip
    yield from _plan(user)
    yield from _together(user)
    yield Chapter(_("Wat er is opgeschreven"), _entries(user))
    yield Chapter(_("Met wie er gedeeld wordt of werd"), _grounds(user))
    yield Chapter(_("Wat er gevraagd is over delen"), _sharing(user))
    yield Chapter(_("Wilt u dat iemand van tafel gaat?"), _leaving(user))
    yield Chapter(_("Naar een ander wijkteam"), _teams(user))
    about = ("title", "name", "kind", "size", "at", "life_domain", "version")
    found = Document.objects.visible_to(user).select_related("by")
    yield Chapter(
        _("Documenten"), [_by(one, *about) for one in found],
        {label(Document, "kind"): for_machines, label(Document, "size"): filesizeformat},
    )  # fmt: skip


def _file(one: CaseFile) -> Line:
    return {
        _("gezin"): one.household.name,
        _("adres"): ", ".join(filter(None, [one.household.address, one.household.town])),
        _("wijkteam"): one.team.name,
    } | line_of(one, "opened_at", "closed_at", "outcome_words", "destroy_on")


def _member(one: HouseholdMember, user: User) -> Line:
    """Of the others in the house no number and no address: who went away may not be found."""
    is_own = one.person.user_id == user.pk
    line = line_of(one.person, "name", *(["birth_year"] if is_own else []))
    for contact in PersonContact.objects.filter(person=one.person) if is_own else []:
        line |= line_of(contact, "phone", "email")
    return line | line_of(one, "role")


def _plan(user: User) -> Iterable[Chapter]:
    goals = Goal.objects.visible_to(user).select_related("whose")
    fields = ("life_domain", "words", "start_mark", "wished_mark", "status", "review_on")
    yield Chapter(_("Doelen"), [_whose(one.whose) | line_of(one, *fields) for one in goals])
    marks = GoalReview.objects.visible_to(user).select_related("goal", "by")
    yield Chapter(_("Terugblikken"), [
        {_("doel"): one.goal.words} | _by(one, "mark", "words", "at") for one in marks
    ])  # fmt: skip
    answers = GoalAnswer.objects.visible_to(user).select_related("goal", "by")
    yield Chapter(_("Wat ik van de doelen vind"), [
        {_("doel"): one.goal.words} | _by(one, "agrees", "words", "at") for one in answers
    ])  # fmt: skip
    actions = Action.objects.visible_to(user).select_related("owner")
    about = ("words", "kind", "life_domain", "due", "done_at")
    yield Chapter(_("Afspraken"), [
        {_("wie"): one.owner.name} | line_of(one, *about) for one in actions
    ])  # fmt: skip


def _together(user: User) -> Iterable[Chapter]:
    """What the table does not agree on, waits for, and is stuck on; also what is over."""
    positions = Position.objects.visible_to(user).select_related("difference", "seat")
    views = [
        {_("waarover"): one.difference.subject, _("wie"): one.seat.name}
        | line_of(one, "measure", "work")
        for one in positions.order_by("difference__created_at", "at")
    ]
    about = ("subject", "life_domain", "status", "tried", "try_until", "decider", "mandate",
             "review_on", "outcome", "learned")  # fmt: skip
    differences = Difference.objects.visible_to(user)
    yield Chapter(_("We zien iets verschillend"), [*(line_of(d, *about) for d in differences),
                                                   *views])  # fmt: skip
    fields = ("words", "amount", "asked_to", "due", "answer", "answer_words")
    questions = MandateQuestion.objects.visible_to(user)
    yield Chapter(
        _("We wachten op"), [line_of(one, *fields) for one in questions],
        {label(MandateQuestion, "amount"): lambda amount: floatformat(amount, 2)},
    )  # fmt: skip
    stuck = StuckPoint.objects.visible_to(user).select_related("forwarded")
    yield Chapter(_("Hier loopt het vast"), [
        line_of(one, "kind", "words") | (line_of(one.forwarded, "reply") if one.forwarded else {})
        for one in stuck
    ])  # fmt: skip


def _whose(person: Any) -> Line:
    return {_("wie"): person.name} if person else {}


def _entries(user: User) -> list[Line]:
    """A correction says what it sets right, and what was set right that it was: between what this
    person may read."""
    found = list(TimelineEntry.objects.visible_to(user).select_related("by").order_by("at"))
    fields = ("at", "kind", "words", "life_domain", "resident_present", "with_whom")
    by_key = {one.pk: one for one in found}
    lines = {one.pk: _by(one, *fields) for one in found}
    for better in found:
        if better.corrects_id in by_key:
            old = by_key[better.corrects_id]
            then = {_("verbetert het bericht van"): plain(old.at), _("daar stond"): old.words}
            lines[better.pk] |= then
            lines[old.pk].setdefault(_("later verbeterd op"), []).append(plain(better.at))
        elif better.corrects_id:
            lines[better.pk] |= {_("verbetert"): _("een bericht dat u nu niet kunt lezen")}
    return list(lines.values())


def _domains(one: SharingGround | SharingQuestion) -> Line:
    labels = dict(LifeDomain.choices)
    named = [str(labels.get(domain, domain)) for domain in one.domains]
    return {_("met wie"): one.organisation.name, _("leefgebieden"): named}


def _grounds(user: User) -> list[Line]:
    fields = ("kind", "purpose", "law", "given_how", "since", "until", "withdrawn_at")
    found = SharingGround.objects.visible_to(user).for_list()
    return [_domains(one) | line_of(one, *fields) for one in found]


def _sharing(user: User) -> list[Line]:
    """What was asked, and how it ended. Who else at home gave the answer is for them to tell, as on
    the own page: that names who said yes already only as long as the other yes is waited for."""
    found = SharingQuestion.objects.visible_to(user).order_by("asked_at")
    return [
        _domains(one)
        | line_of(one, "purpose")
        | {_("over wie"): one.about.name if one.about else _("het hele gezin")}
        | {_("wie vroeg het"): one.asked_by.name, _("gevraagd op"): plain(one.asked_at)}
        | _answer(one, user)
        for one in found.select_related("organisation", "about", "asked_by", "first_yes_by")
    ]


def _answer(one: SharingQuestion, user: User) -> Line:
    first = one.first_yes_by
    is_over = one.answered_at or one.ended_at
    is_named = first and (first.user_id == user.pk or not is_over)
    said = {_("zei al ja"): first.name} if first and is_named else {}
    if one.ended_at:  # since somebody moved out nobody can say yes
        return said | {_("antwoord"): _("gestopt"), _("gestopt op"): plain(one.ended_at)}
    if not one.answered_at:
        return said | {_("antwoord"): _("nog niet compleet") if first else _("nog niet")}
    return said | {_("antwoord"): bool(one.agreed), _("beantwoord op"): plain(one.answered_at)}


def _teams(user: User) -> list[Line]:
    fields = ("words", "asked_at", "answer", "answered_at", "answer_words")
    asked = TeamHandover.objects.visible_to(user).select_related("to_team")
    return [{_("wijkteam"): str(one.to_team)} | line_of(one, *fields) for one in asked]


def _leaving(user: User) -> list[Line]:
    """Whom this person asked to leave the table, and what came of it."""
    found = LeaveRequest.objects.visible_to(user).select_related("seat")
    fields = ("words", "asked_at", "due", "answered_at", "answer_words")
    return [{_("wie"): one.seat.name} | line_of(one, *fields) for one in found]


def _rights(user: User) -> list[Line]:
    fields = ("kind", "words", "asked_at", "due", "extended_words", "answered_at", "outcome",
              "answer_words")  # fmt: skip
    return [line_of(one, *fields) for one in RightsRequest.objects.visible_to(user)]


def _looks(user: User) -> list[Line]:
    rows = AccessLog.objects.visible_to(user).order_by("-at")[:MOST_LOOKS]
    fields = ("at", "user_name", "role", "organisation", "act", "part", "ground", "why")
    return [line_of(one, *fields) for one in rows]


def _by(one: Any, *fields: str) -> Line:
    return {_("wie"): one.by.name} | line_of(one, *fields)
