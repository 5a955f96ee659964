"""Choose and thin lakes and rivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.rebuild.coverage import unwarp, warp
from mapping.rebuild.pieces import area_km2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.rebuild.sources import Waters

_LAKE_KM2 = 300.0
_LAKE_TOLERANCE = 1.2
_RIVER_TOLERANCE = 2.5
_RIVER_DEGREES = 1.6
# Longest rivers first: rank 1 is drawn at every zoom.
_RANKS = ((18.0, 1), (8.0, 2), (3.5, 3), (0.0, 4))


def choose_lakes(
    waters: Waters, bounds: tuple[float, float, float, float]
) -> list[shapely.Polygon]:
    """Return the lakes of at least 300 km2 within bounds, thinned, largest first."""
    frame = shapely.box(*bounds)
    joined = shapely.get_parts(shapely.union_all(shapely.intersection(waters.lakes, frame)))
    large = [lake for lake in joined if area_km2(lake) >= _LAKE_KM2]
    thin = [_thin(lake, _LAKE_TOLERANCE) for lake in large]
    return sorted((lake for lake in thin if lake.area > 0), key=lambda lake: -lake.area)


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
