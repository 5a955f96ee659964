"""One map of a sheet: the world of a day in a projection, the route so far, stops with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mapping.life import projection
from mapping.paper.lettering import letter_world
from mapping.paper.numbers import boxes_of, place_numbers
from mapping.plates.ground import draw_ground
from mapping.plates.panel import fit_panel, lane_lines
from mapping.plates.svg_path import path_of
from mapping.signs import TINTS, read_palette, stroke_of
from mapping.templates import environment

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life, Position
    from mapping.plates.panel import Panel

_LANES = 3  # of a plate, whose lines are thinner, between legs that share a way
_LEAST_WAY = 2.0  # units
_RIVERS = 4  # the last rank: all of them


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
    states: list[dict[str, Any]] = []
    seas: list[dict[str, Any]] = []
    if view.lettered:
        taken = [*boxes_of(placed, marks), *view.covered]
        states, seas = letter_world(panel, view.day, taken, drawn, fine=view.fine)
    rivers = _RIVERS if view.lettered else 0
    return (
        environment("paper/sheets")
        .get_template("chart.svg.j2")
        .render(
            alt=alt,
            name=name,
            panel=panel,
            view=view,
            palette=read_palette()["light"],
            ground=draw_ground(panel, view.day, tolerance=view.fine, tints=TINTS, rivers=rivers),
            ways=[{**way, "d": path_of(way["lines"])} for way in ways],
            marks=marks,
            names=placed,
            states=states,
            seas=seas,
        )
    )


def frame_panel(view: View) -> Panel:
    """Return the panel that shows all positions of a view, in the middle.

    Parameters
    ----------
    view
        What to show.
    """
    return _frame(view.crs, view.positions, (view.width, view.height), view.margin)


@lru_cache(maxsize=4)
def _frame(
    crs: str, positions: tuple[Position, ...], size: tuple[float, float], margin: float
) -> Panel:
    """Return one panel for views of several days, whose lines are then projected once."""
    seen, shape = projection.View(crs, positions), size[1] / size[0]
    return fit_panel(seen, size[0], heights=(shape, shape), margin=margin, least=1.0)


def _ways(life: Life, legs: gpd.GeoDataFrame, panel: Panel, view: View) -> list[dict[str, Any]]:
    """Return the legs by how they are drawn, those of earlier chapters pale and beneath."""
    lines = panel.shapes(legs.geometry)
    lines = lines[lines.length >= _LEAST_WAY]
    lanes = legs.loc[lines.index, "lane"].to_numpy(dtype=int) * (_LANES if view.lettered else 1)
    leg_of = dict(zip(legs.index, life.legs, strict=True))
    drawn: dict[tuple[bool, bool, Any], list[Any]] = {}
    for leg_id, line in zip(lines.index, lane_lines(lines.to_numpy(), lanes), strict=True):
        leg = leg_of[leg_id]
        if view.until and leg.span.first > view.until:
            continue
        pale = bool(view.since and leg.span.first < view.since)
        stroke = stroke_of(leg.mode, leg.certainty, guarded=leg.guarded)
        drawn.setdefault((not pale, leg.guarded, stroke), []).append(line)
    return [
        {"strong": strong, "guarded": guarded, "stroke": stroke, "lines": lines}
        for (strong, guarded, stroke), lines in sorted(drawn.items(), key=lambda one: one[0][:2])
    ]


def _marks(life: Life, panel: Panel, view: View) -> list[dict[str, Any]]:
    """Return the stops of a view, those that lie together as one mark."""
    shown = [(n, stop) for n, stop in enumerate(life.stops, start=1) if stop.id in view.stops]
    places = panel.points([stop.position for _, stop in shown]).tolist()
    groups: list[dict[str, Any]] = []
    for stay, (x, y) in zip(shown, places, strict=True):
        if not panel.holds(x, y):
            continue
        near = next((g for g in groups if (g["x"] - x) ** 2 + (g["y"] - y) ** 2 <= 64), None)
        if near is None:
            near = {"x": x, "y": y, "stops": []}
            groups.append(near)
        near["stops"].append(stay)
    for group in groups:
        days = sum(stop.span.days for _, stop in group["stops"])
        group["r"] = round(2.4 + min(3.2, (days / 365) ** 0.5), 2)
        group["held"] = any(stop.kind == "captivity" for _, stop in group["stops"])
    return groups
