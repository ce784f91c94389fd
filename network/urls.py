"""Addresses of this app."""

from django.urls import URLPattern, path

from network.views import own_signals, people, register, signals

urlpatterns: list[URLPattern] = [
    path("netwerk/", register.vindplaatsen, name="vindplaatsen"),
    path("netwerk/nieuw/", register.vindplaats_add, name="vindplaats_add"),
    path("netwerk/signalen/", signals.signals, name="signals"),
    path("netwerk/signalen/<uuid:pk>/", signals.signal_detail, name="signal_detail"),
    path("netwerk/signalen/<uuid:pk>/oppakken/", signals.signal_pick_up, name="signal_pick_up"),
    path("netwerk/mensen/<uuid:pk>/", people.person_edit, name="person_edit"),
    path("netwerk/mensen/<uuid:pk>/weg/", people.person_leave, name="person_leave"),
    path("netwerk/<uuid:pk>/", register.vindplaats, name="vindplaats"),
    path("netwerk/<uuid:pk>/bewerken/", register.vindplaats_edit, name="vindplaats_edit"),
    path("netwerk/<uuid:pk>/contact/", people.contact_log, name="contact_log"),
    path("netwerk/<uuid:pk>/mensen/", people.person_add, name="person_add"),
    path("netwerk/<uuid:pk>/stopt/", register.vindplaats_retire, name="vindplaats_retire"),
    path(
        "netwerk/<uuid:pk>/weer-open/", register.vindplaats_bring_back, name="vindplaats_bring_back"
    ),
    path("signaal/", own_signals.signal, name="signal"),
    path("signaal/<slug:about>/", own_signals.signal_send, name="signal_send"),
]
