"""The one look of all maps: colours, shapes, strokes, lettering; it knows only ``files``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from mapping.files import read_packaged

SIGNS = ("symbols", "strokes", "lettering")
TINTS = 6
"""Tints that land may have; ``palette.json`` has a colour for each."""
_REMARK = re.compile(r"\s*\(.*?\)")
_WITHIN = re.compile(r"(An? .+?) in (.+)")  # a hospital in Orenburg
_BESIDE = re.compile(r"(?:in|near|off|outside) (.+)")  # on board the Sinaïa, off Marseille
Scheme = Literal["light", "dark", "print"]
Area = Literal["state", "sea"]
Medium = Literal["plate", "sheet"]


@cache
def read_signs() -> dict[str, dict[str, Any]]:
    """Return the shapes of stops, the strokes of ways and how names of areas are lettered.

    Returns
    -------
    dict
        ``symbols`` by kind, ``strokes`` by mode and ``lettering`` by what is named, as the JSON
        files of this room have them.
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


@dataclass(frozen=True, slots=True)
class Stroke:
    """How every map draws a leg.

    Parameters
    ----------
    dash
        Lengths of dashes and gaps in CSS pixels; empty for a whole line.
    width
        CSS pixels.
    round
        Whether dashes have round ends.
    core
        Share of the width that is left open in the middle, so that the line is two thin ones;
        0 for a whole line.
    strength
        How opaque it is, from 0 to 1: the surer the way, the stronger.
    """

    dash: tuple[float, ...]
    width: float
    round: bool
    core: float
    strength: float


@cache
def stroke_of(mode: str, certainty: str, *, guarded: bool) -> Stroke:
    """Return what mode, certainty and guard make of a leg, for every map alike.

    The pattern says the mode, the strength how sure the way is; the colour, which the map knows,
    says free or under guard.

    Parameters
    ----------
    mode, certainty, guarded
        As in ``legs.geojson``.

    Examples
    --------
    >>> stroke_of("rail", "certain", guarded=False).dash
    ()
    >>> stroke_of("rail", "uncertain", guarded=False).strength
    0.65
    """
    strokes = read_signs()["strokes"]
    base = strokes[mode]
    return Stroke(
        dash=tuple(base["dash"]),
        width=base["width"],
        round=base.get("round", False),
        core=0.0 if guarded else base.get("core", 0.0),  # ink is dark enough already
        strength=strokes["strength"][certainty],
    )


def spacing_of(named: Area, medium: Medium) -> float:
    """Return how far apart the letters of a name stand, as a share of the size of its type.

    Parameters
    ----------
    named
        What is named; rivers are lettered as seas are.
    medium
        A drawn plate, or the map of a sheet of paper.
    """
    spacing: float = read_signs()["lettering"][named][medium][0]
    return spacing


def width_of(named: Area, medium: Medium) -> float:
    """Return the mean width of a letter of a name with its share of air, by the size of its type.

    Parameters
    ----------
    named, medium
        As in `spacing_of`.

    Examples
    --------
    >>> width_of("state", "plate")
    0.86
    """
    letter: float = read_signs()["lettering"][named]["letter"]
    return round(letter + spacing_of(named, medium), 2)


@lru_cache(maxsize=65536)
def label_of(name_then: str, precision: str) -> str:
    """Return what every map calls a stop: its town, without street, house or remark.

    A region keeps its own name, because no town in it is known to be the place. What is told as
    in, near or off a town is called by the town.

    Parameters
    ----------
    name_then, precision
        As in ``stops.geojson``.

    Examples
    --------
    >>> label_of("24 rue Fessart, Paris", "address"), label_of("England", "region")
    ('Paris', 'England')
    >>> label_of("A hospital in Orenburg", "city"), label_of("A ship, off Marseille", "city")
    ('Orenburg', 'Marseille')
    """
    parts = [part.strip() for part in _REMARK.sub("", name_then).split(",")]
    if precision == "region":
        return parts[0] or name_then
    beside = _BESIDE.fullmatch(parts[-1])
    part = beside[1] if beside else parts[-1 if precision in {"address", "site"} else 0]
    within = _WITHIN.fullmatch(part)
    return (within[2] if within else part) or name_then


def place_in_town(name_then: str, precision: str) -> str:
    """Return what a plan of a town calls a stop: its street, house or quarter, without the town.

    Parameters
    ----------
    name_then, precision
        As in ``stops.geojson``.

    Examples
    --------
    >>> place_in_town("24 rue Fessart, Paris", "address"), place_in_town("Paris", "city")
    ('24 rue Fessart', 'Paris')
    >>> place_in_town("A hospital in Orenburg", "city")
    'A hospital'
    """
    parts = [part.strip() for part in _REMARK.sub("", name_then).split(",")]
    exact = precision in {"address", "site"} and len(parts) > 1
    within = _WITHIN.fullmatch(parts[0])
    return ", ".join(parts[:-1]) if exact else within[1] if within else parts[0]
