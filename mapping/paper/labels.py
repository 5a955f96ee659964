"""Where the names and numbers of a map stand, so that none lies on another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.paper.panel import Panel

SIZE = 10.5  # pixels
_LINE = 11.5
_WIDTH_OF = 0.5  # mean width of a letter, as a share of the size
_ONE_LINE = 5  # numbers up to this many letters stand beside the name
_SIGN = 6.0
_NEAR = 60.0
_DIRECTIONS = (0, 180, -35, 35, 215, 145, -90, 90, -60, 60, 240, 120)
_DISTANCES = (8.0, 17.0, 28.0, 42.0, 60.0, 82.0)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


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
    leader: Box | None

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
    taken = [(x - _SIGN, y - _SIGN, x + _SIGN, y + _SIGN) for x, y in signs]
    ink = _ink(lines, panel)
    labels = []
    # the crowded ones choose first: they have the fewest places
    places = np.array(signs).reshape(-1, 2)
    crowds = [int((np.hypot(*(places - spot[:2]).T) < _NEAR).sum()) for spot in wanted]
    for index in sorted(range(len(wanted)), key=lambda i: (-crowds[i], i)):
        x, y, name, numbers = wanted[index]
        second = len(numbers) > _ONE_LINE
        letters = max(len(name), len(numbers)) if second else len(name) + len(numbers) + 1
        width, height = letters * SIZE * _WIDTH_OF, _LINE * (2 if second else 1)
        box = _best(_boxes(x, y, width, height), np.array(taken), ink, panel)
        taken.append(box)
        left, top, *_ = box
        labels.append(Label(left, top + SIZE * 0.85, name, numbers, second, _leader(x, y, box)))
    return labels


def _ink(lines: Sequence[Any], panel: Panel) -> Any:
    """Return the length of line above and left of each pixel, so that any box is four look-ups."""
    pieces = shapely.segmentize(np.array([line for line in lines if not line.is_empty]), 1.0)
    points, line = shapely.get_coordinates(pieces, return_index=True)
    whole = line[1:] == line[:-1]
    step, middle = np.diff(points, axis=0)[whole], ((points[1:] + points[:-1]) / 2)[whole]
    size = (math.ceil(panel.height) + 1, math.ceil(panel.width) + 1)
    column, row = np.floor(middle - (0, panel.top)).astype(int).T
    inside = (row >= 0) & (row < size[0] - 1) & (column >= 0) & (column < size[1] - 1)
    cell = ((row + 1) * size[1] + column + 1)[inside]
    length = np.bincount(cell, weights=np.hypot(*step.T)[inside], minlength=size[0] * size[1])
    return length.reshape(size).cumsum(axis=0).cumsum(axis=1)


def _best(boxes: Any, taken: Any, ink: Any, panel: Panel) -> Box:
    """Return the box with the least overlap; the earlier of two equals."""
    frame = np.array([[3, panel.top + 3, panel.width - 3, panel.bottom - 3]])
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    outside = areas - _shared_areas(boxes, frame)
    overlap = _shared_areas(boxes, taken)
    edges = np.rint(boxes - (0, panel.top, 0, panel.top)).astype(int)
    left, right = np.clip(edges[:, [0, 2]], 0, ink.shape[1] - 1).T
    top, bottom = np.clip(edges[:, [1, 3]], 0, ink.shape[0] - 1).T
    crossed = ink[bottom, right] - ink[top, right] - ink[bottom, left] + ink[top, left]
    cost = 50 * outside + 20 * overlap + 1.2 * crossed + 1.5 * np.arange(len(boxes))
    # rounded, for the last digits of a sum are not the same on every processor
    left, top, right, bottom = boxes[int(np.argmin(cost.round(6)))].tolist()
    return left, top, right, bottom


def _shared_areas(boxes: Any, others: Any) -> Any:
    """Return for each box the area that it shares with the others, summed."""
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    return np.clip(high - low, 0, None).prod(axis=2).sum(axis=1)


def _boxes(x: float, y: float, width: float, height: float) -> Any:
    """Return the places that a label may take, the best first: left, top, right, bottom each."""
    boxes = []
    for distance in _DISTANCES:
        for degrees in _DIRECTIONS:
            cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            middle_x = x + cos * (distance + width / 2 * abs(cos))
            middle_y = y + sin * (distance + height / 2 * abs(sin))
            half_x, half_y = width / 2, height / 2
            boxes.append(
                (middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y)
            )
    return np.array(boxes)


def _leader(x: float, y: float, box: Box) -> Box | None:
    left, top, right, bottom = box
    end_x, end_y = min(max(x, left), right), min(max(y, top), bottom)
    return (x, y, end_x, end_y) if math.dist((x, y), (end_x, end_y)) > 13 else None
