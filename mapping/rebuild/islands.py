"""Add islands that the source leaves out, as discs of their own area."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.errors import DataError, Problems
from mapping.rebuild.tables import parse_number, read_table, wrong

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mapping.rebuild.facts import Facts

_KM_PER_DEGREE = 111.2
_LEAST_KM = 1.0  # a smaller disc would vanish between the steps of the grid
_CORNERS = 12


class Island(NamedTuple):
    """A small island that belongs to another state than the coast it lies off."""

    name: str
    lon: float
    lat: float
    km2: float
    history: str


def read_islands(path: Path, facts: Facts) -> list[Island]:
    """Read the table of small islands.

    Raises
    ------
    DataError
        If a cell is no number, or a history is in no other table.
    """
    problems = Problems()
    islands = []
    for row in read_table(path, "island", "lat", "lon", "km2", "history", "source"):
        lon, lat, km2 = (parse_number(row, key, path.name, problems) for key in _NUMBERS)
        islands.append(Island(row["island"], lon, lat, km2, row["history"]))
        if row["history"] not in facts.histories:
            expected = "a name in histories.csv"
            problems.append(wrong(path.name, row["island"], "history", expected, row["history"]))
    if problems:
        raise DataError(problems)
    return islands


_NUMBERS = ("lon", "lat", "km2")


def add_islands(
    faces: Mapping[str, shapely.Geometry], islands: Iterable[Island]
) -> dict[str, shapely.Geometry]:
    """Return the faces with a disc for each island, at least a kilometre in radius.

    Parameters
    ----------
    faces
        The faces by name of their history; degrees, EPSG:4326.
    islands
        Islands that no face covers.
    """
    done = dict(faces)
    for island in islands:
        parts = [done[island.history]] if island.history in done else []
        done[island.history] = shapely.union_all([*parts, _disc(island)])
    return {name: done[name] for name in sorted(done)}


def _disc(island: Island) -> shapely.Polygon:
    radius = max(_LEAST_KM, np.sqrt(island.km2 / np.pi)) / _KM_PER_DEGREE
    angles = 2 * np.pi * np.arange(_CORNERS) / _CORNERS
    east = radius / np.cos(np.radians(island.lat)) * np.cos(angles)
    return shapely.Polygon(
        np.column_stack([island.lon + east, island.lat + radius * np.sin(angles)])
    )
