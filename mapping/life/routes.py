"""Lay the legs on the ground: great circles at sea and in the air, lengths, the 180th meridian."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mapping.life.lanes import assign_lanes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyproj import Geod
    from shapely import LineString, MultiLineString

    from mapping.life.model import Leg, Life, Position

LONGEST_SECTION_KM = 50.0
_CURVED = ("sea", "air")


@dataclass(frozen=True, slots=True)
class Route:
    """The line of one leg.

    Parameters
    ----------
    leg
        The movement it draws.
    line
        Longitude, latitude in degrees, EPSG:4326; in parts where it crosses 180°.
    length_km
        Length in km on the WGS84 ellipsoid, through all waypoints.
    lane
        0 where no other leg shares the way; else the number of widths to draw it displaced to
        the right of the direction of travel.
    """

    leg: Leg
    line: LineString | MultiLineString
    length_km: float
    lane: int


def build_routes(life: Life) -> tuple[Route, ...]:
    """Return the route of each leg, in the order of the legs.

    Parameters
    ----------
    life
        A valid life.
    """
    lanes = assign_lanes(life.legs)
    return tuple(
        Route(leg, build_line(leg.waypoints, curved=leg.mode in _CURVED), _length_km(leg), lane)
        for leg, lane in zip(life.legs, lanes, strict=True)
    )


def build_line(waypoints: Sequence[Position], *, curved: bool) -> LineString | MultiLineString:
    """Return the line through waypoints.

    Parameters
    ----------
    waypoints
        Longitude, latitude in degrees, EPSG:4326; two or more.
    curved
        Whether sections longer than 50 km follow the geodesic of WGS84 (Karney 2013, by PROJ)
        rather than being straight on the map.
    """
    from shapely import LineString, MultiLineString  # noqa: PLC0415 - keeps "--help" instant

    parts = _split_at_180(_densified(waypoints) if curved else list(waypoints))
    lines = [LineString(part) for part in parts]
    return lines[0] if len(lines) == 1 else MultiLineString(lines)


@lru_cache(maxsize=1)
def _geod() -> Geod:
    from pyproj import Geod  # noqa: PLC0415 - keeps "--help" instant

    return Geod(ellps="WGS84")


def _length_km(leg: Leg) -> float:
    lons, lats = zip(*leg.waypoints, strict=True)
    length: float = _geod().line_length(lons, lats)
    return length / 1000


def _densified(waypoints: Sequence[Position]) -> list[Position]:
    points = [waypoints[0]]
    for start, end in pairwise(waypoints):
        _, _, metres = _geod().inv(*start, *end)
        between = math.ceil(metres / 1000 / LONGEST_SECTION_KM) - 1
        if between > 0:
            points += _geod().npts(*start, *end, between)
        points.append(end)
    return points


def _split_at_180(points: Sequence[Position]) -> list[list[Position]]:
    """Cut a line where it crosses the 180th meridian; every part keeps to one side of it."""
    parts = [[points[0]]]
    for start, end in pairwise(points):
        if start == end:
            continue
        if abs(end[0] - start[0]) > 180:  # noqa: PLR2004 - the short way leads across
            side = math.copysign(180.0, start[0])
            beyond = end[0] + 2 * side
            share = (side - start[0]) / (beyond - start[0]) if beyond != start[0] else 0.0
            lat = start[1] + share * (end[1] - start[1])
            if (side, lat) != start:
                parts[-1].append((side, lat))
            parts.append([(-side, lat)])
            if (-side, lat) == end:
                continue
        parts[-1].append(end)
    whole = [part for part in parts if len(part) > 1]
    return whole or [[points[0], points[-1]]]
