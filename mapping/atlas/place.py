"""One place on one day: who held it, and how well the atlas knows it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.atlas.exactness import frontier_stretches
from mapping.atlas.polities import METRES, polities_of, with_polities
from mapping.atlas.world import require_known

if TYPE_CHECKING:
    from datetime import date

    from mapping.atlas.polities import Polity

_NEARBY_KM = 50.0  # a frontier farther off says nothing about a place


@dataclass(frozen=True, slots=True)
class Place:
    """Who held a place on a day, and how well the atlas knows it.

    Parameters
    ----------
    polity
        Who held it, or ``None`` at sea and outside the atlas.
    distance_km
        How far the drawn land is that the answer is taken from; 0 on it.
    frontier_km, exactness_km
        How far the nearest frontier is, at most 50 km, and how far that may be out.
    """

    polity: Polity | None
    distance_km: float | None = None
    frontier_km: float | None = None
    exactness_km: int | None = None


def place_at(lon: float, lat: float, on: date) -> Place:
    """Return who held a place on a day, with how well the atlas knows it.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326.
    on
        The day; the atlas knows 1890 to 1947.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.

    Examples
    --------
    >>> from datetime import date
    >>> found = place_at(18.65, 54.35, date(1930, 6, 1))
    >>> found.polity.name, found.distance_km
    ('Free City of Danzig', 0.0)
    """
    import geopandas as gpd
    import numpy as np

    require_known(on)
    day = np.array([on], dtype="datetime64[s]")
    point = gpd.GeoDataFrame(
        {"start_date": day}, geometry=gpd.points_from_xy([lon], [lat], crs="EPSG:4326")
    )
    held = with_polities(point)
    polity, km = polities_of(held)[0], round(float(held["polity_km"].iloc[0]), 1)
    if polity is None:
        return Place(None)
    squeeze = math.cos(math.radians(lat))
    near = point.to_crs(METRES).sjoin_nearest(
        frontier_stretches(on).to_crs(METRES),
        max_distance=_NEARBY_KM * 1000 / squeeze,
        distance_col="away",
    )
    if near.empty:
        return Place(polity, km)
    first = near.sort_values(["away", "exactness_km"]).iloc[0]
    away = round(float(first["away"]) * squeeze / 1000, 1)
    return Place(polity, km, away, int(first["exactness_km"]))
