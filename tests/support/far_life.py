"""A life of eight stops in the Pacific and the south, beyond the atlas and across 180 degrees."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from small_life import canonical, set_dates, tables, write

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "kobe": (135.19, 34.69),
    "honolulu": (-157.86, 21.31),
    "sydney": (151.21, -33.87),
    "wellington": (174.78, -41.29),
    "cape-town": (18.42, -33.93),
    "montevideo": (-56.19, -34.9),
    "vladivostok": (131.89, 43.12),
    "apia": (-171.76, -13.83),
}
"""Longitude and latitude by the id of the stop, in the order of the life."""


def write_far_life(folder: Path) -> Path:
    """Write the life into a folder and return it."""
    parts = tables()
    (pattern, *_), (leg, *_) = (parts[f"{name}.geojson"]["features"] for name in ("stops", "legs"))
    parts["stops.geojson"]["features"] = [
        _stop(pattern, name, seq) for seq, name in enumerate(PLACES, start=1)
    ]
    pairs = zip(list(PLACES)[:-1], list(PLACES)[1:], strict=True)
    parts["legs.geojson"]["features"] = [
        _leg(leg, pair, seq) for seq, pair in enumerate(pairs, start=1)
    ]
    return write(canonical(parts), folder)


def _stop(pattern: dict[str, Any], name: str, seq: int) -> dict[str, Any]:
    town = name.replace("-", " ").title()
    feature = copy.deepcopy(pattern)
    feature["id"] = name
    feature["geometry"]["coordinates"] = list(PLACES[name])
    columns = feature["properties"]
    columns |= {"id": name, "seq": seq, "title": f"In {town}", "name_then": town}
    columns |= {"name_now": town, "chapter": "west" if seq < len(PLACES) / 2 else "east"}
    set_dates(columns, f"{1900 + seq}-01-01/{1900 + seq}-12-30")
    return feature


def _leg(pattern: dict[str, Any], pair: tuple[str, str], seq: int) -> dict[str, Any]:
    name = "-to-".join(pair)
    feature = copy.deepcopy(pattern)
    feature["id"] = name
    feature["geometry"]["coordinates"] = [list(PLACES[end]) for end in pair]
    columns = feature["properties"]
    columns |= {"id": name, "seq": seq, "from_id": pair[0], "to_id": pair[1], "mode": "sea"}
    set_dates(columns, f"{1900 + seq}-12-31/{1901 + seq}-01-01")
    return feature
