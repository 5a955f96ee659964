"""Lines as short text: Google's polyline algorithm, longitude before latitude."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def encode_line(points: Iterable[tuple[float, float]], per_degree: int) -> str:
    """Encode a line as zigzag deltas in base 64; repeated points are left out.

    Google's "Encoded Polyline Algorithm Format", with the axes in GeoJSON order.

    Parameters
    ----------
    points
        Positions, longitude and latitude in degrees, EPSG:4326.
    per_degree
        Steps in a degree that positions are rounded to.
    """
    steps = [(round(lon * per_degree), round(lat * per_degree)) for lon, lat in points]
    return encode_steps([*steps[:1], *(b for a, b in pairwise(steps) if a != b)])


def encode_steps(points: Iterable[tuple[int, int]]) -> str:
    """Encode a line given in steps of a grid, every point of it.

    Parameters
    ----------
    points
        Steps east and steps north.
    """
    letters: list[str] = []
    x = y = 0
    for px, py in points:
        letters += _encode_number(px - x) + _encode_number(py - y)
        x, y = px, py
    return "".join(letters)


def _encode_number(number: int) -> list[str]:
    value = ~(number << 1) if number < 0 else number << 1
    letters = []
    while value >= 0x20:
        letters.append(chr((0x20 | (value & 0x1F)) + 63))
        value >>= 5
    return [*letters, chr(value + 63)]


def decode_lines(texts: Sequence[str], per_degree: int) -> tuple[Any, ...]:
    """Decode polyline strings to n by 2 arrays of degrees, longitude first.

    A string is Google's "Encoded Polyline Algorithm Format" over integer steps, x before y.

    Parameters
    ----------
    texts
        Letters from ``?`` to ``~``.
    per_degree
        Steps in a degree.
    """
    import numpy as np

    codes = np.frombuffer("".join(texts).encode("ascii"), dtype=np.uint8).astype(np.int64) - 63
    if not len(codes):
        return tuple(np.empty((0, 2)) for _ in texts)
    starts = np.concatenate([[True], codes[:-1] < 0x20])
    number = np.cumsum(starts) - 1
    place = np.arange(len(codes)) - np.flatnonzero(starts)[number]
    zigzag = np.bincount(number, weights=(codes & 0x1F) << (5 * place)).astype(np.int64)
    deltas = np.where(zigzag & 1, ~(zigzag >> 1), zigzag >> 1)
    steps = np.cumsum(deltas.reshape(-1, 2), axis=0)
    # Each line begins anew: what the lines before it add up to is taken off again.
    letters = np.cumsum([len(text) for text in texts])
    points = np.concatenate([[0], np.cumsum(codes < 0x20)[letters - 1] // 2])
    before = np.concatenate([[[0, 0]], steps])[points[:-1]]
    degrees = (steps - np.repeat(before, np.diff(points), axis=0)) / per_degree
    return tuple(np.split(degrees, points[1:-1]))
