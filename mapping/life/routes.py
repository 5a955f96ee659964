"""Lay the legs on the ground: great circles at sea and in the air, lengths, the 180th meridian."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Leg, Position

LONGEST_SECTION_KM = 50.0
_CURVED = ("sea", "air")
_HALF_TURN = 180.0


def lay_routes(legs: Sequence[Leg]) -> tuple[Any, Any]:
    """Return the line and the length of each leg, all legs in one pass.

    Sections of ways by sea and by air that are longer than 50 km follow the geodesic of WGS84
    (Karney 2013, by PROJ); others are straight on the map.

    Parameters
    ----------
    legs
        Legs with two or more waypoints: longitude, latitude in degrees, EPSG:4326.

    Returns
    -------
    tuple of two numpy arrays
        LineStrings, or MultiLineStrings where a leg crosses the 180th meridian; kilometres along
        the ellipsoid, through all waypoints.
    """
    import numpy as np
    import shapely
    from pyproj import Geod

    if not legs:
        return np.empty(0, dtype=object), np.empty(0)
    points = np.array([position for leg in legs for position in leg.waypoints], dtype=float)
    owner = np.repeat(np.arange(len(legs)), [len(leg.waypoints) for leg in legs])
    begins = np.flatnonzero(owner[:-1] == owner[1:])  # a section from each point to the next
    lons, lats = points.T
    geod = Geod(ellps="WGS84")
    azimuth, _, metres = geod.inv(lons[begins], lats[begins], lons[begins + 1], lats[begins + 1])
    length_km = np.bincount(owner[begins], weights=metres, minlength=len(legs)) / 1000
    is_curved = np.array([leg.mode in _CURVED for leg in legs])[owner[begins]]
    sections = np.maximum(np.ceil(metres / 1000 / LONGEST_SECTION_KM).astype(int), 1)
    between = np.where(is_curved, sections - 1, 0)
    section = np.repeat(np.arange(len(begins)), between)
    step = np.arange(len(section)) - np.repeat(np.cumsum(between) - between, between) + 1
    away = metres[section] * step / (between[section] + 1)
    start = begins[section]
    lon, lat, _ = geod.fwd(lons[start], lats[start], azimuth[section], away)
    order = np.lexsort((np.concatenate((np.zeros(len(points)), step)), _append(points, start)))
    laid = np.concatenate((points, np.column_stack((lon, lat))))[order]
    lines = shapely.linestrings(laid, indices=np.concatenate((owner, owner[start]))[order])
    return _cut_at_180(shapely.remove_repeated_points(lines)), length_km


def _append(points: Any, start: Any) -> Any:
    """Return for each point, and then each point laid between, the waypoint it comes after."""
    import numpy as np

    return np.concatenate((np.arange(len(points)), start))


def _cut_at_180(lines: Any) -> Any:
    """Cut the lines that leap from one edge of the map to the other."""
    import numpy as np
    import shapely

    points, owner = shapely.get_coordinates(lines, return_index=True)
    leaps = (np.abs(np.diff(points[:, 0])) > _HALF_TURN) & (owner[:-1] == owner[1:])
    # Few lives cross this meridian, and none often: these lines alone are taken one by one.
    for number in np.unique(owner[:-1][leaps]):
        parts = _split_at_180([(x, y) for x, y in points[owner == number].tolist()])
        lines[number] = (
            shapely.MultiLineString(parts) if parts[1:] else shapely.LineString(parts[0])
        )
    return lines


def _split_at_180(points: Sequence[Position]) -> list[list[Position]]:
    """Cut a line where it crosses the 180th meridian; every part keeps to one side of it."""
    parts = [[points[0]]]
    for start, end in pairwise(points):
        if abs(end[0] - start[0]) > _HALF_TURN:  # the short way leads across
            side = math.copysign(_HALF_TURN, start[0])
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
