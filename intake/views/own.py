"""The resident's own page: the requests, the report once it was sent, and the answer to it."""

import uuid
from typing import Any

from allauth.account.views import RequestLoginCodeView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intake import held, path
from intake.forms.additions import FORMS
from intake.forms.state import ReactionForm
from intake.models import Conversation, ConversationRequest
from intake.views.public import resident_page
from wijkteam.access import look, looks
from wijkteam.choices import Role
from wijkteam.models import User
from wijkteam.requests import SignedInRequest

GROUND = "eigen pagina"
OWN_PAGE = "own_page"  # whom the page is for, from where the request was shown to sign-in


@never_cache
@permission_required("intake.view_own_page", raise_exception=True)
@require_safe
def own_page(request: SignedInRequest) -> HttpResponse:
    """My requests, newest first, each with its road, its date and its report."""
    ConversationRequest.claim_for(request.user)
    asked = own_requests(request.user)
    looks(request, part="eigen pagina", requests=[one.pk for one in asked], ground=GROUND)
    shown = [
        {"asked": one, "steps": path.steps(one), "promises": path.promises(one)} for one in asked
    ]
    return render(request, "intake/public/own_page.html", {"requests": shown})


def own_requests(user: User) -> list[ConversationRequest]:
    """Each with what hangs on it: `ahead`, what is planned, and `reports`, what was sent."""
    ahead = Conversation.objects.upcoming().only("request_id", "planned_at", "place", "address")
    asked = list(
        ConversationRequest.objects.own(user).prefetch_related(
            "holder", "team", "clocks", "additions", path.moves(),
            Prefetch("conversations", ahead, to_attr="ahead"),
        )
    )  # fmt: skip
    reports = Conversation.objects.given(asked)
    for one in asked:
        one.reports = [report for report in reports if report.request == one]
    return asked


@never_cache
@permission_required("intake.view_own_page", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def react(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """Agree with the report, or add to it. It may be said again later, in other words."""
    reports = Conversation.objects.given(list(ConversationRequest.objects.own(request.user)))
    report = next((one for one in reports if one.pk == pk), None)
    if report is None:
        raise Http404
    before = {"reaction": report.reaction, "words": report.reaction_words}
    form = ReactionForm(request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        report.react(form.cleaned_data["reaction"], form.cleaned_data["words"])
        look(request, part="reactie", act="gewijzigd", request_id=report.request_id, ground=GROUND)
        messages.success(request, _("Bewaard. Uw antwoord staat naast het verslag."))
        return redirect("own_page")
    look(request, part="verslag", request_id=report.request_id, ground=GROUND)
    return render(request, "intake/public/react.html", {"form": form, "report": report})


@permission_required("intake.view_own_page", raise_exception=True)
@require_POST
def open_state(request: SignedInRequest, pk: uuid.UUID) -> HttpResponse:
    """From the own page to where one changes the way of contact, or stops."""
    visible = ConversationRequest.objects.visible_to(request.user).only("lookup_keys")
    asked = get_object_or_404(visible, pk=pk)
    held.hold(request, held.REQUEST, asked.lookup_keys[0])
    what = request.POST.get("erbij")
    return redirect("hand_in", what) if what in FORMS else redirect("state")


@resident_page
@require_POST
def ask_own_page(request: HttpRequest) -> HttpResponse:
    """Take the address of arrival along to where people sign in, which reads no requests."""
    asked = held.own_request(request)
    if asked is None or not asked.own_page_email:
        return redirect("state")
    about = {"email": asked.own_page_email, "name": asked.name, "language": asked.language}
    request.session[OWN_PAGE] = about
    return redirect("own_page_start")


class OwnPageStart(RequestLoginCodeView):
    """Make the account when there is none yet, and mail a code to sign in with."""

    template_name = "intake/public/own_page_start.html"
    about: dict[str, str]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if OWN_PAGE not in request.session:
            return redirect("account_request_login_code")
        self.about = request.session[OWN_PAGE]
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        taken = User.objects.filter(email=self.about["email"]).exclude(role=Role.RESIDENT)
        return super().get_context_data(email=self.about["email"], taken=taken.exists(), **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if self.request.method == "POST":
            kwargs["data"] = {"email": self.about["email"]}
        return kwargs

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not User.objects.filter(email=self.about["email"]).exists():
            User.objects.create_user(role=Role.RESIDENT, **self.about)
        return super().post(request, *args, **kwargs)


own_page_start = login_not_required(never_cache(OwnPageStart.as_view()))
