"""The still map: numbered like the text, legible, small."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import shapely
from mapping.plates.labels import place_labels
from small_life import tables, write

from mapping.atlas.world import land
from mapping.life.frames import legs_frame
from mapping.plates.panel import LANE, fit_panel, lane_line, path_of
from mapping.plates.picture import frontier_day, render_still, say_still
from mapping.reading.folder import load_life

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.life.model import Life

SVG = "{http://www.w3.org/2000/svg}"
LIMIT = 80_000  # bytes


@pytest.fixture(scope="module")
def still(life: Life) -> str:
    return render_still(life, legs_frame(life))


@pytest.fixture(scope="module")
def tree(still: str) -> ET.Element:
    return ET.fromstring(still)  # noqa: S314 - our own text


def numbers_of(tree: ET.Element) -> list[int]:
    said = [
        span.text or "" for text in tree.iter(f"{SVG}text") for span in text.iter(f"{SVG}tspan")
    ]
    found = []
    for part in ", ".join(said).split(", "):
        first, _, last = part.partition("\N{EN DASH}")
        found += range(int(first), int(last or first) + 1)
    return found


def test_every_stop_has_its_number_once(tree: ET.Element, life: Life) -> None:
    assert sorted(numbers_of(tree)) == list(range(1, len(life.stops) + 1))


def test_it_is_small_and_the_same_again(still: str, life: Life) -> None:
    assert len(still.encode()) < LIMIT
    assert render_still(life, legs_frame(life)) == still


def test_it_has_a_name_and_a_description(tree: ET.Element, life: Life) -> None:
    ids = {element.get("id") for element in tree.iter()}
    assert set((tree.get("aria-labelledby") or "").split()) <= ids
    assert life.title in (tree.findtext(f"{SVG}title") or "")
    assert str(len(life.stops)) in (tree.findtext(f"{SVG}desc") or "")


def test_it_needs_no_style_attribute(still: str) -> None:
    assert not re.search(r'\bstyle="|<style|<script|url\((?!#)', still)


def test_it_shows_a_closer_view_of_the_crowd(tree: ET.Element) -> None:
    assert len(tree.findall(f"{SVG}g")) == 2
    _, _, width, height = map(int, (tree.get("viewBox") or "").split())
    assert 0.9 < height / width < 1.6  # it fills a page of A4


def test_the_middle_stop_gives_the_day_of_the_frontiers(life: Life) -> None:
    assert frontier_day(life) == life.stops[len(life.stops) // 2].span.first
    assert str(frontier_day(life).year) in say_still(life)


def test_text_of_the_data_is_escaped(tmp_path: Path) -> None:
    parts = tables()
    parts["stops.geojson"]["features"][0]["properties"]["name_then"] = "<b>&\"'"
    life = load_life(write(parts, tmp_path / "life"))
    still = render_still(life, legs_frame(life))
    assert "<b>" not in still
    ET.fromstring(still)  # noqa: S314 - our own text


def test_a_life_in_one_place_has_a_map_too(tmp_path: Path) -> None:
    parts = tables()
    parts["legs.geojson"]["features"] = []
    parts["stops.geojson"]["features"] = parts["stops.geojson"]["features"][:1]
    life = load_life(write(parts, tmp_path / "life"))
    tree = ET.fromstring(render_still(life, legs_frame(life)))  # noqa: S314 - our own text
    assert numbers_of(tree) == [1]
    assert len(tree.findall(f"{SVG}g")) == 1


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
    for position in positions:
        x, y = panel.point(position)
        assert 20 <= x <= 700
        assert panel.top + 20 <= y <= panel.bottom - 20


def test_north_is_up_and_east_is_right() -> None:
    panel = fit_panel([(0.0, 40.0), (20.0, 60.0)], 720)
    (west, south), (east, north) = panel.point((0.0, 50.0)), panel.point((20.0, 50.5))
    assert west < east
    assert panel.point((10.0, 60.0))[1] < panel.point((10.0, 40.0))[1]
    assert abs(south - north) < 60


def test_land_is_cut_to_the_panel() -> None:
    panel = fit_panel([(-99.0, 19.0), (55.0, 52.0)], 720)
    areas = panel.areas(land(date(1925, 6, 1)), 1.0)
    frame = shapely.box(-0.01, panel.top - 0.01, panel.width + 0.01, panel.bottom + 0.01)
    assert areas
    assert all(frame.covers(area) for area in areas)


def test_a_lane_lies_to_the_right_of_its_direction_and_keeps_its_ends() -> None:
    line = shapely.LineString([(0, 0), (200, 0)])  # eastwards, y grows downwards
    moved = lane_line(line, 2)
    assert moved.coords[0] == pytest.approx((0, 0), abs=0.01)
    assert moved.coords[-1] == pytest.approx((200, 0), abs=0.01)
    assert moved.interpolate(0.5, normalized=True).y == pytest.approx(2 * LANE, abs=0.01)
    assert lane_line(line, 0) is line


def test_there_and_back_do_not_overprint() -> None:
    there = shapely.LineString([(0, 0), (200, 50)])
    back = there.reverse()
    a, b = (lane_line(line, 1).interpolate(0.5, normalized=True) for line in (there, back))
    assert a.distance(b) > 1.5 * LANE


@pytest.mark.parametrize(
    ("shape", "path"),
    [
        (shapely.LineString([(1, 2), (1.5, 2.04), (0, 0)]), "M10 20l5 0-15-20"),
        (shapely.Polygon([(0, 0), (1, 0), (1, 1)]), "M0 0l10 0 0 10-10-10z"),
        (shapely.LineString([(1, 1), (1.01, 1.01)]), ""),
    ],
)
def test_paths_are_relative_and_in_tenths(shape: shapely.Geometry, path: str) -> None:
    assert path_of([shape]) == path


def test_labels_keep_clear_of_signs_and_each_other() -> None:
    panel = fit_panel([(0.0, 40.0), (20.0, 60.0)], 720)
    signs = [(300.0 + 22 * i, 200.0 + 13 * (i % 3)) for i in range(9)]
    wanted = [(x, y, f"Town {i}", f"{i}") for i, (x, y) in enumerate(signs)]
    labels = place_labels(wanted, signs, [], panel)
    assert [label.name for label in labels] != []
    boxes = [
        shapely.box(label.x, label.y - 8.9, label.x + len(label.name) * 5.25 + 10, label.y + 2.6)
        for label in labels
    ]
    for one, other in combinations(boxes, 2):
        assert one.intersection(other).area < 1
    for box in boxes:
        assert not any(box.buffer(-1).contains(shapely.Point(sign)) for sign in signs)
        assert panel.holds(box.bounds[0], box.bounds[1])
