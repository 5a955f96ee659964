from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project import DATA
from pyproj import Geod
from small_life import as_files, tables

from mapping.life.distance import SAME_TOWN_KM, distance_km
from mapping.life.lanes import MOST_LANES, assign_lanes
from mapping.life.model import Leg, Mode, Position
from mapping.life.routes import LONGEST_SECTION_KM, lay_routes
from mapping.reading.folder import load_life, parse_life

PARIS, LYON, MARSEILLE = (2.3488, 48.8534), (4.8467, 45.7485), (5.3811, 43.297)
BREST, NEW_YORK = (-4.486, 48.3904), (-74.006, 40.7143)
GEOD = Geod(ellps="WGS84")


def a_leg(*waypoints: Position, mode: Mode = "rail") -> Leg:
    return Leg(
        id="a-b",
        from_id="a",
        to_id="b",
        mode=mode,
        guarded=False,
        date_edtf="1919/1919",
        certainty="certain",
        summary="From A to B.",
        sources="",
        waypoints=waypoints,
    )


def lay(*waypoints: Position, curved: bool) -> Any:
    lines, _ = lay_routes([a_leg(*waypoints, mode="sea" if curved else "rail")])
    return lines[0]


def test_the_length_is_that_of_the_geodesics_between_waypoints() -> None:
    life, _ = parse_life(as_files(tables()))
    assert life is not None
    lines, lengths = lay_routes(life.legs)
    assert len(lines) == len(lengths) == len(life.legs)
    for leg, length_km in zip(life.legs, lengths, strict=True):
        metres = sum(GEOD.inv(*start, *end)[2] for start, end in pairwise(leg.waypoints))
        assert length_km == pytest.approx(metres / 1000)
    assert lengths[1] == pytest.approx(524, abs=2)  # Berlin to Vienna


@pytest.mark.parametrize("mode", ["rail", "road", "foot", "unknown"])
def test_on_land_the_line_is_the_waypoints(mode: Mode) -> None:
    waypoints = (PARIS, LYON, MARSEILLE)
    line = lay(*waypoints, curved=mode in ("sea", "air"))
    assert tuple(line.coords) == waypoints


def test_at_sea_the_line_is_a_great_circle_through_the_waypoints() -> None:
    line = lay(PARIS, BREST, NEW_YORK, curved=True)
    points = list(line.coords)
    assert {PARIS, BREST, NEW_YORK} <= set(points)
    sections = [GEOD.inv(*start, *end)[2] / 1000 for start, end in pairwise(points)]
    assert max(sections) <= LONGEST_SECTION_KM * 1.0001
    assert sum(sections) == pytest.approx(GEOD.inv(*PARIS, *BREST)[2] / 1000 + 5350, abs=60)
    assert GEOD.geometry_length(line) / 1000 == pytest.approx(sum(sections))
    # Going west at the same latitude, the shortest way leads north of both ends.
    assert max(lat for _, lat in points) > max(BREST[1], NEW_YORK[1]) + 1


@pytest.mark.parametrize("curved", [True, False])
@pytest.mark.parametrize(
    ("waypoints", "parts"),
    [
        (((170.0, 50.0), (-170.0, 40.0)), 2),
        (((-170.0, -40.0), (170.0, 50.0)), 2),
        (((175.0, 0.0), (-175.0, 1.0), (175.0, 2.0)), 3),
        (((179.0, 0.0), (180.0, 0.0), (-179.0, 1.0)), 2),
        (((179.0, 0.0), (-180.0, 0.5), (-179.0, 1.0)), 2),
        (((170.0, 10.0), (179.0, 11.0)), 1),
    ],
)
def test_a_line_is_cut_at_the_180th_meridian(
    waypoints: tuple[Position, ...], parts: int, *, curved: bool
) -> None:
    line = lay(*waypoints, curved=curved)
    lines = [line] if line.geom_type == "LineString" else list(line.geoms)
    assert len(lines) == parts
    assert (lines[0].coords[0], lines[-1].coords[-1]) == (waypoints[0], waypoints[-1])
    for part in lines:
        lons = [lon for lon, _ in part.coords]
        assert all(abs(b - a) <= 180 for a, b in pairwise(lons))
        assert part.length > 0
    for before, after in pairwise(lines):
        (lon_a, lat_a), (lon_b, lat_b) = before.coords[-1], after.coords[0]
        assert (abs(lon_a), lon_b) == (180, -lon_a)
        assert lat_a == lat_b


POSITIONS = st.tuples(
    st.floats(-180, 180).map(lambda n: round(n, 5)), st.floats(-89, 89).map(lambda n: round(n, 5))
)


@settings(max_examples=100, deadline=None)
@given(st.lists(POSITIONS, min_size=2, max_size=5), st.booleans())
def test_any_line_is_valid_and_never_leaps(waypoints: list[Position], curved: bool) -> None:  # noqa: FBT001 - hypothesis
    line = lay(*waypoints, curved=curved)
    for part in [line] if line.geom_type == "LineString" else line.geoms:
        assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(part.coords))


def test_a_waypoint_said_twice_is_drawn_once() -> None:
    assert len(lay(PARIS, PARIS, LYON, curved=False).coords) == 2


NEAR_LYON = (4.8449, 45.7512)
LANES = {
    "alone": ([(PARIS, LYON)], [0]),
    "apart": ([(PARIS, LYON), (BREST, NEW_YORK)], [0, 0]),
    "there and back": ([(PARIS, LYON), (LYON, PARIS)], [1, 1]),
    "twice": ([(PARIS, LYON), (PARIS, LYON)], [1, 2]),
    "there, back, there": ([(PARIS, LYON), (LYON, PARIS), (PARIS, LYON)], [1, 1, 2]),
    "one section shared": ([(PARIS, LYON, MARSEILLE), (PARIS, LYON)], [1, 2]),
    "shared backwards": ([(PARIS, LYON, MARSEILLE), (BREST, MARSEILLE, LYON)], [1, 1]),
    "same towns, other way": ([(PARIS, LYON, MARSEILLE), (PARIS, BREST, MARSEILLE)], [1, 2]),
    "another quarter of the town": ([(PARIS, LYON), (PARIS, NEAR_LYON)], [1, 2]),
    "a free lane is used": (
        [(PARIS, LYON), (PARIS, LYON), (LYON, MARSEILLE), (PARIS, LYON, MARSEILLE)],
        [1, 2, 1, 3],
    ),
}


@pytest.mark.parametrize("name", LANES)
def test_legs_that_share_a_way_get_lanes_of_their_own(name: str) -> None:
    ways, lanes = LANES[name]
    assert list(assign_lanes([a_leg(*way) for way in ways])) == lanes


def test_a_bundle_grows_no_wider_than_its_lanes() -> None:
    lanes = assign_lanes([a_leg(PARIS, LYON)] * 100)
    assert set(lanes) == set(range(1, MOST_LANES + 1))


def test_no_two_legs_of_the_real_life_are_printed_over_each_other() -> None:
    life = load_life(DATA)
    seen: dict[tuple[Position, Position], set[int]] = {}
    for leg, lane in zip(life.legs, assign_lanes(life.legs), strict=True):
        for section in pairwise(leg.waypoints):
            if distance_km(*section) <= SAME_TOWN_KM:  # a harbour has no room for lanes
                continue
            lanes = seen.setdefault(section, set())
            assert lane not in lanes, leg.id
            lanes.add(lane)
            start, end = section
            assert lane or (end, start) not in seen, leg.id
