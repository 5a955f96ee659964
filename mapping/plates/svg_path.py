"""Shapes as the short paths of an SVG."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable


def path_of(shapes: Iterable[Any]) -> str:
    """Return shapes as one SVG path, in tenths of a pixel, each point relative to the last.

    Parameters
    ----------
    shapes
        Lines and areas in pixels, in collections too; points are left out. Areas come in an
        order of their own, since versions of GEOS differ in theirs.

    Examples
    --------
    >>> path_of([shapely.LineString([(0, 0), (1, 2.54), (1, 1)])])
    'M0 0l10 25 0-15'
    """
    parts = _parts_of(shapes)
    kinds = shapely.get_type_id(parts)
    lines = _traces(parts[kinds == shapely.GeometryType.LINESTRING])
    polygons = shapely.normalize(parts[kinds == shapely.GeometryType.POLYGON])
    areas = [""] * len(polygons)
    rings, area = shapely.get_rings(polygons, return_index=True)
    for at, ring in zip(area.tolist(), _traces(rings), strict=True):
        areas[at] += ring and f"{ring}z"
    return "".join((*lines, *sorted(areas)))


def _parts_of(shapes: Iterable[Any]) -> Any:
    """Return the simple shapes that shapes consist of, as an array."""
    parts = np.array(list(shapes), dtype=object)
    while (shapely.get_type_id(parts) >= shapely.GeometryType.MULTIPOINT).any():
        parts = shapely.get_parts(parts)
    return parts[~shapely.is_empty(parts)]


def _traces(lines: Any) -> list[str]:
    """Return lines as paths; nothing for one that is shorter than a step."""
    points, line = shapely.get_coordinates(lines, return_index=True)
    tenths = np.rint(points * 10).astype(int)
    begins = np.diff(line, prepend=-1) != 0
    steps = np.where(begins[:, None], tenths, np.diff(tenths, axis=0, prepend=0))
    kept = begins | steps.any(axis=1)
    words = list(map(str, steps[kept].ravel().tolist()))
    ends = 2 * np.cumsum(np.bincount(line[kept], minlength=len(lines)))
    return [_path(words[a:b]) for a, b in pairwise((0, *ends.tolist()))]


def _path(words: list[str]) -> str:
    x, y, *steps = words
    # a minus sign parts numbers as a space does
    return f"M{x} {y}l{' '.join(steps).replace(' -', '-')}" if steps else ""
