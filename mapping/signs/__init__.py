"""The one look of all maps: colours, shapes of stops, strokes of legs; it knows only ``files``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal

from mapping.files import read_packaged

SIGNS = ("symbols", "strokes")
Scheme = Literal["light", "dark", "print"]


@cache
def read_signs() -> dict[str, dict[str, Any]]:
    """Return the shapes of the kinds of stop and the strokes of the modes of travel.

    Returns
    -------
    dict
        ``symbols`` by kind and ``strokes`` by mode, as the JSON files of this room have them.
    """
    return {name: json.loads(read_packaged(f"signs/{name}.json")) for name in SIGNS}


@cache
def read_palette() -> dict[Scheme, dict[str, str]]:
    """Return the colours of all maps by scheme and name, as ``#rrggbb``.

    ``print`` holds only what differs from ``light``.
    """
    palette: dict[Scheme, dict[str, str]] = json.loads(read_packaged("signs/palette.json"))
    return palette


def rgb_of(name: str) -> tuple[int, int, int]:
    """Return a colour of the light scheme as red, green and blue from 0 to 255.

    Parameters
    ----------
    name
        Its name in ``palette.json``.

    Examples
    --------
    >>> rgb_of("red")
    (168, 32, 26)
    """
    digits = read_palette()["light"][name].removeprefix("#")
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue
