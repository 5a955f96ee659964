"""The places of one town in their true positions, drawn to scale on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapping.life.distance import SAME_TOWN_KM
from mapping.life.projection import EARTH, View, plane_of
from mapping.life.words import say_count
from mapping.plates.panel import fit_panel
from mapping.plates.plan import Ground, draw_plan, plan_of
from mapping.plates.spots import SIZE, SMALL, gather_spots, name_spots
from mapping.signs import label_of, read_palette
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Life, Plan, Position, Stop
    from mapping.plates.panel import Panel
    from mapping.plates.placer import Box
    from mapping.plates.plan import Sign
    from mapping.plates.spots import Spot

WIDTH = 320.0
PLAN_WIDTH = 420.0
RIM = 3
"""Pixels of the picture of a town around its panel."""
_MARGIN = 46.0
_MERCATOR = "+proj=merc +ellps=WGS84"
_LEAST_KM = 1.0  # half of what a plan shows at least


@dataclass(frozen=True, slots=True)
class Town:
    """Stops that lie in one town.

    Parameters
    ----------
    name
        What most of them are called on the map.
    stops
        Their numbers in the story and the stops, in order.
    """

    name: str
    stops: tuple[tuple[int, Stop], ...]

    @property
    def years(self) -> str:
        """Return from when to when the stops in it are."""
        first = self.stops[0][1].span.first.year
        last = max(stop.span.last.year for _, stop in self.stops)
        return f"{first}" if first == last else f"{first}\N{EN DASH}{last}"


def towns_of(life: Life) -> tuple[Town, ...]:
    """Return the towns in which a life has more than one place, in the order of the life.

    Stops that are known only to a region are in no town.

    Parameters
    ----------
    life
        A valid life.

    Examples
    --------
    >>> from serge_map import load_life
    >>> [town.name for town in towns_of(load_life("data"))][:2]
    ['Brussels', 'Paris']
    """
    towns = []
    placed = ((n, s.position) for n, s in enumerate(life.stops, start=1) if s.precision != "region")
    for numbers in sorted(_together(tuple(placed))):
        stops = [life.stops[number - 1] for number in numbers]
        if len({stop.position for stop in stops}) > 1:
            towns.append(Town(_name_of(stops), tuple(zip(numbers, stops, strict=True))))
    return tuple(towns)


@lru_cache(maxsize=4)
def _together(placed: tuple[tuple[int, Position], ...]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of places, those that lie as near as one town together.

    Two places belong together if circles of half the distance around them meet. World Mercator
    keeps angles, so round a point its metres are true ones divided by the cosine of the latitude.
    """
    lon, lat = np.array([position for _, position in placed], dtype=float).reshape(-1, 2).T
    points = shapely.points(*plane_of(_MERCATOR).transform(lon, lat))
    reach = SAME_TOWN_KM * 500 / np.cos(np.radians(np.clip(lat, -85, 85)))
    areas = shapely.get_parts(shapely.union_all(shapely.buffer(points, reach, quad_segs=16)))
    area, point = shapely.STRtree(points).query(areas, predicate="contains")
    towns: dict[int, list[int]] = {}
    for at, town in sorted(zip(point.tolist(), area.tolist(), strict=True)):
        towns.setdefault(town, []).append(placed[at][0])
    return tuple(map(tuple, towns.values()))


def _name_of(stops: Sequence[Stop]) -> str:
    """Return what most stops of a town are called, or lie in by today's name."""
    names = Counter(label_of(stop.name_then, stop.precision) for stop in stops)
    for name in names:
        names[name] += sum(name in stop.name_now for stop in stops)
    return names.most_common(1)[0][0]


def render_town(
    town: Town,
    life: Life,
    *,
    width: float | None = None,
    named: bool = True,
    linked: bool = False,
    fonts: str = "",
) -> str:
    """Render the places of a town as an SVG element, true to scale, north up.

    Where the life has a drawn plan of the town they stand on that.

    Parameters
    ----------
    town
        One of `towns_of`.
    life
        The life of the town.
    width
        Pixels; unless told, more for a plan.
    named
        Whether the stays are named; without, their numbers are told beside it.
    linked
        Whether each mark is a link to its first stop, as in the page.
    fonts
        A style sheet that brings the fonts along, for a picture on its own.

    Returns
    -------
    str
        SVG without ids, so that it may stand in a document more than once. Each mark names its
        stops in ``data-stops``; the panel has its projection in ``data-crs``.

    Examples
    --------
    >>> from serge_map import load_life
    >>> life = load_life("data")
    >>> 'data-stops="rue-fessart"' in render_town(towns_of(life)[1], life)
    True
    """
    stops = [stop for _, stop in town.stops]
    plan = plan_of(life, stops)
    panel = frame_town(town, life, width)
    ground = draw_plan(life, plan, panel, stops) if plan else Ground()
    spots, signs = name_spots(gather_spots(town.stops, panel, named=named), ground, panel)
    shown = {"title": plan.title if plan else town.name, "ground": ground}
    return _render(town, panel, spots, signs, shown | {"linked": linked, "fonts": fonts})


def frame_town(town: Town, life: Life, width: float | None = None) -> Panel:
    """Return the panel of a town, that of its drawn plan if the life has one.

    Parameters
    ----------
    town
        One of `towns_of`.
    life
        The life of the town.
    width
        Pixels; unless told, more for a plan. The picture is wider and higher by a rim on each side.
    """
    stops = [stop for _, stop in town.stops]
    plan = plan_of(life, stops)
    if plan:
        return _plan_panel(plan, width or PLAN_WIDTH)
    return _panel([stop.position for stop in stops], width or WIDTH)


def _render(
    town: Town,
    panel: Panel,
    spots: Sequence[Spot],
    signs: Sequence[tuple[Sign, Box]],
    shown: dict[str, Any],
) -> str:
    svg = (
        environment("plates")
        .get_template("town.svg.j2")
        .render(
            say_count=say_count,
            town=town,
            panel=panel,
            spots=spots,
            signs=signs,
            small=SMALL,
            bar=_scale_bar(panel),
            size=SIZE,
            rim=RIM,
            palette=read_palette()["light"],
            **shown,
        )
    )
    return svg.strip()


def _panel(positions: Sequence[Position], width: float) -> Panel:
    degrees = np.array(positions)
    lon, lat = (degrees.min(axis=0) + degrees.max(axis=0)) / 2
    north = _LEAST_KM / 111.2
    east = north / float(np.cos(np.radians(lat)))
    corners = [(lon - east, lat - north), (lon + east, lat + north)]
    crs = f"+proj=tmerc +lat_0={lat:.4f} +lon_0={lon:.4f} {EARTH}"
    view = View(crs, (*positions, *((float(x), float(y)) for x, y in corners)))
    return fit_panel(view, width, heights=(0.62, 0.9), margin=_MARGIN, least=0)


def _plan_panel(plan: Plan, width: float) -> Panel:
    west, south, east, north = plan.frame
    lon, lat = (west + east) / 2, (south + north) / 2
    crs = f"+proj=tmerc +lat_0={lat:.4f} +lon_0={lon:.4f} {EARTH}"
    corners = ((west, south), (east, south), (west, north), (east, north))
    return fit_panel(View(crs, corners), width, heights=(0.5, 1.2), margin=0.0, least=0)


def _scale_bar(panel: Panel) -> tuple[float, str]:
    """Return the length of the scale bar in pixels, and what it says."""
    steps, most = (0.1, 0.2, 0.5, 1, 2, 5, 10), min(90, panel.width / 4)
    km = max((step for step in steps if step * panel.pixels_per_km <= most), default=steps[0])
    return km * panel.pixels_per_km, f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
