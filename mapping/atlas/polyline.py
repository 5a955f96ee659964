"""Lines as short text: Google's polyline algorithm, longitude before latitude."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    letters: list[str] = []
    last: tuple[int, int] | None = None
    for lon, lat in points:
        x, y = round(lon * per_degree), round(lat * per_degree)
        if (x, y) == last:
            continue
        before = last or (0, 0)
        letters += _encode_number(x - before[0]) + _encode_number(y - before[1])
        last = x, y
    return "".join(letters)


def _encode_number(number: int) -> list[str]:
    value = ~(number << 1) if number < 0 else number << 1
    letters = []
    while value >= 0x20:
        letters.append(chr((0x20 | (value & 0x1F)) + 63))
        value >>= 5
    return [*letters, chr(value + 63)]
