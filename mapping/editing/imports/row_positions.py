"""Find the position that a row of a table says, in one cell or in two."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mapping.editing.imports.columns import plain
from mapping.editing.imports.positions import EXPECTED, LIMITS, read_angle, read_position
from mapping.errors import at, show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.editing.imports.records import Record
    from mapping.errors import Problem

Cells = dict[str, str]
Point = tuple[float, float]
_LON_FIRST = ("lonlat", "lon lat", "lnglat", "lng lat", "longlat", "long lat", "xy")
_WRITE = "Write it like 4.35."


def has_position(record: Record, mine: Cells) -> bool:
    """Return whether a row says where it is, other than by a name.

    Parameters
    ----------
    record
        The row as it was found.
    mine
        Its cells by what they are.
    """
    if record.position is not None or mine.get("position"):
        return True
    return bool(mine.get("lat") or mine.get("lon"))


def lon_comes_first(found: Mapping[str, str], cells: Sequence[Cells]) -> bool:
    """Return whether the pairs of a column have the longitude first, by its name or numbers.

    Parameters
    ----------
    found
        Column by what it is.
    cells
        Of each row by what it is.
    """
    if plain(found.get("position", "")) in _LON_FIRST:
        return True
    lats, lons = [], []
    for mine in cells:
        try:
            lon, lat, sure = read_position(mine.get("position", ""))
        except ValueError:
            continue
        if not sure:
            lats.append(abs(lat))
            lons.append(abs(lon))
    return bool(lats) and 90 < max(lats) <= 180 and max(lons) <= 90


def row_position(record: Record, mine: Cells, *, lon_first: bool) -> Point:
    """Return longitude and latitude as a row says them, not yet held against their limits.

    Parameters
    ----------
    record
        The row as it was found.
    mine
        Its cells by what they are.
    lon_first
        Whether the longitude comes first in a pair that does not show it.

    Raises
    ------
    ValueError
        If they cannot be read; the message says what was expected.
    """
    if record.position is not None:
        numbers = [str(part) for part in record.position]
        lon, lat = (read_angle(number.strip()).degrees for number in numbers)
    elif mine.get("position"):
        lon, lat, sure = read_position(mine["position"])
        if lon_first and not sure:
            lon, lat = lat, lon
    else:
        first, second = read_angle(mine.get("lon", "")), read_angle(mine.get("lat", ""))
        if first.axis == "lat" and second.axis == "lon":
            first, second = second, first
        if first.axis == "lat" or second.axis == "lon":
            raise ValueError(f"{EXPECTED} north and one east")
        lon, lat = first.degrees, second.degrees
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise ValueError("finite numbers of degrees")
    return round(lon, 5), round(lat, 5)


def position_problems(name: str, record: Record, mine: Cells, error: ValueError) -> list[Problem]:
    """Return all that is wrong with the position of a row, and in which of its cells.

    Parameters
    ----------
    name
        Of the file.
    record
        The row as it was found.
    mine
        Its cells by what they are.
    error
        What `row_position` raised.
    """
    here = at(name, record.where)
    if record.position is not None:
        found = ", ".join(show(part) for part in record.position)
        return [here.error("coordinates", expected=str(error), found=found, remedy=_WRITE)]
    if mine.get("position"):
        found, remedy = show(mine["position"]), "Write it like 47.5, 7.6."
        return [here.error("position", expected=str(error), found=found, remedy=remedy)]
    problems = []
    for axis in ("lat", "lon"):
        said = mine.get(axis, "")
        try:
            value = read_angle(said).degrees
        except ValueError as fault:
            expected, remedy = str(fault), _WRITE
        else:
            if abs(value) <= LIMITS[axis]:
                continue
            expected, remedy = beyond(axis, value)
        problems.append(here.error(axis, expected=expected, found=show(said), remedy=remedy))
    if not problems:
        found = f"{show(mine.get('lat'))} and {show(mine.get('lon'))}"
        problems.append(here.error("lat", expected=str(error), found=found, remedy=_WRITE))
    return problems


def beyond(axis: str, value: float) -> tuple[str, str]:
    """Return what was expected of a number of degrees that is too large, and the remedy.

    Parameters
    ----------
    axis
        ``lat`` or ``lon``.
    value
        The number.
    """
    limit = LIMITS[axis]
    remedy = "Are lon and lat swapped?" if abs(value) <= 180 else "Correct it."
    return f"degrees from -{limit:g} to {limit:g}", remedy
