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
    import numpy as np

    positions = np.array(list(points), dtype=float)
    return _encode_degrees(positions, np.zeros(len(positions), dtype=int), per_degree)[0]


def encode_lines(lines: Any, per_degree: int) -> list[list[str]]:
    """Encode each part of lines as `encode_line` does, one unless a line has several parts.

    Parameters
    ----------
    lines
        LineStrings and MultiLineStrings in degrees, EPSG:4326, as an array.
    per_degree
        Steps in a degree that positions are rounded to.
    """
    import shapely

    parts, line = shapely.get_parts(lines, return_index=True)
    points, part = shapely.get_coordinates(parts, return_index=True)
    encoded: list[list[str]] = [[] for _ in lines]
    for at, text in zip(line.tolist(), _encode_degrees(points, part, per_degree), strict=True):
        encoded[at].append(text)
    return encoded


def _encode_degrees(points: Any, line: Any, per_degree: int) -> list[str]:
    import numpy as np

    return _encode(np.rint(points * per_degree).astype(np.int64), line, repeats=False)


def encode_steps(points: Iterable[tuple[int, int]]) -> str:
    """Encode a line given in steps of a grid, every point of it.

    Parameters
    ----------
    points
        Steps east and steps north.
    """
    import numpy as np

    steps = np.array(list(points), dtype=np.int64)
    return _encode(steps, np.zeros(len(steps), dtype=int), repeats=True)[0]


def _encode(steps: Any, line: Any, *, repeats: bool) -> list[str]:
    """Return lines as letters, all numbers in one pass."""
    import numpy as np

    if not len(steps):
        return []
    begins = np.diff(line, prepend=-1) != 0
    deltas = np.where(begins[:, None], steps, np.diff(steps, axis=0, prepend=0))
    kept = begins | deltas.any(axis=1) | repeats
    numbers = deltas[kept].ravel()
    zigzag = np.where(numbers < 0, ~(numbers << 1), numbers << 1)
    place = np.arange(1 + int(zigzag.max()).bit_length() // 5)  # of a letter, which has five bits
    rest = zigzag[:, None] >> (5 * place)
    letters = np.where(rest >= 0x20, 0x20 | (rest & 0x1F), rest) + 63
    written = (rest > 0) | (place == 0)
    text = letters[written].astype(np.uint8).tobytes().decode("ascii")
    ends = np.cumsum(np.bincount(np.repeat(line[kept], 2), weights=written.sum(axis=1)))
    return [text[a:b] for a, b in pairwise((0, *ends.astype(int).tolist()))]


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
