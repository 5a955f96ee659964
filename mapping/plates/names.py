"""The names of a plate: places of the life, states and seas of the day, each in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.atlas.world import is_known, load_atlas
from mapping.plates.placer import Box, Wish, beside, leader_of, place_boxes, within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.plates.marks import Mark
    from mapping.plates.panel import Panel

PLACE_SIZE = 15.5  # pixels
_SANS, _SERIF, _CAPITALS, _ITALIC = 0.53, 0.46, 0.86, 0.56  # mean widths of letters, by the size
_DOT, _RING = 3.2, 8.0
_STATE_SIZES = (14.0, 12.5, 11.0, 9.5)
_STATE_ROOM = 2.1  # a name may be as wide as so many radii of its room
_SEA_SIZES = {1: 14.0, 2: 12.0}
_SEA_REACH = {1: 90.0, 2: 42.0}


@dataclass(frozen=True, slots=True)
class Name:
    """A placed name.

    Parameters
    ----------
    role
        ``place``, ``state`` or ``sea``.
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
    """

    role: str
    x: float
    y: float
    anchor: str
    size: float
    lines: tuple[str, ...]
    year: str = ""
    leader: Box | None = None


def letter_panel(
    panel: Panel, day: date, marks: Sequence[Mark], lines: Sequence[Any]
) -> tuple[Name, ...]:
    """Return the names of a panel: its places always, states and seas where there is room.

    Parameters
    ----------
    panel
        The panel.
    day
        Names are those of this day; unknown states have none.
    marks
        The stops in it.
    lines
        The drawn route, LineStrings in pixels.
    """
    taken = [_box(mark.x, mark.y, _RING if mark.name else _DOT) for mark in marks]
    places = [mark for mark in marks if mark.name]
    wishes = [_place_wish(mark) for mark in places]
    states = _states(panel, day) if is_known(day) else []
    areas = states + _seas(panel)
    wishes += [wish for wish, _ in areas]
    boxes = place_boxes(wishes, taken, lines, panel)
    named = [
        _place_name(mark, box)
        for mark, box in zip(places, boxes[: len(places)], strict=True)
        if box is not None
    ]
    for (_, (role, size, text)), box in zip(areas, boxes[len(places) :], strict=True):
        if box is not None:
            named.append(_area_name(role, size, text, box))
    return tuple(named)


def _place_wish(mark: Mark) -> Wish:
    width = PLACE_SIZE * (_SANS * len(mark.name) + _SERIF * len(mark.year) + 0.4)
    height = PLACE_SIZE * 1.1
    return Wish(width, height, beside(mark.x, mark.y, width, height))


def _place_name(mark: Mark, box: Box) -> Name:
    left, top, right, bottom = box
    anchor, x = "middle", (left + right) / 2
    if left >= mark.x:
        anchor, x = "start", left
    elif right <= mark.x:
        anchor, x = "end", right
    base = (top + bottom) / 2 + PLACE_SIZE * 0.34
    leader = leader_of(mark.x, mark.y, box)
    return Name("place", x, base, anchor, PLACE_SIZE, (mark.name,), mark.year, leader)


def _states(panel: Panel, day: date) -> list[tuple[Wish, tuple[str, float, tuple[str, ...]]]]:
    """Return what the states of a day want, the roomiest first."""
    atlas, text = load_atlas(), day.isoformat()
    here = [label for label in atlas.labels if label[1] <= text < label[2]]
    places = panel.points([(lon, lat) for *_, lon, lat, _ in here]).tolist()
    wanted = []
    for (code, _, _, _, _, km), (x, y) in zip(here, places, strict=True):
        reach = km * panel.pixels_per_km
        fitted = _fit(atlas.name(code, day).upper(), reach)
        if fitted and panel.holds(x, y):
            size, lines = fitted
            wanted.append((reach, _area_wish((x, y, reach), size, lines, _CAPITALS), size, lines))
    wanted.sort(key=lambda row: (-row[0], row[3]))
    return [(wish, ("state", size, lines)) for _, wish, size, lines in wanted]


def _seas(panel: Panel) -> list[tuple[Wish, tuple[str, float, tuple[str, ...]]]]:
    seas = [sea for sea in load_atlas().seas if sea["rank"] in _SEA_SIZES]
    places = panel.points([(sea["lon"], sea["lat"]) for sea in seas]).tolist()
    wanted = []
    for sea, (x, y) in zip(seas, places, strict=True):
        if panel.holds(x, y):
            size, lines = _SEA_SIZES[sea["rank"]], tuple(sea["name"].rsplit(" ", 1))
            wish = _area_wish((x, y, _SEA_REACH[sea["rank"]]), size, lines, _ITALIC)
            wanted.append((wish, ("sea", size, lines)))
    return wanted


def _fit(name: str, reach: float) -> tuple[float, tuple[str, ...]] | None:
    """Return the largest type in which a name has room, on one line or on two."""
    words = name.split()
    half = len(words) // 2
    shapes = [(name,)] + ([(" ".join(words[:half]), " ".join(words[half:]))] if half else [])
    for size in _STATE_SIZES:
        for lines in shapes:
            width = max(map(len, lines)) * size * _CAPITALS
            if width <= reach * _STATE_ROOM and len(lines) * size * 1.2 <= reach * 1.5:
                return size, lines
    return None


def _area_wish(
    place: tuple[float, float, float], size: float, lines: tuple[str, ...], letter: float
) -> Wish:
    x, y, reach = place
    width, height = max(map(len, lines)) * size * letter, len(lines) * size * 1.15
    return Wish(width, height, within(x, y, reach), optional=True)


def _area_name(role: str, size: float, lines: tuple[str, ...], box: Box) -> Name:
    left, top, right, _ = box
    return Name(role, (left + right) / 2, top + size * 0.9, "middle", size, lines)


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - half, x + half, y + half
