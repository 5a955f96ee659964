"""The frontiers that legs pass, each on its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.atlas.arcs import load_lines
from mapping.atlas.polities import NEAREST_KM, with_polities
from mapping.life.given import LINES, given_days, given_frame, in_degrees

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

COLUMNS = [
    *("leg", "order", "from_code", "from_polity", "to_code", "to_polity", "day", "certainty"),
    *("guarded", "at_km", "through_km"),
]
_NEEDED = ("start_date", "certainty", "guarded")
_LEAST_KM = 1.0  # a shorter stretch is the grain of the drawn frontier


def crossings(legs: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the frontiers that legs pass, one row each, in the order of the way.

    A frontier at sea is passed where the next land is reached; water between two coasts of one
    state is no frontier.

    Parameters
    ----------
    legs
        What `legs_frame` returned: lines in EPSG:4326 with ``start_date``, ``certainty`` and
        ``guarded``, indexed by id.

    Returns
    -------
    geopandas.GeoDataFrame
        ``leg`` its id; ``order`` from 1 within the leg; ``from_code from_polity to_code
        to_polity`` the polities on the first day of the leg, ``day``; ``certainty`` and
        ``guarded`` of the leg; ``at_km`` from its start along the WGS84 ellipsoid;
        ``through_km``, how far the line then runs until the next frontier or its end; points in
        EPSG:4326.

    Raises
    ------
    ValueError, TypeError
        If it is no frame of lines with days, ``certainty`` and ``guarded``, or two have one id.

    Examples
    --------
    >>> from serge_map import legs_frame, load_life
    >>> passed = crossings(legs_frame(load_life("data")))
    >>> ("France", "Spain") in set(zip(passed["from_polity"], passed["to_polity"]))
    True
    """
    import geopandas as gpd

    remedy = "Give what legs_frame(life) returned."
    here = "crossings"
    legs = in_degrees(given_frame(legs, here, LINES, remedy, _NEEDED), here)
    if not legs.index.is_unique:
        twice = legs.index[legs.index.duplicated()][0]
        raise ValueError(
            f"{here}, row {twice}: expected each leg once, found several rows of that id. Give "
            "each its own: legs.reset_index(drop=True)"
        )
    legs = legs.assign(start_date=given_days(legs["start_date"], here))
    entered = _entered(_stretches(legs), legs)
    return gpd.GeoDataFrame(entered[COLUMNS], geometry=list(entered["start"]), crs=legs.crs)


def _stretches(legs: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the stretches of each leg over land, and its two ends, with the polity of its day."""
    import geopandas as gpd
    import pandas as pd
    import shapely

    parts = legs[[legs.geometry.name, "start_date"]].rename_axis("leg").reset_index()
    parts = parts.explode(ignore_index=True)
    cut = _cut(parts)
    part = cut["part"].to_numpy()
    lines = parts.geometry.to_numpy()[part]
    at_km = _km_along(parts)
    stretches = pd.DataFrame(
        {
            "leg": parts["leg"].to_numpy()[part],
            "start_date": parts["start_date"].to_numpy()[part],
            "begin": at_km(part, cut["begin"]),
            "end": at_km(part, cut["end"]),
            "start": shapely.line_interpolate_point(lines, cut["begin"]),
            "inside": shapely.line_interpolate_point(lines, (cut["begin"] + cut["end"]) / 2),
        }
    )
    whole = stretches[stretches["end"] - stretches["begin"] >= _LEAST_KM]
    ends = pd.concat(_ends(parts, at_km))
    held = [
        with_polities(gpd.GeoDataFrame(rows, geometry="inside", crs=legs.crs), reach_km=reach)
        for rows, reach in ((whole, 0.0), (ends, NEAREST_KM))
    ]
    found: pd.DataFrame = pd.DataFrame(pd.concat(held, ignore_index=True))
    found = found.dropna(subset="polity_code")
    return found.rename(columns={"polity_code": "code", "polity_name": "polity"})


def _cut(parts: gpd.GeoDataFrame) -> pd.DataFrame:
    """Cut lines at the arcs of the atlas; return ``part``, and ``begin`` and ``end`` in degrees.

    They are cut step by step, for a ship that calls at a port goes out as it came in.
    """
    import numpy as np
    import pandas as pd
    import shapely

    points, owner = shapely.get_coordinates(parts.geometry.to_numpy(), return_index=True)
    same = owner[1:] == owner[:-1]
    steps = shapely.linestrings(np.stack((points[:-1], points[1:]), axis=1)[same])
    frame = pd.DataFrame({"part": owner[1:][same], "length": shapely.length(steps)})
    frame["end"] = frame.groupby("part")["length"].cumsum()
    arcs = load_lines().to_numpy()
    shapely.prepare(arcs)  # they are long, and steps are not
    arc, step = shapely.STRtree(steps).query(arcs, predicate="intersects")
    met = shapely.intersection(steps[step], arcs[arc])
    there, pair = shapely.get_coordinates(met, return_index=True)
    hit = frame.iloc[step[pair]]
    left = hit["length"] - shapely.line_locate_point(steps[step[pair]], shapely.points(there))
    cuts = pd.concat([hit.assign(end=hit["end"] - left), frame.groupby("part").tail(1)])
    cuts = cuts.sort_values(["part", "end"])
    told: pd.DataFrame = cuts.assign(begin=cuts.groupby("part")["end"].shift(fill_value=0.0))
    return told


def _km_along(parts: gpd.GeoDataFrame) -> Any:
    """Return how to turn a place along a part, in degrees, into kilometres from its leg's start."""
    import numpy as np
    import shapely
    from pyproj import Geod

    points, owner = shapely.get_coordinates(parts.geometry.to_numpy(), return_index=True)
    lons, lats = points.T
    inside = owner[1:] == owner[:-1]
    degrees = np.hypot(np.diff(lons), np.diff(lats)) * inside
    _, _, metres = Geod(ellps="WGS84").inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    along = np.concatenate(([0.0], np.cumsum(degrees)))
    km = np.concatenate(([0.0], np.cumsum(metres * inside))) / 1000
    first = np.searchsorted(owner, np.arange(len(parts)))
    leg_start = parts.reset_index().groupby("leg")["index"].transform("first")
    before = km[first[leg_start.to_numpy()]]

    def at_km(part: Any, degrees_along: Any) -> Any:
        return np.interp(along[first[part]] + degrees_along, along, km) - before[part]

    return at_km


def _ends(parts: gpd.GeoDataFrame, at_km: Any) -> list[pd.DataFrame]:
    """Return where each leg begins and ends: a harbour may lie off the drawn land."""
    import pandas as pd
    import shapely

    rows = []
    for keep, at in (("first", 0), ("last", -1)):  # the two ends, not the legs
        end = parts.drop_duplicates("leg", keep=keep)
        point = shapely.get_point(end.geometry.to_numpy(), at)
        length = shapely.length(end.geometry.to_numpy())
        km = at_km(end.index.to_numpy(), length if at else 0 * length)
        columns = {"begin": km, "end": km, "start": point, "inside": point}
        rows.append(pd.DataFrame(end[["leg", "start_date"]]).assign(**columns))
    return rows


def _entered(stretches: pd.DataFrame, legs: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the stretches that begin another polity than the one before, with both names."""
    rank = {name: number for number, name in enumerate(legs.index)}
    rows = stretches.assign(rank=stretches["leg"].map(rank))
    rows = rows.sort_values(["rank", "begin", "end"])
    before = rows.groupby("rank")["code"].shift()
    begins = rows[before != rows["code"]].copy()
    begins[["from_code", "from_polity"]] = begins.groupby("rank")[["code", "polity"]].shift()
    after = begins.groupby("rank")["begin"].shift(-1)
    last = rows.groupby("rank")["end"].max().reindex(begins["rank"]).set_axis(begins.index)
    begins["through_km"] = after.fillna(last) - begins["begin"]
    passed = begins.dropna(subset="from_code").rename(
        columns={"code": "to_code", "polity": "to_polity", "begin": "at_km", "start_date": "day"}
    )
    passed["order"] = passed.groupby("rank").cumcount() + 1
    facts = legs[["certainty", "guarded"]].reindex(passed["leg"]).set_axis(passed.index)
    told: pd.DataFrame = passed.join(facts).reset_index(drop=True)
    return told
