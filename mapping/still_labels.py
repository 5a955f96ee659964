"""Where the names and numbers of the still map stand, so that none lies on another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.still_panel import Panel

SIZE = 10.5  # pixels
_LINE = 11.5
_WIDTH_OF = 0.5  # mean width of a letter, as a share of the size
_ONE_LINE = 5  # numbers up to this many letters stand beside the name
_SIGN = 6.0
_DIRECTIONS = (0, 180, -35, 35, 215, 145, -90, 90, -60, 60, 240, 120)
_DISTANCES = (8.0, 17.0, 28.0, 42.0, 60.0, 82.0)


@dataclass(frozen=True, slots=True)
class Label:
    """A placed name with its numbers.

    Parameters
    ----------
    x, y
        Left end of the first line's base, in pixels.
    name, numbers
        What it says.
    second
        Whether the numbers stand on a line of their own.
    leader
        From the sign to the text, where it stands apart; else ``None``.
    """

    x: float
    y: float
    name: str
    numbers: str
    second: bool
    leader: tuple[float, float, float, float] | None

    @property
    def below(self) -> float:
        """Return the base of its second line, in pixels."""
        return self.y + _LINE


def place_labels(
    wanted: Sequence[tuple[float, float, str, str]],
    signs: Sequence[tuple[float, float]],
    lines: Sequence[Any],
    panel: Panel,
) -> list[Label]:
    """Place labels beside their signs, clear of each other and, if it can be, of lines.

    Parameters
    ----------
    wanted
        Position in pixels, name and numbers of each, the most important first.
    signs
        Positions of all signs, in pixels.
    lines
        The drawn route, LineStrings in pixels.
    panel
        The panel that they must stay in.
    """
    taken = [shapely.box(x - _SIGN, y - _SIGN, x + _SIGN, y + _SIGN) for x, y in signs]
    route = shapely.union_all(list(lines)) if lines else shapely.Point()
    frame = shapely.box(3, panel.top + 3, panel.width - 3, panel.bottom - 3)
    labels = []
    # the crowded ones choose first: they have the fewest places
    crowded = sorted(
        range(len(wanted)),
        key=lambda i: (-sum(math.dist(wanted[i][:2], sign) < 60 for sign in signs), i),  # noqa: PLR2004
    )
    for index in crowded:
        x, y, name, numbers = wanted[index]
        second = len(numbers) > _ONE_LINE
        letters = max(len(name), len(numbers)) if second else len(name) + len(numbers) + 1
        width, height = letters * SIZE * _WIDTH_OF, _LINE * (2 if second else 1)
        box = _best(_boxes(x, y, width, height), taken, route, frame)
        taken.append(box)
        left, top, *_ = box.bounds
        labels.append(Label(left, top + SIZE * 0.85, name, numbers, second, _leader(x, y, box)))
    return labels


def _best(boxes: Sequence[Any], taken: Sequence[Any], route: Any, frame: Any) -> Any:  # noqa: ANN401 - shapely has no types
    """Return the box with the least overlap; the earlier of two equals."""
    near = shapely.STRtree(taken)

    def cost(item: tuple[int, Any]) -> tuple[float, int]:
        order, box = item
        overlap = sum(
            shapely.intersection(box, taken[i]).area for i in near.query(box, "intersects")
        )
        outside = box.area - shapely.intersection(box, frame).area
        crossed = shapely.intersection(box, route).length
        return 50 * outside + 20 * overlap + 1.2 * crossed + 1.5 * order, order

    return min(enumerate(boxes), key=cost)[1]


def _boxes(x: float, y: float, width: float, height: float) -> list[Any]:
    boxes = []
    for distance in _DISTANCES:
        for degrees in _DIRECTIONS:
            cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            middle_x = x + cos * (distance + width / 2 * abs(cos))
            middle_y = y + sin * (distance + height / 2 * abs(sin))
            half_x, half_y = width / 2, height / 2
            boxes.append(
                shapely.box(
                    middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y
                )
            )
    return boxes


def _leader(x: float, y: float, box: Any) -> tuple[float, float, float, float] | None:  # noqa: ANN401
    left, top, right, bottom = box.bounds
    end_x, end_y = min(max(x, left), right), min(max(y, top), bottom)
    return (x, y, end_x, end_y) if math.dist((x, y), (end_x, end_y)) > 13 else None  # noqa: PLR2004
