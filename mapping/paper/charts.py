"""One map of a sheet: the world of a day in a projection, the route so far, stops with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from mapping.atlas.arcs import frontier_lines
from mapping.atlas.polities import frontiers_on
from mapping.atlas.world import is_known, lakes, land, load_atlas, rivers
from mapping.paper.lettering import boxes_of, letter_world, place_numbers
from mapping.paper.panel import SheetPanel
from mapping.plates.panel import DEGREES, degrees_around, lane_line
from mapping.plates.svg_path import path_of
from mapping.signs import TINTS, read_palette, stroke_of
from mapping.templates import environment

if TYPE_CHECKING:
    from datetime import date

    from mapping.life.model import Life, Position

_LANES = 3  # of a plate, whose lines are thinner, between legs that share a way
_OCCUPIED = "occup"


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows, and how large.

    Parameters
    ----------
    crs
        The projection, as PROJ writes it.
    positions
        What must be seen, longitude and latitude, EPSG:4326.
    width, height
        In units of a point on the sheet.
    margin
        Least room around the positions, in the same units.
    day
        Whose frontiers are drawn.
    stops
        Ids of the stops that are drawn and numbered.
    until
        The last day whose legs are drawn; ``None`` for all.
    since
        Legs before this day are pale; ``None`` for none.
    lettered
        Whether names stand on it.
    fine
        By how many units a line may be simplified.
    covered
        Boxes that something else covers: left, top, right, bottom; no name goes there.
    """

    crs: str
    positions: tuple[Position, ...]
    width: float
    height: float
    day: date
    margin: float = 26
    stops: frozenset[str] = frozenset()
    until: date | None = None
    since: date | None = None
    lettered: bool = True
    fine: float = 0.25
    covered: tuple[tuple[float, float, float, float], ...] = ()


def draw_chart(life: Life, legs: gpd.GeoDataFrame, view: View, *, name: str, alt: str) -> str:
    """Return a map as SVG.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it.
    view
        What to show.
    name
        What its parts are called by, so that several can stand on one page.
    alt
        What the map is, in words.
    """
    panel = frame_panel(view)
    ways = _ways(life, legs, panel, view)
    drawn = [line for way in ways for line in way["lines"]]
    marks = _marks(life, panel, view)
    placed = place_numbers(marks, drawn, panel, view.covered) if view.lettered else []
    known = is_known(view.day)
    held = _near(panel, frontiers_on(view.day)) if known else None
    states: list[dict[str, Any]] = []
    seas: list[dict[str, Any]] = []
    if view.lettered:
        taken = [*boxes_of(placed, marks), *view.covered]
        states, seas = letter_world(panel, view.day, held, taken, drawn)
    fills, hatched = _fills(panel, held, view.fine) if held is not None else ([], "")
    return (
        environment("paper/sheets")
        .get_template("chart.svg.j2")
        .render(
            alt=alt,
            name=name,
            panel=panel,
            view=view,
            palette=read_palette()["light"],
            land=path_of(panel.areas(land(view.day), view.fine)),
            fills=fills,
            hatched=hatched,
            lakes=path_of(panel.areas(lakes(view.day), view.fine)),
            rivers=path_of(panel.lines(rivers(), view.fine, least=24)) if view.lettered else "",
            frontiers=path_of(panel.lines(frontier_lines(view.day), view.fine)) if known else "",
            graticule=path_of(_graticule(panel)),
            ways=[{**way, "d": path_of(way["lines"])} for way in ways],
            marks=marks,
            names=placed,
            states=states,
            seas=seas,
        )
    )


def frame_panel(view: View) -> SheetPanel:
    """Return the panel that shows all positions of a view, in the middle.

    Parameters
    ----------
    view
        What to show.
    """
    lon, lat = np.array(view.positions, dtype=float).T
    flat = gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs=DEGREES).to_crs(view.crs)
    west, south, east, north = flat.total_bounds.tolist()
    scale = min(
        (view.width - 2 * view.margin) / max(east - west, 1),
        (view.height - 2 * view.margin) / max(north - south, 1),
    )
    return SheetPanel(
        crs=view.crs,
        top=0,
        width=view.width,
        height=view.height,
        scale=scale,
        west=(west + east) / 2 - view.width / scale / 2,
        north=(south + north) / 2 + view.height / scale / 2,
    )


def _near(panel: SheetPanel, held: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the polities of which a panel may show a part."""
    return held[
        held.intersects(shapely.union_all([shapely.box(*b) for b in degrees_around(panel)]))
    ]


def _fills(
    panel: SheetPanel, held: gpd.GeoDataFrame, fine: float
) -> tuple[list[dict[str, str]], str]:
    """Return the land of the day by tint, and what was occupied."""
    atlas = load_atlas()
    ruled = held["status"].str.startswith((_OCCUPIED, "annex"))
    owner = held["controller"].where(ruled, held["sovereign"])
    tint = owner.map(lambda code: atlas.tints.get(code, 0) % TINTS)
    fills = [
        {"tint": f"tint-{number}", "d": path_of(_areas(panel, shapes, fine))}
        for number, shapes in held.geometry.groupby(tint)
    ]
    occupied = held.geometry[held["status"].str.startswith(_OCCUPIED)]
    return fills, path_of(_areas(panel, occupied, fine))


def _areas(panel: SheetPanel, shapes: gpd.GeoSeries, fine: float) -> list[Any]:
    return [area for shape in shapes for area in panel.areas(shape, fine)]


def _graticule(panel: SheetPanel) -> list[Any]:
    """Return meridians and parallels, every ten degrees, over the extent of the atlas."""
    west, south, east, north = load_atlas().bounds
    lons, lats = np.arange(west, east + 1, 2), np.arange(south, north + 1, 2)
    meridians = [[(lon, lat) for lat in lats] for lon in np.arange(west, east + 1, 10)]
    parallels = [[(lon, lat) for lon in lons] for lat in np.arange(0, north + 1, 10)]
    return panel.lines(shapely.MultiLineString(meridians + parallels))


def _ways(
    life: Life, legs: gpd.GeoDataFrame, panel: SheetPanel, view: View
) -> list[dict[str, Any]]:
    """Return the legs by how they are drawn, those of earlier chapters pale and beneath."""
    drawn: dict[tuple[bool, bool, Any], list[Any]] = {}
    for leg, row in zip(life.legs, legs.itertuples(), strict=True):
        if view.until and leg.span.first > view.until:
            continue
        pale = bool(view.since and leg.span.first < view.since)
        stroke = stroke_of(leg.mode, leg.certainty, guarded=leg.guarded)
        lanes = row.lane * (_LANES if view.lettered else 1)
        lines = [lane_line(line, lanes) for line in panel.lines(row.geometry)]
        drawn.setdefault((not pale, leg.guarded, stroke), []).extend(lines)
    return [
        {"strong": strong, "guarded": guarded, "stroke": stroke, "lines": lines}
        for (strong, guarded, stroke), lines in sorted(drawn.items(), key=lambda one: one[0][:2])
        if lines
    ]


def _marks(life: Life, panel: SheetPanel, view: View) -> list[dict[str, Any]]:
    """Return the stops of a view, those that lie together as one mark."""
    groups: list[dict[str, Any]] = []
    for number, stop in enumerate(life.stops, start=1):
        if stop.id not in view.stops:
            continue
        x, y = panel.point(stop.position)
        if not panel.holds(x, y):
            continue
        near = next((g for g in groups if (g["x"] - x) ** 2 + (g["y"] - y) ** 2 <= 64), None)
        if near is None:
            near = {"x": x, "y": y, "stops": []}
            groups.append(near)
        near["stops"].append((number, stop))
    for group in groups:
        days = sum(stop.span.days for _, stop in group["stops"])
        group["r"] = round(2.4 + min(3.2, (days / 365) ** 0.5), 2)
        group["held"] = any(stop.kind == "captivity" for _, stop in group["stops"])
    return groups
