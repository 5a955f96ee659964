"""The map as a still picture: an SVG with the numbers of the text, for print and without script.

The whole route comes first; where most stops crowd into one region, a closer view follows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mapping.atlas.world import KNOWN, frontier_lines, is_known, lakes, land, rivers
from mapping.life.totals import kinds_used
from mapping.plates.labels import place_labels
from mapping.plates.panel import Panel, fit_panel, lane_line, path_of
from mapping.signs import label_of, read_palette, read_signs, stroke_of
from mapping.templates import environment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.life.model import Life, Position, Stop

WIDTH = 720.0
_GAP = 14.0
_TOGETHER = 9.0  # pixels within which stops share a sign
_MOST_IN_DETAIL = 0.76  # share of the stops that the closer view is drawn around
_MOST_RUNS = 6  # runs of numbers at one sign
_MOST_CENTRES = 400  # places tried as the middle of the closer view
_LEAST_GAIN = 2.2  # how much larger the closer view must show its region


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of the still map: a stop, or stops that lie together.

    Parameters
    ----------
    x, y
        Pixels.
    stops
        Numbers in the text, in order.
    chief
        The stop that gives its shape and name: the longest stay.
    """

    x: float
    y: float
    stops: tuple[int, ...]
    chief: Stop


class Way(NamedTuple):
    """How a leg is drawn; legs of one stroke are one path, which keeps a long life small.

    Parameters
    ----------
    guarded
        Whether the traveller was under guard.
    dash
        Dashes in tenths of a pixel, as SVG has them; empty for a whole line.
    round
        Whether dashes have round ends.
    width
        Pixels.
    """

    guarded: bool
    dash: str
    round: bool
    width: float


def render_still(life: Life, legs: gpd.GeoDataFrame) -> str:
    """Render the map of a life as an SVG element.

    Parameters
    ----------
    life
        A valid life.
    legs
        What ``legs_frame`` made of it.

    Returns
    -------
    str
        SVG; colours are presentation attributes that a page's style sheet may override.
    """
    positions = [stop.position for stop in life.stops]
    ways = [position for leg in life.legs for position in leg.waypoints]
    panels = [fit_panel([*positions, *ways], WIDTH)]
    crowd = _crowd(positions)
    detail = fit_panel(crowd, WIDTH, top=panels[0].height + _GAP, tallest=0.86)
    if detail.pixels_per_km > _LEAST_GAIN * panels[0].pixels_per_km:
        panels.append(detail)
    signs = read_signs()
    drawn = [
        _draw(life, legs, panel, signs, inset=panels[1] if panel is not panels[-1] else None)
        for panel in panels
    ]
    return (
        environment("plates")
        .get_template("still.svg.j2")
        .render(
            life=life,
            width=WIDTH,
            height=panels[-1].bottom,
            panels=drawn,
            palette=read_palette()["light"],
        )
    )


def frontier_day(life: Life) -> date:
    """Return the day whose frontiers the still map shows: the first of the middle stop.

    Parameters
    ----------
    life
        A valid life.
    """
    return life.stops[len(life.stops) // 2].span.first


def say_still(life: Life) -> str:
    """Return the caption of the still map.

    Parameters
    ----------
    life
        A valid life.
    """
    day = frontier_day(life)
    if not is_known(day):
        side = f"before {KNOWN[0].year}" if day < KNOWN[0] else f"after {KNOWN[1].year}"
        return f"Frontiers are not known {side}."
    return f"Frontiers are those of {day.year}, half way through the stops."


def _crowd(positions: Sequence[Position]) -> list[Position]:
    """Return the positions nearest to the one that is nearest to all, far ones left out."""
    lons, lats = np.radians(np.array(positions)).T
    globe = np.column_stack(
        (np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats))
    )
    number = {position: index for index, position in enumerate(positions)}

    def chords(place: Position) -> Any:
        """Return the straight distance of all positions, in radii, rounded to six metres."""
        return np.linalg.norm(globe - globe[number[place]], axis=1).round(6)

    places, half = sorted(number), len(positions) // 2
    some = places[:: math.ceil(len(places) / _MOST_CENTRES)]
    away = chords(min(some, key=lambda place: float(np.partition(chords(place), half)[half])))
    near = [position for _, position in sorted(zip(away.tolist(), positions, strict=True))]
    return near[: max(1, round(len(near) * _MOST_IN_DETAIL))]


def _draw(
    life: Life,
    legs: gpd.GeoDataFrame,
    panel: Panel,
    signs: dict[str, Any],
    inset: Panel | None,
) -> dict[str, Any]:
    """Draw one panel: what its template needs."""
    drawn: dict[Way, list[Any]] = {}
    for leg in legs.itertuples():
        moved = [lane_line(line, leg.lane) for line in panel.lines(leg.geometry)]
        way = _stroke(leg.mode, leg.certainty, guarded=leg.guarded)
        drawn.setdefault(way, []).extend(moved)
    strokes_seen = [(stroke, lines) for stroke, lines in drawn.items() if lines]
    ways = [
        {"d": path_of(lines), "number": number, **stroke._asdict()}
        for number, (stroke, lines) in enumerate(strokes_seen, start=1)
    ]
    marks = _gather(life, panel)
    frame = panel.frame_of(inset) if inset else None
    named = [mark for mark in marks if frame is None or not _inside(mark, frame)]
    labels = place_labels(
        [(mark.x, mark.y, _name(mark), _numbers(mark.stops)) for mark in named],
        [(mark.x, mark.y) for mark in marks],
        [line for lines in drawn.values() for line in lines],
        panel,
    )
    day = frontier_day(life)
    # the view that a closer one completes is drawn coarsely: every page carries its bytes
    coarse = 1.9 if inset else 1.2
    return {
        "panel": panel,
        "land": path_of(panel.areas(land(day), coarse)),
        "lakes": path_of(panel.areas(lakes(day), coarse)),
        "rivers": "" if inset else path_of(panel.lines(rivers(), coarse, least=30.0)),
        "frontiers": path_of(panel.lines(frontier_lines(day), coarse)) if is_known(day) else "",
        "ways": ways,
        "marks": marks,
        "symbols": {kind: signs["symbols"][kind] for kind in kinds_used(life)},
        "regions": [
            mark for mark in marks if len(mark.stops) == 1 and mark.chief.precision == "region"
        ],
        "labels": labels,
        "frame": frame,
    }


def _stroke(mode: str, certainty: str, *, guarded: bool) -> Way:
    """Return the stroke of a leg at the scale of the still map."""
    stroke = stroke_of(mode, certainty, guarded=guarded)
    return Way(
        guarded=guarded,
        dash=" ".join(f"{length * 7:g}" for length in stroke.dash),
        round=stroke.round,
        width=round(stroke.width * 0.72, 2),
    )


def _gather(life: Life, panel: Panel) -> list[Sign]:
    """Gather the stops of a panel into signs."""
    groups: list[tuple[float, float, list[int]]] = []
    cells: dict[tuple[int, int], list[int]] = {}  # squares of the picture, so that few are compared
    for number, (x, y) in enumerate(panel.points([stop.position for stop in life.stops]), start=1):
        if not panel.holds(x, y):
            continue
        column, row = int(x // _TOGETHER), int(y // _TOGETHER)
        around = sorted(
            index
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for index in cells.get((i, j), ())
        )
        for index in around:
            gx, gy, members = groups[index]
            if (gx - x) ** 2 + (gy - y) ** 2 <= _TOGETHER**2:
                members.append(number)
                break
        else:
            cells.setdefault((column, row), []).append(len(groups))
            groups.append((x, y, [number]))
    return [
        Sign(x, y, tuple(members), _chief([life.stops[number - 1] for number in members]))
        for x, y, members in groups
    ]


def _chief(stops: Sequence[Stop]) -> Stop:
    return max(stops, key=lambda stop: stop.span.days)


def _name(sign: Sign) -> str:
    return label_of(sign.chief.name_then, sign.chief.precision)


def _numbers(numbers: Sequence[int]) -> str:
    """Write numbers with runs joined: 12-14, 19; the middle of very many is left out."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [
        f"{run[0]}" if len(run) == 1 else f"{run[0]}{', ' if len(run) == 2 else '–'}{run[-1]}"
        for run in runs
    ]
    if len(said) > _MOST_RUNS:
        said[_MOST_RUNS - 2 : -1] = ["…"]
    return ", ".join(said)


def _inside(sign: Sign, frame: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = frame
    return left <= sign.x <= right and top <= sign.y <= bottom
