"""Read the names of towns and seas and the sentences about frontiers in flux."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.errors import DataError, Problems
from mapping.rebuild.facts import FIRST_DAY
from mapping.rebuild.tables import parse_number, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.rebuild.tables import Row

_AXES = ("lon", "lat")


def read_towns(path: Path) -> list[dict[str, Any]]:
    """Read towns with their names by date.

    The column ``names`` reads ``St Petersburg; 1914-09-01 Petrograd``: the first name holds from
    1890, each other one from its day; an empty name means that the town is not shown.

    Raises
    ------
    DataError
        If a cell is no number.
    """
    rows = read_table(path, "town", "rank", "lat", "lon", "names")
    return [{**place, "names": _names(row["names"])} for place, row in _places(path.name, rows)]


def read_seas(path: Path) -> list[dict[str, Any]]:
    """Read the names of seas with the places of their labels and ranks.

    ``also`` is where a map names a great sea of which it shows only another part.

    Raises
    ------
    DataError
        If a cell is no number.
    """
    rows = read_table(path, "name", "lat", "lon", "rank", "also_lat", "also_lon")
    problems = Problems()
    also = {
        row["name"]: {
            "also": [parse_number(row, f"also_{axis}", path.name, problems) for axis in _AXES]
        }
        for row in rows
        if row["also_lat"] or row["also_lon"]
    }
    if problems:
        raise DataError(problems)
    return [
        {"name": row["name"], **place, **also.get(row["name"], {})}
        for place, row in _places(path.name, rows)
    ]


def read_flux(path: Path) -> list[list[str]]:
    """Read the sentences that the legend says while frontiers are in flux."""
    rows = read_table(path, "from", "to", "sentence")
    return [[row["from"], row["to"], row["sentence"]] for row in rows]


def _places(file: str, rows: list[Row]) -> list[tuple[dict[str, Any], Row]]:
    problems = Problems()
    places = [
        (
            {
                "lon": parse_number(row, "lon", file, problems),
                "lat": parse_number(row, "lat", file, problems),
                "rank": int(parse_number(row, "rank", file, problems)),
            },
            row,
        )
        for row in rows
    ]
    if problems:
        raise DataError(problems)
    return places


def _names(text: str) -> list[list[str]]:
    first, *later = text.split(";")
    dated = [part.strip().partition(" ") for part in later]
    names = [[FIRST_DAY, first.strip()], *([day, name] for day, _, name in dated)]
    return names if first.strip() else names[1:]
