"""A plate: the right projection, every stop in its place, legible, small, the same again."""

from __future__ import annotations

import re
import warnings
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import shapely
from pyproj import CRS, Proj, Transformer
from small_life import tables, write

from mapping.atlas.days import plate_days, say_days
from mapping.life.frames import legs_frame
from mapping.life.projection import View, choose_views, cluster_of, crs_for
from mapping.plates.ground import draw_ground
from mapping.plates.names import letter_panel
from mapping.plates.panel import LANE, degrees_around, fit_panel, lane_lines
from mapping.plates.picture import render_plate
from mapping.plates.placer import Wish, beside, place_boxes, route_in
from mapping.plates.rooms import on_land, states_at
from mapping.plates.svg_path import path_of
from mapping.plates.ways import merge_legs
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life

SVG = "{http://www.w3.org/2000/svg}"
LIMIT = 80_000  # bytes
WORST_SCALE = 1.15
PACIFIC = [(135.2, 34.7), (151.2, -33.9), (174.8, -36.9), (-157.9, 21.3), (-149.6, -17.5)]
CAPE_TOWN = (18.4, -33.9)


@pytest.fixture(scope="module")
def plate(life: Life) -> str:
    return render_plate(life, linked=True)


@pytest.fixture(scope="module")
def tree(plate: str) -> ET.Element:
    return ET.fromstring(plate)  # noqa: S314 - our own text


def life_at(positions: list[tuple[float, float]], folder: Path) -> Life:
    """Return a life with its stops at places, one after another, without legs."""
    parts = tables()
    one = parts["stops.geojson"]["features"][0]
    parts["legs.geojson"]["features"] = []
    parts["stops.geojson"]["features"] = [
        {
            **one,
            "id": f"stop-{number}",
            "properties": {
                **one["properties"],
                "id": f"stop-{number}",
                "seq": number,
                "country_now": "ZZ",
            },
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
        }
        for number, (lon, lat) in enumerate(positions, start=1)
    ]
    return load_life(write(parts, folder))


def panels_of(tree: ET.Element) -> list[ET.Element]:
    return [element for element in tree.iter(f"{SVG}g") if element.get("data-crs")]


def marks_of(panel: ET.Element) -> dict[str, tuple[float, float]]:
    found = {}
    for element in panel.iter(f"{SVG}g"):
        if element.get("data-stop"):
            x, y = re.findall(r"-?[\d.]+", element.get("transform") or "")
            found[str(element.get("data-stop"))] = (float(x), float(y))
    return found


def test_every_stop_is_marked_once_and_is_a_link_to_it(tree: ET.Element, life: Life) -> None:
    marked = [stop for panel in panels_of(tree) for stop in marks_of(panel)]
    assert sorted(marked) == sorted(stop.id for stop in life.stops)
    links = {link.get("href") for link in tree.iter(f"{SVG}a")}
    assert links == {f"#{stop.id}" for stop in life.stops}


def test_every_mark_stands_at_its_projected_position(tree: ET.Element, life: Life) -> None:
    position = {stop.id: stop.position for stop in life.stops}
    for panel in panels_of(tree):
        west, north, scale, top = map(float, str(panel.get("data-frame")).split())
        project = Transformer.from_crs("EPSG:4326", str(panel.get("data-crs")), always_xy=True)
        for stop, found in marks_of(panel).items():
            x, y = project.transform(*position[stop])
            expected = ((x - west) * scale, top + (north - y) * scale)
            assert found == pytest.approx(expected, abs=0.11)


def test_stops_of_one_panel_have_one_scale(tree: ET.Element, life: Life) -> None:
    position = {stop.id: stop.position for stop in life.stops}
    for panel in panels_of(tree):
        projected = Proj(CRS(str(panel.get("data-crs"))))
        scales = [projected.get_factors(*position[stop]).areal_scale for stop in marks_of(panel)]
        assert max(scales) / min(scales) <= WORST_SCALE


def test_most_stops_are_in_a_conic_and_the_rest_in_an_equal_area_panel(life: Life) -> None:
    conic, azimuthal = choose_views(life)
    assert conic.crs.startswith("+proj=eqdc ")
    assert azimuthal.crs.startswith("+proj=laea ")


@pytest.mark.parametrize(
    ("positions", "name"),
    [
        ([(2.3, 48.9), (37.6, 55.8)], "eqdc"),
        ([(-70.0, 45.0), (29.0, 60.0)], "eqdc"),
        ([(-80.0, 45.0), (29.0, 60.0)], "laea"),
        ([(2.3, 48.9), (2.3, 24.0)], "laea"),
        (PACIFIC, "laea"),
        ([CAPE_TOWN], "laea"),
        ([(2.3, 48.9)], "eqdc"),
    ],
)
def test_the_projection_follows_the_rule(positions: list[tuple[float, float]], name: str) -> None:
    assert crs_for(positions).split()[0] == f"+proj={name}"


def test_clusters_go_from_stop_to_stop() -> None:
    chain = [(lon, 50.0) for lon in range(0, 60, 10)]
    assert set(cluster_of([*chain, (-99.0, 19.0)]).tolist()) == {0, 1}


@pytest.mark.parametrize(
    "positions",
    [PACIFIC, [CAPE_TOWN], [(0.0, 89.0), (120.0, 88.0)], [(179.0, 65.0), (-170.0, 64.0)]],
)
def test_any_place_on_earth_has_its_mark_in_the_frame(
    positions: list[tuple[float, float]], tmp_path: Path
) -> None:
    tree = ET.fromstring(render_plate(life_at(positions, tmp_path / "life")))  # noqa: S314
    (panel,) = panels_of(tree)
    marks = marks_of(panel)
    assert len(marks) == len(positions)
    _, _, width, height = map(float, str(tree.get("viewBox")).split())
    for x, y in marks.values():
        assert 15 <= x <= width - 15
        assert 15 <= y <= height - 15
    drawn = [path for path in panel.iter(f"{SVG}path") if path.get("class", "")[:1] in "lt"]
    assert positions[0][1] > 80 or any(path.get("d") for path in drawn)


def test_it_is_small_and_the_same_again(plate: str, life: Life) -> None:
    assert len(plate.encode()) < LIMIT
    assert render_plate(life, linked=True) == plate


@pytest.mark.parametrize("role", ["wide", "narrow"])
def test_the_headline_places_are_lettered_with_the_years_of_arrival(
    tree: ET.Element, life: Life, role: str
) -> None:
    groups = [g for g in tree.iter(f"{SVG}g") if g.get("class") == f"names {role}"]
    names = [
        text
        for group in groups
        for part in group.iter(f"{SVG}g")
        if part.get("class") == "place-name"
        for text in part.iter(f"{SVG}text")
    ]
    said = {" ".join("".join(text.itertext()).split()) for text in names}
    assert said == {
        *("Brussels 1890", "Paris 1909", "Barcelona 1917", "Petrograd 1919", "Berlin 1921"),
        *("Orenburg 1933", "Marseille 1940", "Mexico City 1941"),
    }
    assert len(said) == sum(chapter.headline for chapter in life.chapters)


def test_russia_is_named_where_only_a_part_of_it_is_shown(life: Life) -> None:
    view = choose_views(life)[0]
    panel = fit_panel(view, 600, heights=(0.45, 0.66), margin=30)
    names = letter_panel(date(1936, 9, 1), [], route_in(panel, []))
    found = [name for name in names if name.lines == ("USSR",)]
    assert len(found) == 1
    assert panel.holds(found[0].x, found[0].y)


def test_germany_is_named_beside_the_route(tree: ET.Element, life: Life) -> None:
    names = [text for text in tree.iter(f"{SVG}text") if text.text == "GERMANY"]
    assert len(names) == 1
    panel = fit_panel(choose_views(life)[0], 600, heights=(0.45, 0.66), margin=30)
    x, y = float(names[0].get("x", 0)), float(names[0].get("y", 0))
    lines = panel.shapes(merge_legs(life, legs_frame(life)).geometry)
    half = 7 * 9.25 * 0.81 / 2
    assert not lines.intersects(shapely.box(x - half, y - 6, x + half, y)).any()
    (lon, lat), *_ = panel.degrees(np.array([(x, y - 3)])).tolist()
    assert states_at([(lon, lat)], plate_days(life)[0]) == {"DEU"}


def test_a_plate_for_the_page_has_ground_beyond_its_sides(life: Life) -> None:
    view = choose_views(life)[0]
    core, wide = (
        fit_panel(view, 600, heights=(0.45, 0.66), margin=30, bleed=bleed) for bleed in (0, 125)
    )
    assert (core.west, core.height, core.scale) == (wide.west, wide.height, wide.scale)
    day = date(1936, 9, 1)
    near, far = (draw_ground(each, day, tolerance=1, tints=6) for each in (core, wide))
    assert len(far.rivers) > len(near.rivers)
    assert len("".join(d for _, d in far.tints)) > len("".join(d for _, d in near.tints))
    assert not wide.holds(-10, 10)


def test_a_sea_is_not_lettered_on_land(life: Life) -> None:
    panel = fit_panel(choose_views(life)[0], 600, heights=(0.45, 0.66), margin=30)
    seas = [n for n in letter_panel(date(1936, 9, 1), [], route_in(panel, [])) if n.role == "sea"]
    assert len(seas) >= 3
    for sea in seas:
        half = max(map(len, sea.lines)) * sea.size * 0.2
        across = np.linspace(sea.x - half, sea.x + half, 9)
        points = np.array(
            [(x, sea.y + n * sea.size) for x in across for n in range(len(sea.lines))]
        )
        assert on_land(panel, date(1936, 9, 1), points).mean() < 0.35, sea


def test_journeys_between_two_towns_are_one_line_for_free_and_one_for_guarded(life: Life) -> None:
    legs = legs_frame(life)
    merged = merge_legs(life, legs)
    between = [key for key in merged.index if key.startswith(("petrograd-m", "leningrad-m"))]
    assert [bool(merged.at[key, "guarded"]) for key in between] == [False, True]
    assert merged.loc[between, "lane"].nunique() == 2
    towns = {(leg.from_id, leg.to_id) for leg in life.legs}
    assert {*zip(merged["from_id"], merged["to_id"], strict=True)} <= towns


def test_the_day_is_one_on_which_most_places_were_held_as_when_he_was_there(life: Life) -> None:
    first, second = plate_days(life)
    assert date(1922, 12, 30) <= first <= date(1938, 3, 12)
    assert second.year == 1941


def test_the_day_of_the_frontiers_is_printed(life: Life) -> None:
    first, second = plate_days(life)
    said = say_days((first, second))
    assert f"{first.day} {first:%B} {first.year}" in said
    assert f"below, of {second.day} {second:%B} {second.year}" in said
    assert say_days((date(1936, 9, 1),)) == "Frontiers of 1 September 1936."
    assert say_days((date(1797, 1, 1),)) == "Frontiers are not known before 1890."


def test_states_are_those_of_the_day(life: Life) -> None:
    europe = fit_panel([(0.0, 40.0), (40.0, 60.0)], 600)
    before, after = (
        {" ".join(name.lines) for name in letter_panel(day, [], route_in(europe, []))}
        for day in (date(1914, 7, 1), date(1936, 9, 1))
    )
    assert {"RUSSIAN EMPIRE"} <= before
    assert "POLAND" in after - before
    assert "url(#plate-hatch)" in render_plate(life, days=(date(1943, 1, 1),))


def test_it_has_a_name_and_a_description(tree: ET.Element, life: Life) -> None:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert life.title in (tree.get("aria-label") or "")
    alone = ET.fromstring(render_plate(life))  # noqa: S314 - our own text
    assert life.title in (alone.findtext(f"{SVG}title") or "")
    assert str(len(life.stops)) in (alone.findtext(f"{SVG}desc") or "")
    assert str(len(life.stops)) in (tree.get("aria-label") or "")


def test_it_needs_no_style_attribute(plate: str) -> None:
    assert not re.search(r'[ ]style="|<style|<script|url\((?!#)', plate)


def test_text_of_the_data_is_escaped(tmp_path: Path) -> None:
    parts = tables()
    parts["stops.geojson"]["features"][0]["properties"]["name_then"] = "<b>&\"'"
    plate = render_plate(load_life(write(parts, tmp_path / "life")), linked=True)
    assert "<b>" not in plate
    ET.fromstring(plate)  # noqa: S314 - our own text


@pytest.mark.parametrize(
    "positions",
    [
        [(4.0, 50.0), (37.0, 60.0)],
        [(-99.0, 19.0), (55.0, 52.0), (30.0, 60.0)],
        [(2.35, 48.85)],
        [(10.0, 40.0), (10.0, 65.0)],
    ],
)
def test_a_panel_holds_what_it_is_fitted_to(positions: list[tuple[float, float]]) -> None:
    panel = fit_panel(positions, 720)
    for x, y in panel.points(positions).tolist():
        assert 20 <= x <= 700
        assert panel.top + 20 <= y <= panel.bottom - 20


def test_north_is_up_and_east_is_right() -> None:
    panel = fit_panel([(0.0, 40.0), (20.0, 60.0)], 720)
    west, east, north, south = panel.points([(0, 50), (20, 50.5), (10, 60), (10, 40)])
    assert west[0] < east[0]
    assert north[1] < south[1]


def test_a_panel_across_the_180th_meridian_looks_at_both_sides() -> None:
    panel = fit_panel(View(crs_for(PACIFIC), tuple(PACIFIC)), 600)
    (west, *_), (_, _, east, _) = degrees_around(panel)
    assert west > 0 > east


def test_a_lane_lies_to_the_right_of_its_direction_and_keeps_its_ends() -> None:
    line = shapely.LineString([(0, 0), (200, 0)])  # eastwards, y grows downwards
    (moved,) = lane_lines(np.array([line]), np.array([2]))
    assert moved.coords[0] == pytest.approx((0, 0), abs=0.01)
    assert moved.coords[-1] == pytest.approx((200, 0), abs=0.01)
    assert moved.interpolate(0.5, normalized=True).y == pytest.approx(2 * LANE, abs=0.01)
    assert lane_lines(np.array([line]), np.array([0]))[0] is line


@pytest.mark.parametrize(
    ("shape", "path"),
    [
        (shapely.LineString([(1, 2), (1.5, 2.04), (0, 0)]), "M10 20l5 0-15-20"),
        (shapely.Polygon([(0, 0), (1, 0), (1, 1)]), "M0 0l10 10 0-10-10 0z"),
        (shapely.LineString([(1, 1), (1.01, 1.01)]), ""),
    ],
)
def test_paths_are_relative_and_in_tenths(shape: shapely.Geometry, path: str) -> None:
    assert path_of([shape]) == path


def test_names_keep_clear_of_signs_and_each_other() -> None:
    panel = fit_panel([(0.0, 40.0), (20.0, 60.0)], 720)
    signs = [(300.0 + 22 * i, 200.0 + 13 * (i % 3)) for i in range(9)]
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in signs]
    wishes = [Wish(44, 11, beside(x, y, 44, 11)) for x, y in signs]
    boxes = [shapely.box(*box) for box in place_boxes(wishes, taken, route_in(panel, [])) if box]
    assert len(boxes) == len(signs)
    for one, other in combinations(boxes, 2):
        assert one.intersection(other).area < 1
    for box in boxes:
        assert not any(box.buffer(-1).contains(shapely.Point(sign)) for sign in signs)
        assert panel.holds(*np.array(box.bounds[:2]).tolist())


def test_a_name_that_may_be_left_out_is_left_out_where_the_route_passes() -> None:
    panel = fit_panel([(0.0, 40.0), (20.0, 60.0)], 720)
    bars: list[Any] = [shapely.LineString([(0, y), (720, y)]) for y in range(0, 400, 6)]
    wish = Wish(60, 12, np.array([(300.0, 200.0)]), optional=True)
    assert place_boxes([wish], [], route_in(panel, bars)) == [None]
    assert place_boxes([wish], [], route_in(panel, [])) != [None]


def test_states_at_sea_or_on_unknown_days_are_not_lettered() -> None:
    panel = fit_panel([(-40.0, 30.0), (-30.0, 40.0)], 600)
    assert {name.role for name in letter_panel(date(1930, 1, 1), [], route_in(panel, []))} <= {
        "sea"
    }
    europe = fit_panel([(0.0, 40.0), (20.0, 60.0)], 600)
    roles = {name.role for name in letter_panel(date(1700, 1, 1), [], route_in(europe, []))}
    assert "state" not in roles


def test_what_no_projection_reaches_is_not_drawn(tmp_path: Path) -> None:
    parts = tables()
    places = [[0.0, 90.0], [0.0, -90.0], [180.0, 89.9]]
    for number, place in enumerate(places):
        parts["stops.geojson"]["features"][number]["geometry"]["coordinates"] = place
    for number, leg in enumerate(parts["legs.geojson"]["features"]):
        leg["geometry"]["coordinates"] = places[number : number + 2]
    life = load_life(write(parts, tmp_path / "life"))
    with np.errstate(invalid="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = render_plate(life)
    assert "inf" not in svg
    assert "NaN" not in svg
