"""Say of an edge inside the land how well it is known, or that it lies in a lake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.rebuild.coverage import PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapping.rebuild.cuts import Cut

# In grid steps: rounding moves a vertex by up to one, thinning an edge by a few.
_END_NEAR = 2.0
_MIDDLE_NEAR = 8.0
_WITHIN_KM = 5.0


def edge_kinds(
    cut_lines: shapely.Geometry, lakes: Sequence[shapely.Geometry], cuts: Iterable[Cut] = ()
) -> Callable[[np.ndarray, np.ndarray], str]:
    """Return a function from the ends of edges to their kinds.

    ``l`` lies in a lake and is not drawn, ``s`` is a line that still is an administrative
    boundary, ``r`` is reconstructed from towns at most 10 km apart and so within 5 km, ``w`` is
    reconstructed from towns farther apart.

    Parameters
    ----------
    cut_lines
        The lines along which units were cut; degrees, EPSG:4326.
    lakes
        Lakes; degrees, EPSG:4326.
    cuts
        The cuts; they know how near the towns on either side are.
    """
    every = list(cuts)
    middles = np.concatenate([np.empty((0, 2)), *(one.middles for one in every)])
    within = np.concatenate([np.empty(0), *(one.within_km for one in every)])
    tree = shapely.STRtree(shapely.points(middles * PER_DEGREE))
    cut = shapely.transform(cut_lines, lambda xy: xy * PER_DEGREE)
    water = shapely.transform(shapely.union_all(list(lakes)), lambda xy: xy * PER_DEGREE)
    shapely.prepare([cut, water])

    def kinds(one: np.ndarray, two: np.ndarray) -> str:
        middle = shapely.points((one + two) / 2)
        wet = shapely.contains(water, middle)
        near = [shapely.distance(cut, shapely.points(end)) < _END_NEAR for end in (one, two)]
        cut_edge = near[0] & near[1] & (shapely.distance(cut, middle) < _MIDDLE_NEAR)
        loose = np.zeros(len(middle), dtype=bool)
        if len(within):
            loose = within[tree.nearest(middle)] > _WITHIN_KM
        known = np.where(cut_edge, np.where(loose, "w", "r"), "s")
        return "".join(np.where(wet, "l", known).tolist())

    return kinds
