"""The places of one town in their true positions, drawn to scale on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np

from mapping.atlas.polities import METRES
from mapping.life.distance import SAME_TOWN_KM
from mapping.life.projection import EARTH, View
from mapping.plates.panel import DEGREES, fit_panel
from mapping.plates.placer import Box, Wish, beside, leader_of, place_boxes, within
from mapping.plates.plan import SIGNS, Ground, draw_plan, plan_of
from mapping.signs import label_of, place_in_town, read_palette
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Life, Plan, Position, Stop
    from mapping.plates.panel import Panel
    from mapping.plates.plan import Sign

WIDTH = 320.0
PLAN_WIDTH = 420.0
SIZE = 11.5
_SMALL = 9.5  # names of landmarks
_MARGIN = 46.0
_LEAST_KM = 1.0  # half of what a plan shows at least
_LETTER, _BOLD = 0.47, 0.54  # mean width of a letter, by the size
_MARK = 8.0  # pixels around the middle of a mark
_CAPITALS = 0.72  # of spaced capitals
_SAME = 9.0  # pixels within which a landmark is the place of a stay
_TOGETHER = 7.0  # pixels within which stays share a mark
_KNOWN_KM = {"site": 0.3, "city": 1.2}
"""How far a place may be from its mark, by the precision of its position; an address is a point."""


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
        first, last = (stop.span.first.year for _, stop in (self.stops[0], self.stops[-1]))
        return f"{first}" if first == last else f"{first}\N{EN DASH}{last}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark of a plan: one stay, or stays at one place.

    Parameters
    ----------
    x, y
        Pixels.
    numbers
        Of the stops in the story.
    ids
        Of the stops.
    name
        The place in the town; empty where only the town is known.
    years
        When he was there, in words, each with the id of its first stop.
    held
        Whether he was held there.
    reach
        Pixels within which the place is known to be, or 0 for a point.
    box
        Where the name stands, if it does.
    """

    x: float
    y: float
    numbers: tuple[int, ...]
    ids: tuple[str, ...]
    name: str
    years: tuple[tuple[str, str], ...]
    held: bool
    reach: float
    box: Box | None = None

    @property
    def side(self) -> tuple[str, float]:
        """Return how the name is anchored, on the side of the mark, and at which x."""
        left, _, right, _ = self.box or (self.x,) * 4
        if left >= self.x:
            return "start", left
        return ("end", right) if right <= self.x else ("middle", (left + right) / 2)

    @property
    def leader(self) -> Box | None:
        """Return a line to a name that stands apart."""
        return leader_of(self.x, self.y, self.box, gap=17.0) if self.box else None


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
    found = _areas_of(life)
    groups = found.groupby("area")["number"].apply(list)
    towns = []
    for numbers in sorted(groups):
        stops = [life.stops[number - 1] for number in numbers]
        if len({stop.position for stop in stops}) > 1:
            towns.append(Town(_name_of(stops), tuple(zip(numbers, stops, strict=True))))
    return tuple(towns)


def _areas_of(life: Life) -> gpd.GeoDataFrame:
    """Return the number of each placed stop with the area of all that lie as near as one town.

    Two stops belong together if circles of half the distance around them meet. World Mercator keeps
    angles, so round a point its metres are true ones divided by the cosine of the latitude.
    """
    placed = [(n, s) for n, s in enumerate(life.stops, start=1) if s.precision != "region"]
    lon, lat = np.array([stop.position for _, stop in placed], dtype=float).reshape(-1, 2).T
    points = gpd.GeoDataFrame(
        {"number": [number for number, _ in placed]},
        geometry=gpd.points_from_xy(lon, lat),
        crs=DEGREES,
    ).to_crs(METRES)
    circles = points.buffer(SAME_TOWN_KM * 500 / np.cos(np.radians(np.clip(lat, -85, 85))))
    areas = gpd.GeoDataFrame(geometry=gpd.GeoSeries([circles.union_all()], crs=METRES)).explode()
    areas = areas.reset_index(drop=True).rename_axis("area").reset_index()
    return points.sjoin(areas, predicate="within")


def _name_of(stops: Sequence[Stop]) -> str:
    """Return what most stops of a town are called, or lie in by today's name."""
    names = Counter(label_of(stop.name_then, stop.precision) for stop in stops)
    for name in names:
        names[name] += sum(name in stop.name_now for stop in stops)
    return names.most_common(1)[0][0]


def render_town(town: Town, life: Life, *, width: float | None = None, linked: bool = False) -> str:
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
    linked
        Whether each mark is a link to its first stop, as in the page.

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
    if plan:
        panel = _plan_panel(plan, width or PLAN_WIDTH)
        ground = draw_plan(life, plan, panel, stops)
    else:
        panel, ground = _panel([stop.position for stop in stops], width or WIDTH), Ground()
    spots, signs = _name_all(_spots(town, panel), ground, panel)
    template = environment("plates").get_template("town.svg.j2")
    svg = template.render(
        town=town,
        panel=panel,
        spots=spots,
        ground=ground,
        signs=signs,
        small=_SMALL,
        bar=_scale_bar(panel),
        size=SIZE,
        linked=linked,
        palette=read_palette()["light"],
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


def _spots(town: Town, panel: Panel) -> list[Spot]:
    """Gather stays that would cover each other, in the order of the life."""
    groups: list[list[tuple[int, Stop]]] = []
    places = panel.points([stop.position for _, stop in town.stops])
    at: list[Any] = []
    for stay, place in zip(town.stops, places, strict=True):
        near = [n for n, other in enumerate(at) if np.hypot(*(other - place)) <= _TOGETHER]
        if near:
            groups[near[0]].append(stay)
        else:
            groups.append([stay])
            at.append(place)
    return [_spot(stays, place, panel) for stays, place in zip(groups, at, strict=True)]


def _spot(stays: Sequence[tuple[int, Stop]], place: Any, panel: Panel) -> Spot:
    stops = [stop for _, stop in stays]
    names = [place_in_town(stop.name_then, stop.precision) for stop in stops]
    known = min(_KNOWN_KM.get(stop.precision, 0.0) for stop in stops)
    return Spot(
        x=float(place[0]),
        y=float(place[1]),
        numbers=tuple(number for number, _ in stays),
        ids=tuple(stop.id for stop in stops),
        name=next(filter(None, names), ""),
        years=tuple({_say_years(stop): stop.id for stop in reversed(stops)}.items())[::-1],
        held=all(stop.kind == "captivity" for stop in stops),
        reach=known * panel.pixels_per_km,
    )


def _say_years(stop: Stop) -> str:
    first, last = stop.span.first.year, stop.span.last.year
    return str(first) if first == last else f"{first}\N{EN DASH}{last % 100:02}"


def _name_all(
    spots: list[Spot], ground: Ground, panel: Panel
) -> tuple[list[Spot], list[tuple[Sign, Box]]]:
    """Place the names of spots beside them, then those of landmarks where there is room."""
    inside = [spot for spot in spots if panel.holds(spot.x, spot.y)]
    taken = [(spot.x - _MARK, spot.y - _MARK, spot.x + _MARK, spot.y + _MARK) for spot in inside]
    taken.append((0.0, panel.bottom - 30, 110.0, panel.bottom))  # the scale bar
    wishes = []
    for spot in inside:
        years = ", ".join(text for text, _ in spot.years)
        width = max(len(spot.name) * _BOLD, len(years) * _LETTER) * SIZE
        height = SIZE * (2.1 if spot.name else 1.1)
        wishes.append(Wish(width, height, beside(spot.x, spot.y, width, height, gap=11.0)))
    boxes = place_boxes(wishes, taken, [], panel)
    named = [replace(spot, box=box) for spot, box in zip(inside, boxes, strict=True)]
    taken += [box for box in boxes if box]
    others = [sign for sign in ground.signs if _is_apart(sign, inside)]
    found = place_boxes([_sign_wish(sign) for sign in others], taken, ground.lines, panel)
    return named, [(sign, box) for sign, box in zip(others, found, strict=True) if box]


def _is_apart(sign: Sign, spots: Sequence[Spot]) -> bool:
    """Return whether a landmark is not a place of the life, which has its name already."""
    if sign.name.casefold() in {spot.name.casefold() for spot in spots}:
        return False
    near = min((np.hypot(sign.x - spot.x, sign.y - spot.y) for spot in spots), default=np.inf)
    return sign.kind not in SIGNS or bool(near > _SAME)


def _sign_wish(sign: Sign) -> Wish:
    spaced = _CAPITALS if sign.kind == "quarter" else _LETTER
    width, height = len(sign.name) * _SMALL * spaced, _SMALL * 1.15
    if sign.kind not in SIGNS:
        centres = np.concatenate([within(x, y, 16.0) for x, y in sign.places])
        return Wish(width, height, centres, optional=True)
    return Wish(width, height, beside(sign.x, sign.y, width, height, gap=5.0)[:12], optional=True)


def _scale_bar(panel: Panel) -> tuple[float, str]:
    """Return the length of the scale bar in pixels, and what it says."""
    steps = (0.1, 0.2, 0.5, 1, 2, 5, 10)
    km = max((step for step in steps if step * panel.pixels_per_km <= 90), default=steps[0])
    return km * panel.pixels_per_km, f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
