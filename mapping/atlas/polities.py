"""Who held a place on a day: the faces of the atlas and their dated states, joined as frames."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from mapping.atlas.exactness import exactness_of
from mapping.atlas.made import made_by
from mapping.atlas.states import FIELDS, states_of
from mapping.atlas.world import known_day, load_atlas, water_faces

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

    Examples
    --------
    >>> polity_at(5.38, 43.3, "1941-03-24").name
    'France (unoccupied zone)'
    """
    return _polity_at(lon, lat, known_day(on), NEAREST_KM)


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

    Examples
    --------
    >>> from serge_map import load_life, stops_frame
    >>> stops = with_polities(stops_frame(load_life("data")))
    >>> stops["polity_name"].iloc[0], stops["polity_name"].iloc[-1]
    ('Belgium', 'Mexico')
    """
    found, told = _found(stops.geometry, stops["start_date"], reach_km)
    columns = {f"polity_{field}": told[field].to_numpy() for field in FIELDS}
    return stops.assign(**columns, polity_km=found["km"].to_numpy())


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

    Examples
    --------
    >>> europe = frontiers_on("1936-09-01")
    >>> sorted(europe.cx[5:9, 50:52]["name"])
    ['Belgium', 'Germany', 'Luxembourg', 'Netherlands']
    """
    import numpy as np
    import pandas as pd

    from mapping.atlas.decode import State

    faces, day = load_faces(), known_day(on)
    days = pd.Series(np.array([day], dtype="datetime64[s]").repeat(len(faces)))
    states = states_of(pd.Series(faces.index), days)
    held = faces.assign(**{field: states[field].to_numpy() for field in FIELDS})
    held = held[held["code"] != _water()]
    held = held.assign(exactness_km=exactness_of(held.groupby(FIELDS).ngroup()))
    areas = held.dissolve(by=FIELDS, method="coverage", as_index=False, sort=True)
    told = areas[[field for field in FIELDS if field != "name"]].itertuples(index=False)
    areas["source"] = [made_by(State(*row), day) for row in told]
    return areas[[*FIELDS, "exactness_km", "source", "geometry"]]


def _water() -> str:
    from mapping.atlas.decode import WATER

    return WATER


@cache
def load_faces() -> gpd.GeoDataFrame:
    """Return the faces of the atlas, each with one history; numbered, EPSG:4326."""
    import geopandas as gpd

    return gpd.GeoDataFrame(geometry=list(load_atlas().faces), crs=_CRS).rename_axis("face")


def _found(
    points: gpd.GeoSeries, days: pd.Series, reach_km: float
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the face of each point, how far it is, and its state; water is no state's land."""
    import geopandas as gpd

    found = _faces_of(points, reach_km)
    told = states_of(found["face"], days)
    wet = (told["code"] == _water()).to_numpy()
    if wet.any():
        places = gpd.GeoDataFrame(geometry=points.to_numpy(), crs=points.crs).to_crs(_CRS)[wet]
        found.loc[wet, ["face", "km"]] = -1, math.nan
        if reach_km:
            near = _nearest(places, reach_km, load_faces().drop(index=list(water_faces())))
            found.loc[near.index, ["face", "km"]] = near
        told = states_of(found["face"].astype(int), days)
    return found, told


def _faces_of(points: gpd.GeoSeries, reach_km: float) -> pd.DataFrame:
    """Return the number of the face of each point, -1 for none, and how far it is in km."""
    import geopandas as gpd
    import numpy as np
    import pandas as pd

    places = gpd.GeoDataFrame(geometry=points.to_numpy(), crs=points.crs).to_crs(_CRS)
    joined = places.sjoin(load_faces(), predicate="intersects", how="inner")
    face = joined["face"].groupby(level=0).min().reindex(places.index, fill_value=-1)
    km = pd.Series(np.where(face >= 0, 0.0, np.nan), index=places.index)
    off = places[(face < 0) & places.geometry.y.abs().lt(90)]
    if len(off) and reach_km:
        near = _nearest(off, reach_km, load_faces())
        face.loc[near.index] = near["face"]
        km.loc[near.index] = near["km"]
    return pd.DataFrame({"face": face.astype(int), "km": km})


def _nearest(points: gpd.GeoDataFrame, reach_km: float, land: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the nearest face of points off the land, as far as one is within reach."""
    import numpy as np

    squeeze = np.cos(np.radians(points.geometry.y))
    reach = None if math.isinf(reach_km) else reach_km * 1000 / float(squeeze.min())
    if reach is not None:  # only land that may be near enough is projected
        span = 1.2 * reach_km / 111.2 / squeeze.min()
        west, south, east, north = points.total_bounds
        land = land.cx[west - span : east + span, south - span : north + span]
    joined = points.to_crs(METRES).sjoin_nearest(
        land.to_crs(METRES), max_distance=reach, distance_col="km"
    )
    joined["km"] *= squeeze.reindex(joined.index) / 1000
    first = joined.sort_values(["km", "face"]).groupby(level=0)[["face", "km"]].first()
    near: pd.DataFrame = first[first["km"] <= reach_km]
    return near
