"""What a drawn plan of a town shows under the stays: water, parks, walls, ways, landmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapping.life.dates import parse_span
from mapping.life.frames import landmarks_frame
from mapping.plates.svg_path import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Life, Plan, Stop
    from mapping.plates.panel import Panel

_FINE = 0.4  # pixels
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9)  # of a line
_LEAST_WIDTH = 1.3  # pixels: a canal is never thinner
_AREAS = ("park", "island")
_DRAWN = ("within", "park", "water", "island", "quay", "wall", "railway", "boulevard")
SIGNS = ("station", "prison", "building", "square", "bridge")
"""Kinds that are drawn as a sign with a name."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape of a plan.

    Parameters
    ----------
    kind
        ``water``, or as in the data.
    path
        In tenths of a pixel.
    since, until
        ISO days between which it was there; empty where it was there all the time.
    """

    kind: str
    path: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A landmark with a name.

    Parameters
    ----------
    kind
        As in the data.
    name
        Of the time.
    places
        Where it is, or where its name may stand, in pixels, the best first.
    since, until
        ISO days between which it was there; empty where it was there all the time.
    """

    kind: str
    name: str
    places: tuple[tuple[float, float], ...]
    since: str = ""
    until: str = ""

    @property
    def x(self) -> float:
        """Return where it is from the left, in pixels."""
        return self.places[0][0]

    @property
    def y(self) -> float:
        """Return where it is from above, in pixels."""
        return self.places[0][1]


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the stays of a town.

    Parameters
    ----------
    shapes
        In the order in which they are drawn.
    signs
        What is lettered if there is room, the most important first.
    lines
        Railways and walls, in pixels, which names keep clear of.
    """

    shapes: tuple[Drawn, ...] = ()
    signs: tuple[Sign, ...] = ()
    lines: tuple[Any, ...] = ()


def plan_of(life: Life, stops: Sequence[Stop]) -> Plan | None:
    """Return the drawn plan whose frame holds most of some stops, if one holds the half of them.

    Parameters
    ----------
    life
        A valid life.
    stops
        Stops of one town.
    """
    held = {plan.id: sum(_holds(plan, stop) for stop in stops) for plan in life.plans}
    best = max(life.plans, key=lambda plan: held[plan.id], default=None)
    return best if best and held[best.id] * 2 >= len(stops) else None


def draw_plan(life: Life, plan: Plan, panel: Panel, stops: Sequence[Stop]) -> Ground:
    """Return what a plan shows in a panel, of what was there in the years of some stops.

    Parameters
    ----------
    life
        A valid life.
    plan
        One of its plans.
    panel
        The panel.
    stops
        The stops of the town; what was gone before the first, or came after the last, is left out.
    """
    frame = landmarks_frame(life, plan.id)
    first = min(stop.span.first for stop in stops).isoformat()
    last = max(stop.span.last for stop in stops).isoformat()
    since = frame["start_date"].map(_first_day)
    until = frame["end_date"].map(_last_day)
    frame = frame.assign(since=since.where(since > first, ""), until=until.where(until < last, ""))
    frame = frame[(since <= last) & (until >= first)]
    metres = frame.to_crs(panel.crs)
    window = shapely.box(*_window(panel))
    made = gpd.GeoDataFrame(
        {"kind": ["within", "water"], "since": "", "until": ""},
        geometry=[_inside_walls(metres), _water(metres, panel, window)],
        crs=panel.crs,
    )
    shapes = pd.concat([metres[metres["kind"].isin(_DRAWN) & (metres.geom_type != "Point")], made])
    shapes = shapes.set_geometry(panel.pixels(shapes.geometry))
    lines = shapes[shapes["kind"].isin(["railway", "wall"])].geometry.explode()
    lines = lines[lines.geom_type == "LineString"]
    return Ground(_drawn(shapes, panel), _signs(metres, panel, window), tuple(lines))


def _holds(plan: Plan, stop: Stop) -> bool:
    west, south, east, north = plan.frame
    lon, lat = stop.position
    return west <= lon <= east and south <= lat <= north


def _first_day(text: str | None) -> str:
    return parse_span(text).first.isoformat() if text else ""


def _last_day(text: str | None) -> str:
    return parse_span(text).last.isoformat() if text else "9999"


def _window(panel: Panel) -> tuple[float, float, float, float]:
    """Return west, south, east, north of a panel in metres of its projection."""
    east = panel.west + panel.width / panel.scale
    south = panel.north - panel.height / panel.scale
    return panel.west, south, east, panel.north


def _inside_walls(metres: gpd.GeoDataFrame) -> Any:
    """Return the town inside its walls, which gates stand on; nothing where there are none."""
    walls = metres.loc[metres["kind"] == "wall"].union_all()
    hull = walls.convex_hull
    return hull if hull.geom_type == "Polygon" else shapely.Polygon()


def _water(metres: gpd.GeoDataFrame, panel: Panel, window: Any) -> Any:
    """Return rivers as wide as they are, and the sea on the right of the shores."""
    rivers = metres[metres["kind"] == "river"]
    widths = rivers["width_m"].astype(float).fillna(0).clip(lower=_LEAST_WIDTH / panel.scale)
    is_line = rivers.geom_type.str.contains("Line")
    wide = rivers.geometry.buffer((widths / 2).where(is_line, 0), cap_style="flat")
    shores = metres[metres["kind"] == "shore"].geometry.explode()
    islands = [*metres.loc[metres["kind"] == "island"].geometry, *_islands(shores)]
    land = shapely.union_all(islands)
    return shapely.union_all([*wide, _sea(shores, window)]).difference(land).intersection(window)


def _islands(shores: gpd.GeoSeries) -> list[Any]:
    """Return the areas inside closed shores."""
    closed = shores[shores.is_ring]
    return [shapely.Polygon(ring.coords) for ring in closed]


def _sea(shores: gpd.GeoSeries, window: Any) -> Any:
    """Return the parts of a window that have a shore on their left: land is left of it."""
    if shores.empty:
        return shapely.Polygon()
    cut = shores.clip(window).explode()
    whole = shapely.union_all([window.exterior, *cut])
    faces = gpd.GeoSeries(shapely.get_parts(shapely.polygonize([whole])), crs=shores.crs)
    starts, ends = _segments(cut)
    along = ends - starts
    right = np.column_stack((along[:, 1], -along[:, 0])) / np.hypot(*along.T)[:, None]
    beside = shapely.points((starts + ends) / 2 + right)
    _, face = faces.sindex.query(beside, predicate="intersects")
    _, other = faces.sindex.query(
        shapely.points((starts + ends) / 2 - right), predicate="intersects"
    )
    wet = np.bincount(face, minlength=len(faces)) > np.bincount(other, minlength=len(faces))
    return faces[wet].union_all()


def _segments(lines: gpd.GeoSeries) -> tuple[Any, Any]:
    """Return the ends of all segments of lines, n by 2 each."""
    points, line = shapely.get_coordinates(lines.to_numpy(), return_index=True)
    inside = line[1:] == line[:-1]
    long = np.hypot(*np.diff(points, axis=0).T) > 0
    return points[:-1][inside & long], points[1:][inside & long]


def _drawn(shapes: gpd.GeoDataFrame, panel: Panel) -> tuple[Drawn, ...]:
    """Return shapes in pixels, from below, those of one kind and the same days as one path."""
    simple = shapes.set_geometry(shapes.simplify(_FINE))
    cut = simple.clip_by_rect(-3, panel.top - 3, panel.width + 3, panel.bottom + 3)
    parts = simple.set_geometry(cut)[~cut.is_empty].explode()
    parts = parts[parts.geom_type.isin(["LineString", "Polygon"])]
    paths = [
        Drawn(kind, path_of(some), since, until)
        for (kind, since, until), some in parts.groupby(["kind", "since", "until"])["geometry"]
    ]
    return tuple(
        sorted((shape for shape in paths if shape.path), key=lambda shape: _DRAWN.index(shape.kind))
    )


def _signs(metres: gpd.GeoDataFrame, panel: Panel, window: Any) -> tuple[Sign, ...]:
    """Return what has a name: quarters and water first, then signs in the order of their kinds."""
    ranks = {kind: rank for rank, kind in enumerate(("quarter", "river", *_AREAS, *SIGNS, "quay"))}
    is_line = (metres["kind"] == "quay") & (metres.geom_type != "Point")
    named = metres[metres["kind"].isin(list(ranks)) & ~is_line]
    named = named.set_geometry(named.intersection(window))
    named = named[~named.is_empty]
    flat = panel.pixels(named.geometry)
    names = named["name_then"].where(named["name_then"].notna(), named["name"])
    rows = pd.DataFrame(
        {"kind": named["kind"], "name": names, "since": named["since"], "until": named["until"]}
    ).assign(places=flat.map(_places), rank=named["kind"].map(ranks))
    rows = rows.sort_values("rank", kind="stable")
    rows = rows[~rows["name"].str.casefold().duplicated()]
    columns = ["kind", "name", "places", "since", "until"]
    return tuple(Sign(*row) for row in rows[columns].itertuples(index=False, name=None))


def _places(shape: Any) -> tuple[tuple[float, float], ...]:
    """Return where the name of a shape may stand: on a point, along a line, within an area."""
    if "Line" not in shape.geom_type:
        return tuple(shape.representative_point().coords)
    longest = max(shapely.get_parts(shape), key=lambda part: part.length)
    along = (longest.interpolate(share, normalized=True) for share in _SHARES)
    return tuple((point.x, point.y) for point in along)
