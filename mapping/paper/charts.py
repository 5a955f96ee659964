"""One map of a sheet: the world of a day in a projection, the route so far, stops with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mapping.life import projection
from mapping.paper.labels import place_labels
from mapping.paper.lettering import letter_world
from mapping.paper.numbers import boxes_of, wish_numbers
from mapping.plates.ground import draw_ground
from mapping.plates.panel import fit_panel, lane_lines
from mapping.plates.svg_path import path_of
from mapping.plates.ways import merge_legs
from mapping.signs import TINTS, read_palette, spacing_of, stroke_of
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life, Position
    from mapping.paper.labels import Label, Wanted
    from mapping.plates.marks import Headline
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
    headlines
        Names and years that stand beside the marks of stops, by id, and no others; ``None`` for
        all marks, with the numbers of their stops.
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
    headlines: Mapping[str, Headline] | None = None
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
    placed: list[Label] = []
    if view.lettered:
        wanted = wish_numbers(marks) if view.headlines is None else _headlines(marks, view)
        spots = [(mark["x"], mark["y"]) for mark in marks]
        placed = place_labels(wanted, spots, drawn, panel, view.covered)
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
            spacing_of=spacing_of,
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
    begun = legs["start_date"].dt.date
    shown = legs if view.until is None else legs[begun <= view.until]
    is_pale = shown["start_date"].dt.date < (view.since or view.day.min)
    ways: list[dict[str, Any]] = []
    for strong, rows in ((False, shown[is_pale]), (True, shown[~is_pale])):
        merged = merge_legs(life, rows)
        lines = panel.shapes(merged.geometry)
        lines = lines[lines.length >= _LEAST_WAY]
        kept = merged.loc[lines.index]
        lanes = kept["lane"].to_numpy(dtype=int) * (_LANES if view.lettered else 1)
        drawn = kept.assign(line=lane_lines(lines.to_numpy(), lanes))
        for (guarded, mode, sure), alike in drawn.groupby(["guarded", "mode", "certainty"]):
            stroke = stroke_of(mode, sure, guarded=bool(guarded))
            way = {"strong": strong, "guarded": bool(guarded), "stroke": stroke}
            ways.append({**way, "lines": list(alike["line"])})
    return ways


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


def _headlines(marks: list[dict[str, Any]], view: View) -> list[Wanted]:
    headlines = view.headlines or {}
    return [
        (mark["x"], mark["y"], *headlines[stop.id])
        for mark in marks
        for _, stop in mark["stops"]
        if stop.id in headlines
    ]
