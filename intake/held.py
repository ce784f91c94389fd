"""What this browser may open without asking again: the draft or the request of half an hour ago.

The session holds a draft's code, or the key of a request. Both are let go after half an hour
without a page, when the browser closes, and by every way out ("Alles wissen", the quick exit).
A page that was open longer still knows its code, in a hidden field, so nothing typed is lost.
"""

import time

from django.http import HttpRequest
from django.utils.translation import get_language

from intake import limits
from intake.models import ConversationRequest, Draft
from wijkteam import database, references

IDLE_SECONDS = 30 * 60
DRAFT = "draft"
REQUEST = "request"
COMPLAINT = "complaint"
GUESSES = "code"
# A number and a second fact open where a request stands, never what was told or agreed.
CLOSED_FIELDS = ["outcome_words", "case_file", "submission", "place", "place_words",
                 "spoken_language", "introduce_as",
                 "interpreter", "company", "client_supporter", "accessibility",
                 "handover_to", "handover_phone", "handover_on", "signal"]  # fmt: skip


def hold(request: HttpRequest, what: str, value: str) -> None:
    request.session[what] = [value, int(time.time())]
    if not request.user.is_authenticated:
        request.session.set_expiry(0)


def held(request: HttpRequest, what: str) -> str:
    """The value held, or '' when there is none or it lay idle too long."""
    value, at = request.session.get(what, ("", 0))
    idle = time.time() - at
    if idle > IDLE_SECONDS:
        request.session.pop(what, None)
        return ""
    if idle > 60:
        hold(request, what, value)
    return value


def hold_postcode(request: HttpRequest, postcode: str) -> None:
    """Whose phone number and door stand on the pages from now on."""
    if request.session.get("postcode", "") != postcode:
        request.session["postcode"] = postcode
        if not request.user.is_authenticated:
            request.session.set_expiry(0)


def let_go(request: HttpRequest) -> None:
    """This browser opens nothing any more."""
    for what in (DRAFT, REQUEST, COMPLAINT, "postcode"):
        request.session.pop(what, None)


def begin_draft(request: HttpRequest) -> Draft:
    code = references.new_reference()
    hold(request, DRAFT, code)
    return Draft.objects.begin(code, get_language() or "nl")


def own_draft(request: HttpRequest, to_send: bool = False) -> Draft | None:
    """The draft of this page or browser. The code in the page goes first: it is what one sees."""
    code = held(request, DRAFT)
    posted = references.normal_reference(request.POST.get("code", ""))
    if posted and posted != code:
        return open_draft(request, posted, to_send)
    draft = Draft.objects.opened_by(code, to_send) if code else None
    if code and draft is None:
        request.session.pop(DRAFT, None)
    return draft


def open_draft(request: HttpRequest, code: str, to_send: bool = False) -> Draft | None:
    """Try a code. After too many wrong ones nothing opens for a while.

    Once sent, the code is the number of the request, which takes a second fact: it is not held.
    """
    if limits.too_often(request, GUESSES):
        return None
    draft = Draft.objects.opened_by(code, to_send)
    if draft is None:
        limits.count(request, GUESSES)
    elif not draft.is_sent:
        hold(request, DRAFT, code)
    return draft


def own_request(request: HttpRequest) -> ConversationRequest | None:
    """The request that was opened, or sent, from this browser; a code in the page is no proof."""
    key, code = held(request, REQUEST), held(request, DRAFT)
    if not key and code:
        draft = Draft.objects.opened_by(code)
        key = draft.data["key"] if draft and draft.is_sent else ""
    return open_request(key) if key else None


def open_request(key: str) -> ConversationRequest | None:
    """The one request that this key opens; the database shows no other from here on."""
    database.secret(key)
    found = ConversationRequest.objects.filter(lookup_keys__contains=[key])
    return found.select_related("team").defer(*CLOSED_FIELDS).first()
