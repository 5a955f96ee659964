"""Read the names of towns and seas and the sentences about frontiers in flux."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.basemap_rebuild.facts import FIRST_DAY, read_rows

if TYPE_CHECKING:
    from pathlib import Path


def read_towns(path: Path) -> list[dict[str, Any]]:
    """Read towns with their names by date.

    The column ``names`` reads ``St Petersburg; 1914-09-01 Petrograd``: the first name holds from
    1890, each other one from its day; an empty name means that the town is not shown.
    """
    return [
        {
            "lon": float(row["lon"]),
            "lat": float(row["lat"]),
            "rank": int(row["rank"]),
            "names": _names(row["names"]),
        }
        for row in read_rows(path)
    ]


def _names(text: str) -> list[list[str]]:
    first, *later = text.split(";")
    dated = [part.strip().partition(" ") for part in later]
    names = [[FIRST_DAY.isoformat(), first.strip()], *([day, name] for day, _, name in dated)]
    return names if first.strip() else names[1:]


def read_seas(path: Path) -> list[dict[str, Any]]:
    """Read the names of seas with the places of their labels and ranks."""
    return [
        {
            "name": row["name"],
            "lon": float(row["lon"]),
            "lat": float(row["lat"]),
            "rank": int(row["rank"]),
        }
        for row in read_rows(path)
    ]


def read_flux(path: Path) -> list[list[str]]:
    """Read the sentences that the legend says while frontiers are in flux."""
    return [[row["from"], row["to"], row["sentence"]] for row in read_rows(path)]
