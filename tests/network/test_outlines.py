"""Outlines of neighbourhoods, from the file of the office of statistics."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from network.models import Outline

RING = [[5.0, 52.0], [5.2, 52.0], [5.2, 52.2], [5.0, 52.0]]
ISLAND = [[5.6, 52.4], [5.8, 52.4], [5.8, 52.6], [5.6, 52.4]]


@pytest.fixture
def read(tmp_path):
    def reading(content: object) -> str:
        file, said = tmp_path / "wijken.geojson", StringIO()
        file.write_text(content if isinstance(content, str) else json.dumps(content))
        call_command("import_outlines", str(file), stdout=said)
        return said.getvalue()

    return reading


def feature(code: str, coordinates: list, shape: str = "Polygon", called: str = "wijkcode") -> dict:
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": {called: code}, "geometry": geometry}


def test_known_neighbourhoods_get_an_outline_and_a_middle(read, team, other_team):
    mine, theirs = team.neighbourhoods.get(), other_team.neighbourhoods.get()
    features = [
        feature(mine.code, [RING]),
        feature(theirs.code, [[RING], [ISLAND]], "MultiPolygon", called="WK_CODE"),
        feature("WK999999", [RING]),
        {"type": "Feature", "properties": None, "geometry": None},
    ]
    assert "2 of 2 neighbourhoods" in read({"features": features})
    assert (mine.outline.latitude, mine.outline.longitude) == pytest.approx((52.1, 5.1))
    assert (theirs.outline.latitude, theirs.outline.longitude) == pytest.approx((52.3, 5.4))


def test_again_with_another_map_replaces_the_old_one(read, team):
    code = team.neighbourhoods.get().code
    for ring in (RING, ISLAND, ISLAND):
        read({"features": [feature(code, [ring])]})
    assert Outline.objects.get().geometry == {"type": "Polygon", "coordinates": [ISLAND]}


@pytest.mark.parametrize("content", ["", "geen json", "[]", "{}", '{"features": 3}'])
def test_another_file_is_refused(read, team, content):
    with pytest.raises(CommandError):
        read(content)


@pytest.mark.parametrize(
    ("coordinates", "shape"),
    [
        ([5, 52], "Point"),
        ([], "Polygon"),
        ([[[142000, 482000], [143000, 482000], [143000, 483000]]], "Polygon"),
        ([["x"]], "Polygon"),
        (7, "MultiPolygon"),
    ],
)
def test_one_wrong_outline_changes_nothing(read, team, other_team, coordinates, shape):
    mine, theirs = team.neighbourhoods.get(), other_team.neighbourhoods.get()
    features = [feature(mine.code, [RING]), feature(theirs.code, coordinates, shape)]
    with pytest.raises(CommandError, match=theirs.code):
        read({"features": features})
    assert not Outline.objects.exists()


def test_no_such_file(db):
    with pytest.raises(CommandError):
        call_command("import_outlines", "/nergens/wijken.geojson")
