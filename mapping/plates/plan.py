"""What a drawn plan of a town shows under the stays: water, parks, walls, ways, landmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import geopandas as gpd
import numpy as np
import shapely
from shapely import GeometryType

from mapping.life.dates import parse_span
from mapping.plates.svg_path import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Life, Plan, Stop
    from mapping.plates.panel import Panel

_FINE = 0.4  # pixels
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9)  # of a line
_LEAST_WIDTH = 1.3  # pixels: a canal is never thinner
_BESIDE = 0.05  # pixels from a shore to where land or sea is
_LINES = (GeometryType.LINESTRING, GeometryType.MULTILINESTRING)
_DRAWN = ("within", "park", "water", "island", "quay", "wall", "railway", "boulevard")
SIGNS = ("station", "prison", "building", "square", "bridge")
"""Kinds that are drawn as a sign with a name."""
_NAMED = ("quarter", "river", "park", "island", *SIGNS, "quay")


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


class _Row(NamedTuple):
    """A landmark, with the days between which it was there as a shape or a sign has them."""

    kind: str
    name: str
    width_m: float
    shape: Any
    since: str
    until: str


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
    rows = _there(life, plan, stops)
    kinds = np.array([row.kind for row in rows], dtype=object)
    shapes = panel.pixels(gpd.GeoSeries([row.shape for row in rows])).to_numpy()
    window = shapely.box(0, panel.top, panel.width, panel.bottom)
    widths = np.array([row.width_m for row in rows], dtype=float) * panel.scale
    made = {
        "within": _inside_walls(shapes[kinds == "wall"]),
        "water": _water(kinds, shapes, np.maximum(widths, _LEAST_WIDTH), window),
    }
    drawn = np.isin(kinds, _DRAWN) & (shapely.get_type_id(shapes) != GeometryType.POINT)
    keys = [(rows[at].kind, rows[at].since, rows[at].until) for at in np.flatnonzero(drawn)]
    keys += [(kind, "", "") for kind in made]
    parts = shapely.get_parts(shapes[np.isin(kinds, ("railway", "wall"))])
    lines = parts[shapely.get_type_id(parts) == GeometryType.LINESTRING]
    return Ground(
        _drawn(keys, np.array([*shapes[drawn], *made.values()]), panel),
        _signs(rows, shapes, window),
        tuple(lines),
    )


def _holds(plan: Plan, stop: Stop) -> bool:
    west, south, east, north = plan.frame
    lon, lat = stop.position
    return west <= lon <= east and south <= lat <= north


def _there(life: Life, plan: Plan, stops: Sequence[Stop]) -> list[_Row]:
    """Return what was there between the first and the last day of some stops."""
    first = min(stop.span.first for stop in stops).isoformat()
    last = max(stop.span.last for stop in stops).isoformat()
    rows = []
    for one in life.landmarks:  # a frame for each plan would take longer than all that is drawn
        since = parse_span(one.start_date).first.isoformat() if one.start_date else ""
        until = parse_span(one.end_date).last.isoformat() if one.end_date else "9999"
        if one.plan == plan.id and since <= last and until >= first:
            days = since if since > first else "", until if until < last else ""
            rows.append(_Row(one.kind, one.lettered, one.width_m or 0.0, one.shape, *days))
    return rows


def _inside_walls(walls: Any) -> Any:
    """Return the town inside its walls, end joined to nearest end; nothing where there are none."""
    hull = shapely.convex_hull(shapely.union_all(walls))
    if hull.geom_type != "Polygon":
        return shapely.Polygon()
    parts = shapely.get_parts(walls)
    lines = parts[shapely.get_type_id(parts) == GeometryType.LINESTRING]
    if len(lines) == 0:
        return hull  # around gates
    ring, *rest = map(shapely.get_coordinates, lines)
    while rest:
        turned = [line[::way] for line in rest for way in (1, -1)]
        near = int(np.argmin([np.hypot(*(line[0] - ring[-1])) for line in turned]))
        ring = np.concatenate([ring, turned[near]])
        del rest[near // 2]
    inside = shapely.Polygon(ring)
    return inside if inside.is_valid else hull


def _water(kinds: Any, shapes: Any, widths: Any, window: Any) -> Any:
    """Return rivers as wide as they are, and the sea on the right of the shores."""
    rivers, wide = shapes[kinds == "river"], widths[kinds == "river"]
    is_line = np.isin(shapely.get_type_id(rivers), _LINES)
    banks = shapely.buffer(rivers, np.where(is_line, wide / 2, 0), quad_segs=16, cap_style="flat")
    shores = shapely.get_parts(shapes[kinds == "shore"])
    closed = [shapely.Polygon(ring.coords) for ring in shores[shapely.is_ring(shores)]]
    land = shapely.union_all([*shapes[kinds == "island"], *closed])
    return shapely.union_all([*banks, _sea(shores, window)]).difference(land).intersection(window)


def _sea(shores: Any, window: Any) -> Any:
    """Return the parts of a window that have a shore on their left: land is left of it."""
    if not len(shores):
        return shapely.Polygon()
    cut = shapely.get_parts(shapely.intersection(shores, window))
    whole = shapely.union_all([window.exterior, *cut])
    faces = shapely.get_parts(shapely.polygonize([whole]))
    starts, ends = _segments(cut)
    along = ends - starts
    right = np.column_stack((-along[:, 1], along[:, 0])) / np.hypot(*along.T)[:, None] * _BESIDE
    tree = shapely.STRtree(faces)
    wet, dry = (
        np.bincount(
            tree.query(shapely.points((starts + ends) / 2 + side), predicate="intersects")[1],
            minlength=len(faces),
        )
        for side in (right, -right)
    )
    return shapely.union_all(faces[wet > dry])


def _segments(lines: Any) -> tuple[Any, Any]:
    """Return the ends of all segments of lines, n by 2 each."""
    points, line = shapely.get_coordinates(lines, return_index=True)
    inside = line[1:] == line[:-1]
    long = np.hypot(*np.diff(points, axis=0).T) > 0
    return points[:-1][inside & long], points[1:][inside & long]


def _drawn(keys: Sequence[tuple[str, str, str]], shapes: Any, panel: Panel) -> tuple[Drawn, ...]:
    """Return shapes in pixels, from below, those of one kind and the same days as one path."""
    cut = shapely.clip_by_rect(
        shapely.simplify(shapes, _FINE), -3, panel.top - 3, panel.width + 3, panel.bottom + 3
    )
    parts, owner = shapely.get_parts(cut, return_index=True)
    found: dict[tuple[str, str, str], list[Any]] = {}
    for part, row in zip(parts, owner.tolist(), strict=True):
        found.setdefault(keys[row], []).append(part)
    paths = [
        Drawn(kind, path_of(some), since, until) for (kind, since, until), some in found.items()
    ]
    return tuple(
        sorted(
            (shape for shape in paths if shape.path),
            key=lambda shape: (_DRAWN.index(shape.kind), shape.since, shape.until),
        )
    )


def _signs(rows: Sequence[_Row], shapes: Any, window: Any) -> tuple[Sign, ...]:
    """Return what has a name: quarters and water first, then signs in the order of their kinds."""
    cut = shapely.intersection(shapes, window)
    found: dict[str, Sign] = {}
    named = (pair for pair in zip(rows, cut, strict=True) if pair[0].kind in _NAMED)
    for row, shape in sorted(named, key=lambda pair: _NAMED.index(pair[0].kind)):
        is_line = row.kind == "quay" and shape.geom_type != "Point"
        key = row.name.casefold()
        if not (shape.is_empty or is_line or key in found):
            found[key] = Sign(row.kind, row.name, _places(shape), row.since, row.until)
    return tuple(found.values())


def _places(shape: Any) -> tuple[tuple[float, float], ...]:
    """Return where the name of a shape may stand: on a point, along a line, within an area."""
    if "Line" not in shape.geom_type:
        return tuple(shape.representative_point().coords)
    longest = max(shapely.get_parts(shape), key=lambda part: part.length)
    along = (longest.interpolate(share, normalized=True) for share in _SHARES)
    return tuple((point.x, point.y) for point in along)
