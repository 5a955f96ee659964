"""Where the names and numbers of a map stand, so that none lies on another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from mapping.plates.placer import Box, Wish, beside, leader_of, place_boxes, route_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.plates.panel import Panel

Wanted = tuple[float, float, str, str]
"""Position in pixels, name and numbers."""

SIZE = 10.5  # pixels
_LINE = 11.5
_WIDTH_OF = 0.5  # mean width of a letter, as a share of the size
_ONE_LINE = 5  # numbers up to this many letters stand beside the name
_SIGN = 6.0
_NEAR = 60.0


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
    wanted: Sequence[Wanted],
    signs: Sequence[tuple[float, float]],
    lines: Sequence[Any],
    panel: Panel,
    covered: Sequence[Box] = (),
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
    covered
        Boxes that something else covers.
    """
    taken = [*covered, *((x - _SIGN, y - _SIGN, x + _SIGN, y + _SIGN) for x, y in signs)]
    # the crowded ones choose first: they have the fewest places
    places = np.array(signs).reshape(-1, 2)
    crowds = [int((np.hypot(*(places - spot[:2]).T) < _NEAR).sum()) for spot in wanted]
    order = sorted(range(len(wanted)), key=lambda i: (-crowds[i], i))
    wishes = [_wish(*wanted[index]) for index in order]
    labels = []
    for index, box in zip(order, place_boxes(wishes, taken, route_in(panel, lines)), strict=True):
        if box is None:  # no wish is optional
            continue
        x, y, name, numbers = wanted[index]
        base, leader = box[1] + SIZE * 0.85, leader_of(x, y, box)
        labels.append(Label(box[0], base, name, numbers, len(numbers) > _ONE_LINE, leader))
    return labels


def _wish(x: float, y: float, name: str, numbers: str) -> Wish:
    second = len(numbers) > _ONE_LINE
    letters = max(len(name), len(numbers)) if second else len(name) + len(numbers) + 1
    width, height = letters * SIZE * _WIDTH_OF, _LINE * (2 if second else 1)
    return Wish(width, height, beside(x, y, width, height))
