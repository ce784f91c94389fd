"""Error pages that ask the database nothing and always show whom to call."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijkteam.requests import is_work
from wijkteam.typed import typed


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", {"typed": typed(request)}, status=404)


def signed_out(request: HttpRequest, sign_in: str) -> HttpResponse:
    """What was sent after the session had ended: saved nowhere, so given back."""
    context = {"typed": typed(request), "sign_in": sign_in, "at_work": is_work(request)}
    response = render(request, "401.html", context, status=401)
    response["Cache-Control"] = "private, no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
