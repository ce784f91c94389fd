"""Addresses of this app."""

from django.urls import URLPattern, path

from network.views import (
    board,
    coverage,
    gatherings,
    guests,
    imports,
    own_signals,
    people,
    register,
    signals,
    told,
)

MEETING = "netwerk/bijeenkomsten/<uuid:pk>/"

urlpatterns: list[URLPattern] = [
    path("netwerk/", register.vindplaatsen, name="vindplaatsen"),
    path("netwerk/nieuw/", register.vindplaats_add, name="vindplaats_add"),
    path("netwerk/nieuw/lijkt-op/", register.vindplaatsen_alike, name="vindplaatsen_alike"),
    path("netwerk/inlezen/", imports.import_start, name="import"),
    path("netwerk/inlezen/<uuid:pk>/", imports.import_check, name="import_check"),
    path("netwerk/inlezen/<uuid:pk>/erin/", imports.import_put_in, name="import_put_in"),
    path("netwerk/inlezen/<uuid:pk>/fout.csv", imports.import_wrong, name="import_wrong"),
    path("netwerk/register.<slug:form>", imports.export, name="export"),
    path("netwerk/wie-waar/", coverage.coverage, name="coverage"),
    path("netwerk/kaart/", coverage.places_map, name="places_map"),
    path("netwerk/kaart/wijken.json", coverage.outlines, name="outlines"),
    path("netwerk/overdragen/", people.places_hand_over, name="places_hand_over"),
    path("netwerk/bord/", board.board, name="board"),
    path("netwerk/bijeenkomsten/", gatherings.gatherings, name="gatherings"),
    path("netwerk/bijeenkomsten/nieuw/", gatherings.gathering_plan, name="gathering_plan"),
    path(MEETING, gatherings.gathering, name="gathering"),
    path(f"{MEETING}bewerken/", gatherings.gathering_change, name="gathering_change"),
    path(f"{MEETING}gaat-niet-door/", gatherings.gathering_cancel, name="gathering_cancel"),
    path(f"{MEETING}scherm/", gatherings.gathering_screen, name="gathering_screen"),
    path(f"{MEETING}verslag/", gatherings.gathering_notes, name="gathering_notes"),
    path(f"{MEETING}gasten/", guests.guests, name="guests"),
    path(f"{MEETING}nieuwe-gast/", guests.guest_new, name="guest_new"),
    path(f"{MEETING}afspraak/", guests.promise_add, name="promise_add"),
    path(f"{MEETING}signaal/<slug:about>/", guests.gathering_told, name="gathering_told"),
    path("netwerk/afspraken/<uuid:pk>/klaar/", guests.promise_done, name="promise_done"),
    path("bijeenkomst/<slug:key>.ics", gatherings.gathering_calendar, name="gathering_calendar"),
    path("netwerk/signalen/", signals.signals, name="signals"),
    path("netwerk/signalen/<uuid:pk>/", signals.signal_detail, name="signal_detail"),
    path("netwerk/signalen/<uuid:pk>/oppakken/", signals.signal_pick_up, name="signal_pick_up"),
    path("netwerk/signalen/<uuid:pk>/over/", signals.signal_take_over, name="signal_take_over"),
    path("netwerk/signalen/<uuid:pk>/stap/", board.signal_step, name="signal_step"),
    path("netwerk/mensen/", people.people_to_ask, name="people_to_ask"),
    path("netwerk/mensen/<uuid:pk>/link/", told.link_make, name="link_make"),
    path("netwerk/mensen/<uuid:pk>/", people.person_edit, name="person_edit"),
    path("netwerk/mensen/<uuid:pk>/weg/", people.person_leave, name="person_leave"),
    path("netwerk/<uuid:pk>/", register.vindplaats, name="vindplaats"),
    path("netwerk/<uuid:pk>/bewerken/", register.vindplaats_edit, name="vindplaats_edit"),
    path("netwerk/<uuid:pk>/contact/", people.contact_log, name="contact_log"),
    path("netwerk/<uuid:pk>/mensen/", people.person_add, name="person_add"),
    path("netwerk/<uuid:pk>/signaal/<slug:about>/", told.signal_told, name="signal_told"),
    path("netwerk/<uuid:pk>/stopt/", register.vindplaats_retire, name="vindplaats_retire"),
    path(
        "netwerk/<uuid:pk>/weer-open/", register.vindplaats_bring_back, name="vindplaats_bring_back"
    ),
    path("signaal/", own_signals.signal, name="signal"),
    path("signaal/link/<slug:token>/", told.signal_link, name="signal_link"),
    path("signaal/link/<slug:token>/<slug:about>/", told.signal_link_send, name="signal_link_send"),
    path("signaal/<slug:about>/", own_signals.signal_send, name="signal_send"),
]
