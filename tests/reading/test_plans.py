"""Files of plans: good ones are read, bad ones say where, what, and how to put it right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from small_life import tables, write

from mapping.editing.tidy import tidy_life
from mapping.reading.folder import load_life, read_life

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
[[plans]]
id = "town"
title = "Town"
file = "plans/town.geojson"
frame = [2.2, 48.8, 2.5, 49.0]
years = "1900–1910"
"""
STATION = {"type": "Point", "coordinates": [2.37, 48.84]}
RIVER = {"type": "LineString", "coordinates": [[2.3, 48.85], [2.4, 48.86]]}


def feature(geometry: object = STATION, **facts: object) -> dict[str, Any]:
    known = {"kind": "station", "name": "Gare", "good_to_m": 50, "source": "a map"}
    return {"type": "Feature", "properties": known | facts, "geometry": geometry}


def folder(tmp_path: Path, content: object, head: str = PLAN) -> Path:
    parts = tables()
    made = write(parts, tmp_path / "life")
    toml = made / "life.toml"
    toml.write_text(toml.read_text("utf-8") + head, "utf-8")
    (made / "plans").mkdir()
    text = content if isinstance(content, str) else json.dumps(content)
    (made / "plans" / "town.geojson").write_text(text, "utf-8")
    return made


def collection(*features: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_a_plan_is_read_with_all_its_landmarks(tmp_path: Path) -> None:
    made = folder(tmp_path, collection(feature(), feature(RIVER, kind="river", name="Seine")))
    life = load_life(made)
    assert [(one.kind, one.name, one.plan) for one in life.landmarks] == [
        ("station", "Gare", "town"),
        ("river", "Seine", "town"),
    ]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (feature(kind="railway station"), "kind: expected"),
        (feature(source=""), "source"),
        (feature(source=None), "source"),
        (feature(good_to_m=None), "good_to_m"),
        (feature(good_to_m=0), "good_to_m"),
        (feature(colour="red"), "colour"),
        (feature(start_date="June"), "start_date"),
        (feature(start_date="1920", end_date="1910"), "end_date: expected a date after 1920"),
        (feature(kind="river"), "expected a LineString or MultiLineString or Polygon"),
        (feature(RIVER), "expected a Point for a station, found “LineString”"),
        (feature(None), "expected a Point for a station, found none"),
        (feature({"type": "Point", "coordinates": [48.84, 2.37]}), "Longitude comes first"),
        (feature({"type": "Point", "coordinates": []}), "expected a valid geometry"),
        (feature({"type": "Point", "coordinates": ["x", 2]}), "expected a valid geometry"),
        (feature({"type": "LineString"}, kind="river"), "expected a valid geometry"),
        (
            feature(
                {
                    "type": "Polygon",
                    "coordinates": [
                        [[2.3, 48.8], [2.4, 48.9], [2.4, 48.8], [2.3, 48.9], [2.3, 48.8]]
                    ],
                },
                kind="park",
            ),
            "Self-intersection",
        ),
        ("a text", "expected a feature with properties"),
        ({"type": "Feature", "geometry": STATION}, "expected a feature with properties"),
    ],
)
def test_a_bad_landmark_is_an_error_with_its_place(bad: object, said: str, tmp_path: Path) -> None:
    life, problems = read_life(folder(tmp_path, collection(feature(), bad)))
    assert life is None
    errors = [problem for problem in problems if problem.level == "error"]
    assert all(problem.file == "plans/town.geojson" for problem in errors)
    assert all(problem.feature.startswith("feature 2") for problem in errors)
    assert any(said in str(problem) for problem in errors), [str(problem) for problem in errors]


@pytest.mark.parametrize("number", [float("inf"), 10**400])
def test_a_number_without_end_is_told(number: float, tmp_path: Path) -> None:
    endless = {"type": "LineString", "coordinates": [[2.3, 48.8], [2.4, number]]}
    life, problems = read_life(folder(tmp_path, collection(feature(endless, kind="river"))))
    assert life is None
    assert any("expected finite numbers" in str(problem) for problem in problems)


@pytest.mark.parametrize("content", ["", "[1", "[]", "{}", '{"type": "FeatureCollection"}'])
def test_a_file_that_is_no_plan_is_an_error(content: str, tmp_path: Path) -> None:
    life, problems = read_life(folder(tmp_path, content))
    assert life is None
    assert {p.file for p in problems if p.level == "error"} <= {"plans/town.geojson", "life.toml"}


def test_a_plan_that_is_not_there_and_one_that_nobody_names_are_told(tmp_path: Path) -> None:
    made = folder(tmp_path, collection(feature()), PLAN.replace("town.geojson", "city.geojson"))
    life, problems = read_life(made)
    said = [str(problem) for problem in problems]
    assert life is None
    assert any("plans/city.geojson”, which is not there" in text for text in said)
    assert any("Add it under [[plans]]" in text for text in said)


def test_a_plan_saved_by_gdal_is_tidied_to_the_same_bytes(tmp_path: Path) -> None:
    made = folder(tmp_path, collection(feature(), feature(RIVER, kind="river", width_m=130.0)))
    tidy_life(made)
    path = made / "plans" / "town.geojson"
    before = path.read_bytes()
    gpd.read_file(path).to_file(path, driver="GeoJSON")
    assert path.read_bytes() != before
    tidy_life(made)
    assert path.read_bytes() == before


def test_the_digest_of_a_life_knows_its_plans(tmp_path: Path) -> None:
    one = load_life(folder(tmp_path / "a", collection(feature()))).digest
    other = load_life(folder(tmp_path / "b", collection(feature(good_to_m=60)))).digest
    assert one != other
