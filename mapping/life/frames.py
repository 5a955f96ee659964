"""A life as GeoDataFrames: the shape in which everything geographic is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.life.given import given_life
from mapping.life.lanes import assign_lanes
from mapping.life.model import Landmark, Leg, Stop
from mapping.life.routes import lay_routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd

    from mapping.life.model import Life

CRS = "EPSG:4326"


def stops_frame(life: Life) -> gpd.GeoDataFrame:
    """Return the stops of a life as points, indexed by ``id``, in the order of the life.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, longitude first; every field of the data dictionary under its own name;
        ``start_date`` and ``end_date`` are the first and the last day the stay can mean, as
        ``datetime64[s]``, which also holds the years before 1677.

    Raises
    ------
    TypeError
        If it is no life, but the name of its folder.

    Examples
    --------
    >>> from serge_map import load_life, stops_frame
    >>> stops = stops_frame(load_life("data"))
    >>> stops.loc["orenburg-exile", ["name_then", "kind"]].tolist()
    ['Orenburg', 'exile']
    """
    import geopandas as gpd
    import shapely

    life = given_life(life)
    points = shapely.points([stop.position for stop in life.stops])
    return gpd.GeoDataFrame(_columns(Stop, life.stops), geometry=points, crs=CRS).set_index("id")


def landmarks_frame(life: Life, plan: str = "") -> gpd.GeoDataFrame:
    """Return what the drawn plans of towns show, in the order of the files.

    Parameters
    ----------
    life
        A valid life.
    plan
        The id of the plan that is asked for; unless told, all are.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, longitude first; points, lines and areas; every field under its own name, with
        the id of the plan in ``plan``.
    """
    import geopandas as gpd

    landmarks = [one for one in life.landmarks if plan in {"", one.plan}]
    names = [name for name in Landmark.model_fields if name != "geometry"]
    columns = {name: _column([getattr(one, name) for one in landmarks]) for name in names}
    return gpd.GeoDataFrame(columns, geometry=[one.shape for one in landmarks], crs=CRS)


def _column(values: list[Any]) -> Any:
    """Return texts with their gaps as ``None``, and numbers with theirs as NaN."""
    import pandas as pd

    texts = any(isinstance(value, str) for value in values) or not any(values)
    return pd.Series(values, dtype=object) if texts else values


def legs_frame(life: Life) -> gpd.GeoDataFrame:
    """Return the legs of a life as lines on the ground, indexed by ``id``, in their order.

    Parameters
    ----------
    life
        A valid life.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, longitude first; geodesics by sea and by air, cut at the 180th meridian. Every
        field of the data dictionary under its own name, days as in `stops_frame`, and
        ``length_km`` along the WGS84 ellipsoid; ``lane``, the number of widths by which a leg is
        drawn to the right of its way, 0 where no other leg shares it.

    Raises
    ------
    TypeError
        If it is no life, but the name of its folder.

    Examples
    --------
    >>> from serge_map import legs_frame, load_life
    >>> legs = legs_frame(load_life("data"))
    >>> bool((legs.groupby("mode")["length_km"].sum() > 0).all())
    True
    """
    import geopandas as gpd

    life = given_life(life)
    lines, length_km = lay_routes(life.legs)
    columns = _columns(Leg, life.legs)
    columns |= {"length_km": length_km, "lane": list(assign_lanes(life.legs))}
    return gpd.GeoDataFrame(columns, geometry=lines, crs=CRS).set_index("id")


def _columns(model: type[Stop | Leg], rows: Sequence[Stop | Leg]) -> dict[str, Any]:
    import numpy as np

    fields = [name for name, field in model.model_fields.items() if not field.exclude]
    columns: dict[str, Any] = {name: [getattr(row, name) for row in rows] for name in fields}
    columns["seq"] = list(range(1, len(rows) + 1))
    columns["start_date"] = np.array([row.span.first for row in rows], dtype="datetime64[s]")
    columns["end_date"] = np.array([row.span.last for row in rows], dtype="datetime64[s]")
    return {name: columns[name] for name in ("id", *(f for f in fields if f != "id"))}
