"""Parse the geometry of a feature: two numbers, longitude first, or a line of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from mapping.errors import Problems, show
from mapping.life.model import Stop

if TYPE_CHECKING:
    from mapping.errors import Place, Problem
    from mapping.life.model import Leg, Position

_POSITION = "[longitude, latitude] in degrees"
_ASK = "Are the two swapped? If so, longitude comes first; if not, mend the latitude."
_TIDY = "Run serge-map tidy."


def parse_geometry(
    file: str, label: str, geometry: object, model: type[Stop | Leg]
) -> tuple[Position | tuple[Position, ...] | None, list[Problem]]:
    """Parse the geometry of a feature: a position, or the positions of a line.

    Parameters
    ----------
    file, label
        Its place in the data.
    geometry
        A GeoJSON geometry, longitude and latitude in degrees, EPSG:4326.
    model
        ``Stop`` for a point, ``Leg`` for a line.
    """
    problems = Problems()
    here = problems.at(file, label)
    sort = "Point" if model is Stop else "LineString"
    if not isinstance(geometry, dict) or geometry.get("type") != sort:
        single = isinstance(geometry, dict) and geometry.get("type") == f"Multi{sort}"
        here.error(
            "geometry",
            expected=f"a {sort}",
            found=show(geometry.get("type") if isinstance(geometry, dict) else geometry),
            remedy=_TIDY if single else "Draw it again.",
        )
        return None, problems
    parts = geometry.get("coordinates")
    if model is Stop:
        return (None if _is_faulty(here, "coordinates", parts) else _pair(parts)), problems
    if not isinstance(parts, list) or len(parts) < 2:
        here.error(
            "coordinates",
            expected="a list of two positions or more",
            found=show(parts),
            remedy="Draw the line from stop to stop.",
        )
        return None, problems
    for number, part in enumerate(parts, start=1):
        if _is_faulty(here, f"coordinates, position {number}", part):
            return None, problems
    return tuple(map(_pair, parts)), problems


def _is_faulty(here: Place, field: str, position: object) -> bool:
    """Say whether a position cannot be used, and note why."""
    fault = position_fault(position)
    if fault:
        expected, found, remedy = fault
        here.error(field, expected=expected, found=found, remedy=remedy)
    return fault is not None


def _pair(position: Any) -> Position:
    return float(position[0]), float(position[1])


def position_fault(position: object) -> tuple[str, str, str] | None:
    """Return what a position should be, is, and how to mend it; nothing if it is right.

    Parameters
    ----------
    position
        A GeoJSON position: longitude and latitude in degrees.
    """
    numbers = position if isinstance(position, list) else []
    odd = [n for n in numbers if isinstance(n, bool) or not isinstance(n, (int, float))]
    if odd:
        return _POSITION, show(odd[0]), "Write two numbers, longitude first, without quotes."
    if len(numbers) == 3:
        return _POSITION, "three numbers", "Run serge-map tidy, which drops the height."
    if len(numbers) != 2 or not all(map(_finite, numbers)):
        return _POSITION, show(position), "Write two numbers, longitude first."
    return _range_fault(*numbers)


def _range_fault(lon: float, lat: float) -> tuple[str, str, str] | None:
    # A slip of one key is as likely as two numbers in the wrong order: ask, and only where they
    # would be a place on Earth in the other one.
    may_be_swapped = abs(lon) <= 90 < abs(lat) <= 180
    remedy = _ASK if may_be_swapped else "Write degrees (EPSG:4326)."
    if abs(lat) > 90:
        return "a latitude from -90 to 90", show(lat), remedy
    if abs(lon) > 180:
        return "a longitude from -180 to 180", show(lon), remedy
    return None


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an int of a thousand digits
        return False
