"""The places of one town in their true positions, drawn to scale on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np

from mapping.atlas.polities import METRES
from mapping.life.distance import SAME_TOWN_KM
from mapping.life.projection import EARTH, View
from mapping.plates.panel import DEGREES, fit_panel
from mapping.plates.placer import Box, Wish, beside, leader_of, place_boxes
from mapping.signs import label_of, place_in_town, read_palette
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.life.model import Life, Position, Stop
    from mapping.plates.panel import Panel

WIDTH = 320.0
SIZE = 12.0
_MARGIN = 46.0
_LEAST_KM = 1.0  # half of what a plan shows at least
_LETTER = 0.5  # mean width of a letter, by the size
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
    reach: float
    box: Box | None = None

    @property
    def leader(self) -> Box | None:
        """Return a line to a name that stands apart."""
        return leader_of(self.x, self.y, self.box) if self.box else None


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


def render_town(town: Town, *, width: float = WIDTH, linked: bool = False) -> str:
    """Render the places of a town as an SVG element, true to scale, north up.

    Parameters
    ----------
    town
        One of `towns_of`.
    width
        Pixels.
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
    >>> paris = towns_of(load_life("data"))[1]
    >>> 'data-stops="rue-fessart"' in render_town(paris)
    True
    """
    positions = [stop.position for _, stop in town.stops]
    panel = _panel(positions, width)
    spots = _name_spots(_spots(town, panel), panel)
    template = environment("plates").get_template("town.svg.j2")
    svg = template.render(
        town=town,
        panel=panel,
        spots=spots,
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


def _spots(town: Town, panel: Panel) -> list[Spot]:
    """Gather stays that would cover each other, in the order of the life."""
    spots: list[Spot] = []
    places = panel.points([stop.position for _, stop in town.stops]).tolist()
    for (number, stop), (x, y) in zip(town.stops, places, strict=True):
        name = place_in_town(stop.name_then, stop.precision)
        reach = _KNOWN_KM.get(stop.precision, 0.0) * panel.pixels_per_km
        found = [spot for spot in spots if np.hypot(spot.x - x, spot.y - y) <= _TOGETHER]
        if not found:
            spots.append(Spot(x, y, (number,), (stop.id,), name, reach))
            continue
        old = found[0]
        numbers, ids = (*old.numbers, number), (*old.ids, stop.id)
        known = min(old.reach, reach)
        spots[spots.index(old)] = Spot(old.x, old.y, numbers, ids, old.name or name, known)
    return spots


def _name_spots(spots: list[Spot], panel: Panel) -> list[Spot]:
    """Place the names of spots beside them."""
    taken = [(spot.x - 5, spot.y - 5, spot.x + 5, spot.y + 5) for spot in spots]
    taken.append((0.0, panel.bottom - 30, 110.0, panel.bottom))  # the scale bar
    wishes = []
    for spot in spots:
        letters = len(spot.name) + len(_numbers(spot)) + 1
        width, height = letters * SIZE * _LETTER, SIZE * 1.15
        wishes.append(Wish(width, height, beside(spot.x, spot.y, width, height)))
    boxes = place_boxes(wishes, taken, [], panel)
    return [
        Spot(s.x, s.y, s.numbers, s.ids, s.name, s.reach, box)
        for s, box in zip(spots, boxes, strict=True)
    ]


def _numbers(spot: Spot) -> str:
    return ", ".join(map(str, spot.numbers))


def _scale_bar(panel: Panel) -> tuple[float, str]:
    """Return the length of the scale bar in pixels, and what it says."""
    steps = (0.1, 0.2, 0.5, 1, 2, 5, 10)
    km = max((step for step in steps if step * panel.pixels_per_km <= 90), default=steps[0])
    return km * panel.pixels_per_km, f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
