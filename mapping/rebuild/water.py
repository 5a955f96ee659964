"""Choose, date and thin lakes and rivers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.atlas.decode import Lake
from mapping.errors import DataError, Problems
from mapping.rebuild.coverage import unwarp, warp
from mapping.rebuild.pieces import area_km2
from mapping.rebuild.tables import is_day, parse_number, read_table, wrong

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from mapping.rebuild.sources import Waters

_LAKE_KM2 = 300.0
_LAKE_TOLERANCE = 1.2
_RIVER_TOLERANCE = 2.5
_RIVER_DEGREES = 1.6
_LAST_DAY = "1947-12-31"
# Longest rivers first: rank 1 is drawn at every zoom.
_RANKS = ((18.0, 1), (8.0, 2), (3.5, 3), (0.0, 4))


class NamedLake(NamedTuple):
    """A row of ``lakes.csv``: a place in the lake, its days, and the shores that it consists of.

    Without shores it is the lake of the source that holds the place; with them it stands for it.
    """

    name: str
    place: shapely.Point
    begin: str
    end: str
    shores: tuple[str, ...]


def read_lakes(path: Path) -> list[NamedLake]:
    """Read the lakes that have a name or a date.

    Raises
    ------
    DataError
        If a cell is no number or no day.
    """
    problems = Problems()
    lakes = []
    for row in read_table(path, "lake", "lat", "lon", "from", "to", "shore", "source"):
        lon, lat = (parse_number(row, axis, path.name, problems) for axis in ("lon", "lat"))
        problems += [
            wrong(path.name, row["lake"], field, "a day", row[field])
            for field in ("from", "to")
            if row[field] and not is_day(row[field])
        ]
        shores = tuple(name for name in row["shore"].split("+") if name)
        lakes.append(
            NamedLake(row["lake"], shapely.Point(lon, lat), row["from"], row["to"], shores)
        )
    if problems:
        raise DataError(problems)
    return lakes


def choose_lakes(
    waters: Waters,
    bounds: tuple[float, float, float, float],
    table: Sequence[NamedLake] = (),
    shores: Mapping[str, shapely.Geometry] | None = None,
) -> list[Lake]:
    """Return the lakes of at least 300 km2 within bounds, thinned, largest first.

    Parameters
    ----------
    waters
        Lakes and rivers of the source.
    bounds
        West, south, east, north in degrees.
    table
        Lakes with names and days; one that came after 1947 is left out.
    shores
        Areas of water by name, for lakes that the source does not have as they were.

    Raises
    ------
    DataError
        If a row names a shore that there is not, or a place where no lake is.
    """
    frame = shapely.box(*bounds)
    joined = shapely.get_parts(shapely.union_all(shapely.intersection(waters.lakes, frame)))
    rest = [lake for lake in joined.tolist() if area_km2(lake) >= _LAKE_KM2]
    problems = Problems()
    named: list[Lake] = []
    used: set[int] = set()
    for row in table:
        found = [i for i, lake in enumerate(rest) if shapely.covers(lake, row.place)]
        used.update(found)
        if row.shores:
            parts = [(shores or {}).get(name) for name in row.shores]
            shape = None if None in parts else shapely.union_all(parts)
        else:
            shape = rest[found[0]] if found else None
        if shape is None:
            expected = "a lake of the source there, or names of shores.csv"
            problems.append(wrong("lakes.csv", row.name, "shore", expected, "+".join(row.shores)))
        elif row.begin <= _LAST_DAY:
            body = max(shapely.get_parts(shape).tolist(), key=lambda part: part.area)
            named.append(Lake(row.name, row.begin, row.end, _thin(body, _LAKE_TOLERANCE)))
    if problems:
        raise DataError(problems)
    plain = [
        Lake("", "", "", _thin(lake, _LAKE_TOLERANCE))
        for i, lake in enumerate(rest)
        if i not in used
    ]
    lakes = [lake for lake in [*named, *plain] if lake.shape.area > 0]
    return sorted(lakes, key=lambda lake: (-lake.shape.area, lake.name, lake.begin))


def choose_rivers(
    waters: Waters, land: shapely.Geometry, lakes: Iterable[shapely.Polygon]
) -> list[tuple[int, shapely.LineString]]:
    """Return the rivers on the land, outside lakes, thinned, with ranks from 1 (long) to 4."""
    dry = shapely.difference(land, shapely.union_all(list(lakes)))
    unique = shapely.union_all(shapely.normalize(np.array(waters.rivers)))
    merged = shapely.get_parts(shapely.line_merge(unique))
    chosen = []
    for river in merged.tolist():
        for line in shapely.get_parts(shapely.intersection(river, dry)).tolist():
            if line.geom_type == "LineString" and line.length > _RIVER_DEGREES / 4:
                rank = next(rank for length, rank in _RANKS if river.length >= length)
                if river.length >= _RIVER_DEGREES:
                    chosen.append((rank, _thin(line, _RIVER_TOLERANCE)))
    return sorted(chosen, key=lambda item: (item[0], -item[1].length, item[1].wkb))


def _thin(geometry: shapely.Geometry, tolerance: float) -> shapely.Geometry:
    plane = shapely.simplify(shapely.transform(geometry, warp), tolerance)
    return shapely.transform(plane, unwarp)
