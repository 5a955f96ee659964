"""Shapes as the short paths of an SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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
    lines, areas = [], []
    for shape in _simple(shapes):
        if shape.geom_type == "LineString":
            lines.append(_trace(shape))
        else:
            whole = shapely.normalize(shape)
            rings = (_trace(ring) for ring in (whole.exterior, *whole.interiors))
            areas.append("".join(f"{ring}z" for ring in rings if ring))
    return "".join((*lines, *sorted(areas)))


def _simple(shapes: Iterable[Any]) -> Iterator[Any]:
    """Yield the lines and polygons that shapes consist of."""
    for shape in shapes:
        if hasattr(shape, "geoms"):
            yield from _simple(shape.geoms)
        elif shape.geom_type in {"LineString", "Polygon"} and not shape.is_empty:
            yield shape


def _trace(line: Any) -> str:
    return _steps(np.rint(shapely.get_coordinates(line) * 10).astype(int).tolist())


def _steps(points: list[list[int]]) -> str:
    (x, y), *rest = points
    text = f"M{x} {y}"
    steps = []
    for px, py in rest:
        if (px, py) != (x, y):
            steps.append(f"{px - x}{'' if py < y else ' '}{py - y}")
            x, y = px, py
    if not steps:
        return ""
    joined = steps[0]
    for step in steps[1:]:
        joined += step if step.startswith("-") else f" {step}"
    return f"{text}l{joined}"
