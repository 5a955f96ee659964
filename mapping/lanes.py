"""Put legs that share their way side by side, as lanes of a road."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life import Leg, Position

MOST_LANES = 8  # beyond, lanes are used again: a bundle may not grow wider than its country
_SHARED_DECIMALS = 2  # about a kilometre: waypoints of one station differ by less

_Point = tuple[float, float]
_Way = tuple[_Point, _Point, bool]  # ends in a fixed order; whether it runs that way; see _ways


def assign_lanes(legs: Sequence[Leg]) -> tuple[int, ...]:
    """Return the lane of each leg: 0 for one that shares its way with none.

    Lanes 1, 2, ... lie to the right of the direction of travel, so there and back are both
    lane 1 and do not meet, while a second journey the same way takes lane 2.

    Parameters
    ----------
    legs
        Legs in the order of the life.
    """
    ways = [_ways(leg.waypoints) for leg in legs]
    travelled: dict[tuple[_Point, _Point], int] = {}
    for own in ways:
        for start, end in {(start, end) for start, end, _ in own}:
            travelled[start, end] = travelled.get((start, end), 0) + 1
    taken: dict[_Way, set[int]] = {}
    lanes = []
    for number, own in enumerate(ways):
        if all(travelled[start, end] == 1 for start, end, _ in own):
            lanes.append(0)
            continue
        used = set[int]().union(*(taken.get(way, ()) for way in own))
        free = (lane for lane in range(1, MOST_LANES + 1) if lane not in used)
        lane = next(free, number % MOST_LANES + 1)
        for way in own:
            taken.setdefault(way, set()).add(lane)
        lanes.append(lane)
    return tuple(lanes)


def _ways(waypoints: Sequence[Position]) -> set[_Way]:
    """Return the sections of a leg, and the leg as a whole from town to town."""
    points = [_rounded(position) for position in waypoints]
    pairs = [*pairwise(points), (points[0], points[-1])]
    return {(min(a, b), max(a, b), a < b) for a, b in pairs if a != b}


def _rounded(position: Position) -> _Point:
    lon, lat = position
    return round(lon, _SHARED_DECIMALS) + 0.0, round(lat, _SHARED_DECIMALS) + 0.0
