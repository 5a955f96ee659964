"""Layers of our own on any folium map: what goes into the document, and what is refused."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import folium
import geopandas as gpd
import numpy as np
import pytest
import shapely
from branca.element import Figure
from folium.plugins import MarkerCluster

from mapping.errors import AssetError, OutsideAtlas
from mapping.life.frames import legs_frame, stops_frame
from mapping.page.layers import LifeRoute, LifeStops, PeriodAtlas
from mapping.page.offline_map import OfflineMap
from mapping.page.rows import leg_rows, stop_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.life.model import Life

FETCHED = re.compile(r"<(?:link|img|iframe|script)\b[^>]*\b(?:src|href)=|@import|url\((?!data:)")
RENDER = """
from mapping.life.frames import legs_frame, stops_frame
from mapping.page.layers import LifeRoute, LifeStops, PeriodAtlas
from mapping.page.offline_map import OfflineMap
from mapping.reading.folder import load_life
import hashlib
life = load_life("data")
m = OfflineMap()
PeriodAtlas("1936-09-01").add_to(m)
LifeRoute(legs_frame(life)).add_to(m)
LifeStops(stops_frame(life)).add_to(m)
print(hashlib.sha256(m.get_root().render().encode()).hexdigest())
"""


def points(**columns: Any) -> gpd.GeoDataFrame:
    places = shapely.points([[2.35, 48.85], [30.3, 59.9]])
    return gpd.GeoDataFrame(columns, geometry=places, index=[0, 1])


def lines(**columns: Any) -> gpd.GeoDataFrame:
    ways = [shapely.LineString([[2, 48], [4, 50]]), shapely.LineString([[4, 50], [30, 60]])]
    return gpd.GeoDataFrame(columns, geometry=ways, index=[0, 1])


def rendered(*layers: folium.map.Layer, on: folium.Map | None = None) -> str:
    on = on or OfflineMap()
    for layer in layers:
        layer.add_to(on)
    return str(on.get_root().render())


def block(text: str, identifier: str) -> Any:
    found = re.findall(rf'<script type="application/json" id="{identifier}">(.*?)</script>', text)
    assert len(found) == 1, identifier
    return json.loads(found[0])


# Rows of any frame


def test_a_frame_of_bare_points_is_enough() -> None:
    first, second = stop_rows(points())
    assert (first["seq"], second["seq"]) == (1, 2)
    assert (first["lon"], first["lat"]) == (2.35, 48.85)
    assert first["kind"] == "home"


def test_a_frame_of_bare_lines_is_enough() -> None:
    first, _ = leg_rows(lines())
    assert first["lane"] == 0
    assert first["stroke"]["dash"] == ()
    assert len(first["line"]) == 1


def test_columns_of_the_dictionary_are_used() -> None:
    columns = {"name_then": ["24 rue Fessart, Paris", "Petrograd"], "title": ["A", "B"]}
    first, second = stop_rows(points(**columns, precision=["address", "locality"], kind="exile"))
    assert (first["label"], second["label"]) == ("Paris", "Petrograd")
    assert first["kind"] == "exile"


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("1919-01-26", "1921-01-01", "1919-01-26 to 1921-01-01"),
        ("1919-01-26", "1919-01-26", "1919-01-26"),
        ("NaT", "NaT", ""),
    ],
)
def test_days_make_words_where_there_are_none(begin: str, end: str, words: str) -> None:
    days = {"start_date": [begin] * 2, "end_date": [end] * 2}
    columns = {name: np.array(values, dtype="datetime64[s]") for name, values in days.items()}
    assert stop_rows(points(**columns))[0]["date_text"] == words


def test_days_before_the_year_1677_hold() -> None:
    days = np.array(["1492-10-12"] * 2, dtype="datetime64[s]")
    assert stop_rows(points(start_date=days))[0]["start_date"] == "1492-10-12"


def test_another_reference_system_becomes_degrees() -> None:
    there = points().set_crs("EPSG:4326").to_crs("EPSG:3857")
    row = stop_rows(there)[0]
    assert (row["lon"], row["lat"]) == pytest.approx((2.35, 48.85))


def test_a_part_of_a_life_keeps_the_numbers_of_the_text(life: Life) -> None:
    captive = stops_frame(life).query("kind == 'captivity'")
    numbers = [row["seq"] for row in stop_rows(captive)]
    assert numbers == captive["seq"].tolist()
    assert numbers[0] > 1


@pytest.mark.parametrize("mode", ["bicycle", None, float("nan")])
def test_an_unknown_mode_still_has_a_stroke(mode: object) -> None:
    assert leg_rows(lines(mode=[mode, "sea"]))[1]["stroke"]["dash"] == (11, 5)


@pytest.mark.parametrize(
    ("rows", "frame", "found"),
    [
        (stop_rows, lines, "LifeStops, row 0: expected points, found a LineString"),
        (leg_rows, points, "LifeRoute, row 0: expected lines, found a Point"),
        (stop_rows, lambda: points().set_geometry([shapely.Point(), None]), "an empty Point"),
        (stop_rows, lambda: points().set_geometry([None, None]), "found no geometry"),
    ],
)
def test_what_a_layer_cannot_draw_is_refused(
    rows: Callable[[Any], Any], frame: Callable[[], Any], found: str
) -> None:
    with pytest.raises(ValueError, match=found):
        rows(frame())


# The document


def test_an_offline_map_names_nothing_to_fetch(life: Life) -> None:
    frames = LifeRoute(legs_frame(life)), LifeStops(stops_frame(life))
    text = rendered(PeriodAtlas("1936-09-01"), *frames)
    assert not FETCHED.search(re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL))


def test_a_plain_folium_map_gets_nothing_more_to_fetch() -> None:
    plain = folium.Map(tiles=None)
    before = set(re.findall(r"https://[^\"' )]+", str(plain.get_root().render())))
    text = rendered(PeriodAtlas(date(1936, 9, 1)), on=folium.Map(tiles=None))
    fetched = set(re.findall(r'(?:src|href)="(https://[^"]+)"', text))
    assert fetched <= before


def test_scripts_and_atlas_stand_once_in_a_document_of_two_maps() -> None:
    figure = Figure()
    for day in ("1914-07-01", "1923-07-01"):
        one = OfflineMap()
        figure.add_child(one, name=day)
        PeriodAtlas(day).add_to(one)
    text = str(figure.render())
    assert text.count('id="page--atlas-data"') == 1
    assert text.count("SergeMap:") == 1
    made = re.findall(r"^const (\w+) = ", text, re.MULTILINE)
    assert len(made) == len(set(made)) == 4


def test_each_layer_of_a_frame_has_a_block_of_its_own() -> None:
    one, two = LifeStops(points(title="one")), LifeStops(points(title="two"), name="Others")
    text = rendered(one, two)
    assert block(text, f"{one.get_name()}-data")["stops"][0]["title"] == "one"
    assert block(text, f"{two.get_name()}-data")["stops"][0]["title"] == "two"


def test_hostile_text_closes_nothing() -> None:
    layer = LifeStops(points(title="</script><script>alert(1)</script>"))
    assert "<script>alert" not in rendered(layer)


def test_a_map_renders_the_same_again() -> None:
    one = OfflineMap()
    first = rendered(PeriodAtlas("1936-09-01"), LifeStops(points()), on=one)
    assert first == one.get_root().render()


@pytest.mark.slow
def test_two_runs_are_the_same() -> None:
    digests = set()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", RENDER],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        )
        digests.add(run.stdout)
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("layers", "shown"),
    [
        ([lambda: PeriodAtlas("1936-09-01")], "[[34.0, -12.0], [62.0, 45.0]]"),
        ([lambda: PeriodAtlas("1936-09-01"), lambda: LifeStops(points())], "[[48.85, 2.35]"),
        ([lambda: LifeRoute(lines()), lambda: PeriodAtlas("1936-09-01")], "[[48.0, 2.0]"),
    ],
)
def test_a_map_without_a_place_opens_on_what_it_shows(
    layers: list[Callable[[], Any]], shown: str
) -> None:
    text = rendered(*(make() for make in layers), on=folium.Map(tiles=None))
    assert text.count("fitBounds") - text.count("fitBounds:") >= 1
    assert f".fitBounds({shown}" in text


def test_a_map_with_a_place_stays_there() -> None:
    text = rendered(PeriodAtlas("1936-09-01"), on=folium.Map((50, 10), tiles=None))
    assert ".fitBounds([[" not in text


def test_a_hidden_layer_is_made_but_not_shown() -> None:
    layer = PeriodAtlas("1936-09-01", show=False)
    text = rendered(layer)
    assert f"const {layer.get_name()} = " in text
    assert f"{layer.get_name()}.addTo(" not in text


def test_a_layer_control_lists_layers_by_name() -> None:
    on = OfflineMap()
    PeriodAtlas("1936-09-01").add_to(on)
    LifeStops(points(), name="Where he was").add_to(on)
    LifeRoute(lines(), control=False).add_to(on)
    control = folium.LayerControl().add_to(on)
    on.get_root().render()
    assert list(control.overlays) == ["Frontiers of 1936-09-01", "Where he was"]


# What is refused


@pytest.mark.parametrize("day", ["1889-12-31", "1948-01-01", "1066-10-14"])
def test_a_day_that_the_atlas_does_not_know_is_refused(day: str) -> None:
    with pytest.raises(OutsideAtlas, match=f"1890-01-01 to 1947-12-31, found {day}"):
        PeriodAtlas(day)


def test_another_projection_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a map in EPSG3857"):
        rendered(PeriodAtlas("1936-09-01"), on=folium.Map(crs="EPSG4326", tiles=None))


@pytest.mark.parametrize(
    ("layer", "found"),
    [
        (lambda: folium.TileLayer("OpenStreetMap"), "TileLayer"),
        (lambda: folium.Marker([1, 1], icon=folium.Icon(color="red")), "Icon"),
        (MarkerCluster, "https://"),
    ],
)
def test_an_offline_map_refuses_what_is_fetched(layer: Callable[[], Any], found: str) -> None:
    with pytest.raises(AssetError, match=found):
        rendered(layer())
