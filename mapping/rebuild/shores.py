"""Water that became land: the Zuiderzee and its polders. Water as it stood: the Aral Sea."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from mapping.errors import DataError, Problems
from mapping.rebuild.tables import parse_number, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


SHORE = "SHORE:"


def read_shores(path: Path) -> dict[str, shapely.Geometry]:
    """Read shores as areas of water, each from its points in order; degrees, EPSG:4326.

    An area loses what the areas after it cover: the Zuiderzee its polders.

    Raises
    ------
    DataError
        If a cell is no number.
    """
    problems = Problems()
    points: dict[str, list[tuple[float, float]]] = {}
    for row in read_table(path, "shore", "lon", "lat"):
        lon, lat = (parse_number(row, axis, path.name, problems) for axis in ("lon", "lat"))
        points.setdefault(row["shore"], []).append((lon, lat))
    if problems:
        raise DataError(problems)
    shores: dict[str, shapely.Geometry] = {}
    taken = shapely.MultiPolygon()
    for name in reversed(points):
        area = shapely.Polygon(points[name])
        shores[name] = shapely.difference(area, taken)
        taken = shapely.union(taken, area)
    return shores


def cut_shores(
    units: Sequence[tuple[str, shapely.Geometry]],
    shores: Mapping[str, shapely.Geometry],
    wanted: Sequence[str],
) -> tuple[list[tuple[str, shapely.Geometry]], dict[str, shapely.Geometry]]:
    """Cut out of the units what was water, as units of their own.

    Parameters
    ----------
    units
        Unit keys with their areas; degrees, EPSG:4326.
    shores
        Areas of water by name.
    wanted
        The units of the tables: ``SHORE:Wieringermeer`` asks for the water of that name.

    Returns
    -------
    tuple
        The units, and the shores, those that were asked for as far as they are land today.
    """
    names = [key.removeprefix(SHORE) for key in wanted if key.startswith(SHORE)]
    water = shapely.union_all([shores[name] for name in names])
    shapely.prepare(water)
    wet = [shapely.intersects(water, geometry) for _, geometry in units]
    under = shapely.union_all([unit[1] for unit, is_wet in zip(units, wet, strict=True) if is_wet])
    dry = [
        (key, _areas(shapely.difference(geometry, water)) if is_wet else geometry)
        for (key, geometry), is_wet in zip(units, wet, strict=True)
    ]
    cut = {name: _areas(shapely.intersection(under, shores[name])) for name in names}
    found = [unit for unit in dry if unit[1].area > 0]
    return found + [(SHORE + name, area) for name, area in cut.items()], {**shores, **cut}


def _areas(geometry: shapely.Geometry) -> shapely.Geometry:
    """Return the areas of a geometry without the lines and points that cutting leaves."""
    if geometry.geom_type in ("Polygon", "MultiPolygon"):
        return geometry
    return shapely.union_all(
        [part for part in shapely.get_parts(geometry).tolist() if part.geom_type == "Polygon"]
    )
