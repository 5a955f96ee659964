"""The names of states and seas on the map of a sheet, where its numbered places leave room."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapping.atlas.world import is_known, load_atlas
from mapping.plates.faces import join_faces, land_in
from mapping.signs import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import geopandas as gpd

    from mapping.plates.panel import Panel
    from mapping.plates.placer import Box

_STEP = 9.0  # between two places that a name tries
_IN_ITS_LAND = 0.97  # share of a name that must lie in the state
_ALONG = (0.1, 0.5, 0.9)  # of a name: parts of it that are weighed before its area is
_LEADING = 1.1
_LEAST_ROOM = 300.0  # square units of a state that is named
_COARSE = 1.0  # units by which a state is simplified to find room in it
_EDGE = 6.0  # least room between a name and the frame


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that would like to stand at a place.

    Parameters
    ----------
    lines
        The name, on one line or more.
    middle
        Where it would best stand.
    size, width
        Of the type, and of the whole name.
    within
        Land that it must lie in, if any.
    clear_of
        Land that it must keep off, if any.
    reach
        How far it may stand from its middle, across and down.
    """

    lines: tuple[str, ...]
    middle: tuple[float, float]
    size: float
    width: float
    within: Any = None
    clear_of: Any = None
    reach: tuple[float, float] = (0.0, 0.0)

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return self.size * (0.2 + _LEADING * len(self.lines))


def letter_world(
    panel: Panel, day: date, taken: Sequence[Box], lines: Sequence[Any], *, fine: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the names of states and of seas that have room clear of other names and the route.

    Parameters
    ----------
    panel
        The panel that they must stay in.
    day
        Whose names are written.
    taken
        Boxes of what stands there already.
    lines
        The drawn route.
    fine
        By how many units the outlines are simplified.
    """
    route = shapely.MultiLineString(list(lines))
    shapely.prepare(route)
    ground = land_in(panel, day, fine)
    wishes = _states(panel, day, ground) if is_known(day) else []
    states, boxes = _place(wishes, taken, route, panel)
    seas, _ = _place(_seas(panel, ground), boxes, route, panel)
    return states, seas


def _states(panel: Panel, day: date, ground: gpd.GeoDataFrame) -> list[Wish]:
    """Return the names of states, the largest first, each to stand within what is seen of it."""
    atlas = load_atlas()
    seen = {}
    for code, areas in ground.geometry.groupby(ground["code"]):
        if areas.area.sum() < _LEAST_ROOM:
            continue
        parts = shapely.simplify(join_faces(panel, areas), _COARSE)
        if len(parts):
            seen[code] = max(parts, key=lambda part: part.area)
    wishes = []
    for code, part in sorted(seen.items(), key=lambda one: -one[1].area):
        size = float(np.clip(part.area**0.5 * 0.06, 9.4, 17))
        name = atlas.name(code, day).upper()
        middle = shapely.maximum_inscribed_circle(part, 2.0).coords[0]
        west, north, east, south = part.bounds
        reach = ((east - west) / 2, (south - north) / 2)
        shapely.prepare(part)
        wishes += [
            Wish(
                lines,
                middle,
                size,
                _width(lines, size, width_of("state", "sheet")),
                within=part,
                reach=reach,
            )
            for lines in _broken(name)
        ]
    return wishes


def _seas(panel: Panel, ground: gpd.GeoDataFrame) -> list[Wish]:
    """Return the names of seas, the large ones first, each to stand clear of land.

    A great sea is named in another part of it where its middle lies beyond the panel.
    """
    dry = shapely.MultiPolygon(list(ground.geometry))
    shapely.prepare(dry)
    seas = sorted(load_atlas().seas, key=lambda one: one["rank"])
    places = panel.points([(sea["lon"], sea["lat"]) for sea in seas]).tolist()
    others = panel.points([sea.get("also", (sea["lon"], sea["lat"])) for sea in seas]).tolist()
    wishes = []
    for sea, *middles in zip(seas, places, others, strict=True):
        size = 13.5 if sea["rank"] <= 2 else 11.0
        middle = next((middle for middle in middles if panel.holds(*middle)), None)
        if middle:
            far = size * (6 if sea["rank"] == 1 else 3)
            wishes += [
                Wish(
                    lines,
                    tuple(middle),
                    size,
                    _width(lines, size, width_of("sea", "sheet")),
                    clear_of=dry,
                    reach=(far, far / 2),
                )
                for lines in _broken(sea["name"])
            ]
    return wishes


def _place(
    wishes: Sequence[Wish], taken: Sequence[Box], route: Any, panel: Panel
) -> tuple[list[dict[str, Any]], list[Box]]:
    """Return the names that found room, and all boxes that are taken then."""
    boxes, placed, said = list(taken), [], set()
    for wish in wishes:
        if " ".join(wish.lines) in said:
            continue
        free = _clear_of(_boxes(wish, panel), boxes)
        box = next((box for box in _clear_on(wish, free, route) if _lies_in(wish, box)), None)
        if box:
            boxes.append(box)
            placed.append(_text(wish, box))
            said.add(" ".join(wish.lines))
    return placed, boxes


def _boxes(wish: Wish, panel: Panel) -> Any:
    """Return the places that a name may take in the panel, the nearest first, n by 4."""
    across, down = (_STEP * np.arange(-(r // _STEP), r // _STEP + 1) for r in wish.reach)
    steps = np.array(np.meshgrid(across, down)).reshape(2, -1).T
    steps = steps[np.lexsort((steps[:, 1], steps[:, 0], (steps**2 @ (1, 4))))]
    half = np.array([wish.width, wish.height]) / 2
    middles = steps + wish.middle
    boxes = np.column_stack((middles - half, middles + half))
    edge = (panel.width - _EDGE, panel.height - _EDGE)
    return boxes[((boxes[:, :2] > _EDGE) & (boxes[:, 2:] < edge)).all(axis=1)]


def _clear_of(boxes: Any, others: Sequence[Box]) -> Any:
    """Return the boxes that meet none of others."""
    there = np.reshape(others, (-1, 4))
    meet = (boxes[:, None, :2] < there[:, 2:]) & (there[:, :2] < boxes[:, None, 2:])
    return boxes[~meet.all(axis=2).any(axis=1)]


def _clear_on(wish: Wish, boxes: Any, route: Any) -> list[Box]:
    """Return the boxes that are clear of the route and of land, or have their middle in theirs."""
    shapes = shapely.box(*boxes.T)
    clear = ~shapely.intersects(route, shapes)
    if wish.clear_of is not None:
        clear &= ~shapely.intersects(wish.clear_of, shapes)
    if wish.within is not None:
        middle = (boxes[:, 1] + boxes[:, 3]) / 2
        for share in _ALONG:
            left, right = boxes[:, 0] * (1 - share), boxes[:, 2] * share
            clear &= shapely.contains_xy(wish.within, left + right, middle)
    return [(left, top, right, low) for left, top, right, low in boxes[clear].tolist()]


def _lies_in(wish: Wish, box: Box) -> bool:
    """Return whether nearly all of a box lies in the land of its name."""
    if wish.within is None:
        return True
    shape = shapely.box(*box)
    return bool(wish.within.intersection(shape).area >= _IN_ITS_LAND * shape.area)


def _broken(name: str) -> list[tuple[str, ...]]:
    """Return a name on one line, and on two and three of about one length."""
    ways: list[tuple[str, ...]] = [(name,)]
    for count in (2, 3):
        lines = tuple(textwrap.wrap(name, len(name) // count + 3, break_long_words=False))
        if 1 < len(lines) <= count and lines not in ways:
            ways.append(lines)
    return ways


def _width(lines: Sequence[str], size: float, letter: float) -> float:
    return max(map(len, lines)) * size * letter


def _text(wish: Wish, box: Box) -> dict[str, Any]:
    middle, base = (box[0] + box[2]) / 2, box[1] + wish.size * 0.92
    leading = round(wish.size * _LEADING, 1)
    return {
        "lines": wish.lines,
        "x": middle,
        "y": base,
        "size": round(wish.size, 1),
        "leading": leading,
    }
