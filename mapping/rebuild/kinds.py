"""Say of an edge inside the land whether it survives, is reconstructed, or lies in a lake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.rebuild.coverage import PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# In grid steps: rounding moves a vertex by up to one, thinning an edge by a few.
_END_NEAR = 2.0
_MIDDLE_NEAR = 8.0


def edge_kinds(
    cut_lines: shapely.Geometry, lakes: Sequence[shapely.Geometry]
) -> Callable[[np.ndarray, np.ndarray], str]:
    """Return a function from the ends of edges to their kinds.

    ``l`` lies in a lake and is not drawn, ``r`` is reconstructed from towns, ``s`` is a line
    that still is an administrative boundary.

    Parameters
    ----------
    cut_lines
        The lines along which units were cut; degrees, EPSG:4326.
    lakes
        Lakes; degrees, EPSG:4326.
    """
    cut = shapely.transform(cut_lines, lambda xy: xy * PER_DEGREE)
    water = shapely.transform(shapely.union_all(list(lakes)), lambda xy: xy * PER_DEGREE)
    shapely.prepare([cut, water])

    def kinds(one: np.ndarray, two: np.ndarray) -> str:
        middle = shapely.points((one + two) / 2)
        wet = shapely.contains(water, middle)
        near = [shapely.distance(cut, shapely.points(end)) < _END_NEAR for end in (one, two)]
        cut_edge = near[0] & near[1] & (shapely.distance(cut, middle) < _MIDDLE_NEAR)
        return "".join(np.where(wet, "l", np.where(cut_edge, "r", "s")).tolist())

    return kinds
