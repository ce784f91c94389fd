"""Addresses of the public side. Those of the open data end as the standard writes them."""

from django.urls import URLPattern, path

from network.views import open_data, public

urlpatterns: list[URLPattern] = [
    path("", public.places, name="places"),
    path("wijken.json", public.public_outlines, name="public_outlines"),
    path("gids/", public.guide, name="guide"),
    path("gids.pdf", public.guide_pdf, name="guide_pdf"),
    path("open-data/uitleg/", open_data.explained, name="open_data"),
    path("open-data/", open_data.about, name="open_data_root"),
    path("open-data/openapi.json", open_data.openapi_file, name="openapi"),
    path("open-data/datapackage.zip", open_data.data_package, name="data_package"),
    path("open-data/services", open_data.services, name="hsds_services"),
    path("open-data/services/<str:key>", open_data.service, name="hsds_service"),
    path("open-data/organizations", open_data.organizations, name="hsds_organizations"),
    path("open-data/organizations/<str:key>", open_data.organization, name="hsds_organization"),
    path("open-data/locations", open_data.locations, name="hsds_locations"),
    path("open-data/locations/<str:key>", open_data.location, name="hsds_location"),
]
