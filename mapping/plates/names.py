"""The names of a plate: places of the life, states and seas of the day, each in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from mapping.atlas.world import is_known, load_atlas
from mapping.plates.nearby import nearby_in
from mapping.plates.placer import Box, Wish, beside, leader_of, place_boxes, within
from mapping.plates.rooms import middles_in, on_land, rooms_in, states_at
from mapping.signs import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.plates.marks import Mark
    from mapping.plates.nearby import Nearby
    from mapping.plates.panel import Panel
    from mapping.plates.placer import Route

_SANS, _SERIF = 0.53, 0.46  # mean widths of letters, by the size
_DOT, _RING = 3.2, 8.0
_STATE_SIZES = (1.1, 1.0, 0.86, 0.76)  # by the size of the places' names
_STATE_ROOM = 2.4  # a name may be as wide as so many radii of its room
_SQUEEZED = (0.86, 0.8, 0.74)  # where the middle of a state is taken, on one line
_TIGHT, _CAP_HEIGHT = 0.81, 0.7  # of spaced capitals without the air around them
_LEAST_REACH = 16.0  # pixels: a smaller state keeps without a name
_SEA_SIZES = {1: 1.1, 2: 0.95}
_LEAST_SIZE = 9.0  # pixels
_NEARBY = 0.85  # size of the names of towns and rivers, by that of the places
_DRY = 0.15  # of a sea's name may lie on land
_SEA_REACH = {1: 90.0, 2: 60.0}


@dataclass(frozen=True, slots=True)
class Name:
    """A placed name.

    Parameters
    ----------
    role
        ``place``, ``state``, ``sea``, ``town`` or ``river``.
    x, y
        Its anchor on the base line of the first line, in pixels.
    anchor
        ``start``, ``middle`` or ``end``: a smaller type keeps to the side of its sign.
    size
        Of the type, in pixels.
    lines
        The text by line.
    year
        After a place.
    leader
        From the sign, where it stands apart; else ``None``.
    dot
        Where a town is that is no stop, in pixels; else ``None``.
    """

    role: str
    x: float
    y: float
    anchor: str
    size: float
    lines: tuple[str, ...]
    year: str = ""
    leader: Box | None = None
    dot: tuple[float, float] | None = None


def letter_panel(
    day: date, marks: Sequence[Mark], route: Route, *, size: float = 12.5
) -> tuple[Name, ...]:
    """Return the names of a panel: its places always, all others where there is room.

    Parameters
    ----------
    day
        Names are those of this day; unknown states have none.
    marks
        The stops in the panel.
    route
        The drawn route in the panel.
    size
        Of the places' names, in pixels; those of states and seas follow it.
    """
    panel = route.panel
    taken = [_box(mark.x, mark.y, _RING if mark.name else _DOT) for mark in marks]
    places = [mark for mark in marks if mark.name]
    wishes = [_place_wish(mark, size) for mark in places]
    states = _states(panel, day, size) if is_known(day) else []
    areas = states + _seas(panel, day, size)
    wishes += [wish for wish, _ in areas]
    around = nearby_in(panel, day, marks)
    wishes += [_nearby_wish(each, size) for each in around]
    taken += [_box(each.x, each.y, 2.0) for each in around if each.role == "town"]
    boxes = place_boxes(wishes, taken, route)
    named = [
        _place_name(mark, box, size)
        for mark, box in zip(places, boxes[: len(places)], strict=True)
        if box is not None
    ]
    rest = boxes[len(places) :]
    for (_, (role, type_size, text)), box in zip(areas, rest[: len(areas)], strict=True):
        if box is not None:
            named.append(_area_name(role, type_size, text, box))
    for each, box in zip(around, rest[len(areas) :], strict=True):
        if box is not None:
            named.append(_nearby_name(each, box, size))
    taken += [box for box in boxes if box]
    return (*named, *_squeezed_states(day, marks, route, (named, taken, size)))


def _squeezed_states(
    day: date,
    marks: Sequence[Mark],
    route: Route,
    there: tuple[list[Name], list[Box], float],
) -> list[Name]:
    """Return the names of states in which he was, for which there is room only off their middle."""
    panel, (named, taken, size) = route.panel, there
    if not marks or not is_known(day):
        return []
    shown = {" ".join(name.lines) for name in named if name.role == "state"}
    visited = states_at([mark.stop.position for mark in marks], day)
    wishes, texts = [], []
    for room in rooms_in(panel, day):
        text = room.name.upper()
        if room.code not in visited or text in shown or room.reach < _LEAST_REACH:
            continue
        for type_size in (part * size for part in _SQUEEZED):
            box = len(text) * type_size * _TIGHT, type_size * _CAP_HEIGHT
            middles = middles_in(panel, day, room.code, box, route.lines)
            wishes.append(Wish(*box, middles, optional=True, group=room.code))
            texts.append((text, type_size))
    boxes = place_boxes(wishes, taken, route) if wishes else []
    return [
        Name("state", (box[0] + box[2]) / 2, box[3] - 0.05 * letters, "middle", letters, (text,))
        for (text, letters), box in zip(texts, boxes, strict=True)
        if box
    ]


def _place_wish(mark: Mark, size: float) -> Wish:
    width = size * (_SANS * len(mark.name) + _SERIF * len(mark.year) + 0.4)
    height = size * 1.1
    return Wish(width, height, beside(mark.x, mark.y, width, height, gap=max(8.0, size / 2)))


def _place_name(mark: Mark, box: Box, size: float) -> Name:
    left, top, right, bottom = box
    anchor, x = "middle", (left + right) / 2
    if left >= mark.x:
        anchor, x = "start", left
    elif right <= mark.x:
        anchor, x = "end", right
    base = (top + bottom) / 2 + size * 0.34
    leader = leader_of(mark.x, mark.y, box)
    return Name("place", x, base, anchor, size, (mark.name,), mark.year, leader)


def _nearby_wish(each: Nearby, size: float) -> Wish:
    width, height = len(each.name) * size * _NEARBY * _SANS, size * _NEARBY * 1.1
    if each.role == "river":
        return Wish(width, height, within(each.x, each.y, 20.0), optional=True)
    centres = beside(each.x, each.y, width, height, gap=5.0)[:12]
    return Wish(width, height, centres, optional=True)


def _nearby_name(each: Nearby, box: Box, size: float) -> Name:
    left, _, right, bottom = box
    dot = (each.x, each.y) if each.role == "town" else None
    x, base = (left + right) / 2, bottom - size * _NEARBY * 0.25
    return Name(each.role, x, base, "middle", size * _NEARBY, (each.name,), dot=dot)


def _states(
    panel: Panel, day: date, size: float
) -> list[tuple[Wish, tuple[str, float, tuple[str, ...]]]]:
    """Return what the states of a day want, the roomiest first, each in smaller type too."""
    wanted = []
    for room in rooms_in(panel, day):
        for type_size, lines in _fits(room.name.upper(), room.reach, size):
            place = (room.x, room.y, room.reach)
            wish = _area_wish(place, type_size, lines, width_of("state", "plate"), group=room.name)
            wanted.append((wish, ("state", type_size, lines)))
    return wanted


def _seas(
    panel: Panel, day: date, size: float
) -> list[tuple[Wish, tuple[str, float, tuple[str, ...]]]]:
    """Return what the seas want, each where its name does not run over land."""
    seas = [sea for sea in load_atlas().seas if sea["rank"] in _SEA_SIZES]
    places = panel.points([(sea["lon"], sea["lat"]) for sea in seas]).tolist()
    wishes, texts, letter = [], [], width_of("sea", "plate")
    for sea, (x, y) in zip(seas, places, strict=True):
        place, lines = (x, y, _SEA_REACH[sea["rank"]]), tuple(sea["name"].rsplit(" ", 1))
        for part in (1.0, 0.8) if panel.holds(x, y) else ():
            type_size = max(part * _SEA_SIZES[sea["rank"]] * size, _LEAST_SIZE)
            wishes.append(_area_wish(place, type_size, lines, letter, group=sea["name"]))
            texts.append(("sea", type_size, lines))
    return list(zip(_afloat(wishes, panel, day), texts, strict=True))


def _afloat(wishes: Sequence[Wish], panel: Panel, day: date) -> list[Wish]:
    """Return wishes for the names of seas without the places where land lies under them."""
    across, down = np.meshgrid(np.linspace(-0.5, 0.5, 7), np.linspace(-0.5, 0.5, 3))
    grid = np.column_stack((across.ravel(), down.ravel()))
    under = [
        (wish.centres[:, None] + grid[None] * (wish.width, wish.height)).reshape(-1, 2)
        for wish in wishes
    ]
    if not under:
        return []
    dry = on_land(panel, day, np.concatenate(under))
    ends = np.cumsum([len(points) for points in under])[:-1]
    return [
        replace(wish, centres=wish.centres[one.reshape(-1, len(grid)).mean(axis=1) <= _DRY])
        for wish, one in zip(wishes, np.split(dry, ends), strict=True)
    ]


def _fits(name: str, reach: float, places: float) -> list[tuple[float, tuple[str, ...]]]:
    """Return the types in which a name has room, on one to three lines, the largest first."""
    words = name.split()
    half = len(words) // 2
    shapes: list[tuple[str, ...]] = [(name,)]
    shapes += [(" ".join(words[:half]), " ".join(words[half:]))] if half else []
    shapes += [tuple(words)] if len(words) == 3 and "(" in name else []  # Spain (… zone)
    sizes = [size for part in _STATE_SIZES if (size := part * places) >= _LEAST_SIZE]
    letter = width_of("state", "plate")
    return [
        (size, lines)
        for size in sizes
        for lines in shapes
        if max(map(len, lines)) * size * letter <= reach * _STATE_ROOM
        and len(lines) * size * 1.2 <= reach * 1.5
    ]


def _area_wish(
    place: tuple[float, float, float],
    size: float,
    lines: tuple[str, ...],
    letter: float,
    *,
    group: str = "",
) -> Wish:
    x, y, reach = place
    width, height = max(map(len, lines)) * size * letter, len(lines) * size * 1.15
    return Wish(width, height, within(x, y, reach), optional=True, group=group)


def _area_name(role: str, size: float, lines: tuple[str, ...], box: Box) -> Name:
    left, top, right, _ = box
    return Name(role, (left + right) / 2, top + size * 0.9, "middle", size, lines)


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - half, x + half, y + half
