"""The frontiers that legs pass, each on its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.atlas.arcs import load_lines
from mapping.atlas.polities import NEAREST_KM, holders_of
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
    import shapely

    here, remedy = "crossings", "Give what legs_frame(life) returned."
    legs = in_degrees(given_frame(legs, here, LINES, remedy, _NEEDED), here)
    if not legs.index.is_unique:
        twice = legs.index[legs.index.duplicated()][0]
        raise ValueError(
            f"{here}, row {twice}: expected each leg once, found several rows of that id. Give "
            "each its own: legs.reset_index(drop=True)"
        )
    days = given_days(legs["start_date"], here)
    parts, leg = shapely.get_parts(legs.geometry.to_numpy(), return_index=True)
    passed = _passed(_stretches(parts, leg, days)).reset_index(drop=True)
    number = passed["leg"].to_numpy()
    told = passed.assign(
        leg=legs.index[number],
        day=days.to_numpy()[number],
        certainty=legs["certainty"].to_numpy()[number],
        guarded=legs["guarded"].to_numpy()[number],
    )
    return gpd.GeoDataFrame(told[COLUMNS], geometry=list(passed["start"]), crs=legs.crs)


def _stretches(parts: Any, leg: Any, days: pd.Series) -> pd.DataFrame:
    """Return the stretches over land, and the ends of legs, with the polity of the day, in order.

    Parameters
    ----------
    parts
        LineStrings.
    leg
        The number of the leg of each, ascending.
    days
        The first day of each leg.
    """
    import numpy as np
    import pandas as pd
    import shapely

    part, begin, end = _cut(parts)
    at_km = _km_along(parts, leg)
    begin_km, end_km = at_km(part, begin), at_km(part, end)
    whole = end_km - begin_km >= _LEAST_KM
    part, begin, end = part[whole], begin[whole], end[whole]
    inside = shapely.line_interpolate_point(parts[part], (begin + end) / 2)
    port, ports, port_km = _ends(parts, leg, at_km)
    # a harbour may lie off the drawn land
    among = ((inside, leg[part], 0.0), (ports, leg[port], NEAREST_KM))
    held = [holders_of(points, days.iloc[of], reach)[1] for points, of, reach in among]
    of = np.concatenate((leg[part], leg[port]))
    rows = pd.DataFrame(
        {
            "leg": of,
            "begin": np.concatenate((begin_km[whole], port_km)),
            "end": np.concatenate((end_km[whole], port_km)),
            "start": [*shapely.line_interpolate_point(parts[part], begin), *ports],
            "code": np.concatenate([states["code"] for states in held]),
            "polity": np.concatenate([states["name"] for states in held]),
        }
    )
    order = np.lexsort((rows["end"], rows["begin"], of))
    told: pd.DataFrame = rows.iloc[order].dropna(subset="code")
    return told


def _cut(parts: Any) -> tuple[Any, Any, Any]:
    """Cut lines at the arcs of the atlas; return of which each piece is, and from where to where.

    Places are degrees along the line. Lines are cut step by step, for a ship that calls at a port
    goes out as it came in.
    """
    import numpy as np
    import pandas as pd
    import shapely

    points, owner = shapely.get_coordinates(parts, return_index=True)
    same = owner[1:] == owner[:-1]
    steps = shapely.linestrings(np.stack((points[:-1], points[1:]), axis=1)[same])
    part, length = owner[1:][same], shapely.length(steps)
    end = pd.Series(length).groupby(part).cumsum().to_numpy()
    arcs = load_lines().to_numpy()
    shapely.prepare(arcs)  # they are long, and steps are not
    arc, step = shapely.STRtree(steps).query(arcs, predicate="intersects")
    met = shapely.intersection(steps[step], arcs[arc])
    there, pair = shapely.get_coordinates(met, return_index=True)
    hit = step[pair]
    left = length[hit] - shapely.line_locate_point(steps[hit], shapely.points(there))
    last = np.flatnonzero(np.diff(part, append=-1))
    of = np.concatenate((part[hit], part[last]))
    until = np.concatenate((end[hit] - left, end[last]))
    order = np.lexsort((until, of))
    of, until = of[order], until[order]
    goes_on = np.diff(of, prepend=-1) == 0
    return of, np.where(goes_on, np.roll(until, 1), 0.0), until


def _km_along(parts: Any, leg: Any) -> Any:
    """Return how to turn a place along a part, in degrees, into kilometres from its leg's start."""
    import numpy as np
    import shapely
    from pyproj import Geod

    points, owner = shapely.get_coordinates(parts, return_index=True)
    lons, lats = points.T
    inside = owner[1:] == owner[:-1]
    degrees = np.hypot(np.diff(lons), np.diff(lats)) * inside
    _, _, metres = Geod(ellps="WGS84").inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    along = np.concatenate(([0.0], np.cumsum(degrees)))
    km = np.concatenate(([0.0], np.cumsum(metres * inside))) / 1000
    first = np.searchsorted(owner, np.arange(len(parts)))
    before = km[first[np.searchsorted(leg, leg)]]  # at the first part of the leg

    def at_km(part: Any, degrees_along: Any) -> Any:
        return np.interp(along[first[part]] + degrees_along, along, km) - before[part]

    return at_km


def _ends(parts: Any, leg: Any, at_km: Any) -> tuple[Any, Any, Any]:
    """Return where each leg begins and where it ends: numbers of parts, points, kilometres."""
    import numpy as np
    import shapely

    first, last = (np.flatnonzero(np.diff(leg, **{side: -1})) for side in ("prepend", "append"))
    points = shapely.get_point(parts[first], 0), shapely.get_point(parts[last], -1)
    km = at_km(first, np.zeros(len(first))), at_km(last, shapely.length(parts[last]))
    return np.concatenate((first, last)), np.concatenate(points), np.concatenate(km)


def _passed(stretches: pd.DataFrame) -> pd.DataFrame:
    """Return the stretches that begin another polity than the one before, with both names."""
    import numpy as np

    leg, code = stretches["leg"].to_numpy(), stretches["code"].to_numpy(dtype=object)
    begun = stretches[(np.diff(leg, prepend=-1) != 0) | (code != np.roll(code, 1))]
    leg, at_km = begun["leg"].to_numpy(), begun["begin"].to_numpy()
    goes_on = np.diff(leg, prepend=-1) == 0
    ends = stretches.groupby("leg")["end"].max()[leg].to_numpy()
    until = np.where(np.diff(leg, append=-1) == 0, np.roll(at_km, -1), ends)
    told = begun.assign(
        at_km=at_km,
        through_km=until - at_km,
        from_code=begun["code"].shift(),
        from_polity=begun["polity"].shift(),
        to_code=begun["code"],
        to_polity=begun["polity"],
        order=np.arange(len(leg)) - np.searchsorted(leg, leg),  # from 0, the beginning
    )
    passed: pd.DataFrame = told[goes_on]
    return passed
