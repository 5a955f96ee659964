"""Towns and rivers around the route, which a plate names where its scale is large enough."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapping.atlas.world import load_atlas
from mapping.files import read_packaged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mapping.plates.marks import Mark
    from mapping.plates.panel import Panel

_LEAST_SCALE = {1: 0.3, 2: 0.45, 3: 0.8, 4: 1.4}  # pixels in a kilometre, by a town's rank
_RIVER_SCALE = 0.3
_APART = 14.0  # pixels from a mark of the life


@dataclass(frozen=True, slots=True)
class Nearby:
    """A town or a river.

    Parameters
    ----------
    role
        ``town`` or ``river``.
    name
        What it was called on the day.
    x, y
        Where it is, or its name is to stand, in pixels.
    """

    role: str
    name: str
    x: float
    y: float


def nearby_in(panel: Panel, day: date, marks: Sequence[Mark]) -> tuple[Nearby, ...]:
    """Return the towns and rivers that a panel names, the largest towns first.

    Parameters
    ----------
    panel
        The panel.
    day
        Their names are those of this day.
    marks
        The stops in it; a town that is one of them is named already.
    """
    scale, text = panel.pixels_per_km, day.isoformat()
    towns = [
        ("town", _name_on(town["names"], text), town["lon"], town["lat"])
        for town in sorted(load_atlas().towns, key=lambda town: int(town["rank"]))
        if scale >= _LEAST_SCALE[town["rank"]]
    ]
    features = json.loads(read_packaged("atlas/features.json"))
    rivers = [
        (each["kind"], each["name"], each["lon"], each["lat"])
        for each in features
        if scale >= _RIVER_SCALE
        and each["kind"] in {"river", "town"}
        and text >= each.get("from", "")
    ]
    rows = towns + rivers
    x, y = panel.points([(lon, lat) for *_, lon, lat in rows]).T
    stops = np.array([(mark.x, mark.y) for mark in marks]).reshape(-1, 2)
    apart = np.hypot(x[:, None] - stops[:, 0], y[:, None] - stops[:, 1]).min(axis=1, initial=np.inf)
    inside = (x >= 0) & (x <= panel.width) & (y >= panel.top) & (y <= panel.bottom)
    shown: dict[str, Nearby] = {}
    for at in np.flatnonzero(inside & (apart >= _APART)).tolist():
        role, name, *_ = rows[at]
        shown.setdefault(name, Nearby(role, name, float(x[at]), float(y[at])))
    return tuple(shown.values())


def _name_on(names: Sequence[Sequence[str]], day: str) -> str:
    """Return the last name that a town was given by a day."""
    return [name for begin, name in names if begin <= day or begin == names[0][0]][-1]
