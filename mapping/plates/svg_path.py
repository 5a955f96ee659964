"""Shapes as the short paths of an SVG."""

from __future__ import annotations

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
        LineStrings and Polygons in pixels.

    Examples
    --------
    >>> path_of([shapely.LineString([(0, 0), (1, 2.54), (1, 1)])])
    'M0 0l10 25 0-15'
    """
    parts = []
    for shape in shapes:
        rings = [shape] if shape.geom_type == "LineString" else [shape.exterior, *shape.interiors]
        for ring in rings:
            text = _steps(np.rint(shapely.get_coordinates(ring) * 10).astype(int).tolist())
            if text:
                parts.append(text + ("z" if shape.geom_type == "Polygon" else ""))
    return "".join(parts)


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
