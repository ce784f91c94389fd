"""Nothing of people behind places, of colleagues or of plans is public, wherever one looks."""

import io
import zipfile

import pytest
from pypdf import PdfReader

from network.choices import PublicField
from network.models import Vindplaats, VindplaatsContact
from network.public_urls import urlpatterns
from tests import factories
from tests.locks.visitors import Family
from tests.wijkteam.test_pdf import unpacked
from wijkteam.choices import Role

SECRET = [
    "Geheimella", "Sannegeheim", "notitie-geheim", "Markgeheim", "0687654321", "87654321",
    "geheim@voorbeeld.example", "toldgeheim", "adresgeheim", "Oomgeheim",
]  # fmt: skip


def told(response) -> str:
    """All that somebody could read in it: the words of a PDF, the files in an archive."""
    content = response.content
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        return unpacked(content).decode("latin-1") + "".join(p.extract_text() for p in pages)
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        return "".join(archive.read(name).decode() for name in archive.namelist())
    return content.decode()


@pytest.fixture
def town(db) -> Vindplaats:
    family = Family()
    holder = factories.user("Sannegeheim", Role.PROFESSIONAL, team=family.team)
    place = Vindplaats.objects.create(
        name="De Lindeboom", kind="library", is_public=True, holder=holder,
        notes="notitie-geheim", public_fields=PublicField.values, address="Kade 1, Voorbeeldstad",
        postcode="1311AB", latitude=52.3, longitude=5.2,
    )  # fmt: skip
    place.neighbourhoods.add(family.team.neighbourhoods.get())
    VindplaatsContact.objects.create(
        vindplaats=place, name="Geheimella", phone="0687654321", email="geheim@voorbeeld.example"
    )
    place.log_contact(holder, kind="visit", told="toldgeheim")
    Vindplaats.objects.create(name="Oomgeheim", kind="confidant", address="adresgeheim")
    Vindplaats.objects.create(
        name="Dicht", kind="shop", is_public=False, address="adresgeheim",
        public_fields=PublicField.values,
    )  # fmt: skip
    factories.request(family.team, "Markgeheim")
    return place


def test_no_public_page_api_map_or_guide_tells_of_anyone(stranger, town):
    from network import hsds
    from network.models import PublicPlace

    row = PublicPlace.objects.get(pk=town.pk)
    keys = {
        "hsds_service": town.pk,
        "hsds_organization": row.organisation_key,
        "hsds_location": hsds.location_key(town.pk),
    }
    seen = set()
    for pattern in urlpatterns:
        address = f"/plekken/{pattern.pattern}".replace("<str:key>", str(keys.get(pattern.name)))
        for query in ("", "?postcode=1311AB", "?full=true"):
            response = stranger.get(address + query)
            assert response.status_code == 200, address
            body = told(response)
            if "Lindeboom" in body:
                seen.add(pattern.name)
            for words in SECRET:
                assert words.lower() not in body.lower(), (address, words)
    # It was really read there, also in the guide and in the files.
    assert seen == {
        "places", "guide", "guide_pdf", "data_package", "hsds_services", "hsds_service",
        "hsds_organizations", "hsds_organization", "hsds_locations", "hsds_location",
    }  # fmt: skip


def test_a_field_that_was_not_agreed_to_is_nowhere(stranger, town):
    Vindplaats.objects.filter(pk=town.pk).update(public_fields=[])
    for address in ["", "gids/", "open-data/services?full=true", "open-data/locations"]:
        assert "Kade 1" not in stranger.get(f"/plekken/{address}").content.decode()
