"""Put legs that share their way side by side, as lanes of a road."""

from __future__ import annotations

import itertools
import math
from itertools import pairwise
from typing import TYPE_CHECKING

from mapping.life.distance import SAME_TOWN_KM, distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Leg, Position

MOST_LANES = 8  # beyond, lanes are used again: a bundle may not grow wider than its country
_CELL_DEGREES = 0.2

_Way = tuple[int, int, bool]  # two towns in a fixed order, and whether it runs that way


def assign_lanes(legs: Sequence[Leg]) -> tuple[int, ...]:
    """Return the lane of each leg: 0 for one that shares its way with none.

    Lanes 1, 2, ... lie to the right of the direction of travel, so there and back are both
    lane 1 and do not meet, while a second journey the same way takes lane 2.

    Parameters
    ----------
    legs
        Legs in the order of the life.
    """
    towns = _Towns()
    ways = [_ways([towns.number(position) for position in leg.waypoints]) for leg in legs]
    travelled: dict[tuple[int, int], int] = {}
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


def _ways(points: Sequence[int]) -> set[_Way]:
    """Return the sections of a leg, and the leg as a whole from town to town."""
    pairs = [*pairwise(points), (points[0], points[-1])]
    return {(min(a, b), max(a, b), a < b) for a, b in pairs if a != b}


class _Towns:
    """Number positions so that all within a town of the first one seen have its number."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[tuple[int, Position]]] = {}
        self.count = 0
        self.known: dict[Position, int] = {}

    def number(self, position: Position) -> int:
        if position not in self.known:
            self.known[position] = self._find(position)
        return self.known[position]

    def _find(self, position: Position) -> int:
        lon, lat = position
        column, row = math.floor(lon / _CELL_DEGREES), math.floor(lat / _CELL_DEGREES)
        # Far north a town spans more degrees of longitude than one cell has; there, towns that
        # touch a cell's edge may count as two, which draws legs apart that need not be.
        for beside in itertools.product((column - 1, column, column + 1), (row - 1, row, row + 1)):
            for number, centre in self.cells.get(beside, ()):
                if distance_km(position, centre) <= SAME_TOWN_KM:
                    return number
        self.cells.setdefault((column, row), []).append((self.count, position))
        self.count += 1
        return self.count - 1
