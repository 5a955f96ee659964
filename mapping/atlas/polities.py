"""Who held a place on a day: the faces of the atlas and their dated states, joined as frames."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from mapping.atlas.exactness import exactness_of
from mapping.atlas.made import made_by
from mapping.atlas.states import FIELDS, states_of
from mapping.atlas.world import known_day, load_atlas, water_faces
from mapping.life.given import POINTS, given_days, given_frame, given_place, given_reach, in_degrees
from mapping.life.projection import plane_of

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd
    import pandas as pd

# A town on a harbour or a small island may lie off the simplified coast.
NEAREST_KM = 12.0
_CRS = "EPSG:4326"
# World Mercator keeps angles on the ellipsoid: round a point its metres are true ones divided by
# the cosine of the latitude, all ways alike, so the nearest land is the nearest on the ground.
METRES = "EPSG:3395"
_MERCATOR = "+proj=merc +ellps=WGS84"  # the same, in short


@dataclass(frozen=True, slots=True)
class Polity:
    """Who held a place on a day.

    Parameters
    ----------
    code
        Code of the territory on the map, such as ``FRA-V``.
    name
        Its English name of that day.
    sovereign, controller
        Codes of the state it belonged to in law, and of the one that ruled it.
    status
        ``sovereign``, ``occupied``, ``annexed``, ``colony`` and the like.
    """

    code: str
    name: str
    sovereign: str
    controller: str
    status: str


def polity_at(lon: float, lat: float, on: date | str) -> Polity | None:
    """Return who held a place on a day, or ``None`` on the open sea and outside the atlas.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326. A place up to 12 km off the drawn land takes the nearest land, since
        the coast is simplified and small islands are left out.
    on
        The day, as a date, a ``Timestamp`` or ``YYYY-MM-DD``; the atlas knows 1890 to 1947.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.
    ValueError, TypeError
        If it is no day, or the place none on Earth.

    Examples
    --------
    >>> polity_at(5.38, 43.3, "1941-03-24").name
    'France (unoccupied zone)'
    """
    return _polity_at(*given_place(lon, lat), known_day(on), NEAREST_KM)


def nearest_polity(lon: float, lat: float, on: date) -> Polity:
    """Return who held the drawn land nearest to a place, however far.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326.
    on
        The day; the atlas knows 1890 to 1947.
    """
    found = _polity_at(lon, lat, known_day(on), math.inf)
    return cast("Polity", found)  # some land is nearest


def _polity_at(lon: float, lat: float, on: date, reach_km: float) -> Polity | None:
    import geopandas as gpd
    import numpy as np

    day = np.array([on], dtype="datetime64[s]")
    place = gpd.GeoDataFrame(
        {"start_date": day}, geometry=gpd.points_from_xy([lon], [lat], crs=_CRS)
    )
    return polities_of(with_polities(place, reach_km=reach_km))[0]


def with_polities(stops: gpd.GeoDataFrame, *, reach_km: float = NEAREST_KM) -> gpd.GeoDataFrame:
    """Return stops with who held each place on its first day.

    Parameters
    ----------
    stops
        Points in EPSG:4326 with a column ``start_date``; any other columns are kept.
    reach_km
        How far off the drawn land a point may lie and still take the nearest land, in km.

    Returns
    -------
    geopandas.GeoDataFrame
        The stops with the columns ``polity_code polity_name polity_sovereign polity_controller
        polity_status``, empty at sea, outside the atlas and on days that
        it does not know, and ``polity_km``: how far the land is that they are taken from, 0 on
        it.

    Raises
    ------
    ValueError, TypeError
        If it is no frame of points with days, or does not say its coordinates.

    Examples
    --------
    >>> from serge_map import load_life, stops_frame
    >>> stops = with_polities(stops_frame(load_life("data")))
    >>> stops["polity_name"].iloc[0], stops["polity_name"].iloc[-1]
    ('Belgium', 'Mexico')
    """
    here, column = "with_polities", "start_date"
    stops = given_frame(stops, here, POINTS, "Give what stops_frame(life) returned.", [column])
    days = given_days(stops[column], here)
    reach = given_reach(reach_km, here)
    km, told = holders_of(in_degrees(stops.geometry, here).to_numpy(), days, reach)
    told = {f"polity_{field}": values for field, values in told.items()}
    return stops.assign(**told, polity_km=km)


def polities_of(stops: gpd.GeoDataFrame) -> list[Polity | None]:
    """Return the polity of each row, ``None`` at sea and outside the atlas.

    Parameters
    ----------
    stops
        What `with_polities` returned.
    """
    columns = stops[[f"polity_{field}" for field in FIELDS]]
    return [
        Polity(*row) if isinstance(row[0], str) else None
        for row in columns.itertuples(index=False, name=None)
    ]


def frontiers_on(on: date | str) -> gpd.GeoDataFrame:
    """Return the polities of a day as areas.

    Parameters
    ----------
    on
        The day, as a date, a ``Timestamp`` or ``YYYY-MM-DD``; the atlas knows 1890 to 1947.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``code name sovereign controller status exactness_km source geometry``, one row
        for each state of affairs, sorted; EPSG:4326. ``exactness_km`` is how far the worst known
        stretch of its frontiers may be out, ``source`` the treaty, decree or event that last
        changed its land or status; `frontier_stretches` has both stretch by stretch.

    Raises
    ------
    OutsideAtlas
        If the atlas does not know the day.
    ValueError, TypeError
        If it is no day.

    Examples
    --------
    >>> europe = frontiers_on("1936-09-01")
    >>> sorted(europe.cx[5:9, 50:52]["name"])
    ['Belgium', 'Germany', 'Luxembourg', 'Netherlands']
    """
    import numpy as np
    import pandas as pd

    from mapping.atlas.decode import WATER, State

    faces, day = load_faces(), known_day(on)
    days = pd.Series(np.array([day], dtype="datetime64[s]").repeat(len(faces)))
    held = faces.assign(**states_of(faces.index, days))
    held = held[held["code"] != WATER]
    held = held.assign(exactness_km=exactness_of(held.groupby(FIELDS).ngroup()))
    areas = held.dissolve(by=FIELDS, method="coverage", as_index=False, sort=True)
    told = areas[[field for field in FIELDS if field != "name"]].itertuples(index=False)
    areas["source"] = [made_by(State(*row), day) for row in told]
    return areas[[*FIELDS, "exactness_km", "source", "geometry"]]


@cache
def load_faces() -> gpd.GeoDataFrame:
    """Return the faces of the atlas, each with one history; numbered, EPSG:4326."""
    import geopandas as gpd
    import shapely

    faces = load_atlas().faces
    shapely.prepare(faces)  # points are sought in them again and again
    return gpd.GeoDataFrame(geometry=list(faces), crs=_CRS).rename_axis("face")


def holders_of(places: Any, days: pd.Series, reach_km: float) -> tuple[Any, dict[str, Any]]:
    """Return how far off the land of each place is, in km, and who held it; water is no land.

    Parameters
    ----------
    places
        Points in degrees, EPSG:4326, as an array.
    days
        As many.
    reach_km
        How far off the land may be.
    """
    import numpy as np
    import shapely

    from mapping.atlas.decode import WATER

    face, km = faces_of(places)
    below_pole = np.abs(shapely.get_y(places)) < 90
    every = np.arange(len(load_faces()))
    _seek(places, (face < 0) & below_pole, (face, km), every, reach_km)
    told = states_of(face, days)
    wet = told["code"] == WATER
    if wet.any():
        face[wet], km[wet] = -1, np.nan
        _seek(places, wet, (face, km), np.setdiff1d(every, list(water_faces())), reach_km)
        told = states_of(face, days)
    return km, told


def faces_of(points: Any) -> tuple[Any, Any]:
    """Return the number of the face of each point, -1 for none, and how far it is: 0 or NaN.

    Parameters
    ----------
    points
        Points in degrees, EPSG:4326, as an array.
    """
    import numpy as np
    import shapely

    shapes = load_faces().geometry.to_numpy()
    found, point = shapely.STRtree(points).query(shapes, predicate="intersects")
    face = np.full(len(points), len(shapes))
    np.minimum.at(face, point, found)
    on_land = face < len(shapes)
    return np.where(on_land, face, -1), np.where(on_land, 0.0, np.nan)


def _seek(points: Any, lost: Any, found: tuple[Any, Any], among: Any, reach_km: float) -> None:
    """Fill in number and km of the nearest of some faces for lost points, if within reach."""
    import numpy as np
    import shapely

    face, km = found
    at = np.flatnonzero(lost)
    if not len(at) or not reach_km:
        return
    shapes = load_faces().geometry.to_numpy()[among]
    lon, lat = shapely.get_x(points[at]), shapely.get_y(points[at])
    squeeze = np.cos(np.radians(lat))
    limit = None
    if not math.isinf(reach_km):  # only land that may be near enough is projected
        limit = reach_km * 1000 / float(squeeze.min())
        span = 1.2 * reach_km / 111.2 / squeeze
        boxes = shapely.box(lon - span, lat - span, lon + span, lat + span)
        near = np.unique(shapely.STRtree(shapes).query(boxes)[1])
        shapes, among = shapes[near], among[near]
    tree = shapely.STRtree(shapely.transform(shapes, _to_metres))
    (point, land), metres = tree.query_nearest(
        shapely.transform(points[at], _to_metres), max_distance=limit, return_distance=True
    )
    away = metres * squeeze[point] / 1000
    order = np.lexsort((among[land], away, point))
    order = order[away[order] <= reach_km]
    nearest, first = np.unique(point[order], return_index=True)
    face[at[nearest]] = among[land[order[first]]]
    km[at[nearest]] = away[order[first]]


def _to_metres(degrees: Any) -> Any:
    import numpy as np

    return np.column_stack(plane_of(_MERCATOR).transform(*degrees.T))
