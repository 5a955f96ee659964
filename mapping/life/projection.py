"""The projection of a plate, chosen for what it shows by a rule that is written down here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyproj import Transformer

    from mapping.life.model import Life, Position

EARTH = "+R=6371000 +units=m"
TOGETHER_KM = 1500.0
"""Stops nearer to each other than this belong to one cluster, and so on from stop to stop."""
CLUSTER_SHARE = 0.6
"""A cluster of at least this share of the stops has the large panel to itself."""
_CONIC_WIDTH = 100.0  # degrees of longitude
_CONIC_SOUTH = 25.0  # degrees of latitude
_LEAST_SPAN = 3.0  # degrees between the standard parallels' limits
_CHORD = 2 * math.sin(TOGETHER_KM / 6371.0 / 2)


@dataclass(frozen=True, slots=True)
class View:
    """What one panel shows.

    Parameters
    ----------
    crs
        Its projection as a PROJ string.
    positions
        Longitude and latitude, EPSG:4326, of all that must be in it.
    """

    crs: str
    positions: tuple[Position, ...]


@lru_cache(maxsize=64)
def plane_of(crs: str) -> Transformer:
    """Return what turns longitude and latitude in degrees into metres of a projection, and back.

    It is a pipeline of two steps, for which PROJ searches no database: between two systems with
    names it does, which takes longer than to project a life.

    Parameters
    ----------
    crs
        A projection as a PROJ string.

    Examples
    --------
    >>> plane_of("+proj=merc +ellps=WGS84").transform(0.0, 0.0)
    (0.0, 0.0)
    """
    from pyproj import Transformer

    degrees = "+step +proj=unitconvert +xy_in=deg +xy_out=rad"
    return Transformer.from_pipeline(f"+proj=pipeline {degrees} +step {crs}")


def choose_views(life: Life) -> tuple[View, ...]:
    """Return the views of a life: one, or a large one of most stops and one of the rest.

    Where one cluster holds three fifths of the stops, it has the large panel; the others have a
    second one, which begins where the ways out of the cluster do.

    Parameters
    ----------
    life
        A valid life.

    Examples
    --------
    >>> from serge_map import load_life
    >>> [view.crs.split()[0] for view in choose_views(load_life("data"))]
    ['+proj=eqdc', '+proj=laea']
    """
    import numpy as np

    positions = [stop.position for stop in life.stops]
    clusters = cluster_of(positions)
    chief = int(np.bincount(clusters).argmax())
    inside = clusters == chief
    if inside.all() or inside.mean() < CLUSTER_SHARE:
        ways = [position for leg in life.legs for position in leg.waypoints]
        return (View(crs_for(positions), (*positions, *ways)),)
    number = life.stop_index
    stays = [bool(inside[number[leg.from_id]] and inside[number[leg.to_id]]) for leg in life.legs]
    within = [leg for leg, here in zip(life.legs, stays, strict=True) if here]
    beyond = [leg for leg, here in zip(life.legs, stays, strict=True) if not here]
    core = [position for position, here in zip(positions, inside, strict=True) if here]
    core += [position for leg in within for position in leg.waypoints]
    rest = [position for position, here in zip(positions, inside, strict=True) if not here]
    ends = [positions[number[end]] for leg in beyond for end in (leg.from_id, leg.to_id)]
    rest += [*ends, *(position for leg in beyond for position in leg.waypoints)]
    return View(crs_for(core), tuple(core)), View(crs_for(rest), tuple(rest))


def crs_for(positions: Sequence[Position]) -> str:
    """Return the projection for places, as a PROJ string.

    Places within 100 degrees of longitude and north of 25 degrees take the equidistant conic with
    its standard parallels at one sixth and five sixths of their latitudes (the rule of Kavraisky);
    others Lambert's azimuthal equal-area projection on their centre.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326; at least one.

    Examples
    --------
    >>> crs_for([(2.0, 36.0), (56.0, 60.0)])
    '+proj=eqdc +lat_1=40 +lat_2=56 +lat_0=48 +lon_0=29 +R=6371000 +units=m'
    >>> crs_for([(-170.0, -20.0), (170.0, -14.0)]).split()[:3]
    ['+proj=laea', '+lat_0=-17', '+lon_0=180']
    """
    import numpy as np

    lon = middle_longitude(positions)
    points = np.array(positions, dtype=float)
    around = (points[:, 0] - lon + 180) % 360 - 180
    south, north = float(points[:, 1].min()), float(points[:, 1].max())
    if np.ptp(around) <= _CONIC_WIDTH and south >= _CONIC_SOUTH:
        middle, span = (south + north) / 2, max(north - south, _LEAST_SPAN)
        low, high = middle - span / 3, middle + span / 3
        parallels = f"+lat_1={_short(low)} +lat_2={_short(high)} +lat_0={_short(middle)}"
        return f"+proj=eqdc {parallels} +lon_0={_short(lon)} {EARTH}"
    lat = (south + north) / 2
    return f"+proj=laea +lat_0={_short(lat)} +lon_0={_short(lon)} {EARTH}"


def middle_longitude(positions: Sequence[Position]) -> float:
    """Return the middle of the narrowest span of longitudes that holds all places, in degrees.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326; at least one.

    Examples
    --------
    >>> middle_longitude([(-10.0, 0.0), (30.0, 0.0)])
    10.0
    >>> middle_longitude([(170.0, 0.0), (-170.0, 0.0)])
    180.0
    """
    import numpy as np

    lons = np.unique(np.array(positions, dtype=float)[:, 0] % 360)
    gaps = np.diff(lons, append=lons[0] + 360)
    widest = int(gaps.argmax())
    west, east = lons[(widest + 1) % len(lons)], lons[widest]
    middle = (west + (east - west) % 360 / 2) % 360
    return float(middle - 360 if middle > 180 else middle)


def cluster_of(positions: Sequence[Position]) -> Any:
    """Return the number of the cluster of each place, n integers.

    Parameters
    ----------
    positions
        Longitude and latitude, EPSG:4326; at least one.

    Examples
    --------
    >>> cluster_of([(2.35, 48.85), (4.35, 50.85), (-99.1, 19.4)]).tolist()
    [0, 0, 1]
    """
    import numpy as np

    cells, member = np.unique(
        np.rint(np.array(positions, dtype=float)), axis=0, return_inverse=True
    )
    globe = _on_sphere(cells)
    near = np.linalg.norm(globe[:, None] - globe[None], axis=2) < _CHORD
    numbers = np.arange(len(cells))
    while True:
        least = np.where(near, numbers[None], len(cells)).min(axis=1)
        if (least == numbers).all():
            break
        numbers = least
    first = numbers[member.reshape(-1)]
    order = list(dict.fromkeys(first.tolist()))
    return np.array([order.index(number) for number in first.tolist()])


def _on_sphere(degrees: Any) -> Any:
    import numpy as np

    lon, lat = np.radians(degrees).T
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))


def _short(number: float) -> str:
    return f"{round(number, 1) + 0.0:g}"
