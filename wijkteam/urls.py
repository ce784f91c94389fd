"""The addresses: Dutch on the outside, English names inside."""

from allauth.socialaccount.views import login_cancelled
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView

from wijkteam.views import demo, health, language, metrics, on_paper, oversight, security, start

handler400 = "wijkteam.views.errors.bad_request"
handler403 = "wijkteam.views.errors.forbidden"
handler404 = "wijkteam.views.errors.not_found"
handler500 = "wijkteam.views.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path(".well-known/security.txt", security.security_txt, name="security_txt"),
    path("start/", start.start, name="start"),
    path("taal/", language.choose_language, name="set_language"),
    path("inloggen/papier/", on_paper.on_paper, name="on_paper"),
    path("inloggen/werk/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("inloggen/afgebroken/", login_cancelled, name="socialaccount_login_cancelled"),
    path("inloggen/", include("allauth.account.urls")),
    path("inloggen/extra/", include("allauth.mfa.urls")),
    path("beheer/", admin.site.urls),
    path("toezicht/", include("wijkteam.oversight_urls")),
    path("mijn/wie-keek/<uuid:pk>/waarom/", oversight.ask_why, name="ask_why"),
    path("plekken/", include("network.public_urls")),
    path("", include("intake.urls")),
    path("", include("casework.urls")),
    path("", include("network.urls")),
    path("", include("monitor.urls")),
]
if settings.DEMO:
    urlpatterns += [
        path("demo/", demo.demo, name="demo"),
        path("demo/post/", demo.demo_post, name="demo_post"),
    ]
urlpatterns.append(
    path(
        "favicon.ico",
        login_not_required(RedirectView.as_view(url="/static/wijkteam/icon.svg")),
        name="favicon",
    )
)
