"""The bounds of places in a projection, as a project, a bookmark and a printed page take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Position

_MARGIN_M = 1e5  # around places that lie close together


def extent_of(positions: Sequence[Position], code: str) -> dict[str, str]:
    """Return the bounds of positions with a margin, in metres of a projection.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326; at least one.
    code
        The projection, as ``crs_for`` says it.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    places = gpd.GeoSeries(shapely.points(positions), crs="EPSG:4326")
    points = shapely.get_coordinates(places.to_crs(code))
    points = points[np.isfinite(points).all(axis=1)]  # the far side of the earth has no place
    if not len(points):
        points = np.zeros((1, 2))
    (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    margin = max(0.08 * max(east - west, north - south), _MARGIN_M)
    sides = {
        "xmin": west - margin,
        "ymin": south - margin,
        "xmax": east + margin,
        "ymax": north + margin,
    }
    return {side: str(round(metres)) for side, metres in sides.items()}
