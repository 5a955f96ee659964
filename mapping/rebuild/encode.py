"""Write the atlas: shared arcs as polyline strings, faces, dated states, names and waters."""

from __future__ import annotations

import json
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapping.rebuild.coverage import PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.atlas.decode import State
    from mapping.rebuild.facts import Facts


def encode_line(points: Iterable[tuple[int, int]]) -> str:
    """Encode grid points as a polyline string: zigzag deltas in base 64, x before y.

    Google's "Encoded Polyline Algorithm Format", with the axes in GeoJSON order.
    """
    text: list[str] = []
    x = y = 0
    for px, py in points:
        text += _encode_number(px - x) + _encode_number(py - y)
        x, y = px, py
    return "".join(text)


def _encode_number(number: int) -> list[str]:
    value = ~(number << 1) if number < 0 else number << 1
    letters = []
    while value >= 0x20:
        letters.append(chr((0x20 | (value & 0x1F)) + 63))
        value >>= 5
    return [*letters, chr(value + 63)]


def encode_geometry(line: shapely.Geometry) -> str:
    """Encode a line or ring given in degrees, without repeated points."""
    grid = np.rint(shapely.get_coordinates(line) * PER_DEGREE).astype(int).tolist()
    kept = [tuple(grid[0]), *(tuple(b) for a, b in pairwise(grid) if a != b)]
    return encode_line(kept)


def encode_histories(
    names: Iterable[str], facts: Facts
) -> tuple[list[list[list[Any]]], list[dict[str, str]]]:
    """Return the histories as lists of days and state numbers, and the states."""
    histories = [facts.histories[name] for name in names]
    states: list[State] = sorted({state for _, state in chain.from_iterable(histories)})
    numbers = {state: i for i, state in enumerate(states)}
    return (
        [[[day, numbers[state]] for day, state in history] for history in histories],
        [{key: getattr(state, key) for key in state.__slots__} for state in states],
    )


def to_text(atlas: Mapping[str, Any]) -> str:
    """Return the atlas as minified JSON, the same text for the same atlas."""
    return json.dumps(atlas, ensure_ascii=False, separators=(",", ":")) + "\n"
