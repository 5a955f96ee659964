"""Legs whose drawn line clips a state are warned of."""

from __future__ import annotations

import pytest
from small_life import as_files, set_dates, stop, tables

from mapping.reading.folder import parse_life
from mapping.reading.rules.frontiers import check_frontiers

# From Warsaw to Kaunas in 1925 through the tip of East Prussia.
WARSAW, KAUNAS = (21.01, 52.23), (23.9, 54.9)
EAST_PRUSSIA, SOUTH, NORTH = (22.35, 53.85), (21.9, 53.3), (23.0, 54.5)


@pytest.mark.parametrize(
    ("between", "warned"),
    [([SOUTH, NORTH], True), ([SOUTH, EAST_PRUSSIA, NORTH], False)],
)
def test_a_line_that_clips_a_state_without_a_waypoint_in_it_is_warned_of(
    between: list[tuple[float, float]], *, warned: bool
) -> None:
    parts = tables()
    stops = parts["stops.geojson"]["features"]
    stops[0]["geometry"]["coordinates"] = list(WARSAW)
    stops[1]["geometry"]["coordinates"] = list(KAUNAS)
    for number, dates in enumerate(("1924", "1925", "1926")):
        set_dates(stop(parts, number), dates)
    legs = parts["legs.geojson"]["features"]
    line = [WARSAW, *between, KAUNAS]
    legs[0]["geometry"]["coordinates"] = [list(position) for position in line]
    legs[1]["geometry"]["coordinates"] = [list(KAUNAS), [16.37208, 48.20849]]
    for feature in legs:
        set_dates(feature["properties"], "1925")
    life, problems = parse_life(as_files(parts))
    assert life is not None, problems
    told = [problem for problem in check_frontiers(life) if problem.feature == "paris-berlin"]
    assert bool(told) is warned, told
    if warned:
        assert "a line that clips it for" in told[0].found
