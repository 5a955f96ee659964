"""Where names stand on a plate, so that none lies on another, on a sign or on the route."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.plates.panel import Panel

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

_DIRECTIONS = (0, 180, -35, 35, 215, 145, -90, 90, -60, 60, 240, 120)
_DISTANCES = (1.0, 1.75, 2.75, 4.25, 6.25, 8.75)  # by the gap
_AROUND = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))
_PER_TRY = 1.5  # what it costs to stand at the next best place
_EDGE = 6.0  # pixels
_FREE = 14.0  # what a name that may be left out is worth


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants a place.

    Parameters
    ----------
    width, height
        Of its box, in pixels.
    centres
        Where its middle may stand, n by 2 in pixels, the best first.
    optional
        Whether it is left out rather than put where something stands.
    group
        Of several wishes of one group only the first that finds a place is placed.
    """

    width: float
    height: float
    centres: Any
    optional: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """The drawn route in a panel, as names keep clear of it; made by `route_in`.

    Parameters
    ----------
    panel
        The panel.
    lines
        All of it, in pixels, prepared.
    ink
        The length of line above and left of each pixel, so that any box is four look-ups.
    """

    panel: Panel
    lines: shapely.MultiLineString
    ink: Any


def place_boxes(wishes: Sequence[Wish], taken: Iterable[Box], route: Route) -> list[Box | None]:
    """Place boxes one after another, clear of each other and, if it can be, of lines.

    Parameters
    ----------
    wishes
        The most important first.
    taken
        Boxes that are there already, such as signs.
    route
        The drawn route, in the panel that they must stay in.

    Returns
    -------
    list of tuple or None
        The box of each wish; ``None`` where an optional one finds no free place, or another of
        its group has one.
    """
    there = [*taken]
    full = np.zeros((len(there) + len(wishes), 4))
    full[: len(there)] = np.reshape(there, (-1, 4))
    count = len(there)
    boxes: list[Box | None] = []
    done = set[str]()
    for wish in wishes:
        if (wish.group and wish.group in done) or len(wish.centres) == 0:
            boxes.append(None)
            continue
        half = np.array([wish.width, wish.height]) / 2
        centres = np.asarray(wish.centres, dtype=float)
        tried = np.column_stack((centres - half, centres + half))
        cost = _cost(tried, full[:count], route)
        best = int(np.argmin(cost.round(6)))  # the last digits of a sum differ by processor
        if wish.optional and cost[best] - _PER_TRY * best > _FREE:
            boxes.append(None)
            continue
        left, top, right, bottom = tried[best].tolist()
        boxes.append((left, top, right, bottom))
        full[count] = tried[best]
        count += 1
        done.add(wish.group)
    return boxes


def route_in(panel: Panel, lines: Sequence[Any]) -> Route:
    """Return the route in a panel, measured once for all names that keep clear of it.

    Parameters
    ----------
    panel
        The panel.
    lines
        The drawn route, LineStrings in pixels.
    """
    whole = shapely.multilinestrings(shapely.get_parts(np.array(lines, dtype=object)))
    shapely.prepare(whole)
    return Route(panel, whole, _ink(lines, panel))


def beside(x: float, y: float, width: float, height: float, *, gap: float = 8.0) -> Any:
    """Return centres for a name beside a sign: right, left, the corners, farther and farther.

    Parameters
    ----------
    x, y
        Of the sign, in pixels.
    width, height
        Of the name.
    gap
        Pixels from the middle of the sign to the nearest name.
    """
    distance, turn = _turns()
    return (x, y) + turn * (distance * gap + np.array((width, height)) / 2 * np.abs(turn))


@cache
def _turns() -> tuple[Any, Any]:
    """Return how many gaps away each centre lies, n by 1, and its direction, n by 2."""
    angles = [math.radians(degrees) for degrees in _DIRECTIONS] * len(_DISTANCES)
    distances = np.repeat(_DISTANCES, len(_DIRECTIONS))
    return distances[:, None], np.array([(math.cos(angle), math.sin(angle)) for angle in angles])


def within(x: float, y: float, reach: float) -> Any:
    """Return centres for the name of an area, from its middle outwards.

    Parameters
    ----------
    x, y
        Its middle, in pixels.
    reach
        Radius of the room it has, in pixels.
    """
    steps = [part * reach for part in (0.0, 0.2, 0.4, 0.6, 0.8)]
    places = [(x + dx * step, y + dy * step) for step in steps for dx, dy in _AROUND]
    return np.array(list(dict.fromkeys(places)))


def leader_of(x: float, y: float, box: Box, gap: float = 13.0) -> Box | None:
    """Return a line from a sign to a name that stands apart from it, else ``None``.

    Parameters
    ----------
    x, y
        Of the sign, in pixels.
    box
        Of the name.
    gap
        Pixels up to which a name needs no line.
    """
    left, top, right, bottom = box
    end_x, end_y = min(max(x, left), right), min(max(y, top), bottom)
    return (x, y, end_x, end_y) if math.dist((x, y), (end_x, end_y)) > gap else None


def _cost(boxes: Any, taken: Any, route: Route) -> Any:
    panel, (left, top, right, bottom) = route.panel, boxes.T
    wide = np.minimum(right, panel.width - _EDGE) - np.maximum(left, _EDGE)
    high = np.minimum(bottom, panel.bottom - _EDGE) - np.maximum(top, panel.top + _EDGE)
    outside = (right - left) * (bottom - top) - np.maximum(wide, 0) * np.maximum(high, 0)
    crossed = 0.0 if route.lines.is_empty else _crossed(boxes, route)
    tries = _PER_TRY * np.arange(len(boxes))
    return 50 * outside + 20 * _shared_areas(boxes, taken) + 1.2 * crossed + tries


def _crossed(boxes: Any, route: Route) -> Any:
    """Return the length of the route in each box."""
    ink, top = route.ink, route.panel.top
    edges = np.rint(boxes - (0, top, 0, top)).astype(int)
    left, right = np.clip(edges[:, [0, 2]], 0, ink.shape[1] - 1).T
    top, bottom = np.clip(edges[:, [1, 3]], 0, ink.shape[0] - 1).T
    return ink[bottom, right] - ink[top, right] - ink[bottom, left] + ink[top, left]


def _shared_areas(boxes: Any, others: Any) -> Any:
    """Return for each box the area that it shares with the others, summed."""
    (west, north), (east, south) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    left, top, right, bottom = others.T
    near = (left < east) & (right > west) & (top < south) & (bottom > north)
    left, top, right, bottom = others[near].T
    wide = np.minimum(boxes[:, 2, None], right) - np.maximum(boxes[:, 0, None], left)
    high = np.minimum(boxes[:, 3, None], bottom) - np.maximum(boxes[:, 1, None], top)
    return (np.maximum(wide, 0) * np.maximum(high, 0)).sum(axis=1)


def _ink(lines: Sequence[Any], panel: Panel) -> Any:
    """Return the length of line above and left of each pixel."""
    size = (math.ceil(panel.height) + 1, math.ceil(panel.width) + 1)
    drawn = [line for line in lines if not line.is_empty]
    if not drawn:
        return np.zeros(size)
    pieces = shapely.segmentize(np.array(drawn), 1.0)
    points, line = shapely.get_coordinates(pieces, return_index=True)
    whole = line[1:] == line[:-1]
    step, middle = np.diff(points, axis=0)[whole], ((points[1:] + points[:-1]) / 2)[whole]
    column, row = np.floor(middle - (0, panel.top)).astype(int).T
    inside = (row >= 0) & (row < size[0] - 1) & (column >= 0) & (column < size[1] - 1)
    cell = ((row + 1) * size[1] + column + 1)[inside]
    length = np.bincount(cell, weights=np.hypot(*step.T)[inside], minlength=size[0] * size[1])
    return length.reshape(size).cumsum(axis=0).cumsum(axis=1)
